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

    /// The same, as a patient's session is added to it.
    pub fn counted(self) -> Counted {
        let at = |base, micros| Counted {
            from: Origin::Base(base),
            micros,
        };
        let treated = |side: Side| side.of((Base::Earliest, Base::Latest));
        match self {
            Self::NeverBegan => at(Base::NeverBegan, 0),
            Self::NeverEnds => at(Base::NeverEnds, 0),
            Self::Start(role) => at(Base::start(role), 0),
            Self::Treated(side) => at(treated(side), 0),
            Self::Elapsed(side, micros) => at(treated(side), micros),
            Self::Day(side, days) => Counted {
                from: Origin::Day(side, days),
                micros: i64::from(days) * DAY,
            },
            Self::Months(side, months) => Counted {
                from: Origin::Month(side, months),
                micros: 0,
            },
            Self::Following => Counted {
                from: Origin::Before,
                micros: 0,
            },
        }
    }
}

/// A bound as so many microseconds from an instant that the session gives.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// From what.
    pub from: Origin,
    /// How many: of a day, where no clock changes.
    pub micros: i64,
}

/// What a bound is counted from.
#[derive(Debug, Clone, Copy)]
pub enum Origin {
    /// An instant of the session.
    Base(Base),
    /// The start of its first or last day; so many days after it where a clock may change.
    Day(Side, i32),
    /// The start of the day so many months after its first or last day.
    Month(Side, i32),
    /// Where the stretch before ends.
    Before,
}

/// An instant that a session gives, by its place among them.
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
}

impl Base {
    /// Where a window of a role starts with the treatment.
    pub fn start(role: Role) -> Self {
        match role {
            Role::Restriction => Self::Earliest,
            Role::Duty | Role::Permission => Self::LateStart,
        }
    }
}
