//! What of one name is something else in each protocol, so that what hangs on it cannot be compared.

use std::collections::BTreeSet;

use super::joint::Joint;
use crate::check::Atom;
use crate::vocabulary::{FactId, ThingId};

/// The facts that are of one kind in the one and of another in the other, and that a sentence reads.
pub(super) fn read_apart(joint: &Joint) -> BTreeSet<FactId> {
    let mut read = BTreeSet::new();
    for rule in &joint.rules {
        rule.condition.atoms(&mut |atom| match atom {
            Atom::Yes(fact)
            | Atom::No(fact)
            | Atom::Number { fact, .. }
            | Atom::OneOf { fact, .. }
            | Atom::Includes { fact, .. }
            | Atom::IncludesThing { fact, .. } => {
                read.insert(*fact);
            }
            _ => {}
        });
    }
    &read & &joint.apart
}

/// The symptoms, places, events and situations that sentences name, or a class above them, and that hold others in the
/// one protocol than in the other.
pub(super) fn named_otherwise(joint: &Joint) -> BTreeSet<String> {
    let mut named: BTreeSet<ThingId> = BTreeSet::new();
    for rule in joint.rules.iter().filter(|_| !joint.otherwise.is_empty()) {
        named.extend(rule.head.things().map(|item| item.thing));
        named.extend(rule.details.spots().iter().map(|spot| spot.place));
        named.extend(rule.details.during);
        named.extend(&rule.details.outside);
        rule.condition.atoms(&mut |atom| match atom {
            Atom::Symptom { symptom: thing, .. } | Atom::Event(thing) | Atom::Had { thing, .. } => {
                named.insert(*thing);
            }
            _ => {}
        });
    }
    let vocabulary = joint.vocabulary();
    let is_named = |thing: &&ThingId| {
        let mut named = named.iter();
        named.any(|above| vocabulary.is_under(**thing, *above))
    };
    let all = joint.otherwise.iter().filter(is_named);
    all.map(|thing| vocabulary.name(*thing).to_owned())
        .collect()
}
