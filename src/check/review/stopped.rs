//! `defer until 1 week after warfarin last taken if taking warfarin`: who has stopped is not meant by the condition, and the
//! time is counted from when it was stopped.

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::protocol::{Head, Rule};
use crate::check::window::{Anchor, FromEnd, Point, Window};
use crate::check::wording::duration;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::Duration;
use crate::vocabulary::ThingId;

impl Checker<'_> {
    /// Warns of each sentence that holds for who takes a medicine now, and for so long after it was stopped.
    pub(crate) fn stopped_and_taking(&mut self, rules: &[Rule]) {
        let found = rules.iter().filter_map(|rule| {
            let (thing, length) = last_taken(rule)?;
            let taking = self.taking_alike(&rule.condition, thing)?;
            Some(self.who_has_stopped(rule, taking, thing, length))
        });
        let found: Vec<Diagnostic> = found.take(MAX_MISTAKES).collect();
        for diagnostic in found {
            self.report(diagnostic);
        }
    }

    /// The medicine that a condition wants taken now, where it is that one, or one is of the other.
    fn taking_alike(&self, condition: &Condition, thing: ThingId) -> Option<ThingId> {
        match condition {
            Condition::Atom(Atom::Taking(taking)) => {
                let (one, other) = (*taking, thing);
                let alike =
                    self.vocabulary.is_under(one, other) || self.vocabulary.is_under(other, one);
                alike.then_some(one)
            }
            Condition::Atom(_) | Condition::Not(_) => None,
            Condition::All(all) => all.iter().find_map(|one| self.taking_alike(one, thing)),
            Condition::Any(any) => {
                // `if taking X or took X within 1 week` means both.
                let took = |one: &Condition| matches!(one, Condition::Atom(Atom::Took { .. }));
                let mut alike = any.iter().filter(|_| !any.iter().any(took));
                alike.find_map(|one| self.taking_alike(one, thing))
            }
        }
    }

    fn who_has_stopped(
        &self,
        rule: &Rule,
        taking: ThingId,
        thing: ThingId,
        length: Option<Duration>,
    ) -> Diagnostic {
        let (taking, thing) = (self.vocabulary.name(taking), self.vocabulary.name(thing));
        let within = length.map_or_else(|| "2 weeks".to_owned(), duration);
        Diagnostic::new(
            Code::StoppedAndTaking,
            rule.span,
            format!("`taking {taking}` asks who takes it now, and the time counts from when it was stopped"),
            "who has stopped is left out",
        )
        .with_help(format!(
            "ask `took {thing} within {within}` in the place of `taking {taking}`: it holds of who takes it, too"
        ))
    }
}

/// The medicine from whose last day a sentence counts, and how long.
fn last_taken(rule: &Rule) -> Option<(ThingId, Option<Duration>)> {
    let mut points: Vec<&Point> = Vec::new();
    if let Head::Defer {
        until: Some(until), ..
    } = &rule.head
    {
        points.push(until);
    }
    match &rule.window {
        Window::From { from, end } => {
            points.push(from);
            if let FromEnd::Until(until) = end {
                points.push(until);
            }
        }
        Window::Until { until, .. } => points.push(until),
        _ => {}
    }
    points
        .into_iter()
        .flat_map(Point::parts)
        .find_map(|point| match point {
            Point::Offset {
                distance,
                before: false,
                anchor: Anchor::LastTaken(thing),
            } => Some((*thing, distance.map(|(near, far)| far.unwrap_or(near)))),
            _ => None,
        })
}
