//! Variants (LANGUAGE.md, 3.10): a protocol that takes another one's sentences, adds some, replaces some and
//! drops some.
//!
//! What becomes of each labelled sentence is found out file by file (`standing`); the sentences that are left are
//! put together as if one file said them (`merged`), each with its own place, and checked as those of any
//! protocol. What a variant loosens is judged by what it comes to (`judge`).

mod inherited;
mod judge;
mod lineage;
mod merged;
mod mistake;
mod standing;

pub use lineage::{Change, Layer, Lineage, Loosened, Taken};

use std::collections::BTreeMap;

use super::files::LoadedFile;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::tree::{File, Header, Item};
use merged::{Instead, merged};
use standing::{At, Layer as Standings, Now, at, layers};

/// A variant and the files that it stands on.
pub(crate) struct Family<'f> {
    files: &'f [LoadedFile],
    /// By their places, those that others extend first; the variant is the last.
    layers: BTreeMap<usize, Standings<'f>>,
}

impl<'f> Family<'f> {
    /// Of the last file, and what is wrong with it as a variant; none where it extends nothing.
    pub(crate) fn of(files: &'f [LoadedFile], incomplete: bool) -> (Option<Self>, Vec<Diagnostic>) {
        let extends = |file: &LoadedFile| {
            file.headers()
                .any(|line| matches!(line, Header::Extends(_)))
        };
        let Some(main) = files.last() else {
            return (None, Vec::new());
        };
        if !extends(main) {
            return (None, changes_nothing(main));
        }
        let (layers, mut wrong) = layers(files, incomplete);
        let others = layers.keys().filter_map(|index| files.get(*index));
        wrong.extend(
            others
                .filter(|file| !extends(file))
                .flat_map(changes_nothing),
        );
        (Some(Self { files, layers }), wrong)
    }

    /// The tree of the variant with all that it extends.
    pub(crate) fn whole(&self) -> File {
        let Some((_, main)) = self.layers.last_key_value() else {
            return File::default();
        };
        let by_origin = main.after.by_origin();
        merged(
            self.files,
            &main.after,
            &|span| match main.after.now(&by_origin, span) {
                Now::Stands => Instead::default(),
                Now::Dropped(_) => Instead {
                    gone: true,
                    others: Vec::new(),
                },
                Now::Replaced(sentence, _) => Instead {
                    gone: true,
                    others: vec![sentence],
                },
            },
        )
    }

    /// The same tree with every sentence that ever stood in a place beside the others; none where nothing is changed.
    pub(crate) fn all_versions(&self) -> Option<File> {
        let (_, main) = self.layers.last_key_value()?;
        let mut versions: BTreeMap<At, Vec<_>> = BTreeMap::new();
        for changing in self.layers.values().flat_map(|layer| &layer.changing) {
            let of = versions.entry(at(changing.old.origin)).or_default();
            of.extend(changing.new);
        }
        if versions.is_empty() {
            return None;
        }
        Some(merged(self.files, &main.after, &|span: Span| Instead {
            gone: false,
            others: versions.get(&at(span)).cloned().unwrap_or_default(),
        }))
    }
}

/// That a file changes sentences of a protocol and extends none.
fn changes_nothing(file: &LoadedFile) -> Vec<Diagnostic> {
    let items = file.file.items.iter();
    items
        .filter_map(|item| match &item.node {
            Item::Replace(sentence) => Some(mistake::extends_nothing(
                sentence.node.label.as_ref()?,
                "replace",
            )),
            Item::Drop { label, .. } => Some(mistake::extends_nothing(label, "drop")),
            _ => None,
        })
        .collect()
}
