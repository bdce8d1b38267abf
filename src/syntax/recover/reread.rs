//! Reads a piece of the text again, by one rule, to find how far it goes.

use pest::Parser;
use pest::iterators::Pair;

use crate::diagnostic::{Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::lower::Lower;

impl<'t> Lower<'t> {
    /// The text that the grammar read, at `span`.
    pub(in crate::syntax) fn laid(&self, span: Span) -> &'t str {
        self.laid_out.get(span.range()).unwrap_or_default()
    }

    /// `span` without the blanks at its ends.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let text = self.laid(span);
        let start = span.start as usize + (text.len() - text.trim_start().len());
        self.place(start, start + text.trim().len())
    }

    /// From `start` to the end of `span`.
    pub(super) fn tail(&self, span: Span, start: usize) -> Span {
        self.trimmed(self.place(start.min(span.end as usize), span.end as usize))
    }

    /// What `rule` reads at the start of `span`, and where it stops.
    pub(super) fn reread(&self, rule: Rule, span: Span) -> Option<(Pair<'t, Rule>, usize)> {
        let pair = Grammar::parse(rule, self.laid(span)).ok()?.next()?;
        let end = span.start as usize + pair.as_span().end();
        Some((pair, end))
    }

    /// Whether a whole file of this text reads, without a mistake.
    pub(super) fn reads(&self, text: &str) -> bool {
        let Ok(mut pairs) = Grammar::parse(Rule::file, text) else {
            return false;
        };
        let mut trial = Lower::new(self.source, text, text, &[]);
        trial.quiet = true;
        if let Some(file) = pairs.next() {
            trial.file(file, &mut Vec::new());
        }
        trial.diagnostics.is_empty()
    }

    /// Whether `line` reads with these edits made.
    pub(in crate::syntax) fn reads_with(&self, line: Span, edits: &[Edit]) -> bool {
        self.mended(line, edits)
            .is_some_and(|mended| self.reads(&mended))
    }

    /// The text at `line` with these edits made; none where one lies outside.
    pub(super) fn mended(&self, line: Span, edits: &[Edit]) -> Option<String> {
        let mut text = self.laid(line).to_owned();
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
        for edit in edits {
            let start = edit.span.start.checked_sub(line.start)? as usize;
            let end = edit.span.end.checked_sub(line.start)? as usize;
            text.get(start..end)?;
            text.replace_range(start..end, &edit.text.to_ascii_lowercase());
        }
        Some(text)
    }

    /// Adds the fix to `diagnostic` if `line` reads with it.
    pub(in crate::syntax) fn fix_if_reads(
        &self,
        diagnostic: Diagnostic,
        line: Span,
        edits: Vec<Edit>,
    ) -> Diagnostic {
        if self.reads_with(line, &edits) {
            diagnostic.with_edits(edits)
        } else {
            diagnostic
        }
    }

    /// Refuses the words at `said` with `text` to write in their place, where `line` reads with it; whether it does.
    /// `what` makes the message of the author's words.
    pub(super) fn leads_to(
        &mut self,
        line: Span,
        said: Span,
        text: &str,
        what: impl FnOnce(&str) -> Diagnostic,
    ) -> bool {
        let edits = vec![edit(said, text)];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            what(&raw)
                .with_help(format!("write `{text}`"))
                .with_edits(edits),
        );
        true
    }

    /// The first word at `span`, empty where there is none.
    pub(super) fn first_word(&self, span: Span) -> &'t str {
        let text = self.laid(span);
        let end = text
            .find(|letter: char| {
                !(letter.is_alphanumeric() || matches!(letter, '\'' | '\u{2019}' | '_' | '-' | '/'))
            })
            .unwrap_or(text.len());
        text.get(..end).unwrap_or_default()
    }
}

/// One replacement.
pub(super) fn edit(span: Span, text: impl Into<String>) -> Edit {
    Edit {
        span,
        text: text.into(),
    }
}
