//! What sheets say in so many words, and what of the language each is: the same plan, or words that are
//! printed.

use serde_json::json;

use super::{all, plan, text_of};

/// Whether two protocols give one plan, but for how the rules are written.
fn same(one: &str, other: &str) {
    let directives = |rules: &str| {
        let mut plan = plan(rules, "", 2);
        let lines = plan["directives"].as_array_mut().expect("a list of lines");
        for line in lines.iter_mut() {
            for key in ["rule", "window_text"] {
                line[key] = json!(null);
            }
        }
        plan["directives"].clone()
    };
    let (first, second) = (directives(one), directives(other));
    assert!(first[0].is_object(), "{one}");
    assert_eq!(first, second, "{one} | {other}");
}

#[test]
fn if_possible_is_advice() {
    for rule in [
        "avoid makeup if possible for 3 days",
        "if possible, avoid makeup for 3 days",
        "avoid makeup for 3 days wherever possible",
    ] {
        same(rule, "should avoid makeup for 3 days");
    }
    let plan = plan("avoid makeup for 3 days if possible", "", 2);
    assert_eq!(super::answer(&plan, "makeup"), "better not, settled");
}

#[test]
fn the_first_week_is_one() {
    same("avoid makeup for the first week", "avoid makeup for 1 week");
    same(
        "avoid makeup during the first 3 days",
        "avoid makeup for 3 days",
    );
}

#[test]
fn whichever_is_later_keeps_both_ends() {
    same(
        "avoid sun for 2 weeks or until healed, whichever is later",
        "avoid sun until healed, at least 2 weeks",
    );
    same(
        "avoid sun until healed or for 2 weeks, whichever is longer",
        "avoid sun until healed, at least 2 weeks",
    );
    same(
        "avoid sun for 2 weeks or until healed, whichever comes first",
        "avoid sun until healed, at most 2 weeks",
    );
}

#[test]
fn counts_and_amounts_as_people_say_them() {
    let frequency = |rule: &str| all(&plan(rule, "", 1), "directives", "frequency")[0].clone();
    let of = |how: &str| frequency(&format!("apply healing ointment {how}"));
    assert_eq!(of("once or twice a day"), json!("1 to 2 times a day"));
    assert_eq!(
        of("two or three times a week"),
        json!("2 to 3 times a week")
    );
    assert_eq!(
        of("every few hours as needed"),
        json!("every few hours, as needed")
    );
    assert_eq!(of("more often"), json!("more often"));
    let limit = plan("limit paracetamol to max 8 tablets in 24 hours", "", 1);
    assert_eq!(
        limit["directives"][0]["limit"]["text"],
        json!("at most 8 tablets per 24 hours")
    );
}

#[test]
fn what_a_ban_holds_in_spite_of_takes_nothing_from_it() {
    let plan = plan("avoid direct sun for 5 days even if cloudy", "", 2);
    assert_eq!(super::answer(&plan, "direct sun"), "avoid, settled");
    assert_eq!(
        all(&plan, "directives", "manner"),
        [&json!("even if cloudy")]
    );
    let text = text_of("use sunscreen gently even while indoors depending on skin type");
    assert!(
        text.contains("Use sunscreen gently, even while indoors, depending on skin type."),
        "{text}"
    );
}

#[test]
fn as_long_as_possible_gives_nothing_back() {
    let rule = "avoid makeup as long as possible";
    let plan = plan(rule, "", 25);
    assert_eq!(super::answer(&plan, "makeup"), "avoid, settled");
    let text = text_of(rule);
    assert!(
        text.contains("For as long as possible (this protocol"),
        "{text}"
    );
}

#[test]
fn whom_to_call_if_nobody_answers() {
    let plan = plan("report pus to clinic or 111 within 2 hours", "", 1);
    assert_eq!(all(&plan, "red_flags", "to"), [&json!("the clinic")]);
    assert_eq!(all(&plan, "red_flags", "otherwise"), [&json!("111")]);
}

#[test]
fn what_is_asked_told_and_prepared_is_said_in_known_names() {
    let plan = plan(
        "ask clinic about serums\n\
         ask prescriber about aspirin if taking aspirin\n\
         tell clinic about cold sores, latex and skin type\n\
         prepare ice packs\n\
         prepare wear loose clothing on arms on day 0",
        "",
        1,
    );
    let verbs = [
        "ask_clinic",
        "ask_prescriber",
        "tell_clinic",
        "prepare",
        "prepare",
    ];
    assert_eq!(
        all(&plan, "before_treatment", "verb"),
        verbs.map(|verb| json!(verb)).each_ref()
    );
    let texts = [
        "about serums",
        "about aspirin",
        "about cold sores, latex and skin type",
        "ice packs",
        "wear loose clothing on arms",
    ];
    assert_eq!(
        all(&plan, "before_treatment", "text"),
        texts.map(|text| json!(text)).each_ref()
    );
}

#[test]
fn a_thing_to_do_is_no_point_in_time() {
    let rules =
        "import skin-care\naftercare for 2 weeks\nremove dressing after 24 hours and wash\n";
    let mistakes = crate::support::read(rules, "").expect_err("it is refused");
    assert!(mistakes.contains("and wash"), "{mistakes}");
}

#[test]
fn a_bare_verb_behind_do_not_is_what_one_does() {
    same(
        "do not swim or smoke for 3 days",
        "avoid swimming and smoking for 3 days",
    );
    same("never walk", "avoid walking");
}
