//! Where the language leaves a choice, the safer of two meanings.

use aftercare_dsl::eval;
use aftercare_dsl::plan::Answer;
use aftercare_dsl::source::Sources;

use super::{answer, plan, text_of};
use crate::support::{moment, read};

/// Whether a patient treated on 1 June 2026 has this answer about a thing, and each below it, on a day of June.
pub(super) fn answers(rules: &str, day: u32, name: &str, expected: Answer) -> bool {
    let rules = format!("import skin-care\naftercare for 2 weeks\n{rules}\n");
    let (protocol, patient) = read(&rules, "treated = 2026-06-01").expect("it checks clean");
    let on = moment(&format!("2026-06-{day:02}"));
    let case = eval::Case::new(&protocol, &patient).on(on);
    let plan = case.plan().expect("a plan");
    let question = Sources::new().add("question", name);
    let thing = case.thing(question, name).expect("it is known");
    let reply = plan.ask(&case, &thing).expect("an answer");
    let mut answers = reply.answers.iter();
    answers.all(|answer| answer.thing.answer == expected)
}

#[test]
fn what_a_deed_is_the_contrary_of_is_not_given_back_when_the_deed_is_over() {
    let dry = "keep dry for 48 hours";
    assert!(answers(dry, 1, "hot tub", Answer::Avoid));
    for thing in ["hot tub", "shower", "sea"] {
        assert!(answers(dry, 5, thing, Answer::NotCovered), "{thing}");
    }
    let shower = format!("{dry}\nallow shower from 48 hours");
    assert!(answers(&shower, 5, "lukewarm shower", Answer::Allowed));
    assert!(answers(&shower, 5, "hot tub", Answer::NotCovered));
    // What was forbidden for its own sake is free once that is over.
    let swimming = format!("{dry}\navoid swimming for 2 weeks");
    assert!(answers(&swimming, 20, "sea", Answer::Allowed));
}

#[test]
fn a_ban_on_sports_is_one_on_each_of_them() {
    for sport in ["running", "swimming", "contact sports", "golf"] {
        let ban = "avoid sports for 2 weeks";
        assert!(answers(ban, 3, sport, Answer::Avoid), "{sport}");
    }
}

#[test]
fn what_is_to_be_continued_never_reads_as_stopped_while_its_condition_is_open() {
    let text = text_of("continue blood thinners if pregnant");
    assert!(
        text.contains("Do not stop what you take or use already"),
        "{text}"
    );
    assert!(!text.contains("NOT YET"), "{text}");
}

#[test]
fn what_is_done_with_something_allows_nothing_that_its_own_name_rules_out() {
    for rule in [
        "allow showers using lukewarm water",
        "do bathing using tepid water daily",
        "allow baths or showers using cool water or lukewarm water",
    ] {
        assert!(answers(rule, 3, "hot shower", Answer::NotCovered), "{rule}");
        assert!(
            answers(rule, 3, "lukewarm shower", Answer::Allowed),
            "{rule}"
        );
    }
    // Other water than that may be hot, and a cleanser is as warm as its water.
    for rule in [
        "allow showers using water",
        "allow showers using lukewarm water or gentle cleanser",
    ] {
        assert!(answers(rule, 3, "hot shower", Answer::Allowed), "{rule}");
    }
}

#[test]
fn how_much_is_allowed_is_told_where_it_is_asked() {
    let rule = "allow paracetamol 1 g every 6 hours";
    let plan = super::plan(rule, "", 3);
    assert_eq!(super::answer(&plan, "paracetamol"), "allowed, settled");
    let thing = super::thing(&plan, "paracetamol");
    assert_eq!(thing["only"], serde_json::json!(["1 g every 6 hours"]));
    assert_eq!(thing["otherwise"], "not covered");
    let text = text_of(rule);
    assert!(
        text.contains("You may: - Paracetamol, 1 g every 6 hours."),
        "{text}"
    );
}

#[test]
fn so_much_a_day_is_never_so_much_each_time() {
    let text = text_of("take paracetamol up to 4 g daily");
    assert!(
        text.contains("- Take paracetamol, at most 4 g a day."),
        "{text}"
    );
    let each = text_of("massage face up to 10 minutes daily");
    assert!(each.contains("at most 10 minutes daily"), "{each}");
}

#[test]
fn ice_with_nothing_around_it_is_off_and_ice_in_a_cloth_is_not() {
    let rules = "avoid unwrapped ice\napply ice pack 10 minutes";
    assert!(answers(rules, 2, "unwrapped ice", Answer::Avoid));
    assert!(answers(rules, 2, "wrapped ice", Answer::Allowed));
    let text = text_of(rules);
    assert!(text.contains("Avoid: - Unwrapped ice."), "{text}");
}

#[test]
fn what_only_a_doctor_stops_goes_on_for_whoever_takes_it() {
    let rules = "event doctor stops it\ncontinue warfarin until doctor stops it if taking warfarin";
    let taking = super::plan(rules, "[facts]\nmedications = [\"warfarin\"]", 30);
    assert_eq!(super::answer(&taking, "warfarin"), "allowed, settled");
    let taking_none = super::plan(rules, "[facts]\nmedications = []", 3);
    let directives = taking_none["directives"]
        .as_array()
        .expect("a list of lines");
    assert!(directives.is_empty(), "{directives:?}");
}

#[test]
fn what_may_come_later_is_watched_for_and_no_question_before_it() {
    let symptom = "symptom blister bursts\ncover treated area if blister bursts";
    let watched = text_of(symptom);
    assert!(
        watched.contains("Only if it happens: - Cover treated area. ONLY IF blister bursts."),
        "{watched}"
    );
    assert_eq!(
        super::plan(symptom, "", 2)["questions"],
        serde_json::json!([])
    );
    let fact = "fact blister bursts: yes or no\ncover treated area if blister bursts";
    assert_eq!(
        super::plan(fact, "", 2)["questions"][0]["fact"],
        "blister bursts"
    );
}

#[test]
fn a_ban_that_a_symptom_lifts_stands_until_that_is_reported() {
    let rules = "avoid exercise for 3 days unless dizziness";
    let on = |patient: &str, day: u32| answer(&plan(rules, patient, day), "exercise");
    assert_eq!(on("", 2), "avoid, conditional");
    assert_eq!(on("symptoms = \"none\"", 2), "avoid, settled");
    let reported = "[symptoms]\ndizziness = 2026-06-02";
    assert_eq!(on(reported, 2), "not covered, settled");
    // One that waits for a symptom is not in force.
    let waits = plan("avoid exercise for 3 days if dizziness", "", 2);
    assert_eq!(answer(&waits, "exercise"), "not covered, conditional");
    // Whoever has it may have been free all the time: nothing was given back.
    assert_eq!(on("", 5), "not covered, conditional");
    assert_eq!(on("symptoms = \"none\"", 5), "allowed, settled");
}

#[test]
fn what_a_standing_ban_is_about_is_left_out_of_what_is_asked() {
    let rules = "avoid makeup for 3 days unless itching\nuse makeup daily";
    let page = text_of(rules);
    assert!(page.contains("NOT IF itching."), "{page}");
    let held_back = "Use makeup daily. From Thu 4 Jun 2026 until the end of Sun 14 Jun. test.rules:4 Held back \
                     while this holds: avoid makeup";
    assert!(page.contains(held_back), "{page}");
}
