//! Bounds of windows, counted from the session.

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
    /// The one of two on this side.
    pub fn of<T>(self, (earliest, latest): (T, T)) -> T {
        match self {
            Self::Earliest => earliest,
            Self::Latest => latest,
        }
    }

    /// The cautious side of a start.
    pub fn of_start(role: Role) -> Self {
        match role {
            Role::Restriction | Role::Expected => Self::Earliest,
            Role::Duty | Role::GoingOn | Role::Permission => Self::Latest,
        }
    }

    /// The cautious side of an end.
    pub fn of_end(role: Role) -> Self {
        match role {
            Role::Restriction | Role::Duty | Role::GoingOn => Self::Latest,
            Role::Permission | Role::Expected => Self::Earliest,
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

/// A day in microseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

impl Bound {
    /// At most how many days lie between it and the session.
    pub fn reach(self) -> i32 {
        match self {
            Self::Elapsed(_, micros) => {
                i32::try_from(micros.abs() / DAY).map_or(i32::MAX, |days| days + 2)
            }
            Self::Day(_, days) => days.saturating_abs(),
            Self::Months(_, months) => months.saturating_abs().saturating_mul(31),
            _ => 1,
        }
    }

    /// The same with the way that is short for most sessions.
    pub fn counted(self) -> Counted {
        let (base, micros) = match self {
            Self::NeverBegan => (Base::NeverBegan, 0),
            Self::NeverEnds => (Base::NeverEnds, 0),
            Self::Start(role) => (Base::start(role), 0),
            Self::Treated(side) => (side.of((Base::Earliest, Base::Latest)), 0),
            Self::Elapsed(side, micros) => (side.of((Base::Earliest, Base::Latest)), micros),
            Self::Day(side, days) => {
                // Of a length that no plan reaches nothing is asked: it has no `Ground`.
                let midnight = side.of((Base::FirstMidnight, Base::LastMidnight));
                (midnight, i64::from(days).saturating_mul(DAY))
            }
            Self::Months(..) | Self::Following => (Base::Elsewhere, 0),
        };
        Counted {
            bound: self,
            base,
            micros,
        }
    }
}

/// A bound as so many microseconds from an instant of the session: most of them a patient costs a load
/// and an addition.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// The bound.
    pub bound: Bound,
    /// From which instant.
    pub base: Base,
    /// How many microseconds.
    pub micros: i64,
}

/// An instant of a session, by its place among them.
#[derive(Debug, Clone, Copy)]
pub enum Base {
    /// None: before all.
    NeverBegan,
    /// None: after all.
    NeverEnds,
    /// The earliest that the treatment may have been.
    Earliest,
    /// The latest.
    Latest,
    /// Where a duty or permission starts with it.
    LateStart,
    /// The start of its first day, where no clock changes.
    FirstMidnight,
    /// The start of its last day, likewise.
    LastMidnight,
    /// None: the bound is found the long way.
    Elsewhere,
}

impl Base {
    /// Where a window of a role starts with the treatment.
    fn start(role: Role) -> Self {
        match role {
            Role::Restriction | Role::Expected => Self::Earliest,
            Role::Duty | Role::Permission => Self::LateStart,
            Role::GoingOn => Self::NeverBegan,
        }
    }
}
