//! Whom to call, and what comes after something that takes minutes: what a help must and must not say.

use super::helped::{found, help, is_clean};
use super::{all, plan};

#[test]
fn two_who_are_called_are_two_reports() {
    for (rule, first, second) in [
        (
            "report bleeding to 112, then clinic",
            "`report bleeding to 112`",
            "`report bleeding to clinic`",
        ),
        (
            "report bleeding to 112 and us immediately",
            "`report bleeding to 112 immediately`",
            "`report bleeding to clinic immediately`",
        ),
        (
            "call 999, then us if bleeding",
            "`report bleeding to 999`",
            "`report bleeding to clinic`",
        ),
        (
            "if bleeding, call the doctor and us",
            "`report bleeding to doctor`",
            "`report bleeding to clinic`",
        ),
    ] {
        let said = help(rule, "two-sentences");
        assert!(
            said.contains(first) && said.contains(second),
            "{rule}: {said}"
        );
        assert!(!said.contains("steps"), "{rule}: {said}");
    }
    let both = "report bleeding to 112\nreport bleeding to clinic";
    assert!(is_clean(both), "{:?}", found(both));
    let plan = plan(both, "[symptoms]\nbleeding = 2026-06-02", 2);
    let called: Vec<String> = all(&plan, "red_flags", "to")
        .into_iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(called, ["\"112\"", "\"the clinic\""]);
    // Who is not called is no second one.
    let said = help("report bleeding to 112 and wash hands", "two-sentences");
    assert!(!said.contains("otherwise"), "{said}");
}

#[test]
fn minutes_are_no_time_from_the_treatment() {
    for rule in [
        "press for 20 minutes then report if still bleeding",
        "press for 20 minutes, then call us if still bleeding",
        "apply ointment for 20 minutes then lotion",
        "apply ice for 20 minutes and then rest",
    ] {
        let said = help(rule, "two-sentences");
        assert!(said.contains("`steps"), "{rule}: {said}");
        assert!(!said.contains("from 20 minutes"), "{rule}: {said}");
    }
    // A ban of minutes is one, and so is a duty of days.
    let said = help(
        "avoid touching for 20 minutes then wash hands",
        "two-sentences",
    );
    assert!(said.contains("`from 20 minutes`"), "{said}");
    let said = help("keep dry for 3 days then apply ointment", "two-sentences");
    assert!(said.contains("`from 3 days`"), "{said}");
}

#[test]
fn what_is_still_there_is_told_once_and_persists() {
    let steps = |step: &str| {
        format!("steps \"pressure\" {{\n  apply firm pressure 20 minutes\n  {step}\n}} if bleeding")
    };
    for (step, code) in [
        ("then report if still bleeding", "missing-things"),
        ("then call us if still bleeding", "unknown-head"),
        ("then report bleeding if still bleeding", "unknown-name"),
    ] {
        let said = help(&steps(step), code);
        assert!(
            said.contains("`then if it persists report bleeding to clinic`"),
            "{step}: {said}"
        );
    }
    let mended = steps("then if it persists report bleeding to clinic");
    assert!(is_clean(&mended), "{:?}", found(&mended));
    assert!(is_clean("report bleeding despite pressure to clinic"));
}

#[test]
fn a_visit_has_a_title_and_what_is_so_for_some_is_no_remark() {
    let said = help("visit 7-10 days (face: 5-7 days)", "head-shape");
    assert!(
        said.contains("`visit \"check-up\" 7..10 days after treatment`"),
        "{said}"
    );
    assert!(said.contains("`if`"), "{said}");
    let said = help(
        "visit \"stitches out\" 7-10 days (face: 5-7 days)",
        "syntax",
    );
    assert!(said.contains("`if`") && !said.contains('#'), "{said}");
    let said = help("visit 2 weeks later", "head-shape");
    assert!(
        said.contains("`visit \"check-up\" 2 weeks after treatment`"),
        "{said}"
    );
    for rule in [
        "visit \"check-up\" 7..10 days after treatment",
        "visit \"check-up\" 5..7 days after treatment if area treated includes face",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn what_is_put_on_is_banned_as_itself() {
    for (rule, code, written) in [
        (
            "do not put lotion on legs",
            "unknown-name",
            "`avoid lotion`",
        ),
        ("never put makeup on eyes", "unknown-name", "`avoid makeup`"),
        (
            "do not \"put lotion\"",
            "holds-known-name",
            "`avoid lotion`",
        ),
        (
            "avoid \"put lotion on legs\"",
            "holds-known-name",
            "`avoid lotion on legs`",
        ),
        (
            "do not \"put any lotion on your legs\" for 2 days",
            "holds-known-name",
            "`avoid lotion on legs`",
        ),
    ] {
        let said = help(rule, code);
        assert!(said.contains(written), "{rule}: {said}");
    }
    assert!(is_clean("avoid lotion on legs for 2 days"));
}

#[test]
fn what_is_no_time_has_one_message_beside_a_time() {
    let said = help("do not pick at the lumps for 2 weeks", "window-not-here");
    assert!(said.contains("`do not \"pick at the lumps\"`"), "{said}");
    let mended = "do not \"pick at the lumps\" for 2 weeks";
    assert!(is_clean(mended), "{:?}", found(mended));
    // What is a time does not lose the other one.
    assert_eq!(
        found("avoid makeup until healed for 2 weeks")[0].0,
        "clause-twice"
    );
    for rule in [
        "take the stockings off only to shower",
        "remove stockings only to wash",
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains("`remove stockings`"), "{rule}: {said}");
        assert!(said.contains("`while`"), "{rule}: {said}");
    }
    assert!(is_clean("remove compression stockings while showering"));
}
