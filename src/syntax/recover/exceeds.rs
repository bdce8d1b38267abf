//! `do not take more than 4 g of paracetamol in 24 hours`: a cap, in the words of a ban.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::as_limit;

impl Lower<'_> {
    /// `not more than 4 g a day of paracetamol`, `max 4 g of paracetamol a day`: a cap that no rule starts to read.
    pub(super) fn caps_first(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let starts = [
            "not more than ",
            "a maximum of ",
            "maximum ",
            "max ",
            "at most ",
            "up to ",
        ];
        let laid = self.laid(sentence);
        starts.iter().any(|word| laid.starts_with(word)) && self.exceeds(line)
    }

    /// Offers the `limit` that a ban on more than so much is; whether the line is one.
    pub(super) fn exceeds(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let Some(limit) = as_limit(self.laid(sentence)) else {
            return false;
        };
        let edits = vec![edit(sentence, limit.text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::Syntax,
            sentence,
            "a ban on more than so much is a cap",
            "no more than how much?",
        );
        self.refuse(if limit.is_whole {
            diagnostic
                .with_help(format!("write `{}`", limit.text))
                .with_edits(edits)
        } else {
            diagnostic.with_help(format!(
                "say how much, or how often, as in `{}`",
                limit.text
            ))
        });
        true
    }
}
