//! For how long a treatment is put off after something, and what was done last.

use super::helped::{help, is_clean, led};

#[test]
fn a_time_after_something_is_until_when_a_treatment_is_put_off() {
    for (said, part) in [
        ("7 days after waxing", "defer until 7 days after waxing"),
        ("for 7 days after waxing", "defer until 7 days after waxing"),
        (
            "7..10 days after last waxing",
            "defer until 7..10 days after waxing",
        ),
        (
            "for 6 months after isotretinoin",
            "defer until 6 months after isotretinoin last taken",
        ),
        (
            "4 weeks after the last treatment",
            "defer until 4 weeks after previous session",
        ),
        (
            "4 weeks after previous session",
            "defer until 4 weeks after previous session",
        ),
    ] {
        led(&format!("defer {said}"), "window-not-here", part, part);
    }
}

#[test]
fn a_refusal_with_a_time_is_asked_whether_it_puts_off() {
    for (said, asked, until) in [
        (
            "refuse for 6 months after isotretinoin",
            "refuse if took isotretinoin within 6 months",
            "defer until 6 months after isotretinoin last taken",
        ),
        (
            "refuse 7 days after waxing",
            "refuse if had waxing within 7 days",
            "defer until 7 days after waxing",
        ),
    ] {
        led(said, "window-not-here", asked, asked);
        led(said, "window-not-here", until, until);
    }
}

#[test]
fn what_was_done_counts_from_the_last_time_without_last() {
    for rule in [
        "defer until 7 days after last waxing",
        "refuse if had the most recent waxing within 7 days",
    ] {
        led(
            rule,
            "unknown-name",
            "waxing",
            "defer until 7 days after waxing",
        );
    }
    // Which session is meant only the author knows.
    let said = help("avoid sun until 7 days after last session", "unknown-name");
    for session in ["treatment", "previous session", "final session"] {
        assert!(said.contains(&format!("`{session}`")), "{said}");
        let rule = format!("avoid sun until 7 days after {session}");
        assert!(is_clean(&rule), "{rule}");
    }
}
