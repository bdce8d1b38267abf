//! Checked protocol, profile and dates to plan.
//!
//! An evaluation sets the scene (`scene`), turns each rule into lines on the patient's clock
//! (`line`, `window`), each piece of them with the condition that it hangs on (`truth`), lets
//! restrictions cut what they win over (`hold`), answers about each thing (`answer`), and assembles
//! the plan (`assemble`). What is unknown is decided over decision diagrams (`diagram`): under every
//! way of filling it in.

mod anchor;
mod answer;
mod assemble;
pub(crate) mod conditions;
mod course;
mod deferral;
mod diagram;
mod groups;
mod hold;
mod interval;
mod joined;
mod line;
mod medicines;
pub(crate) mod reading;
mod reported;
mod scene;
mod sessions;
mod subject;
mod time;
mod truth;
mod unknown;
mod variety;
mod window;
mod words;

use crate::check::Protocol;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Moment, Plan};
use crate::profile::Profile;

/// The plan of one patient under one protocol, asked about on a day.
///
/// Without `profile.treated` the plan is in relative days and has no dates. `on` is the day, or the
/// day and time, that it is asked about; the day of the treatment where it is none.
///
/// # Errors
///
/// A date of the plan would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
pub fn evaluate(
    protocol: &Protocol,
    profile: &Profile,
    on: Option<Moment>,
) -> Result<Plan, Diagnostic> {
    let on = on.or_else(|| profile.treated.map(|treated| Moment::day(treated.date)));
    let profile = scene::as_of(profile, on);
    let said = line::said(&protocol.rules);
    plan(protocol, &profile, &said, on).map_err(|(rule, time::OutOfRange)| {
        Diagnostic::new(
            Code::DateOutOfRange,
            rule.span,
            "a date of this sentence leaves the years 1900 to 2200",
            "for this patient's dates",
        )
        .with_help("check the treatment's date and the length that the sentence gives")
    })
}

fn plan<'a>(
    protocol: &'a Protocol,
    profile: &'a Profile,
    said: &[line::Said<'a>],
    on: Option<Moment>,
) -> Result<Plan, assemble::Failure<'a>> {
    let mut scene = scene::Scene::new(protocol, said, profile, on)?;
    let lines = line::lines(&mut scene, said)?;
    assemble::plan(&mut scene, said, &lines, on)
}
