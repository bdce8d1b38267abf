//! Conditions of the tree to those of the checked form: every name known, every comparison sound.

mod compare;
mod declared;
mod includes;
mod meant;
mod medicine;
mod medicines;
mod named;
mod several_values;
mod unknown;
mod value;

pub(super) use medicines::Medicines;
pub(super) use value::alike;

use super::checker::Checker;
use super::condition::{Atom, Condition};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree;
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// A condition. `own` are the symptoms of the sentence that it stands in, for `if severe`.
    /// None where something in it is wrong; all of it has been looked at then.
    pub(crate) fn condition(
        &mut self,
        condition: &Spanned<tree::Condition>,
        own: &[ThingId],
    ) -> Option<Condition> {
        match &condition.node {
            tree::Condition::Atom(atom) => self.atom(atom, condition.span, own),
            tree::Condition::Not(inner) => Some(self.condition(inner, own)?.negate()),
            tree::Condition::All(all) if self.values_among(all, condition.span, "and") => None,
            tree::Condition::Any(any) if self.values_among(any, condition.span, "or") => None,
            tree::Condition::All(all) => self.conditions(all, own).map(Condition::All),
            tree::Condition::Any(any) => self.conditions(any, own).map(Condition::Any),
        }
    }

    fn conditions(
        &mut self,
        conditions: &[Spanned<tree::Condition>],
        own: &[ThingId],
    ) -> Option<Vec<Condition>> {
        let found: Vec<Option<Condition>> = conditions
            .iter()
            .map(|condition| self.condition(condition, own))
            .collect();
        found.into_iter().collect()
    }

    fn atom(
        &mut self,
        atom: &tree::Atom,
        span: crate::span::Span,
        own: &[ThingId],
    ) -> Option<Condition> {
        match atom {
            tree::Atom::Named { name, qualifier } => match name {
                Some(name) => self.named(name, qualifier.as_ref()),
                None => self.bare_qualifier(qualifier.as_ref()?, own),
            },
            tree::Atom::Compare {
                name,
                comparison,
                value,
            } => self.compare(name, *comparison, value, span),
            tree::Atom::In { name, range } => self.in_range(name, range, span),
            tree::Atom::Includes { name, mode, values } => self.includes(name, *mode, values, span),
            tree::Atom::Taking(name) => {
                let thing = self.asked_medicine(name, "taking")?;
                Some(Condition::Atom(Atom::Taking(thing)))
            }
            tree::Atom::Prescribed(name) => {
                let thing = self.asked_medicine(name, "prescribed")?;
                Some(Condition::Atom(Atom::Prescribed(thing)))
            }
            tree::Atom::Took { name, within } => {
                let thing = self.asked_medicine(name, "took");
                let within = self.length(*within);
                Some(Condition::Atom(Atom::Took {
                    thing: thing?,
                    within: within?,
                }))
            }
            tree::Atom::Had { name, within } => {
                let thing = self.had(name);
                let within = self.length(*within);
                Some(Condition::Atom(Atom::Had {
                    thing: thing?,
                    within: within?,
                }))
            }
            tree::Atom::SessionIs(number) => self.session_is(*number),
        }
    }

    fn session_is(&mut self, number: Spanned<u32>) -> Option<Condition> {
        if (1..=1000).contains(&number.node) {
            return Some(Condition::Atom(Atom::Session(number.node)));
        }
        self.report(
            Diagnostic::new(
                Code::OutOfRange,
                number.span,
                format!("there is no session {}", number.node),
                "no such session",
            )
            .with_help("sessions are counted from 1"),
        );
        None
    }

    /// `if severe`: any of the sentence's own symptoms.
    fn bare_qualifier(
        &mut self,
        qualifier: &Spanned<tree::Qualifier>,
        own: &[ThingId],
    ) -> Option<Condition> {
        let checked = self.qualifier(qualifier)?;
        if own.is_empty() {
            let word = self.sources.text(qualifier.span).to_owned();
            self.report(
                Diagnostic::new(
                    Code::BareQualifier,
                    qualifier.span,
                    format!("`{word}` says nothing about which symptom"),
                    "which symptom?",
                )
                .with_help(format!("name it: `if pain {word}`")),
            );
            return None;
        }
        let atom = |symptom: &ThingId| {
            Condition::Atom(Atom::Symptom {
                symptom: *symptom,
                qualifier: Some(checked.clone()),
            })
        };
        Some(match own {
            [only] => atom(only),
            several => Condition::Any(several.iter().map(atom).collect()),
        })
    }
}
