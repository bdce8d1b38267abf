//! One evaluation: the protocol, the patient, the clock and what is not known.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::anchor::{Anchored, Anchors};
use super::course::Course;
use super::interval::Interval;
use super::prepared::Prepared;
use super::time::{Clock, DayStarts, Instant, OutOfRange};
use super::truth::Truth;
use super::unknown::Unknowns;
use super::variety::Varieties;
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
    /// The protocol, ready for the patient.
    pub prepared: &'a Prepared<'a>,
    /// The protocol itself.
    pub protocol: &'a Protocol,
    /// The patient, as of the day asked.
    pub profile: &'a Profile,
    /// The patient's clock.
    pub clock: Clock<'a>,
    /// The treatment; a nominal day where `dated` is false.
    pub treatment: Anchored,
    /// What points hang on, around this session.
    pub anchors: Anchors<'a>,
    /// Whether the treatment's date is known.
    pub dated: bool,
    /// The day or instant that is asked about, where one is.
    pub asked: Option<Interval>,
    /// How conditions are decided.
    pub truth: Truth<'a>,
    /// What is not known.
    pub unknowns: Box<Unknowns>,
    /// What a product of the patient's may be, by its place in the profile, as far as anybody asked.
    pub varieties: RefCell<BTreeMap<usize, Rc<Varieties>>>,
    /// The course.
    pub course: Course<'a>,
    /// Of a patient of several treatments: which of them the scene is about now.
    pub of: usize,
    /// The first of them on the same day.
    first: usize,
    /// What a scene about each of the other treatments has of its own.
    others: Vec<Other<'a>>,
}

/// A protocol that is ready for its patients, and one of them as its treatment has her.
pub type Part<'a> = (&'a Prepared<'a>, &'a Profile);

/// What is of one of several treatments, while the scene is about another.
struct Other<'a> {
    of: usize,
    first: usize,
    prepared: &'a Prepared<'a>,
    protocol: &'a Protocol,
    profile: &'a Profile,
    treatment: Anchored,
    anchors: Anchors<'a>,
    truth: Truth<'a>,
    course: Course<'a>,
}

/// For whom a scene is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// A patient.
    One,
    /// A patient of whom nobody asks when the course ends.
    OneNow,
    /// Every patient.
    Everybody,
}

impl<'a> Scene<'a> {
    /// Sets the scene. `profile` is as of `on`: see [`as_of`]. `unknowns` holds none yet. `starts` are
    /// looked up in, where the caller keeps them.
    ///
    /// # Errors
    ///
    /// A date of the course would leave the years 1900 to 2200.
    pub fn new(
        prepared: &'a Prepared<'a>,
        profile: &'a Profile,
        on: Option<Moment>,
        unknowns: Box<Unknowns>,
        starts: Option<&'a DayStarts>,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        Self::set(prepared, profile, on, (unknowns, starts), Of::One)
    }

    /// Sets the scene for windows and states alone: the end of the course is worked out where a window hangs on it.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn of_states(
        prepared: &'a Prepared<'a>,
        profile: &'a Profile,
        on: Option<Moment>,
        unknowns: Box<Unknowns>,
        starts: &'a DayStarts,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let of = if prepared.to_the_last {
            Of::One
        } else {
            Of::OneNow
        };
        Self::set(prepared, profile, on, (unknowns, Some(starts)), of)
    }

    /// Sets the scene for every patient of whom a profile tells all that is known.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn of_everybody(
        prepared: &'a Prepared<'a>,
        profile: &'a Profile,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        Self::set(
            prepared,
            profile,
            None,
            (Box::default(), None),
            Of::Everybody,
        )
    }

    /// The same, of patients of whom symptoms are known in the end as all else is.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn of_all_known(
        prepared: &'a Prepared<'a>,
        profile: &'a Profile,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let unknowns = Box::new(Unknowns::of_known_symptoms());
        Self::set(prepared, profile, None, (unknowns, None), Of::Everybody)
    }

    /// Sets the scene for a patient of several treatments, each with its protocol, and a profile that is as of `on`
    /// and has its date. It is about the first of them.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn of_several(
        (first, others): (Part<'a>, &[Part<'a>]),
        on: Option<Moment>,
        starts: &'a DayStarts,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let (prepared, profile) = first;
        let unknowns = Box::new(Unknowns::of_several(!prepared.landmarks.lengths.is_empty()));
        let mut scene = Self::new(prepared, profile, on, unknowns, Some(starts))?;
        for (of, (prepared, profile)) in (1..).zip(others) {
            let mut before = std::iter::once(&first).chain(others);
            let same = before.position(|(_, other)| other.treated == profile.treated);
            let first = same.unwrap_or(of);
            let mut unknowns = std::mem::take(&mut scene.unknowns);
            unknowns.ask_about(of, first);
            let other = Self::new(prepared, profile, on, unknowns, Some(starts))?;
            scene.unknowns = other.unknowns;
            scene.others.push(Other {
                of,
                first,
                prepared,
                protocol: other.protocol,
                profile,
                treatment: other.treatment,
                anchors: other.anchors,
                truth: other.truth,
                course: other.course,
            });
        }
        scene.unknowns.ask_about(0, 0);
        Ok(scene)
    }

    /// From now on the scene is about this treatment, of several; gives the one that it was about.
    pub fn enter(&mut self, of: usize) -> usize {
        let before = self.of;
        let mut others = self.others.iter_mut();
        if of != before
            && let Some(other) = others.find(|other| other.of == of)
        {
            use std::mem::swap;
            swap(&mut self.of, &mut other.of);
            swap(&mut self.first, &mut other.first);
            swap(&mut self.prepared, &mut other.prepared);
            swap(&mut self.protocol, &mut other.protocol);
            swap(&mut self.profile, &mut other.profile);
            swap(&mut self.treatment, &mut other.treatment);
            swap(&mut self.anchors, &mut other.anchors);
            swap(&mut self.truth, &mut other.truth);
            swap(&mut self.course, &mut other.course);
            self.unknowns.ask_about(of, self.first);
        }
        before
    }

    /// The last instant at which a treatment may have been, whichever of them the scene is about.
    pub fn treated_by(&self, of: usize) -> Instant {
        let mut others = self.others.iter();
        let other = others.find(|other| other.of == of);
        other
            .map_or(self.treatment, |other| other.treatment)
            .instants
            .1
    }

    /// How many treatments it is about, one after the other.
    pub fn treatments(&self) -> usize {
        self.others.len() + 1
    }

    fn set(
        prepared: &'a Prepared<'a>,
        profile: &'a Profile,
        on: Option<Moment>,
        (mut unknowns, starts): (Box<Unknowns>, Option<&'a DayStarts>),
        of: Of,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let protocol = prepared.protocol;
        let treated = profile.treated.unwrap_or(Moment::day(NOMINAL));
        let reference = profile.treated.or(on).map_or(NOMINAL, |moment| moment.date);
        let today = on.map(|moment| moment.date);
        let (vocabulary, landmarks) = (&protocol.vocabulary, &prepared.landmarks);
        let clock = Clock::new(profile.zone, starts);
        let truth = Truth::new(profile, vocabulary, landmarks, clock, reference, today);
        let truth = if of == Of::Everybody {
            truth.of_everybody()
        } else {
            truth
        };
        let course = Course::of(
            prepared,
            &truth,
            &mut unknowns,
            (treated.date, of != Of::OneNow),
        )?;
        let dated = profile.treated.is_some();
        let treatment = Anchored::treatment(clock, treated);
        Ok(Self {
            prepared,
            protocol,
            profile,
            clock,
            treatment,
            dated,
            asked: on.filter(|_| dated).and_then(|on| asked(clock, on)),
            anchors: anchors(&truth, &course, treatment, on),
            truth,
            unknowns,
            varieties: RefCell::default(),
            course,
            of: 0,
            first: 0,
            others: Vec::new(),
        })
    }
}

/// What points hang on, around this session.
fn anchors<'a>(
    truth: &Truth<'a>,
    course: &Course<'_>,
    session: Anchored,
    on: Option<Moment>,
) -> Anchors<'a> {
    let asked = on.map(|on| on.date);
    let earlier = truth.profile.sessions.as_deref();
    Anchors {
        clock: truth.clock,
        profile: truth.profile,
        vocabulary: truth.vocabulary,
        treated: truth.treated,
        this: session,
        session,
        previous: earlier.and_then(<[NaiveDate]>::last).copied(),
        first: earlier.map(|earlier| earlier.first().copied().unwrap_or(session.days.0)),
        next: course.next(),
        next_is_open: course.next_is_open(asked),
        last: course.last().filter(|_| !course.is_overdue(asked)),
    }
}

/// The day, or the minute, that is asked about. A time that a clock change makes ambiguous or skips
/// is the span of all that it may be.
fn asked(clock: Clock<'_>, on: Moment) -> Option<Interval> {
    let (earliest, latest) = clock.span_of(on);
    match on.time {
        None => Interval::new(earliest, latest),
        Some(_) => Interval::new(earliest, super::time::just_after(latest)),
    }
}

/// The patient as one protocol's treatment has it, where the profile dates several.
#[must_use]
pub fn of_its_treatment<'p>(protocol: &Protocol, profile: &'p Profile) -> Cow<'p, Profile> {
    let names = protocol.treatment_names();
    let own = if profile.treatments.is_empty() {
        Cow::Borrowed(profile)
    } else {
        Cow::Owned(profile.of_treatment(&names, &protocol.vocabulary))
    };
    match own.without_itself(&names, &protocol.vocabulary) {
        Some(before) => Cow::Owned(before),
        None => own,
    }
}

/// The patient as known on a day: an event or a symptom of a later day has not happened yet, and a
/// symptom that is over later is not known to end.
#[must_use]
pub fn as_of(profile: &Profile, on: Option<Moment>) -> Cow<'_, Profile> {
    let Some(on) = on.map(|on| on.date) else {
        return Cow::Borrowed(profile);
    };
    let known = profile.events.values().all(|date| *date <= on)
        && profile
            .symptoms
            .values()
            .all(|report| report.until.unwrap_or(report.since) <= on);
    if known {
        return Cow::Borrowed(profile);
    }
    let mut profile = profile.clone();
    profile.events.retain(|_, date| *date <= on);
    profile.symptoms.retain(|_, report| {
        report.until = report.until.filter(|until| *until <= on);
        report.since <= on
    });
    Cow::Owned(profile)
}
