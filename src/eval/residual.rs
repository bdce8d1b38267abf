//! What is left of a condition once the known facts are filled in.

use std::collections::{BTreeMap, BTreeSet};

use super::diagram::Level;
use super::truth::{Asking, Truth};
use super::unknown::Unknowns;
use super::words;
use crate::check::Condition;

/// What is left of a condition, in words; none where it is decided.
pub fn residual(
    truth: &Truth<'_>,
    unknowns: &mut Unknowns,
    condition: &Condition,
    asking: Asking,
) -> Option<String> {
    let left = left(truth, unknowns, condition, asking)?;
    Some(words::condition(truth.vocabulary, &left))
}

/// The condition without what is known and without what it does not hang on: of `swelling and (swelling or smoker)`
/// no more than `swelling`. None where it is decided.
pub fn left(
    truth: &Truth<'_>,
    unknowns: &mut Unknowns,
    condition: &Condition,
    asking: Asking,
) -> Option<Condition> {
    let node = truth.node(unknowns, condition, asking);
    let matters = unknowns.diagram.support(node);
    let mut filling = Filling {
        truth,
        unknowns,
        asking,
        matters: &matters,
    };
    match filling.fill(condition) {
        Filled::Open(left) => Some(left),
        Filled::Decided(_) => None,
    }
}

/// How a condition is filled in.
struct Filling<'s, 'a> {
    truth: &'s Truth<'a>,
    unknowns: &'s mut Unknowns,
    asking: Asking,
    /// What the whole of it hangs on.
    matters: &'s BTreeSet<Level>,
}

/// A part of a condition, filled in.
enum Filled {
    Decided(bool),
    Open(Condition),
}

impl Filling<'_, '_> {
    fn fill(&mut self, condition: &Condition) -> Filled {
        let node = (self.truth).node(self.unknowns, condition, self.asking);
        if let Some(decided) = node.truth() {
            return Filled::Decided(decided);
        }
        match condition {
            Condition::Atom(_) => {
                let diagram = &self.unknowns.diagram;
                let support = diagram.support(node);
                if !support.is_disjoint(self.matters) {
                    return Filled::Open(condition.clone());
                }
                // Whatever it is, the whole is the same: each unknown is taken to have its first value.
                let first: BTreeMap<Level, usize> =
                    support.into_iter().map(|level| (level, 0)).collect();
                Filled::Decided(diagram.can_be(node, &first))
            }
            Condition::Not(inner) => match self.fill(inner) {
                Filled::Decided(decided) => Filled::Decided(!decided),
                Filled::Open(inner) => Filled::Open(Condition::Not(Box::new(inner))),
            },
            Condition::All(all) => self.join(all, true),
            Condition::Any(any) => self.join(any, false),
        }
    }

    /// All of some parts, or any of them.
    fn join(&mut self, parts: &[Condition], all: bool) -> Filled {
        let mut left: Vec<Condition> = Vec::new();
        for part in parts {
            match self.fill(part) {
                Filled::Decided(decided) if decided == all => {}
                Filled::Decided(decided) => return Filled::Decided(decided),
                Filled::Open(part) if left.contains(&part) => {}
                Filled::Open(part) => left.push(part),
            }
        }
        match left.len() {
            0 => Filled::Decided(all),
            1 => left.pop().map_or(Filled::Decided(all), Filled::Open),
            _ if all => Filled::Open(Condition::All(left)),
            _ => Filled::Open(Condition::Any(left)),
        }
    }
}
