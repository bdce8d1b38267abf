//! The classes that a rule names, spelt out, so that a wrong class shows.

use super::model::{Class, Member};
use crate::check::{Atom, Head, Rule};
use crate::vocabulary::{Thing, ThingId, Vocabulary};

/// The classes of a rule and the things with other names, each once, in the order of the sentence.
pub(super) fn covers(vocabulary: &Vocabulary, rule: &Rule) -> Vec<Class> {
    let mut things: Vec<ThingId> = rule.head.things().map(|item| item.thing).collect();
    match &rule.head {
        Head::Allow { but_not, .. } => things.extend(but_not.iter().map(|item| item.thing)),
        Head::Steps { items, .. } => {
            things.extend(
                items
                    .iter()
                    .flat_map(|step| &step.things)
                    .map(|item| item.thing),
            );
        }
        _ => {}
    }
    things.extend(rule.details.except.iter().map(|item| item.thing));
    rule.condition.atoms(&mut |atom| things.extend(asked(atom)));
    let mut seen: Vec<ThingId> = Vec::new();
    things
        .into_iter()
        .filter(|thing| {
            let new = !seen.contains(thing);
            seen.push(*thing);
            new
        })
        .map(|thing| class(vocabulary, thing))
        .filter(|class| !class.members.is_empty() || !class.also.is_empty())
        .collect()
}

/// The thing that a question is about.
fn asked(atom: &Atom) -> Option<ThingId> {
    match atom {
        Atom::Taking(thing)
        | Atom::Took { thing, .. }
        | Atom::Had { thing, .. }
        | Atom::Prescribed(thing)
        | Atom::IncludesThing { thing, .. } => Some(*thing),
        Atom::Symptom { symptom, .. } => Some(*symptom),
        Atom::Event(event) => Some(*event),
        Atom::Yes(_)
        | Atom::No(_)
        | Atom::Number { .. }
        | Atom::OneOf { .. }
        | Atom::Includes { .. }
        | Atom::Session(_) => None,
    }
}

/// The other names of a thing.
fn also(thing: &Thing) -> Vec<String> {
    thing.aliases.iter().map(ToString::to_string).collect()
}

/// A thing or class with all its other names and all that is at the bottom under it.
pub(super) fn class(vocabulary: &Vocabulary, id: ThingId) -> Class {
    let thing = vocabulary.thing(id);
    let members = if thing.children.is_empty() {
        Vec::new()
    } else {
        vocabulary
            .leaves(id)
            .into_iter()
            .map(|leaf| Member {
                name: vocabulary.name(leaf).to_owned(),
                also: also(vocabulary.thing(leaf)),
            })
            .collect()
    };
    Class {
        name: thing.name.to_string(),
        also: also(thing),
        members,
    }
}
