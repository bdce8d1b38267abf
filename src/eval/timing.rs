//! When everything holds for one patient: each window put on the clock once, each condition decided
//! once, and each pair of them that sentences have.

use super::diagram::Node;
use super::interval::Interval;
use super::line::{Held, cut, fall, from_now, starts_in_the_past, state};
use super::prepared::{Deciding, Manner, Placing, Prepared, Timing};
use super::scene::Scene;
use super::sessions::{self, Earlier};
use super::time::OutOfRange;
use super::window::{Fallen, Role};
use crate::check::Rule;
use crate::plan::{State, Verb};

/// What is decided of one patient, in buffers that the next patient uses again.
#[derive(Debug, Default)]
pub struct Times {
    /// By window.
    fallen: Vec<Fallen>,
    /// By condition: its part of `over_time`.
    spans: Vec<Part>,
    over_time: Vec<(Interval, Node)>,
    /// By window of a restriction: its part of `earlier`.
    around_earlier: Vec<Option<Part>>,
    earlier: Vec<Earlier>,
    /// By timing; none where nothing of it holds.
    timed: Vec<Option<Timed>>,
    pieces: Pieces,
}

#[derive(Debug, Default)]
struct Pieces {
    held: Vec<Held>,
    nodes: Vec<Node>,
}

/// When something holds, by its parts of the buffers.
#[derive(Debug, Clone)]
struct Timed {
    held: Part,
    next: Part,
    nodes: Part,
    state: State,
}

/// A part of a buffer.
#[derive(Debug, Clone, Copy)]
struct Part(u32, u32);

impl Part {
    fn between(start: usize, end: usize) -> Self {
        let short = |index| u32::try_from(index).unwrap_or(u32::MAX);
        Self(short(start), short(end))
    }

    fn of<T>(self, buffer: &[T]) -> Option<&[T]> {
        buffer.get(self.0 as usize..self.1 as usize)
    }
}

/// When something holds for this patient.
#[derive(Debug, Clone, Copy)]
pub struct OnTheClock<'a> {
    /// The window, as it falls around this session.
    pub fallen: &'a Fallen,
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
    /// Decides everything anew, for the patient of a scene.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200: the first rule whose window does.
    pub fn decide<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        prepared: &'a Prepared<'a>,
    ) -> Result<(), (&'a Rule, OutOfRange)> {
        self.clear();
        for timing in &prepared.timings {
            let timed = self
                .time(scene, prepared, timing)
                .map_err(|out_of_range| (timing.rule, out_of_range))?;
            self.timed.push(timed);
        }
        Ok(())
    }

    /// Forgets the patient.
    pub fn clear(&mut self) {
        self.fallen.clear();
        self.spans.clear();
        self.over_time.clear();
        self.around_earlier.clear();
        self.earlier.clear();
        self.timed.clear();
        self.pieces.held.clear();
        self.pieces.nodes.clear();
    }

    /// When something of a timing holds; none where nothing does.
    #[must_use]
    pub fn get(&self, prepared: &Prepared<'_>, timing: usize) -> Option<OnTheClock<'_>> {
        let timed = self.timed.get(timing)?.as_ref()?;
        let window = prepared.timings.get(timing)?.window;
        Some(OnTheClock {
            fallen: self.fallen.get(window)?,
            held: timed.held.of(&self.pieces.held)?,
            next: timed.next.of(&self.pieces.held)?,
            nodes: timed.nodes.of(&self.pieces.nodes)?,
            state: timed.state,
        })
    }

    fn time<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        prepared: &'a Prepared<'a>,
        timing: &Timing<'a>,
    ) -> Result<Option<Timed>, OutOfRange> {
        let (Some(placing), Some(deciding)) = (
            prepared.windows.get(timing.window),
            prepared.conditions.get(timing.condition),
        ) else {
            return Ok(None);
        };
        // Windows and conditions are numbered in the order in which timings use them.
        if timing.window == self.fallen.len() {
            self.fallen.push(fall(&scene.anchors, scene, placing)?);
            self.around_earlier.push(None);
        }
        if timing.condition == self.spans.len() {
            let (from, since) = (self.over_time.len(), scene.truth.treated);
            let asked = (0, since);
            (scene.truth).over_time(&mut scene.unknowns, deciding, asked, &mut self.over_time);
            self.spans.push(Part::between(from, self.over_time.len()));
        }
        if let Manner::Line(Verb::Avoid | Verb::Limit) = timing.manner
            && let Some(around @ None) = self.around_earlier.get_mut(timing.window)
        {
            let from = self.earlier.len();
            sessions::earlier(scene, placing, &mut self.earlier)?;
            *around = Some(Part::between(from, self.earlier.len()));
        }
        let over_time = self.spans.get(timing.condition);
        let around = self.around_earlier.get(timing.window).copied().flatten();
        let (Some(fallen), Some(over_time)) = (
            self.fallen.get(timing.window),
            over_time.and_then(|part| part.of(&self.over_time)),
        ) else {
            return Ok(None);
        };
        let earlier = around.and_then(|part| part.of(&self.earlier));
        let pair = Pair {
            placing,
            deciding,
            fallen,
            over_time,
            earlier: earlier.unwrap_or_default(),
        };
        match timing.manner {
            Manner::Line(verb) => pair.line(scene, verb, &mut self.pieces),
            manner => Ok(pair.shown(scene, manner, &mut self.pieces)),
        }
    }
}

/// A window and a condition, both decided.
struct Pair<'s, 'a> {
    placing: &'a Placing<'a>,
    deciding: &'a Deciding<'a>,
    fallen: &'s Fallen,
    over_time: &'s [(Interval, Node)],
    earlier: &'s [Earlier],
}

impl<'a> Pair<'_, 'a> {
    /// When a restriction, duty, permission or limit holds.
    fn line(
        &self,
        scene: &mut Scene<'a>,
        verb: Verb,
        pieces: &mut Pieces,
    ) -> Result<Option<Timed>, OutOfRange> {
        let start = pieces.held.len();
        cut(self.fallen, self.over_time, &mut pieces.held);
        if !self.earlier.is_empty() {
            self.around_earlier_sessions(scene, start, &mut pieces.held);
        }
        let end = pieces.held.len();
        if verb == Verb::Avoid {
            sessions::next(scene, self.placing, self.deciding, &mut pieces.held)?;
        }
        let all = pieces.held.len();
        let past = if self.fallen.starts_at.is_some() && self.placing.role == Role::Restriction {
            starts_in_the_past(scene, &self.placing.window)
        } else {
            None
        };
        let nothing = start == all;
        let waits = nothing
            && self.fallen.starts_at.is_some()
            && from_now(scene, self.over_time).any(|node| node != Node::FALSE);
        if past == Some(Node::FALSE) || nothing && !waits {
            pieces.held.truncate(start);
            return Ok(None);
        }
        let first = pieces.nodes.len();
        if let Some(past) = past {
            pieces.nodes.push(past);
        } else if nothing {
            // What it waits for is still to come: only what holds from now on counts.
            pieces.nodes.extend(from_now(scene, self.over_time));
        }
        let nodes = pieces.nodes.get(first..).unwrap_or_default();
        let held = pieces.held.get(start..).unwrap_or_default();
        let state = if nodes.is_empty() {
            state(scene, verb, held.iter().map(|held| held.node))
        } else {
            state(scene, verb, nodes.iter().copied())
        };
        Ok(Some(Timed {
            held: Part::between(start, end),
            next: Part::between(end, all),
            nodes: Part::between(first, pieces.nodes.len()),
            state,
        }))
    }

    /// What restrictions around earlier sessions still restrict joins the pieces from `start` on.
    fn around_earlier_sessions(&self, scene: &mut Scene<'a>, start: usize, held: &mut Vec<Held>) {
        let own = held.len();
        for session in self.earlier {
            session.hold(scene, self.deciding, held);
        }
        // The pieces of one session do not overlap: there is nothing to join, and they are in order.
        if held.len() > own {
            let mut joined = sessions::without_the_needless(held.get(start..).unwrap_or_default());
            joined.sort_by_key(|held| (held.piece.interval, held.piece.strength));
            held.truncate(start);
            held.extend(joined);
        }
    }

    /// When something that restricts nothing is shown; none where its condition is false.
    fn shown(&self, scene: &Scene<'a>, manner: Manner, pieces: &mut Pieces) -> Option<Timed> {
        let (start, first) = (pieces.held.len(), pieces.nodes.len());
        let nodes = self.over_time.iter().map(|(_, node)| *node);
        pieces
            .nodes
            .extend(nodes.filter(|node| *node != Node::FALSE));
        let nodes = pieces.nodes.get(first..).unwrap_or_default();
        if nodes.is_empty() {
            return None;
        }
        let state = match manner {
            Manner::Report => state(scene, Verb::Avoid, nodes.iter().copied()),
            Manner::Steps | Manner::Line(_) => state(scene, Verb::Do, nodes.iter().copied()),
            // They are shown with their "if", whatever it hangs on: they are never open.
            Manner::Shown if nodes.iter().all(|node| *node == Node::TRUE) => State::Settled,
            Manner::Shown => State::Conditional,
        };
        cut(self.fallen, self.over_time, &mut pieces.held);
        let end = pieces.held.len();
        Some(Timed {
            held: Part::between(start, end),
            next: Part::between(end, end),
            nodes: Part::between(first, pieces.nodes.len()),
            state,
        })
    }
}
