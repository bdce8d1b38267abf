//! What a verb does is a deed that other sentences may forbid: `massage lips` is massaging on the lips.

use super::firm::{Against, Sessions};
use super::line::{Held, Line};
use super::lines::Lines;
use super::narrow;
use super::scene::Scene;
use super::subject::Subject;
use crate::check::{Details, Head, Places, Spot, ThingRef};
use crate::syntax::tree::{Kind, Verb};
use crate::vocabulary::{Named, ThingId, Vocabulary};

/// What restrictions on a duty's own deed around these sessions come to for its pieces, at the place that is one of its
/// items; none where the verb is no declared action, or the item no place.
pub fn against(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    (line, held, sessions): (&Line<'_>, &[Held], Sessions),
    item: &ThingRef,
) -> Option<Against> {
    let vocabulary = &scene.protocol.vocabulary;
    if vocabulary.thing(item.thing).kind != Kind::Place {
        return None;
    }
    let deed = Subject::thing(vocabulary, of_head(vocabulary, &line.said.rule.head)?);
    let apart = narrow::is_apart(vocabulary, item.thing);
    let there = at(&line.said.rule.details, vocabulary, item.thing);
    let firm = lines.firm(scene, sessions, &deed);
    let mut against = firm.against(scene, lines, &there, held);
    // A ban that names no place is about wherever the treatment was: of the hands it says nothing.
    against.keep(|index| {
        let restriction = lines.get(index).map(|line| &line.said.rule.details);
        !apart || restriction.is_some_and(|details| !details.spots().is_empty())
    });
    Some(against)
}

/// The action that a duty is the doing of; none of other heads.
#[must_use]
pub fn of_head(vocabulary: &Vocabulary, head: &Head) -> Option<ThingId> {
    match head {
        Head::Duty {
            verb: Some(verb), ..
        } => deed(vocabulary, *verb),
        _ => None,
    }
}

/// The action that a verb is the doing of: washing, massaging.
fn deed(vocabulary: &Vocabulary, verb: Verb) -> Option<ThingId> {
    let word = verb.word();
    let stem = word.strip_suffix('e').unwrap_or(word);
    match vocabulary.find(&format!("{stem}ing"))? {
        Named::Thing(thing) if vocabulary.thing(thing).kind == Kind::Action => Some(thing),
        _ => None,
    }
}

/// What is said of a sentence, at a place.
fn at(details: &Details, vocabulary: &Vocabulary, place: ThingId) -> Details {
    let name = vocabulary.name(place).to_owned();
    Details {
        places: Some(Places {
            text: format!("on {name}"),
            choice: false,
            spots: vec![Spot {
                place,
                around: false,
                word: "on",
                name,
            }],
        }),
        ..details.clone()
    }
}
