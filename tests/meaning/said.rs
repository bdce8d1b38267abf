//! What an author said and a plan must not say otherwise: days in order, reasons where they belong.

use serde_json::json;

use super::{all, plan};

#[test]
fn a_visit_names_its_earlier_day_first() {
    let plan = plan("visit \"spot test\" 1..2 weeks before treatment", "", 1);
    assert_eq!(all(&plan, "visits", "earliest"), [&json!("2026-05-18")]);
    assert_eq!(all(&plan, "visits", "latest"), [&json!("2026-05-25")]);
}

#[test]
fn minutes_before_a_treatment_without_a_clock_time_name_no_day() {
    let plan = plan("visit \"arrival\" 30..40 minutes before treatment", "", 1);
    assert_eq!(all(&plan, "visits", "earliest"), [&json!(null)]);
    assert_eq!(
        all(&plan, "visits", "when"),
        [&json!("30 to 40 minutes before treatment")]
    );
}

#[test]
fn what_is_to_be_prepared_on_a_day_has_its_date() {
    let plan = plan("prepare \"come clean\" on day -7", "", 1);
    let said = json!(["on day -7, Mon 25 May 2026"]);
    assert_eq!(all(&plan, "before_treatment", "details"), [&said]);
}

#[test]
fn the_reason_of_a_permission_is_none_of_what_it_leaves_out() {
    let plan = plan(
        "allow cold compress but not ice pack because \"it cools\"",
        "",
        1,
    );
    assert_eq!(
        all(&plan, "directives", "verb"),
        [&json!("allow"), &json!("avoid")]
    );
    assert_eq!(
        all(&plan, "directives", "because"),
        [&json!("it cools"), &json!(null)]
    );
}
