//! `call us if still bleeding`: what is still there once something was done about it.

use crate::check::checker::Checker;
use crate::diagnostic::Code;
use crate::span::Span;
use crate::syntax::tree::{Atom, Clause, Condition, Kind, Sentence};
use crate::vocabulary::Named;

/// What to write of something that what was done has not helped.
pub(crate) const PERSISTING: &str = "what is still there is said behind the steps that were to end it, `then if it persists \
                                     report bleeding to clinic`, or by `despite`, as in `report bleeding despite pressure to \
                                     clinic`";

impl Checker<'_> {
    /// Whether a name asks if a known symptom is still there.
    pub(crate) fn is_persisting(&self, asked: &str) -> bool {
        let lower = asked.to_lowercase();
        let mut sign = lower.as_str();
        for word in ["if ", "it ", "you ", "there ", "are ", "is ", "still "] {
            sign = sign.strip_prefix(word).unwrap_or(sign);
        }
        let is_still = lower.split(' ').any(|word| word == "still");
        let read = self.read(sign).map(|reading| reading.named);
        is_still
            && match read {
                Some(Named::Thing(id)) => self.vocabulary.thing(id).kind == Kind::Symptom,
                _ => false,
            }
    }

    /// Where a sentence asks so.
    pub(super) fn asks_if_persisting(&self, sentence: &Sentence) -> Option<Span> {
        sentence.clauses.iter().find_map(|clause| {
            let Clause::If(asked) = &clause.node else {
                return None;
            };
            match &asked.node {
                Condition::Atom(Atom::Named {
                    name: Some(name), ..
                }) => self.is_persisting(&name.text).then_some(asked.span),
                _ => None,
            }
        })
    }

    /// That it is no name is the mistake of the sentence that calls somebody, too.
    pub(super) fn forget_persisting(&mut self, sentence: &Sentence) {
        if let Some(asked) = self.asks_if_persisting(sentence) {
            self.diagnostics.retain(|one| {
                let inside = one.span().is_some_and(|at| asked.contains(at));
                !(one.code == Code::UnknownName && inside)
            });
        }
    }
}
