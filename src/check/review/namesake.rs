//! `avoid alcohol` where wounds are cleaned: the drink, or the liquid on the skin?

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::Kind;
use crate::vocabulary::{Named, Namesake, ThingId};

/// What the protocol names beside each namesake, as far as it was looked for.
type Beside = BTreeMap<&'static str, Option<String>>;

impl Checker<'_> {
    /// Warns of a ban on a drink whose bare name may be meant for what goes on the skin, in a protocol that
    /// speaks of such things.
    pub(crate) fn namesakes(&mut self, rules: &[Rule]) {
        let mut beside = Beside::new();
        for rule in rules {
            let Head::Avoid { things, .. } = &rule.head else {
                continue;
            };
            for thing in things {
                self.namesake(rule, thing, &mut beside);
            }
        }
    }

    fn namesake(&mut self, rule: &Rule, thing: &ThingRef, found: &mut Beside) {
        let name = match &thing.written {
            Some(written) => &*written.name,
            None => self.vocabulary.name(thing.thing),
        };
        let Some(namesake) = Namesake::of(name) else {
            if name.eq_ignore_ascii_case("water") {
                self.drink_on_skin(rule, thing);
            }
            return;
        };
        let beside = match rule.details.place() {
            Some(place) => Some(format!("this sentence says `{place}`")),
            None => found
                .entry(namesake.on_skin)
                .or_insert_with(|| self.spoken_of_beside(namesake))
                .as_ref()
                .map(|thing| format!("this protocol speaks of `{thing}`")),
        };
        let known = self.vocabulary.find(namesake.on_skin).is_some();
        let Some(beside) = beside.filter(|_| known && !self.is_drunk(rule, thing)) else {
            return;
        };
        let (liquid, drink) = (namesake.on_skin, namesake.clear);
        self.report(
            Diagnostic::new(
                Code::DrinkOrLiquid,
                thing.span,
                format!("`{name}` is the drink, and {beside}"),
                "to drink, or on the skin?",
            )
            .with_help(format!(
                "write `{liquid}` for the liquid on the skin, `{drink}` for what is drunk"
            ))
            .with_fix(thing.span, liquid)
            .with_fix(thing.span, drink),
        );
    }

    /// `do not drink alcohol`
    fn is_drunk(&self, rule: &Rule, thing: &ThingRef) -> bool {
        let before = Span {
            end: thing.span.start,
            ..rule.span
        };
        let before = self.one_line(before).to_lowercase();
        before.trim_end().ends_with(" drink")
    }

    /// `avoid water on face`: nobody drinks there.
    fn drink_on_skin(&mut self, rule: &Rule, thing: &ThingRef) {
        let wet = "getting wet";
        let is_drink = self.vocabulary.thing(thing.thing).kind == Kind::Drink;
        let Some(place) = rule.details.place().filter(|_| is_drink) else {
            return;
        };
        if self.vocabulary.find(wet).is_none() {
            return;
        }
        let name = self.one_line(thing.span);
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                thing.span,
                format!("`{name}` is what is drunk, and this sentence says `{place}`"),
                "nobody drinks there",
            )
            .with_help(format!(
                "write `{wet}` for water on the skin; what is drunk has no place"
            ))
            .with_fix(thing.span, wet),
        );
    }

    /// What the protocol names beside which the bare name may be either.
    fn spoken_of_beside(&self, namesake: &Namesake) -> Option<String> {
        let thing = |name: &&str| match self.vocabulary.find(name) {
            Some(Named::Thing(id)) => Some(id),
            _ => None,
        };
        let classes: Vec<ThingId> = namesake.beside.iter().filter_map(thing).collect();
        let under = |id: &&ThingId| {
            let mut classes = classes.iter();
            classes.any(|class| self.vocabulary.is_under(**id, *class))
        };
        let found = self.used_things.iter().find(under)?;
        Some(self.vocabulary.name(*found).to_owned())
    }
}
