//! What only the conditions' meaning shows: two courses for one patient, and a condition that is too
//! large. It is the one place where checking asks the evaluator's engine.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::conditions;
use crate::vocabulary::fold;

impl Checker<'_> {
    /// Reports pairs of `sessions` sentences that one patient can be under, with such a patient.
    pub(crate) fn overlapping_sessions(&mut self, rules: &[Rule]) {
        let courses: Vec<&Rule> = rules
            .iter()
            .filter(|rule| matches!(rule.head, Head::Sessions { .. }))
            .collect();
        for (index, second) in courses.iter().enumerate() {
            let found = courses
                .iter()
                .take(index)
                .filter(|first| first.concerns_meet(second))
                .find_map(|first| {
                    let (one, other) = (&first.condition, &second.condition);
                    let patient = conditions::both(&self.vocabulary, rules, one, other)?;
                    Some((first.span, patient))
                });
            if let Some((first, patient)) = found {
                self.report(
                    Diagnostic::new(
                        Code::OverlappingSessions,
                        second.span,
                        "a patient can be under two courses at once",
                        "a second course",
                    )
                    .with_label(first, "the first")
                    .with_help(format!(
                        "both are for {patient}: give them conditions that exclude each other, or different concerns: `sessions 4 for acne scars`"
                    )),
                );
            }
        }
    }

    /// Warns of conditions that are too large to be decided exactly: their lines stay provisional.
    pub(crate) fn large_conditions(&mut self, rules: &[Rule]) {
        for rule in rules {
            let mut atoms = 0;
            rule.condition.atoms(&mut |_| atoms += 1);
            if atoms < SMALL || !conditions::is_too_large(&self.vocabulary, rules, &rule.condition)
            {
                continue;
            }
            self.report(
                Diagnostic::new(
                    Code::ConditionTooLarge,
                    rule.span,
                    "the condition of this sentence is too large to be decided",
                    "stays provisional, whatever is known",
                )
                .with_help("split the sentence into several with smaller conditions"),
            );
        }
    }
}

/// Conditions with fewer questions than this are always decided.
const SMALL: usize = 16;

impl Rule {
    /// Whether two courses may be for the same concern.
    fn concerns_meet(&self, other: &Self) -> bool {
        let (own, others) = (&self.details.concerns, &other.details.concerns);
        own.is_empty()
            || others.is_empty()
            || own
                .iter()
                .any(|one| others.iter().any(|other| fold(one) == fold(other)))
    }
}
