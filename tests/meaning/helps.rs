//! Sentences that a tenth nurse typed and that were helped to something else: what is offered now, and what comes of it.

use super::helped::{found, help, is_clean, led};
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
        (
            "take the bandage off after 24 hours",
            "`remove bandage after 24 hours`",
        ),
        (
            "take off the bandage after 24 hours",
            "`remove bandage after 24 hours`",
        ),
        (
            "take out your earrings at bedtime",
            "`remove earrings at bedtime`",
        ),
        (
            "leave the earrings in for 6 weeks",
            "`keep earrings for 6 weeks`",
        ),
        (
            "keep earrings in for 6 weeks",
            "`keep earrings for 6 weeks`",
        ),
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
        assert!(
            said.contains("`keep bandage for 24 hours`"),
            "{rule}: {said}"
        );
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
        "cover treated area if you really must swim",
    ] {
        let said = help(rule, "unknown-name");
        let ban = "`avoid swimming for 2 weeks, if unavoidable cover treated area`";
        assert!(said.contains(ban), "{rule}: {said}");
    }
    assert!(is_clean(
        "avoid swimming for 2 weeks, if unavoidable cover treated area"
    ));
    let ban = "avoid swimming if unavoidable, cover treated area";
    led(
        "if swimming cannot be avoided, cover treated area",
        "clause-shape",
        ban,
        ban,
    );
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

#[test]
fn what_goes_on_unless_told_otherwise_waits_for_nobody() {
    for rule in [
        "carry on with your warfarin unless you have been told otherwise",
        "keep taking warfarin unless told otherwise",
        "do not stop warfarin unless told otherwise",
    ] {
        let said = help(rule, "syntax");
        assert!(
            said.contains("`continue warfarin until clinic stops it`"),
            "{rule}: {said}"
        );
    }
    let waiting = "event clinic stops it\ncontinue warfarin unless clinic stops it";
    let said = help(waiting, "ended-by-event");
    assert!(said.contains("`until clinic stops it`"), "{said}");
    let until = "event clinic stops it\ncontinue warfarin until clinic stops it if taking warfarin";
    assert!(is_clean(until), "{:?}", found(until));
    // Once it is declared, its own words are no mistake.
    let declared = "event clinic agrees\navoid makeup unless clinic agrees";
    assert!(is_clean(declared), "{:?}", found(declared));
}

#[test]
fn only_one_of_a_class_does_not_ban_everything_else() {
    let said = help("use only mineral makeup for 3 days", "only-of-kind");
    assert!(
        said.contains("`avoid makeup except mineral makeup`"),
        "{said}"
    );
    let said = help("use only lukewarm water for 3 days", "only-of-kind");
    assert!(said.contains("`use lukewarm water`"), "{said}");
    let rule = "no makeup for 24 hours, then only mineral makeup until day 7";
    let said = help(rule, "two-sentences");
    let written = "no makeup except mineral makeup from 24 hours until day 7";
    assert!(said.contains(&format!("`{written}`")), "{said}");
    assert!(is_clean(written), "{:?}", found(written));
    let plan = plan(written, "", 4);
    assert_eq!(answer(&plan, "foundation"), "avoid, settled");
    let other = "use only mineral makeup from 24 hours until day 7";
    assert_eq!(found(other)[0].0, "only-of-kind");
}

#[test]
fn a_measure_of_a_deed_is_a_part_of_its_name() {
    let said = help("no flights over 4 hours for 4 weeks", "wrong-kind");
    let declared = "activity \"flights over 4 hours\" in flights";
    assert!(said.contains(&format!("`{declared}`")), "{said}");
    assert!(!said.contains("leave it out"), "{said}");
    assert!(is_clean(&format!(
        "{declared}\nno \"flights over 4 hours\" for 4 weeks"
    )));
}

#[test]
fn one_event_has_one_name_however_stitches_come_out() {
    let rules = "change dressing daily until the stitches come out\nno swimming until stitches out";
    assert!(is_clean(rules), "{:?}", found(rules));
    let said = help("remove stitches after 7 days", "by-whom");
    assert!(said.contains("`visit "), "{said}");
    let said = help("stitches come out after 7 to 10 days", "unknown-head");
    assert!(said.contains("7..10 days after treatment"), "{said}");
}

#[test]
fn what_one_feels_is_expected_and_what_only_informs_is_a_note() {
    for (rule, write) in [
        ("a tingling feeling is fine", "`expect tingling`"),
        ("tingling is fine", "`expect tingling`"),
        ("a pulling feeling is fine", "`expect \"pulling feeling\"`"),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(write), "{rule}: {said}");
    }
    for rule in [
        "the scar is pink for 3 to 6 months",
        "results are visible after 2 to 3 weeks",
    ] {
        let said = help(rule, "unknown-head");
        assert!(!said.contains("`action"), "{rule}: {said}");
        assert!(
            said.contains("`note ") && said.contains("`expect "),
            "{rule}: {said}"
        );
    }
}

#[test]
fn a_help_has_the_whole_of_its_sentence() {
    for (rule, write) in [
        (
            "you may wear makeup after 12 hours",
            "`allow makeup after 12 hours`",
        ),
        (
            "makeup can be worn after 24 hours",
            "`allow makeup after 24 hours`",
        ),
        (
            "start retinol again after 5 days",
            "`resume retinol after 5 days`",
        ),
        (
            "start moisturiser from day 3",
            "`use moisturiser from day 3`",
        ),
        (
            "smear Vaseline thinly on lips daily",
            "`apply Vaseline thinly on lips daily`",
        ),
        (
            "only use gentle cleanser daily",
            "`use only gentle cleanser daily`",
        ),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(write), "{rule}: {said}");
    }
    let said = help("do not remove dressing for 48 hours", "unknown-name");
    assert!(said.contains("`keep dressing for 48 hours`"), "{said}");
    let said = help("no dermal filler within 4 weeks", "clause-unfit");
    assert!(
        said.contains("`for 4 weeks before and 4 weeks after`"),
        "{said}"
    );
}

#[test]
fn a_course_in_the_words_of_sheets_keeps_its_numbers() {
    for (rule, write) in [
        ("3 treatments 4 weeks apart", "`sessions 3 every 4 weeks`"),
        (
            "a course of 3 to 6 sessions every 4 to 6 weeks",
            "`sessions 3..6 every 4..6 weeks`",
        ),
        (
            "next treatment in 4 to 6 weeks",
            "`sessions every 4..6 weeks`",
        ),
        ("repeat every 4 weeks", "`sessions every 4 weeks`"),
        ("not suitable if you are pregnant", "`refuse if pregnant`"),
        (
            "do not have the treatment if you have a cold sore",
            "`refuse if cold sore`",
        ),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(write), "{rule}: {said}");
    }
    let said = help("tell us if you are pregnant", "unquoted-text");
    assert!(
        said.contains("`tell clinic \"if you are pregnant\"`"),
        "{said}"
    );
    let said = help("call us if pain after day 3", "unknown-head");
    assert!(
        said.contains("`report pain to clinic from day 3`"),
        "{said}"
    );
}

#[test]
fn what_is_worn_by_day_is_worn_while_awake() {
    for rule in [
        "wear bandage during the day",
        "wear bandage only during the day",
        "wear bandage by day",
    ] {
        assert!(
            help(rule, "clause-shape").contains("`while awake`"),
            "{rule}"
        );
    }
    let said = help("take the bandage off to shower", "clause-shape");
    assert!(
        said.contains("`wear bandage except while showering`"),
        "{said}"
    );
}

#[test]
fn a_condition_that_runs_into_its_sentence_gets_its_comma() {
    let said = help("if blisters form do not pop them", "clause-alone");
    assert!(
        said.contains("`if blisters form, do not pop them`"),
        "{said}"
    );
    let said = help(
        "if redness persists beyond 72 hours contact the clinic",
        "unknown-head",
    );
    assert!(
        said.contains("`report redness lasting 72 hours to clinic`"),
        "{said}"
    );
}

#[test]
fn a_sign_of_one_place_is_no_sign_anywhere() {
    let said = help("avoid makeup if your tongue swells", "unknown-name");
    assert!(!said.contains("write `swelling`"), "{said}");
    let said = help("avoid makeup if the skin peels", "unknown-name");
    assert!(said.contains("`peeling`"), "{said}");
}

#[test]
fn what_follows_a_first_time_starts_before_it_ends() {
    let rule = "apply healing ointment for 5 days then petroleum jelly until healed";
    let said = help(rule, "two-sentences");
    let written = "apply petroleum jelly from 5 days until healed";
    assert!(said.contains(&format!("`{written}`")), "{said}");
    assert!(is_clean(written), "{:?}", found(written));
}

#[test]
fn what_is_done_before_coming_is_prepared() {
    for (rule, write) in [
        (
            "please arrive with clean skin",
            "`prepare \"arrive with clean skin\"`",
        ),
        (
            "bring someone to drive you home",
            "`prepare \"bring someone to drive you home\"`",
        ),
        (
            "you can go back to work after 1 day",
            "`resume work after 1 day`",
        ),
        (
            "you will have some redness for 2 days",
            "`expect redness for 2 days`",
        ),
    ] {
        let said = help(rule, "unknown-head");
        assert!(said.contains(write), "{rule}: {said}");
    }
    let said = help("no exercise the night before", "clause-shape");
    assert!(said.contains("`for 1 day before treatment`"), "{said}");
}
