//! `avoid makeup within 24 hours`, `avoid makeup by day 3`: until when, or from when, in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::tree::Head;

impl Lower<'_> {
    /// Refuses `within` and `by` where something is left, limited or allowed, and offers what they mean there; whether
    /// they stand there.
    pub(in crate::syntax) fn lasts_or_starts(&mut self, head: &Head, clause: Span) -> bool {
        let raw = self.quote(clause);
        let within = raw.strip_prefix("within ");
        let by = raw.strip_prefix("by ");
        let (text, what) = match (head, within, by) {
            (Head::Avoid { .. } | Head::Limit { .. }, Some(length), _) => {
                (format!("for {length}"), "how long it is left")
            }
            (Head::Avoid { .. } | Head::Limit { .. }, _, Some(point)) => {
                (format!("until {point}"), "until when it is left")
            }
            (Head::Allow { .. } | Head::Resume(_), Some(point), _)
            | (Head::Allow { .. } | Head::Resume(_), _, Some(point)) => {
                (format!("from {point}"), "from when it is allowed")
            }
            _ => return false,
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseUnfit,
                clause,
                format!("`{raw}` does not say {what}"),
                "until when, or from when?",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(clause, text),
        );
        true
    }
}
