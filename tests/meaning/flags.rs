//! Section 3.11: a `report` is a red flag wherever it stands, and what is not known of a symptom counts.

use serde_json::json;

use super::{all, plan};

const STEPS: &str = "\
steps \"if it bleeds\" {
  apply ice pack 20 minutes
  then if it persists report bleeding to clinic immediately
} if bleeding";

#[test]
fn a_report_among_steps_makes_the_plan_a_contact() {
    let plan = plan(STEPS, "symptoms.bleeding = 2026-06-02", 2);
    assert_eq!(plan["status"], "contact");
    assert_eq!(all(&plan, "red_flags", "reported"), [&json!(true)]);
    // Whether it persists is not known: it counts, and is asked.
    let open = json!(["bleeding despite the steps `if it bleeds`"]);
    assert_eq!(all(&plan, "red_flags", "depends_on"), [&open]);
}

#[test]
fn a_report_among_steps_stands_among_the_red_flags_of_every_plan() {
    let plan = plan(STEPS, "", 2);
    assert_eq!(plan["status"], "proceed");
    let items = json!(["bleeding despite the steps `if it bleeds`"]);
    assert_eq!(all(&plan, "red_flags", "items"), [&items]);
    assert_eq!(all(&plan, "red_flags", "within"), [&json!("immediately")]);
    assert_eq!(plan["red_flags"][0]["rule"]["line"], 5);
}

#[test]
fn a_report_among_steps_has_their_condition_and_its_own() {
    let steps = "\
steps \"care\" {
  use gentle cleanser
  then report fever to clinic if age over 60
} daily unless pregnant";
    let of = |patient: &str| plan(steps, patient, 2);
    let facts = |age: u32, pregnant: bool| format!("[facts]\nage = {age}\npregnant = {pregnant}");
    let none: [&serde_json::Value; 0] = [];
    assert_eq!(
        all(&of(&facts(61, false)), "red_flags", "state"),
        [&json!("settled")]
    );
    assert_eq!(all(&of(&facts(60, false)), "red_flags", "state"), none);
    assert_eq!(all(&of(&facts(61, true)), "red_flags", "state"), none);
    assert_eq!(all(&of(""), "red_flags", "state"), [&json!("provisional")]);
}

#[test]
fn a_reported_symptom_of_which_an_attribute_is_not_known_counts() {
    let rules = "report slight itching to clinic";
    let plan = plan(rules, "symptoms.itching = 2026-06-02", 2);
    assert_eq!(plan["status"], "contact");
    assert_eq!(
        all(&plan, "red_flags", "depends_on"),
        [&json!(["slight itching"])]
    );
}

#[test]
fn a_sign_with_two_measures_is_one_where_both_are_so_as_far_as_is_known() {
    let rules = "report fever above 38 C lasting 24 hours or pus to clinic";
    let status = |symptom: &str| {
        let patient = format!("[symptoms]\nfever = {symptom}");
        let plan = plan(rules, &patient, 4);
        (
            plan["status"].clone(),
            plan["red_flags"][0]["depends_on"].clone(),
        )
    };
    let sure = status("{ since = 2026-06-01, value = \"39 C\" }");
    assert_eq!(sure, (json!("contact"), json!([])));
    let low = status("{ since = 2026-06-01, value = \"37.5 C\" }");
    assert_eq!(low.0, json!("proceed"));
    let short = status("{ since = 2026-06-04, value = \"39 C\", lasting = \"2 hours\" }");
    assert_eq!(short.0, json!("proceed"));
    let open = status("2026-06-04");
    assert_eq!(open.0, json!("contact"));
    assert_eq!(
        open.1,
        json!(["fever above 38 C", "fever lasting 24 hours"])
    );
    let items = plan(rules, "", 4)["red_flags"][0]["items"].clone();
    assert_eq!(items, json!(["fever above 38 C lasting 24 hours", "pus"]));
}

/// Section 3.11: how bad it is stands before the symptom or behind `if`, and counts where it is not known.
#[test]
fn what_is_reported_and_may_be_as_bad_as_a_condition_says_is_a_warning_sign() {
    let status = |rules: &str, symptoms: &str| {
        plan(rules, &format!("[symptoms]\n{symptoms}"), 2)["status"].clone()
    };
    for rules in [
        "report severe redness to clinic",
        "report redness to clinic if severe",
        "report redness to clinic if redness severe or fever",
    ] {
        assert_eq!(status(rules, "redness = 2026-06-02"), "contact", "{rules}");
        let slight = "redness = { since = 2026-06-02, severe = false }";
        assert_ne!(status(rules, slight), "contact", "{rules}");
    }
    // Of what nobody reported nothing is taken to be there.
    let with_fever = "report redness to clinic if redness severe and fever";
    assert_ne!(status(with_fever, "redness = 2026-06-02"), "contact");
}
