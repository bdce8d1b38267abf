//! `report worsening pain from day 3, pus or fever`: signs behind the time of another one.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// Parts the signs that have a time from those that have none; whether they stand so.
    pub(super) fn signs_behind_time(&mut self, stop: Stop, rest: Span) -> bool {
        let start = self.after_labels(stop.line);
        let first = self.quote(self.place(start, stop.end));
        let Some(head) = ["report ", "expect "]
            .into_iter()
            .find(|head| first.starts_with(head))
        else {
            return false;
        };
        let behind = self.quote(rest);
        let Some(others) = behind.strip_prefix(", ") else {
            return false;
        };
        let others = others.trim_end_matches('.');
        // Whom to call is said of all of them.
        let (signs, whom) = match others.find(" to ").filter(|_| head == "report ") {
            Some(at) => others.split_at_checked(at).unwrap_or((others, "")),
            None => (others, ""),
        };
        let first = format!("{}{whom}", first.trim_end());
        let second = format!("{head}{signs}{whom}");
        let indent = self.indentation(stop.line);
        let edits = vec![edit(
            self.place(stop.end, rest.end as usize),
            format!("{whom}\n{indent}{second}"),
        )];
        if stop.in_condition || stop.in_steps || !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::TwoSentences,
                rest,
                "a time holds for all that its sentence names, and stands behind all of it",
                "behind the time",
            )
            .with_help(format!(
                "where the time is that of the first alone write two sentences: `{first}` and `{second}`"
            ))
            .with_edits(edits),
        );
        true
    }
}
