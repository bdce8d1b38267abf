//! `continue warfarin unless clinic agrees`: what is to go on would wait until somebody says that an event has not
//! happened. That it goes on until then says the same and waits for nobody.

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Verb;
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// Warns of each `continue` that asks whether an event has not happened.
    pub(crate) fn ended_by_events(&mut self, rules: &[Rule]) {
        for rule in rules {
            let Head::Duty {
                verb: Some(verb), ..
            } = &rule.head
            else {
                continue;
            };
            let Some(event) = not_yet(&rule.condition).filter(|_| Verb::word(*verb) == "continue")
            else {
                continue;
            };
            let name = self.vocabulary.name(event).to_owned();
            self.report(
                Diagnostic::new(
                    Code::EndedByEvent,
                    rule.span,
                    format!("while nobody knows whether `{name}` has happened, nothing says that this goes on"),
                    "waits for an answer",
                )
                .with_help(format!(
                    "say until when it goes on: `until {name}` in the place of `unless {name}`"
                )),
            );
        }
    }
}

/// The event that must not have happened.
fn not_yet(condition: &Condition) -> Option<ThingId> {
    match condition {
        Condition::Not(inner) => match &**inner {
            Condition::Atom(Atom::Event(event)) => Some(*event),
            _ => None,
        },
        Condition::All(parts) => parts.iter().find_map(not_yet),
        _ => None,
    }
}
