//! Things in their classes, as a tree.

use std::collections::BTreeSet;

use aftercare_dsl::render::escape;
use aftercare_dsl::vocabulary::{ThingId, Vocabulary};

use crate::page;

/// A tree of things, indented; what stands twice is laid out once.
pub struct Tree<'a> {
    vocabulary: &'a Vocabulary,
    width: usize,
    /// What has been laid out with all below it.
    done: BTreeSet<ThingId>,
    out: String,
}

impl<'a> Tree<'a> {
    /// An empty one, `width` columns wide.
    pub fn new(vocabulary: &'a Vocabulary, width: usize) -> Self {
        Self {
            vocabulary,
            width,
            done: BTreeSet::new(),
            out: String::new(),
        }
    }

    /// What has been laid out.
    pub fn into_text(self) -> String {
        self.out
    }

    /// Adds the things below `top`, the first ones `depth` steps in.
    pub fn below(&mut self, top: ThingId, depth: usize) {
        // A stack of its own: how deep classes go is up to the file.
        let mut open = self.children(top, depth);
        while let Some((id, depth)) = open.pop() {
            let thing = self.vocabulary.thing(id);
            let again = !thing.children.is_empty() && !self.done.insert(id);
            let mut text = escape(&thing.name).into_owned();
            if !thing.aliases.is_empty() {
                text.push_str(&format!(" (also: {})", escape(&thing.aliases.join(", "))));
            }
            if again {
                text.push_str(" ...see above");
            }
            let indent = depth.min(MAX_DEPTH) * 2;
            self.out.push_str(&page::hanging(
                &" ".repeat(indent),
                &text,
                indent + 2,
                self.width,
            ));
            if !again {
                open.extend(self.children(id, depth + 1));
            }
        }
    }

    /// The things right below one, last first, without the class of another kind.
    fn children(&self, id: ThingId, depth: usize) -> Vec<(ThingId, usize)> {
        let children = self.vocabulary.thing(id).children.iter().rev();
        let mut children: Vec<(ThingId, usize)> = children.map(|child| (*child, depth)).collect();
        children.retain(|(child, _)| !self.vocabulary.is_kind_class(*child));
        children
    }
}

/// The steps after which a page goes no further in.
const MAX_DEPTH: usize = 12;
