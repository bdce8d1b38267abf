//! Brackets that are not closed, and remarks in parentheses.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// What to write of a number in parentheses.
pub(super) const OF_SOME: &str =
    "what is so for some only is a sentence of its own, with where, or `if` and for whom";

impl Lower<'_> {
    /// `[guide` and `if (pregnant`, and a bracket that closes nothing.
    pub(super) fn unclosed_bracket(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let (message, edits) = if laid.starts_with('[') && !laid.contains(']') {
            let names = self.reread(Rule::bracketed, rest).map(|(_, end)| end);
            let end = names.unwrap_or(rest.end as usize);
            let edits = vec![edit(self.place(end, end), "]")];
            ("a list of sources is closed by `]`", edits)
        } else if laid.starts_with([')', ']']) {
            let sign = self.place(stop.end, rest.start as usize + 1);
            ("a bracket closes nothing", vec![edit(sign, "")])
        } else if laid.matches('(').count() > laid.matches(')').count() && !laid.starts_with('(') {
            let edits = vec![edit(rest.at_end(), ")")];
            ("a parenthesis is not closed", edits)
        } else {
            return false;
        };
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                self.first_of(rest),
                message,
                "brackets come in pairs",
            )
            .with_help("write the missing one, or delete this one")
            .with_edits(edits),
        );
        true
    }

    /// `avoid makeup (all of it)`
    pub(super) fn bracketed(&mut self, stop: Stop, rest: Span) -> bool {
        if !self.laid(rest).starts_with('(') {
            return false;
        }
        let inside = self.laid(rest).find(')');
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            self.first_of(rest),
            "a remark in parentheses cannot be read here",
            "parentheses stand in conditions only",
        )
        .with_help("write a reason as `because \"...\"`, and a remark of your own after `#`");
        // `(face: 5 days)` is no remark: what is lost in one would be another time.
        let inner = self.laid(rest).get(..inside.unwrap_or_default());
        if inner.is_some_and(|inner| inner.contains(|letter: char| letter.is_ascii_digit())) {
            diagnostic = diagnostic.with_help(OF_SOME);
        } else if let Some(end) = inside {
            let remark = self.place(rest.start as usize, rest.start as usize + end + 1);
            let raw = self.quote(self.place(remark.start as usize + 1, remark.end as usize - 1));
            let because = vec![edit(
                remark,
                format!("because \"{}\"", raw.replace('"', "'")),
            )];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, because);
        }
        self.refuse(diagnostic);
        true
    }
}
