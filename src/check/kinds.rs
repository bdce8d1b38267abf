//! All else of a kind, which `use only X` restricts.

use crate::check::protocol::ThingRef;
use crate::syntax::tree::Kind;
use crate::vocabulary::Vocabulary;

/// The kinds' classes of things, each once.
#[must_use]
pub fn kinds_of(vocabulary: &Vocabulary, things: &[ThingRef]) -> Vec<ThingRef> {
    let mut kinds: Vec<ThingRef> = Vec::new();
    for item in things {
        // A substance is used as a product: all else of its kind is all other products.
        let kind = match vocabulary.thing(item.thing).kind {
            Kind::Substance => Kind::Product,
            kind => kind,
        };
        let class = Vocabulary::kind_class(kind);
        if kinds.iter().all(|known| known.thing != class) {
            kinds.push(ThingRef {
                thing: class,
                attributes: Vec::new(),
                qualifiers: Vec::new(),
                written: None,
                span: item.span,
            });
        }
    }
    kinds
}
