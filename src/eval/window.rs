//! Windows on the patient's clock: firm and advised pieces, each bound moved the cautious way.

use smallvec::{SmallVec, smallvec};

use super::anchor::{Anchored, Anchors, Spot};
use super::fallen::{Fallen, Piece, Pieces};
use super::interval::Interval;
use super::time::{Instant, OutOfRange, Way, just_before, shift_days};
use super::words;
use crate::check::{Extent, FromEnd, Point, Window};
use crate::plan::Strength;
use crate::syntax::tree::{Duration, SessionWord};

/// What a bound's cautious side is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Avoid, limit: starts at its earliest, ends at its latest.
    Restriction,
    /// Use, keep, steps: starts and ends at its latest.
    Duty,
    /// `continue warfarin`: a duty that goes on already before the treatment, and ends at its latest.
    GoingOn,
    /// Allow: starts at its latest, ends at its earliest.
    Permission,
    /// Expect: starts and ends at its earliest. What is called normal for longer than is sure would keep somebody from
    /// calling.
    Expected,
}

impl Role {
    /// Whether a start is taken at its earliest.
    #[must_use]
    pub fn starts_early(self) -> bool {
        matches!(self, Self::Restriction | Self::Expected)
    }
}

type Parts = SmallVec<[(Instant, Instant, Strength); 4]>;

/// One window being resolved.
pub struct Falling<'a> {
    /// What points hang on.
    pub anchors: &'a Anchors<'a>,
    /// Which way caution goes.
    pub role: Role,
    /// `should`: no piece is firm.
    pub advised: bool,
    /// How long a sentence without a window holds.
    pub aftercare: Option<Duration>,
}

type Falls = Result<Fallen, OutOfRange>;

impl Falling<'_> {
    /// Where a window falls around the session of its anchors.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn fall(&self, window: &Window) -> Falls {
        let mut fallen = match window {
            Window::Unsaid => self.unsaid()?,
            Window::For(extent) => self.after(*extent)?,
            Window::Before(extent) => self.before(*extent)?,
            Window::Around { before, after } => self.around(*before, *after)?,
            Window::Days { first, last } => self.days(*first, *last)?,
            Window::From { from, end } => self.from(from, end)?,
            Window::Until {
                until,
                at_least,
                at_most,
                ..
            } => self.until(until, *at_least, *at_most)?,
            Window::Today => self.today()?,
            Window::ForTheCourse | Window::BetweenSessions => self.until_final_session()?,
            Window::BeforeTreatment => Fallen {
                pieces: self.pieces([(
                    Instant::NEVER_BEGAN,
                    self.end_at(self.treatment()),
                    Strength::Firm,
                )]),
                ..Fallen::nothing()
            },
            Window::Always => Fallen {
                pieces: self.pieces([(Instant::NEVER_BEGAN, Instant::NEVER_ENDS, Strength::Firm)]),
                ..Fallen::nothing()
            },
        };
        // What ends before the treatment gives nothing back: nobody has said that it is free then.
        let ends = fallen.pieces.last().map(|piece| piece.interval.end);
        fallen.releases &= ends.is_none_or(|end| end >= self.treatment().0);
        let starts = self.treatment_start();
        fallen.vague_start = self.anchors.session.vague
            && self.role != Role::GoingOn
            && fallen
                .pieces
                .first()
                .is_some_and(|piece| piece.interval.start == starts);
        Ok(fallen)
    }

    fn session(&self) -> Anchored {
        self.anchors.session
    }

    fn treatment(&self) -> (Instant, Instant) {
        self.session().itself
    }

    /// A start on its cautious side.
    fn start_at(&self, (earliest, latest): (Instant, Instant)) -> Instant {
        match self.role {
            Role::Restriction | Role::Expected => earliest,
            Role::Duty | Role::GoingOn | Role::Permission => latest,
        }
    }

    /// An end on its cautious side.
    fn end_at(&self, (earliest, latest): (Instant, Instant)) -> Instant {
        match self.role {
            Role::Restriction | Role::Duty | Role::GoingOn => latest,
            Role::Permission | Role::Expected => earliest,
        }
    }

    /// The treatment as a start. At an unknown clock time a duty or permission starts on its day
    /// all the same, in its last minute: the treatment is before the day's end.
    fn treatment_start(&self) -> Instant {
        if self.role == Role::GoingOn {
            return Instant::NEVER_BEGAN;
        }
        let start = self.start_at(self.treatment());
        if self.session().vague && !self.role.starts_early() {
            just_before(start)
        } else {
            start
        }
    }

    fn strength(&self, strength: Strength) -> Strength {
        if self.advised {
            Strength::Advised
        } else {
            strength
        }
    }

    /// The pieces that are not empty, neighbours of one strength joined.
    fn pieces(&self, parts: impl IntoIterator<Item = (Instant, Instant, Strength)>) -> Pieces {
        let mut pieces = Pieces::new();
        for (start, end, strength) in parts {
            let Some(interval) = Interval::new(start, end) else {
                continue;
            };
            let strength = self.strength(strength);
            match pieces.last_mut() {
                Some(last) if last.strength == strength && last.interval.end >= start => {
                    last.interval.end = last.interval.end.max(end);
                }
                _ => pieces.push(Piece { interval, strength }),
            }
        }
        pieces
    }

    fn unsaid(&self) -> Falls {
        let start = self.treatment_start();
        let end = match self.aftercare {
            Some(length) => self.end_at(self.session().shifted(
                self.anchors.clock,
                length,
                Way::After,
            )?),
            None => Instant::NEVER_ENDS,
        };
        Ok(Fallen {
            pieces: self.pieces([(start, end, Strength::Firm)]),
            ..Fallen::nothing()
        })
    }

    fn after(&self, extent: Extent) -> Falls {
        Ok(Fallen {
            pieces: self.pieces(self.after_parts(
                self.treatment_start(),
                self.session(),
                extent,
            )?),
            releases: !extent.is_minimum(),
            ..Fallen::nothing()
        })
    }

    /// The firm and the advised part that an extent has after an anchor.
    fn after_parts(
        &self,
        start: Instant,
        anchor: Anchored,
        extent: Extent,
    ) -> Result<Parts, OutOfRange> {
        let end = |length| {
            anchor
                .shifted(self.anchors.clock, length, Way::After)
                .map(|spot| self.end_at(spot))
        };
        let firm = end(extent.firm())?;
        let mut parts: Parts = smallvec![(start, firm, Strength::Firm)];
        if let Some(advised) = extent.advised() {
            parts.push((firm.max(start), end(advised)?, Strength::Advised));
        }
        Ok(parts)
    }

    fn before(&self, extent: Extent) -> Falls {
        Ok(Fallen {
            pieces: self.pieces(self.before_parts(extent)?),
            ..Fallen::nothing()
        })
    }

    fn before_parts(&self, extent: Extent) -> Result<Parts, OutOfRange> {
        let start = |length| {
            self.session()
                .shifted(self.anchors.clock, length, Way::Before)
                .map(|spot| self.start_at(spot))
        };
        let firm = start(extent.firm())?;
        let mut parts = Parts::new();
        if let Some(advised) = extent.advised() {
            parts.push((start(advised)?, firm, Strength::Advised));
        }
        parts.push((firm, self.end_at(self.treatment()), Strength::Firm));
        Ok(parts)
    }

    fn around(&self, before: Extent, after: Extent) -> Falls {
        let mut parts = self.before_parts(before)?;
        let start = self.end_at(self.treatment()).min(self.treatment_start());
        parts.extend(self.after_parts(start, self.session(), after)?);
        Ok(Fallen {
            pieces: self.pieces(parts),
            releases: !after.is_minimum(),
            ..Fallen::nothing()
        })
    }

    fn days(&self, first: i32, last: i32) -> Falls {
        let (earliest, latest) = self.session().days;
        let clock = self.anchors.clock;
        let start = clock.start_of(shift_days(earliest, i64::from(first))?);
        let end = clock.end_of(shift_days(latest, i64::from(last))?);
        Ok(Fallen {
            pieces: self.pieces([(start, end, Strength::Firm)]),
            releases: last >= 0,
            ..Fallen::nothing()
        })
    }

    fn today(&self) -> Falls {
        let end = self.end_of_day();
        Ok(Fallen {
            pieces: self.pieces([(self.treatment_start(), end, Strength::Firm)]),
            releases: true,
            ..Fallen::nothing()
        })
    }

    fn from(&self, from: &Point, end: &FromEnd) -> Falls {
        let spots = self.anchors.spots(from)?;
        let (near, far) = match (spots.near, spots.far) {
            (Spot::At { earliest, latest }, far) => {
                let far = match far {
                    Some(Spot::At { earliest, latest }) => Some((earliest, latest)),
                    _ => None,
                };
                ((earliest, latest), far)
            }
            (Spot::Open(name), _) => {
                return Ok(Fallen {
                    starts_at: Some(name),
                    then_until: words::from_end(self.anchors.vocabulary, end),
                    ..Fallen::nothing()
                });
            }
            (Spot::Void, _) => return Ok(Fallen::nothing()),
        };
        let start = if near == self.treatment() && self.session().vague {
            self.treatment_start()
        } else {
            self.start_at(near)
        };
        // "allow X from D1..D2" allows from D1, and better from D2: what lies between is advised.
        let firm = far
            .filter(|_| !self.role.starts_early())
            .map_or(start, |far| self.start_at(far));
        let mut fallen = match end {
            FromEnd::Open => Fallen {
                pieces: self.pieces([(start, Instant::NEVER_ENDS, Strength::Firm)]),
                ..Fallen::nothing()
            },
            FromEnd::Until(until) => self.ending(start, until, None, None)?,
            FromEnd::For(extent) => self.starting_for(start, near, *extent)?,
        };
        let parts = fallen.pieces.iter().flat_map(|piece| {
            let early = Interval::new(piece.interval.start, piece.interval.end.min(firm));
            let late = Interval::new(piece.interval.start.max(firm), piece.interval.end);
            [(early, Strength::Advised), (late, piece.strength)]
        });
        fallen.pieces = parts
            .filter_map(|(interval, strength)| {
                interval.map(|interval| Piece { interval, strength })
            })
            .collect();
        Ok(fallen)
    }

    fn starting_for(&self, start: Instant, near: (Instant, Instant), extent: Extent) -> Falls {
        let clock = self.anchors.clock;
        let anchor = if near == self.treatment() {
            self.session()
        } else {
            Anchored {
                days: (clock.first_day(near.0), clock.first_day(near.1)),
                instants: near,
                itself: near,
                vague: false,
            }
        };
        Ok(Fallen {
            pieces: self.pieces(self.after_parts(start, anchor, extent)?),
            releases: !extent.is_minimum(),
            ..Fallen::nothing()
        })
    }

    fn until(&self, until: &Point, at_least: Option<Duration>, at_most: Option<Duration>) -> Falls {
        self.ending(self.treatment_start(), until, at_least, at_most)
    }

    /// From a start until a point, not before and not after the bounds given.
    fn ending(
        &self,
        start: Instant,
        until: &Point,
        at_least: Option<Duration>,
        at_most: Option<Duration>,
    ) -> Falls {
        let clock = self.anchors.clock;
        let bound = |length: Option<Duration>| {
            length
                .map(|length| self.session().shifted(clock, length, Way::After))
                .transpose()
                .map(|spot| spot.map(|spot| self.end_at(spot)))
        };
        let (least, most) = (bound(at_least)?, bound(at_most)?);
        // Nobody knows how long it is put off.
        if self.anchors.next_is_open && is_of_next_session(until) {
            return Ok(self.open(start, "the next session", most));
        }
        let spots = self.anchors.end_spots(until)?;
        let near = match &spots.near {
            Spot::At { earliest, latest } => self.end_at((*earliest, *latest)),
            Spot::Open(name) => {
                // Bedtime is not computed, but it is on that day.
                let most = most.or_else(|| is_bedtime(until).then(|| self.end_of_day()));
                return Ok(self.open(start, name, most));
            }
            Spot::Void => return Ok(Fallen::nothing()),
        };
        let far = match spots.farthest() {
            Spot::At { earliest, latest } => self.end_at((earliest, latest)),
            Spot::Open(_) | Spot::Void => near,
        };
        let clamp = |end: Instant| {
            let end = least.map_or(end, |least| end.max(least));
            most.map_or(end, |most| end.min(most))
        };
        Ok(Fallen {
            pieces: self.pieces([
                (start, clamp(near), Strength::Firm),
                (clamp(near), clamp(far), Strength::Advised),
            ]),
            releases: most.is_none_or(|most| far <= most),
            ..Fallen::nothing()
        })
    }

    /// From a start until something without a date, or at most until `most`: then nothing is given
    /// back, because the event that would give it back has not happened.
    fn open(&self, start: Instant, name: &str, most: Option<Instant>) -> Fallen {
        let end = most.unwrap_or(Instant::NEVER_ENDS);
        Fallen {
            pieces: self.pieces([(start, end, Strength::Firm)]),
            open_until: Some(name.to_owned()),
            ..Fallen::nothing()
        }
    }

    fn end_of_day(&self) -> Instant {
        self.anchors.clock.end_of(self.session().days.1)
    }

    /// From session to session, and so up to the last of them.
    fn until_final_session(&self) -> Falls {
        let point = Point::Offset {
            distance: None,
            before: false,
            anchor: crate::check::Anchor::Session(SessionWord::Final),
        };
        self.ending(self.treatment_start(), &point, None, None)
    }
}

fn is_of_next_session(point: &Point) -> bool {
    matches!(
        point,
        Point::Offset {
            anchor: crate::check::Anchor::Session(SessionWord::Next),
            ..
        }
    )
}

fn is_bedtime(point: &Point) -> bool {
    matches!(
        point,
        Point::Offset {
            anchor: crate::check::Anchor::Bedtime,
            ..
        }
    )
}
