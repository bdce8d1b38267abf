//! What the rules of a protocol tell patients apart by: numbers, session numbers, groups of things
//! and lengths of time. What no rule asks about is not told apart.

use std::collections::{BTreeMap, BTreeSet};

use super::deferral;
use super::groups::Groups;
use crate::check::{Atom, Head, Rule};
use crate::number::Number;
use crate::syntax::tree::Duration;
use crate::vocabulary::{FactId, ThingId, Vocabulary};

/// What rules tell patients apart by.
#[derive(Debug, Clone)]
pub struct Landmarks {
    /// The numbers that each fact is compared with, ascending.
    thresholds: BTreeMap<FactId, Vec<Number>>,
    /// The largest session number that a rule asks about.
    pub session_bound: u32,
    /// The groups of things that facts may list.
    pub groups: BTreeMap<FactId, Groups>,
    /// The lengths of time within which something may have been taken.
    pub lengths: Vec<Duration>,
    /// The things that conditions read: `taking warfarin`.
    pub read: BTreeSet<ThingId>,
}

impl Landmarks {
    /// The landmarks of a protocol's rules.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary, rules: &[Rule]) -> Self {
        let mut thresholds: BTreeMap<FactId, BTreeSet<Number>> = BTreeMap::new();
        let mut bound = 1;
        let mut visit = |atom: &Atom| match atom {
            Atom::Number { fact, number, .. } => {
                thresholds.entry(*fact).or_default().insert(*number);
            }
            Atom::Session(number) => bound = bound.max(*number),
            _ => {}
        };
        for rule in rules {
            rule.condition.atoms(&mut visit);
            if let Head::Steps { items, .. } = &rule.head {
                for item in items {
                    item.condition.atoms(&mut visit);
                }
            }
        }
        let (groups, lengths) = Groups::of(vocabulary, rules);
        Self {
            thresholds: thresholds
                .into_iter()
                .map(|(fact, numbers)| (fact, numbers.into_iter().collect()))
                .collect(),
            session_bound: bound,
            groups,
            lengths,
            read: read(rules),
        }
    }

    /// The numbers that a fact is compared with, ascending.
    #[must_use]
    pub fn thresholds_of(&self, fact: FactId) -> &[Number] {
        self.thresholds.get(&fact).map_or(&[], Vec::as_slice)
    }
}

/// The things that conditions read, those that deferrals imply included.
fn read(rules: &[Rule]) -> BTreeSet<ThingId> {
    let mut read = BTreeSet::new();
    for rule in rules {
        let implied = deferral::implied(rule);
        for condition in implied.iter().chain([&rule.condition]) {
            condition.atoms(&mut |atom| match atom {
                Atom::Taking(thing)
                | Atom::Prescribed(thing)
                | Atom::IncludesThing { thing, .. }
                | Atom::Took { thing, .. } => {
                    read.insert(*thing);
                }
                _ => {}
            });
        }
    }
    read
}
