//! `--set 'FACT = VALUE'`

use super::support::{fact_id, id, setting};
use crate::number::Number;
use crate::profile::{Answered, History, Value};

#[test]
fn facts_are_set_in_their_own_words() {
    let known = Answered::Known;
    let sets = |text: &str, fact: &str, answer: Answered| {
        let outcome = setting("facts.age = 3", text);
        assert_eq!(outcome.success().facts[&fact_id(fact)], answer, "{text}");
    };
    sets("skin type = IV", "skin type", known(Value::Index(3)));
    sets("Skin-Type=\"iv\"", "skin type", known(Value::Index(3)));
    sets("pregnant = unsure", "pregnant", Answered::Unsure);
    sets(
        "pregnant = does not apply",
        "pregnant",
        Answered::DoesNotApply,
    );
    sets("pregnant = no", "pregnant", known(Value::Yes(false)));
    sets(
        "age = 34 years",
        "age",
        known(Value::Number(Number::whole(34))),
    );
    sets("age = 34", "age", known(Value::Number(Number::whole(34))));
    sets(
        "concerns = acne scars, wrinkles",
        "concerns",
        known(Value::Indexes([0, 1].into())),
    );
    sets("concerns = unsure", "concerns", Answered::Unsure);
    sets(
        "medications = none",
        "medications",
        known(Value::Things(Vec::new())),
    );
}

#[test]
fn a_set_list_takes_the_place_of_the_old_one() {
    let old = "facts.medications = [{ name = 'aspirin', prescribed = true }]";
    let outcome = setting(old, "medications = warfarin, Roaccutane");
    let profile = outcome.success();
    let Answered::Known(Value::Things(things)) = &profile.facts[&fact_id("medications")] else {
        panic!("{profile:?}");
    };
    let ids: Vec<_> = things.iter().map(|one| one.thing).collect();
    assert_eq!(ids, [id("warfarin"), id("isotretinoin")]);
    assert!(profile.prescribed.is_empty());
}

#[test]
fn a_prescription_is_written_beside_the_medicine() {
    let listed = |text: &str| {
        let outcome = setting("facts.medications = ['aspirin']", text);
        let profile = outcome.success();
        match &profile.facts[&fact_id("medications")] {
            Answered::Known(Value::Things(things)) => things[0].prescribed,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(listed("prescribed aspirin = yes"), Some(true));
    assert_eq!(listed("prescribed aspirin = unsure"), None);
    let outcome = setting("", "prescribed aspirin = no");
    let profile = outcome.success();
    assert_eq!(
        profile.prescribed[&id("aspirin")],
        Answered::Known(Value::Yes(false))
    );
    assert!(profile.facts.is_empty());
}

#[test]
fn events_symptoms_and_procedures_are_set_by_their_date() {
    let day = "2026-06-06".parse().unwrap();
    let profile = setting("events.healed = 2026-06-01", "healed = 2026-06-06");
    assert_eq!(profile.success().events[&id("healed")], day);
    let profile = setting("", "fever = 2026-06-06");
    assert_eq!(profile.success().symptoms[&id("fever")].since, day);
    let profile = setting("symptoms.fever = 2026-06-01", "fever = no");
    assert!(profile.success().symptoms.is_empty());
    assert!(profile.profile.symptoms_absent.contains(&id("fever")));
    let profile = setting("", "filler = 2026-06-06");
    assert_eq!(
        profile.success().history[&id("dermal filler")],
        History::On(vec![day])
    );
    let profile = setting("", "dermal filler = never");
    assert_eq!(
        profile.success().history[&id("dermal filler")],
        History::Never
    );
}

#[test]
fn the_profiles_own_keys_are_set_too() {
    let outcome = setting("symptoms.fever = 2026-06-01", "symptoms = none");
    assert!(outcome.success().symptoms_complete && outcome.profile.symptoms.is_empty());
    assert!(setting("", "history = none").success().history_complete);
    assert!(
        setting("", "course finished = yes")
            .success()
            .course_finished
    );
    assert_eq!(
        setting("", "products = Differin, sunscreen")
            .success()
            .products
            .as_ref()
            .unwrap()
            .len(),
        2
    );
    let outcome = setting("", "treated = 2026-06-01T10:30");
    assert_eq!(
        outcome.success().treated.unwrap().to_string(),
        "2026-06-01T10:30"
    );
}

#[test]
fn mistakes_are_underlined_and_change_nothing() {
    for (text, told) in [
        ("pregnant", "profile-set: pregnant"),
        ("= yes", "profile-set: ="),
        ("pregnant = ", "profile-set: ="),
        ("", "profile-set: "),
        ("pregnnt = yes", "profile-unknown-key: pregnnt"),
        ("heald = 2026-06-06", "profile-unknown-key: heald"),
        ("skin type = VII", "profile-unknown-value: VII"),
        (
            "concerns = wrinkles,  wrinkels",
            "profile-unknown-value: wrinkels",
        ),
        (
            "medications = aspirin, Differin",
            "profile-wrong-place: Differin",
        ),
        ("age = minus 3", "profile-number: minus 3"),
        ("healed = last week", "profile-date: last week"),
        ("treated = 2025-01-01", "profile-date-order: 2025-01-01"),
        ("sessions = 2026-06-01", "profile-date-order: 2026-06-01"),
        ("aspirin = yes", "profile-unknown-key: aspirin"),
    ] {
        let before = "treated = 2026-06-01\nsessions = [2026-05-01]\nfacts.age = 3";
        let outcome = setting(before, text);
        outcome.failure(&[told]);
        assert_eq!(outcome.profile.facts.len(), 1);
        assert_eq!(outcome.profile.treated.unwrap().to_string(), "2026-06-01");
    }
    assert_eq!(setting("", "pregnnt = yes").mended(), "pregnant = yes");
    assert_eq!(
        setting("", "heald = 2026-06-06").mended(),
        "healed = 2026-06-06"
    );
}

#[test]
fn what_people_say_for_unsure_is_unsure() {
    for said in [
        "not sure",
        "Don't know",
        "don\u{2019}t know",
        "I do not know",
        "no idea",
        "unknown",
    ] {
        let outcome = setting("facts.age = 3", &format!("skin type = {said}"));
        let answer = &outcome.success().facts[&fact_id("skin type")];
        assert_eq!(answer, &Answered::Unsure, "{said}");
    }
}

#[test]
fn a_comma_too_many_adds_nothing_and_one_alone_is_no_value() {
    let outcome = setting("facts.age = 3", "concerns = acne scars,, wrinkles,");
    assert_eq!(
        outcome.success().facts[&fact_id("concerns")],
        Answered::Known(Value::Indexes([0, 1].into()))
    );
}
