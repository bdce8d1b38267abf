//! `visit "stitches out" 7 days after treatment` beside `visit "stitches out" 10 days after treatment if pregnant`: who is
//! pregnant has both in the plan, and one is meant.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::fold;

impl Checker<'_> {
    /// Warns of each visit whose title another one has, where one of the two alone is for all patients.
    pub(crate) fn visits_twice(&mut self, rules: &[Rule]) {
        let visits: Vec<(&Rule, String, &str)> = rules.iter().filter_map(visit).collect();
        for (index, (second, title, point)) in visits.iter().enumerate() {
            let mut earlier = visits.iter().take(index);
            let found = earlier.find(|(first, other, at)| {
                other == title && at != point && is_for_all(first) != is_for_all(second)
            });
            let Some((first, ..)) = found else { continue };
            let (conditional, other) = match is_for_all(first) {
                true => ("the second", "the first"),
                false => ("the first", "the second"),
            };
            self.report(
                Diagnostic::new(
                    Code::VisitTwice,
                    second.span,
                    "a patient can have both of these visits in the plan",
                    "of the same title",
                )
                .with_label(first.span, "the other one")
                .with_help(format!(
                    "if it takes the place of the other one, end {other} with `unless` and what {conditional} asks; if both are \
                     meant, give them titles of their own"
                )),
            );
        }
    }
}

/// A visit, its title as it is compared, and when it is.
fn visit(rule: &Rule) -> Option<(&Rule, String, &str)> {
    match &rule.head {
        Head::Visit {
            title, point_text, ..
        } => Some((rule, fold(title), point_text)),
        _ => None,
    }
}

/// Whether a sentence asks nothing.
fn is_for_all(rule: &Rule) -> bool {
    let mut asks = false;
    rule.condition.atoms(&mut |_| asks = true);
    !asks
}
