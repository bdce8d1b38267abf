//! Section 3.5: a duty permits what it uses, and is held back where that is forbidden. What it only tends, or
//! takes off, it does not use.

use serde_json::{Value, json};

use super::{all, answer, plan, text_of};

/// What of the duties that start with a verb is held back.
fn held_back<'p>(plan: &'p Value, verb: &str) -> Vec<&'p Value> {
    let directives = plan["directives"].as_array().expect("a list of directives");
    let duties = directives.iter().filter(|one| one["word"] == verb);
    duties.map(|one| &one["held_back_by"]).collect()
}

#[test]
fn what_is_taken_off_is_not_allowed() {
    let plan = plan("remove makeup on days 1..4", "", 2);
    assert_eq!(answer(&plan, "makeup"), "not covered, settled");
}

#[test]
fn no_ban_on_a_thing_keeps_it_from_being_taken_off() {
    let plan = plan("remove makeup on days 0..4\navoid makeup for 7 days", "", 2);
    assert_eq!(held_back(&plan, "remove"), [&json!([])]);
    assert_eq!(answer(&plan, "makeup"), "avoid, settled");
}

#[test]
fn a_tool_may_be_cleaned_while_it_may_not_be_used() {
    let plan = plan(
        "clean makeup brush daily\navoid makeup brushes for 7 days",
        "",
        2,
    );
    assert_eq!(held_back(&plan, "clean"), [&json!([])]);
    assert_eq!(answer(&plan, "makeup brush"), "avoid, settled");
}

#[test]
fn what_is_used_is_allowed_and_held_back() {
    let plan = plan(
        "use makeup brush daily\navoid makeup brushes for 7 days",
        "",
        2,
    );
    assert_eq!(held_back(&plan, "use").len(), 1);
    assert_ne!(held_back(&plan, "use"), [&json!([])]);
}

/// What was forbidden before the treatment is over, and no reason to leave a part of the duty out.
#[test]
fn what_a_duty_is_done_with_is_held_against_the_time_that_is_left() {
    let rules = "wash face using gentle cleanser always\navoid vitamin C for 3 days before";
    let plan = plan(rules, "", 2);
    assert_eq!(all(&plan, "directives", "not_using")[0], &json!([]));
}

#[test]
fn a_ban_on_a_deed_holds_it_back_at_every_place_but_the_hands() {
    let rules = "avoid massage for 2 weeks\nmassage lips daily\navoid washing for 2 days\nwash wound daily\nwash hands daily";
    let text = text_of(rules);
    assert!(
        text.contains("Not yet") || text.contains("Does not hold: massage lips daily"),
        "{text}"
    );
    assert!(!text.contains("- Massage lips"), "{text}");
    assert!(text.contains("- Wash hands daily"), "{text}");
    assert!(
        text.contains("Held back while this holds: avoid washing for 2 days"),
        "{text}"
    );
}

#[test]
fn what_is_kept_dry_is_neither_washed_nor_bathed() {
    let rules = "keep dry for 48 hours\nallow showers from 24 hours\nallow swimming from 24 hours\nwash wound daily";
    let at = |day, thing| answer(&plan(rules, "", day), thing);
    for thing in ["shower", "swimming"] {
        assert_eq!(at(1, thing), "avoid, settled", "{thing}");
    }
    assert_eq!(at(4, "shower"), "allowed, settled");
}

#[test]
fn a_wound_is_kept_dry_as_sheets_say_it() {
    for said in ["keep wound dry", "keep the wound dry", "keep stitches dry"] {
        let rules = format!("{said} for 48 hours\nallow showers from 24 hours");
        assert_eq!(
            answer(&plan(&rules, "", 1), "shower"),
            "avoid, settled",
            "{said}"
        );
    }
}
