//! What nurses typed whose help widened a ban, opened a class or lost a time: what is offered now, and what comes of it.

use serde_json::json;

use super::helped::{found, help, is_clean};
use super::{all, answer, plan, text_of};

#[test]
fn an_adjective_and_its_noun_are_not_parted_into_two_bans() {
    let said = help(
        "avoid anti-inflammatory painkillers for 3 days",
        "lost-comma",
    );
    assert!(said.contains("`NSAIDs`"), "{said}");
    assert!(said.contains("for two"), "{said}");
    let listed = "avoid aspirin, ibuprofen and other anti-inflammatory painkillers for 3 days";
    assert!(help(listed, "unknown-name").contains("`NSAIDs`"));
    let plan_of = plan("avoid NSAIDs for 3 days\nallow paracetamol", "", 2);
    assert_eq!(answer(&plan_of, "paracetamol"), "allowed, settled");
    let said = help("avoid sweating exercise for 3 days", "lost-comma");
    let declared = "activity \"sweating exercise\" in exercise";
    assert!(said.contains(&format!("`{declared}`")), "{said}");
    let rules = format!("{declared}\navoid sweating exercise for 3 days\nallow gentle yoga");
    assert!(is_clean(&rules), "{:?}", found(&rules));
    assert_eq!(
        answer(&plan(&rules, "", 2), "gentle yoga"),
        "allowed, settled"
    );
    // What ends in a plural describes nothing.
    let said = help("avoid retinoids exfoliants for 3 days", "lost-comma");
    assert!(!said.contains("for one thing"), "{said}");
}

#[test]
fn what_comes_behind_other_is_the_class_itself() {
    let said = help("avoid aspirin and other NSAIDs for 3 days", "unknown-name");
    assert!(said.contains("write `NSAIDs`"), "{said}");
    let said = help("avoid other NSAIDs for 3 days", "unknown-name");
    assert!(said.contains("`except`"), "{said}");
}

#[test]
fn a_place_behind_a_sign_makes_no_smaller_ban() {
    for rule in [
        "avoid makeup if swelling on lips",
        "take ibuprofen if pain or swelling on lips",
        "avoid makeup unless swelling on lips",
        "if swelling on lips, avoid makeup for 2 days",
    ] {
        let said = help(rule, "clause-order");
        assert!(
            said.contains("`symptom \"swelling on lips\" in swelling`"),
            "{rule}: {said}"
        );
        assert!(said.contains("`on lips`"), "{rule}: {said}");
    }
    let rules = "symptom \"swelling on lips\" in swelling\navoid makeup if swelling on lips";
    assert!(is_clean(rules), "{:?}", found(rules));
    let there = plan(rules, "symptoms.\"swelling on lips\" = 2026-06-01", 2);
    assert_eq!(answer(&there, "makeup"), "avoid, settled");
    assert_eq!(all(&there, "directives", "where"), [&json!(null)]);
    assert!(is_clean("avoid makeup on lips if swelling"));
    let said = help("refuse if pregnant on face", "clause-order");
    assert!(said.contains("`area treated includes ...`"), "{said}");
}

#[test]
fn what_may_be_done_lightly_opens_no_class() {
    let said = help("allow light exercise from day 2", "wrong-attribute");
    let declared = "activity light exercise in exercise";
    assert!(said.contains(&format!("`{declared}`")), "{said}");
    let rules = format!("{declared}\navoid exercise for 2 days\nallow light exercise from 2 days");
    assert!(is_clean(&rules), "{:?}", found(&rules));
    let text = text_of("allow exercise lightly");
    assert!(text.contains("lightly"), "{text}");
    let said = help(
        "avoid exercise for 2 days then light exercise",
        "two-sentences",
    );
    assert!(
        said.contains("`allow light exercise from 2 days`"),
        "{said}"
    );
    assert!(!said.contains("what to do first"), "{said}");
}

#[test]
fn when_a_sign_is_worst_is_when_it_mostly_comes() {
    for rule in [
        "expect swelling, worst on days 2..3",
        "expect swelling that is worst on days 2..3",
        "expect redness and swelling which peaks on days 2..3",
    ] {
        let said = help(rule, "unknown-name");
        assert!(said.contains("most on days 2..3`"), "{rule}: {said}");
        assert!(!said.contains("declare"), "{rule}: {said}");
    }
    assert!(is_clean("expect swelling, most on days 2..3"));
}

#[test]
fn how_long_a_sign_was_there_is_kept_when_it_is_called_about() {
    for (rule, code, meant) in [
        (
            "call the clinic if bleeding after 15 minutes of pressure",
            "unknown-head",
            "`report bleeding despite \"15 minutes of pressure\" to clinic`",
        ),
        (
            "report bleeding after 15 minutes of pressure",
            "clause-shape",
            "`bleeding despite \"15 minutes of pressure\"`",
        ),
        (
            "report bleeding still there after 15 minutes",
            "clause-shape",
            "`bleeding lasting 15 minutes`",
        ),
        (
            "if bleeding after 15 minutes, call clinic or 111",
            "unknown-head",
            "`report bleeding lasting 15 minutes to clinic otherwise 111`",
        ),
        (
            "call us immediately if bleeding lasts more than 10 minutes",
            "unknown-head",
            "`report bleeding lasting 10 minutes to clinic immediately`",
        ),
        (
            "call the clinic or 111 if fever",
            "unknown-head",
            "`report fever to clinic otherwise 111`",
        ),
        (
            "report redness spreading more than 2 cm",
            "clause-shape",
            "write `above 2 cm` in its place",
        ),
    ] {
        let said = help(rule, code);
        assert!(said.contains(meant), "{rule}: {said}");
    }
    for rule in [
        "report bleeding despite \"15 minutes of pressure\" to clinic",
        "report bleeding lasting 15 minutes to clinic otherwise 111",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn a_pronoun_is_no_thing() {
    for rule in [
        "take it off",
        "take \"it off\"",
        "medicine it off\ntake it off",
        "wash them daily",
        "avoid this for 2 days",
        "apply it twice daily",
    ] {
        let said = help(rule, "unknown-name");
        assert!(!said.contains("declare"), "{rule}: {said}");
        assert!(said.contains("name the thing"), "{rule}: {said}");
    }
}

#[test]
fn several_situations_are_left_out_of_a_sentence() {
    let said = help(
        "wear compression garment at all times for 3 days, except to eat and shower",
        "clause-shape",
    );
    assert!(
        said.contains("`except while eating or showering`"),
        "{said}"
    );
    let rules = "avoid touching for 10 days except while eating or showering\nallow touching while showering\n\
                 allow touching while eating";
    assert!(is_clean(rules), "{:?}", found(rules));
    let free = plan(rules, "", 2);
    assert_eq!(all(&free, "directives", "head").len(), 3, "{free:#}");
    let other =
        "avoid touching for 10 days except while eating or showering\nallow touching while driving";
    let text = text_of(other);
    assert!(text.contains("except while eating or showering"), "{text}");
}

#[test]
fn so_much_a_day_is_how_often_and_no_name() {
    for (rule, meant) in [
        ("drink 2 litres of water a day", "`daily`"),
        ("drink 8 glasses of water per day", "`daily`"),
        ("avoid alcohol a week before treatment", "`for 1 week`"),
        ("avoid makeup a week", "`for 1 week`"),
    ] {
        let said = help(rule, "reserved-in-name");
        assert!(said.contains(meant), "{rule}: {said}");
        assert!(!said.contains('"'), "{rule}: {said}");
    }
    let plan = plan("drink 2 litres of water daily", "", 2);
    assert_eq!(all(&plan, "directives", "quantity"), [&json!("2 litres")]);
}

#[test]
fn with_what_a_deed_is_done_stands_behind_using() {
    for (rule, code, meant) in [
        (
            "pop blisters with a clean needle",
            "unknown-head",
            "`pop blisters using \"clean needle\"`",
        ),
        (
            "drain blisters with a clean needle",
            "unknown-head",
            "`drain blisters using \"clean needle\"`",
        ),
        (
            "dry treated area with a soft brush",
            "unknown-attribute",
            "`using \"soft brush\"`",
        ),
        (
            "wash treated area with a gentle cleanser",
            "wrong-kind",
            "`using gentle cleanser`",
        ),
    ] {
        let said = help(rule, code);
        assert!(said.contains(meant), "{rule}: {said}");
        assert!(!said.contains(" a clean needle"), "{rule}: {said}");
    }
    for rule in [
        "pop blisters using \"clean needle\"",
        "action drain blisters\ndrain blisters using \"clean needle\"",
        "dry treated area using \"soft brush\"",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
    }
}

#[test]
fn a_visit_keeps_its_time_whatever_stands_before_it() {
    for (rule, meant) in [
        (
            "visit in 6..8 weeks",
            "`visit \"check-up\" 6..8 weeks after treatment`",
        ),
        (
            "visit us again in 6 weeks",
            "`visit \"check-up\" 6 weeks after treatment`",
        ),
        (
            "visit \"stitches\" in 6 to 8 weeks",
            "`visit \"stitches\" 6..8 weeks after treatment`",
        ),
    ] {
        let said = help(rule, "head-shape");
        assert!(said.contains(meant), "{rule}: {said}");
    }
}

#[test]
fn a_weight_and_a_numbered_week_are_told_at_once() {
    let said = help("no lifting over 5 kg until week 6", "clause-shape");
    assert!(said.contains("`no \"lifting over 5 kg\"`"), "{said}");
    assert!(said.contains("`until 5 weeks`"), "{said}");
    let mended =
        "activity \"lifting over 5 kg\" in heavy lifting\nno \"lifting over 5 kg\" until 5 weeks";
    assert!(is_clean(mended), "{:?}", found(mended));
    assert!(!help("no makeup until week 6", "clause-shape").contains("heavy"));
}

#[test]
fn what_is_not_sooner_than_has_no_latest_day() {
    for rule in [
        "sessions 3..6 at least 8 weeks apart",
        "sessions 3..6 every 8 weeks or more",
        "sessions 3..6 every 8 weeks or longer",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
        let plan = plan(rule, "", 2);
        let course = &plan["treatments"][0]["sessions"];
        assert_eq!(course["next"]["earliest"], "2026-07-27", "{rule}");
        assert_eq!(course["next"]["latest"], json!(null), "{rule}");
        assert_eq!(course["ends"]["latest"], json!(null), "{rule}");
        assert_eq!(course["candidates"][0]["every"], "8 weeks or more");
    }
    for rule in [
        "at least 8 weeks between sessions",
        "sessions every at least 8 weeks",
    ] {
        let said = help(rule, "head-shape");
        assert!(
            said.contains("`sessions at least 8 weeks apart`"),
            "{rule}: {said}"
        );
    }
    for rule in [
        "visit \"top-up\" at least 4 weeks after treatment",
        "visit \"top-up\" no sooner than 4 weeks after treatment",
        "visit \"top-up\" not before 4 weeks after treatment",
    ] {
        assert!(is_clean(rule), "{rule}: {:?}", found(rule));
        let plan = plan(rule, "", 2);
        assert_eq!(plan["visits"][0]["earliest"], "2026-06-29", "{rule}");
        assert_eq!(plan["visits"][0]["latest"], json!(null), "{rule}");
        assert!(
            text_of(rule).contains("not before Mon 29 Jun 2026"),
            "{rule}"
        );
    }
    let both = "sessions at least 8 weeks apart every 4 weeks";
    assert_eq!(found(both)[0].0, "clause-twice", "{:?}", found(both));
    for range in [
        "sessions every 4..6 weeks or more",
        "visit \"top-up\" at least 4..6 weeks after treatment",
    ] {
        assert_eq!(found(range)[0].0, "clause-shape", "{:?}", found(range));
    }
}

#[test]
fn one_month_apart_keeps_its_number() {
    let text = "import skin-care\nsessions 3 at least 1 month apart\n";
    let mut sources = aftercare_dsl::source::Sources::new();
    let source = sources.add("clinic.rules", text);
    let formatted = aftercare_dsl::format::format(source, text, &std::collections::BTreeSet::new())
        .expect("it reads");
    assert!(
        formatted.contains("sessions 3 at least 1 month apart"),
        "{formatted}"
    );
}
