//! Where points in time fall: each an earliest and a latest instant, or a name where it has no date.

use chrono::{NaiveDate, NaiveTime};

use super::medicines::listing_fact;
use super::time::{Clock, Instant, OutOfRange, Way, shift_date, shift_days, shift_instant};
use crate::check::{Anchor, Point};
use crate::plan::{Moment, vague_end};
use crate::profile::{Answered, History, Profile, Value};
use crate::syntax::tree::{Duration, SessionWord};
use crate::vocabulary::{ThingId, Vocabulary};

/// What a point that is never computed is called while it is open.
pub const BEDTIME: &str = "bedtime";

/// Something that has a date, or a span of dates, on which points hang.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchored {
    /// Its first and its last possible day.
    pub days: (NaiveDate, NaiveDate),
    /// Its first and its last possible instant, from which hours count.
    pub instants: (Instant, Instant),
    /// The same of the anchor as a point of its own: an event is true from the start of its day.
    pub itself: (Instant, Instant),
    /// Whether it is a treatment whose clock time is not known.
    pub vague: bool,
}

/// Where a point falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// From `earliest` to `latest`, as far as is known.
    At {
        /// The first possible instant.
        earliest: Instant,
        /// The last possible one.
        latest: Instant,
    },
    /// It has no date yet: the words for what it waits for.
    Open(String),
    /// It has no date and never will: a medicine that was not taken.
    Void,
}

/// A point with both ends of its range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spots {
    /// The near end.
    pub near: Spot,
    /// The far end, where a range is written.
    pub far: Option<Spot>,
}

impl Spots {
    /// The far end, or the only one.
    pub fn farthest(self) -> Spot {
        self.far.unwrap_or(self.near)
    }
}

/// What points are resolved against.
#[derive(Debug, Clone, Copy)]
pub struct Anchors<'a> {
    /// The patient's clock.
    pub clock: Clock<'a>,
    /// The patient.
    pub profile: &'a Profile,
    /// The names.
    pub vocabulary: &'a Vocabulary,
    /// The day of this treatment: events before it are not of it.
    pub treated: Option<NaiveDate>,
    /// This treatment.
    pub this: Anchored,
    /// The session that the sentence holds around.
    pub session: Anchored,
    /// The session before that one, where it is known.
    pub previous: Option<NaiveDate>,
    /// The first session, where it is known.
    pub first: Option<NaiveDate>,
    /// The session after it, from the earliest to the latest day.
    pub next: Option<(NaiveDate, NaiveDate)>,
    /// Whether it may be later than that: `at least 8 weeks apart`, or it is overdue.
    pub next_is_open: bool,
    /// The course's last, likewise.
    pub last: Option<(NaiveDate, NaiveDate)>,
}

impl Anchored {
    /// A treatment at a moment.
    #[must_use]
    pub fn treatment(clock: Clock<'_>, moment: Moment) -> Self {
        let instants = clock.span_of(moment);
        Self {
            days: (moment.date, moment.date),
            instants,
            itself: instants,
            vague: moment.time.is_none(),
        }
    }

    /// A session that is not booked yet: any time from one day to another.
    #[must_use]
    pub fn session_between(clock: Clock<'_>, (first, last): (NaiveDate, NaiveDate)) -> Self {
        let instants = (clock.start_of(first), clock.end_of(last));
        Self {
            days: (first, last),
            instants,
            itself: instants,
            vague: true,
        }
    }

    /// Something that is true from the start of a day.
    #[must_use]
    pub fn from_day(clock: Clock<'_>, date: NaiveDate) -> Self {
        let start = clock.start_of(date);
        Self {
            days: (date, date),
            instants: (start, clock.end_of(date)),
            itself: (start, start),
            vague: false,
        }
    }

    /// The instants a length of time away: calendar units from day to day, hours by the clock.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn shifted(
        self,
        clock: Clock<'_>,
        length: Duration,
        way: Way,
    ) -> Result<(Instant, Instant), OutOfRange> {
        if length.unit.is_elapsed() {
            let shift = |instant| shift_instant(instant, length, way);
            return both(self.instants, shift);
        }
        let shift = |date| shift_date(date, length, 1, way).map(|date| clock.start_of(date));
        both(self.days, shift)
    }
}

/// What becomes of both ends of a span, which are often the same.
fn both<T: PartialEq + Copy>(
    (first, last): (T, T),
    shift: impl Fn(T) -> Result<Instant, OutOfRange>,
) -> Result<(Instant, Instant), OutOfRange> {
    let shifted = shift(first)?;
    let other = if first == last { shifted } else { shift(last)? };
    Ok((shifted, other))
}

impl Anchors<'_> {
    /// Where a point falls.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn spots(&self, point: &Point) -> Result<Spots, OutOfRange> {
        match point {
            Point::Day(day) => self.start_of_day(i64::from(*day)).map(Spots::one),
            Point::NextMorning => self.next_morning().map(Spots::one),
            Point::Latest(points) => self.latest(points, false),
            Point::Offset {
                distance,
                before,
                anchor,
            } => {
                let anchored = match self.anchored(anchor) {
                    Ok(anchored) => anchored,
                    Err(Spot::Open(name)) => {
                        let words = super::words::point(self.vocabulary, point);
                        let open = if distance.is_some() { words } else { name };
                        return Ok(Spots::one(Spot::Open(open)));
                    }
                    Err(spot) => return Ok(Spots::one(spot)),
                };
                let Some((near, far)) = distance else {
                    return Ok(Spots::one(Spot::from(anchored.itself)));
                };
                let way = if *before { Way::Before } else { Way::After };
                let spot = |length| anchored.shifted(self.clock, length, way).map(Spot::from);
                let far = far.map(spot).transpose()?;
                Ok(Spots {
                    near: spot(*near)?,
                    far,
                })
            }
        }
    }

    /// Where a point falls at which something ends: what never comes is not waited for, where something
    /// else is.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn end_spots(&self, point: &Point) -> Result<Spots, OutOfRange> {
        match point {
            Point::Latest(points) => self.latest(points, true),
            one => self.spots(one),
        }
    }

    /// The later of some points, at both ends of their ranges. It has no date while one of them has none.
    fn latest(&self, points: &[Point], never_is_over: bool) -> Result<Spots, OutOfRange> {
        let mut open = Vec::new();
        let mut latest: Option<[(Instant, Instant); 2]> = None;
        let mut is_void = false;
        let later = |one: (Instant, Instant), other: (Instant, Instant)| {
            (one.0.max(other.0), one.1.max(other.1))
        };
        for point in points {
            let Spots { near, far } = self.spots(point)?;
            match (near, far) {
                (Spot::Open(name), _) => open.push(name),
                (Spot::Void, _) => is_void = true,
                (
                    Spot::At {
                        earliest,
                        latest: last,
                    },
                    far,
                ) => {
                    let near = (earliest, last);
                    let far = match far {
                        Some(Spot::At { earliest, latest }) => (earliest, latest),
                        _ => near,
                    };
                    latest = Some(match latest {
                        None => [near, far],
                        Some([first, second]) => [later(first, near), later(second, far)],
                    });
                }
            }
        }
        Ok(match latest {
            _ if is_void && !never_is_over => Spots::one(Spot::Void),
            _ if !open.is_empty() => Spots::one(Spot::Open(super::words::list(&open, "and"))),
            Some([near, far]) => Spots {
                near: near.into(),
                far: (far != near).then(|| far.into()),
            },
            None => Spots::one(Spot::Void),
        })
    }

    /// The start of a day counted from the session's.
    ///
    /// # Errors
    ///
    /// The date would leave the years 1900 to 2200.
    pub fn start_of_day(&self, day: i64) -> Result<Spot, OutOfRange> {
        let start = |date| shift_days(date, day).map(|date| self.clock.start_of(date));
        Ok(Spot::At {
            earliest: start(self.session.days.0)?,
            latest: start(self.session.days.1)?,
        })
    }

    /// Some time from 06:00 to 12:00 on the day after the session.
    fn next_morning(&self) -> Result<Spot, OutOfRange> {
        let at = |date, hour| {
            let date = shift_days(date, 1)?;
            let time = NaiveTime::from_hms_opt(hour, 0, 0);
            Ok(self.clock.span_of(Moment { date, time }))
        };
        Ok(Spot::At {
            earliest: at(self.session.days.0, 6)?.0,
            latest: at(self.session.days.1, 12)?.1,
        })
    }

    /// What a point hangs on, or why it has no date.
    fn anchored(&self, anchor: &Anchor) -> Result<Anchored, Spot> {
        let name = |thing: ThingId| self.vocabulary.name(thing).to_owned();
        let day = |date| Anchored::from_day(self.clock, date);
        match anchor {
            Anchor::Treatment | Anchor::Session(SessionWord::This) => Ok(self.session),
            Anchor::Event(event) => self
                .event(*event)
                .map(day)
                .ok_or_else(|| Spot::Open(name(*event))),
            Anchor::Procedure(procedure) => match self.last_procedure(*procedure) {
                Some(date) => Ok(day(date)),
                None => Err(Spot::Open(name(*procedure))),
            },
            Anchor::LastTaken(thing) => self.last_taken(*thing),
            Anchor::Session(word) => self.other_session(*word),
            Anchor::Vague(length) => Err(Spot::Open(vague_end(length))),
            Anchor::Step(step) => Err(Spot::Open(step.clone())),
            Anchor::Bedtime => Err(Spot::Open(BEDTIME.to_owned())),
        }
    }

    fn other_session(&self, word: SessionWord) -> Result<Anchored, Spot> {
        let (span, name) = match word {
            SessionWord::Previous => (
                self.previous.map(|date| (date, date)),
                "the previous session",
            ),
            SessionWord::First => (self.first.map(|date| (date, date)), "the first session"),
            SessionWord::Next => (self.next, "the next session"),
            SessionWord::Final => (self.last, "the final session"),
            SessionWord::This => return Ok(self.session),
        };
        match span {
            // A session whose clock time is known is at that time, whatever it is called.
            Some(span) => Ok([self.session, self.this]
                .into_iter()
                .find(|known| known.days == span)
                .unwrap_or_else(|| Anchored::session_between(self.clock, span))),
            // The first session has none before it.
            None if word == SessionWord::Previous && self.profile.sessions.is_some() => {
                Err(Spot::Void)
            }
            None => Err(Spot::Open(name.to_owned())),
        }
    }

    /// The day that an event or symptom of this treatment was first true.
    fn event(&self, event: ThingId) -> Option<NaiveDate> {
        let reported = self
            .profile
            .symptoms
            .iter()
            .filter(|(id, _)| self.vocabulary.is_under(**id, event))
            .map(|(_, report)| report.since);
        self.profile
            .events
            .get(&event)
            .copied()
            .into_iter()
            .chain(reported)
            .filter(|date| self.treated.is_none_or(|treated| *date >= treated))
            .min()
    }

    fn last_procedure(&self, procedure: ThingId) -> Option<NaiveDate> {
        self.profile
            .history
            .iter()
            .filter(|(id, _)| self.vocabulary.is_under(**id, procedure))
            .filter_map(|(_, history)| match history {
                History::On(dates) => dates.last().copied(),
                History::Never | History::Unsure => None,
            })
            .max()
    }

    fn last_taken(&self, thing: ThingId) -> Result<Anchored, Spot> {
        let open = || Spot::Open(format!("{} last taken", self.vocabulary.name(thing)));
        // Only the fact that lists such medicines says that one was never taken.
        let listing = listing_fact(self.vocabulary, thing);
        let mut known = false;
        let mut last = None;
        for (fact, answer) in &self.profile.facts {
            if listing == Some(*fact) {
                known = matches!(answer, Answered::Known(_) | Answered::DoesNotApply);
            }
            let Answered::Known(Value::Things(listed)) = answer else {
                continue;
            };
            for entry in listed {
                if self.vocabulary.is_under(entry.thing, thing) {
                    let date = entry.last_taken.ok_or_else(open)?;
                    last = last.max(Some(date));
                } else if self.vocabulary.is_under(thing, entry.thing) {
                    return Err(open());
                }
            }
        }
        match last {
            Some(date) => Ok(Anchored::from_day(self.clock, date)),
            None if known => Err(Spot::Void),
            None => Err(open()),
        }
    }
}

impl Spots {
    fn one(near: Spot) -> Self {
        Self { near, far: None }
    }
}

impl From<(Instant, Instant)> for Spot {
    fn from((earliest, latest): (Instant, Instant)) -> Self {
        Self::At { earliest, latest }
    }
}
