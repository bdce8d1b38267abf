//! Some timings alone: each comes to what it would among all.

use std::collections::BTreeSet;

use super::{Decided, Standing, Times, Waits};
use crate::check::Rule;
use crate::eval::diagram::Node;
use crate::eval::pair::Part;
use crate::eval::prepared::Prepared;
use crate::eval::quick::Patient;
use crate::eval::scene::Scene;
use crate::eval::time::OutOfRange;

/// Some timings, and their windows and conditions, by place.
#[derive(Debug)]
pub struct Wanted {
    timings: BTreeSet<usize>,
    windows: BTreeSet<usize>,
    conditions: BTreeSet<usize>,
}

impl Wanted {
    /// These timings.
    #[must_use]
    pub fn of(prepared: &Prepared<'_>, timings: BTreeSet<usize>) -> Self {
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
    const NOWHERE: Self = Self {
        pieces: Part::NONE,
        releases: false,
        vague_start: false,
        waits: Waits::No,
    };
}

impl Times {
    /// [`Self::decide`] for some timings; nothing of the others holds.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200: the first rule whose window does.
    pub fn decide_some<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        prepared: &'a Prepared<'a>,
        wanted: &Wanted,
    ) -> Result<(), (&'a Rule, OutOfRange)> {
        self.clear();
        let patient = Patient::of(scene, prepared);
        for (place, timing) in prepared.timings.iter().enumerate() {
            if timing.window == self.standing.len() && !wanted.windows.contains(&timing.window) {
                self.standing.push(Standing::NOWHERE);
            }
            if timing.condition == self.decided.len()
                && !wanted.conditions.contains(&timing.condition)
            {
                self.decided.push(Decided::Always(Node::FALSE));
            }
            let done = if wanted.timings.contains(&place) {
                self.time(scene, prepared, &patient, timing)
            } else {
                self.timed.push(None);
                self.settle(scene, prepared, &patient, timing)
            };
            done.map_err(|out_of_range| (timing.rule, out_of_range))?;
        }
        Ok(())
    }
}
