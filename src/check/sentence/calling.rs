//! `call 999 if fever`: whom to call stands in a `report`.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::{Atom, Clause, Condition, Head, Name, Sentence};
use crate::vocabulary::soon_in;

/// What sheets say instead of `report`.
const CALLS: &[&str] = &[
    "call",
    "phone",
    "telephone",
    "ring",
    "contact",
    "see",
    "consult",
];

impl Checker<'_> {
    /// Reports a sentence that says whom to call first; whether it does.
    pub(crate) fn calls(&mut self, sentence: &Sentence, span: Span) -> bool {
        let Head::Action(name) = &sentence.head.node else {
            return false;
        };
        let mut words = name.text.split_whitespace();
        let first = words.next().unwrap_or_default().to_lowercase();
        if !CALLS.contains(&first.as_str()) || name.quoted || self.read(&name.text).is_some() {
            return false;
        }
        let rest = words.collect::<Vec<_>>().join(" ");
        let (whom, soon) = split_soon(&rest);
        let who = who(&whom.split_whitespace().collect::<Vec<_>>());
        // Whom and how soon are no clauses of any other head: that is this mistake, too.
        if self.diagnostics.len() < MAX_MISTAKES {
            self.diagnostics.retain(|one| {
                let inside = one.span().is_some_and(|at| span.contains(at));
                !(one.code == Code::ClauseUnfit && inside)
            });
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            name.span,
            format!(
                "`{}` starts no sentence: a sentence says first what to call about",
                name.text
            ),
            "whom to call",
        )
        .with_help(format!(
            "write the symptom first, as in `report fever to {who}`"
        ));
        let diagnostic = match self.as_report(sentence, name, &format!("{who}{soon}")) {
            Some((at, text)) => diagnostic
                .with_help(format!("write `{text}`"))
                .with_fix(at, text),
            None => diagnostic,
        };
        self.report(diagnostic);
        true
    }

    /// The sentence up to its condition, turned into a report of the symptoms that it asks for.
    fn as_report(&self, sentence: &Sentence, name: &Name, who: &str) -> Option<(Span, String)> {
        let (clause, condition) =
            sentence
                .clauses
                .iter()
                .find_map(|clause| match &clause.node {
                    Clause::If(condition) => Some((clause.span, condition)),
                    _ => None,
                })?;
        let between = name.span.at_end().to(clause.at_start());
        if !is_symptoms(&condition.node) || clause.start < name.span.end {
            return None;
        }
        let soon = self.one_line(between);
        let soon = match split_soon(&soon) {
            (rest, clause) if rest.is_empty() => clause,
            (rest, clause) => format!(" {rest}{clause}"),
        };
        let symptoms = self.one_line(condition.span);
        Some((
            name.span.to(condition.span),
            format!("report {symptoms} to {who}{soon}"),
        ))
    }
}

/// Whether a condition is a list of names, as after `report`.
fn is_symptoms(condition: &Condition) -> bool {
    let is_named = |condition: &Condition| {
        matches!(
            condition,
            Condition::Atom(Atom::Named { name: Some(_), .. })
        )
    };
    match condition {
        Condition::Any(any) => any.iter().all(|one| is_named(&one.node)),
        other => is_named(other),
    }
}

/// The words without those that say how soon, and the clause that says it, with a blank before it.
fn split_soon(words: &str) -> (String, String) {
    let Some((at, length, clause)) = soon_in(words) else {
        return (words.to_owned(), String::new());
    };
    let before = words.get(..at).unwrap_or_default().trim();
    let after = words.get(at + length..).unwrap_or_default().trim();
    let rest = format!("{before} {after}").trim().to_owned();
    (rest, format!(" {clause}"))
}

/// Whom a sentence calls, as `to` takes it.
fn who(words: &[&str]) -> String {
    let words = match words {
        ["the" | "your" | "our", rest @ ..] => rest,
        all => all,
    };
    let text = words.join(" ");
    match text.to_lowercase().as_str() {
        "" | "us" | "clinic" => "clinic".to_owned(),
        "prescriber" => "prescriber".to_owned(),
        "emergency services" => "emergency services".to_owned(),
        _ => format!("\"{text}\""),
    }
}
