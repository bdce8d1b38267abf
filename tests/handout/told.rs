//! What a handout says of what was told about a patient and of what is still to be told, and of several treatments at once.

use aftercare_dsl::plan::{State, Verb};
use aftercare_dsl::render::{Audience, HandoutOptions};

use super::says::TREATED;
use super::{made, options, plan_of, plans, together, words};

#[test]
fn a_reader_of_states_finds_each_in_words() {
    // Every line that is not settled carries a mark in its words.
    for (name, plan) in plans() {
        let open = plan.directives.iter().filter(|line| {
            !line.never_in_force && matches!(line.state, State::Provisional | State::Waiting)
        });
        let count = open
            .filter(|line| line.verb != Verb::Allow || line.state == State::Waiting)
            .count();
        let html = made(&plan, &options()).html();
        if !plan.is_withheld() {
            assert!(html.matches("class=\"mark\"").count() >= count, "{name}");
        }
    }
}

/// Questions are worded for staff, about "the patient"; the patient reads what they are about.
#[test]
fn the_patient_is_told_what_to_tell_and_staff_read_the_questions() {
    for (name, plan) in plans() {
        let staff = HandoutOptions {
            audience: Audience::Clinic,
            ..options()
        };
        let staff = words(&made(&plan, &staff).html());
        let handout = made(&plan, &options());
        let patient = words(&handout.html());
        assert_eq!(
            patient.contains("Tell us about:"),
            !plan.questions.is_empty(),
            "{name}"
        );
        for question in &plan.questions {
            assert!(staff.contains(&question.text), "{name}: {}", question.text);
            assert!(
                !patient.contains(&question.text),
                "{name}: {}",
                question.text
            );
            assert!(
                patient.contains(&question.fact),
                "{name}: {}",
                question.fact
            );
        }
        for page in [patient, handout.markdown()] {
            // What staff do with the patient is the one place where the patient is not "you".
            let page = page.replace("Let the patient answer", "");
            assert!(
                !page.to_lowercase().contains("the patient"),
                "{name}: {page}"
            );
        }
    }
}

#[test]
fn the_answers_that_it_was_made_from_stand_at_the_foot() {
    let mut seen = 0;
    for (name, plan) in plans() {
        let facts = plan.facts_used();
        let handout = made(&plan, &options());
        let (html, markdown) = (words(&handout.html()), handout.markdown());
        let said = "Made from these answers: ";
        assert_eq!(html.contains(said), !facts.is_empty(), "{name}");
        assert_eq!(markdown.contains(said), !facts.is_empty(), "{name}");
        for fact in facts {
            let (_, foot) = html.split_once(said).unwrap();
            assert!(foot.contains(&fact), "{name}: {fact}");
            let (_, foot) = markdown.split_once(said).unwrap();
            assert!(foot.replace('\\', "").contains(&fact), "{name}: {fact}");
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen}");
    let rules = "import skin-care\navoid sauna for 3 days if pregnant\n";
    let profile = format!("{TREATED}[facts]\npregnant = true\n");
    let plan = plan_of(rules, &profile, "2026-06-01");
    let spanish = HandoutOptions {
        language: aftercare_dsl::render::Language::Spanish,
        ..options()
    };
    let handout = made(&plan, &spanish);
    assert!(
        handout
            .html()
            .contains("Hecho con estas respuestas: <bdi lang=\"en\"")
    );
    // A list of what is to be translated would tell what the patient answered.
    let missing = handout.missing_texts();
    assert!(
        !missing.iter().any(|text| text.contains("pregnant")),
        "{missing:?}"
    );
}

const ONE: &str = "protocol \"One\"\ntreatment microneedling\nimport skin-care\n";
const OTHER: &str = "protocol \"Other\"\ntreatment waxing\nimport skin-care\n";
const BOTH: &str =
    "[treatments.microneedling]\ntreated = 2026-06-01\n[treatments.waxing]\ntreated = 2026-05-25\n";

fn page_of_both(one: &str, other: &str, on: &str) -> String {
    let (one, other) = (format!("{ONE}{one}"), format!("{OTHER}{other}"));
    words(&made(&together(&[&one, &other], BOTH, on), &options()).html())
}

#[test]
fn what_is_over_for_one_treatment_does_not_read_as_free_while_another_holds_it() {
    let one = "avoid makeup and swimming for 4 days\n";
    let other =
        "avoid makeup for 2 days\navoid swimming and sauna for 2 days\navoid shaving for 2 days\n";
    let page = page_of_both(one, other, "2026-06-02");
    for part in [
        "Already over For waxing. Ended on Tue 26 May. Avoid shaving.",
        "Avoid makeup: ended on Tue 26 May. But it is still off, for microneedling.",
        "Avoid swimming and sauna: ended on Tue 26 May. But still off, for microneedling: swimming.",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let later = page_of_both(one, other, "2026-06-08");
    assert!(!later.contains("still off"), "{later}");
}

#[test]
fn the_treatment_and_the_reason_of_several_lines_are_said_once() {
    let one = "use sunscreen daily for 5 days\ndrink water for 5 days\nnote \"one\"\n";
    let other = "report fever to clinic because \"of infection\"\nreport pus to clinic because \"of infection\"\n";
    let page = page_of_both(one, other, "2026-06-01");
    assert!(
        page.contains(
            "Until the end of Fri 5 June. For microneedling. Use sunscreen daily. Drink water."
        ),
        "{page}"
    );
    assert!(page.contains("Fever. Pus. Why: of infection."), "{page}");
}
