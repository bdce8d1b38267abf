//! The last of what a nurse met when she typed whole sheets: lists of signs with a measure, lists that stand elsewhere,
//! deeds behind a list, and what is no sign.

use super::helped::{found, help, is_clean, led};
use super::plan;

#[test]
fn a_list_of_signs_with_a_measure_keeps_each_of_them() {
    let report = "report blister above 3 cm, redness spreading or \"calf hurts\" to clinic";
    for rule in [
        "call us if blister is larger than 3 cm, redness spreads, or calf hurts",
        "if a blister is larger than 3 cm, redness spreads or your calf hurts, call us",
    ] {
        led(rule, "unknown-head", report, report);
    }
    for (rule, report) in [
        (
            "call us if fever or blister is larger than 3 cm",
            "report fever or blister above 3 cm to clinic",
        ),
        (
            "call us within 24 hours if redness spreads more than 2 cm or pus",
            "report redness spreading above 2 cm or pus to clinic within 24 hours",
        ),
        (
            "call us immediately if swelling lasts longer than 3 days, chest pain or pus",
            "report swelling lasting 3 days, \"chest pain\" or pus to clinic immediately",
        ),
        (
            "call us if your temperature is above 38 C or severe pain",
            "report fever above 38 C or severe pain to clinic",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let rules = report;
    for (sign, contact) in [
        ("blister = 2026-06-02", true),
        ("\"calf hurts\" = 2026-06-02", true),
        ("fever = 2026-06-02", false),
    ] {
        let told = plan(rules, &format!("[symptoms]\n{sign}"), 3);
        assert_eq!(told["status"] == "contact", contact, "{sign}");
    }
}

#[test]
fn a_sign_that_is_severe_or_something_else_is_one_message() {
    let declared = "symptom \"painful swelling\" in pain";
    let report = "report swelling severe or painful swelling to clinic";
    for rule in [
        "call us if swelling is severe or painful",
        "if swelling becomes severe or painful, call us",
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(&format!("`{declared}`")), "{said}");
        assert!(said.contains(&format!("`{report}`")), "{said}");
    }
    let rules = format!("{declared}\n{report}");
    assert!(is_clean(&rules), "{:?}", found(&rules));
    let severe = plan(
        &rules,
        "[symptoms]\nswelling = { since = 2026-06-02, severe = true }",
        3,
    );
    assert_eq!(severe["status"], "contact");
    let mild = plan(
        &rules,
        "[symptoms]\nswelling = { since = 2026-06-02, severe = false }",
        3,
    );
    assert_ne!(mild["status"], "contact");
    let report = "report pain severe or pain worsening to clinic";
    led(
        "call us if pain is severe or worsening",
        "unknown-head",
        report,
        report,
    );
}

#[test]
fn how_it_is_asks_what_it_is() {
    let report = "report \"hot skin\" or red skin to clinic";
    for rule in [
        "call us if it is hot or red",
        "if it is hot or red, call us",
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(&format!("`{report}`")), "{said}");
        assert!(said.contains("say what `it` is"), "{said}");
    }
    assert!(is_clean(report), "{:?}", found(report));
    let both = help("call us if it is hot and red", "unknown-head");
    assert!(both.contains("where all must be there at once"), "{both}");
    // What stands for a sign has one message, whatever it does.
    help("call us if it gets worse or smells", "unknown-head");
}

#[test]
fn with_how_many_pillows_takes_one_help() {
    for (rule, days) in [
        (
            "sleep with head raised on 2 pillows for the first 3 nights",
            "sleep with head raised by \"2 pillows\" for the first 3 days",
        ),
        (
            "sleep with head raised on two pillows for three nights",
            "sleep with head raised by \"two pillows\" for 3 days",
        ),
    ] {
        let said = help(rule, "clause-shape");
        assert!(
            said.contains("`3 days`") && said.contains("`4 days`"),
            "{said}"
        );
        assert!(said.contains("pillows\"`"), "{said}");
        assert!(is_clean(days), "{:?}", found(days));
    }
    led(
        "sleep on 2 pillows",
        "clause-shape",
        "sleep with head raised by \"2 pillows\"",
        "sleep with head raised by \"2 pillows\"",
    );
}

#[test]
fn a_deed_behind_a_list_is_no_member_of_it() {
    let asked = "if conditions includes any of eczema, rosacea";
    for deed in [
        "wash face twice daily",
        "cover treated area",
        "ask clinic about serums",
        "tell clinic about serums",
    ] {
        let applied = format!("{deed} {asked}");
        led(
            &format!("{asked}, {deed}"),
            "clause-alone",
            &applied,
            &applied,
        );
    }
    let applied = format!("pat dry {asked}");
    led(
        &format!("{asked}, pat dry"),
        "clause-alone",
        &applied,
        &applied,
    );
    // What the language knows as the start of a sentence ends the list as it stands.
    assert!(is_clean(&format!("{asked}, avoid retinoids for 3 days")));
    let applied = format!("{asked}, avoid retinoids for 3 days");
    let rule = applied.replacen("if", "when", 1);
    led(&rule, "clause-alone", &applied, &applied);
    let said = help("when pregnant, avoid retinoids for 3 days", "head-shape");
    assert!(
        said.contains("`if pregnant, avoid retinoids for 3 days`"),
        "{said}"
    );
    let said = help(&format!("{asked}, leave bandage on"), "clause-alone");
    assert!(said.contains(&format!("`{asked}` behind it")), "{said}");
}

#[test]
fn signs_that_stand_elsewhere_are_named() {
    for rule in [
        "should any of these occur, call us",
        "if any of the following occur, call us",
        "call us if you notice any of these signs",
        "should this happen, call us",
        "report any of the above",
    ] {
        let said = help(rule, "unknown-name");
        assert!(
            said.contains("`report fever, pus or severe pain to clinic`"),
            "{rule}: {said}"
        );
    }
    for (rule, report) in [
        (
            "call us if you have any of these: fever, pus or bleeding",
            "report fever, pus or bleeding to clinic",
        ),
        (
            "if any of the following occur, contact the clinic within 24 hours: fever, pus",
            "report fever or pus to clinic within 24 hours",
        ),
        (
            "report the following: fever, pus",
            "report fever or pus to clinic",
        ),
        (
            "call 999 immediately if you notice any of these: chest pain, difficulty breathing",
            "report chest pain or difficulty breathing to 999 immediately",
        ),
    ] {
        led(rule, "unknown-name", report, report);
    }
    // What something does that is named is a sign of its own.
    let all = found("call us if these blisters burst");
    assert!(
        all.iter().all(|one| !one.1.contains("severe pain")),
        "{all:?}"
    );
}

#[test]
fn what_the_patient_is_is_no_sign() {
    let told = "tell clinic \"if you are pregnant\"";
    for (rule, report) in [
        (
            "call us if you are pregnant or worried",
            "report worries to clinic",
        ),
        (
            "call us if you are pregnant or have a fever",
            "report fever to clinic",
        ),
        (
            "if you are pregnant or worried, call us",
            "report worries to clinic",
        ),
    ] {
        let said = help(rule, "unknown-head");
        for part in [told, report] {
            assert!(said.contains(&format!("`{part}`")), "{rule}: {said}");
            assert!(is_clean(part), "{part}: {:?}", found(part));
        }
    }
    let said = help("call us if you are pregnant", "unknown-head");
    assert!(said.contains(&format!("`{told}`")), "{said}");
    let report = "report fever to clinic if pregnant";
    led(
        "call us if you are pregnant and have a fever",
        "unknown-head",
        report,
        report,
    );
    let said = help("report pregnant to clinic", "wrong-kind");
    assert!(said.contains("`tell clinic \"if pregnant\"`"), "{said}");
}

#[test]
fn what_something_does_or_has_not_done_is_a_sign() {
    for (rule, report) in [
        (
            "should your dressing come off, call us",
            "report \"dressing comes off\" to clinic",
        ),
        (
            "should the drain fall out, call us",
            "report \"drain falls out\" to clinic",
        ),
        (
            "call us if a wound has not closed in 2 weeks",
            "report \"wound not closed\" lasting 2 weeks to clinic",
        ),
        (
            "if it hasn't healed within 10 days, call us",
            "report \"not healed\" lasting 10 days to clinic",
        ),
        (
            "call us if redness has not faded by day 5",
            "report redness lasting 5 days to clinic",
        ),
        (
            "call us if fever or the wound has not closed in 2 weeks",
            "report fever or \"wound not closed\" lasting 2 weeks to clinic",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let said = help(
        "should your dressing come off, cover the wound",
        "unknown-head",
    );
    let rules = "symptom \"dressing comes off\"\nif dressing comes off, cover the wound";
    for part in rules.lines() {
        assert!(said.contains(&format!("`{part}`")), "{said}");
    }
    assert!(is_clean(rules), "{:?}", found(rules));
}

#[test]
fn how_many_sessions_somebody_needs_is_a_course() {
    for (rule, course) in [
        (
            "most tattoos need 6 to 10 sessions",
            "sessions usually 6..10",
        ),
        (
            "most tattoos need 6 to 10 sessions, 6 to 8 weeks apart",
            "sessions usually 6..10 every 6..8 weeks",
        ),
        ("usually 3 sessions", "sessions usually 3"),
        (
            "you will need 3 sessions every 4 weeks",
            "sessions 3 every 4 weeks",
        ),
        ("we recommend 3 to 6 treatments", "sessions 3..6"),
    ] {
        led(rule, "unknown-head", course, course);
    }
    let said = help("You may need 3 to 5 sessions", "unknown-head");
    for part in [
        "sessions usually 3..5",
        "note \"You may need 3 to 5 sessions\"",
    ] {
        assert!(said.contains(&format!("`{part}`")), "{said}");
        assert!(is_clean(part), "{part}: {:?}", found(part));
    }
}

#[test]
fn when_a_sign_is_usually_worst_says_what_is_left_out() {
    for (rule, part) in [
        ("expect swelling usually worst on day 2", "most on day 2"),
        (
            "expect swelling for 5 days, usually worst on day 2",
            "most on day 2",
        ),
        (
            "swelling is usually worst on day 2",
            "expect swelling, most on day 2",
        ),
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains(&format!("`{part}`")), "{said}");
        assert!(said.contains("`usually` is left out"), "{said}");
    }
    assert!(is_clean("expect swelling, most on day 2"));
    assert!(is_clean("expect swelling for 5 days, most on day 2"));
    let said = help("swelling is worst on day 2", "clause-shape");
    assert!(!said.contains("left out"), "{said}");
}

#[test]
fn a_known_deed_keeps_where_and_with_what_it_is_done() {
    for (rule, applied) in [
        (
            "soak face with vinegar for 10 minutes twice daily",
            "do soaking on face using vinegar for 10 minutes twice daily",
        ),
        (
            "soak the hands in warm water for 10 minutes",
            "do soaking on hands using warm water for 10 minutes",
        ),
    ] {
        led(rule, "unknown-head", applied, applied);
    }
}
