//! What is left of a line, and what is told of that which other lines take from it: around this session, and before the
//! next one.

use std::collections::BTreeSet;

use super::Share;
use crate::check::ThingRef;
use crate::eval::interval::Intervals;
use crate::eval::line::Held;

/// What is left of a line for some of its items.
#[derive(Debug, Clone)]
pub struct Left {
    /// The items.
    pub items: Vec<ThingRef>,
    /// What of the line is left for them.
    pub held: Vec<Held>,
    /// The same before the next session.
    pub next: Vec<Held>,
    /// The lines that cut it, by index: around this session, or before the next one where that alone is left.
    pub held_back_by: BTreeSet<usize>,
    /// The parts of the items that are restricted while the rest is not.
    pub restricted_parts: Vec<String>,
    /// Of a choice, the items that are restricted while others are not.
    pub restricted_choices: Vec<String>,
    /// The lines that restrict a part or a choice, by index.
    pub part_held_back_by: BTreeSet<usize>,
    /// The parts and choices that are restricted before the next session, and not around this one.
    pub next_parts: Vec<String>,
    /// The lines that restrict those, or cut it before the next session alone, by index.
    pub next_held_back_by: BTreeSet<usize>,
}

/// What of some items other lines take, to be told.
#[derive(Default)]
pub(super) struct Aside {
    by: BTreeSet<usize>,
    parts: Vec<String>,
    choices: Vec<String>,
    parts_by: BTreeSet<usize>,
}

impl Aside {
    pub(super) fn of(share: Share) -> Self {
        Self {
            by: share.by,
            parts: share.parts,
            choices: Vec::new(),
            parts_by: share.parts_by,
        }
    }

    /// The same with what others take at other times.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.by.extend(other.by);
        let parts = other.parts.into_iter();
        let parts = parts.filter(|part| !self.parts.contains(part));
        let parts: Vec<String> = parts.collect();
        self.parts.extend(parts);
        self.choices.extend(other.choices);
        self.parts_by.extend(other.parts_by);
        self
    }

    /// Takes in one item of a choice of which all are cut at some of these times.
    pub(super) fn choose(
        &mut self,
        name: String,
        share: Share,
        (cut, times): (&Intervals, &Intervals),
    ) {
        self.parts.extend(share.parts);
        self.parts_by.extend(share.parts_by);
        let in_part = !share.cut.without(cut).meet(times).is_empty();
        if in_part && !self.choices.contains(&name) {
            self.choices.push(name);
        }
        if in_part {
            self.parts_by.extend(&share.by);
        }
        if !cut.meet(times).is_empty() {
            self.by.extend(share.by);
        }
    }
}

impl Left {
    /// Notes what is taken of it: what is so before the next session stands beside the rest, or in its place once nothing
    /// else is left.
    pub(super) fn tell(&mut self, here: Aside, next: Aside, over: bool) {
        let (here, next) = match over {
            true => (next, Aside::default()),
            false => (here, next),
        };
        let mut parts = next.parts;
        parts.extend(next.choices);
        parts.retain(|part| !here.parts.contains(part) && !here.choices.contains(part));
        self.next_held_back_by = &next.by - &here.by;
        if !parts.is_empty() {
            self.next_held_back_by.extend(next.parts_by);
        }
        self.next_parts = parts;
        self.held_back_by = here.by;
        self.restricted_parts = here.parts;
        self.restricted_choices = here.choices;
        self.part_held_back_by = here.parts_by;
    }
}
