//! Where the language leaves a choice, the safer of two meanings.

use aftercare_dsl::eval;
use aftercare_dsl::plan::Answer;
use aftercare_dsl::source::Sources;

use super::text_of;
use crate::support::{moment, read};

/// Whether a patient treated on 1 June 2026 has this answer about a thing, and each below it, on a day of June.
fn answers(rules: &str, day: u32, name: &str, expected: Answer) -> bool {
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
