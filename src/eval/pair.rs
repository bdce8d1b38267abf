//! A window and a condition, both decided: when what has both holds.

use super::diagram::Node;
use super::fallen::{Piece, Place};
use super::interval::Interval;
use super::line::{Held, cut, from_now, starts_in_the_past, state};
use super::prepared::{Deciding, Manner, Placing};
use super::scene::Scene;
use super::sessions::{self, Earlier};
use super::time::OutOfRange;
use super::window::Role;
use crate::plan::{State, Verb};

/// What is found out about timings, one after the other.
#[derive(Debug, Default)]
pub struct Pieces {
    /// What is in force, or may be.
    pub held: Vec<Held>,
    /// What it hangs on where that is not what its pieces hang on.
    pub nodes: Vec<Node>,
}

/// When something holds, by its parts of the buffers.
#[derive(Debug, Clone)]
pub struct Timed {
    /// What is in force around this session.
    pub held: Part,
    /// The same around the next one.
    pub next: Part,
    /// What it hangs on where that is not what its pieces hang on.
    pub nodes: Part,
    /// How sure it is.
    pub state: State,
}

/// A part of a buffer.
#[derive(Debug, Clone, Copy)]
pub struct Part(usize, usize);

impl Part {
    /// Of nothing.
    pub const NONE: Self = Self(0, 0);

    /// From one place in it up to another.
    pub const fn between(start: usize, end: usize) -> Self {
        Self(start, end)
    }

    /// It, of the buffer.
    pub fn of<T>(self, buffer: &[T]) -> Option<&[T]> {
        buffer.get(self.0..self.1)
    }
}

impl Pieces {
    /// Adds the pieces of a window, all of which hang on one condition.
    #[inline]
    pub fn hold(&mut self, pieces: &[Piece], node: Node, releases: bool) {
        if let [piece] = pieces {
            self.held.push(Held {
                interval: piece.interval,
                strength: piece.strength,
                node,
                releases,
            });
        } else {
            self.hold_all(pieces, node, releases);
        }
    }

    /// Adds what something hangs on beside its pieces.
    #[inline]
    pub fn hang(&mut self, node: Node) -> Part {
        let first = self.nodes.len();
        self.nodes.push(node);
        Part::between(first, first + 1)
    }

    /// The same of several: the last alone gives things back.
    #[inline(never)]
    fn hold_all(&mut self, pieces: &[Piece], node: Node, releases: bool) {
        let end = pieces.last().map(|piece| piece.interval.end);
        self.held.extend(pieces.iter().map(|piece| Held {
            interval: piece.interval,
            strength: piece.strength,
            node,
            releases: releases && Some(piece.interval.end) == end,
        }));
    }
}

/// How sure what restricts nothing is, that hangs on these conditions.
pub fn shown_state(scene: &Scene<'_>, manner: Manner, nodes: &[Node]) -> State {
    match manner {
        Manner::Report => state(scene, Verb::Avoid, nodes.iter().copied()),
        Manner::Steps | Manner::Line(_) => state(scene, Verb::Do, nodes.iter().copied()),
        // They are shown with their "if", whatever it hangs on: they are never open.
        Manner::Shown | Manner::Expected if nodes.iter().all(|node| *node == Node::TRUE) => {
            State::Settled
        }
        Manner::Shown | Manner::Expected => State::Conditional,
    }
}

/// Whether what stands before a session is told of the next one, too: what is left, done or limited then.
pub fn comes_again(manner: Manner) -> bool {
    match manner {
        Manner::Line(verb) => verb != Verb::Allow,
        Manner::Steps => true,
        Manner::Report | Manner::Shown | Manner::Expected => false,
    }
}

/// Leaves out, of the pieces from `start` on, those that waited for a symptom and were over when another piece came
/// to hold: they never held, and would put the start of the whole before the symptom.
fn forget_what_waited(scene: &Scene<'_>, start: usize, held: &mut Vec<Held>) {
    let of_this = held.get(start..).unwrap_or_default();
    let Some(asked) = scene.asked.filter(|_| of_this.len() > 1) else {
        return;
    };
    let holds = of_this.iter().filter(|held| held.node == Node::TRUE);
    let Some(came) = holds.map(|held| held.interval.start).min() else {
        return;
    };
    let over = came.min(asked.start);
    let mut index = 0;
    held.retain(|held| {
        index += 1;
        index <= start || held.interval.end > over || !scene.unknowns.waits_for_symptom(held.node)
    });
}

/// A window and a condition, both decided.
pub struct Pair<'s, 'a> {
    pub placing: &'a Placing<'a>,
    pub deciding: &'a Deciding<'a>,
    pub fallen: Place<'s>,
    pub over_time: &'s [(Interval, Node)],
    pub earlier: &'s [Earlier],
}

impl<'a> Pair<'_, 'a> {
    /// When a restriction, duty, permission or limit holds.
    pub fn line(
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
        forget_what_waited(scene, start, &mut pieces.held);
        let end = pieces.held.len();
        if comes_again(Manner::Line(verb)) {
            sessions::next(scene, self.placing, self.deciding, &mut pieces.held)?;
        }
        let all = pieces.held.len();
        let past = if self.fallen.starts_at.is_some() && self.placing.role == Role::Restriction {
            starts_in_the_past(scene, &self.placing.window)
        } else {
            None
        };
        let nothing = start == all;
        let waits = self.fallen.starts_at.is_some()
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
        for session in self.earlier {
            session.hold(scene, self.deciding, held);
        }
        let mut joined = sessions::without_the_needless(held.get(start..).unwrap_or_default());
        joined.sort_by_key(|held| (held.interval, held.strength));
        held.truncate(start);
        held.extend(joined);
    }

    /// When something that restricts nothing is shown; none where its condition is false, before the next session too.
    pub fn shown(
        &self,
        scene: &mut Scene<'a>,
        manner: Manner,
        pieces: &mut Pieces,
    ) -> Result<Option<Timed>, OutOfRange> {
        let (start, first) = (pieces.held.len(), pieces.nodes.len());
        cut(self.fallen, self.over_time, &mut pieces.held);
        let end = pieces.held.len();
        if comes_again(manner) {
            sessions::next(scene, self.placing, self.deciding, &mut pieces.held)?;
        }
        let next = pieces.held.get(end..).unwrap_or_default();
        let nodes = self.over_time.iter().map(|(_, node)| *node);
        let nodes = nodes.chain(next.iter().map(|held| held.node));
        pieces
            .nodes
            .extend(nodes.filter(|node| *node != Node::FALSE));
        let nodes = pieces.nodes.get(first..).unwrap_or_default();
        if nodes.is_empty() {
            pieces.held.truncate(start);
            return Ok(None);
        }
        Ok(Some(Timed {
            held: Part::between(start, end),
            next: Part::between(end, pieces.held.len()),
            state: shown_state(scene, manner, nodes),
            nodes: Part::between(first, pieces.nodes.len()),
        }))
    }
}
