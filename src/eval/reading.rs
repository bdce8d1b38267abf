//! What reading a protocol back asks of the engine: where one rule's window falls by itself, when the
//! next session is, and what a condition comes to. Nothing is held back and nothing is merged here.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::anchor::{Spot, Spots};
use super::assemble::{hull, windows};
use super::course::{self, Days};
use super::diagram::Node;
use super::interval::Interval;
use super::line::{cut, fall};
use super::prepared::{Deciding, Placing, Prepared};
use super::scene::Scene;
use super::time::OutOfRange;
use super::truth::Asking;
use crate::check::{Condition, Head, Point, Rule, Window};
use crate::plan::{self, Verb};
use crate::profile::Profile;
use crate::syntax::tree::Duration;

pub(crate) use super::assemble::dose_words;
pub(crate) use super::course::for_concerns;
pub(crate) use super::deferral::implied;
pub(crate) use super::draft::{opposed, until_resumed};
pub(crate) use super::time::OutOfRange as DateOutOfRange;
pub(crate) use super::window::Role;
pub(crate) use super::words::{counts, duration, durations, list, value_name};
pub(crate) use crate::check::kinds_of;

/// One rule's window on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Falls {
    /// Its stretches, firm and advised ones told apart.
    pub windows: Vec<plan::Window>,
    /// Whether its end gives things back.
    pub releases: bool,
    /// The day after its last; none where there is no end or nothing is given back.
    pub first_free_day: Option<NaiveDate>,
}

/// Where a point falls: its first and its last day, or what it waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Falling {
    /// On these days.
    On(Days),
    /// It has no date yet.
    Open(String),
    /// It has none and never will.
    Never,
}

/// What a condition comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comes {
    /// True, whatever is still unknown.
    True,
    /// False likewise.
    False,
    /// True for a part of the time: an event or a symptom starts or ends it.
    Changing,
    /// Not known.
    Unknown,
}

/// The engine, asked about single rules.
pub(crate) struct Reading<'a> {
    scene: Scene<'a>,
}

impl<'a> Reading<'a> {
    /// For one patient, everything that the profile knows of included.
    ///
    /// # Errors
    ///
    /// A date of the course would leave the years 1900 to 2200: the rule whose does.
    pub(crate) fn new(
        prepared: &'a Prepared<'a>,
        profile: &'a Profile,
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let scene = Scene::new(prepared, profile, None, Box::default(), None)?;
        Ok(Self { scene })
    }

    /// Whether the treatment's date is known; without it there are days, and no dates.
    pub(crate) fn is_dated(&self) -> bool {
        self.scene.dated
    }

    /// Where a window of a rule falls around this session, whatever its condition.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub(crate) fn falls(
        &self,
        rule: &Rule,
        window: &Window,
        role: Role,
    ) -> Result<Falls, OutOfRange> {
        let scene = &self.scene;
        let placing = Placing {
            window: Cow::Borrowed(window),
            role,
            advised: rule.advised,
        };
        let fallen = fall(&scene.anchors, scene, &placing)?;
        let mut held = Vec::new();
        cut(fallen.place(), &[(Interval::ALWAYS, Node::TRUE)], &mut held);
        let verb = match role {
            Role::Restriction => Verb::Avoid,
            Role::Expected => Verb::Limit,
            Role::Duty | Role::GoingOn => Verb::Do,
            Role::Permission => Verb::Allow,
        };
        let windows = windows(scene, verb, &held, fallen.place());
        let last = hull(&windows).last_day;
        let ends = windows
            .iter()
            .all(|window| window.to_day.is_some() && window.ends_at.is_none());
        let releases = fallen.releases && ends && role == Role::Restriction;
        Ok(Falls {
            first_free_day: last.filter(|_| releases).and_then(|day| day.succ_opt()),
            windows,
            releases,
        })
    }

    /// Between which days the session after this one lies, by a `sessions` rule; none where its
    /// distance is not said or the course is over.
    pub(crate) fn next_session(&self, rule: &Rule) -> Option<Days> {
        let mut all = self.scene.course.candidates.iter();
        all.find(|candidate| candidate.rule.span == rule.span)?.next
    }

    /// Between which days the first maintenance session lies; without a latest where the course has no end.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub(crate) fn maintenance(
        &self,
        every: (Duration, Duration),
    ) -> Result<Option<(NaiveDate, Option<NaiveDate>)>, OutOfRange> {
        let last = self.scene.course.ending();
        last.map(|days| course::maintenance(days, every))
            .transpose()
    }

    /// Where a point falls, its range included.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub(crate) fn point(&self, point: &Point) -> Result<Falling, OutOfRange> {
        let Spots { near, far } = self.scene.anchors.spots(point)?;
        let clock = self.scene.clock;
        Ok(match (near, far) {
            (Spot::At { earliest, .. }, Some(Spot::At { earliest: far, .. })) => {
                let (near, far) = (clock.first_day(earliest), clock.first_day(far));
                Falling::On((near.min(far), near.max(far)))
            }
            (Spot::At { earliest, .. }, _) => {
                let day = clock.first_day(earliest);
                Falling::On((day, day))
            }
            (Spot::Open(name), _) => Falling::Open(name),
            (Spot::Void, _) => Falling::Never,
        })
    }

    /// What a condition comes to for this patient, from the treatment on.
    pub(crate) fn truth(&mut self, condition: &Condition, head: &Head) -> Comes {
        let nodes = if head.is_before_treatment() {
            let asking = Asking {
                session: 0,
                since: self.scene.truth.treated,
                at: self.scene.treatment.instants.0,
                before_treatment: true,
            };
            let scene = &mut self.scene;
            vec![scene.truth.node(&mut scene.unknowns, condition, asking)]
        } else {
            self.since_treatment(condition)
        };
        let is = |node: Node| nodes.iter().all(|other| *other == node);
        if is(Node::TRUE) {
            Comes::True
        } else if is(Node::FALSE) {
            Comes::False
        } else if nodes.contains(&Node::TRUE) {
            Comes::Changing
        } else {
            Comes::Unknown
        }
    }

    fn since_treatment(&mut self, condition: &Condition) -> Vec<Node> {
        let scene = &mut self.scene;
        let start = scene.treatment.instants.0;
        let since = scene.truth.treated;
        let mut over_time = Vec::new();
        let deciding = Deciding::of(Cow::Borrowed(condition));
        (scene.truth).over_time(&mut scene.unknowns, &deciding, (0, since), &mut over_time);
        over_time
            .into_iter()
            .filter(|(interval, _)| interval.end > start)
            .map(|(_, node)| node)
            .collect()
    }
}
