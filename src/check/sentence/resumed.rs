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
        // Where and in what it is off holds of both.
        let named = format!("{named}{}", self.beside_time(sentence));
        let always = format!("avoid {named} always {other} {asked}");
        let until = self
            .start_of(sentence)
            .or_else(|| self.latest_start(sentence))
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

    /// The clauses of a sentence that are neither its time nor its condition, nor why, with a blank before each.
    fn beside_time(&self, sentence: &Sentence) -> String {
        let kept = sentence
            .clauses
            .iter()
            .filter(|clause| matches!(clause.node, Clause::Places(_) | Clause::Except(_)));
        let kept = kept.map(|clause| format!(" {}", self.one_line(clause.span)));
        kept.collect()
    }

    /// `calm, at least 2 days` of what is taken up `from calm, at least 2 days`.
    fn latest_start(&self, sentence: &Sentence) -> Option<String> {
        sentence.clauses.iter().find_map(|clause| {
            let Clause::Window(window) = &clause.node else {
                return None;
            };
            let WindowKind::From {
                at_least: Some(_),
                until: None,
                length: None,
                ..
            } = &window.kind
            else {
                return None;
            };
            let written = self.one_line(clause.span);
            let (_, start) = written.split_once(' ')?;
            Some(start.to_owned())
        })
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

/// Whether a sentence says nothing but from when, where and on what condition.
fn is_plain(sentence: &Sentence) -> bool {
    let Some((last, before)) = sentence.clauses.split_last() else {
        return false;
    };
    let is_kept = |clause: &Clause| {
        matches!(
            clause,
            Clause::Window(_) | Clause::Places(_) | Clause::Except(_)
        )
    };
    before.iter().all(|clause| is_kept(&clause.node))
        && sentence.lead.is_none()
        && sentence.label.is_none()
        && !sentence.should
        && matches!(last.node, Clause::If(_) | Clause::Unless(_))
}
