//! Sets of days from -100 to 155, one bit each.

pub const FIRST: i64 = -100;
pub const LAST: i64 = 155;
/// Minutes of a day.
pub const DAY: i64 = 1440;
/// An instant that lies after every other.
pub const NEVER: i64 = 1 << 40;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DaySet([u128; 2]);

impl DaySet {
    pub const NONE: Self = Self([0; 2]);
    pub const ALL: Self = Self([u128::MAX; 2]);

    /// The days any part of which lies in a span of minutes.
    pub fn touched(start: i64, end: i64) -> Self {
        if end <= start {
            return Self::NONE;
        }
        let last = (end - 1).div_euclid(DAY).min(LAST);
        Self::between(start.div_euclid(DAY).max(FIRST), last)
    }

    pub fn between(first: i64, last: i64) -> Self {
        (first.max(FIRST)..=last.min(LAST)).fold(Self::NONE, Self::with)
    }

    pub fn with(mut self, day: i64) -> Self {
        let bit = usize::try_from(day - FIRST).expect("a day of the plan");
        self.0[bit / 128] |= 1 << (bit % 128);
        self
    }

    pub fn has(self, day: i64) -> bool {
        let Ok(bit) = usize::try_from(day - FIRST) else {
            return false;
        };
        bit < 256 && self.0[bit / 128] >> (bit % 128) & 1 == 1
    }

    pub fn or(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    pub fn and(self, other: Self) -> Self {
        Self([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }

    pub fn not(self) -> Self {
        Self([!self.0[0], !self.0[1]])
    }

    pub fn without(self, other: Self) -> Self {
        self.and(other.not())
    }

    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    pub fn days(self) -> impl DoubleEndedIterator<Item = i64> {
        (FIRST..=LAST).filter(move |day| self.has(*day))
    }
}
