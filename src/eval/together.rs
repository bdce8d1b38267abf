//! One plan for a patient of several treatments: the lines of all their protocols, of which the strictest wins.

use super::assemble;
use super::lines::Lines;
use super::out_of_range;
use super::prepared::Prepared;
use super::scene::{Part, Scene, as_of, of_its_treatment};
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
///
/// # Errors
///
/// A date of the plan would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
pub fn evaluate_together(
    (first, others): (&Protocol, &[Protocol]),
    profile: &Profile,
    on: Option<Moment>,
) -> Result<Plan, Diagnostic> {
    let profile_of = |protocol| of_its_treatment(protocol, profile);
    let of_first = profile_of(first);
    let of_others: Vec<_> = others.iter().map(profile_of).collect();
    let dates = std::iter::once(&of_first).chain(&of_others);
    let dates = dates.filter_map(|profile| profile.treated);
    let on = on.or_else(|| dates.map(|treated| Moment::day(treated.date)).max());
    let (ready, others_ready) = Prepared::together(first, others);
    let of_first = as_of(&of_first, on);
    let of_others: Vec<_> = of_others.iter().map(|profile| as_of(profile, on)).collect();
    let mut starts = DayStarts::default();
    starts.set_zone(profile.zone);
    let parts = others_ready.iter().zip(of_others.iter().map(AsRef::as_ref));
    let parts: Vec<Part<'_>> = parts.collect();
    plan(((&ready, &of_first), &parts), on, &starts).map_err(out_of_range)
}

fn plan<'a>(
    (first, others): (Part<'a>, &[Part<'a>]),
    on: Option<Moment>,
    starts: &'a DayStarts,
) -> Result<Plan, assemble::Failure<'a>> {
    let mut scene = Scene::of_several((first, others), on, starts)?;
    let parts = std::iter::once(&first).chain(others);
    let mut timed = Vec::with_capacity(others.len() + 1);
    for (of, (prepared, _)) in parts.enumerate() {
        scene.enter(of);
        let mut times = Times::default();
        times.decide(&mut scene, prepared)?;
        timed.push((*prepared, times));
    }
    scene.enter(0);
    let lines = Lines::together(&scene.protocol.vocabulary, &timed);
    let timed: Vec<assemble::Timed<'_, '_>> = timed
        .iter()
        .map(|(prepared, times)| (*prepared, times))
        .collect();
    assemble::plan(&mut scene, &timed, &lines, on)
}
