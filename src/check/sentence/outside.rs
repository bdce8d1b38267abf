//! `avoid strenuous exercise except walking`: what `except` takes out was not in.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Kind;
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// Warns where what `except` takes out was neither in what the sentence names nor in what that opposes.
    pub(super) fn outside(&mut self, head: &Head, out: &[ThingRef]) {
        let from = head.named();
        let named = from.iter().map(|whole| whole.thing);
        let opposed = from
            .iter()
            .flat_map(|whole| self.vocabulary.thing(whole.thing).opposes.to_vec());
        let covered: Vec<ThingId> = named.chain(opposed).collect();
        for thing in out {
            let overlaps = covered.iter().any(|whole| {
                let vocabulary = &self.vocabulary;
                vocabulary.is_under(thing.thing, *whole)
                    || vocabulary.is_under(*whole, thing.thing)
                    || !vocabulary
                        .leaves(thing.thing)
                        .is_disjoint(&vocabulary.leaves(*whole))
            });
            if overlaps || from.is_empty() || self.vocabulary.thing(thing.thing).local {
                continue;
            }
            let name = self.vocabulary.name(thing.thing).to_owned();
            let help = self.instead_of_except(head, thing);
            self.report(
                Diagnostic::new(
                    Code::ExceptOutside,
                    thing.span,
                    format!("`except {name}` takes nothing out: the sentence does not cover it"),
                    "was not in",
                )
                .with_help(help),
            );
        }
    }

    /// What says what such an `except` means: beside a ban, that something is allowed; beside what is allowed, that it is
    /// not. A situation would be something else: `except while walking` leaves out exercise in the middle of a walk.
    fn instead_of_except(&self, head: &Head, out: &ThingRef) -> String {
        let said = self.one_line(out.span);
        let whole = match head.named() {
            [only] => format!("`{}`", self.one_line(only.span)),
            _ => "what the sentence is about".to_owned(),
        };
        let is_done = matches!(
            self.vocabulary.thing(out.thing).kind,
            Kind::Activity | Kind::Action
        );
        match head {
            Head::Avoid { .. } => {
                let situation = if is_done {
                    format!(" (`except while` is about {whole} in the middle of something else)")
                } else {
                    String::new()
                };
                format!(
                    "leave `except {said}` out, and write `allow {said}` on a line of its own, with its time and its `if` \
                     where that is not always so{situation}"
                )
            }
            Head::Allow { .. } | Head::Resume { .. } => format!(
                "leave `except {said}` out; what is not allowed is said on a line of its own: `avoid {said}`"
            ),
            _ => {
                let situation = if is_done {
                    "; a situation in which the sentence does not hold is said as in `except while showering`"
                } else {
                    ""
                };
                format!(
                    "leave `except {said}` out, or name something that lies under {whole}{situation}"
                )
            }
        }
    }
}
