//! `resume makeup from 4 hours using clean tools`: said of what is taken up again, and not of what is off until then.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Clause, Head, Sentence};

impl Checker<'_> {
    /// Refuses what says how something is taken up again: its ban would hold in that way alone.
    pub(super) fn resumed_how(&mut self, sentence: &Sentence) {
        let Head::Resume(things) = &sentence.head.node else {
            return;
        };
        let how = sentence
            .clauses
            .iter()
            .find(|clause| says_how(&clause.node));
        let (Some(how), Some(first), Some(last)) =
            (how, things.things.first(), things.things.last())
        else {
            return;
        };
        let raw = self.one_line(how.span);
        let named = self.one_line(first.span.to(last.span));
        let diagnostic = Diagnostic::new(
            Code::ResumedHow,
            how.span,
            format!("`{raw}` would be said of the ban as well, which would hold in no other way"),
            "how it is taken up again",
        );
        let Some(start) = self.start_of(sentence) else {
            return self.report(diagnostic.with_help(format!(
                "say until when it is off in an `avoid {named}` of its own, and write `allow` in place of `resume`"
            )));
        };
        let avoid = format!("avoid {named} until {start}");
        let diagnostic = diagnostic.with_help(format!(
            "write two sentences: `{avoid}`, and this one with `allow` in place of `resume`"
        ));
        let alone = sentence.lead.is_none() && sentence.label.is_none() && !sentence.should;
        let head = sentence.head.span;
        let word = u32::try_from("resume".len()).unwrap_or(0);
        self.report(if alone && how.span.start > head.start {
            let resume = Span {
                end: head.start + word,
                ..head
            };
            diagnostic.with_fix(resume, format!("{avoid}\nallow"))
        } else {
            diagnostic
        });
    }
}

/// Whether a clause says in which way, how much, how often or in which situation.
fn says_how(clause: &Clause) -> bool {
    matches!(
        clause,
        Clause::Using(_)
            | Clause::Quantity(_)
            | Clause::Frequency(_)
            | Clause::While(_)
            | Clause::ExceptWhile(_)
            | Clause::Manner(_)
            | Clause::By(_)
    )
}
