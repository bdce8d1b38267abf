//! `continue blood thinners except aspirin`: what becomes of the aspirin is not said.

use std::collections::BTreeSet;

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::MAX_MISTAKES;
use crate::vocabulary::ThingId;

/// What other sentences speak of.
struct SpokenOf {
    /// The things and classes that they name.
    named: BTreeSet<ThingId>,
    /// What is asked and told, in lower case.
    texts: String,
}

impl Checker<'_> {
    /// Warns of what is left out where the rest is to go on, and no other sentence speaks of it: whoever reads that
    /// may stop it.
    pub(crate) fn left_out_of_going_on(&mut self, rules: &[Rule]) {
        let going_on: Vec<&Rule> = rules.iter().filter(|rule| goes_on(rule)).collect();
        if going_on.is_empty() {
            return;
        }
        let spoken = spoken_of(rules);
        let left = going_on.into_iter().flat_map(|rule| &rule.details.except);
        let silent = left.filter(|thing| !self.is_among(thing.thing, &spoken));
        let found: Vec<ThingRef> = silent.take(MAX_MISTAKES).cloned().collect();
        for thing in found {
            let name = self.one_line(thing.span);
            self.report(
                Diagnostic::new(
                    Code::LeftUnsaid,
                    thing.span,
                    format!("what becomes of `{name}` is not said"),
                    "left out here alone",
                )
                .with_help(format!(
                    "say it in a sentence of its own, such as `ask prescriber about {name}` or `avoid {name}`"
                )),
            );
        }
    }

    /// Whether a thing, or a class above it, is spoken of.
    fn is_among(&self, thing: ThingId, spoken: &SpokenOf) -> bool {
        let mut names = self.vocabulary.thing(thing).names();
        spoken.named.contains(&thing)
            || (self.vocabulary.above(thing).into_iter()).any(|class| spoken.named.contains(&class))
            || names.any(|name| spoken.texts.contains(&name.to_lowercase()))
    }
}

/// What all sentences speak of but those that leave something out of what goes on.
fn spoken_of(rules: &[Rule]) -> SpokenOf {
    let mut spoken = SpokenOf {
        named: BTreeSet::new(),
        texts: String::new(),
    };
    for rule in rules.iter().filter(|rule| !goes_on(rule)) {
        spoken.named.extend(rule.head.things().map(|one| one.thing));
        if let Head::AskPrescriber(text) | Head::AskClinic(text) | Head::TellClinic(text) =
            &rule.head
        {
            spoken.texts.push_str(&text.to_lowercase());
            spoken.texts.push('\n');
        }
    }
    spoken
}

/// `continue X except Y`
fn goes_on(rule: &Rule) -> bool {
    rule.lets_go_on() && !rule.details.except.is_empty()
}
