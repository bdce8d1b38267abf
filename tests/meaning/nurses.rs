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
    assert!(
        said.contains("`until blister closed, at most 2 weeks`"),
        "{said}"
    );
    let bounded = format!("{event}avoid makeup until blister closed, at most 2 weeks");
    assert!(is_clean(&bounded));
    assert_eq!(answer(&plan(&bounded, "", 3), "makeup"), "avoid, settled");
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

#[test]
fn what_one_may_do_is_no_duty() {
    for (rule, meant) in [
        ("you may wash your hair after 2 days", "allow washing hair"),
        ("you can exercise after 2 days", "allow exercise"),
        ("you may use makeup after 2 days", "allow makeup"),
        ("you may experience itching", "expect itching"),
        ("paracetamol is fine", "allow paracetamol"),
        ("walking is allowed from day 2", "allow walking"),
        ("bruising is normal for 2 weeks", "expect bruising"),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(&format!("`{meant}")), "{rule}: {said}");
        assert!(!said.contains("action"), "{rule}: {said}");
    }
    assert!(is_clean("allow paracetamol"));
    assert!(is_clean("expect bruising for 2 weeks"));
    let allowed = plan("allow walking", "", 3);
    assert_eq!(answer(&allowed, "walking"), "allowed, settled");
}

#[test]
fn what_is_done_for_somebody_is_a_visit() {
    for (rule, meant) in [
        (
            "stitches are removed on day 5 to 7",
            "visit \"stitches removed\" 5..7 days after treatment",
        ),
        (
            "the stitches will be taken out after 1 week",
            "visit \"stitches taken out\" 1 week after treatment",
        ),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(&format!("`{meant}`")), "{rule}: {said}");
        assert!(!said.contains("action"), "{rule}: {said}");
        assert!(is_clean(meant), "{meant}: {:?}", found(meant));
    }
    for days in ["on day 5 to 7", "on days 5 to 7", "day 5-7", "on days 5..7"] {
        let said = help(&format!("visit \"stitches out\" {days}"), "clause-shape");
        assert!(
            said.contains("`5..7 days after treatment`"),
            "{days}: {said}"
        );
    }
}

#[test]
fn hours_of_one_time_end_no_permission() {
    let told = "activity reading\navoid reading until day 2\nallow reading from day 2";
    let rule = format!("{told}, at most 1 hour at a time");
    let said = help(&rule, "clause-unfit");
    assert!(said.contains("`at most 60 minutes at a time`"), "{said}");
    assert!(!said.contains("for at most"), "{said}");
    let rule = format!("{told}, at most 60 minutes at a time");
    assert!(is_clean(&rule), "{:?}", found(&rule));
    let later = plan(&rule, "", 3);
    assert_eq!(answer(&later, "reading"), "allowed, settled");
    let said = help(
        "activity reading\nallow reading for at most 1 hour at a time",
        "window-not-here",
    );
    assert!(said.contains("in minutes"), "{said}");
}

#[test]
fn an_article_is_no_part_of_a_name() {
    for rules in [
        "event the wound is dry\navoid swimming until the wound is dry",
        "event wound is dry\navoid swimming until the wound is dry",
        "event the wound is dry\navoid swimming until wound is dry",
        "symptom your eyes feel dry\nuse moisturiser daily if your eyes feel dry",
        "symptom eyes feel dry\nuse moisturiser daily if your eyes feel dry",
    ] {
        assert!(is_clean(rules), "{rules}: {:?}", found(rules));
    }
    let said = help(
        "use moisturiser daily if your eyes feel dry",
        "unknown-name",
    );
    assert!(said.contains("`symptom eyes feel dry`"), "{said}");
    let ended = "event the wound is dry\navoid swimming until the wound is dry";
    let ended = plan(ended, "events.\"wound is dry\" = 2026-06-03", 5);
    assert_ne!(answer(&ended, "swimming"), "avoid, settled");
}

#[test]
fn nothing_ends_with_a_verb() {
    let said = help("change dressing daily until dry", "wrong-kind");
    assert!(said.contains("`event dry`"), "{said}");
    assert!(is_clean("event dry\nchange dressing daily until dry"));
    assert!(is_clean(
        "event wound is dry\nchange dressing daily until wound is dry"
    ));
    let rule = "event dry\nchange dressing daily until dry";
    let lines = |plan: &serde_json::Value| all(plan, "directives", "until").len();
    assert_eq!(lines(&plan(rule, "events.dry = 2026-06-03", 2)), 1);
}

#[test]
fn a_medicine_that_is_not_to_be_stopped_has_no_end() {
    let said = help("do not stop blood thinners on your own", "unknown-name");
    assert!(
        said.contains("`note \"do not stop blood thinners on your own\"`"),
        "{said}"
    );
    assert!(
        said.contains("`continue blood thinners always if taking blood thinners`"),
        "{said}"
    );
    for rule in [
        "note \"do not stop blood thinners on your own\"",
        "continue blood thinners always if taking blood thinners",
        "ask prescriber \"before stopping blood thinners\"",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
    let said = help(
        "if you take blood thinners, avoid alcohol for 2 days",
        "unknown-name",
    );
    assert!(said.contains("`taking blood thinners`"), "{said}");
    assert!(!said.contains("fact"), "{said}");
    assert!(is_clean(
        "if taking blood thinners, avoid alcohol for 2 days"
    ));
}

#[test]
fn what_is_measured_keeps_its_measure() {
    let said = help(
        "no long car journeys lasting more than 4 hours",
        "clause-shape",
    );
    assert!(
        said.contains("\"long car journeys lasting more than 4 hours\""),
        "{said}"
    );
    let said = help("limit lifting to 5 kg", "missing-unit");
    assert!(
        said.contains("`activity \"lifting over 5 kg\" in heavy lifting`"),
        "{said}"
    );
    let heavy = "activity \"lifting over 5 kg\" in heavy lifting\navoid \"lifting over 5 kg\"";
    assert!(is_clean(heavy), "{:?}", found(heavy));
    let said = help(
        "do not \"put lotion\" on legs for 2 days",
        "holds-known-name",
    );
    assert!(said.contains("`avoid lotion`"), "{said}");
    assert!(is_clean("avoid lotion on legs for 2 days"));
}

#[test]
fn only_before_a_time_bans_no_other_things() {
    for rule in [
        "remove compression stockings only while showering",
        "use sunscreen only when outdoors",
    ] {
        let said = found(rule);
        let said = &said[0].1;
        assert!(said.contains("without `only`"), "{rule}: {said}");
        assert!(!said.contains("`only compression"), "{rule}: {said}");
        assert!(!said.contains("`only sunscreen"), "{rule}: {said}");
    }
    assert!(is_clean("remove compression stockings while showering"));
    let said = help("use gentle cleanser only for 3 days", "unknown-name");
    assert!(said.contains("`only gentle cleanser`"), "{said}");
}

#[test]
fn where_the_treatment_was_is_asked_by_its_fact() {
    let said = help(
        "visit \"removal\" 5..7 days after treatment if face",
        "wrong-kind",
    );
    assert!(said.contains("`area treated includes face`"), "{said}");
    assert!(is_clean(
        "visit \"removal\" 5..7 days after treatment if area treated includes face"
    ));
}

#[test]
fn what_is_normal_or_fine_is_said_of_several() {
    for (rule, meant) in [
        (
            "lumps and bruising are normal for 6 weeks",
            "expect lumps and bruising for 6 weeks",
        ),
        (
            "brown staining can last 6 to 12 months",
            "expect brown staining for 6 to 12 months",
        ),
        ("walking and showers are fine", "allow walking and showers"),
    ] {
        let said = help(rule, "syntax");
        assert!(said.contains(&format!("`{meant}`")), "{rule}: {said}");
        assert!(is_clean(meant), "{meant}: {:?}", found(meant));
    }
}

#[test]
fn signs_joined_by_one_is_are_told_together_or_any() {
    let said = help(
        "call us if your calf is swollen, hot and painful",
        "unknown-head",
    );
    let together = "report swollen calf to clinic if hot calf and painful calf";
    let any = "report swollen calf, hot calf or painful calf to clinic";
    assert!(said.contains(&format!("`{together}`")), "{said}");
    assert!(said.contains(&format!("`{any}`")), "{said}");
    let one = "[symptoms]\n\"swollen calf\" = 2026-06-02\n\"hot calf\" = false";
    assert!(is_clean(together), "{:?}", found(together));
    assert_ne!(plan(together, one, 3)["status"], "contact");
    assert_eq!(plan(any, one, 3)["status"], "contact");
    let said = help("call us if your calf is swollen or hot", "unknown-head");
    assert!(!said.contains("at once"), "{said}");
}

#[test]
fn what_one_does_is_no_thing_that_is_spelt_alike() {
    let said = help("do not strain for 1 week", "unknown-name");
    assert!(said.contains("`activity strain`"), "{said}");
    assert!(!said.contains("straw"), "{said}");
    let said = help("no heavy exercise for 1 week", "wrong-attribute");
    assert!(said.contains("`strenuous exercise`"), "{said}");
}

#[test]
fn what_lasts_until_a_procedure_is_not_turned_into_the_time_before_this_one() {
    let said = help("avoid retinoids until dermal filler", "wrong-kind");
    assert!(said.contains("`until 6 weeks after treatment`"), "{said}");
    assert!(said.contains("`event dermal filler done`"), "{said}");
    let done = "event dermal filler done\navoid retinoids until dermal filler done";
    assert!(is_clean(done));
    assert_eq!(answer(&plan(done, "", 30), "retinoids"), "avoid, settled");
}
