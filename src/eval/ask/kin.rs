//! The sentences about what is near a thing: its members, and the other members of its classes.

use crate::check::{Head, ThingRef};
use crate::eval::scene::Scene;
use crate::eval::words;
use crate::reply::Kin;
use crate::vocabulary::{ThingId, Vocabulary};

/// The sentences about the members of a thing, and about other members of the nearest class above it
/// that any sentence is about.
pub(super) fn kin(scene: &Scene<'_>, item: &ThingRef) -> Vec<Kin> {
    let vocabulary = &scene.protocol.vocabulary;
    let members = about(scene, item.thing, None);
    if !members.is_empty() {
        return members;
    }
    let above = vocabulary.above(item.thing).into_iter();
    above
        .filter(|class| !vocabulary.is_kind_class(*class))
        .map(|class| about(scene, class, Some(class)))
        .find(|kin| !kin.is_empty())
        .unwrap_or_default()
}

/// The sentences about something under a class.
fn about(scene: &Scene<'_>, under: ThingId, class: Option<ThingId>) -> Vec<Kin> {
    let vocabulary = &scene.protocol.vocabulary;
    let rules = scene.protocol.rules.iter();
    let found = rules.filter_map(|rule| {
        let names = names(vocabulary, &rule.head, under);
        (!names.is_empty()).then(|| Kin {
            rule: rule.reference(),
            names,
            class: class.map(|class| vocabulary.name(class).to_owned()),
        })
    });
    found.collect()
}

fn names(vocabulary: &Vocabulary, head: &Head, under: ThingId) -> Vec<String> {
    if matches!(head, Head::Expect { .. } | Head::Report { .. }) {
        return Vec::new();
    }
    let items = head
        .things()
        .filter(|item| vocabulary.is_under(item.thing, under));
    let mut names: Vec<String> = Vec::new();
    for item in items {
        let name = words::thing(vocabulary, item);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
