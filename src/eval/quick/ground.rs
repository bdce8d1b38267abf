//! A session as numbers: what bounds of windows are added to.

use chrono::NaiveDate;

use crate::eval::anchor::Anchored;
use crate::eval::time::{Clock, FIRST_DATE, Instant, LAST_DATE, just_before, months_from};
use crate::eval::window::Role;

/// Which of the two instants, or days, between which something lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first.
    Earliest,
    /// The last.
    Latest,
}

impl Side {
    fn of<T>(self, (earliest, latest): (T, T)) -> T {
        match self {
            Self::Earliest => earliest,
            Self::Latest => latest,
        }
    }

    /// The cautious side of a start.
    pub fn of_start(role: Role) -> Self {
        match role {
            Role::Restriction => Self::Earliest,
            Role::Duty | Role::Permission => Self::Latest,
        }
    }

    /// The cautious side of an end.
    pub fn of_end(role: Role) -> Self {
        match role {
            Role::Restriction | Role::Duty => Self::Latest,
            Role::Permission => Self::Earliest,
        }
    }
}

/// A bound of a window, counted from the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It has no start.
    NeverBegan,
    /// It has no end.
    NeverEnds,
    /// The treatment, as a window of a role starts with it.
    Start(Role),
    /// The treatment itself.
    Treated(Side),
    /// So many microseconds after it.
    Elapsed(Side, i64),
    /// As the day so many days after it begins.
    Day(Side, i32),
    /// As the day so many months after it begins.
    Months(Side, i32),
    /// Where the stretch before it ends.
    Following,
}

impl Bound {
    /// At most how many days lie between it and the session.
    pub fn reach(self) -> i32 {
        let micros_a_day = 24 * 60 * 60 * 1_000_000;
        match self {
            Self::Elapsed(_, micros) => {
                i32::try_from(micros.abs() / micros_a_day).map_or(i32::MAX, |days| days + 2)
            }
            Self::Day(_, days) => days.saturating_abs(),
            Self::Months(_, months) => months.saturating_abs().saturating_mul(31),
            _ => 1,
        }
    }
}

/// A session that is surely so far from the first and the last date that no bound leaves them.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    clock: Clock<'a>,
    dates: (NaiveDate, NaiveDate),
    days: (i32, i32),
    instants: (Instant, Instant),
    vague: bool,
}

impl<'a> Ground<'a> {
    /// A treatment, or a session that is not booked; none where a bound so many days away might leave
    /// the years that a plan may reach.
    pub fn new(clock: Clock<'a>, session: Anchored, reach: i32) -> Option<Self> {
        let dates = session.days;
        let days = (dates.0.to_epoch_days(), dates.1.to_epoch_days());
        let near = days.0.saturating_sub(reach) > FIRST_DATE.to_epoch_days();
        let far = days.1.saturating_add(reach) < LAST_DATE.to_epoch_days();
        (near && far).then_some(Self {
            clock,
            dates,
            days,
            instants: session.itself,
            vague: session.vague,
        })
    }

    /// The instant of a bound; of one that follows another, `before` is where that one ends.
    pub fn instant(&self, bound: Bound, before: Instant) -> Instant {
        match bound {
            Bound::NeverBegan => Instant::NEVER_BEGAN,
            Bound::NeverEnds => Instant::NEVER_ENDS,
            Bound::Start(role) => self.start(role),
            Bound::Treated(side) => side.of(self.instants),
            Bound::Elapsed(side, micros) => side.of(self.instants).moved(micros),
            Bound::Day(side, days) => self.clock.start_of_day(side.of(self.days) + days),
            Bound::Months(side, months) => {
                let date = months_from(side.of(self.dates), months);
                self.clock.start_of(date)
            }
            Bound::Following => before,
        }
    }

    /// The treatment as a window of a role starts with it: at an unknown clock time a duty or
    /// permission starts in the last minute of its day.
    fn start(&self, role: Role) -> Instant {
        let start = Side::of_start(role).of(self.instants);
        if self.vague && role != Role::Restriction {
            just_before(start)
        } else {
            start
        }
    }

    /// Whether a window that starts there starts with a treatment whose clock time is not known.
    pub fn is_vague(&self, role: Role, start: Instant) -> bool {
        self.vague && start == self.start(role)
    }
}
