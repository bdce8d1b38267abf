//! A duty that asks for more than a limit allows.

use crate::check::checker::Checker;
use crate::check::protocol::{Dose, Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;

impl Checker<'_> {
    /// Reports duties above a cap on the same things at the same time.
    pub(crate) fn above_caps(&mut self, rules: &[Rule]) {
        let mut found = Vec::new();
        let duties: Vec<&Rule> = rules
            .iter()
            .filter(|rule| matches!(rule.head, Head::Duty { .. }) && rule.details.dose.is_some())
            .collect();
        for limit in rules {
            let Head::Limit {
                things: limited,
                cap: Some(cap),
                ..
            } = &limit.head
            else {
                continue;
            };
            for duty in &duties {
                let (Head::Duty { things, .. }, Some(dose)) = (&duty.head, &duty.details.dose)
                else {
                    continue;
                };
                let shared = things.iter().find(|thing| {
                    limited
                        .iter()
                        .any(|class| self.vocabulary.is_under(thing.thing, class.thing))
                });
                if let Some(shared) = shared
                    && dose.is_above(cap)
                    && duty.surely_meets(limit)
                {
                    found.push((shared.thing, duty.span, limit.span));
                }
            }
        }
        for (thing, duty, limit) in found {
            let name = self.vocabulary.name(thing).to_owned();
            self.report(
                Diagnostic::new(
                    Code::AboveCap,
                    duty,
                    format!("this asks for more `{name}` than is allowed at the same time"),
                    "more than the limit",
                )
                .with_label(limit, "the limit")
                .with_help("lower the amount, raise the limit, or give the two different windows"),
            );
        }
    }
}

impl Dose {
    /// Whether it is more than a cap in the same unit. A cap without a unit counts times.
    fn is_above(&self, cap: &Self) -> bool {
        if self.unit != cap.unit {
            return false;
        }
        let minutes = |dose: &Self| i128::from(crate::check::when::measure(dose.per));
        if self.per.unit.is_monthly() != cap.per.unit.is_monthly() {
            return false;
        }
        let number = |number: Number| i128::from(number.as_thousandths());
        number(self.number) * minutes(cap) > number(cap.number) * minutes(self)
    }
}

impl Rule {
    /// Whether one patient is sure to be under both rules at one time.
    fn surely_meets(&self, other: &Self) -> bool {
        let conditions = self.condition == other.condition
            || self.condition.is_truth()
            || other.condition.is_truth();
        conditions && self.window.surely_overlaps(&other.window)
    }
}
