//! `take aciclovir for 5 days if cold sores`: the five days are those after the treatment, and not after the cold sores.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::files::LoadedFile;
use crate::check::protocol::{Head, Rule};
use crate::check::review::placed_sentences;
use crate::check::sentence::windows;
use crate::check::window::Window;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::{self, Clause, Sentence};

/// Where a window stands, the first name that its sentence asks for, and whether it asks for no more.
type Asked = (Span, Option<(Span, bool)>);

impl Checker<'_> {
    /// Warns of each duty whose length counts from the treatment while it waits for a symptom or an event.
    pub(crate) fn lengths_from_treatment(&mut self, main: &LoadedFile, rules: &[Rule]) {
        let waiting: Vec<&Rule> = rules.iter().filter(|rule| waits(rule)).collect();
        if waiting.is_empty() {
            return;
        }
        let asked = asked(main);
        let mut found = Vec::new();
        for rule in waiting.into_iter().take(MAX_MISTAKES) {
            let Some((window, name)) = asked.get(&rule.span.start) else {
                continue;
            };
            found.push(self.counts_from_treatment(*window, *name));
        }
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    fn counts_from_treatment(&self, window: Span, name: Option<(Span, bool)>) -> Diagnostic {
        let raw = self.one_line(window);
        let length = raw.strip_prefix("for ").filter(|length| {
            let counts = length.starts_with(|letter: char| letter.is_ascii_digit());
            counts && length.split(' ').count() == 2 && !length.contains("..")
        });
        let diagnostic = Diagnostic::new(
            Code::FromTreatment,
            window,
            format!("`{raw}` counts from the treatment, and not from when that comes"),
            "over so long after the treatment",
        );
        let first = length.map_or_else(
            || {
                "to mean the days after the treatment, say on which days, as in `on days 0..4`"
                    .to_owned()
            },
            |length| format!("to mean the time after the treatment write `until {length}`"),
        );
        // How bad it is counts from no day.
        let name = name.map(|(name, alone)| (self.one_line(name), alone));
        let read = |name: &str| {
            self.read(name)
                .is_some_and(|read| read.qualifiers.is_empty())
        };
        match name.filter(|(name, _)| read(name)) {
            Some((name, true)) => {
                let text = format!("{raw} from {name}");
                diagnostic
                    .with_help(format!("to count from when it comes write `{text}`; {first}"))
                    .with_fix(window, text)
            }
            Some((name, false)) => diagnostic.with_help(format!(
                "to count from when one comes, give each its own sentence, as in `{raw} from {name}`; {first}"
            )),
            None => diagnostic.with_help(format!(
                "to count from when it comes, name what comes behind `from`, as in `{raw} from pain`; {first}"
            )),
        }
    }
}

/// Whether a rule is a duty of so many days that waits for a symptom or an event. Hours are those after the treatment, where
/// sheets count in them: `for 24 hours if weeping`.
fn waits(rule: &Rule) -> bool {
    let is_duty = matches!(rule.head, Head::Duty { .. } | Head::Steps { .. });
    is_duty
        && matches!(rule.window, Window::For(_))
        && !rule.window.is_by_the_hour(None)
        && comes(&rule.condition)
}

/// Whether something that comes on some day makes a condition true.
fn comes(condition: &Condition) -> bool {
    match condition {
        Condition::Atom(atom) => matches!(atom, Atom::Symptom { .. } | Atom::Event(_)),
        Condition::Not(_) => false,
        Condition::All(all) | Condition::Any(all) => all.iter().any(comes),
    }
}

/// The windows of a file's sentences, by where the sentences start.
fn asked(main: &LoadedFile) -> BTreeMap<u32, Asked> {
    let mut found = BTreeMap::new();
    placed_sentences(&main.file, &mut |sentence, span| {
        if let Some(window) = windows(sentence).window {
            found.insert(span.start, (window.span, asked_for(sentence)));
        }
    });
    found
}

/// The first name that the `if` of a sentence asks for, and whether it asks for no more.
fn asked_for(sentence: &Sentence) -> Option<(Span, bool)> {
    let mut clauses = sentence.clauses.iter();
    clauses.find_map(|clause| match &clause.node {
        Clause::If(condition) => match &condition.node {
            tree::Condition::Any(any) => Some((name(&any.first()?.node)?, false)),
            other => Some((name(other)?, true)),
        },
        _ => None,
    })
}

/// The name that a condition is.
fn name(condition: &tree::Condition) -> Option<Span> {
    match condition {
        tree::Condition::Atom(tree::Atom::Named {
            name: Some(name),
            qualifier: None,
        }) => Some(name.span),
        _ => None,
    }
}
