//! What may be done from a day on is not helped to what is asked for, and what is put on not to what is swallowed.

use super::helped::{help, is_clean, led};

#[test]
fn what_one_does_from_a_day_on_is_asked_whether_it_is_free_or_asked_for() {
    for (rule, deed) in [
        ("swim from day 7", "swimming"),
        ("fly after 4 weeks", "flying"),
        ("swim once healed", "swimming"),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(&format!("`resume {deed}`")), "{rule}: {said}");
        assert!(said.contains(&format!("`do {deed}`")), "{rule}: {said}");
    }
    led(
        "swim daily",
        "unknown-head",
        "do swimming",
        "do swimming daily",
    );
    let said = help("shower with lukewarm water from 24 hours", "missing-things");
    assert!(said.contains("`allow showers`"), "{said}");
    assert!(said.contains("`shower treated area`"), "{said}");
    led(
        "shower with lukewarm water daily",
        "missing-things",
        "shower treated area",
        "shower treated area using lukewarm water daily",
    );
}

#[test]
fn what_is_applied_is_not_helped_to_what_is_swallowed() {
    led(
        "apply arnica on treated area for 3 days",
        "wrong-verb",
        "arnica gel",
        "apply arnica gel on treated area for 3 days",
    );
    led(
        "apply ibuprofen for 2 days",
        "wrong-verb",
        "ibuprofen gel",
        "apply ibuprofen gel for 2 days",
    );
    led(
        "apply warfarin for 2 days",
        "wrong-verb",
        "substance warfarin gel",
        "substance warfarin gel\napply warfarin gel for 2 days",
    );
    // What nothing is put on with keeps its verb.
    led(
        "wear ibuprofen for 2 days",
        "wrong-verb",
        "take",
        "take ibuprofen for 2 days",
    );
}

#[test]
fn a_sign_is_no_place_but_a_condition() {
    led(
        "apply arnica gel on bruises",
        "wrong-kind",
        "if bruises",
        "apply arnica gel if bruises",
    );
}

#[test]
fn a_review_with_a_length_is_a_visit() {
    for joint in ["at", "after", "in"] {
        led(
            &format!("review {joint} 6 weeks"),
            "header-shape",
            "visit \"review\" 6 weeks after treatment",
            "visit \"review\" 6 weeks after treatment",
        );
    }
    assert!(is_clean("review by 2027-11-30"));
}
