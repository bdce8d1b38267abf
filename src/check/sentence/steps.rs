//! The steps of a routine.

use crate::check::checker::Checker;
use crate::check::condition::{Atom, Condition};
use crate::check::details::Details;
use crate::check::protocol::{Head, Own, Qualifier, Rule, Step, ThingRef};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Location;
use crate::span::Span;
use crate::syntax::tree::{self, Clause, Sentence, StepItem, StepJoin};

use super::own_symptoms;

impl Checker<'_> {
    /// All steps; none where one is wrong.
    pub(crate) fn steps(
        &mut self,
        title: &str,
        items: &[StepItem],
        routine: Span,
    ) -> Option<Vec<Step>> {
        let steps: Vec<Option<Step>> = items
            .iter()
            .map(|item| self.step(title, item, routine))
            .collect();
        steps.into_iter().collect()
    }

    fn step(&mut self, title: &str, item: &StepItem, routine: Span) -> Option<Step> {
        let sentence = &item.sentence.node;
        let join_is_sound = match item.join.as_ref().map(|join| &join.node) {
            Some(StepJoin::After(range)) => self.range(range).is_some(),
            _ => true,
        };
        self.windowless(sentence, routine);
        let calls = self.calls(sentence, item.sentence.span, true);
        let head = (!calls).then(|| self.head(&sentence.head, item.sentence.span));
        let head = head.flatten();
        let details = self.details(sentence, head.as_ref());
        let symptoms = head.as_ref().map(own_symptoms).unwrap_or_default();
        let condition = self.own_condition(sentence, &symptoms, head.is_none());
        if calls {
            self.forget_persisting(sentence);
            self.forget_measured(sentence, item.sentence.span);
        }
        let (head, condition) = (head?, condition?);
        let own = own(title, item, &head, &details);
        let mut things = step_things(head);
        things.extend(details.using.into_iter().flat_map(|using| using.things));
        join_is_sound.then(|| Step {
            join: item
                .join
                .as_ref()
                .and_then(|join| wording::step_join(&join.node)),
            text: wording::step(sentence),
            things,
            condition,
            because: details.because,
            sources: details.sources,
            own: own.map(Box::new),
        })
    }

    /// The red flags and the restrictions among the steps of a rule, as rules of their own: under its
    /// window, its condition and their own. What a step waits for has no date, so that a restriction
    /// holds for as long as the steps do.
    pub(super) fn rules_of_steps(&self, sentence: &Sentence, rule: &Rule) -> Vec<Rule> {
        let (tree::Head::Steps { items, .. }, Head::Steps { items: steps, .. }) =
            (&sentence.head.node, &rule.head)
        else {
            return Vec::new();
        };
        let own = items.iter().zip(steps).filter_map(|(item, step)| {
            let own = step.own.as_deref()?;
            let whole = rule.condition.clone().and(step.condition.clone());
            Some(Rule {
                label: None,
                advised: rule.advised || item.sentence.node.should,
                condition: unless_said_anyway(whole, &own.head),
                head: own.head.clone(),
                details: own.details.clone().shared(),
                ..self.placed(item.sentence.span, rule)
            })
        });
        own.collect()
    }

    /// A rule as it would stand at another place.
    fn placed(&self, span: Span, rule: &Rule) -> Rule {
        let position = self.sources.position(span);
        Rule {
            span,
            location: Location {
                line: position.line,
                column: position.column,
                ..rule.location.clone()
            },
            sentence: self.one_line(span),
            ..rule.clone()
        }
    }

    /// A step has no window: the routine has it.
    fn windowless(&mut self, sentence: &Sentence, routine: Span) {
        for clause in &sentence.clauses {
            let Clause::Window(window) = &clause.node else {
                continue;
            };
            if window.is_application(true) {
                continue;
            }
            let text = wording::window(window);
            self.report(
                Diagnostic::new(
                    Code::WindowNotHere,
                    clause.span,
                    format!("a step cannot hold `{text}` by itself"),
                    "a window",
                )
                .with_label(routine.at_start(), "the steps")
                .with_help("put the window behind the closing brace: it is for all steps"),
            );
        }
    }
}

/// What a step that reports or restricts says as a sentence of its own.
fn own(title: &str, item: &StepItem, head: &Head, details: &Details) -> Option<Own> {
    if !matches!(head, Head::Report { .. }) && !head.restricts() {
        return None;
    }
    let mut head = head.clone();
    let persists = item.join.as_ref().map(|join| &join.node) == Some(&StepJoin::IfItPersists);
    if let Head::Report { symptoms, .. } = &mut head
        && persists
    {
        for symptom in symptoms {
            let despite = Qualifier::Despite(format!("the steps `{title}`"));
            symptom.qualifiers.push(despite);
        }
    }
    Some(Own {
        head,
        details: details.clone(),
    })
}

/// A condition without what a report says by itself: bleeding is reported only where there is bleeding.
fn unless_said_anyway(condition: Condition, head: &Head) -> Condition {
    if !matches!(head, Head::Report { .. }) {
        return condition;
    }
    let said = |one: &Condition| match one {
        Condition::Atom(Atom::Symptom {
            symptom,
            qualifier: None,
        }) => head.things().all(|own| own.thing == *symptom),
        _ => false,
    };
    match condition {
        Condition::All(all) => Condition::All(all.into_iter().filter(|one| !said(one)).collect()),
        one if said(&one) => Condition::truth(),
        other => other,
    }
}

fn step_things(head: Head) -> Vec<ThingRef> {
    match head {
        Head::Avoid { things, .. }
        | Head::Duty { things, .. }
        | Head::Allow { things, .. }
        | Head::Resume { things, .. }
        | Head::Limit { things, .. } => things,
        _ => Vec::new(),
    }
}
