//! The rest of a class that was none where it is declared: `product waterproof mascara in mascara` leaves all
//! other mascara.

use std::collections::BTreeSet;

use super::checker::Checker;
use super::files::LoadedFile;
use super::stock;
use crate::span::SourceId;
use crate::syntax::tree::Kind;
use crate::vocabulary::{Thing, ThingId};

impl Checker<'_> {
    /// Gives each thing that has nothing below it in the vocabulary it comes from, and gets its first members from
    /// another file, one more member: all else that it was. A sentence about the new members says nothing about that.
    pub(crate) fn rests(&mut self, files: &[LoadedFile]) {
        let bundled: BTreeSet<SourceId> = files
            .iter()
            .filter(|file| stock::FILES.contains(&file.name.as_str()))
            .map(|file| file.source)
            .collect();
        // The vocabulary that the program carries is one, in several files.
        let file = |source: SourceId| (!bundled.contains(&source)).then_some(source);
        let vocabulary = &self.vocabulary;
        let place = |id: ThingId| vocabulary.thing(id).span.map(|span| file(span.source));
        let split: Vec<ThingId> = vocabulary
            .things()
            .filter(|(id, thing)| {
                let mut members = thing.children.iter();
                has_a_rest(thing.kind)
                    && !vocabulary.is_kind_class(*id)
                    && !thing.children.is_empty()
                    && members.all(|member| place(*member) != place(*id))
            })
            .map(|(id, _)| id)
            .collect();
        for class in split {
            self.rest(class);
        }
    }

    fn rest(&mut self, class: ThingId) {
        let of = self.vocabulary.thing(class);
        let name = format!("other {}", of.name);
        if self.vocabulary.find(&name).is_some() {
            return;
        }
        let first = of.children.first().copied();
        let span = first.and_then(|first| self.vocabulary.thing(first).span);
        let description = format!("any {} that is none of those with a name", of.name);
        let rest = Thing {
            description: Some(description.into()),
            span: span.map(crate::span::Span::at_start),
            ..Thing::named(name, of.kind)
        };
        let (id, _) = self.vocabulary.to_mut().add(rest);
        self.vocabulary.to_mut().put_under(id, class);
        self.used_things.insert(id);
    }
}

/// Whether what a protocol names of such a thing may be some of it only. A medicine has its products, and a symptom
/// is there or not, whatever else it is called.
fn has_a_rest(kind: Kind) -> bool {
    use Kind::{Activity, Drink, Food, Garment, Product, Substance, Tool};
    matches!(
        kind,
        Product | Substance | Activity | Food | Drink | Garment | Tool
    )
}
