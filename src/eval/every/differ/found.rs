//! What is found, put together: one change of one sentence is one finding, however many things it is about, where all
//! of them differ on the same days.

use std::collections::{BTreeMap, BTreeSet};

use super::subjects::Named;
use super::{Difference, Shown, Turn};

/// As many examples as are kept of one finding: the first that the interpreter confirms is told.
const KEPT: usize = 8;

/// What makes findings one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub turn: Turn,
    /// Whether answers about things differ; or else what sentences say beside.
    pub answers: bool,
    /// Whether the sentence stands in both.
    pub held_back: bool,
    pub old: BTreeSet<usize>,
    pub new: BTreeSet<usize>,
}

/// What differs.
#[derive(Debug, Clone, Copy)]
pub(super) enum About<'a> {
    /// The answers about a group of things, by its place.
    Things(usize, &'a [Named]),
    /// What a sentence says of something; nothing where that is all it says.
    Part(Option<&'a str>),
}

/// From which day to which something differs.
type Days = Vec<(Option<i64>, Option<i64>)>;

/// All that is found, by what makes it one and by group.
#[derive(Debug, Default)]
pub(super) struct Found(BTreeMap<(Key, usize), Difference>);

impl Found {
    /// Takes in that something differs, in a stretch of days where it is about days.
    pub fn add(
        &mut self,
        key: Key,
        about: About<'_>,
        days: Option<(Option<i64>, Option<i64>)>,
        shown: Shown,
    ) {
        let group = match about {
            About::Things(group, _) => group,
            About::Part(_) => 0,
        };
        let found = self
            .0
            .entry((key.clone(), group))
            .or_insert_with(|| Difference {
                turn: key.turn,
                held_back: key.held_back,
                twins: (Vec::new(), Vec::new()),
                old: key.old.into_iter().collect(),
                new: key.new.into_iter().collect(),
                things: BTreeSet::new(),
                kinds: Vec::new(),
                parts: BTreeSet::new(),
                moves: false,
                days: Vec::new(),
                shown: Vec::new(),
            });
        match about {
            About::Things(_, things) => {
                found.things.extend(things.iter().cloned());
                found.kinds = things.first().cloned().into_iter().collect();
            }
            About::Part(part) => found.parts.extend(part.map(str::to_owned)),
        }
        found.moves |= !shown.patient.events.is_empty();
        found.days.extend(days);
        found.shown.push(shown);
        keep_smallest(&mut found.shown);
    }

    /// All of it: what is looser first, then in the order of the sentences.
    pub fn all(self) -> Vec<Difference> {
        let mut all: BTreeMap<(Key, Days), Difference> = BTreeMap::new();
        for ((key, _), mut one) in self.0 {
            one.days = joined(std::mem::take(&mut one.days));
            match all.get_mut(&(key.clone(), one.days.clone())) {
                Some(known) => {
                    known.things.extend(one.things);
                    known.kinds.extend(one.kinds);
                    known.parts.extend(one.parts);
                    known.moves |= one.moves;
                    known.shown.extend(one.shown);
                    keep_smallest(&mut known.shown);
                }
                None => {
                    all.insert((key, one.days.clone()), one);
                }
            }
        }
        let mut all: Vec<Difference> = all.into_values().collect();
        let first = |one: &Difference| one.new.first().or(one.old.first()).copied();
        all.sort_by_key(|one| (one.turn, first(one), one.old.first().copied()));
        all
    }
}

fn keep_smallest(shown: &mut Vec<Shown>) {
    shown.sort_by_key(Shown::by_size);
    shown.truncate(KEPT);
}

/// Stretches of days, those that touch or overlap as one.
fn joined(mut all: Days) -> Days {
    let from = |day: Option<i64>| day.unwrap_or(i64::MIN);
    let to = |day: Option<i64>| day.unwrap_or(i64::MAX);
    all.sort_by_key(|(first, last)| (from(*first), to(*last)));
    let mut joined = Days::new();
    for (first, last) in all {
        match joined.last_mut() {
            Some(known) if from(first) <= to(known.1).saturating_add(1) => {
                if to(last) > to(known.1) {
                    known.1 = last;
                }
            }
            _ => joined.push((first, last)),
        }
    }
    joined
}
