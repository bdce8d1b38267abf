//! Section 3.5: a restriction restricts wherever it stands, among steps, too.

use serde_json::json;

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
