//! A timing on the clock: its window, what of it is in force, and what that hangs on.

use super::{Times, Waits};
use crate::eval::diagram::Node;
use crate::eval::fallen::Place;
use crate::eval::line::Held;
use crate::eval::prepared::Prepared;
use crate::plan::State;

/// When something holds for this patient.
#[derive(Debug, Clone, Copy)]
pub struct OnTheClock<'a> {
    /// The window, as it falls around this session.
    pub fallen: Place<'a>,
    /// What is in force, or may be.
    pub held: &'a [Held],
    /// The same around the next session.
    pub next: &'a [Held],
    /// What it hangs on where that is not what its pieces hang on.
    pub nodes: &'a [Node],
    /// How sure it is.
    pub state: State,
}

impl Times {
    /// When something of a timing holds; none where nothing does.
    #[must_use]
    pub fn get<'s>(&'s self, prepared: &'s Prepared<'_>, timing: usize) -> Option<OnTheClock<'s>> {
        let timed = self.timed(timing)?;
        Some(OnTheClock {
            fallen: self.place(prepared, prepared.timings.get(timing)?.window)?,
            held: self.held(timed)?,
            next: self.next(timed)?,
            nodes: timed.nodes.of(&self.pieces.nodes)?,
            state: timed.state,
        })
    }

    /// Where a window falls around this session.
    pub(super) fn place<'s>(
        &'s self,
        prepared: &'s Prepared<'_>,
        window: usize,
    ) -> Option<Place<'s>> {
        let standing = self.standing.get(window)?;
        let place = match standing.waits {
            Waits::No => Place::NOWHERE,
            Waits::ToEnd => Place {
                open_until: Some(prepared.short.get(window)?.awaits()?),
                ..Place::NOWHERE
            },
            Waits::ToStart => Place {
                starts_at: Some(prepared.short.get(window)?.awaits()?),
                ..Place::NOWHERE
            },
            Waits::Kept(place) => self.waits.get(place as usize)?.place(),
        };
        Some(Place {
            pieces: standing.pieces.of(&self.fallen)?,
            releases: standing.releases,
            vague_start: standing.vague_start,
            ..place
        })
    }
}
