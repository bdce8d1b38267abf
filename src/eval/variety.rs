//! What a product that is known by its class alone may be, once its attributes are weighed: a
//! sunscreen that nobody calls tinted is no tinted one, and so no makeup (LANGUAGE.md 3.5).

use std::collections::BTreeSet;

use super::scene::Scene;
use super::subject::Subject;
use crate::number::Number;
use crate::profile::Product;
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// The things that the patient's product may be: those below its class, the class itself included,
/// except where one is declared with an attribute that the product is known not to have.
pub fn members(scene: &Scene<'_>, subject: &Subject) -> BTreeSet<ThingId> {
    let vocabulary = &scene.protocol.vocabulary;
    let class = class_of(subject);
    let below = vocabulary.below(class);
    let declared: BTreeSet<ThingId> = below
        .iter()
        .flat_map(|id| vocabulary.thing(*id).attributes.keys().copied())
        .collect();
    let known: Vec<(ThingId, Number)> = declared
        .into_iter()
        .filter_map(|attribute| Some((attribute, value(scene, subject, attribute)?)))
        .collect();
    // What a thing has from the product's own class, the profile may have put right.
    let differs = |id: ThingId| {
        known.iter().any(|(attribute, known)| {
            vocabulary.attribute(id, *attribute).is_some_and(|own| {
                own != *known && vocabulary.attribute(class, *attribute) != Some(own)
            })
        })
    };
    below.into_iter().filter(|id| !differs(*id)).collect()
}

/// Whether an attribute that the profile gives makes the product one of `class`: a sunscreen that is
/// tinted is a tinted sunscreen, because that is what tells it from other sunscreens.
pub fn told(scene: &Scene<'_>, subject: &Subject, class: ThingId) -> bool {
    let vocabulary = &scene.protocol.vocabulary;
    let Some(product) = product(scene, subject) else {
        return false;
    };
    let above = class_of(subject);
    vocabulary.below(class).into_iter().any(|id| {
        let thing = vocabulary.thing(id);
        thing.attributes.iter().any(|(attribute, value)| {
            product.attributes.get(attribute) == Some(value)
                && thing.parents.iter().any(|parent| {
                    vocabulary.is_under(above, *parent)
                        && vocabulary
                            .attribute(*parent, *attribute)
                            .is_some_and(|usual| usual != *value)
                })
        })
    })
}

/// An attribute's value, from the profile or else as the product's class has it.
fn value(scene: &Scene<'_>, subject: &Subject, attribute: ThingId) -> Option<Number> {
    product(scene, subject)
        .and_then(|product| product.attributes.get(&attribute).copied())
        .or_else(|| {
            scene
                .protocol
                .vocabulary
                .attribute(class_of(subject), attribute)
        })
}

fn product<'s>(scene: &'s Scene<'_>, subject: &Subject) -> Option<&'s Product> {
    let products = scene.profile.products.as_deref()?;
    products.get(subject.own?)
}

/// What the product is known by; one that nobody recognises may be any.
fn class_of(subject: &Subject) -> ThingId {
    subject
        .thing
        .unwrap_or(Vocabulary::kind_class(Kind::Product))
}
