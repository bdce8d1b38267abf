//! Bans on a whole class of medicines, of which some are prescribed, where nobody is to ask who prescribed them.

use crate::check::{Head, Protocol, Rule, ThingRef};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// The bans of a protocol on classes of medicines, where it asks no prescriber.
#[derive(Debug, Clone)]
pub struct Unasked<'p> {
    /// The first of them.
    pub rule: &'p Rule,
    /// The class.
    pub class: ThingId,
    /// The other sentences that ban one, each with its class.
    pub others: Vec<(&'p Rule, ThingId)>,
}

/// Whether a class is of what nobody prescribes.
fn is_bought(vocabulary: &Vocabulary, class: ThingId) -> bool {
    let supplements = vocabulary.find_thing("supplements");
    supplements.is_some_and(|supplements| vocabulary.is_under(class, supplements))
}

/// The first ban on a class of medicines, where no sentence asks the prescriber.
#[must_use]
pub fn unasked(protocol: &Protocol) -> Option<Unasked<'_>> {
    let mut rules = protocol.rules.iter();
    if rules.any(|rule| matches!(rule.head, Head::AskPrescriber(_))) {
        return None;
    }
    let vocabulary = &protocol.vocabulary;
    let class = |item: &&ThingRef| {
        let thing = vocabulary.thing(item.thing);
        thing.kind == Kind::Medicine
            && !thing.children.is_empty()
            && !is_bought(vocabulary, item.thing)
    };
    let mut bans = protocol.rules.iter().filter_map(|rule| {
        let Head::Avoid { things, .. } = &rule.head else {
            return None;
        };
        Some((rule, things.iter().find(class)?.thing))
    });
    let (rule, class) = bans.next()?;
    Some(Unasked {
        rule,
        class,
        others: bans.collect(),
    })
}
