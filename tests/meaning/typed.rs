//! What nurses type at first, and what the plan says of it.

use serde_json::json;

use super::helped::{found, help, is_clean};
use super::{all, answer, plan, text_of};

#[test]
fn so_much_per_day_is_a_cap_and_nothing_that_is_taken_daily() {
    for rule in [
        "take paracetamol up to 4 g per day if pain",
        "take paracetamol up to 4 g a day if pain",
        "take paracetamol at most 4 g each day if pain",
    ] {
        let plan = plan(rule, "", 2);
        assert_eq!(
            all(&plan, "directives", "quantity"),
            [&json!("at most 4 g a day")],
            "{rule}"
        );
        assert_eq!(all(&plan, "directives", "frequency"), [&json!(null)]);
    }
    let each = plan("take paracetamol up to 2 tablets every 4 hours", "", 2);
    assert_eq!(
        all(&each, "directives", "quantity"),
        [&json!("at most 2 tablets")]
    );
}

#[test]
fn minutes_of_what_is_allowed_are_how_long_each_time() {
    for rule in [
        "allow showers 5 minutes from day 2",
        "allow showers for 5 minutes daily from day 2",
    ] {
        let rules = format!("avoid showers until day 2\n{rule}");
        assert_eq!(answer(&plan(&rules, "", 2), "shower"), "avoid, settled");
        for day in [3, 9] {
            let plan = plan(&rules, "", day);
            assert_eq!(answer(&plan, "shower"), "allowed, settled", "{rule}");
            let quantity = all(&plan, "directives", "quantity");
            assert!(quantity.contains(&&json!("5 minutes")), "{quantity:?}");
        }
    }
    let text = text_of("allow baths for 10 minutes");
    assert!(text.contains("10 minutes"), "{text}");
}

/// Section 3.11: the time of a warning sign is what the patient is told; what is reported counts.
#[test]
fn a_warning_sign_counts_whatever_its_time() {
    let rules = "report pus to clinic from day 3 accept starts-late because \"a drain\"";
    for day in [2, 5] {
        let plan = plan(rules, "symptoms.pus = 2026-06-02", day);
        assert_eq!(plan["status"], "contact", "{day}");
    }
}

#[test]
fn a_deed_of_several_words_is_forbidden_by_its_name() {
    let rules = "do not burst blisters for 5 days";
    assert_eq!(
        answer(&plan(rules, "", 2), "popping blisters"),
        "avoid, settled"
    );
}

#[test]
fn an_allergy_that_the_list_lacks_is_asked_by_a_fact_in_the_nurses_words() {
    let rules = "fact \"allergic to penicillin\": yes or no\nrefuse if allergic to penicillin";
    let asked = plan(rules, "", 1);
    assert_eq!(asked["status"], "unsettled");
    let question = asked["questions"][0]["text"].as_str().unwrap_or_default();
    assert_eq!(
        question,
        "Is this so of the patient: allergic to penicillin?"
    );
    let facts = "[facts]\n\"allergic to penicillin\" = true";
    assert_eq!(plan(rules, facts, 1)["status"], "refuse");
}

#[test]
fn a_spreading_symptom_has_its_size() {
    let rules = "report redness spreading above 2 cm to clinic";
    let items = all(&plan(rules, "", 2), "red_flags", "items")[0].clone();
    assert!(items.to_string().contains("above 2 cm"), "{items}");
    assert!(items.to_string().contains("spreading"), "{items}");
}

#[test]
fn allergic_to_a_thing_of_the_list_is_the_same_question() {
    for (rules, status) in [
        ("refuse if allergic to latex", "refuse"),
        ("refuse if allergic to any of nickel, latex", "refuse"),
        ("refuse if allergic to nickel", "proceed"),
        ("refuse if not allergic to nickel", "refuse"),
    ] {
        let known = plan(rules, "[facts]\nallergies = [\"latex\"]", 1);
        assert_eq!(known["status"], status, "{rules}");
        assert_eq!(plan(rules, "", 1)["status"], "unsettled", "{rules}");
    }
}

#[test]
fn what_one_does_is_forbidden_where_its_bare_word_names_a_thing_too() {
    let rules = "do not scrub for 5 days";
    assert_eq!(answer(&plan(rules, "", 2), "scrubbing"), "avoid, settled");
    let rules = "avoid scrubs for 5 days";
    assert_eq!(answer(&plan(rules, "", 2), "scrubs"), "avoid, settled");
}

#[test]
fn what_sheets_say_before_a_deed_loses_no_part_of_it() {
    for (typed, code, help_says, written) in [
        (
            "if swelling use cold compress for 10 minutes",
            "clause-alone",
            "write `if swelling, use cold compress for 10 minutes`",
            "if swelling, use cold compress for 10 minutes",
        ),
        (
            "call us the same day if pus or fever over 38.5",
            "how-soon",
            "write `report pus or fever over 38.5 C to clinic within 24 hours`",
            "report pus or fever over 38.5 C to clinic within 24 hours",
        ),
        (
            "use moisturiser from the day before until day 7",
            "clause-shape",
            "write `from 1 day before treatment until`",
            "use moisturiser from 1 day before treatment until day 7",
        ),
        (
            "use moisturiser daily if the skin peels",
            "unknown-name",
            "write `peeling`",
            "use moisturiser daily if peeling",
        ),
        (
            "avoid painkillers for 24 hours unless your doctor prescribed them",
            "clause-shape",
            "leave the condition out",
            "avoid painkillers for 24 hours",
        ),
        (
            "avoid swimming in pools for 4 weeks",
            "unknown-name",
            "declare `activity \"swimming in pools\" in pools`",
            "activity \"swimming in pools\" in pools\navoid swimming in pools for 4 weeks",
        ),
    ] {
        let said = help(typed, code);
        assert!(said.contains(help_says), "{typed}: {said}");
        assert!(is_clean(written), "{written}: {:?}", found(written));
    }
}

#[test]
fn what_has_a_time_of_its_own_is_led_to_a_sentence_of_its_own() {
    for (typed, first, second) in [
        (
            "no pools for 4 weeks and sea for 2 weeks",
            "no pools for 4 weeks",
            "no sea for 2 weeks",
        ),
        (
            "expect redness for 2 days, peeling from day 3 for 4 days",
            "expect redness for 2 days",
            "expect peeling from day 3 for 4 days",
        ),
    ] {
        let said = help(typed, "two-sentences");
        assert!(
            said.contains(&format!("`{first}` and `{second}`")),
            "{said}"
        );
        let both = format!("{first}\n{second}");
        assert!(is_clean(&both), "{both}: {:?}", found(&both));
    }
    // What is asked behind the second may be meant for both: nothing is offered that would lose it for the first.
    let said = help(
        "no pools for 4 weeks and sea for 2 weeks if open wound",
        "syntax",
    );
    assert!(!said.contains("own line"), "{said}");
    let said = help(
        "visit \"check\" 2 weeks after treatment, then every 4 weeks",
        "clause-shape",
    );
    assert!(said.contains("write a `visit` for each"), "{said}");
    assert!(!said.contains("steps"), "{said}");
}

#[test]
fn what_another_nurse_typed_is_not_turned() {
    let said = help(
        "avoid blood-thinning painkillers for 24 hours",
        "unknown-name",
    );
    assert!(
        said.contains("write `blood-thinning pain relief`"),
        "{said}"
    );
    let said = help("clear fluid is normal for 6 weeks", "syntax");
    assert!(said.contains("expect clear fluid for 6 weeks"), "{said}");
    assert!(!said.contains("clean"), "{said}");
    for rule in [
        "do not have it if pregnant",
        "do not \"have it\" if pregnant",
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains("`refuse`"), "{rule}: {said}");
    }
    for (_, said) in found("expect peeling from day 3 until day 7 to 10") {
        assert!(!said.contains("\"peeling"), "{said}");
    }
}

#[test]
fn what_waited_for_a_sign_until_it_came_is_no_time_of_the_ban() {
    let patient = "[symptoms]\ninfection = 2026-06-03";
    let plan = plan("avoid running if infection", patient, 4);
    let windows = all(&plan, "directives", "windows");
    assert_eq!(windows[0].as_array().map(Vec::len), Some(1), "{windows:?}");
    assert_eq!(windows[0][0]["from"], "2026-06-03");
}

#[test]
fn what_lasts_as_long_as_a_sign_is_led_to_its_end() {
    let said = help("use moisturiser daily while peeling", "wrong-kind");
    assert!(said.contains("`until peeling finished`"), "{said}");
    let said = help("avoid makeup until peeling ends", "unknown-name");
    assert!(said.contains("write `peeling finished`"), "{said}");
    let meant = "avoid makeup until peeling finished, at least 8 days";
    assert!(is_clean(meant), "{:?}", found(meant));
}
