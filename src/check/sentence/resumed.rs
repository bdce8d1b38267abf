//! `resume hydroquinone from 4 weeks if pregnant = no`: where the condition is false, nothing is held back.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{Clause, Head, Sentence, WindowKind};

impl Checker<'_> {
    /// Warns of a ban that is lifted where its `resume` does not apply, and offers the two sentences that hold.
    pub(super) fn resumed_if(&mut self, sentence: &Sentence) {
        let Head::Resume(things) = &sentence.head.node else {
            return;
        };
        let condition = sentence
            .clauses
            .iter()
            .find_map(|clause| match &clause.node {
                Clause::If(_) => Some((clause, "if", "unless")),
                Clause::Unless(_) => Some((clause, "unless", "if")),
                _ => None,
            });
        let Some((clause, joint, other)) = condition else {
            return;
        };
        let raw = self.one_line(clause.span);
        let diagnostic = Diagnostic::new(
            Code::ResumedIf,
            clause.span,
            "where this is not so, the sentence does not hold back what is resumed",
            "the ban falls, too",
        );
        let named: Option<String> = things
            .things
            .first()
            .zip(things.things.last())
            .map(|(first, last)| self.one_line(first.span.to(last.span)));
        let asked = raw.strip_prefix(joint).map(str::trim);
        let (Some(named), Some(asked)) = (named, asked) else {
            return self
                .report(diagnostic.with_help("say when it is off in a sentence of its own"));
        };
        let always = format!("avoid {named} always {other} {asked}");
        let until = self
            .start_of(sentence)
            .map(|start| format!("avoid {named} until {start}"));
        let help = match &until {
            Some(until) => format!("write two sentences: `{until}` and `{always}`"),
            None => format!("say when it is off in a sentence of its own, and write `{always}`"),
        };
        let diagnostic = diagnostic.with_help(help);
        self.report(match until {
            Some(until) if is_plain(sentence) => diagnostic.with_fix(
                sentence.head.span.to(clause.span),
                format!("{until}\n{always}"),
            ),
            _ => diagnostic,
        });
    }

    /// What stands behind `from`.
    pub(super) fn start_of(&self, sentence: &Sentence) -> Option<String> {
        sentence.clauses.iter().find_map(|clause| match clause {
            Spanned {
                node: Clause::Window(window),
                ..
            } => match &window.kind {
                WindowKind::From {
                    from,
                    at_least: None,
                    until: None,
                    length: None,
                } => Some(self.one_line(from.span)),
                _ => None,
            },
            _ => None,
        })
    }
}

/// Whether a sentence says nothing but from when and on what condition.
fn is_plain(sentence: &Sentence) -> bool {
    let Some(last) = sentence.clauses.last() else {
        return false;
    };
    sentence.clauses.len() == 2
        && sentence.lead.is_none()
        && sentence.label.is_none()
        && !sentence.should
        && matches!(last.node, Clause::If(_) | Clause::Unless(_))
}
