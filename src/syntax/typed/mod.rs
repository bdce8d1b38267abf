//! A text that is being typed: what an editor asks of it at each key.
//!
//! The same layout, grammar and lowering read it as read a file; what cannot be read is noted and not
//! explained, which is what takes the time.

mod outline;

use pest::Parser;

use crate::diagnostic::{Code, Diagnostic, any_error};
use crate::span::{SourceId, Spanned};
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::layout::{self, Layout, Names, UNCLOSED};
use crate::syntax::lower::Lower;
use crate::syntax::tree::Item;

pub(crate) use outline::{Part, PartKind};

/// A text laid out for the grammar.
pub(crate) struct Typed<'t> {
    text: &'t str,
    laid_out: Layout,
}

impl<'t> Typed<'t> {
    /// Lays `text` out, in which the `protected` names may stand bare. The caller bounds its length.
    pub(crate) fn new(text: &'t str, protected: Option<&Names>) -> Self {
        let mut laid_out = layout::lay_out(source(), text);
        if let Some(names) = protected {
            laid_out.mask(names);
        }
        Self { text, laid_out }
    }

    /// The text as the grammar reads it, byte for byte as long.
    pub(crate) fn laid_out(&self) -> &str {
        &self.laid_out.text
    }

    /// Where the last comment starts and ends.
    pub(crate) fn last_comment(&self) -> Option<std::ops::Range<usize>> {
        let place = self.laid_out.comments.last()?;
        Some(place.0.range())
    }

    /// Whether a quote is open at the end of the text's last line.
    pub(crate) fn ends_in_quotes(&self) -> bool {
        let laid = self.laid_out().as_bytes();
        let mut open = false;
        for byte in laid.iter().rev().take_while(|byte| **byte != b'\n') {
            open |= *byte == UNCLOSED;
        }
        open
    }

    /// Whether an unindented line behind the text would go on with its last sentence. A quote that is
    /// open there was forgotten.
    pub(crate) fn wants_a_line(&self) -> bool {
        let text = self.text.strip_suffix('\n').unwrap_or(self.text);
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let joins = layout::lay_out(source(), &format!("{text}\nx")).joins;
        !self.ends_in_quotes() && joins.last().is_some_and(|join| *join >= end)
    }

    /// What stands in the text, where all of it can be read.
    pub(crate) fn items(&self) -> Option<Vec<Spanned<Item>>> {
        let (items, diagnostics) = self.read()?;
        (!any_error(&diagnostics)).then_some(items)
    }

    /// Whether a block is open at the end of the text.
    pub(crate) fn is_open(&self) -> bool {
        let found = self.read();
        found
            .is_some_and(|(_, mistakes)| mistakes.iter().any(|one| one.code == Code::UnclosedBlock))
    }

    fn read(&self) -> Option<(Vec<Spanned<Item>>, Vec<Diagnostic>)> {
        if layout::too_deep(source(), self.laid_out()).is_some() {
            return None;
        }
        let file = Grammar::parse(Rule::file, self.laid_out()).ok()?.next()?;
        let mut lower = Lower::new(source(), self.text, self.laid_out(), &self.laid_out.joins);
        lower.quiet = true;
        let mut items = Vec::new();
        lower.file(file, &mut items);
        let mut diagnostics = self.laid_out.diagnostics.clone();
        diagnostics.append(&mut lower.diagnostics);
        Some((items, diagnostics))
    }
}

/// The one text of a trial.
fn source() -> SourceId {
    SourceId(0)
}
