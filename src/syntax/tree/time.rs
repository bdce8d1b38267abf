//! Spans of time and the points that they hang on.

use serde::{Deserialize, Serialize};

use super::Name;
use crate::number::Number;
use crate::span::Spanned;

/// A calendar date as written; [`crate::check`] has made sure that it exists.
pub type Date = chrono::NaiveDate;

/// The units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TimeUnit {
    /// 60 seconds, elapsed
    Minute,
    /// 60 minutes, elapsed
    Hour,
    /// A calendar day
    Day,
    /// 7 calendar days
    Week,
    /// A calendar month, clamped to the month's last day
    Month,
    /// 12 calendar months
    Year,
}

/// `7 days`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Duration {
    /// How many; whole, except that `1.5 hours` is 90 minutes.
    pub amount: Number,
    /// Of what.
    pub unit: TimeUnit,
}

/// `7 days`, `4..6 weeks`, `24 hours..3 days`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DurationRange {
    /// The lower end; the only one where `high` is none.
    pub low: Spanned<Duration>,
    /// The upper end.
    pub high: Option<Spanned<Duration>>,
}

/// How long, as a window says it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Extent {
    /// `7 days`, `5..7 days`
    Range(DurationRange),
    /// `at least 1 week`, `at least 24 hours, better 48 hours`
    AtLeast {
        /// The minimum.
        minimum: Spanned<Duration>,
        /// What is better.
        better: Option<Spanned<Duration>>,
    },
    /// `up to 3 months`
    UpTo(Spanned<Duration>),
    /// `a few days`: no number, and so no end
    Vague(Vague),
}

/// A length of time without a number, as sheets say it. Nothing is computed from it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Vague {
    /// `a few days`, `at least several hours`
    pub words: String,
    /// The unit in it.
    pub unit: TimeUnit,
}

/// When a sentence holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// `for about 2 weeks`, `usually from day 2`: printed, and changes no date.
    pub about: bool,
    /// The form.
    pub kind: WindowKind,
}

impl Window {
    /// Whether `for D` on a duty is the length of one application: minutes always, less than 24 hours where
    /// another window says when.
    pub(crate) fn is_application(&self, has_another: bool) -> bool {
        let WindowKind::For(extent) = &self.kind else {
            return false;
        };
        let (unit, least) = match extent {
            Extent::Range(range) => (
                range.high.unwrap_or(range.low).node.unit,
                Some(range.low.node.amount),
            ),
            Extent::AtLeast { minimum, .. } => (minimum.node.unit, Some(minimum.node.amount)),
            Extent::UpTo(most) => (most.node.unit, Some(most.node.amount)),
            Extent::Vague(vague) => (vague.unit, None),
        };
        let is_whole_day = || least.is_some_and(|least| least >= Number::whole(24));
        unit == TimeUnit::Minute || unit == TimeUnit::Hour && has_another && !is_whole_day()
    }
}

/// The forms of a window. What seldom stands in one stands apart: most windows are `For`, and long protocols
/// hold many.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WindowKind {
    /// `for 7 days`, `for at least 1 week`, `for up to 3 months`
    For(Extent),
    /// `for 5 days before`, `for at least 2 weeks before treatment`
    ForBefore(Extent),
    /// `for 5 days before and 7 days after`
    ForAround {
        /// How long before.
        before: Box<Extent>,
        /// How long after.
        after: Box<Extent>,
    },
    /// `on day 3`, `on days 2..4`
    OnDays {
        /// The first day; day 0 is the day of the treatment. Days before it are negative.
        first: Spanned<i32>,
        /// The last day, where there is a range.
        last: Option<Spanned<i32>>,
    },
    /// `from day 1`, `from 24 hours until healed`, `from healed for 2 weeks`, `from calm, at least 2 days`
    From {
        /// The start.
        from: Box<Spanned<Point>>,
        /// `at least D`: not before so long after the treatment
        at_least: Option<Spanned<Duration>>,
        /// `until POINT`
        until: Option<Box<Spanned<Point>>>,
        /// `for D`
        length: Option<Box<Extent>>,
    },
    /// `until day 5`, `until healed, at least 3 days, at most 10 days, usually 5..7 days`
    Until {
        /// The end.
        until: Box<Spanned<Point>>,
        /// `at least D`
        at_least: Option<Spanned<Duration>>,
        /// `at most D`
        at_most: Option<Spanned<Duration>>,
        /// `usually D1..D2`
        usually: Option<Box<DurationRange>>,
    },
    /// `at 3 hours`: once, at a point in time
    At(Box<Spanned<Point>>),
    /// `today`: day 0, from the treatment
    Today,
    /// `tonight`: until the next morning
    Tonight,
    /// `for the course`
    ForTheCourse,
    /// `between sessions`
    BetweenSessions,
    /// `before treatment`
    BeforeTreatment,
    /// `always`
    Always,
}

/// A point in time, relative to something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Point {
    /// `day 5`
    Day(Spanned<i32>),
    /// `24 hours`, `2..3 days after swelling`, `3 weeks before next session`, `healed`
    Offset {
        /// How far; none is the anchor itself.
        distance: Option<DurationRange>,
        /// Which way from the anchor.
        ago: Ago,
        /// From what; a bare duration counts from the treatment.
        anchor: Spanned<Anchor>,
    },
    /// `next morning`
    NextMorning,
    /// `healed and calm`: the later of them, once all are over; two points at least, none of them such a list
    Latest(Vec<Spanned<Point>>),
}

/// Which way from an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ago {
    /// `6 months after`, and bare durations
    After,
    /// `2 weeks before`
    Before,
}

/// What a point hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// `treatment`
    Treatment,
    /// An event, a symptom, a procedure or a step: `healed`, `swelling`, `dermal filler`, `cleansing`
    Named(Name),
    /// `isotretinoin last taken`
    LastTaken(Name),
    /// `next session`
    Session(SessionWord),
    /// `bedtime`
    Bedtime,
}

/// Which session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SessionWord {
    /// `previous session`
    Previous,
    /// `this session`
    This,
    /// `next session`
    Next,
    /// `first session`
    First,
    /// `final session`
    Final,
}
