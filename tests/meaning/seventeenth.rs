//! Sheets that a nurse typed in: sentences that passed and meant something else, and helps that led to one.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan, thing};

#[test]
fn what_is_not_among_what_is_left_is_allowed_in_a_sentence_of_its_own() {
    let rule = "avoid strenuous exercise for 48 hours except walking";
    let mended = "avoid strenuous exercise for 48 hours\nallow walking";
    led(rule, "except-outside", "allow walking", mended);
    assert!(!help(rule, "except-outside").contains("while walking"));
    let day = plan(mended, "", 1);
    assert_eq!(answer(&day, "walking"), "allowed, settled");
    assert_eq!(thing(&day, "strenuous exercise")["answer"], "avoid");
    led(
        "resume makeup from day 2 except sauna",
        "except-outside",
        "avoid sauna",
        "resume makeup from day 2\navoid sauna",
    );
    // What is done of a kind that is left stays in its clause.
    assert!(is_clean(
        "avoid strenuous exercise for 48 hours except running"
    ));
}

#[test]
fn a_series_of_sessions_is_a_course() {
    for (rule, course) in [
        (
            "a series of 3 sessions every 4..6 weeks",
            "sessions 3 every 4..6 weeks",
        ),
        (
            "a course of 3 sessions, 4 to 6 weeks apart",
            "sessions 3 every 4..6 weeks",
        ),
        ("course of 3 sessions", "sessions 3"),
        ("a package of 6 treatments", "sessions 6"),
        ("series of three", "sessions 3"),
    ] {
        led(rule, "unknown-head", course, course);
        assert!(!help(rule, "unknown-head").contains("declare"), "{rule}");
    }
    let course = plan("sessions 3 every 4..6 weeks", "", 1);
    let candidate = &course["treatments"][0]["sessions"]["candidates"][0];
    assert_eq!(candidate["most"], 3, "{course}");
    assert_eq!(candidate["every"], "4 to 6 weeks", "{course}");
}

#[test]
fn a_dressing_stays_on_in_one_sentence_and_dry_in_another() {
    let stays = "keep dressing on neck for 48 hours";
    let dry = "keep dressing dry on neck for 48 hours";
    for rule in [
        "keep dressing on neck in place and dry for 48 hours",
        "leave the dressing on your neck in place and dry for 48 hours",
    ] {
        led(rule, "clause-shape", stays, stays);
        led(rule, "clause-shape", dry, dry);
    }
    for (rule, written) in [
        ("keep dressing on neck in place", "keep dressing on neck"),
        ("keep dressing in place on neck", "keep dressing on neck"),
        ("keep dressing on neck dry", "keep dressing dry on neck"),
        ("keep dressing in place", "keep dressing"),
        ("keep dressing on", "keep dressing"),
    ] {
        led(rule, "clause-shape", written, written);
    }
    assert!(is_clean(&format!("{stays}\n{dry}")));
}

#[test]
fn what_is_done_in_the_morning_of_the_treatment_is_prepared() {
    let prepared = "prepare \"wash hair\" on day 0";
    for rule in [
        "wash hair in the morning of the treatment",
        "wash hair on the morning of treatment",
        "wash hair on the day of the treatment",
        "wash hair on the morning of your appointment",
        "on the morning of treatment, wash hair",
    ] {
        led(rule, "clause-shape", prepared, prepared);
    }
    led(
        "avoid makeup on the morning of treatment",
        "clause-shape",
        "on day 0",
        "avoid makeup on day 0",
    );
    let day = plan("avoid makeup on day 0", "", 1);
    assert_eq!(answer(&day, "makeup"), "avoid, settled");
    assert_eq!(
        found("expect redness on the day of the treatment")[0].0,
        "clause-shape"
    );
}
