//! Lays an author's text out for the grammar: lower case, plain blanks and quotes, no comments, each
//! sentence on one line. The result has the same length, so that every place stays what it was.

mod blocks;
mod characters;
mod controls;
mod empty;
mod lines;
mod nesting;
mod pieces;
mod protect;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::side_by_side::{PIECES, side_by_side};
use crate::span::{SourceId, Span};
use crate::syntax::tree::Place;

pub(super) use blocks::blocks;
pub(super) use nesting::too_deep;
pub(super) use pieces::pieces;
pub use protect::Names;

/// The largest text that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// How deep parentheses and braces may be nested.
pub const MAX_DEPTH: usize = 64;

/// To look for names in a shorter piece is not worth a thread: some thousand sentences, in bytes.
const LEAST: usize = 64 * 1024;

/// How layout marks a quote that nothing closes.
pub(super) const UNCLOSED: u8 = 1;

/// A text as the grammar reads it.
pub(super) struct Layout {
    /// As many bytes as the author's text.
    pub text: String,
    /// Where the comments were.
    pub comments: Vec<Place>,
    /// Where a line end was joined away because the sentence goes on, in order.
    pub joins: Vec<u32>,
    /// Control characters and unclosed quotes.
    pub diagnostics: Vec<Diagnostic>,
}

/// Lays `text` out. The caller has made sure that it is no longer than [`MAX_BYTES`].
pub(super) fn lay_out(source: SourceId, text: &str) -> Layout {
    let masked = characters::mask(source, text);
    let mut joins = masked.joins;
    let mut bytes = masked.bytes;
    let from = joins.len();
    lines::join(text, str::from_utf8(&bytes).unwrap_or_default(), &mut joins);
    for join in joins.iter().skip(from) {
        if let Some(byte) = bytes.get_mut(*join as usize) {
            *byte = b' ';
        }
    }
    joins.sort_unstable();
    Layout {
        text: String::from_utf8(bytes).unwrap_or_default(),
        comments: masked.comments,
        joins,
        diagnostics: masked.diagnostics,
    }
}

impl Layout {
    /// Masks the `protected` names, so that each reads as one word; says whether there was one.
    pub(super) fn protect(&mut self, protected: &BTreeSet<String>) -> bool {
        !protected.is_empty() && self.mask(&Names::new(protected))
    }

    /// The same with names that are ready.
    pub(super) fn mask(&mut self, names: &Names) -> bool {
        let pieces = pieces::lines(&self.text, PIECES, LEAST);
        let text = self.text.as_bytes();
        let found = side_by_side(&pieces, |piece| protect::places(text, piece, names));
        if found.iter().all(Vec::is_empty) {
            return false;
        }
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        for place in found.into_iter().flatten() {
            protect::cover(&mut bytes, place);
        }
        self.text = String::from_utf8(bytes).unwrap_or_default();
        true
    }
}

/// The diagnostic for a text that is too long to be read.
pub(super) fn too_large(source: SourceId) -> Diagnostic {
    Diagnostic::new(
        Code::TooLarge,
        Span::new(source, 0, 0),
        "the file is too large to be read",
        "more than 8 MiB",
    )
    .with_help("a protocol is a few hundred lines; check that this is the right file")
}
