//! `taking isotretinoin`, `had dermal filler within 2 weeks`

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Name;
use crate::vocabulary::{FactId, FactKind, ThingId};

impl Checker<'_> {
    /// A medicine that some declared fact asks about.
    pub(crate) fn asked_medicine(&mut self, name: &Name, word: &'static str) -> Option<ThingId> {
        let thing = self.plain(name, Role::Medicine(word))?;
        let covering: Vec<FactId> = self
            .vocabulary
            .facts()
            .filter(|(_, fact)| match fact.kind {
                FactKind::Things(class) => {
                    self.vocabulary.is_under(thing, class) || self.vocabulary.is_under(class, thing)
                }
                _ => false,
            })
            .map(|(id, _)| id)
            .collect();
        if covering.is_empty() && !self.incomplete {
            self.report(
                Diagnostic::new(
                    Code::NotAsked,
                    name.span,
                    format!("no fact asks whether the patient takes `{}`", name.text),
                    "asked by nothing",
                )
                .with_help("declare `fact medications: any of medicine`, or import skin-care"),
            );
            return None;
        }
        self.used_facts.extend(covering);
        Some(thing)
    }

    /// A procedure, event or symptom of the past.
    pub(crate) fn had(&mut self, name: &Name) -> Option<ThingId> {
        self.plain(name, Role::Past)
    }
}
