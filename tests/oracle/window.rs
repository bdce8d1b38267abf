//! Section 3.1, 3.2, 3.4 and 3.8: a window as spans of minutes from the midnight that day 0 starts with.

use super::days::{DAY, NEVER};
use super::model::*;

/// What a window counts from: the treatment, or another session.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// Its number.
    pub number: i64,
    /// Its first and last possible day.
    pub days: (i64, i64),
    /// Its first and last possible instant.
    pub instants: (i64, i64),
    pub which: Which,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Earlier,
    This,
    Next,
}

/// Which way a bound moves where the instant is not known (3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A restriction or a cap: from the earliest to the latest.
    Restriction,
    /// From the latest to the latest.
    Duty,
    /// From the latest to the earliest.
    Permission,
}

/// The spans of one window around one session.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spans {
    pub firm: Option<(i64, i64)>,
    /// Before the firm part and after it.
    pub advised: [Option<(i64, i64)>; 2],
    /// Where both are over.
    pub end: i64,
    /// Whether the end gives the things back.
    pub releases: bool,
}

impl Spans {
    fn firm(start: i64, end: i64, releases: bool) -> Self {
        let firm = (start < end).then_some((start, end));
        Self {
            firm,
            advised: [None; 2],
            end,
            releases,
        }
    }
}

/// Where a window is read.
pub struct Clock<'a> {
    pub session: Session,
    pub role: Role,
    pub aftercare: Option<i64>,
    /// The events' days, as far as they have happened.
    pub events: &'a [Option<i64>; 2],
}

impl Clock<'_> {
    pub fn spans(&self, window: Window) -> Spans {
        let (earliest, latest) = self.session.instants;
        let start = self.start();
        match window {
            Window::Unsaid => {
                let end = self
                    .aftercare
                    .map_or(NEVER, |days| self.end(Length::Days(days)));
                Spans::firm(start, end, false)
            }
            Window::For(extent) => self.extent(start, extent, |length| self.end(length)),
            Window::Before(extent) => self.before(extent),
            Window::Around(before, after) => {
                let before = self.before(before);
                let mut spans = self.extent(earliest, after, |length| self.end(length));
                // The before part lies before every part after it, so that the two only join.
                spans.firm = Some((
                    before.firm.map_or(earliest, |firm| firm.0),
                    self.firm_end(spans),
                ));
                spans.advised[0] = before.advised[0];
                spans
            }
            Window::Days(first, last) => {
                let (from, to) = match self.role {
                    Role::Restriction => (self.session.days.0, self.session.days.1),
                    Role::Duty => (self.session.days.1, self.session.days.1),
                    Role::Permission => (self.session.days.1, self.session.days.0),
                };
                // What is over before the day of the session gives nothing back.
                Spans::firm((from + first) * DAY, (to + last + 1) * DAY, last >= 0)
            }
            Window::From(from) => match self.point(from) {
                Some((low, high)) => Spans::firm(self.start_at(low, high), NEVER, false),
                None => Spans::default(),
            },
            Window::FromUntil(from, until) => match (self.point(from), self.point(until)) {
                (Some(from), Some(until)) => Spans::firm(
                    self.start_at(from.0, from.1),
                    self.end_at(until.0, until.1),
                    true,
                ),
                (Some(from), None) => Spans::firm(self.start_at(from.0, from.1), NEVER, false),
                (None, _) => Spans::default(),
            },
            Window::FromFor(from, extent) => match self.point(from) {
                Some((low, high)) => {
                    let from = self.end_at(low, high);
                    self.extent(self.start_at(low, high), extent, |length| add(from, length))
                }
                None => Spans::default(),
            },
            Window::Until(until) => match self.point(until) {
                Some((low, high)) => Spans::firm(start, self.end_at(low, high), true),
                None => Spans::firm(start, NEVER, false),
            },
            Window::UntilEvent(event, least, most) => self.until_event(event, least, most),
            Window::Today => Spans::firm(start, (self.session.days.1 + 1) * DAY, true),
            Window::BeforeTreatment => Spans::firm(-NEVER, latest, false),
            Window::Always => Spans::firm(-NEVER, NEVER, false),
        }
    }

    /// What starts before a session to come, without what lies after it, and cautiously whatever it is.
    pub fn up_to_the_session(&self, window: Window) -> Spans {
        let cautious = Clock {
            role: Role::Restriction,
            ..*self
        };
        let (earliest, latest) = self.session.instants;
        let firm = cautious.spans(window).firm;
        let kept = firm.filter(|(start, _)| *start < earliest);
        kept.map_or_else(Spans::default, |(start, end)| {
            Spans::firm(start, end.min(latest), false)
        })
    }

    fn firm_end(&self, spans: Spans) -> i64 {
        spans.firm.map_or(self.session.instants.1, |firm| firm.1)
    }

    fn extent(&self, start: i64, extent: Extent, end: impl Fn(Length) -> i64) -> Spans {
        let (firm, advised, releases) = match extent {
            Extent::Exactly(length) | Extent::UpTo(length) => (length, None, true),
            Extent::Between(firm, advised) => (firm, Some(advised), true),
            Extent::AtLeast(least, better) => (least, better, false),
        };
        let mut spans = Spans::firm(start, end(firm), releases);
        if let Some(advised) = advised {
            spans.advised[1] = Some((end(firm).max(start), end(advised)));
            spans.end = end(advised);
        }
        spans
    }

    /// The firm part is the one nearest the treatment.
    fn before(&self, extent: Extent) -> Spans {
        let (firm, advised) = match extent {
            Extent::Exactly(length) | Extent::UpTo(length) => (length, None),
            Extent::Between(firm, advised) => (firm, Some(advised)),
            Extent::AtLeast(least, better) => (least, better),
        };
        let start = self.before_by(firm);
        let mut spans = Spans::firm(start, self.session.instants.1, false);
        spans.advised[0] = advised.map(|advised| (self.before_by(advised), start));
        spans
    }

    fn before_by(&self, length: Length) -> i64 {
        match length {
            Length::Hours(hours) => self.session.instants.0 - 60 * hours,
            Length::Days(days) => (self.session.days.0 - days) * DAY,
        }
    }

    /// Where a window starts that counts from the session. A duty's latest start is still on its day.
    fn start(&self) -> i64 {
        let (earliest, latest) = self.session.instants;
        match self.role {
            Role::Restriction => earliest,
            _ if earliest == latest => latest,
            _ => latest - 1,
        }
    }

    /// Where a window ends so long after the session.
    fn end(&self, length: Length) -> i64 {
        let (low, high) = self.after(length);
        self.end_at(low, high)
    }

    fn start_at(&self, low: i64, high: i64) -> i64 {
        if self.role == Role::Restriction {
            low
        } else {
            high
        }
    }

    fn end_at(&self, low: i64, high: i64) -> i64 {
        if self.role == Role::Permission {
            low
        } else {
            high
        }
    }

    fn after(&self, length: Length) -> (i64, i64) {
        let (instants, days) = (self.session.instants, self.session.days);
        match length {
            Length::Hours(hours) => (instants.0 + 60 * hours, instants.1 + 60 * hours),
            Length::Days(count) => ((days.0 + count) * DAY, (days.1 + count) * DAY),
        }
    }

    /// The first and last instant that a point can be; none while its event has not happened.
    fn point(&self, point: Point) -> Option<(i64, i64)> {
        match point {
            Point::Day(day) => Some(self.after(Length::Days(day))),
            Point::After(length) => Some(self.after(length)),
            Point::Event(event) => self.event(event).map(|day| (day * DAY, day * DAY)),
            Point::AfterEvent(days, event) => {
                let day = self.event(event)? + days;
                Some((day * DAY, day * DAY))
            }
            Point::Both => {
                let day = self.event(0)?.max(self.event(1)?);
                Some((day * DAY, day * DAY))
            }
            Point::NotBefore(event, length) => {
                let start = self.event(event)? * DAY;
                let (low, high) = self.after(length);
                Some((low.max(start), high.max(start)))
            }
        }
    }

    /// An event of this session: not one that is dated before it.
    fn event(&self, event: usize) -> Option<i64> {
        self.events[event].filter(|day| *day >= self.session.days.0)
    }

    fn until_event(&self, event: usize, least: Option<i64>, most: Option<i64>) -> Spans {
        let least = least.map_or(-NEVER, |days| self.end(Length::Days(days)));
        let most = most.map_or(NEVER, |days| self.end(Length::Days(days)));
        match self.event(event) {
            // An event after the limit had not happened when the window ended.
            Some(day) => {
                let end = (day * DAY).max(least);
                Spans::firm(self.start(), end.min(most), end <= most)
            }
            None => Spans::firm(self.start(), most, false),
        }
    }
}

fn add(start: i64, length: Length) -> i64 {
    match length {
        Length::Hours(hours) => start + 60 * hours,
        Length::Days(days) => start.div_euclid(DAY) * DAY + days * DAY,
    }
}
