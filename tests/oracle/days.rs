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
        Self::from(first).without(Self::from(last.saturating_add(1)))
    }

    /// All days from one on.
    fn from(day: i64) -> Self {
        let [low, high] = [FIRST, FIRST + 128].map(|start| {
            let before = u32::try_from((day - start).max(0)).unwrap_or(u32::MAX);
            u128::MAX.checked_shl(before).unwrap_or(0)
        });
        Self([low, high])
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
        Days(self)
    }
}

/// The days of a set, ascending.
struct Days(DaySet);

impl Iterator for Days {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        let [low, high] = self.0.0;
        let (half, bit) = match (low, high) {
            (0, 0) => return None,
            (0, _) => (1, high.trailing_zeros()),
            _ => (0, low.trailing_zeros()),
        };
        Some(self.take(half, bit))
    }
}

impl DoubleEndedIterator for Days {
    fn next_back(&mut self) -> Option<i64> {
        let [low, high] = self.0.0;
        let (half, bit) = match (low, high) {
            (0, 0) => return None,
            (_, 0) => (0, 127 - low.leading_zeros()),
            _ => (1, 127 - high.leading_zeros()),
        };
        Some(self.take(half, bit))
    }
}

impl Days {
    fn take(&mut self, half: usize, bit: u32) -> i64 {
        self.0.0[half] &= !(1 << bit);
        FIRST + i64::try_from(half).expect("of two") * 128 + i64::from(bit)
    }
}

#[test]
fn days_are_those_put_in() {
    for (first, last) in [
        (-100, -100),
        (-3, 40),
        (27, 28),
        (28, 28),
        (-200, 200),
        (5, 4),
        (155, 155),
        (400, 500),
    ] {
        let within: Vec<i64> = (FIRST..=LAST)
            .filter(|day| (first..=last).contains(day))
            .collect();
        let set = DaySet::between(first, last);
        assert_eq!(set.days().collect::<Vec<_>>(), within, "{first} to {last}");
        let mut back: Vec<i64> = set.days().rev().collect();
        back.reverse();
        assert_eq!(back, within, "{first} to {last}, from the back");
        assert!((FIRST..=LAST).all(|day| set.has(day) == within.contains(&day)));
    }
}
