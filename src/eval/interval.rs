//! Sets of instants as sorted, disjoint, half-open intervals.

use super::time::Instant;

/// From `start` up to, and without, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// Its first instant.
    pub start: Instant,
    /// The first instant after it.
    pub end: Instant,
}

impl Interval {
    /// All of time.
    pub const ALWAYS: Self = Self {
        start: Instant::NEVER_BEGAN,
        end: Instant::NEVER_ENDS,
    };

    /// From `start` to `end`; none where nothing lies between them.
    #[must_use]
    pub fn new(start: Instant, end: Instant) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// What both hold.
    #[must_use]
    pub fn meet(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// Whether they share an instant.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.meet(other).is_some()
    }
}

/// A set of instants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intervals(Vec<Interval>);

impl Intervals {
    /// The intervals, in order.
    pub fn iter(&self) -> impl Iterator<Item = Interval> {
        self.0.iter().copied()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What both hold.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Self {
        self.iter()
            .flat_map(|one| other.iter().filter_map(move |other| one.meet(other)))
            .collect()
    }

    /// What this holds and `other` does not.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left: Vec<Interval> = self.0.clone();
        for cut in other.iter() {
            left = left
                .into_iter()
                .flat_map(|piece| {
                    [
                        Interval::new(piece.start, piece.end.min(cut.start)),
                        Interval::new(piece.start.max(cut.end), piece.end),
                    ]
                })
                .flatten()
                .collect();
        }
        left.into_iter().collect()
    }
}

impl FromIterator<Interval> for Intervals {
    fn from_iter<T: IntoIterator<Item = Interval>>(intervals: T) -> Self {
        let mut sorted: Vec<Interval> = intervals.into_iter().collect();
        sorted.sort();
        let mut joined: Vec<Interval> = Vec::new();
        for next in sorted {
            match joined.last_mut() {
                Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
                _ => joined.push(next),
            }
        }
        Self(joined)
    }
}

#[cfg(test)]
mod tests {
    use super::{Instant, Interval, Intervals};

    /// So many microseconds after the start of 1970.
    fn at(micros: i64) -> Instant {
        Instant::from(chrono::NaiveDate::default()).moved(micros)
    }

    fn set(pieces: &[(i64, i64)]) -> Intervals {
        pieces
            .iter()
            .filter_map(|(start, end)| Interval::new(at(*start), at(*end)))
            .collect()
    }

    #[test]
    fn an_end_is_the_first_instant_that_is_outside() {
        assert_eq!(Interval::new(at(1), at(1)), None);
        assert_eq!(Interval::new(at(2), at(1)), None);
        let (one, next) = (Interval::new(at(0), at(2)), Interval::new(at(2), at(4)));
        assert!(!one.unwrap().meets(next.unwrap()));
        assert!(one.unwrap().meets(Interval::new(at(1), at(2)).unwrap()));
        assert!(set(&[]).is_empty());
        assert!(!set(&[(0, 1)]).is_empty());
    }

    #[test]
    fn what_overlaps_or_touches_is_one_and_a_gap_stays_a_gap() {
        assert_eq!(set(&[(4, 6), (0, 2), (2, 4)]), set(&[(0, 6)]));
        assert_eq!(set(&[(0, 9), (2, 4)]), set(&[(0, 9)]));
        let gap = set(&[(0, 2), (3, 4)]);
        assert_eq!(gap.iter().count(), 2);
    }

    #[test]
    fn what_is_cut_out_of_the_middle_leaves_both_ends() {
        let whole = set(&[(0, 10), (20, 30)]);
        let cut = set(&[(4, 6), (8, 22), (30, 40)]);
        assert_eq!(whole.without(&cut), set(&[(0, 4), (6, 8), (22, 30)]));
        assert_eq!(whole.without(&set(&[])), whole);
        assert_eq!(whole.meet(&cut), set(&[(4, 6), (8, 10), (20, 22)]));
    }
}
