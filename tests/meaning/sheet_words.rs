//! What a twelfth nurse typed as her sheet says it: one message, and a help whose text is clean once it is applied.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan};

#[test]
fn nothing_is_a_ban_on_all_of_a_kind() {
    for (rule, part) in [
        ("eat nothing for 2 hours", "avoid food"),
        (
            "do not eat or drink until numbness gone",
            "avoid food and drinks",
        ),
        ("drink nothing hot for 24 hours", "avoid hot drinks"),
        (
            "do not put anything on the face for 24 hours",
            "avoid products and substances on face",
        ),
        (
            "do nothing strenuous for 2 days",
            "avoid strenuous activity",
        ),
        (
            "do not wear anything tight for 2 days",
            "avoid tight clothing",
        ),
        ("do not go to the gym for 2 days", "avoid gym"),
    ] {
        led(rule, "clause-shape", part, &format!("{part} for 2 days"));
    }
    led(
        "use nothing but gentle cleanser",
        "clause-shape",
        "use only",
        "use cleanser",
    );
    let said = help("lift nothing heavier than 5 kg for 2 weeks", "clause-shape");
    assert!(
        said.contains("`activity \"lifting over 5 kg\" in heavy lifting`"),
        "{said}"
    );
}

#[test]
fn a_dose_is_written_with_one_unit_and_its_range() {
    led(
        "take paracetamol 500 mg to 1 g every 6 hours",
        "clause-shape",
        "500..1000 mg",
        "take paracetamol 500..1000 mg every 6 hours",
    );
    led(
        "take 1 or 2 tablets of paracetamol every 6 hours",
        "clause-shape",
        "1..2 tablets",
        "take 1..2 tablets of paracetamol every 6 hours",
    );
    led(
        "take 2 paracetamol every 6 hours if needed, maximum 8 in 24 hours",
        "clause-shape",
        "take paracetamol 2 tablets every 6 hours as needed, maximum 8 tablets",
        "take paracetamol 2 tablets every 6 hours as needed, maximum 8 tablets in 24 hours",
    );
    led(
        "apply ice when required for 10 minutes",
        "clause-shape",
        "as needed",
        "apply ice as needed for 10 minutes",
    );
}

#[test]
fn minutes_beside_hours_are_those_of_one_time() {
    for length in ["the first 24 hours", "6 hours", "2 days"] {
        let rule = format!("apply cool compress for 10 minutes every hour for {length}");
        assert!(is_clean(&rule), "{rule}: {:?}", found(&rule));
    }
    let rule = "apply cool compress for 10 minutes every hour for 24 hours";
    let second = plan(rule, "", 2);
    let asked = answer(&second, "cool compress");
    assert_ne!(asked, "use", "{second}");
    // Two lengths of one kind are two all the same.
    let twice = help(
        "apply cool compress for 10 minutes for 20 minutes",
        "clause-twice",
    );
    assert!(twice.contains("keep one of them"), "{twice}");
}

#[test]
fn what_is_kept_off_a_place_is_banned_there() {
    led(
        "keep pets away from the treated area for 2 weeks",
        "unknown-name",
        "avoid pets on treated area for 2 weeks",
        "avoid pets on treated area for 2 weeks",
    );
    led(
        "keep your hair off your face for 2 days",
        "unknown-name",
        "avoid \"hair\" on face for 2 days",
        "avoid \"hair\" on face for 2 days",
    );
    led(
        "do not visit saunas for 2 weeks",
        "unknown-name",
        "avoid saunas",
        "avoid saunas for 2 weeks",
    );
}

#[test]
fn what_alone_is_allowed_is_never_left_without_its_ban() {
    led(
        "only gentle cleanser for 3 days",
        "unknown-head",
        "use only gentle cleanser for 3 days",
        "use cleanser for 3 days",
    );
    let said = help("cool showers only for 3 days", "unknown-head");
    assert!(
        said.contains("`avoid showers except \"cool showers\" for 3 days`"),
        "{said}"
    );
    assert!(
        said.contains("`activity \"cool showers\" in showers`"),
        "{said}"
    );
}

#[test]
fn how_something_is_used_that_a_ban_leaves_out_is_no_part_of_the_ban() {
    let said = help(
        "avoid makeup except mineral makeup using clean fingers",
        "clause-order",
    );
    assert!(
        said.contains("`apply mineral makeup using clean fingers`"),
        "{said}"
    );
}

#[test]
fn who_takes_a_medicine_is_asked_and_what_is_used_is_a_situation() {
    led(
        "avoid direct sun while on doxycycline for 2 weeks",
        "clause-shape",
        "if taking doxycycline",
        "avoid direct sun for 2 weeks if taking doxycycline",
    );
    let used = "avoid direct sun for 2 weeks while \"using retinol\"";
    led(
        "avoid direct sun while using retinol for 2 weeks",
        "clause-shape",
        "while \"using retinol\"",
        used,
    );
}

#[test]
fn another_word_is_no_slip() {
    let said = help("expect sunburn-like feeling for 2 days", "unknown-name");
    assert!(!said.contains("did you mean"), "{said}");
    let said = help("avoid makup for 2 days", "unknown-name");
    assert!(said.contains("did you mean `makeup`?"), "{said}");
}

#[test]
fn a_time_behind_a_manner_stays_a_time() {
    let said = help(
        "sleep on your back with head up the first 2 nights",
        "unknown-head",
    );
    let applied = "sleep on your back by \"with head up\" for 2 days";
    assert!(said.contains(&format!("`{applied}`")), "{said}");
    assert!(is_clean(applied), "{:?}", found(applied));
}

#[test]
fn two_deeds_with_two_tools_are_two_lines() {
    let said = help(
        "wash with mild soap and cover with a bandage",
        "missing-things",
    );
    for part in [
        "wash treated area using mild soap",
        "cover treated area using a bandage",
    ] {
        assert!(said.contains(&format!("`{part}`")), "{said}");
        assert!(is_clean(part), "{part}: {:?}", found(part));
    }
}

#[test]
fn a_call_keeps_how_soon_and_its_number() {
    for (rule, report) in [
        (
            "call us at 555-0142 at once if fever",
            "report fever to 555-0142 immediately",
        ),
        ("call us, day or night, if fever", "report fever to clinic"),
        ("call us any time if fever", "report fever to clinic"),
        (
            "call at once if fever",
            "report fever to clinic immediately",
        ),
        (
            "if sensitive skin, call us if fever",
            "report fever to clinic if sensitive skin",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    // The first sign counts at once, and of the second the plan asks whether it is to wait.
    let said = help("call us if fever or bleeding after day 3", "unknown-head");
    let (first, second) = (
        "report fever to clinic",
        "report bleeding to clinic from day 3",
    );
    for part in [first, second] {
        assert!(said.contains(&format!("`{part}`")), "{said}");
    }
    assert!(is_clean(first));
    assert_eq!(found(second)[0].0, "starts-late");
}

#[test]
fn a_pressure_a_rise_and_a_second_use_are_deeds() {
    led(
        "apply firm pressure to the face with a clean cloth for 15 minutes if bleeding",
        "clause-shape",
        "apply firm pressure on face using \"clean cloth\"",
        "apply firm pressure on face using \"clean cloth\" for 15 minutes if bleeding",
    );
    led(
        "keep the leg raised above the level of your heart for 2 days",
        "clause-shape",
        "elevate the area on leg by \"above the heart\"",
        "elevate the area on leg by \"above the heart\" for 2 days",
    );
    led(
        "do not use the same towel twice",
        "clause-shape",
        "\"use the same towel twice\"",
        "do not \"use the same towel twice\"",
    );
    led(
        "avoid hot drinks until the numbness has worn off",
        "unknown-name",
        "numbness gone",
        "avoid hot drinks until numbness gone",
    );
}
