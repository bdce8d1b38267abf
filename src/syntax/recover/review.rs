//! `review at 6 weeks`: a visit of the patient's, and not the day by which a protocol is looked at again.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

impl Lower<'_> {
    /// Offers the visit; whether the line reads as one.
    pub(super) fn review_of_patient(&mut self, word: Span, raw: &str, line: Span) -> bool {
        let length = ["at ", "after ", "in "]
            .iter()
            .find_map(|joint| raw.strip_prefix(joint));
        let Some(length) = length else {
            return false;
        };
        let after = if length.contains(" after ") {
            ""
        } else {
            " after treatment"
        };
        let visit = format!("visit \"review\" {length}{after}");
        let edits = vec![edit(line, visit.clone())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::HeaderShape,
                word,
                "`review` in the header is the day by which the protocol is looked at again",
                "a visit?",
            )
            .with_help(format!("a visit of the patient is written `{visit}`"))
            .with_edits(edits),
        );
        true
    }
}
