//! `tell us if you are pregnant`, `if cold sores, tell the clinic`: what is told before the treatment, and what is called
//! about after it.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::without_getting;

impl Lower<'_> {
    /// `if cold sores, tell the clinic`: what is told before the treatment has a `tell`, and what comes a `report`.
    pub(super) fn tells_of_what_comes(&mut self, span: Span, rest: Span, line: Span) -> bool {
        let front = self.quote(self.place(line.start as usize, span.start as usize));
        let asked = front.strip_prefix("if ").map(str::trim_end);
        let Some(asked) = asked.and_then(|asked| asked.strip_suffix(',')) else {
            return false;
        };
        let asked = without_getting(asked);
        let who = self.laid(rest).trim_end_matches('.');
        if !["clinic", "the clinic", "your clinic", "us"].contains(&who) {
            return false;
        }
        let text = format!("report {asked} to clinic");
        let diagnostic = Diagnostic::new(
            Code::HeadShape,
            span.to(rest),
            "`tell clinic` is for before the treatment, and says about what",
            "about what comes later?",
        )
        .with_help(format!(
            "what comes after the treatment is a `report`: write `{text}`"
        ));
        let diagnostic = self.fix_if_reads(diagnostic, line, vec![edit(line, text)]);
        self.refuse(diagnostic);
        true
    }

    /// `tell us if you are pregnant`: all of it is what is told.
    pub(super) fn tells_if(&mut self, span: Span, rest: Span, line: Span) -> bool {
        const WHOM: &[&str] = &[
            "us ",
            "the clinic ",
            "your clinic ",
            "clinic ",
            "your nurse ",
        ];
        let text = self.quote(rest);
        let text = text.trim_end_matches('.');
        let asked = WHOM.iter().find_map(|whom| text.strip_prefix(whom));
        let Some(asked) = asked.filter(|asked| asked.starts_with("if ") && !asked.contains('"'))
        else {
            return false;
        };
        let whole = span.to(rest);
        let write = format!("tell clinic \"{asked}\"");
        let edits = vec![edit(whole, write.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::UnquotedText,
            whole,
            "`tell` wants `clinic`, and `about` or a text in quotes",
            "the text is not in quotes",
        );
        self.refuse(
            diagnostic
                .with_help(format!("write `{write}`"))
                .with_edits(edits),
        );
        true
    }
}
