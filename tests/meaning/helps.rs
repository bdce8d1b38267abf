//! Sentences that a tenth nurse typed and that were helped to something else: what is offered now, and what comes of it.

use super::helped::{found, help, is_clean};
use super::{answer, plan};

#[test]
fn a_course_of_medicine_that_ends_as_a_day_begins_is_asked_about() {
    let rule = "take aciclovir 400 mg twice a day until day 7";
    let said = help(rule, "last-dose");
    assert!(said.contains("`on days 0..7`"), "{said}");
    assert!(said.contains("`on days 0..6`"), "{said}");
    let around = "take aciclovir 400 mg twice a day from 1 day before treatment until day 7";
    assert!(help(around, "last-dose").contains("`on days -1..7`"));
    for meant in ["on days 0..7", "on days -1..7", "until 24 hours"] {
        assert!(is_clean(&format!(
            "take aciclovir 400 mg twice a day {meant}"
        )));
    }
    // Of a ban it is what sheets mean.
    assert!(is_clean("avoid aspirin until day 7"));
    assert!(is_clean("apply petroleum jelly daily until day 7"));
}

#[test]
fn that_a_sign_is_over_is_no_symptom() {
    let asked = "symptom skin no longer peels\navoid makeup if skin no longer peels";
    let said = help(asked, "ended-sign");
    assert!(said.contains("`event skin no longer peels`"), "{said}");
    let event = "event skin no longer peels\navoid makeup until skin no longer peels";
    assert!(is_clean(event), "{:?}", found(event));
    assert_eq!(answer(&plan(event, "", 9), "makeup"), "avoid, settled");
    // The verb alone would be the contrary.
    let said = help("avoid makeup if the skin no longer peels", "unknown-name");
    assert!(!said.contains("`peeling`"), "{said}");
    assert!(help("avoid makeup if the skin peels", "unknown-name").contains("`peeling`"));
}

#[test]
fn a_sign_comes_first_and_how_soon_behind_it() {
    let report = "`report blisters to clinic within 24 hours`";
    for rule in [
        "call us the same day if blisters",
        "if blisters, call us the same day",
        "If blisters, call the clinic the same day.",
    ] {
        let said = help(rule, "how-soon");
        assert!(said.contains(report), "{rule}: {said}");
    }
    let said = help("call us first if blisters", "unknown-head");
    assert!(said.contains("`report blisters to clinic`"), "{said}");
}

#[test]
fn what_a_sign_comes_from_is_no_start_that_never_comes() {
    let sheet = "\nimport microneedling-words\n";
    let typed = |rule: &str, code| help(&format!("{sheet}{rule}"), code);
    let said = typed("report itching from numbing cream to clinic", "wrong-kind");
    let declared = "symptom \"itching from numbing cream\" in itching";
    assert!(said.contains(&format!("`{declared}`")), "{said}");
    for rule in [
        "call us if you get itching from the numbing cream",
        "if itching from the numbing cream, call us",
    ] {
        let said = typed(rule, "unknown-head");
        let report = "`report \"itching from the numbing cream\" to clinic`";
        assert!(said.contains(report), "{rule}: {said}");
    }
    let said = typed("avoid makeup if itching from numbing cream", "clause-order");
    assert!(said.contains(&format!("`{declared}`")), "{said}");
    let said = typed(
        "report \"itching from numbing cream\" to clinic",
        "holds-known-name",
    );
    assert!(said.contains(&format!("`{declared}`")), "{said}");
    let rules = format!("{declared}\nreport itching to clinic");
    let there = plan(
        &rules,
        "symptoms.\"itching from numbing cream\" = 2026-06-02",
        3,
    );
    assert_eq!(there["status"], "contact");
}

#[test]
fn what_is_done_before_going_home_is_done_once() {
    let said = help("wash face before going home", "clause-shape");
    assert!(said.contains("`straight after treatment`"), "{said}");
    assert!(!said.contains("before each"), "{said}");
    assert!(is_clean("wash face straight after treatment"));
}

#[test]
fn what_is_taken_off_is_no_medicine() {
    for (rule, write) in [
        ("take the bandage off after 24 hours", "`remove bandage`"),
        ("take off the bandage after 24 hours", "`remove bandage`"),
        ("take out your earrings at bedtime", "`remove earrings`"),
        ("leave the earrings in for 6 weeks", "`keep earrings`"),
        ("keep earrings in for 6 weeks", "`keep earrings`"),
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains(write), "{rule}: {said}");
        assert!(!said.contains("medicine"), "{rule}: {said}");
    }
    for rule in [
        "do not take the bandage off for 24 hours",
        "do not take off the bandage for 24 hours",
        "never take the bandage out for 24 hours",
    ] {
        let said = help(rule, "clause-shape");
        assert!(said.contains("`keep bandage`"), "{rule}: {said}");
        assert!(said.contains("contrary"), "{rule}: {said}");
    }
    assert!(is_clean("remove bandage after 24 hours"));
    assert!(is_clean("take paracetamol 500 mg for 2 days"));
}

#[test]
fn an_end_that_is_a_range_of_days_is_a_length() {
    for end in [
        "day 7 to 10",
        "day 7-10",
        "day 7..10",
        "days 7 to 10",
        "day 7 or 10",
    ] {
        let said = help(&format!("avoid makeup until {end}"), "clause-shape");
        assert!(said.contains("`for 7..10 days`"), "{end}: {said}");
    }
    let said = help(
        "expect peeling from day 3 until day 7 to 10",
        "clause-shape",
    );
    assert!(said.contains("`from day 3 for 4..7 days`"), "{said}");
    let rule = "avoid makeup for 7..10 days";
    assert_eq!(answer(&plan(rule, "", 7), "makeup"), "avoid, settled");
    assert_eq!(answer(&plan(rule, "", 9), "makeup"), "better not, settled");
    assert_eq!(answer(&plan(rule, "", 11), "makeup"), "allowed, settled");
}

#[test]
fn where_a_ban_cannot_be_kept_is_said_in_the_ban() {
    for rule in [
        "if you must swim, cover treated area",
        "if swimming cannot be avoided, cover treated area",
        "cover treated area if you really must swim",
    ] {
        let said = help(rule, "unknown-name");
        let ban = "`avoid swimming for 2 weeks, if unavoidable cover treated area`";
        assert!(said.contains(ban), "{rule}: {said}");
    }
    assert!(is_clean(
        "avoid swimming for 2 weeks, if unavoidable cover treated area"
    ));
}

#[test]
fn two_ends_have_one_until() {
    let said = help("avoid makeup until day 8 and until calm", "clause-shape");
    assert!(said.contains("`and`"), "{said}");
    assert!(is_clean("avoid makeup until day 8 and calm"));
    let said = help(
        "no makeup before day 8 because \"it is raw\"",
        "clause-shape",
    );
    assert!(said.contains("`until day 8`;"), "{said}");
}
