//! What only the conditions' meaning shows: two courses for one patient, and a condition that is too
//! large. It is the one place where checking asks the evaluator's engine.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule};
use crate::check::whose::whose;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::conditions::Deciding;
use crate::vocabulary::fold;

impl Checker<'_> {
    /// Reports pairs of `sessions` sentences that one patient can be under, with such a patient.
    pub(crate) fn overlapping_sessions(&mut self, rules: &[Rule]) {
        let courses: Vec<&Rule> = rules
            .iter()
            .filter(|rule| matches!(rule.head, Head::Sessions { .. }))
            .collect();
        if courses.len() < 2 {
            return;
        }
        let deciding = Deciding::of(&self.vocabulary, rules);
        let mut found = Vec::new();
        for (index, second) in courses.iter().enumerate() {
            let first = courses
                .iter()
                .take(index)
                .filter(|first| first.concerns_meet(second))
                .find_map(|first| {
                    let patient = deciding.both(&first.condition, &second.condition)?;
                    Some((*first, patient))
                });
            found.extend(first.map(|(first, patient)| (first, *second, patient)));
        }
        for (first, second, patient) in found {
            let whose = |rule| whose(self.citable.iter().map(|(source, _)| source), rule);
            let (of_first, of_second) = (whose(first), whose(second));
            self.report(
                Diagnostic::new(
                    Code::OverlappingSessions,
                    second.span,
                    "a patient can be under two courses at once",
                    format!("a second course{of_second}"),
                )
                .with_label(first.span, format!("the first{of_first}"))
                .with_help(format!(
                    "both are for {patient}: give them conditions that exclude each other, or different concerns: `sessions 4 for acne scars`"
                )),
            );
        }
    }

    /// Warns of conditions that are too large to be decided exactly: their lines stay provisional.
    pub(crate) fn large_conditions(&mut self, rules: &[Rule]) {
        let large: Vec<&Rule> = rules.iter().filter(|rule| rule.asks_much()).collect();
        if large.is_empty() {
            return;
        }
        let deciding = Deciding::of(&self.vocabulary, rules);
        let undecided: Vec<&Rule> = large
            .into_iter()
            .filter(|rule| deciding.is_too_large(&rule.condition))
            .collect();
        for rule in undecided {
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
    /// Whether the condition has so many questions that it may be too large.
    fn asks_much(&self) -> bool {
        let mut atoms = 0;
        self.condition.atoms(&mut |_| atoms += 1);
        atoms >= SMALL
    }

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
