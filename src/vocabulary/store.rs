//! The vocabulary of one protocol: its things in classes, its facts, and one namespace over both.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use smallvec::{SmallVec, smallvec};

use super::fold::{fold, keys};
use super::{Fact, FactId, Thing, ThingId};
use crate::syntax::tree::Kind;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A thing, a class or a kind.
    Thing(ThingId),
    /// A fact.
    Fact(FactId),
}

/// Things and facts by name.
///
/// The classes of the kinds come first; the class of products holds that of substances, because a
/// substance reaches a patient in a product: `avoid products` covers retinoids, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    things: Vec<Thing>,
    facts: Vec<Fact>,
    /// Folded; those of the bundled vocabulary lie in the program.
    names: BTreeMap<Cow<'static, str>, Named>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}

impl Vocabulary {
    /// The kinds and nothing else.
    #[must_use]
    pub fn new() -> Self {
        let mut vocabulary = Self {
            things: Vec::new(),
            facts: Vec::new(),
            names: BTreeMap::new(),
        };
        for kind in Kind::ALL {
            vocabulary.add(Thing::named(kind.word(), *kind));
        }
        let (products, substances) = (
            Self::kind_class(Kind::Product),
            Self::kind_class(Kind::Substance),
        );
        vocabulary.put_under(substances, products);
        vocabulary
    }

    /// The kinds, then these things, whose parents and children are theirs already; and all names,
    /// folded.
    pub(crate) fn of(
        things: impl Iterator<Item = Thing>,
        names: impl Iterator<Item = (&'static str, Named)>,
    ) -> Self {
        let mut vocabulary = Self::new();
        vocabulary.things.extend(things);
        vocabulary.names = names
            .map(|(name, named)| (Cow::Borrowed(name), named))
            .collect();
        vocabulary
    }

    /// The class of all things of a kind.
    #[must_use]
    pub fn kind_class(kind: Kind) -> ThingId {
        ThingId(kind as u32)
    }

    /// Whether a thing is the class of a kind.
    #[must_use]
    pub fn is_kind_class(&self, id: ThingId) -> bool {
        (id.0 as usize) < Kind::ALL.len()
    }

    /// Adds a thing and its names; a name that is taken already stays with its first owner.
    /// Gives the thing's id and the names that were taken, with their owners.
    pub fn add(&mut self, thing: Thing) -> (ThingId, Vec<(String, Named)>) {
        let id = ThingId(u32::try_from(self.things.len()).unwrap_or(u32::MAX));
        let mut taken = Vec::new();
        for name in thing.names() {
            if let Some(owner) = self.claim(name, Named::Thing(id)) {
                taken.push((name.to_owned(), owner));
            }
        }
        for parent in &thing.parents {
            if let Some(parent) = self.things.get_mut(parent.0 as usize) {
                parent.children.push(id);
            }
        }
        self.things.push(thing);
        (id, taken)
    }

    /// Adds a fact; gives its id and the owner of its name, if that was taken.
    pub fn add_fact(&mut self, fact: Fact) -> (FactId, Option<Named>) {
        let id = FactId(u32::try_from(self.facts.len()).unwrap_or(u32::MAX));
        let owner = self.claim(&fact.name, Named::Fact(id));
        self.facts.push(fact);
        (id, owner)
    }

    /// Gives a name to an owner, unless another has it: then that one.
    pub fn claim(&mut self, name: &str, owner: Named) -> Option<Named> {
        if let Some(other) = self.find(name) {
            return Some(other).filter(|other| *other != owner);
        }
        self.names.insert(Cow::Owned(fold(name)), owner);
        None
    }

    /// Puts a thing under a class.
    pub fn put_under(&mut self, below: ThingId, above: ThingId) {
        if let Some(thing) = self.things.get_mut(below.0 as usize)
            && !thing.parents.contains(&above)
        {
            thing.parents.push(above);
            if let Some(parent) = self.things.get_mut(above.0 as usize) {
                parent.children.push(below);
            }
        }
    }

    /// A thing to change.
    pub fn thing_mut(&mut self, id: ThingId) -> Option<&mut Thing> {
        self.things.get_mut(id.0 as usize)
    }

    /// A fact to change.
    pub(crate) fn fact_mut(&mut self, id: FactId) -> Option<&mut Fact> {
        self.facts.get_mut(id.0 as usize)
    }

    /// What a name stands for, whatever its case, hyphens, plural and spelling. A hyphen is a blank where
    /// a name has one there, and else nothing.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Named> {
        keys(name).find_map(|key| self.names.get(key.as_str()).copied())
    }

    /// The thing with this name.
    #[must_use]
    pub fn find_thing(&self, name: &str) -> Option<ThingId> {
        match self.find(name)? {
            Named::Thing(id) => Some(id),
            Named::Fact(_) => None,
        }
    }

    /// The fact with this name.
    #[must_use]
    pub fn find_fact(&self, name: &str) -> Option<FactId> {
        match self.find(name)? {
            Named::Fact(id) => Some(id),
            Named::Thing(_) => None,
        }
    }

    /// The thing behind an id of this vocabulary.
    #[must_use]
    pub fn thing(&self, id: ThingId) -> &Thing {
        #[expect(
            clippy::indexing_slicing,
            reason = "only this vocabulary gives out its ids"
        )]
        &self.things[id.0 as usize]
    }

    /// The fact behind an id of this vocabulary.
    #[must_use]
    pub fn fact(&self, id: FactId) -> &Fact {
        #[expect(
            clippy::indexing_slicing,
            reason = "only this vocabulary gives out its ids"
        )]
        &self.facts[id.0 as usize]
    }

    /// The name of a thing.
    #[must_use]
    pub fn name(&self, id: ThingId) -> &str {
        &self.thing(id).name
    }

    /// The question whether a medicine is prescribed, which the patient may call otherwise. A class asks
    /// about its members.
    #[must_use]
    pub fn asks_prescribed(&self, id: ThingId, called: &str) -> String {
        let medicine = self.thing(id);
        if medicine.children.is_empty() || called != medicine.name {
            format!("Is {called} prescribed to the patient?")
        } else {
            format!("Is any of these prescribed to the patient: {called}?")
        }
    }

    /// All things, the kinds' classes first, in the order of declaration.
    pub fn things(&self) -> impl Iterator<Item = (ThingId, &Thing)> {
        (0_u32..).map(ThingId).zip(&self.things)
    }

    /// All facts, in the order of declaration.
    pub fn facts(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        (0_u32..).map(FactId).zip(&self.facts)
    }

    /// All folded names.
    pub fn names(&self) -> impl Iterator<Item = (&str, Named)> {
        self.names.iter().map(|(key, named)| (key.as_ref(), *named))
    }

    /// Whether `below` is `above` or lies somewhere under it.
    #[must_use]
    pub fn is_under(&self, below: ThingId, above: ThingId) -> bool {
        if below == above {
            return true;
        }
        // All that was reached so far: a handful, so that looking through it is quickest.
        let mut reached: SmallVec<[ThingId; 16]> = smallvec![below];
        let mut next = 0;
        while let Some(id) = reached.get(next).copied() {
            next += 1;
            for parent in &self.thing(id).parents {
                if *parent == above {
                    return true;
                }
                if !reached.contains(parent) {
                    reached.push(*parent);
                }
            }
        }
        false
    }

    /// All classes above a thing, nearest first, without the thing itself.
    #[must_use]
    pub fn above(&self, id: ThingId) -> Vec<ThingId> {
        let mut found = Vec::new();
        let mut open: std::collections::VecDeque<_> =
            self.thing(id).parents.iter().copied().collect();
        while let Some(id) = open.pop_front() {
            if !found.contains(&id) {
                found.push(id);
                open.extend(&self.thing(id).parents);
            }
        }
        found
    }

    /// A thing and all below it.
    #[must_use]
    pub fn below(&self, id: ThingId) -> BTreeSet<ThingId> {
        let mut found = BTreeSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if found.insert(id) {
                open.extend(&self.thing(id).children);
            }
        }
        found
    }

    /// The things at the bottom under a thing: itself where nothing is below it.
    #[must_use]
    pub fn leaves(&self, id: ThingId) -> BTreeSet<ThingId> {
        let mut leaves = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let children = &self.thing(id).children;
            if children.is_empty() {
                leaves.insert(id);
            }
            open.extend(children);
        }
        leaves
    }

    /// The attribute's value that a thing is known to have, from itself or a class above it.
    #[must_use]
    pub fn attribute(&self, id: ThingId, attribute: ThingId) -> Option<crate::number::Number> {
        std::iter::once(id)
            .chain(self.above(id))
            .find_map(|id| self.thing(id).attributes.get(&attribute).copied())
    }
}
