//! How two protocols differ in what they declare.

use std::collections::{BTreeMap, BTreeSet};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::vocabulary::{FactKind, Thing, Vocabulary};

use super::table::Group;

/// How two protocols differ in their headers, sources, things and facts; none where they do not.
pub fn group(before: &Protocol, after: &Protocol) -> Option<Group> {
    if header(before) != header(after) {
        Some(Group::Header)
    } else if before.sources != after.sources {
        Some(Group::Source)
    } else {
        facts(&before.vocabulary, &after.vocabulary)
            .or_else(|| things(&before.vocabulary, &after.vocabulary))
    }
}

fn header(protocol: &Protocol) -> String {
    let texts = [&protocol.title, &protocol.version, &protocol.treatment];
    let dates = [protocol.effective, protocol.review_by];
    let approved = &protocol.approved;
    format!("{texts:?} {dates:?} {:?} {approved:?}", protocol.aftercare)
}

fn facts(before: &Vocabulary, after: &Vocabulary) -> Option<Group> {
    let all = |vocabulary: &Vocabulary| -> Vec<(String, FactKind, Option<String>)> {
        let facts = vocabulary.facts();
        let parts = facts.map(|(_, fact)| (fact.name.clone(), fact.kind.clone(), fact.ask.clone()));
        parts.collect()
    };
    let (before, after) = (all(before), all(after));
    if before.len() != after.len() {
        return Some(Group::FactName);
    }
    before.iter().zip(&after).find_map(|(one, other)| {
        if one.0 != other.0 {
            Some(Group::FactName)
        } else if one.2 != other.2 {
            Some(Group::Question)
        } else {
            (one.1 != other.1 && !matches!(one.1, FactKind::Things(_))).then_some(Group::FactValue)
        }
    })
}

fn things(before: &Vocabulary, after: &Vocabulary) -> Option<Group> {
    let by_name = |vocabulary: &Vocabulary| -> BTreeMap<String, Told> {
        let things = vocabulary.things();
        let told = things.map(|(_, thing)| (thing.name.to_string(), Told::of(vocabulary, thing)));
        told.collect()
    };
    let (before, after) = (by_name(before), by_name(after));
    let lost = before.keys().any(|name| !after.contains_key(name));
    let new = after.keys().any(|name| !before.contains_key(name));
    match (lost, new) {
        (true, true) => return Some(Group::ThingName),
        (true, false) => return Some(Group::Thing),
        (false, true) => return Some(Group::NewThing),
        (false, false) => {}
    }
    let mut pairs = before.iter().zip(&after);
    pairs.find_map(|((_, one), (_, other))| one.differs(other))
}

/// A thing in words.
#[derive(PartialEq, Eq)]
struct Told {
    aliases: BTreeSet<String>,
    description: Option<String>,
    classes: BTreeSet<String>,
    others: String,
}

impl Told {
    fn of(vocabulary: &Vocabulary, thing: &Thing) -> Self {
        let names = |ids: &[aftercare_dsl::vocabulary::ThingId]| -> BTreeSet<String> {
            ids.iter()
                .map(|id| vocabulary.name(*id).to_owned())
                .collect()
        };
        let attributes = thing.attributes.iter();
        let attributes: Vec<String> = attributes
            .map(|(id, value)| format!("{} {value}", vocabulary.name(*id)))
            .collect();
        let (opposes, of) = (names(&thing.opposes), names(&thing.of));
        let (kind, number) = (thing.kind, thing.number);
        Self {
            aliases: thing.aliases.iter().map(ToString::to_string).collect(),
            description: thing.description.as_ref().map(ToString::to_string),
            classes: names(&thing.parents),
            others: format!("{kind:?} {number} {attributes:?} {opposes:?} {of:?}"),
        }
    }

    fn differs(&self, other: &Self) -> Option<Group> {
        if self.classes != other.classes {
            Some(Group::Class)
        } else if self.aliases != other.aliases {
            Some(Group::Alias)
        } else if self.description != other.description {
            Some(Group::Description)
        } else {
            (self.others != other.others).then_some(Group::Trait)
        }
    }
}
