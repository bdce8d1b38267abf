//! The steps of a routine.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Step};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Clause, Sentence, StepItem, StepJoin};

use super::own_symptoms;

impl Checker<'_> {
    /// All steps; none where one is wrong.
    pub(crate) fn steps(&mut self, items: &[StepItem], routine: Span) -> Option<Vec<Step>> {
        let steps: Vec<Option<Step>> = items.iter().map(|item| self.step(item, routine)).collect();
        steps.into_iter().collect()
    }

    fn step(&mut self, item: &StepItem, routine: Span) -> Option<Step> {
        let sentence = &item.sentence.node;
        let join_is_sound = match item.join.as_ref().map(|join| &join.node) {
            Some(StepJoin::After(range)) => self.range(range).is_some(),
            _ => true,
        };
        self.windowless(sentence, routine);
        let head = self.head(&sentence.head, item.sentence.span);
        let details = self.details(sentence, head.as_ref());
        let symptoms = head.as_ref().map(own_symptoms).unwrap_or_default();
        let condition = self.own_condition(sentence, &symptoms, head.is_none());
        let (mut things, condition) = (step_things(head?), condition?);
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
        })
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

fn step_things(head: Head) -> Vec<crate::check::protocol::ThingRef> {
    match head {
        Head::Avoid { things, .. }
        | Head::Duty { things, .. }
        | Head::Allow { things, .. }
        | Head::Resume { things, .. }
        | Head::Limit { things, .. } => things,
        _ => Vec::new(),
    }
}
