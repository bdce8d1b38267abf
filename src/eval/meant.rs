//! What a class stands for that the profile lists as one of the patient's medicines: one of its
//! members, and which is not known (LANGUAGE.md 3.5, 3.6).

use super::diagram::Node;
use super::unknown::{Unknown, Unknowns};
use crate::vocabulary::{FactId, ThingId, Vocabulary};

/// An entry of the list that a fact is, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The fact.
    pub fact: FactId,
    /// The entry's place in its list.
    pub index: usize,
}

/// What of that which a listed medicine or class may be lies under a thing.
pub enum Meant {
    /// All of it.
    All,
    /// Of its members, in the vocabulary's order, those for which this is so.
    Some(Vec<bool>),
    /// Nothing.
    None,
}

impl Meant {
    /// What of `listed` lies under `thing`.
    #[must_use]
    pub fn under(vocabulary: &Vocabulary, listed: ThingId, thing: ThingId) -> Self {
        if vocabulary.is_under(listed, thing) {
            return Self::All;
        }
        if vocabulary.thing(listed).children.is_empty() {
            return Self::None;
        }
        let meant = vocabulary.leaves(listed);
        let asked = vocabulary.leaves(thing);
        if meant.is_subset(&asked) {
            Self::All
        } else if meant.is_disjoint(&asked) {
            Self::None
        } else {
            Self::Some(meant.iter().map(|leaf| asked.contains(leaf)).collect())
        }
    }

    /// Under which ways of filling in an entry of which this is so is what was asked about.
    pub fn node(&self, unknowns: &mut Unknowns, entry: Entry) -> Node {
        match self {
            Self::All => Node::TRUE,
            Self::None => Node::FALSE,
            Self::Some(members) => {
                let unknown = Unknown::Member(entry.fact, entry.index);
                unknowns.is(unknown, members.len(), |value| {
                    members.get(value).copied().unwrap_or(false)
                })
            }
        }
    }
}
