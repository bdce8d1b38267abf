//! Section 3.5: a restriction restricts wherever it stands, among steps, too.

use serde_json::json;

use super::helped::{found, help};
use super::{answer, plan, thing};

const ROUTINE: &str = "\
steps \"evening\" {
  use gentle cleanser
  then avoid sauna
} for 3 days unless pregnant";

#[test]
fn a_restriction_among_steps_restricts_for_as_long_as_they_hold() {
    let of = |day: u32| plan(ROUTINE, "[facts]\npregnant = false", day);
    let during = of(2);
    assert_eq!(answer(&during, "sauna"), "avoid, settled");
    assert_eq!(thing(&during, "sauna")["free_from"], "2026-06-04");
    assert_eq!(during["directives"][0]["rule"]["line"], 5);
    assert_eq!(answer(&of(4), "sauna"), "allowed, settled");
}

#[test]
fn a_restriction_among_steps_has_their_condition() {
    let of = |patient: &str| plan(ROUTINE, patient, 2);
    assert_eq!(answer(&of(""), "sauna"), "avoid, provisional");
    let pregnant = of("[facts]\npregnant = true");
    assert_eq!(pregnant["directives"], json!([]));
}

#[test]
fn a_restriction_among_steps_has_its_own_condition_and_holds_its_own_step_back_no_more() {
    let rules = ROUTINE.replace("sauna", "sauna if age over 60");
    let of = |age: u32| {
        plan(
            &rules,
            &format!("[facts]\nage = {age}\npregnant = false"),
            2,
        )
    };
    assert_eq!(of(60)["directives"], json!([]));
    let old = of(61);
    assert_eq!(answer(&old, "sauna"), "avoid, settled");
    assert_eq!(old["steps"][0]["items"][1]["held_back_by"], json!([]));
}

/// Whether the step is reached is not known: what is unknown is never fine.
#[test]
fn a_restriction_of_a_later_step_holds_while_the_steps_do() {
    let rules = ROUTINE.replace("then avoid", "then if it persists avoid");
    let plan = plan(&rules, "[facts]\npregnant = false", 1);
    assert_eq!(answer(&plan, "sauna"), "avoid, settled");
}

#[test]
fn all_that_a_step_takes_away_is_taken_away() {
    let rules = "\
steps \"evening\" {
  allow makeup but not foundation
  limit alcohol to 1 drink per day
} for 3 days";
    let plan = plan(rules, "", 2);
    assert_eq!(answer(&plan, "foundation"), "avoid, settled");
    assert_eq!(
        thing(&plan, "alcohol")["limits"].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn what_cannot_be_read_behind_steps_is_one_mistake() {
    let routine = "steps \"evening\" { cleanse face, then apply serum }";
    for (clause, code, part) in [
        (
            "from 2 days before until the treatment",
            "clause-shape",
            "from 2 days before treatment until the treatment",
        ),
        ("for twice", "clause-shape", "for 7 days"),
        ("every", "clause-shape", "every 2 hours"),
        ("because", "unquoted-text", "because \"it stings\""),
    ] {
        let said = help(&format!("{routine} {clause}"), code);
        assert!(said.contains(&format!("`{part}`")), "{clause}: {said}");
        let lines = routine.replace("{ ", "{\n  ").replace(", ", "\n  ");
        assert_eq!(help(&format!("{lines} {clause}"), code), said);
    }
    assert_eq!(
        found(&format!("{routine} apply lotion"))[0].0,
        "two-sentences"
    );
}

#[test]
fn a_mistake_in_a_step_is_told_beside_the_one_behind_the_steps() {
    let rules = "steps \"evening\" { clense face, then aply serum } for twice\navoid sun for twice";
    let codes: Vec<_> = found(rules).into_iter().map(|(code, _)| code).collect();
    let told = [
        "unknown-head",
        "unknown-head",
        "clause-shape",
        "clause-shape",
    ];
    assert_eq!(codes, told);
}
