//! Windows and points whose anchors are known.

use crate::syntax::tree::{Duration, SessionWord};
use crate::vocabulary::ThingId;

/// When a rule holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    /// No window was written: from the treatment to the end of the protocol's aftercare.
    Unsaid,
    /// `for 7 days`
    For(Extent),
    /// `for 5 days before`
    Before(Extent),
    /// `for 5 days before and 7 days after`
    Around {
        /// How long before.
        before: Extent,
        /// How long after.
        after: Extent,
    },
    /// `on days 2..4`: all of each day; day 0 is the day of the treatment.
    Days {
        /// The first.
        first: i32,
        /// The last.
        last: i32,
    },
    /// `from day 1`, `from healed for 2 weeks`
    From {
        /// The start.
        from: Point,
        /// The end.
        end: FromEnd,
    },
    /// `until healed, at least 3 days`
    Until {
        /// The end.
        until: Point,
        /// Not before this long after the treatment.
        at_least: Option<Duration>,
        /// Not after this long after the treatment.
        at_most: Option<Duration>,
        /// The author's range for when it usually comes, in words.
        usually: Option<String>,
    },
    /// `today`
    Today,
    /// `for the course`
    ForTheCourse,
    /// `between sessions`
    BetweenSessions,
    /// `before treatment`
    BeforeTreatment,
    /// `always`
    Always,
}

impl Window {
    /// Whether any bound of it is counted by the clock, and not in whole days (3.1); `aftercare` is how
    /// long a sentence without a window holds.
    #[must_use]
    pub fn is_by_the_hour(&self, aftercare: Option<Duration>) -> bool {
        self.has_length(aftercare, &|length| length.unit.is_elapsed())
    }

    /// Whether it starts before the treatment, and not without a start: then it starts before the next session,
    /// too.
    #[must_use]
    pub(crate) fn starts_before(&self) -> bool {
        match self {
            Self::Before(_) | Self::Around { .. } => true,
            Self::Days { first, .. } => *first < 0,
            Self::From { from, end } => *end != FromEnd::Open && from.is_before_treatment(),
            _ => false,
        }
    }

    /// Whether a part of it is only advised, whatever its sentence says.
    #[must_use]
    pub(crate) fn has_advised(&self) -> bool {
        match self {
            Self::For(extent)
            | Self::Before(extent)
            | Self::From {
                end: FromEnd::For(extent),
                ..
            } => extent.advised().is_some(),
            Self::Around { before, after } => {
                before.advised().is_some() || after.advised().is_some()
            }
            // Between the ends of a point's range it is.
            Self::From { .. } | Self::Until { .. } => true,
            _ => false,
        }
    }

    /// Whether any length that it names is such a one.
    #[must_use]
    pub(crate) fn has_length(
        &self,
        aftercare: Option<Duration>,
        is: &dyn Fn(&Duration) -> bool,
    ) -> bool {
        match self {
            Self::Unsaid => aftercare.as_ref().is_some_and(is),
            Self::For(extent) | Self::Before(extent) => extent.has_length(is),
            Self::Around { before, after } => before.has_length(is) || after.has_length(is),
            Self::From { from, end } => {
                from.has_length(is)
                    || match end {
                        FromEnd::Open => false,
                        FromEnd::Until(until) => until.has_length(is),
                        FromEnd::For(extent) => extent.has_length(is),
                    }
            }
            Self::Until {
                until,
                at_least,
                at_most,
                usually: _,
            } => until.has_length(is) || at_least.iter().chain(at_most).any(is),
            Self::Days { .. }
            | Self::Today
            | Self::ForTheCourse
            | Self::BetweenSessions
            | Self::BeforeTreatment
            | Self::Always => false,
        }
    }
}

/// How a window with a start ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FromEnd {
    /// It does not.
    Open,
    /// `until POINT`
    Until(Point),
    /// `for D`
    For(Extent),
}

/// How long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// `7 days`, `up to 7 days`: firm to the end
    Exactly(Duration),
    /// `5..7 days`: firm to the first, advised to the second
    Between(Duration, Duration),
    /// `at least 5 days, better 7 days`: firm to the first, advised to the second, never given back
    AtLeast {
        /// The minimum.
        minimum: Duration,
        /// What is better.
        better: Option<Duration>,
    },
}

impl Extent {
    /// How long it is firm.
    #[must_use]
    pub fn firm(self) -> Duration {
        match self {
            Self::Exactly(firm) | Self::Between(firm, _) => firm,
            Self::AtLeast { minimum, .. } => minimum,
        }
    }

    /// How long it is advised, counted from the same point; none where it is firm to its end.
    #[must_use]
    pub fn advised(self) -> Option<Duration> {
        match self {
            Self::Exactly(_) => None,
            Self::Between(_, advised) => Some(advised),
            Self::AtLeast { better, .. } => better,
        }
    }

    /// Whether it is such a length at either end of a range.
    fn has_length(self, is: &dyn Fn(&Duration) -> bool) -> bool {
        is(&self.firm()) || self.advised().is_some_and(|length| is(&length))
    }

    /// Whether its end is a minimum, which gives nothing back.
    #[must_use]
    pub fn is_minimum(self) -> bool {
        matches!(self, Self::AtLeast { .. })
    }
}

/// A point in time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// `day 5`: as that day begins
    Day(i32),
    /// `24 hours`, `2..3 weeks after dermal filler`, `healed`
    Offset {
        /// How far; none is the anchor itself. The second is the range's far end.
        distance: Option<(Duration, Option<Duration>)>,
        /// Before rather than after the anchor.
        before: bool,
        /// From what.
        anchor: Anchor,
    },
    /// `next morning`: some time from 06:00 to 12:00 of day 1
    NextMorning,
    /// `healed and calm`: the later of them, once all have come; none of them is such a list
    Latest(Vec<Point>),
}

impl Point {
    /// The points of which the later counts; of another point itself.
    #[must_use]
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Latest(points) => points,
            one => std::slice::from_ref(one),
        }
    }

    /// Whether its distance is counted by the clock, at either end of a range.
    #[must_use]
    pub fn is_by_the_hour(&self) -> bool {
        self.has_length(&|length| length.unit.is_elapsed())
    }

    /// Whether its distance is such a length, at either end of a range.
    fn has_length(&self, is: &dyn Fn(&Duration) -> bool) -> bool {
        self.parts().iter().any(|one| match one {
            Self::Offset {
                distance: Some((near, far)),
                ..
            } => is(near) || far.as_ref().is_some_and(is),
            _ => false,
        })
    }

    /// Whether it is counted from the treatment and lies before it.
    fn is_before_treatment(&self) -> bool {
        match self {
            Self::Day(day) => *day < 0,
            Self::Offset {
                distance, before, ..
            } => *before && distance.is_some() && self.is_from_treatment(),
            Self::NextMorning | Self::Latest(_) => false,
        }
    }

    /// Whether it is counted from the treatment: it hangs on no event, medicine or other session.
    #[must_use]
    pub fn is_from_treatment(&self) -> bool {
        match self {
            Self::Day(_) | Self::NextMorning => true,
            Self::Offset { anchor, .. } => matches!(
                anchor,
                Anchor::Treatment | Anchor::Session(SessionWord::This)
            ),
            Self::Latest(points) => points.iter().all(Self::is_from_treatment),
        }
    }
}

/// What a point hangs on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// The treatment, at its clock time.
    Treatment,
    /// An event or symptom: its date.
    Event(ThingId),
    /// A procedure: its date in the history.
    Procedure(ThingId),
    /// `isotretinoin last taken`
    LastTaken(ThingId),
    /// `next session`
    Session(SessionWord),
    /// A step, or an activity in the day: printed, not computed.
    Step(String),
    /// Bedtime: printed, not computed.
    Bedtime,
    /// `a few days`: some time after the window's start that nobody has said; printed, not computed.
    Vague(String),
}
