//! The names of one protocol as those of another: things and facts by their names, values of facts by theirs.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::{
    Anchor, Atom, AttributeTest, Condition, Details, FromEnd, Head, Own, Places, Point, Rule, Spot,
    Step, ThingRef, Using, Window,
};
use crate::vocabulary::{FactId, ThingId};

/// What the things, facts and values of a protocol are in the vocabulary of both.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By thing.
    pub things: Vec<ThingId>,
    /// By fact.
    pub facts: Vec<FactId>,
    /// By fact, what its values are; one that is not here has the same.
    pub values: BTreeMap<FactId, Vec<usize>>,
}

impl Names {
    pub fn thing(&self, id: ThingId) -> ThingId {
        self.things.get(id.0 as usize).copied().unwrap_or(id)
    }

    pub fn fact(&self, id: FactId) -> FactId {
        self.facts.get(id.0 as usize).copied().unwrap_or(id)
    }

    pub fn value(&self, fact: FactId, value: usize) -> usize {
        let values = self.values.get(&fact);
        values
            .and_then(|values| values.get(value).copied())
            .unwrap_or(value)
    }

    /// A sentence in the names of both.
    pub fn rule(&self, rule: &Rule) -> Rule {
        Rule {
            head: self.head(&rule.head),
            window: self.window(&rule.window),
            condition: self.condition(&rule.condition),
            details: Arc::new(self.details(&rule.details)),
            ..rule.clone()
        }
    }

    fn head(&self, head: &Head) -> Head {
        let mut head = head.clone();
        match &mut head {
            Head::Avoid { things, including }
            | Head::Resume { things, including }
            | Head::Duty {
                things, including, ..
            }
            | Head::Limit {
                things, including, ..
            } => {
                self.rename(things);
                self.rename(including);
            }
            Head::Allow {
                things,
                including,
                but_not,
            } => {
                self.rename(things);
                self.rename(including);
                self.rename(but_not);
            }
            Head::Expect { symptoms, .. } | Head::Report { symptoms, .. } => self.rename(symptoms),
            Head::Steps { items, .. } => items.iter_mut().for_each(|step| self.step(step)),
            Head::Visit { point, .. } => *point = self.point(point),
            Head::Defer { until, .. } => *until = until.as_ref().map(|until| self.point(until)),
            Head::Sessions { .. }
            | Head::Maintenance { .. }
            | Head::Refuse
            | Head::Caution(_)
            | Head::AskPrescriber(_)
            | Head::AskClinic(_)
            | Head::TellClinic(_)
            | Head::Prepare(_)
            | Head::Note(_) => {}
        }
        head
    }

    fn step(&self, step: &mut Step) {
        self.rename(&mut step.things);
        step.condition = self.condition(&step.condition);
        if let Some(own) = &mut step.own {
            let (head, details) = (self.head(&own.head), self.details(&own.details));
            **own = Own { head, details };
        }
    }

    fn rename(&self, things: &mut [ThingRef]) {
        for item in things {
            item.thing = self.thing(item.thing);
            for test in &mut item.attributes {
                *test = AttributeTest {
                    attribute: self.thing(test.attribute),
                    ..test.clone()
                };
            }
        }
    }

    fn details(&self, details: &Details) -> Details {
        let mut details = details.clone();
        self.rename(&mut details.except);
        details.during = details.during.map(|during| self.thing(during));
        for outside in &mut details.outside {
            *outside = self.thing(*outside);
        }
        if let Some(Using {
            things, including, ..
        }) = &mut details.using
        {
            self.rename(things);
            self.rename(including);
        }
        if let Some(Places { spots, .. }) = &mut details.places {
            for Spot { place, .. } in spots {
                *place = self.thing(*place);
            }
        }
        details
    }

    fn window(&self, window: &Window) -> Window {
        let mut window = window.clone();
        match &mut window {
            Window::From { from, end } => {
                *from = self.point(from);
                if let FromEnd::Until(until) = end {
                    *until = self.point(until);
                }
            }
            Window::Until { until, .. } => *until = self.point(until),
            _ => {}
        }
        window
    }

    fn point(&self, point: &Point) -> Point {
        let mut point = point.clone();
        match &mut point {
            Point::Offset { anchor, .. } => match anchor {
                Anchor::Event(thing) | Anchor::Procedure(thing) | Anchor::LastTaken(thing) => {
                    *thing = self.thing(*thing);
                }
                _ => {}
            },
            Point::Latest(points) => points.iter_mut().for_each(|one| *one = self.point(one)),
            Point::Day(_) | Point::NextMorning => {}
        }
        point
    }

    fn condition(&self, condition: &Condition) -> Condition {
        match condition {
            Condition::Atom(atom) => Condition::Atom(self.atom(atom)),
            Condition::Not(inner) => Condition::Not(Box::new(self.condition(inner))),
            Condition::All(all) => Condition::All(self.conditions(all)),
            Condition::Any(all) => Condition::Any(self.conditions(all)),
        }
    }

    fn conditions(&self, all: &[Condition]) -> Vec<Condition> {
        all.iter().map(|one| self.condition(one)).collect()
    }

    fn atom(&self, atom: &Atom) -> Atom {
        let mut atom = atom.clone();
        match &mut atom {
            Atom::Yes(fact) | Atom::No(fact) | Atom::Number { fact, .. } => {
                *fact = self.fact(*fact);
            }
            Atom::OneOf { fact, values } => {
                for value in values.iter_mut() {
                    *value = self.value(*fact, *value);
                }
                values.sort_unstable();
                *fact = self.fact(*fact);
            }
            Atom::Includes { fact, value } => {
                *value = self.value(*fact, *value);
                *fact = self.fact(*fact);
            }
            Atom::IncludesThing { fact, thing } => {
                *fact = self.fact(*fact);
                *thing = self.thing(*thing);
            }
            Atom::Taking(thing)
            | Atom::Took { thing, .. }
            | Atom::Had { thing, .. }
            | Atom::Prescribed(thing)
            | Atom::Symptom { symptom: thing, .. }
            | Atom::Event(thing) => *thing = self.thing(*thing),
            Atom::Session(_) => {}
        }
        atom
    }
}
