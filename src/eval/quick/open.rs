//! What a condition's parts hang on where nothing is known of the patient.
//!
//! Parts that can each be true and false, and of which no two hang on the same unknown, are independent:
//! then three-valued logic is exact, and no diagram is needed to say whether all of them together are
//! open (3.6).

use std::collections::BTreeSet;

use crate::check::{Atom, Condition};
use crate::eval::landmarks::Landmarks;
use crate::eval::medicines::listing_fact;
use crate::eval::truth::{measure_of, regions};
use crate::eval::unknown::Unknown;
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// What unknowns are told by.
#[derive(Clone, Copy)]
pub struct Grounds<'v> {
    /// The names.
    pub vocabulary: &'v Vocabulary,
    /// What rules tell patients apart by.
    pub landmarks: &'v Landmarks,
}

impl Grounds<'_> {
    /// Whether no two parts of a condition hang on the same unknown.
    pub fn apart(self, condition: &Condition) -> bool {
        let mut seen = BTreeSet::new();
        let mut apart = true;
        condition.atoms(&mut |atom| {
            let unknowns = self.unknowns(atom).unwrap_or_default();
            apart &= unknowns.into_iter().all(|unknown| seen.insert(unknown));
        });
        apart
    }

    /// What a part hangs on where nothing is known; none where it is then true or false all the same,
    /// and where that is not told here.
    pub fn unknowns(self, atom: &Atom) -> Option<Vec<Unknown>> {
        match atom {
            Atom::Yes(fact) | Atom::No(fact) => Some(vec![Unknown::Fact(*fact)]),
            Atom::Number {
                fact,
                comparison,
                number,
            } => {
                let thresholds = self.landmarks.thresholds_of(*fact);
                let measure = measure_of(self.vocabulary, *fact);
                let (values, holds) = regions(thresholds, measure, *comparison, *number);
                one_value(*fact, values, holds)
            }
            Atom::OneOf { fact, values } => match &self.vocabulary.fact(*fact).kind {
                FactKind::Ordered(all) | FactKind::OneOf(all) => {
                    one_value(*fact, all.len(), |value| values.contains(&value))
                }
                _ => None,
            },
            Atom::Includes { fact, value } => Some(vec![Unknown::Value(*fact, *value)]),
            Atom::Taking(thing) | Atom::Took { thing, .. } => {
                self.listed(listing_fact(self.vocabulary, *thing)?, *thing)
            }
            Atom::IncludesThing { fact, thing } => self.listed(*fact, *thing),
            Atom::Had { thing, .. } => Some(vec![Unknown::History(*thing)]),
            Atom::Symptom { symptom, qualifier } => {
                let leaves = self.vocabulary.leaves(*symptom);
                let unknowns = leaves.into_iter().flat_map(|leaf| {
                    let bad = qualifier.clone().map(|how| Unknown::Qualifier(leaf, how));
                    std::iter::once(Unknown::Symptom(leaf)).chain(bad)
                });
                at_least_one(unknowns.collect())
            }
            Atom::Event(event) => Some(vec![Unknown::Event(*event)]),
            Atom::Session(number) => {
                let possible = 1..=self.landmarks.session_bound;
                possible.contains(number).then(|| vec![Unknown::Session])
            }
            Atom::Prescribed(_) => None,
        }
    }

    /// Of a list: how recently any of the things under one was taken.
    fn listed(self, fact: FactId, thing: ThingId) -> Option<Vec<Unknown>> {
        let groups = self.landmarks.groups.get(&fact)?;
        let under = groups.under(self.vocabulary, thing);
        let unknowns = under.iter().map(|group| Unknown::Group(fact, *group));
        at_least_one(unknowns.collect())
    }
}

/// A fact with one value, where the value matters.
fn one_value(fact: FactId, values: usize, holds: impl Fn(usize) -> bool) -> Option<Vec<Unknown>> {
    let holding = (0..values).filter(|value| holds(*value)).count();
    (holding > 0 && holding < values).then(|| vec![Unknown::Fact(fact)])
}

fn at_least_one(unknowns: Vec<Unknown>) -> Option<Vec<Unknown>> {
    (!unknowns.is_empty()).then_some(unknowns)
}
