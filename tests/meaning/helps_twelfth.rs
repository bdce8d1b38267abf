//! Sentences that an eleventh nurse typed and that were helped to something else, or to another mistake: what is
//! offered now, and what comes of it.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan};

#[test]
fn a_call_says_each_sign_in_its_own_words() {
    let report = "report breathless or chest pain to 999";
    for rule in [
        "call 999 if you are breathless or have chest pain",
        "if you are breathless or have chest pain, call 999",
    ] {
        led(rule, "unknown-head", report, report);
    }
    let said = help("call us if you are wobbly or have a fever", "unknown-head");
    assert!(said.contains("declare `symptom wobbly`"), "{said}");
    assert!(
        said.contains("`report wobbly or fever to clinic`"),
        "{said}"
    );
    let said = help("avoid makeup if you are wobbly", "unknown-name");
    assert!(
        said.contains("write `wobbly`") && !said.contains("you are"),
        "{said}"
    );
}

#[test]
fn who_takes_a_medicine_is_no_situation_of_everybody() {
    let said = help("avoid direct sun while taking doxycycline", "unknown-name");
    assert!(said.contains("`if taking doxycycline`"), "{said}");
    let rule = "avoid direct sun for 2 weeks if taking doxycycline";
    assert!(is_clean(rule));
    let without = plan(rule, "[facts]\nmedications = []", 3);
    let things = without["things"].as_array().map(Vec::as_slice);
    let mut things = things.unwrap_or_default().iter();
    assert!(things.all(|one| one["answer"] != "avoid"), "{without}");
    let said = help("avoid direct sun while taking zorbicin", "unknown-name");
    assert!(said.contains("declare `medicine zorbicin`"), "{said}");
}

#[test]
fn the_day_of_the_treatment_is_where_time_counts_from() {
    for said in [
        "from the day of treatment",
        "starting on the day of treatment",
        "starting today",
    ] {
        let rule = format!("do walking 30 minutes daily {said}");
        let applied = "do walking 30 minutes daily from treatment";
        led(&rule, "clause-shape", "from treatment", applied);
    }
    led(
        "avoid exercise on the day",
        "clause-shape",
        "today",
        "avoid exercise today",
    );
}

#[test]
fn what_goes_on_is_continued_and_a_walk_is_walking() {
    for rule in [
        "carry on with paracetamol",
        "keep taking paracetamol",
        "keep on taking your paracetamol",
    ] {
        led(rule, "clause-shape", "continue", "continue paracetamol");
    }
    for rule in [
        "take a 30 minute walk daily",
        "go for a 30-minute walk daily",
        "30 minutes of walking daily",
    ] {
        let applied = "do walking 30 minutes daily";
        led(rule, "clause-shape", "do walking 30 minutes", applied);
    }
    led(
        "go for a walk daily",
        "clause-shape",
        "do walking",
        "do walking daily",
    );
}

#[test]
fn what_a_part_of_the_body_is_kept_from_is_off_there() {
    let sun = "avoid sun on legs";
    led("keep your legs out of the sun", "unknown-name", sun, sun);
    let water = "avoid heat on treated area";
    for rule in [
        "keep the treated area away from heat",
        "keep treated area out of the heat",
    ] {
        led(rule, "unknown-name", water, water);
    }
    let touching = "avoid touching on face";
    led(
        "keep your hands away from your face",
        "unknown-name",
        touching,
        touching,
    );
    let said = help("keep legs away from heat for 3 days", "unknown-name");
    assert!(said.contains("`avoid heat on legs for 3 days`"), "{said}");
}

#[test]
fn where_something_is_done_stands_behind_on() {
    led(
        "no waxing of the legs for 2 weeks",
        "unknown-name",
        "waxing on legs",
        "no waxing on legs for 2 weeks",
    );
    led(
        "report swelling of the lips",
        "unknown-name",
        "swelling on lips",
        "report swelling on lips",
    );
    // A place would hold for sauna, too.
    let said = help("avoid sauna and waxing of the legs", "unknown-name");
    assert!(
        said.contains("line of its own, `avoid waxing on legs`"),
        "{said}"
    );
}

#[test]
fn a_cap_names_its_thing_wherever_it_stands() {
    for rule in [
        "no more than 4 g in 24 hours of paracetamol",
        "no more than 4 g of paracetamol in 24 hours",
        "max 4 g of paracetamol in 24 hours",
    ] {
        let limit = "limit paracetamol to 4 g per 24 hours";
        led(rule, "syntax", limit, limit);
    }
    let limit = "limit paracetamol to 4 g per day";
    led(
        "not more than 4 g a day of paracetamol",
        "syntax",
        limit,
        limit,
    );
    for rule in ["max 4 g a day", "no more than 4 g in 24 hours"] {
        let found = found(rule);
        assert_eq!(found.len(), 1, "{rule}: {found:?}");
        assert!(
            found[0].1.contains("name what is limited"),
            "{rule}: {found:?}"
        );
    }
}

#[test]
fn with_what_and_for_whom_have_their_words() {
    led(
        "press on wound with clean gauze for 15 minutes if bleeding",
        "clause-shape",
        "using",
        "press on wound using clean gauze for 15 minutes if bleeding",
    );
    led(
        "take ibuprofen using food if over 65 or pregnant",
        "clause-shape",
        "age over 65",
        "take ibuprofen using food if age over 65 or pregnant",
    );
    led(
        "clean treated area without rubbing",
        "unknown-attribute",
        "by \"without rubbing\"",
        "clean treated area by \"without rubbing\"",
    );
}

#[test]
fn a_temperature_is_a_fever_with_its_unit() {
    for rule in [
        "report a temperature over 38 C",
        "report a temperature over 38",
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains("`fever above 38"), "{rule}: {said}");
    }
    let said = help(
        "call us if you have a temperature over 38 C",
        "clause-shape",
    );
    assert!(said.contains("`fever above 38`"), "{said}");
    let report = "report fever above 38 C to clinic";
    led(
        "call us if fever above 38 C",
        "unknown-head",
        report,
        report,
    );
}

#[test]
fn how_far_apart_sessions_are_is_a_course() {
    let apart = "sessions at least 6 weeks apart";
    for rule in [
        "next session not before 6 weeks",
        "do not have your next session before 6 weeks",
    ] {
        led(rule, "clause-shape", apart, apart);
    }
    let apart = "sessions 2..4 at least 6 weeks apart";
    led(
        "next session not before 6 weeks, 2 to 4 in all",
        "clause-shape",
        apart,
        apart,
    );
}

#[test]
fn what_is_gone_by_a_day_is_expected_until_then() {
    let worst = "expect swelling for up to 2 weeks, most on days 2..3";
    for rule in [
        "expect swelling, worst at day 2 to 3 and gone by 2 weeks",
        "swelling worst at day 2 to 3 and gone by 2 weeks",
    ] {
        led(rule, "clause-shape", worst, worst);
    }
    let gone = "expect swelling for up to 2 weeks";
    for rule in [
        "swelling will be gone by 2 weeks",
        "the swelling settles by 2 weeks",
    ] {
        led(rule, "clause-shape", gone, gone);
    }
    let said = help("expect swelling, worst on day 2 to 3", "clause-shape");
    assert!(said.contains("`most on days 2..3`"), "{said}");
}

#[test]
fn an_emergency_is_a_situation() {
    let applied = "avoid dental work for 2 weeks except during an emergency";
    led(
        "avoid dental work for 2 weeks, except in an emergency",
        "clause-shape",
        "except during an emergency",
        applied,
    );
    assert_eq!(
        answer(&plan(applied, "", 3), "dental work"),
        "avoid, settled"
    );
}

#[test]
fn places_under_and_beside_are_said_both() {
    let said = help("expect swelling under the chin", "clause-shape");
    assert!(said.contains("`on chin`"), "{said}");
    assert!(said.contains("`on \"under the chin\"`"), "{said}");
    assert!(is_clean("expect swelling on chin"));
    assert!(is_clean("expect swelling on \"under the chin\""));
    let said = help("apply sunscreen daily, not on the chin", "clause-shape");
    assert!(said.contains("`avoid sunscreen on chin`"), "{said}");
    led(
        "apply cold pack wrapped in a thin cloth for 10 minutes",
        "clause-shape",
        "apply wrapped cold pack",
        "apply wrapped cold pack for 10 minutes",
    );
}

#[test]
fn a_measure_is_a_part_of_the_name_in_one_message() {
    for (rule, named) in [
        (
            "no standing still for longer than 1 hour",
            "\"standing still for longer than 1 hour\"",
        ),
        (
            "no sitting for more than 2 hours",
            "\"sitting for more than 2 hours\"",
        ),
    ] {
        let applied = format!("activity {named}\navoid {named}");
        led(rule, "clause-shape", &format!("avoid {named}"), &applied);
    }
}

#[test]
fn a_deed_upon_a_pronoun_names_nothing() {
    for rule in ["do not cut it", "do not pull or cut it", "activity cut it"] {
        let all = found(rule);
        let named = all
            .iter()
            .all(|(_, help)| help.contains("name the thing itself"));
        assert!(named && !all.is_empty(), "{rule}: {all:?}");
    }
}
