//! A plan that can be shown to others: days counted from the treatment in place of dates, and none of the
//! patient's own words.

use chrono::NaiveDate;
use serde_json::Value;

use super::{TextOptions, json, text};
use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, counted_from};
use crate::profile::{Answered, Profile, Value as Answer};

/// The format of a redacted plan: `aftercare-plan/1` but for its days, which are texts such as `day 6`.
pub const REDACTED_FORMAT: &str = "aftercare-plan-redacted/1";

/// How a redacted plan is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redacted {
    /// For people.
    Text(TextOptions),
    /// For a program.
    Json,
}

/// The plan that `plan` makes of a patient whose own words are left out, printed with days in place of dates.
///
/// Products become `product 1`, medicines `medicine 1`, in the order of the profile: what they are known to be stays, and
/// so do the answers that lines hang on. Days are counted from the treatment, or from the first of several. Without a
/// treatment date there are no dates either.
///
/// # Errors
///
/// As `plan`.
pub fn redacted(
    patient: &Profile,
    how: Redacted,
    plan: impl FnOnce(&Profile) -> Result<Plan, Diagnostic>,
) -> Result<(Plan, String), Diagnostic> {
    let patient = nameless(patient);
    let Some(zero) = first_day(&patient) else {
        let plan = plan(&patient)?;
        let printed = printed(&plan, how, None);
        return Ok((plan, printed));
    };
    counted_from(zero, || {
        let plan = plan(&patient)?;
        let printed = printed(&plan, how, Some(zero));
        Ok((plan, printed))
    })
}

/// The day of the treatment, or of the first of several.
fn first_day(patient: &Profile) -> Option<NaiveDate> {
    let several = patient.treatments.values();
    let several = several.filter_map(|course| course.treated);
    let all = patient.treated.into_iter().chain(several);
    all.map(|moment| moment.date).min()
}

/// The patient without the names that the profile gives to products and medicines.
fn nameless(patient: &Profile) -> Profile {
    let mut patient = patient.clone();
    for (number, product) in (1..).zip(patient.products.iter_mut().flatten()) {
        product.name = format!("product {number}");
    }
    let mut number = 0;
    for answer in patient.facts.values_mut() {
        if let Answered::Known(Answer::Things(things)) = answer {
            for thing in things {
                number += 1;
                thing.name = format!("medicine {number}");
            }
        }
    }
    patient
}

fn printed(plan: &Plan, how: Redacted, zero: Option<NaiveDate>) -> String {
    match how {
        Redacted::Text(options) => text(plan, &options),
        Redacted::Json => in_days(plan, zero),
    }
}

/// The plan as JSON, each date a day.
fn in_days(plan: &Plan, zero: Option<NaiveDate>) -> String {
    let printed = json(plan);
    // What was just written reads back.
    let Ok(mut value) = serde_json::from_str::<Value>(&printed) else {
        return printed;
    };
    days(&mut value, zero);
    if let Value::Object(keys) = &mut value {
        keys.insert("format".to_owned(), REDACTED_FORMAT.into());
    }
    super::json::pretty(&value)
}

fn days(value: &mut Value, zero: Option<NaiveDate>) {
    match value {
        Value::String(text) => {
            if let (Some(zero), Some((date, rest))) = (zero, dated(text)) {
                *text = format!("day {}{}", (date - zero).num_days(), rest.replace('T', " "));
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| days(value, zero)),
        Value::Object(keys) => keys.values_mut().for_each(|value| days(value, zero)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `2026-06-01` or `2026-06-01T10:30`: the date, and what stands behind it.
fn dated(text: &str) -> Option<(NaiveDate, &str)> {
    let (date, rest) = text.split_at_checked("2026-06-01".len())?;
    let time = rest.is_empty() || rest.starts_with('T') && rest.len() == "T10:30".len();
    let date = date.parse().ok().filter(|_| time)?;
    Some((date, rest))
}
