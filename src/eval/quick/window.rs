//! Windows as bounds counted from the session.

use smallvec::{SmallVec, smallvec};

use super::bound::{Bound, Counted, Side};
use super::ground::Ground;
use crate::check::{Anchor, Extent, FromEnd, Point, Window};
use crate::eval::fallen::Piece;
use crate::eval::interval::Interval;
use crate::eval::time::{Instant, Reach, Way, reach};
use crate::eval::window::Role;
use crate::eval::words;
use crate::plan::Strength;
use crate::profile::Profile;
use crate::syntax::tree::Duration;
use crate::vocabulary::{ThingId, Vocabulary};

/// A window that hangs on nothing but the session.
#[derive(Debug, Clone)]
pub struct Relative {
    stretches: SmallVec<[Length; 2]>,
    role: Role,
    /// At most how many days lie between its bounds and the session.
    pub reach: i32,
    /// Whether its end gives things back.
    pub releases: bool,
    /// The event that would start or end it: the window is this one while that has not happened.
    pub awaited: Option<Awaited>,
}

/// An event without a date.
#[derive(Debug, Clone)]
pub struct Awaited {
    event: ThingId,
    /// The words for what is waited for.
    pub name: String,
    /// Whether the window starts with it, rather than ends.
    pub to_start: bool,
}

/// A part of a window of one strength.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: Bound,
    end: Bound,
    strength: Strength,
}

/// The same, as a patient's session is added to it.
#[derive(Debug, Clone, Copy)]
struct Length {
    start: Counted,
    end: Counted,
    strength: Strength,
}

/// How a window is compiled.
struct Compiling<'v> {
    vocabulary: &'v Vocabulary,
    role: Role,
    advised: bool,
}

type Stretches = SmallVec<[Stretch; 2]>;

impl Relative {
    /// A window as bounds, where it hangs on nothing but the session, or waits for one event.
    #[must_use]
    pub fn of(
        vocabulary: &Vocabulary,
        window: &Window,
        role: Role,
        advised: bool,
        aftercare: Option<Duration>,
    ) -> Option<Self> {
        let compiling = Compiling {
            vocabulary,
            role,
            advised,
        };
        compiling.window(window, aftercare)
    }

    /// The same before another session: what of it lies before the treatment.
    #[must_use]
    pub fn before(vocabulary: &Vocabulary, window: &Window, advised: bool) -> Option<Self> {
        let (Window::Before(before) | Window::Around { before, .. }) = window else {
            return None;
        };
        let before = Window::Before(*before);
        Self::of(vocabulary, &before, Role::Restriction, advised, None)
    }

    /// Whether it holds for a patient: what it waits for has not happened.
    #[must_use]
    pub fn suits(&self, profile: &Profile) -> bool {
        self.awaited.as_ref().is_none_or(|awaited| {
            profile.symptoms.is_empty() && !profile.events.contains_key(&awaited.event)
        })
    }

    /// Adds its pieces around a session, in order and disjoint, and says whether the first starts with
    /// a treatment whose clock time is not known.
    #[inline(always)]
    pub fn place(&self, ground: &Ground<'_>, pieces: &mut Vec<Piece>) -> bool {
        if let [only] = self.stretches.as_slice() {
            let (start, end) = only.bounds(ground, Instant::NEVER_BEGAN);
            let Some(interval) = Interval::new(start, end) else {
                return false;
            };
            let strength = only.strength;
            pieces.push(Piece { interval, strength });
            return ground.is_vague(self.role, start);
        }
        self.join(ground, pieces)
    }

    /// The same, kept out of the way of what asks for it seldom.
    #[inline(never)]
    pub fn place_aside(&self, ground: &Ground<'_>, pieces: &mut Vec<Piece>) -> bool {
        self.place(ground, pieces)
    }

    /// The same of a window of any number of stretches: neighbours of one strength are one piece.
    #[inline(never)]
    fn join(&self, ground: &Ground<'_>, pieces: &mut Vec<Piece>) -> bool {
        let from = pieces.len();
        let mut before = Instant::NEVER_BEGAN;
        for stretch in &self.stretches {
            let (start, end) = stretch.bounds(ground, before);
            before = start.max(end);
            let Some(interval) = Interval::new(start, end) else {
                continue;
            };
            let strength = stretch.strength;
            match pieces.get_mut(from..).and_then(<[Piece]>::last_mut) {
                Some(last) if last.strength == strength && last.interval.end >= start => {
                    last.interval.end = last.interval.end.max(end);
                }
                _ => pieces.push(Piece { interval, strength }),
            }
        }
        pieces
            .get(from)
            .is_some_and(|first| ground.is_vague(self.role, first.interval.start))
    }
}

impl Length {
    /// Its first instant, and the first after it; `before` is where the stretch before it ends.
    #[inline]
    fn bounds(&self, ground: &Ground<'_>, before: Instant) -> (Instant, Instant) {
        let start = ground.instant(&self.start, before);
        (start, ground.instant(&self.end, before))
    }
}

impl Compiling<'_> {
    fn window(&self, window: &Window, aftercare: Option<Duration>) -> Option<Relative> {
        let start = Bound::Start(self.role);
        let one = |start, end| -> Stretches { smallvec![self.firm(start, end)] };
        let (stretches, releases) = match window {
            Window::Unsaid => {
                let end = match aftercare {
                    Some(length) => self.end(length)?,
                    None => Bound::NeverEnds,
                };
                (one(start, end), false)
            }
            Window::For(extent) => (self.after(start, *extent)?, !extent.is_minimum()),
            Window::Before(extent) => (self.until_treatment(*extent)?, false),
            Window::Around { before, after } => {
                let mut stretches = self.until_treatment(*before)?;
                stretches.extend(self.after(self.after_treatment(), *after)?);
                (stretches, !after.is_minimum())
            }
            Window::Days { first, last } => {
                let start = Bound::Day(Side::Earliest, *first);
                let end = Bound::Day(Side::Latest, last.checked_add(1)?);
                (one(start, end), *last >= 0)
            }
            Window::Today => (one(start, Bound::Day(Side::Latest, 1)), true),
            // Whether its end gives back hangs on the clock time of the treatment.
            Window::From { .. } if window.starts_before() => return None,
            Window::From { from, end } => return self.from(from, end),
            Window::Until {
                until,
                at_least,
                at_most,
                ..
            } => return self.until(until, *at_least, *at_most),
            Window::BeforeTreatment => {
                let end = Bound::Treated(Side::of_end(self.role));
                (one(Bound::NeverBegan, end), false)
            }
            Window::Always => (one(Bound::NeverBegan, Bound::NeverEnds), false),
            Window::ForTheCourse | Window::BetweenSessions => return None,
        };
        Some(self.relative(stretches, releases))
    }

    fn relative(&self, stretches: Stretches, releases: bool) -> Relative {
        let bounds = stretches.iter();
        let reach = bounds
            .flat_map(|stretch| [stretch.start.reach(), stretch.end.reach()])
            .max();
        let length = |stretch: &Stretch| Length {
            start: stretch.start.counted(),
            end: stretch.end.counted(),
            strength: stretch.strength,
        };
        Relative {
            stretches: stretches.iter().map(length).collect(),
            role: self.role,
            reach: reach.unwrap_or_default(),
            releases,
            awaited: None,
        }
    }

    fn firm(&self, start: Bound, end: Bound) -> Stretch {
        let strength = if self.advised {
            Strength::Advised
        } else {
            Strength::Firm
        };
        Stretch {
            start,
            end,
            strength,
        }
    }

    fn end(&self, length: Duration) -> Option<Bound> {
        away(Side::of_end(self.role), length, Way::After)
    }

    /// Where what goes on after the treatment begins, of a window on both sides of it.
    fn after_treatment(&self) -> Bound {
        match self.role {
            Role::Restriction | Role::Expected | Role::Duty | Role::GoingOn => {
                Bound::Start(self.role)
            }
            Role::Permission => Bound::Treated(Side::Earliest),
        }
    }

    fn after(&self, start: Bound, extent: Extent) -> Option<Stretches> {
        let mut stretches: Stretches = smallvec![self.firm(start, self.end(extent.firm())?)];
        if let Some(advised) = extent.advised() {
            stretches.push(Stretch {
                start: Bound::Following,
                end: self.end(advised)?,
                strength: Strength::Advised,
            });
        }
        Some(stretches)
    }

    fn until_treatment(&self, extent: Extent) -> Option<Stretches> {
        let start = |length| away(Side::of_start(self.role), length, Way::Before);
        let firm = start(extent.firm())?;
        let mut stretches = Stretches::new();
        if let Some(advised) = extent.advised() {
            stretches.push(Stretch {
                start: start(advised)?,
                end: firm,
                strength: Strength::Advised,
            });
        }
        stretches.push(self.firm(firm, Bound::Treated(Side::of_end(self.role))));
        Some(stretches)
    }

    fn from(&self, from: &Point, end: &FromEnd) -> Option<Relative> {
        if let Some(awaited) = self.awaited(from, true) {
            // When it then ends is told in words.
            if *end != FromEnd::Open {
                return None;
            }
            let mut relative = self.relative(Stretches::new(), false);
            relative.awaited = Some(awaited);
            return Some(relative);
        }
        let (near, far) = self.point(from, Side::of_start(self.role))?;
        let end = match end {
            FromEnd::Open => Bound::NeverEnds,
            FromEnd::Until(until) => match self.point(until, Side::of_end(self.role))? {
                (end, None) => end,
                (_, Some(_)) => return None,
            },
            FromEnd::For(_) => return None,
        };
        let releases = end != Bound::NeverEnds;
        let stretches = match far.filter(|_| !self.role.starts_early()) {
            None => smallvec![self.firm(near, end)],
            Some(_) if self.advised => return None,
            Some(far) => smallvec![
                Stretch {
                    start: near,
                    end: far,
                    strength: Strength::Advised,
                },
                self.firm(Bound::Following, end),
            ],
        };
        // A stretch that follows another must not be cut by an end before it.
        let open = far.is_none() || end == Bound::NeverEnds;
        open.then(|| self.relative(stretches, releases))
    }

    fn until(
        &self,
        until: &Point,
        at_least: Option<Duration>,
        at_most: Option<Duration>,
    ) -> Option<Relative> {
        let start = Bound::Start(self.role);
        if let Some(awaited) = self.awaited(until, false) {
            let end = match at_most {
                Some(length) => self.end(length)?,
                None => Bound::NeverEnds,
            };
            let mut relative = self.relative(smallvec![self.firm(start, end)], false);
            if let Some(least) = at_least {
                relative.reach = relative.reach.max(self.end(least)?.reach());
            }
            relative.awaited = Some(awaited);
            return Some(relative);
        }
        if at_least.is_some() || at_most.is_some() {
            return None;
        }
        match self.point(until, Side::of_end(self.role))? {
            (end, None) => Some(self.relative(smallvec![self.firm(start, end)], true)),
            (_, Some(_)) => None,
        }
    }

    /// The event that a point waits for, where it is an event and nothing else.
    fn awaited(&self, point: &Point, to_start: bool) -> Option<Awaited> {
        let Point::Offset {
            distance,
            anchor: Anchor::Event(event),
            ..
        } = point
        else {
            return None;
        };
        let name = match distance {
            Some(_) => words::point(self.vocabulary, point),
            None => self.vocabulary.name(*event).to_owned(),
        };
        Some(Awaited {
            event: *event,
            name,
            to_start,
        })
    }

    /// A point after the treatment, and the far end of its range.
    fn point(&self, point: &Point, side: Side) -> Option<(Bound, Option<Bound>)> {
        match point {
            Point::Day(day) => Some((Bound::Day(side, *day), None)),
            Point::Offset {
                distance: Some((near, far)),
                before: false,
                anchor: Anchor::Treatment,
            } => {
                let bound = |length| away(side, length, Way::After);
                let far = match far {
                    Some(far) => Some(bound(*far)?),
                    None => None,
                };
                Some((bound(*near)?, far))
            }
            _ => None,
        }
    }
}

/// A bound a length of time from the session: calendar units from day to day, hours by the clock.
fn away(side: Side, length: Duration, way: Way) -> Option<Bound> {
    Some(match reach(length, way)? {
        // At no distance from a treatment without a clock time, a start is the treatment's.
        Reach::Elapsed(0) => return None,
        Reach::Elapsed(micros) => Bound::Elapsed(side, micros),
        Reach::Days(days) => Bound::Day(side, days),
        Reach::Months(months) => Bound::Months(side, months),
    })
}
