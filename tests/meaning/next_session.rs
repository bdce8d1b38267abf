//! Section 3.9: what stands before a session that is not booked yet, and what is not known of it.

use serde_json::Value;

use super::helped::{help, led};
use super::{answer, plan, thing};

const COURSE: &str = "sessions 3 every 1..2 weeks";

/// The plan of a patient treated on 1 June 2026, whose next session is between 8 and 15 June.
fn on(sentences: &str, day: u32) -> Value {
    plan(&format!("{COURSE}\n{sentences}"), "sessions = []", day)
}

#[test]
fn what_is_off_before_a_session_that_is_overdue_stays_off() {
    let sentences =
        "avoid smoking for 3 days before and 3 days after\navoid waxing between sessions";
    for day in [9, 15, 16, 30] {
        let plan = on(sentences, day);
        assert_eq!(answer(&plan, "smoking"), "avoid, settled", "on day {day}");
        assert_eq!(answer(&plan, "waxing"), "avoid, settled", "on day {day}");
    }
    let finished = plan(
        &format!("{COURSE}\n{sentences}"),
        "sessions = []\ncourse_finished = true",
        30,
    );
    assert_eq!(answer(&finished, "smoking"), "allowed, settled");
    assert_eq!(answer(&finished, "waxing"), "allowed, settled");
}

/// From session to session, and so to the last of them: 3 sessions end by 29 June.
#[test]
fn between_sessions_lasts_to_the_final_one() {
    let plan = on("avoid waxing between sessions", 9);
    assert_eq!(thing(&plan, "waxing")["free_from"], "2026-06-30");
    let overdue = on("avoid waxing between sessions", 20);
    assert_eq!(overdue["directives"][0]["open_until"], "the final session");
    assert_eq!(thing(&overdue, "waxing")["free_from"], Value::Null);
}

#[test]
fn every_window_that_starts_before_a_session_comes_again_before_the_next() {
    for sentence in [
        "avoid shaving for 3 days before",
        "avoid shaving on days -3..-1",
        "avoid shaving from 3 days before treatment until treatment",
        "avoid shaving from day -3 until day 0",
        "avoid shaving from 72 hours before treatment until 12 hours before treatment",
    ] {
        let plan = on(sentence, 6);
        assert_eq!(answer(&plan, "shaving"), "avoid, settled", "{sentence}");
        let before = on(sentence, 4);
        assert_ne!(answer(&before, "shaving"), "avoid, settled", "{sentence}");
    }
    let duty = on("use gentle cleanser on day -1", 7);
    assert_eq!(
        duty["directives"][0]["next_session_windows"][0]["from"],
        "2026-06-07"
    );
}

#[test]
fn what_ends_before_the_treatment_gives_nothing_back() {
    let day = plan("avoid shaving from day -7 until day -1", "", 1);
    assert_eq!(answer(&day, "shaving"), "not covered, settled");
}

#[test]
fn a_length_of_time_before_the_treatment_says_whether_it_is_when_or_how_long() {
    led(
        "take paracetamol 1 hour before treatment",
        "days-without-for",
        "at 1 hour before treatment",
        "take paracetamol for 1 hour before treatment",
    );
    for each in ["treatment", "each session"] {
        led(
            &format!("do shaving on treated area 12-24 hours before {each}"),
            "days-without-for",
            "from 24 hours before treatment until 12 hours before treatment",
            "do shaving on treated area from 24 hours before treatment until 12 hours before treatment",
        );
    }
    led(
        "apply moisturiser 10 minutes before each cleansing",
        "days-without-for",
        "for 10 minutes before each cleansing",
        "apply moisturiser for 10 minutes before each cleansing",
    );
    let said = help(
        "do shaving for 12-24 hours before each session",
        "clause-unfit",
    );
    assert!(said.contains("`for 12-24 hours before`"), "{said}");
}
