//! `expect mild pain, redness or swelling`: a word before the first of a list is read of that one alone.

use crate::check::checker::Checker;
use crate::check::names::can_have;
use crate::check::protocol::{Head, Qualifier, ThingRef};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, Sentence, Thing, Things};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// Warns where a word narrows one thing of a list and could be meant of the next, and offers both readings.
    /// Of what is reported, no more than that one thing is too narrow, so that the rest is told on the safe side.
    pub(super) fn said_of_first(&mut self, sentence: &Sentence, head: &Head) {
        let (tree::Head::Avoid { things, .. }
        | tree::Head::Duty { things, .. }
        | tree::Head::Allow { things, .. }
        | tree::Head::Limit { things, .. }
        | tree::Head::Resume(things)
        | tree::Head::Expect(things)) = &sentence.head.node
        else {
            return;
        };
        if things.things.len() < 2 {
            return;
        }
        if let Some(word) = self.narrowed(things, head) {
            self.of_all_or_one(things, word);
        }
    }

    /// The word before the first thing, where the second is one word that it could be said of as well: further on
    /// in a list, or before a longer name, nobody reads it so.
    fn narrowed<'s>(&self, things: &'s Things, head: &Head) -> Option<&'s str> {
        let [one, next, ..] = things.things.as_slice() else {
            return None;
        };
        let name = &one.node.name;
        let (word, rest) = name.text.split_once(' ').filter(|_| !name.quoted)?;
        let other = &next.node.name;
        if other.quoted || other.text.contains(' ') || !next.node.attributes.is_empty() {
            return None;
        }
        let of = |thing: &Spanned<Thing>| head.things().find(|one| one.span == thing.span);
        let (one, next) = (of(one)?, of(next)?);
        let both = self.is_of_both(one, next, word)
            || !rest.contains(' ') && self.is_name_with(word, &other.text, next);
        both.then_some(word)
    }

    /// Whether the word before the one is an attribute or a degree that the other can have, too.
    fn is_of_both(&self, one: &ThingRef, other: &ThingRef, word: &str) -> bool {
        if !other.attributes.is_empty() || !other.qualifiers.is_empty() {
            return false;
        }
        let before = one
            .written
            .as_ref()
            .is_some_and(|written| written.attributes > 0);
        let attribute = one.attributes.first().filter(|_| before);
        attribute.is_some_and(|test| can_have(&self.vocabulary, other.thing, test.attribute))
            || !one.qualifiers.is_empty() && Qualifier::from_word(word).is_some()
    }

    /// Whether the word makes another thing of the other name, a known one or one with an attribute: `hot baths` of
    /// `baths`.
    fn is_name_with(&self, word: &str, other: &str, thing: &ThingRef) -> bool {
        let Some(reading) = self.read(&format!("{word} {other}")) else {
            return false;
        };
        let Named::Thing(id) = reading.named else {
            return false;
        };
        let marks = &reading.attributes;
        if marks.is_empty() {
            return id != thing.thing && self.vocabulary.is_under(id, thing.thing);
        }
        marks
            .iter()
            .all(|mark| can_have(&self.vocabulary, id, *mark))
    }

    fn of_all_or_one(&mut self, things: &Things, word: &str) {
        let ([first, others @ ..], joint) = (things.things.as_slice(), things.word.word()) else {
            return;
        };
        let narrowed = self.one_line(first.span);
        let names: Vec<String> = others.iter().map(|one| self.one_line(one.span)).collect();
        let (mut of_all, mut of_one) = (vec![narrowed.clone()], names.clone());
        of_all.extend(names.iter().map(|name| format!("{word} {name}")));
        of_one.push(narrowed.clone());
        let of_all = wording::list(&of_all, joint);
        let of_one = wording::list(&of_one, joint);
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let rest = wording::list(&quoted, "or");
        let own = first.node.name.span;
        let length = u32::try_from(word.len()).unwrap_or(0);
        let said = Span {
            end: own.start + length,
            ..own
        };
        let list = first
            .span
            .to(others.last().map_or(first.span, |last| last.span));
        self.report(
            Diagnostic::new(
                Code::SaidOfOne,
                said,
                format!("`{word}` is read of `{narrowed}` alone, and not of {rest}"),
                "of which of them?",
            )
            .with_help(format!(
                "write `{of_all}` if it is said of them all, and `{of_one}` if of this one alone"
            ))
            .with_edits(vec![Edit {
                span: list,
                text: of_all,
            }])
            .with_edits(vec![Edit {
                span: list,
                text: of_one,
            }]),
        );
    }
}
