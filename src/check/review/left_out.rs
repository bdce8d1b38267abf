//! `continue blood thinners except aspirin`: what becomes of the aspirin is not said.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Verb;
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// Warns of what is left out where the rest is to go on, and no other sentence speaks of it: whoever reads that
    /// may stop it.
    pub(crate) fn left_out_of_going_on(&mut self, rules: &[Rule]) {
        let going_on = rules.iter().enumerate().filter(|(_, rule)| goes_on(rule));
        let mut found: Vec<ThingRef> = Vec::new();
        for (at, rule) in going_on {
            let others = || rules.iter().enumerate().filter(|(other, _)| *other != at);
            let silent =
                |thing: &&ThingRef| !others().any(|(_, other)| self.speaks_of(other, thing.thing));
            found.extend(rule.details.except.iter().filter(silent).cloned());
        }
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

    /// Whether a sentence names a thing, or a class above it, or asks or tells of it.
    fn speaks_of(&self, rule: &Rule, thing: ThingId) -> bool {
        if let Head::AskPrescriber(text) | Head::AskClinic(text) | Head::TellClinic(text) =
            &rule.head
        {
            let text = text.to_lowercase();
            let mut names = self.vocabulary.thing(thing).names();
            return names.any(|name| text.contains(&name.to_lowercase()));
        }
        let mut named = rule.head.things();
        named.any(|one| self.vocabulary.is_under(thing, one.thing))
    }
}

/// `continue X except Y`
fn goes_on(rule: &Rule) -> bool {
    let Head::Duty { verb, .. } = &rule.head else {
        return false;
    };
    verb.map(Verb::word) == Some("continue") && !rule.details.except.is_empty()
}
