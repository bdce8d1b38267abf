//! One evaluation: the protocol, the patient, the clock and what is not known.

use chrono::NaiveDate;

use super::anchor::{Anchored, Anchors};
use super::course::Course;
use super::groups::Groups;
use super::interval::Interval;
use super::line::Said;
use super::time::{Clock, OutOfRange};
use super::truth::Truth;
use super::unknown::Unknowns;
use crate::check::{Protocol, Rule};
use crate::plan::Moment;
use crate::profile::Profile;

/// The treatment day that relative days are counted from where no date is known. It starts the
/// longest run of months, so that "1 month" is never too short a time, and no leap day is near.
pub const NOMINAL: NaiveDate = match NaiveDate::from_ymd_opt(2001, 7, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// What an evaluation works on.
pub struct Scene<'a> {
    /// The protocol.
    pub protocol: &'a Protocol,
    /// The patient, as of the day asked.
    pub profile: &'a Profile,
    /// The patient's clock.
    pub clock: Clock,
    /// The treatment; a nominal day where `dated` is false.
    pub treatment: Anchored,
    /// Whether the treatment's date is known.
    pub dated: bool,
    /// The day or instant that is asked about, where one is.
    pub asked: Option<Interval>,
    /// How conditions are decided.
    pub truth: Truth<'a>,
    /// What is not known.
    pub unknowns: Unknowns,
    /// The course.
    pub course: Course<'a>,
}

impl<'a> Scene<'a> {
    /// Sets the scene. `profile` is as of `on`: see [`as_of`].
    ///
    /// # Errors
    ///
    /// A date of the course would leave the years 1900 to 2200.
    pub fn new(
        protocol: &'a Protocol,
        said: &[Said<'a>],
        profile: &'a Profile,
        on: Option<Moment>,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let clock = Clock::new(profile.zone);
        let treated = profile.treated.unwrap_or(Moment::day(NOMINAL));
        let reference = profile.treated.or(on).map_or(NOMINAL, |moment| moment.date);
        let (thresholds, session_bound) = Truth::landmarks(&protocol.rules);
        let truth = Truth {
            profile,
            vocabulary: &protocol.vocabulary,
            clock,
            reference,
            treated: profile.treated.map(|moment| moment.date),
            today: on.map(|moment| moment.date),
            groups: Groups::of(&protocol.vocabulary, &protocol.rules, reference),
            thresholds,
            session_bound,
        };
        let mut unknowns = Unknowns::default();
        let course = Course::of(protocol, said, &truth, &mut unknowns, treated.date)?;
        let dated = profile.treated.is_some();
        Ok(Self {
            protocol,
            profile,
            clock,
            treatment: Anchored::treatment(clock, treated),
            dated,
            asked: on.filter(|_| dated).and_then(|on| asked(clock, on)),
            truth,
            unknowns,
            course,
        })
    }

    /// What points hang on, around this session.
    #[must_use]
    pub fn anchors(&self) -> Anchors<'a> {
        let earlier = self.profile.sessions.as_deref();
        Anchors {
            clock: self.clock,
            profile: self.profile,
            vocabulary: &self.protocol.vocabulary,
            treated: self.truth.treated,
            session: self.treatment,
            previous: earlier.and_then(<[NaiveDate]>::last).copied(),
            first: earlier.map(|earlier| earlier.first().copied().unwrap_or(self.treatment.days.0)),
            next: self.course.next(),
            last: self.course.last(),
        }
    }
}

/// The day, or the minute, that is asked about. A time that a clock change makes ambiguous or skips
/// is the span of all that it may be.
fn asked(clock: Clock, on: Moment) -> Option<Interval> {
    let (earliest, latest) = clock.span_of(on);
    match on.time {
        None => Interval::new(earliest, latest),
        Some(_) => Interval::new(earliest, super::time::just_after(latest)),
    }
}

/// The patient as known on a day: an event or a symptom of a later day has not happened yet.
#[must_use]
pub fn as_of(profile: &Profile, on: Option<Moment>) -> Profile {
    let mut profile = profile.clone();
    if let Some(on) = on {
        profile.events.retain(|_, date| *date <= on.date);
        profile.symptoms.retain(|_, report| report.since <= on.date);
    }
    profile
}
