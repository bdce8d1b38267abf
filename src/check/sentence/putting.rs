//! `put on sunscreen`: what is put on is applied or worn.

use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Clause, Head, Name, Preposition, Sentence, Verb};
use crate::vocabulary::Named;

/// The verbs for what is put on, the likelier first.
const VERBS: &[&str] = &["apply", "wear", "use"];

impl Checker<'_> {
    /// Reports a sentence that starts with `put`: `put on sunscreen`, which read as a place, or `put
    /// sunscreen on face`. Whether it does.
    pub(super) fn puts_on(&mut self, sentence: &Sentence) -> bool {
        let Head::Action(name) = &sentence.head.node else {
            return false;
        };
        let mut words = name.text.split_whitespace();
        let is_put = words
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case("put"));
        if !is_put || name.quoted || self.read(&name.text).is_some() {
            return false;
        }
        let rest = words.collect::<Vec<&str>>().join(" ");
        let found = match rest.as_str() {
            "" => put_on(sentence, name),
            _ => put(self, name)
                .filter(|_| self.read(&rest).is_some())
                .zip(Some(rest)),
        };
        let Some((span, thing)) = found else {
            return false;
        };
        let verb = self.verb_for(&thing);
        self.report(
            Diagnostic::new(
                Code::UnknownHead,
                name.span,
                "`put` starts no sentence",
                "no verb of the language",
            )
            .with_help(format!("write `{verb} {thing}`"))
            .with_fix(span, verb),
        );
        true
    }

    /// The verb with which a thing is put on.
    fn verb_for(&self, thing: &str) -> &'static str {
        let kind = match self.read(thing).map(|reading| reading.named) {
            Some(Named::Thing(id)) => self.vocabulary.thing(id).kind,
            _ => return "apply",
        };
        let suits = |word: &&&str| {
            Verb::from_word(word).is_some_and(|verb| verb.row().kinds.contains(&kind))
        };
        VERBS.iter().find(suits).copied().unwrap_or("apply")
    }
}

/// The word `put` at the start of a name.
fn put(checker: &Checker<'_>, name: &Name) -> Option<Span> {
    checker.word_spans(name)?.first().copied()
}

/// The words `put on`, and what stands behind them.
fn put_on(sentence: &Sentence, name: &Name) -> Option<(Span, String)> {
    sentence.clauses.iter().find_map(|clause| {
        let Clause::Places(places) = &clause.node else {
            return None;
        };
        let first = places.sites.first()?;
        let is_on = first.preposition == Preposition::On && name.span.end < clause.span.start;
        let on = Span {
            end: clause.span.start + 2,
            ..name.span
        };
        is_on.then(|| (on, first.name.text.clone()))
    })
}
