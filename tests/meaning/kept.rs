//! How a thing is to be kept, in the words that the help of a wrong line has, and what the plan says of it.

use serde_json::Value;

use super::{answer, plan};

/// Whether a plan says nothing of a thing.
fn is_silent(plan: &Value, name: &str) -> bool {
    let things = plan["things"].as_array().expect("a list of things");
    things.iter().all(|one| one["thing"] != name)
}

#[test]
fn what_is_kept_dry_in_one_place_is_not_washed() {
    let rules = "keep dry on eyebrows for 2 days";
    assert_eq!(answer(&plan(rules, "", 1), "washing"), "avoid, settled");
    let after = answer(&plan(rules, "", 3), "washing");
    assert_ne!(after, "avoid, settled");
}

#[test]
fn a_dressing_that_stays_on_and_dry_is_two_sentences() {
    let rules = "keep dressing for 48 hours\nkeep dry for 48 hours";
    let plan = plan(rules, "", 1);
    assert_eq!(answer(&plan, "washing"), "avoid, settled");
    let duties = plan["directives"].as_array().expect("a list of lines");
    assert_eq!(duties.len(), 2);
}

#[test]
fn cooled_boiled_water_and_a_jet_of_water_are_no_drinks() {
    let clean = plan("clean wound using cooled boiled water once a day", "", 1);
    assert!(is_silent(&clean, "water"));
    let jet = plan("avoid water jet for 5 days", "", 1);
    assert_eq!(answer(&jet, "high-pressure water"), "avoid, settled");
    assert!(is_silent(&jet, "water"));
}

#[test]
fn to_peel_scabs_is_no_chemical_peel() {
    let plan = plan("do not pick, scratch or peel scabs", "", 1);
    assert_eq!(answer(&plan, "picking scabs"), "avoid, settled");
    assert!(is_silent(&plan, "chemical peel"));
}

#[test]
fn what_is_treated_on_the_chest_is_treated_on_the_trunk() {
    let rules = "avoid makeup if area treated includes torso";
    let treated = |area: &str| {
        plan(
            rules,
            &format!("[facts]\n\"area treated\" = [\"{area}\"]"),
            1,
        )
    };
    assert_eq!(answer(&treated("chest"), "makeup"), "avoid, settled");
    assert!(is_silent(&treated("face"), "makeup"));
}

/// What the help of `do not stop blood thinners` writes asks nobody to take what is not taken.
#[test]
fn a_medicine_goes_on_for_those_alone_who_take_it() {
    let rules = "continue blood thinners if taking blood thinners";
    let none = plan(rules, "[facts]\nmedications = []", 1);
    let duties = none["directives"].as_array().expect("a list of lines");
    assert!(duties.is_empty(), "{duties:#?}");
}

/// A question that is not asked changes no plan: here, whether the patient smokes.
#[test]
fn what_a_condition_does_not_hang_on_is_not_in_its_words() {
    let rules = "fact smoker: yes or no\navoid makeup unless swelling and (swelling or smoker)";
    for smoker in ["", "smoker = true", "smoker = false"] {
        let plan = super::plan(rules, &format!("[facts]\n{smoker}"), 2);
        let line = &plan["directives"][0];
        assert_eq!(line["unless"], "swelling", "{smoker}: {line}");
        assert_eq!(line["if"], "no swelling", "{smoker}: {line}");
        assert_eq!(plan["questions"], serde_json::json!([]), "{smoker}");
    }
}
