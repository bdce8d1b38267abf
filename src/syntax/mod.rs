//! Text to tree: [`parse`] never fails; what cannot be read becomes a diagnostic, and the rest a tree.
//!
//! 1. `layout` makes the text that the grammar reads, byte for byte as long as the author's.
//! 2. `grammar/aftercare.pest` reads it; a line that no rule reads becomes `junk`.
//! 3. `lower` makes the tree of what was read, and refuses what has two readings.
//! 4. `recover` explains the junk: it finds how far a line reads and says what cannot be read there.

mod cursor;
mod grammar;
mod layout;
mod lower;
mod piece;
mod recover;
mod reserved;
pub mod tree;
mod typed;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::span::SourceId;

pub(crate) use layout::Names as Protected;
pub use layout::{MAX_BYTES, MAX_DEPTH};
pub(crate) use lower::{PART_OF_NAME, has_single_blanks, number_word};
pub(crate) use reserved::STARTERS;
pub use reserved::{RESERVED, RESERVED_THERE, holds_reserved_word};
pub(crate) use typed::{Part, PartKind, Typed};

/// The most mistakes of one file that are looked into.
pub const MAX_MISTAKES: usize = 1000;

/// What was read, and what could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The tree of all that could be read.
    pub file: tree::File,
    /// What is wrong, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file.
///
/// `protected`: names that hold a reserved word and were declared in quotes (here or in an imported
/// vocabulary), lower case, words single-blank separated, hyphens as blanks; they may stand bare.
#[must_use]
pub fn parse(source: SourceId, text: &str, protected: &BTreeSet<String>) -> Parsed {
    let mut reading = Reading::new(source, text);
    reading.protect(protected);
    reading.parse()
}

/// A text that is laid out once, whatever names turn out to be protected.
pub(crate) struct Reading<'t> {
    source: SourceId,
    text: &'t str,
    /// None where the text is too large to be read.
    laid_out: Option<layout::Layout>,
}

impl<'t> Reading<'t> {
    /// Lays `text` out.
    pub(crate) fn new(source: SourceId, text: &'t str) -> Self {
        let laid_out = (text.len() <= MAX_BYTES).then(|| layout::lay_out(source, text));
        Self {
            source,
            text,
            laid_out,
        }
    }

    /// Protects names, as [`parse`] says. Whether the text holds one: if not, it reads as before.
    pub(crate) fn protect(&mut self, names: &BTreeSet<String>) -> bool {
        self.laid_out
            .as_mut()
            .is_some_and(|laid_out| laid_out.protect(names))
    }

    /// Reads the text as it is laid out by now.
    pub(crate) fn parse(&self) -> Parsed {
        let mut parsed = Parsed {
            file: tree::File {
                items: Vec::new(),
                comments: Vec::new(),
            },
            diagnostics: Vec::new(),
        };
        let Some(laid_out) = &self.laid_out else {
            parsed.diagnostics.push(layout::too_large(self.source));
            return parsed;
        };
        parsed.file.comments.clone_from(&laid_out.comments);
        parsed.diagnostics.clone_from(&laid_out.diagnostics);
        if let Some(diagnostic) = layout::too_deep(self.source, &laid_out.text) {
            parsed.diagnostics.push(diagnostic);
            return parsed;
        }
        let (items, mut mistakes) = self.in_pieces(laid_out, piece::LEAST);
        parsed.file.items = items;
        parsed.diagnostics.append(&mut mistakes);
        parsed
            .diagnostics
            .sort_by_key(|diagnostic| diagnostic.span().map(|span| span.start));
        parsed
    }
}

/// Where the blocks of a text stand: each `{` and its `}`, in the order of the `{`.
pub(crate) fn blocks(source: SourceId, text: &str) -> Vec<(u32, u32)> {
    layout::blocks(&layout::lay_out(source, text).text)
}
