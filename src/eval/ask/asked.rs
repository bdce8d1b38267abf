//! What is asked about, and its subjects: the things that answers are about.

use crate::check::ThingRef;
use crate::eval::assemble::things::classes;
use crate::eval::scene::Scene;
use crate::eval::subject::{self, Subject};
use crate::profile::Product;
use crate::reply::AskedThing;
use crate::vocabulary::{ThingId, Vocabulary, fold};

/// A thing that somebody asks about: what [`Case::thing`](super::Case::thing) made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    typed: String,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    /// A thing or class of the vocabulary, as attributes narrow it.
    Thing(ThingRef),
    /// A product of the patient's, by its name.
    Own(String),
}

impl Asked {
    /// A thing that was asked about as `typed`.
    #[must_use]
    pub fn thing(typed: &str, thing: ThingRef) -> Self {
        Self {
            typed: typed.to_owned(),
            what: What::Thing(thing),
        }
    }

    pub(super) fn own(typed: &str, product: &Product) -> Self {
        Self {
            typed: typed.to_owned(),
            what: What::Own(product.name.clone()),
        }
    }

    /// The thing as sentences name it; none for a product that only the profile knows.
    #[must_use]
    pub fn thing_ref(&self) -> Option<&ThingRef> {
        match &self.what {
            What::Thing(thing) => Some(thing),
            What::Own(_) => None,
        }
    }

    /// The one subject that it is, where it is the patient's own.
    pub(super) fn own_subject(&self, scene: &Scene<'_>) -> Option<Subject> {
        let name = match &self.what {
            What::Own(name) => name.as_str(),
            What::Thing(thing) if thing.attributes.is_empty() => {
                scene.protocol.vocabulary.name(thing.thing)
            }
            What::Thing(_) => return None,
        };
        // What stands last in the profile is what the plan answers about.
        subject::own(scene)
            .into_iter()
            .rev()
            .find(|own| own.name == name)
    }

    /// What was asked, for the reply.
    pub(super) fn described(&self, scene: &Scene<'_>) -> AskedThing {
        let vocabulary = &scene.protocol.vocabulary;
        let (name, thing) = match &self.what {
            What::Thing(item) => (Subject::named(vocabulary, item).name, Some(item.thing)),
            What::Own(name) => {
                let own = self.own_subject(scene);
                let thing = own.and_then(|own| own.thing);
                let called = thing.filter(|thing| vocabulary.find_thing(name) == Some(*thing));
                let name = called.map_or(name.as_str(), |thing| vocabulary.name(thing));
                (name.to_owned(), thing)
            }
        };
        AskedThing {
            typed: self.typed.clone(),
            by_other_name: by_other_name(vocabulary, &self.typed, &name, thing),
            name,
            kind: thing
                .map_or("product", |thing| vocabulary.thing(thing).kind.word())
                .to_owned(),
            classes: thing.map_or_else(Vec::new, |thing| classes(vocabulary, thing)),
            members: thing.map_or(0, |thing| members(vocabulary, thing)),
        }
    }
}

/// Whether a text names a thing otherwise than the vocabulary does.
fn by_other_name(vocabulary: &Vocabulary, typed: &str, name: &str, thing: Option<ThingId>) -> bool {
    let Some(thing) = thing else { return false };
    let own_name = fold(vocabulary.name(thing));
    fold(typed) != fold(name) && !fold(typed).contains(&own_name)
}

fn members(vocabulary: &Vocabulary, thing: ThingId) -> usize {
    if vocabulary.thing(thing).children.is_empty() {
        0
    } else {
        vocabulary.leaves(thing).len()
    }
}
