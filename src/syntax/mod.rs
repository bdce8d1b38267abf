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
mod recover;
mod reserved;
pub mod tree;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use pest::Parser;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use grammar::{Grammar, Rule};
use lower::Lower;

pub use layout::{MAX_BYTES, MAX_DEPTH};
pub use reserved::{RESERVED, RESERVED_THERE, holds_reserved_word};

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
    let mut parsed = Parsed {
        file: tree::File {
            items: Vec::new(),
            comments: Vec::new(),
        },
        diagnostics: Vec::new(),
    };
    if text.len() > MAX_BYTES {
        parsed.diagnostics.push(layout::too_large(source));
        return parsed;
    }
    let laid_out = layout::lay_out(source, text, protected);
    parsed.file.comments = laid_out.comments;
    parsed.diagnostics = laid_out.diagnostics;
    if let Some(diagnostic) = layout::too_deep(source, &laid_out.text) {
        parsed.diagnostics.push(diagnostic);
        return parsed;
    }
    match Grammar::parse(Rule::file, &laid_out.text) {
        Ok(mut pairs) => {
            let mut lower = Lower::new(source, text, &laid_out.text, &laid_out.joins);
            if let Some(file) = pairs.next() {
                parsed.file.items = lower.file(file);
            }
            parsed.diagnostics.append(&mut lower.diagnostics);
        }
        Err(error) => parsed.diagnostics.push(unreadable(source, text, &error)),
    }
    parsed
        .diagnostics
        .sort_by_key(|diagnostic| diagnostic.span().map(|span| span.start));
    parsed
}

/// A file rule reads every text, so that only pest's own limits lead here.
fn unreadable(source: SourceId, text: &str, error: &pest::error::Error<Rule>) -> Diagnostic {
    let at = match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    };
    let at = u32::try_from(lower::floor(text, at)).unwrap_or(u32::MAX);
    Diagnostic::new(
        Code::Syntax,
        Span::new(source, at, at),
        "the file could not be read",
        "reading stopped here",
    )
    .with_help("split the sentence at this place into shorter ones")
}
