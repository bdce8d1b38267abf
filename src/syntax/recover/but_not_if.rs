//! `allow paracetamol but not if pregnant`: for whom it is off is a sentence of its own.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// Offers `unless`, and of what is allowed the ban beside it, where a condition stands behind `but not`.
    pub(super) fn but_not_if(&mut self, stop: Stop, rest: Span) -> bool {
        const BUT: &str = "but not if ";
        if !self.laid(rest).starts_with(BUT) {
            return false;
        }
        let start = self.after_labels(stop.line);
        let front = self.quote(self.trimmed(self.place(start, stop.end)));
        let asked = self.quote(self.tail(rest, rest.start as usize + BUT.len()));
        let unless = format!("{front} unless {asked}");
        let ban = front
            .strip_prefix("allow ")
            .map(|things| format!("avoid {things} if {asked}"));
        let indent = self.indentation(stop.line);
        let (text, help) = match &ban {
            Some(ban) => (
                format!("{unless}\n{indent}{ban}"),
                format!("write two sentences: `{unless}`, and `{ban}` for whom it is off"),
            ),
            None => (unless.clone(), format!("write `{unless}`")),
        };
        let whole = self.place(start, stop.line.end as usize);
        let edits = vec![edit(self.trimmed(whole), text)];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let said = self.place(rest.start as usize, rest.start as usize + BUT.len() - 1);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                "`but not` takes things, and a condition is asked by `if` and `unless`",
                "for whom is it off?",
            )
            .with_help(help)
            .with_edits(edits),
        );
        true
    }
}
