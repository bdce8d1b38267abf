//! Windows and states alone, for one patient after another: what a plan starts from, without its
//! answers about things, its questions and its reasons.

use chrono::NaiveDateTime;

use super::line::Held;
use super::pair::Timed;
use super::prepared::{Entry, Prepared};
use super::scene::{Scene, as_of, of_its_treatment};
use super::time::{DayStarts, Instant};
use super::timing::Times;
use super::unknown::Unknowns;
use super::{asked_on, out_of_range};
use crate::check::Rule;
use crate::diagnostic::Diagnostic;
use crate::plan::{Moment, State, Strength, Verb};
use crate::profile::Profile;

/// When each sentence of a protocol holds for one patient, and how sure that is.
///
/// It is filled anew for the next patient without asking for memory again.
#[derive(Debug)]
pub struct Schedule<'p> {
    prepared: &'p Prepared<'p>,
    times: Times,
    /// None while they are lent to a scene.
    unknowns: Option<Box<Unknowns>>,
    starts: DayStarts,
}

/// A sentence, or a part of one, that holds for the patient, or may.
#[derive(Debug, Clone, Copy)]
pub struct Scheduled<'s> {
    /// The rule; the first of those that say the same.
    pub rule: &'s Rule,
    /// What it does, where it restricts, asks for, permits or limits something.
    pub verb: Option<Verb>,
    /// Whether it only stands behind another line: what an action opposes.
    pub hidden: bool,
    /// How sure it is (3.6). Of a red flag, how sure its condition is.
    pub state: State,
    times: &'s Times,
    timed: &'s Timed,
}

/// A stretch of time of one strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first instant, none where it has no start: in UTC where the profile gives a zone, on the
    /// patient's clock otherwise.
    pub from: Option<NaiveDateTime>,
    /// The first instant after it, likewise.
    pub until: Option<NaiveDateTime>,
    /// Firm or advised.
    pub strength: Strength,
}

impl<'p> Prepared<'p> {
    /// When each sentence holds for a patient, asked about on a day: see [`super::evaluate`].
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
    pub fn schedule(
        &'p self,
        profile: &Profile,
        on: Option<Moment>,
    ) -> Result<Schedule<'p>, Diagnostic> {
        let mut schedule = Schedule {
            prepared: self,
            times: Times::of_states(),
            unknowns: None,
            starts: DayStarts::default(),
        };
        schedule.refill(profile, on)?;
        Ok(schedule)
    }
}

impl Schedule<'_> {
    /// The same for another patient, or on another day.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200: a diagnostic at the sentence whose does. The
    /// schedule is then empty.
    pub fn refill(&mut self, profile: &Profile, on: Option<Moment>) -> Result<(), Diagnostic> {
        let filled = self.fill(profile, on);
        if filled.is_err() {
            self.times.clear();
        }
        filled
    }

    fn fill(&mut self, profile: &Profile, on: Option<Moment>) -> Result<(), Diagnostic> {
        let profile = of_its_treatment(self.prepared.protocol, profile);
        let on = asked_on(&profile, on);
        let profile = as_of(&profile, on);
        let mut unknowns = self.unknowns.take().unwrap_or_default();
        unknowns.clear();
        self.starts.set_zone(profile.zone);
        let starts = &self.starts;
        let mut scene = Scene::of_states(self.prepared, &profile, on, unknowns, starts)
            .map_err(out_of_range)?;
        let decided = self.times.decide(&mut scene, self.prepared);
        self.unknowns = Some(scene.unknowns);
        decided.map_err(out_of_range)
    }

    /// What holds, or may: restrictions, duties, permissions and limits in the order of the rules,
    /// then what is expected, reported, noted and done in steps. Restrictions have not yet held back
    /// duties and permissions here (3.5).
    pub fn iter(&self) -> impl Iterator<Item = Scheduled<'_>> {
        let entries = self.prepared.entries.iter();
        entries.filter_map(|entry| self.scheduled(entry))
    }

    fn scheduled<'s>(&'s self, entry: &Entry<'s>) -> Option<Scheduled<'s>> {
        let timed = self.times.timed(entry.timing)?;
        Some(Scheduled {
            rule: entry.rule,
            verb: entry.verb,
            hidden: entry.hidden,
            state: timed.state,
            times: &self.times,
            timed,
        })
    }
}

impl<'s> Scheduled<'s> {
    /// When it holds around this session and earlier ones; nothing where it waits for something
    /// without a date.
    pub fn windows(&self) -> impl Iterator<Item = Stretch> + use<'s> {
        let held = self.times.held(self.timed).unwrap_or_default();
        held.iter().map(stretch)
    }

    /// When it holds around the next session.
    pub fn next_session_windows(&self) -> impl Iterator<Item = Stretch> + use<'s> {
        let next = self.times.next(self.timed).unwrap_or_default();
        next.iter().map(stretch)
    }
}

fn stretch(held: &Held) -> Stretch {
    let time = |instant: Instant| instant.is_date().then(|| instant.as_time());
    Stretch {
        from: time(held.interval.start),
        until: time(held.interval.end),
        strength: held.strength,
    }
}

#[cfg(test)]
mod tests {
    use super::{Prepared, Schedule};
    use crate::check::{Bundled, CheckOptions, check};
    use crate::plan::Moment;
    use crate::profile::Profile;
    use crate::source::Sources;

    /// Patients may be evaluated on many threads, under one prepared protocol and each thread's schedule,
    /// and a schedule be read on many.
    #[test]
    fn protocols_and_schedules_go_from_thread_to_thread() {
        fn shared<T: Send + Sync>() {}
        shared::<Prepared<'static>>();
        shared::<Schedule<'static>>();
    }

    #[test]
    fn a_schedule_that_leaves_the_years_is_empty() {
        let text =
            "substance acids\nactivity swimming\navoid swimming today\navoid acids for 1 year\n";
        let (mut sources, options) = (Sources::new(), CheckOptions::default());
        let checked = check(&mut sources, &Bundled, "a.rules", text, &options);
        let protocol = checked.protocol.expect("it checks clean");
        let prepared = Prepared::new(&protocol);
        let mut schedule = prepared
            .schedule(&Profile::default(), None)
            .expect("relative days are in range");
        assert_eq!(schedule.iter().count(), 2);
        let treated = chrono::NaiveDate::from_ymd_opt(2200, 6, 1).map(Moment::day);
        let patient = Profile {
            treated,
            ..Profile::default()
        };
        assert!(schedule.refill(&patient, None).is_err());
        assert_eq!(schedule.iter().count(), 0);
    }
}
