//! Sentences as nurses wrote them in their first protocols: what the help of each must say, and what comes of it.

use super::helped::{found, help, is_clean};
use super::{all, answer, plan};

#[test]
fn the_day_after_is_day_1() {
    for (rule, code, written) in [
        (
            "restart warfarin the day after",
            "clause-shape",
            "`from day 1`",
        ),
        (
            "avoid makeup until the day after",
            "clause-shape",
            "`day 1`",
        ),
        (
            "avoid makeup the day after treatment",
            "clause-shape",
            "`on day 1`",
        ),
        (
            "change dressing on day 2 then daily",
            "clause-shape",
            "`daily from day 2`",
        ),
    ] {
        let said = help(rule, code);
        assert!(said.contains(written), "{rule}: {said}");
    }
    for rule in [
        "avoid warfarin today\nresume warfarin from day 1",
        "change dressing daily from day 2",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn what_is_to_be_done_before_the_treatment_has_a_day_by_which() {
    let said = help(
        "prepare \"call for a prescription\" at least 4 weeks before treatment",
        "clause-unfit",
    );
    assert!(said.contains("`by 4 weeks before treatment`"), "{said}");
    for (by, date) in [
        (
            "by 4 weeks before treatment",
            "by 4 weeks before treatment, Mon 4 May 2026",
        ),
        ("by day -28", "by day -28, Mon 4 May 2026"),
    ] {
        for head in ["prepare", "tell clinic", "ask clinic", "ask prescriber"] {
            let rule = format!("{head} \"call for a prescription\" {by}");
            assert!(is_clean(&rule), "{rule}: {:?}", found(&rule));
            let plan = plan(&rule, "", 1);
            let details = all(&plan, "before_treatment", "details");
            assert_eq!(details[0][0], date, "{rule}");
        }
    }
    // Whom it does not suit it is refused of.
    assert_eq!(found("refuse by day -28 if pregnant")[0].0, "clause-unfit");
}

#[test]
fn two_signs_at_once_are_one_report_with_a_condition() {
    for (rule, code) in [
        ("report redness with fever to clinic", "wrong-kind"),
        (
            "report \"redness with fever\" to clinic",
            "holds-known-name",
        ),
    ] {
        let said = help(rule, code);
        assert!(said.contains("`if fever`"), "{rule}: {said}");
    }
    let rule = "report redness to clinic if fever";
    let alone = plan(rule, "[symptoms]\nredness = 2026-06-02\nfever = false", 3);
    assert_ne!(alone["status"], "contact");
    let both = plan(
        rule,
        "[symptoms]\nredness = 2026-06-02\nfever = 2026-06-02",
        3,
    );
    assert_eq!(both["status"], "contact");
}

#[test]
fn each_sign_of_a_list_is_named_whole() {
    let said = help("report hot, red or swollen calf", "unknown-name");
    assert!(said.contains("`hot calf` and `red calf`"), "{said}");
    assert!(is_clean("report hot calf, red calf or swollen calf"));
}

#[test]
fn what_do_not_stands_before_is_a_deed() {
    let said = help("do not twist or turn the earring", "unknown-name");
    assert!(
        said.contains("`do not \"twist or turn the earring\"`"),
        "{said}"
    );
    // All that one does holds it, and no substance does.
    let rule = |head: &str| format!("{head}\ndo not \"blow a whistle\" for 2 days");
    let held = plan(&rule("limit activity to a minimum"), "", 1);
    assert_eq!(answer(&held, "blow a whistle"), "avoid, settled");
    assert!(is_clean(
        "do not \"blow a whistle\" today\ndo \"blow a whistle\" from day 1"
    ));
    assert!(is_clean("do not peel off the skin"));
    let said = help("sleep on the other side", "unknown-head");
    assert!(
        said.contains("`action \"sleep on the other side\"`"),
        "{said}"
    );
    assert!(is_clean(
        "action \"sleep on the other side\"\nsleep on the other side for 3 days"
    ));
}

#[test]
fn an_end_that_not_everybody_comes_to_is_told_of() {
    let event = "event blister closed\n";
    let said = help(
        &format!("{event}avoid makeup until blister closed"),
        "not-everybody",
    );
    assert!(said.contains("`if blister`"), "{said}");
    let rule = format!("{event}avoid makeup until blister closed if blister");
    assert!(is_clean(&rule));
    let none = plan(&rule, "[symptoms]\nblisters = false", 3);
    assert_eq!(
        none["directives"].as_array().map(Vec::len),
        Some(0),
        "{none:#}"
    );
}

#[test]
fn reasons_and_words_that_add_nothing() {
    let said = help("avoid makeup due to infection risk", "unquoted-text");
    assert!(said.contains("because"), "{said}");
    let said = help("avoid makeup to prevent infection", "clause-unfit");
    assert!(
        said.contains("`because \"to prevent infection\"`"),
        "{said}"
    );
    assert!(is_clean("avoid makeup due to \"infection risk\""));
    assert!(is_clean("apply ice 10 minutes at a time every 2 hours"));
    let said = help("use ice no more than 10 minutes at a time", "unknown-name");
    assert!(said.contains("`at most`"), "{said}");
    assert!(is_clean("use ice at most 10 minutes at a time"));
    let said = help("allow exercise only if your doctor agrees", "unknown-name");
    assert!(said.contains("`allow exercise if doctor agrees`"), "{said}");
    let said = help("apply cold compress if you feel faint", "unknown-name");
    assert!(said.contains("`faint`"), "{said}");
}

#[test]
fn steam_is_more_than_a_steam_room() {
    let rules = "avoid steam for 3 days\nallow facial steaming from 3 days\navoid steam room today";
    let steam = plan(rules, "", 1);
    for one in ["facial steaming", "steam room"] {
        assert_eq!(answer(&steam, one), "avoid, settled", "{one}");
    }
}
