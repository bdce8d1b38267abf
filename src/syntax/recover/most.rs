//! `no more than 8 tablets in 24 hours`: a cap in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// How sheets say `at most`, a longer one before its own end.
const MOST: &[&str] = &[
    " to a maximum of ",
    " a maximum of ",
    " maximum of ",
    " max of ",
    " no more than ",
    " not more than ",
];

impl Lower<'_> {
    /// The words for `at most` that stand in a line.
    pub(super) fn most_in(&self, line: Span) -> Option<Span> {
        let laid = self.laid(line);
        let found = MOST.iter().find_map(|said| {
            let at = laid.to_lowercase().find(said)?;
            let before = laid.get(..at)?;
            (before.matches('"').count() % 2 == 0).then_some((at, said.len()))
        });
        let (at, length) = found?;
        let start = line.start as usize + at + 1;
        Some(self.place(start, start + length - 2))
    }

    /// Offers `at most` where the line reads with it.
    pub(super) fn at_most(&mut self, stop: Stop) -> bool {
        let Some(said) = self.most_in(stop.line) else {
            return false;
        };
        let edits = vec![edit(said, "at most")];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                said,
                format!("`{raw}` cannot be read here"),
                "a cap starts with `at most`",
            )
            .with_help("write `at most`, as in `at most 8 tablets per day`")
            .with_edits(edits),
        );
        true
    }
}
