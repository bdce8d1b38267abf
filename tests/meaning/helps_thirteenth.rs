//! Sentences of real sheets that a twelfth nurse typed: one message each, what is offered, and what comes of it.

use super::helped::{found, help, is_clean, led};
use super::{answer, plan};

#[test]
fn what_is_said_of_a_place_is_a_sign_of_it() {
    for rule in [
        "if the calf is hot, swollen or red, call us",
        "call us if the calf is hot, swollen or red",
        "call us if your calf becomes hot, swollen or red",
    ] {
        let report = "report hot calf, swollen calf or red calf to clinic";
        led(rule, "unknown-head", report, report);
    }
    let said = help(
        "call us if your leg becomes red, hot or swollen",
        "unknown-head",
    );
    let declared = [
        "symptom \"red leg\" in redness",
        "symptom \"swollen leg\" in swelling",
    ];
    let report = "report red leg, \"hot leg\" or swollen leg to clinic";
    for part in declared.iter().chain([&report]) {
        assert!(said.contains(&format!("`{part}`")), "{said}");
    }
    let rules = format!("{}\n{report}", declared.join("\n"));
    assert!(is_clean(&rules), "{:?}", found(&rules));
    for (sign, status) in [("hot leg", true), ("swollen leg", true), ("itching", false)] {
        let told = plan(&rules, &format!("[symptoms]\n\"{sign}\" = 2026-06-02"), 3);
        assert_eq!(told["status"] == "contact", status, "{sign}");
    }
    let report = "report redness or swelling on face to clinic";
    led(
        "if your face is red or swollen, call us",
        "unknown-head",
        report,
        report,
    );
    let report = "report \"hot area\", redness or swelling to clinic within 2 hours";
    led(
        "call us within 2 hours if the area is hot, red or swollen",
        "unknown-head",
        report,
        report,
    );
}

#[test]
fn what_a_part_of_the_body_does_is_a_sign_of_its_own() {
    let rule = "call us if the wound is red or smells because \"it may be infected\"";
    let said = help(rule, "unknown-head");
    let report = "report red wound or \"wound smells\" to clinic because \"it may be infected\"";
    assert!(said.contains(&format!("`{report}`")), "{said}");
    // `to` names nobody here: no report may lose what is asked behind it.
    let said = help(
        "call us if the wound is red or starts to ooze",
        "unknown-head",
    );
    assert!(
        said.contains("or \"wound starts to ooze\" to clinic`"),
        "{said}"
    );
}

#[test]
fn what_one_sign_says_is_never_said_of_another() {
    for (rule, report) in [
        (
            "call us if the redness spreads or the skin is hot",
            "report redness spreading or \"hot skin\" to clinic",
        ),
        (
            "call us if the pain gets worse or you cannot swallow",
            "report pain worsening or \"cannot swallow\" to clinic",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let said = help(
        "call us if you feel unwell or your leg swells",
        "unknown-head",
    );
    assert!(
        said.contains("`report unwell or swollen leg to clinic`"),
        "{said}"
    );
    let said = help("call us if your eyelid droops or swells", "unknown-head");
    assert!(
        said.contains("`report \"eyelid droops\" or swollen eyelid to clinic`"),
        "{said}"
    );
    // What the patient does or is, is no sign.
    let said = help("should you take paracetamol, call us", "unknown-head");
    assert!(said.contains("as in `report fever to clinic`"), "{said}");
    for (_, said) in found("call us if you are pregnant or worried") {
        assert!(!said.contains("symptom pregnant"), "{said}");
    }
}

#[test]
fn signs_that_may_have_to_come_together_are_asked_about() {
    let said = help("call us if the skin becomes red and hot", "unknown-head");
    assert!(said.contains("declare `symptom \"hot skin\"`"), "{said}");
    let together = "report red skin to clinic if hot skin";
    let any = "report red skin or hot skin to clinic";
    for report in [together, any] {
        assert!(said.contains(&format!("`{report}`")), "{said}");
        let rules = format!("symptom \"hot skin\"\n{report}");
        assert!(is_clean(&rules), "{rules}: {:?}", found(&rules));
    }
}

#[test]
fn should_you_is_an_if() {
    for (rule, report) in [
        (
            "should you notice pus contact your GP",
            "report pus to \"GP\"",
        ),
        (
            "should you develop a fever, call us",
            "report fever to clinic",
        ),
        (
            "should there be pus, call us straight away",
            "report pus to clinic immediately",
        ),
        (
            "should you have chest pain, seek emergency medical help",
            "report chest pain to emergency services immediately",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let pressed = "if bleeding, press on wound";
    led(
        "should bleeding occur, press on wound",
        "unknown-head",
        pressed,
        pressed,
    );
    assert!(is_clean("should avoid makeup for 3 days"));
}

#[test]
fn help_that_is_sought_has_somebody_who_gives_it() {
    for (rule, report) in [
        (
            "seek medical help immediately if you have chest pain",
            "report chest pain to doctor immediately",
        ),
        (
            "if you have chest pain, seek urgent medical attention",
            "report chest pain to doctor immediately",
        ),
        (
            "get medical help if you have a fever",
            "report fever to doctor",
        ),
        (
            "seek emergency medical help if chest pain",
            "report chest pain to emergency services immediately",
        ),
        (
            "get advice from your pharmacist if rash",
            "report rash to \"pharmacist\"",
        ),
        (
            "seek medical advice from your GP if rash",
            "report rash to \"GP\"",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let said = help("seek urgent medical help if chest pain", "unknown-head");
    assert!(said.contains("`to emergency services`"), "{said}");
}

#[test]
fn what_the_clinic_does_is_a_note() {
    for rule in [
        "we phone you in 2 to 3 weeks",
        "we will call you with the result in 2 to 3 weeks",
        "the clinic phones you in 2 to 3 weeks",
        "we phone you with your result",
        "Your GP practice: the nurse will ring you in 3 days",
    ] {
        let said = rule.rsplit(": ").next().unwrap_or(rule);
        let note = format!("note \"{said}\"");
        led(rule, "unknown-head", &note, &note);
    }
}

#[test]
fn what_cannot_be_avoided_stands_behind_its_ban() {
    let ban = "avoid direct sun for 2 weeks if unavoidable, use hat and sunscreen";
    for rule in [
        "avoid direct sun for 2 weeks; if unavoidable, wear a hat and use sunscreen",
        "avoid direct sun for 2 weeks if unavoidable, wear a hat and apply sunscreen",
        "avoid direct sun for 2 weeks, but if this is unavoidable, wear a hat and use sunscreen",
    ] {
        led(rule, "clause-shape", ban, ban);
    }
    let off = plan(ban, "", 3);
    assert_eq!(answer(&off, "direct sun"), "avoid, settled");
    let each = [
        "avoid direct sun if unavoidable, wear a hat",
        "avoid direct sun if unavoidable, apply sunscreen every 2 hours",
    ];
    let rule = "avoid direct sun if unavoidable, wear a hat and apply sunscreen every 2 hours";
    for part in each {
        led(rule, "clause-shape", part, &each.join("\n"));
    }
    let ban = "avoid sun exposure if unavoidable, use hat and sunscreen";
    led(
        "if sun exposure is unavoidable, wear a hat and apply sunscreen",
        "clause-shape",
        ban,
        ban,
    );
    let said = help("if unavoidable, use a hat and sunscreen", "clause-shape");
    assert!(said.contains("behind the ban"), "{said}");
    assert!(!said.contains("fact"), "{said}");
    assert!(is_clean("avoid direct sun if unavoidable, wear hat"));
}

#[test]
fn how_the_skin_may_look_is_expected() {
    for (rule, part, applied) in [
        (
            "your face may feel tight and dry for 3 days",
            "expect tightness and dryness on face",
            "expect tightness and dryness on face for 3 days",
        ),
        (
            "your skin will be red, hot and swollen for up to 2 days",
            "expect redness, \"hot skin\" and swelling",
            "expect redness, \"hot skin\" and swelling for up to 2 days",
        ),
        (
            "your thigh may be sore and bruised",
            "expect soreness and bruising on \"the thigh\"",
            "expect soreness and bruising on \"the thigh\"",
        ),
        (
            "the skin may peel and itch",
            "expect peeling and itching",
            "expect peeling and itching",
        ),
        (
            "the area may look bruised",
            "expect bruising",
            "expect bruising",
        ),
    ] {
        led(rule, "clause-shape", part, applied);
    }
    // What may be done is no sign.
    for rule in [
        "the dressing may be removed after 2 days",
        "the water can be warm",
    ] {
        let all = found(rule);
        assert!(
            all.iter().all(|(_, help)| !help.contains("`expect \"")),
            "{rule}: {all:?}"
        );
    }
}

#[test]
fn the_parts_of_the_body_that_are_led_to_are_known() {
    for place in [
        "ankle", "arm", "arms", "back", "cheek", "cheeks", "chest", "chin", "ear", "eye", "eyelid",
        "eyelids", "eyes", "face", "feet", "forehead", "hand", "hands", "leg", "legs", "lip",
        "lips", "neck", "nose", "scalp", "wound",
    ] {
        let applied = format!("expect swelling on {place}");
        led(
            &format!("your {place} may be swollen"),
            "clause-shape",
            &applied,
            &applied,
        );
    }
}

#[test]
fn a_sign_that_starts_a_sentence_is_expected_with_all_that_is_said_of_it() {
    for (rule, expected) in [
        (
            "swelling under the chin, worst at day 2 to 3 and gone by 2 weeks",
            "expect swelling on \"under the chin\" for up to 2 weeks, most on days 2..3",
        ),
        (
            "bruising, usually gone within 10 days",
            "expect bruising usually for up to 10 days",
        ),
        ("swelling, worst on day 2", "expect swelling, most on day 2"),
    ] {
        led(rule, "clause-shape", expected, expected);
    }
}

#[test]
fn how_somebody_is_reads_as_a_sign() {
    for (rule, report) in [
        ("ring us if you are worried", "report worries to clinic"),
        (
            "if you are unsure, contact the clinic",
            "report questions to clinic",
        ),
        (
            "call us if you have any concerns",
            "report worries to clinic",
        ),
        (
            "call us if you are worried about the scar",
            "report worries to clinic",
        ),
        (
            "call 999 if you cannot swallow",
            "report \"cannot swallow\" to 999",
        ),
        (
            "call us straight away if the skin turns white or grey",
            "report skin turning white or \"skin turning grey\" to clinic immediately",
        ),
        (
            "if your lips turn blue or grey, call 999",
            "report \"lips turning blue\" or \"lips turning grey\" to 999",
        ),
    ] {
        led(rule, "unknown-head", report, report);
    }
    let report = "report swollen tongue or difficulty breathing to 999";
    let said = help(
        "call 999 if your tongue swells or you cannot breathe",
        "unknown-head",
    );
    assert!(said.contains(&format!("`{report}`")), "{said}");
    let rules = format!("symptom \"swollen tongue\" in swelling\n{report}");
    assert!(is_clean(&rules), "{:?}", found(&rules));
}
