//! `no pools for 4 weeks and sea for 2 weeks`, `visit "check" 2 weeks after treatment, then every 4 weeks`: what has a time
//! of its own is a sentence of its own.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// Explains a second thing with a second time behind one head; whether it is one.
    pub(super) fn own_time(&mut self, stop: Stop, rest: Span) -> bool {
        if stop.in_condition || stop.in_steps {
            return false;
        }
        let start = self.after_labels(stop.line);
        let sentence = self.trimmed(self.place(start, stop.line.end as usize));
        let Some(head) = self.starts_head(sentence) else {
            return false;
        };
        let laid = self.laid(rest);
        let bare = laid.trim_start_matches([',', ' ']);
        let bare = bare.strip_prefix("and ").unwrap_or(bare);
        // What is asked at the end may be of both.
        let asks = [" if ", " unless "]
            .iter()
            .any(|joint| bare.contains(joint));
        let has_time = [" for ", " until ", " from ", " before "];
        let has_time = has_time.iter().any(|joint| bare.contains(joint));
        if bare.len() == laid.len() || asks || !has_time {
            return false;
        }
        let at = rest.end as usize - bare.len();
        let gap = self.place(stop.end, at);
        let indent = self.indentation(stop.line);
        let edits = vec![edit(gap, format!("\n{indent}{head} "))];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let own = self.place(at, rest.end as usize);
        let raw = self.quote(own);
        let first = self.quote(self.place(sentence.start as usize, stop.end));
        self.refuse(
            Diagnostic::new(
                Code::TwoSentences,
                own,
                format!("`{raw}` has a time of its own"),
                "a second sentence",
            )
            .with_help(format!(
                "give each its own line: `{first}` and `{head} {raw}`"
            ))
            .with_edits(edits),
        );
        true
    }

    /// Explains a visit that comes again; whether it is one.
    pub(super) fn visits_again(&mut self, stop: Stop, rest: Span) -> bool {
        const VISITING: &[&str] = &["visit", "come", "return", "attend"];
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let again = laid.strip_prefix("and ").unwrap_or(laid);
        let first =
            self.first_word(self.place(self.after_labels(stop.line), stop.line.end as usize));
        if !VISITING.contains(&first) || !again.starts_with("then every ") {
            return false;
        }
        let again = self.place(rest.end as usize - again.len(), rest.end as usize);
        let raw = self.quote(again);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                again,
                format!("`{raw}` is another visit each time"),
                "each has a time of its own",
            )
            .with_help(
                "write a `visit` for each, as in `visit \"second review\" 6 weeks after treatment`; a treatment that is given \
                 again is a course, as in `sessions 3 every 4 weeks`",
            ),
        );
        true
    }
}
