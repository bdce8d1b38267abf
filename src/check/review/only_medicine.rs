//! `take only paracetamol`: the rest of its kind is every other medicine, and seldom meant.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Kind;

impl Checker<'_> {
    /// Warns of a duty with `only` on medicines, which forbids all others.
    pub(crate) fn only_medicines(&mut self, rules: &[Rule]) {
        for rule in rules {
            let Head::Duty {
                only: true, things, ..
            } = &rule.head
            else {
                continue;
            };
            let is_medicine = |id| self.vocabulary.thing(id).kind == Kind::Medicine;
            let Some(medicine) = things.iter().find(|one| is_medicine(one.thing)) else {
                continue;
            };
            let name = self.one_line(medicine.span);
            self.report(
                Diagnostic::new(
                    Code::OnlyMedicine,
                    rule.span,
                    "this forbids every other medicine, whatever it is for",
                    "no medicine but this",
                )
                .with_help(format!(
                    "write `take {name}` without `only`, and forbid by its name what is meant, such as \
                     `avoid blood-thinning pain relief`"
                )),
            );
        }
    }
}
