//! `remove stitches after 7 days`: a duty is the patient's, and nobody takes out their own stitches.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Verb;

/// What the clinic takes out.
const TAKEN_OUT: &[&str] = &["stitches", "staples", "drain", "packing", "splint"];

impl Checker<'_> {
    /// Warns of duties to take out what the clinic put in.
    pub(crate) fn by_whom(&mut self, rules: &[Rule]) {
        for rule in rules {
            let Head::Duty {
                verb: Some(verb),
                things,
                ..
            } = &rule.head
            else {
                continue;
            };
            if Verb::word(*verb) != "remove" {
                continue;
            }
            let theirs = things.iter().find(|one| {
                let named = TAKEN_OUT
                    .iter()
                    .filter_map(|name| self.vocabulary.find_thing(name));
                named
                    .into_iter()
                    .any(|class| self.vocabulary.is_under(one.thing, class))
            });
            let Some(thing) = theirs else {
                continue;
            };
            let name = self.one_line(thing.span);
            self.report(
                Diagnostic::new(
                    Code::ByWhom,
                    rule.span,
                    format!("this tells the patient to remove `{name}`"),
                    "who is to do it?",
                )
                .with_help(format!(
                    "what the clinic does is an appointment, as in `visit \"{name} out\" 7..10 days after treatment`"
                )),
            );
        }
    }
}
