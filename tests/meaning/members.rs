//! Sections 3.5 and 3.7: what a condition about a class of medicines permits of its members.

use aftercare_dsl::plan::Answer;

use super::safest::answers as all_answer;
use super::{all, answer, plan};

const RULES: &str = "\
medicine oral drops { drop one, drop two, drop three }
take oral drops if prescribed oral drops";

fn prescribed(name: &str, is: bool) -> String {
    format!("[[facts.medications]]\nname = \"{name}\"\nprescribed = {is}")
}

#[test]
fn what_is_prescribed_of_a_class_permits_that_member_and_no_other() {
    let plan = plan(RULES, &prescribed("drop one", true), 3);
    assert_eq!(answer(&plan, "drop one"), "allowed, settled");
    assert_eq!(answer(&plan, "drop two"), "not covered, settled");
}

#[test]
fn what_is_taken_and_not_prescribed_is_not_permitted() {
    let both = format!(
        "{}\n{}",
        prescribed("drop one", true),
        prescribed("drop two", false)
    );
    let plan = plan(RULES, &both, 3);
    assert_eq!(answer(&plan, "drop two"), "not covered, settled");
}

#[test]
fn while_nothing_is_known_of_medicines_every_member_waits() {
    let plan = plan(RULES, "", 3);
    assert_eq!(answer(&plan, "oral drops"), "not covered, waiting");
}

#[test]
fn another_way_to_the_permission_stays_open() {
    let rules = format!("{} or age over 60", RULES);
    let facts = format!("[facts]\nage = 61\n{}", prescribed("drop one", true));
    assert_eq!(
        answer(&plan(&rules, &facts, 3), "oral drops"),
        "allowed, settled"
    );
}

const SPARE: &str = "\
medicine spare pills { pill one, pill two, pill three }
allow spare pills if taking spare pills";

#[test]
fn what_is_taken_of_a_class_permits_that_member_and_no_other() {
    let facts = "[facts]\nmedications = [\"pill one\"]";
    let plan = plan(SPARE, facts, 3);
    assert_eq!(answer(&plan, "pill one"), "allowed, settled");
    assert_eq!(answer(&plan, "pill two"), "not covered, settled");
}

#[test]
fn what_was_taken_of_a_class_permits_that_member_and_no_other() {
    let rules = SPARE.replace("taking spare pills", "took spare pills within 6 months");
    let of = |day: &str| format!("[[facts.medications]]\nname = \"pill one\"\nlast_taken = {day}");
    let recent = plan(&rules, &of("2026-03-01"), 3);
    assert_eq!(answer(&recent, "pill one"), "allowed, settled");
    assert_eq!(answer(&recent, "pill two"), "not covered, settled");
    let long_ago = plan(&rules, &of("2025-03-01"), 3);
    assert_eq!(long_ago["directives"], serde_json::json!([]));
}

#[test]
fn a_class_that_the_patient_takes_some_of_permits_no_member_yet() {
    let rules = format!("medicine round pills {{ pill one, pill two }}\n{SPARE}");
    let plan = plan(&rules, "[facts]\nmedications = [\"round pills\"]", 3);
    for pill in ["pill one", "pill two"] {
        assert_eq!(answer(&plan, pill), "not covered, waiting");
    }
    assert_eq!(answer(&plan, "pill three"), "not covered, settled");
}

#[test]
fn a_class_that_is_taken_takes_every_member_out_of_a_permission() {
    let rules = SPARE.replace("if taking", "unless taking");
    let plan = plan(&rules, "[facts]\nmedications = [\"pill one\"]", 3);
    assert_eq!(plan["directives"], serde_json::json!([]));
}

/// `allow X if C` beside `avoid X unless C`: whatever C is, the two never meet.
#[test]
fn what_never_holds_together_holds_nothing_back() {
    let rules = "\
fact heart patient: yes or no
avoid hot yoga unless heart patient
allow hot yoga if heart patient
avoid running if heart patient
do running if not heart patient";
    let plan = plan(rules, "", 3);
    for line in plan["directives"].as_array().expect("directives") {
        assert_eq!(line["never_in_force"], false, "{line}");
        assert_eq!(line["held_back_by"], serde_json::json!([]), "{line}");
    }
    assert_eq!(answer(&plan, "hot yoga"), "avoid, provisional");
}

#[test]
fn what_may_hold_together_is_held_back_all_the_same() {
    let rules = "\
fact heart patient: yes or no
fact smoker: yes or no
avoid hot yoga unless heart patient
allow hot yoga if smoker";
    let plan = plan(rules, "", 3);
    assert_eq!(plan["directives"][1]["never_in_force"], true);
}

const OWN: &str = "\
medicine spare pills { pill one, pill two }
medicine round pills { pill one, pill three }
avoid pill one for 7 days
allow spare pills for 14 days";

/// What is listed by its class is one of its members, and nobody knows which.
#[test]
fn an_own_class_of_which_a_member_is_restricted_is_never_allowed() {
    let facts = "[[facts.medications]]\nname = \"spare pills\"\nprescribed = false";
    let restricted = plan(OWN, facts, 3);
    assert_eq!(answer(&restricted, "spare pills"), "avoid, provisional");
    assert_eq!(
        all(&restricted, "directives", "covers"),
        [&serde_json::json!(["spare pills"]), &serde_json::json!([])]
    );
    let over = plan(OWN, facts, 10);
    assert_eq!(answer(&over, "spare pills"), "allowed, settled");
}

#[test]
fn an_own_class_that_only_shares_a_member_with_a_permission_is_not_allowed() {
    let facts = "[[facts.medications]]\nname = \"round pills\"\nprescribed = false";
    assert_eq!(
        answer(&plan(OWN, facts, 10), "round pills"),
        "not covered, waiting"
    );
    let rules = OWN.replace("avoid pill one", "avoid spare pills");
    assert_eq!(
        answer(&plan(&rules, facts, 3), "round pills"),
        "avoid, provisional"
    );
}

#[test]
fn an_own_class_of_which_every_member_is_restricted_is_restricted() {
    let rules = OWN.replace("avoid pill one", "avoid pill one, pill two");
    let facts = "[[facts.medications]]\nname = \"spare pills\"\nprescribed = false";
    assert_eq!(
        answer(&plan(&rules, facts, 3), "spare pills"),
        "avoid, settled"
    );
}

/// A permission that names the class of what is restricted does not say that it covers that.
#[test]
fn a_permission_covers_nothing_of_the_patients_that_is_restricted() {
    let facts = "[[facts.medications]]\nname = \"pill one\"\nprescribed = false";
    let covers = |day| {
        let plan = plan(OWN, facts, day);
        all(&plan, "directives", "covers")[1].clone()
    };
    assert_eq!(covers(3), serde_json::json!([]));
    assert_eq!(covers(10), serde_json::json!(["pill one"]));
}

/// The things that a plan answers about, each with its answer.
fn answers(rules: &str, patient: &str) -> Vec<String> {
    let plan = plan(rules, patient, 2);
    let things = plan["things"].as_array().expect("things");
    let said = |one: &serde_json::Value| {
        let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        format!("{}: {}, {}", word("thing"), word("answer"), word("state"))
    };
    things.iter().map(said).collect()
}

#[test]
fn what_a_protocol_names_of_a_thing_leaves_the_rest_of_it() {
    let of_one = "product waterproof mascara in mascara\nallow waterproof mascara\n";
    assert_eq!(
        answers(of_one, ""),
        ["waterproof mascara: allowed, settled"]
    );
    assert_eq!(
        answers(&format!("{of_one}avoid mascara for 2 days"), ""),
        [
            "waterproof mascara: avoid, settled",
            "mascara: avoid, settled"
        ]
    );
    // A product of the patient's that is some mascara may be any of them.
    let own = "products = [{ name = \"Lash\", class = \"mascara\" }]";
    assert_eq!(
        answers(of_one, own),
        [
            "waterproof mascara: allowed, settled",
            "Lash: not covered, waiting"
        ]
    );
}

#[test]
fn what_has_its_members_where_it_is_declared_has_no_rest() {
    let of_one = "product glitter\nproduct fine glitter in glitter\nallow fine glitter";
    assert!(all_answer(of_one, 2, "glitter", Answer::Allowed));
    // A medicine is one, whatever its products are called.
    let rules = "medicine soluble paracetamol in paracetamol\ntake soluble paracetamol as needed";
    assert!(all_answer(rules, 2, "paracetamol", Answer::Allowed));
    let rules = "product waterproof mascara in mascara\nallow waterproof mascara";
    assert!(!all_answer(rules, 2, "mascara", Answer::Allowed));
}
