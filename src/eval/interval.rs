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
