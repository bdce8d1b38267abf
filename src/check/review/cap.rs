//! A duty that asks for, or a permission of, more than a limit allows.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::details::Dose;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::when::measure;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// Reports duties above a cap on the same things at the same time; no more of them than the mistakes
    /// of a file that are looked into.
    pub(crate) fn above_caps(&mut self, rules: &[Rule]) {
        let is_limit = |rule: &Rule| matches!(rule.head, Head::Limit { .. });
        if !rules.iter().any(is_limit) {
            return;
        }
        let duties = self.dosed_duties(rules);
        let mut found = Vec::new();
        for limit in rules {
            if found.len() >= MAX_MISTAKES {
                break;
            }
            if let Head::Limit {
                things,
                cap: Some(cap),
                ..
            } = &limit.head
            {
                let limited = things.iter().filter_map(|class| duties.get(&class.thing));
                let near: BTreeSet<usize> = limited.flatten().copied().collect();
                let near = near.into_iter().filter_map(|index| rules.get(index));
                found.extend(near.filter_map(|duty| self.above_cap(duty, limit, things, cap)));
            }
        }
        for (thing, duty, limit) in found {
            let name = self.vocabulary.name(thing).to_owned();
            self.report(
                Diagnostic::new(
                    Code::AboveCap,
                    duty,
                    format!("this is more `{name}` than is allowed at the same time"),
                    "more than the limit",
                )
                .with_label(limit, "the limit")
                .with_help("lower the amount, or give the two different windows"),
            );
        }
    }
}

impl Checker<'_> {
    /// The duties and permissions with a dose, by their index, under what they name and the classes above it.
    fn dosed_duties(&self, rules: &[Rule]) -> BTreeMap<ThingId, Vec<usize>> {
        let mut duties: BTreeMap<ThingId, Vec<usize>> = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            if let (Head::Duty { things, .. } | Head::Allow { things, .. }, Some(_)) =
                (&rule.head, &rule.details.dose)
            {
                for thing in things {
                    duties.entry(thing.thing).or_default().push(index);
                    for class in self.vocabulary.above(thing.thing) {
                        duties.entry(class).or_default().push(index);
                    }
                }
            }
        }
        duties
    }

    /// The first thing of a duty that asks for more than a limit allows, and both places.
    fn above_cap(
        &self,
        duty: &Rule,
        limit: &Rule,
        limited: &[ThingRef],
        cap: &Dose,
    ) -> Option<(ThingId, Span, Span)> {
        let (Head::Duty { things, .. } | Head::Allow { things, .. }, Some(dose)) =
            (&duty.head, &duty.details.dose)
        else {
            return None;
        };
        // Nobody has to take what is allowed.
        let may = matches!(duty.head, Head::Allow { .. });
        let is_bounded = may || dose.as_needed || only_for_symptom(&duty.condition);
        let is_above = match is_bounded {
            true => dose.is_above_at_once(cap),
            false => dose.is_above(cap),
        };
        if !is_above || !duty.surely_meets(limit) {
            return None;
        }
        let shared = things.iter().find(|thing| {
            limited
                .iter()
                .any(|class| self.vocabulary.is_under(thing.thing, class.thing))
        })?;
        Some((shared.thing, duty.span, limit.span))
    }
}

impl Dose {
    /// Whether one dose is more than a cap in the same unit.
    fn is_above_at_once(&self, cap: &Self) -> bool {
        self.unit == cap.unit && self.at_once > cap.number
    }

    /// Whether it is more than a cap in the same unit. A cap without a unit counts times.
    fn is_above(&self, cap: &Self) -> bool {
        let number = match (&cap.unit, self.times) {
            (unit, _) if self.unit == *unit => self.number,
            (None, Some(times)) => Number::whole(times),
            _ => return false,
        };
        let (Some(own), Some(most)) = (self.per, cap.per) else {
            return self.is_above_at_once(cap);
        };
        if own.unit.is_monthly() != most.unit.is_monthly() {
            return false;
        }
        let minutes = |length| i128::from(measure(length));
        let thousandths = |number: Number| i128::from(number.as_thousandths());
        thousandths(number) * minutes(most) > thousandths(cap.number) * minutes(own)
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

/// Whether something is done for a symptom and never without one. A limit then bounds how often, as in "1 g
/// every 4 to 6 hours for pain, at most 4 g a day": only one dose can be too much.
fn only_for_symptom(condition: &Condition) -> bool {
    match condition {
        Condition::Atom(atom) => matches!(atom, Atom::Symptom { .. }),
        Condition::Not(_) => false,
        Condition::All(all) => all.iter().any(only_for_symptom),
        Condition::Any(any) => !any.is_empty() && any.iter().all(only_for_symptom),
    }
}
