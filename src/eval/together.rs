//! One plan for a patient of several treatments: the lines of all their protocols, of which the strictest wins.

use super::assemble;
use super::lines::Lines;
use super::out_of_range;
use super::prepared::Prepared;
use super::scene::{Scene, as_of, of_its_treatment};
use super::time::DayStarts;
use super::timing::Times;
use crate::check::Protocol;
use crate::diagnostic::Diagnostic;
use crate::plan::{Moment, Plan};
use crate::profile::Profile;

/// The plan of one patient under several protocols over one vocabulary, asked about on a day: see
/// [`together`](crate::check::together).
///
/// The profile says in `treatments` when each of them was. `on` is the day of the last treatment where it is none.
/// Without any protocol there is no plan.
///
/// # Errors
///
/// A date of the plan would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
pub fn evaluate_together(
    protocols: &[Protocol],
    profile: &Profile,
    on: Option<Moment>,
) -> Result<Option<Plan>, Diagnostic> {
    let each = protocols.iter();
    let profiles: Vec<_> = each
        .map(|protocol| of_its_treatment(protocol, profile))
        .collect();
    let dates = profiles.iter().filter_map(|profile| profile.treated);
    let on = on.or_else(|| dates.map(|treated| Moment::day(treated.date)).max());
    let prepared = Prepared::together(protocols);
    let profiles: Vec<_> = profiles.iter().map(|profile| as_of(profile, on)).collect();
    let mut starts = DayStarts::default();
    starts.set_zone(profile.zone);
    plan(&prepared, &profiles, on, &starts).map_err(out_of_range)
}

fn plan<'a>(
    prepared: &'a [Prepared<'a>],
    profiles: &'a [std::borrow::Cow<'a, Profile>],
    on: Option<Moment>,
    starts: &'a DayStarts,
) -> Result<Option<Plan>, assemble::Failure<'a>> {
    let parts = prepared.iter().zip(profiles);
    let parts: Vec<(&Prepared<'a>, &Profile)> = parts
        .map(|(prepared, profile)| (prepared, profile.as_ref()))
        .collect();
    let Some(mut scene) = Scene::of_several(&parts, on, starts)? else {
        return Ok(None);
    };
    let mut timed = Vec::with_capacity(prepared.len());
    for (of, prepared) in prepared.iter().enumerate() {
        scene.enter(of);
        let mut times = Times::default();
        times.decide(&mut scene, prepared)?;
        timed.push((prepared, times));
    }
    scene.enter(0);
    let lines = Lines::together(&timed);
    let timed: Vec<assemble::Timed<'_, '_>> = timed
        .iter()
        .map(|(prepared, times)| (*prepared, times))
        .collect();
    assemble::plan(&mut scene, &timed, &lines, on).map(Some)
}
