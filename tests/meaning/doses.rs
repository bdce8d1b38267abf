//! How often, how far apart at least and how much at most, in one sentence, and what sheets say for it.

use super::helped::{found, help, is_clean};
use super::{all, plan, text_of};
use serde_json::json;

#[test]
fn an_amount_a_count_a_distance_and_a_cap_stand_together() {
    for (rule, quantity, frequency) in [
        (
            "take paracetamol 500 mg at most 4 times a day, at least 6 hours apart if pain",
            "500 mg",
            "at most 4 times a day, at least 6 hours apart",
        ),
        (
            "take paracetamol 1 g every 4..6 hours, at most 8 tablets in 24 hours",
            "1 g",
            "every 4 to 6 hours, at most 8 tablets every 24 hours",
        ),
        (
            "take paracetamol 1 g, at most 4 g per day, every 6 hours as needed",
            "1 g",
            "every 6 hours, at most 4 g a day, as needed",
        ),
        (
            "take ibuprofen 400 mg 3 times a day, at least 4 hours apart",
            "400 mg",
            "3 times a day, at least 4 hours apart",
        ),
        (
            "take ibuprofen 400 mg at most 3 times a day every 6 hours",
            "400 mg",
            "every 6 hours, at most 3 times a day",
        ),
        (
            "take ibuprofen 400 mg every 6 hours or more",
            "400 mg",
            "at least 6 hours apart",
        ),
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
        let plan = plan(rule, "", 1);
        assert_eq!(
            all(&plan, "directives", "quantity"),
            [&json!(quantity)],
            "{rule}"
        );
        assert_eq!(
            all(&plan, "directives", "frequency"),
            [&json!(frequency)],
            "{rule}"
        );
    }
    let text = text_of("take paracetamol 1 g every 6 hours, at most 4 g per day");
    assert!(
        text.contains("1 g every 6 hours, at most 4 g a day"),
        "{text}"
    );
}

#[test]
fn what_is_said_twice_or_counts_nothing_is_refused() {
    for rule in [
        "take ibuprofen 3 times a day at most twice a day",
        "take ibuprofen every 6 hours at least 5 hours apart",
        "take ibuprofen at most 3 times a day at most 4 times a day",
    ] {
        assert_eq!(
            help(rule, "clause-twice"),
            "keep one of them, or write two sentences"
        );
    }
    // Eight tablets, or eight times two of them.
    let said = help(
        "take paracetamol 2 tablets every 4 hours, max 8 a day",
        "clause-twice",
    );
    assert!(
        said.contains("`at most 8 tablets a day`") && said.contains("`at most 8 times a day`"),
        "{said}"
    );
    for cap in ["at most 8 tablets a day", "at most 8 times a day"] {
        assert!(is_clean(&format!(
            "take paracetamol 2 tablets every 4 hours, {cap}"
        )));
    }
    let said = help(
        "take paracetamol 1 g every 6 hours, up to 4 g daily",
        "clause-twice",
    );
    assert!(said.contains("`at most 4 g per day`"), "{said}");
    assert_eq!(
        found("take ibuprofen at least 4..6 hours apart")[0].0,
        "clause-shape"
    );
    assert_eq!(
        found("maintenance at least 6 months apart")[0].0,
        "head-shape"
    );
    let course =
        "sessions 3 for acne scars at least 8 weeks apart\nfact concerns: any of acne scars";
    assert!(is_clean(course), "{:?}", found(course));
}

#[test]
fn a_cap_is_what_a_limit_is_held_against() {
    let limit = "limit paracetamol to 4 g per day";
    for (duty, is_above) in [
        (
            "take paracetamol 1 g every 4 hours, at most 4 g per day",
            false,
        ),
        (
            "take paracetamol 1 g every 4 hours, at most 4 times a day",
            false,
        ),
        (
            "take paracetamol 1 g every 4 hours, at most 5 g per day",
            true,
        ),
        ("take paracetamol 1 g every 4 hours", true),
        ("take paracetamol 1 g at least 6 hours apart", false),
        ("take paracetamol 1 g at least 4 hours apart", true),
    ] {
        let codes = found(&format!("{limit}\n{duty}"));
        let above = codes.iter().any(|(code, _)| *code == "above-cap");
        assert_eq!(above, is_above, "{duty}: {codes:?}");
    }
}

#[test]
fn the_words_of_sheets_for_a_distance_and_a_cap_are_led_to_them() {
    for (rule, meant) in [
        (
            "take paracetamol up to 4 times a day, leaving at least 4 hours between doses",
            "write `at least 4 hours apart`",
        ),
        (
            "take paracetamol 3 times a day, 6 hours apart",
            "write `at least 6 hours apart`",
        ),
        (
            "take paracetamol no more often than every 6 hours",
            "write `at least 6 hours apart`",
        ),
        (
            "take paracetamol every 4 hours but no more than 4 times a day",
            "write `at most`",
        ),
        (
            "take paracetamol every 4 to 6 hours, no more than 8 in 24 hours",
            "write `at most`",
        ),
    ] {
        let said = help(rule, "syntax");
        assert!(said.contains(meant), "{rule}: {said}");
    }
    let said = help(
        "take 2 tablets of paracetamol every 4 to 6 hours, no more than 8 in 24 hours",
        "syntax",
    );
    for cap in [
        "at most 8 tablets in 24 hours",
        "at most 8 times in 24 hours",
    ] {
        assert!(said.contains(&format!("`{cap}`")), "{said}");
        assert!(is_clean(&format!(
            "take 2 tablets of paracetamol every 4 to 6 hours, {cap}"
        )));
    }
    let said = help("take paracetamol 1 g if it hurts", "unknown-name");
    assert_eq!(said, "write `pain`");
    assert!(is_clean("use hydrocortisone cream for no more than 3 days"));
    let few = plan("use hydrocortisone cream for no more than 3 days", "", 3);
    assert_eq!(
        all(&few, "directives", "window_text"),
        [&json!("for up to 3 days")]
    );
    let said = help(
        "use hydrocortisone cream no longer than 3 days",
        "unknown-name",
    );
    assert_eq!(said, "write `for up to 3 days`");
}

#[test]
fn how_long_each_time_is_one_amount_however_it_is_written() {
    let limit = "limit walking to 60 minutes at a time";
    for (duty, is_above) in [
        ("do walking for 90 minutes", true),
        ("do walking 90 minutes", true),
        ("do walking for up to 60 minutes", false),
        ("do walking for 45..75 minutes", true),
        ("allow walking 90 minutes from day 2", true),
    ] {
        let codes = found(&format!("{limit}\n{duty}"));
        let above = codes.iter().any(|(code, _)| *code == "above-cap");
        assert_eq!(above, is_above, "{duty}: {codes:?}");
    }
}
