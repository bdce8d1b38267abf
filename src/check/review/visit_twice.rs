//! `visit "stitches out" 7 days after treatment` beside `visit "stitches out" 10 days after treatment if pregnant`: who is
//! pregnant has both in the plan, and one is meant. So has everybody of whom a variant adds a visit beside the one of that
//! title in the protocol that it extends.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::fold;

impl Checker<'_> {
    /// Warns of each visit whose title another one has, where one of the two alone is for all patients, or one of another file
    /// stands beside it.
    pub(crate) fn visits_twice(&mut self, rules: &[Rule]) {
        let visits: Vec<(&Rule, String, &str)> = rules.iter().filter_map(visit).collect();
        for (index, (second, title, point)) in visits.iter().enumerate() {
            let mut earlier = visits.iter().take(index);
            let found = earlier.find(|(first, other, at)| {
                let (first_for_all, for_all) = (is_for_all(first), is_for_all(second));
                let beside = first.span.source != second.span.source;
                let meet = first_for_all != for_all || beside && for_all;
                other == title && at != point && meet
            });
            let Some((first, ..)) = found else { continue };
            if first.span.source != second.span.source {
                self.report(beside_another(first, second));
                continue;
            }
            let (conditional, other) = match is_for_all(first) {
                true => ("the second", "the first"),
                false => ("the first", "the second"),
            };
            self.report(
                both(first, second).with_help(format!(
                    "if it takes the place of the other one, end {other} with `unless` and what {conditional} asks; if both are \
                     meant, give them titles of their own"
                )),
            );
        }
    }
}

/// That both stand in one plan.
fn both(first: &Rule, second: &Rule) -> Diagnostic {
    Diagnostic::new(
        Code::VisitTwice,
        second.span,
        "a patient can have both of these visits in the plan",
        "of the same title",
    )
    .with_label(first.span, "the other one")
}

/// That a variant adds a visit beside the one of its title.
fn beside_another(first: &Rule, second: &Rule) -> Diagnostic {
    let instead = match &first.label {
        Some(label) => format!("write `replace {label}: visit ...` in its place"),
        None => "give that one a label in its own file, and write `replace LABEL: visit ...` here"
            .to_owned(),
    };
    both(first, second).with_help(format!(
        "if it takes the place of the other one, {instead}; if both are meant, give this one a title of its own"
    ))
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
