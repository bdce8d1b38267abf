//! Two courses for one patient.

use crate::check::checker::Checker;
use crate::check::condition::Condition;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::fold;

impl Checker<'_> {
    /// Reports pairs of `sessions` sentences that one patient can be under.
    ///
    /// Whether two conditions can hold together is decided from their shape: the truth engine will
    /// decide it exactly, and name a patient.
    pub(crate) fn overlapping_sessions(&mut self, rules: &[Rule]) {
        let courses: Vec<&Rule> = rules
            .iter()
            .filter(|rule| matches!(rule.head, Head::Sessions { .. }))
            .collect();
        let mut found = Vec::new();
        for (index, second) in courses.iter().enumerate() {
            let first = courses
                .iter()
                .take(index)
                .find(|first| first.concerns_meet(second) && can_meet(first, second));
            if let Some(first) = first {
                found.push((first.span, second.span));
            }
        }
        for (first, second) in found {
            self.report(
                Diagnostic::new(
                    Code::OverlappingSessions,
                    second,
                    "a patient can be under two courses at once",
                    "a second course",
                )
                .with_label(first, "the first")
                .with_help(
                    "give them conditions that exclude each other, or different concerns: `sessions 4 for acne scars`",
                ),
            );
        }
    }
}

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

/// Whether the shape of two conditions shows that both can hold: one of them is always true, or
/// the two are the same.
fn can_meet(first: &Rule, second: &Rule) -> bool {
    let (one, other) = (&first.condition, &second.condition);
    let opposite = |condition: &Condition| condition.clone().negate();
    if *one == opposite(other) || *other == opposite(one) {
        return false;
    }
    one.is_truth() || other.is_truth() || one == other
}
