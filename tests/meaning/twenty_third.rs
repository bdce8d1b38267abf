//! Conditions with a time, and a length of putting off: each told once, with the sentence that says it.

use super::helped::{found, help, is_clean, led};

#[test]
fn what_was_done_lately_is_asked_by_had_or_took() {
    for (rule, done, taken) in [
        (
            "refuse if waxing within 2 weeks",
            "refuse if had waxing within 2 weeks",
            "took waxing within 2 weeks",
        ),
        (
            "defer if pregnant or cold sore within 2 weeks",
            "defer if pregnant or had cold sore within 2 weeks",
            "took cold sore within 2 weeks",
        ),
        (
            "avoid makeup if waxing within 2 weeks",
            "avoid makeup if had waxing within 2 weeks",
            "took waxing within 2 weeks",
        ),
    ] {
        let said = help(rule, "clause-shape");
        let had = taken.replacen("took", "had", 1);
        assert!(said.contains(&format!("`{had}`")), "{rule}: {said}");
        assert!(said.contains(&format!("`{taken}`")), "{rule}: {said}");
        assert!(is_clean(done), "{done}: {:?}", found(done));
    }
    let said = help("refuse if isotretinoin within 6 months", "clause-shape");
    assert!(
        said.contains("`took isotretinoin within 6 months`"),
        "{said}"
    );
    assert!(is_clean("refuse if took isotretinoin within 6 months"));
    // In front of a sentence, and over a block.
    for (rule, applied) in [
        (
            "when waxing within 2 weeks { avoid sunbathing for 3 days }",
            "when had waxing within 2 weeks { avoid sunbathing for 3 days }",
        ),
        (
            "when pregnant or waxing within 2 weeks {\n  avoid sunbathing for 3 days\n}",
            "when pregnant or had waxing within 2 weeks {\n  avoid sunbathing for 3 days\n}",
        ),
        (
            "if waxing within 2 weeks, defer",
            "if had waxing within 2 weeks, defer",
        ),
    ] {
        let said = help(rule, "clause-shape");
        assert!(
            said.contains("`had waxing within 2 weeks`"),
            "{rule}: {said}"
        );
        assert!(is_clean(applied), "{applied}: {:?}", found(applied));
    }
    assert_eq!(
        found("apply cold pack if swelling within 2 hours").len(),
        1,
        "a duty goes to nobody, and its time is told of once"
    );
    // How soon somebody is called stays what it is.
    let order = help(
        "report fever to clinic if severe within 2 hours",
        "clause-order",
    );
    assert!(
        order.contains("move `within 2 hours` before `if`"),
        "{order}"
    );
}

#[test]
fn a_length_of_putting_off_counts_from_something() {
    for (rule, write) in [
        (
            "defer 2 weeks if waxing",
            "defer until 2 weeks after waxing",
        ),
        (
            "defer for 2 weeks if waxing",
            "defer until 2 weeks after waxing",
        ),
        (
            "defer 2 weeks if recent waxing",
            "defer until 2 weeks after waxing",
        ),
        (
            "defer 2 weeks if you had waxing",
            "defer until 2 weeks after waxing",
        ),
        (
            "defer 6 months if taking isotretinoin",
            "defer until 6 months after isotretinoin last taken",
        ),
        (
            "defer 6 months if isotretinoin",
            "defer until 6 months after isotretinoin last taken",
        ),
    ] {
        led(rule, "window-not-here", write, write);
    }
    let said = help("defer 2 weeks if cold sore", "window-not-here");
    let over = "defer until 2 weeks after cold sore gone";
    for part in ["defer if cold sore", "event cold sore gone", over] {
        assert!(said.contains(&format!("`{part}`")), "{said}");
    }
    assert!(is_clean("defer if cold sore"));
    assert!(is_clean(&format!("event cold sore gone\n{over}")));
    let said = help("defer 2 weeks if moonstruck", "window-not-here");
    assert!(!said.contains("moonstruck"), "{said}");
    let said = help("defer 2 weeks if pregnant or infection", "window-not-here");
    assert!(said.contains("`defer if pregnant or infection`"), "{said}");
    assert!(is_clean("defer if pregnant or infection"));
}

#[test]
fn how_long_each_time_is_a_part_of_a_name_that_is_not_known_either() {
    let rule = "avoid standing still for long periods";
    let declared = "activity \"standing still for long periods\" in standing";
    led(
        rule,
        "concerns-not-here",
        declared,
        &format!("{declared}\n{rule}"),
    );
    let whole = "avoid \"gaming for long periods\"";
    led(
        "avoid gaming for long periods",
        "concerns-not-here",
        whole,
        whole,
    );
}

#[test]
fn a_question_in_brackets_has_its_own_word() {
    for rule in [
        "avoid retinoids if taking anticoagulants and (took anticoagulants within 5 days or pregnant)",
        "refuse if pregnant and (had waxing within 5 days or breastfeeding)",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}
