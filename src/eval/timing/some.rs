//! Some timings alone: each comes to what it would among all.

use std::collections::BTreeSet;

use super::{Standing, Times, Waits};
use crate::eval::pair::Part;
use crate::eval::prepared::Prepared;

/// Some timings, and their windows and conditions, by place.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) timings: BTreeSet<usize>,
    pub(super) windows: BTreeSet<usize>,
    pub(super) conditions: BTreeSet<usize>,
}

impl Wanted {
    /// These timings.
    fn of(prepared: &Prepared<'_>, timings: BTreeSet<usize>) -> Self {
        let of = |timing: &usize| prepared.timings.get(*timing);
        let all = || timings.iter().filter_map(of);
        Self {
            windows: all().map(|timing| timing.window).collect(),
            conditions: all().map(|timing| timing.condition).collect(),
            timings,
        }
    }
}

impl Standing {
    /// Of what is not asked about.
    pub(super) const NOWHERE: Self = Self {
        pieces: Part::NONE,
        releases: false,
        vague_start: false,
        waits: Waits::No,
    };
}

impl Times {
    /// Of which some timings alone are asked: nothing of the others holds.
    #[must_use]
    pub fn of_some(prepared: &Prepared<'_>, timings: BTreeSet<usize>) -> Self {
        Self {
            wanted: Some(Wanted::of(prepared, timings)),
            ..Self::default()
        }
    }
}
