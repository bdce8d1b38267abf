//! Restrictions that begin on a day and never end, of what nothing gives back; and medicines that are to be
//! taken from a day on and for ever.

use crate::check::{FromEnd, Head, Protocol, Rule, ThingRef, Window};
use crate::eval::naming::Naming;
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// A sentence that has a beginning and no end.
#[derive(Debug, Clone)]
pub struct Endless<'p> {
    /// The sentence.
    pub rule: &'p Rule,
    /// The first of its things of which it is so.
    pub thing: ThingId,
    /// Whether it restricts; else it is about a medicine that is taken.
    pub restricts: bool,
}

/// Of a protocol, in the order of the rules. `always` says that something is for good, and is left alone.
#[must_use]
pub fn endless(protocol: &Protocol) -> Vec<Endless<'_>> {
    let vocabulary = &protocol.vocabulary;
    let mut gives_back = Naming::default();
    for (index, rule) in protocol.rules.iter().enumerate() {
        // What a sentence asks for is stopped by another: that is the end of it, and no ban.
        if matches!(
            rule.head,
            Head::Allow { .. } | Head::Resume { .. } | Head::Duty { .. }
        ) {
            let things: Vec<ThingRef> = rule.head.things().cloned().collect();
            gives_back.add(index, &things);
        }
    }
    let of_rule = |rule| {
        let (restricts, thing) = without_end(vocabulary, &gives_back, rule)?;
        Some(Endless {
            rule,
            thing,
            restricts,
        })
    };
    protocol.rules.iter().filter_map(of_rule).collect()
}

fn without_end(
    vocabulary: &Vocabulary,
    gives_back: &Naming,
    rule: &Rule,
) -> Option<(bool, ThingId)> {
    let Window::From {
        end: FromEnd::Open, ..
    } = rule.window
    else {
        return None;
    };
    match &rule.head {
        Head::Avoid { things, .. } => {
            let lost = |item: &&ThingRef| gives_back.overlapping(vocabulary, item.thing).is_empty();
            things.iter().find(lost).map(|item| (true, item.thing))
        }
        Head::Duty { things, .. } => {
            let medicine = |item: &&ThingRef| vocabulary.thing(item.thing).kind == Kind::Medicine;
            things.iter().find(medicine).map(|item| (false, item.thing))
        }
        _ => None,
    }
}
