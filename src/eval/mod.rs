//! Checked protocol, profile and dates to plan.
//!
//! A protocol is made ready once (`prepared`): rules that say the same are joined (`said`), what a rule
//! says is taken apart (`draft`), and what many sentences share is kept once. For each patient an
//! evaluation sets the scene (`scene`), puts every window on the patient's clock and decides every
//! condition once (`timing`, `window`, `truth`; windows that hang on this treatment alone and conditions
//! that need no diagram go a shorter way, `quick`), so that each line has its pieces and what they hang on
//! (`line`): a schedule (`schedule`) is that alone. A plan goes on: restrictions cut what they win over
//! (`hold`), each thing gets its answer (`answer`), and the plan is put together (`assemble`). What is
//! unknown is decided over decision diagrams (`diagram`): under every way of filling it in.

mod allergy;
mod anchor;
mod answer;
mod ask;
mod assemble;
pub(crate) mod conditions;
mod course;
mod deed;
mod deferral;
mod diagram;
mod draft;
pub(crate) mod every;
mod fallen;
mod firm;
mod groups;
mod hold;
mod interval;
mod joined;
mod landmarks;
mod line;
mod lines;
mod meant;
mod medicines;
mod member;
mod naming;
mod narrow;
mod pair;
mod prepared;
mod quick;
pub(crate) mod reading;
mod reported;
mod residual;
mod said;
mod scene;
mod schedule;
mod sessions;
mod standing;
mod subject;
mod time;
mod timing;
mod together;
mod truth;
mod unknown;
mod unless;
mod variety;
mod window;
mod words;
mod written;

pub use diagram::NODE_LIMIT;
pub use prepared::Prepared;
pub(crate) use scene::of_its_treatment;
pub use schedule::{Schedule, Scheduled, Stretch};
pub use together::evaluate_together;
pub(crate) use unless::unless;
pub(crate) use words::thing as thing_in_words;

use time::DayStarts;
use timing::Times;

use crate::check::Protocol;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Moment, Plan};
use crate::profile::Profile;

pub use ask::{Asked, Case, Labelled, MAX_LABEL, label};
pub(crate) use ask::{Met, setting};

/// The plan of one patient under one protocol, asked about on a day.
///
/// Without `profile.treated` the plan is in relative days and has no dates. `on` is the day, or the
/// day and time, that it is asked about; the day of the treatment where it is none. For the plans of
/// many patients under one protocol, prepare it once: see [`Prepared`].
///
/// # Errors
///
/// A date of the plan would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
pub fn evaluate(
    protocol: &Protocol,
    profile: &Profile,
    on: Option<Moment>,
) -> Result<Plan, Diagnostic> {
    Prepared::new(protocol).plan(profile, on)
}

impl Prepared<'_> {
    /// The plan of one patient, asked about on a day: see [`evaluate`].
    ///
    /// # Errors
    ///
    /// A date of the plan would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
    pub fn plan(&self, profile: &Profile, on: Option<Moment>) -> Result<Plan, Diagnostic> {
        let profile = of_its_treatment(self.protocol, profile);
        let on = asked_on(&profile, on);
        let profile = scene::as_of(&profile, on);
        let mut starts = DayStarts::default();
        starts.set_zone(profile.zone);
        plan(self, &profile, on, &starts).map_err(out_of_range)
    }
}

/// The day that is asked about, where none is given.
fn asked_on(profile: &Profile, on: Option<Moment>) -> Option<Moment> {
    on.or_else(|| profile.treated.map(|treated| Moment::day(treated.date)))
}

/// That a date of a sentence leaves the years that a plan may reach.
fn out_of_range((rule, time::OutOfRange): assemble::Failure<'_>) -> Diagnostic {
    Diagnostic::new(
        Code::DateOutOfRange,
        rule.span,
        "a date of this sentence leaves the years 1900 to 2200",
        "for this patient's dates",
    )
    .with_help("check the treatment's date and the length that the sentence gives")
}

fn plan<'a>(
    prepared: &'a Prepared<'a>,
    profile: &'a Profile,
    on: Option<Moment>,
    starts: &'a DayStarts,
) -> Result<Plan, assemble::Failure<'a>> {
    let mut scene = scene::Scene::new(prepared, profile, on, Box::default(), Some(starts))?;
    let mut times = Times::default();
    times.decide(&mut scene, prepared)?;
    let lines = lines::Lines::of(prepared, &times);
    assemble::plan(&mut scene, &[(prepared, &times)], &lines, on)
}
