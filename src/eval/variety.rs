//! What a product that is known by its class alone may be, once its attributes are weighed: a
//! sunscreen that nobody calls tinted is no tinted one, and so no makeup (LANGUAGE.md 3.5).

use std::collections::BTreeSet;
use std::rc::Rc;

use super::scene::Scene;
use super::subject::Subject;
use crate::number::Number;
use crate::profile::Product;
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// What the patient's product may be, as far as lines tell it apart.
#[derive(Debug)]
pub struct Varieties {
    /// Of each group of things that lines do not tell apart, the classes that lines name.
    groups: Vec<BTreeSet<ThingId>>,
}

impl Varieties {
    fn of(scene: &Scene<'_>, subject: &Subject) -> Self {
        let vocabulary = &scene.protocol.vocabulary;
        let named = &scene.prepared.named;
        let groups: BTreeSet<BTreeSet<ThingId>> = members(scene, subject)
            .into_iter()
            .map(|id| {
                let itself_and_above = std::iter::once(id).chain(vocabulary.above(id));
                itself_and_above
                    .filter(|class| named.contains(class))
                    .collect()
            })
            .collect();
        Self {
            groups: groups.into_iter().collect(),
        }
    }

    /// By group, whether it lies under a class that lines name.
    pub fn under(&self, class: ThingId) -> impl ExactSizeIterator<Item = bool> {
        self.groups.iter().map(move |group| group.contains(&class))
    }
}

/// The varieties of a product of the patient's, found out once.
pub fn varieties(scene: &Scene<'_>, product: usize, subject: &Subject) -> Rc<Varieties> {
    if let Some(known) = scene.varieties.borrow().get(&product) {
        return Rc::clone(known);
    }
    let found = Rc::new(Varieties::of(scene, subject));
    let mut known = scene.varieties.borrow_mut();
    known.insert(product, Rc::clone(&found));
    found
}

/// The things that the patient's product may be: those below its class, the class itself included,
/// except where one is declared with an attribute that the product is known not to have.
fn members(scene: &Scene<'_>, subject: &Subject) -> BTreeSet<ThingId> {
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
    if product.attributes.is_empty() {
        return false;
    }
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

#[cfg(test)]
mod tests {
    use super::{members, varieties};
    use crate::bundled::bundled;
    use crate::check::{Bundled, CheckOptions, check};
    use crate::eval::Case;
    use crate::eval::subject::own;
    use crate::profile;
    use crate::source::Sources;

    #[test]
    fn a_product_may_be_under_a_class_when_one_of_its_varieties_is() {
        let text = bundled("microneedling").unwrap();
        let (sources, options) = (&mut Sources::new(), CheckOptions::default());
        let checked = check(sources, &Bundled, "microneedling", text, &options);
        let protocol = checked.protocol.unwrap();
        let facts = "products = [{ name = \"Lumia\", unrecognised = true },\n\
            { name = \"Day cream\", class = \"moisturiser\" },\n\
            { name = \"Sun\", class = \"sunscreen\", tinted = true }]\n";
        let file = sources.add("patient.toml", facts);
        let (patient, mistakes) = profile::read(file, "patient.toml", facts, &protocol.vocabulary);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let case = Case::new(&protocol, &patient);
        let asked = case.on_stage(|scene, _| {
            for (product, subject) in own(scene).iter().enumerate() {
                let (all, varieties) =
                    (members(scene, subject), varieties(scene, product, subject));
                for class in &scene.prepared.named {
                    let below = protocol.vocabulary.below(*class);
                    let any = varieties.under(*class).any(|under| under);
                    assert_eq!(any, !all.is_disjoint(&below), "{}", subject.name);
                }
                assert!(varieties.groups.len() <= all.len());
            }
        });
        asked.unwrap();
    }
}
