//! Which of many lines name a thing, and which name something of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::ThingRef;
use crate::vocabulary::{ThingId, Vocabulary};

/// By thing, the lines that name it, by index, ascending.
#[derive(Debug, Default)]
pub struct Naming(BTreeMap<ThingId, Vec<usize>>);

impl Naming {
    /// Takes in the next line, which names these.
    pub fn add(&mut self, index: usize, items: &[ThingRef]) {
        for item in items {
            let known = self.0.entry(item.thing).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
    }

    /// The lines that name the thing itself.
    #[must_use]
    pub fn of(&self, thing: ThingId) -> &[usize] {
        self.0.get(&thing).map_or(&[], Vec::as_slice)
    }

    /// The lines that name a thing, a class above something of it, or something below it.
    #[must_use]
    pub fn overlapping(&self, vocabulary: &Vocabulary, thing: ThingId) -> BTreeSet<usize> {
        let mut classes = BTreeSet::from([thing]);
        classes.extend(vocabulary.above(thing));
        if vocabulary.is_kind_class(thing) {
            let named = self.0.keys().copied();
            classes.extend(named.filter(|named| vocabulary.is_under(*named, thing)));
        } else {
            for leaf in vocabulary.leaves(thing) {
                classes.insert(leaf);
                classes.extend(vocabulary.above(leaf));
            }
        }
        let naming = classes.iter().map(|class| self.of(*class));
        naming.flatten().copied().collect()
    }
}
