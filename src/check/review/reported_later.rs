//! `take valaciclovir for 1 day before if cold sores`: what comes after the treatment is never known before it, and what is
//! done before it would never be in force.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::files::LoadedFile;
use crate::check::protocol::Rule;
use crate::check::review::placed_sentences;
use crate::check::window::Window;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::{self, Clause, Sentence};
use crate::vocabulary::{FactKind, ThingId, Vocabulary, fold};

/// Where the `if` of a sentence stands, and the only name that it asks for.
type Asked = (Span, Option<Span>);

impl Checker<'_> {
    /// Warns of each sentence before the treatment that waits for what comes after it.
    pub(crate) fn reported_later(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let waiting = rules
            .iter()
            .filter_map(|rule| Some((rule, part_before(&rule.window)?)));
        let waiting: Vec<_> = waiting
            .filter_map(|(rule, whole)| Some((rule, whole, waits_for(&rule.condition)?)))
            .take(MAX_MISTAKES)
            .collect();
        if waiting.is_empty() {
            return;
        }
        let asked = asked(main);
        for (rule, whole, sign) in waiting {
            let (span, name) = asked
                .get(&rule.span.start)
                .copied()
                .unwrap_or((rule.span, None));
            let diagnostic = self.never_before(span, name, whole, sign);
            self.report(diagnostic);
        }
    }

    fn never_before(&self, at: Span, name: Option<Span>, whole: bool, sign: ThingId) -> Diagnostic {
        let thing = self.vocabulary.thing(sign);
        let said = name.map_or_else(|| thing.name.to_string(), |name| self.one_line(name));
        let what = match whole {
            true => "this is never in force",
            false => "the part before it is never in force",
        };
        let diagnostic = Diagnostic::new(
            Code::ReportedLater,
            at,
            format!("`{said}` is reported after the treatment: {what}"),
            "nobody has reported it before",
        );
        let known = known_before(&self.vocabulary, sign);
        let diagnostic = diagnostic.with_help(match &known {
            Some(text) => format!("ask for what is known before the treatment: `{text}`"),
            None => {
                let asked = format!("prone to {said}");
                format!(
                    "ask for what is known before the treatment: declare `fact \"{asked}\": yes or no`, and write `if {asked}`"
                )
            }
        });
        match (known, name) {
            (Some(text), Some(name)) if whole => diagnostic.with_fix(name, text),
            _ => diagnostic,
        }
    }
}

/// Whether a window has a part before the treatment; of one that has, whether it is all of it.
fn part_before(window: &Window) -> Option<bool> {
    match window {
        Window::Before(_) | Window::BeforeTreatment => Some(true),
        Window::Around { .. } => Some(false),
        Window::Days { last, .. } if *last < 0 => Some(true),
        _ => None,
    }
}

/// A symptom or an event without which a condition is not true.
fn waits_for(condition: &Condition) -> Option<ThingId> {
    match condition {
        Condition::Atom(Atom::Symptom { symptom, .. }) => Some(*symptom),
        Condition::Atom(Atom::Event(event)) => Some(*event),
        Condition::Atom(_) | Condition::Not(_) => None,
        Condition::All(all) => all.iter().find_map(waits_for),
        Condition::Any(any) => {
            let mut signs = any.iter().map(waits_for);
            let first = signs.next()??;
            signs.all(|sign| sign.is_some()).then_some(first)
        }
    }
}

/// `conditions includes cold sore history`: the value of a fact that says that somebody has had it.
fn known_before(vocabulary: &Vocabulary, sign: ThingId) -> Option<String> {
    let thing = vocabulary.thing(sign);
    let names = std::iter::once(&thing.name).chain(&thing.aliases);
    let names: Vec<String> = names.map(|name| fold(name)).collect();
    let is_history = |value: &str| {
        let value = fold(value);
        let of = value
            .strip_suffix(" history")
            .or_else(|| value.strip_suffix(" tendency"));
        of.is_some_and(|of| names.iter().any(|name| name == of))
    };
    vocabulary.facts().find_map(|(_, fact)| match &fact.kind {
        FactKind::AnyOf(values) => {
            let value = values.iter().find(|value| is_history(value))?;
            Some(format!("{} includes {value}", fact.name))
        }
        _ => None,
    })
}

/// The `if` of a file's sentences, by where the sentences start.
fn asked(main: &LoadedFile) -> BTreeMap<u32, Asked> {
    let mut found = BTreeMap::new();
    placed_sentences(&main.file, &mut |sentence, span| {
        if let Some(asked) = asked_for(sentence) {
            found.insert(span.start, asked);
        }
    });
    found
}

fn asked_for(sentence: &Sentence) -> Option<Asked> {
    sentence
        .clauses
        .iter()
        .find_map(|clause| match &clause.node {
            Clause::If(condition) => {
                let name = match &condition.node {
                    tree::Condition::Atom(tree::Atom::Named {
                        name: Some(name),
                        qualifier: None,
                    }) => Some(name.span),
                    _ => None,
                };
                Some((clause.span, name))
            }
            _ => None,
        })
}
