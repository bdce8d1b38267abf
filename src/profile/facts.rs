//! `[facts]`: what was asked about the patient.

use std::collections::BTreeMap;

use super::home::Home;
use super::model::{Answered, Value};
use super::reader::{Reader, unknown};
use super::value::Node;
use crate::span::Spanned;
use crate::vocabulary::{FactId, FactKind, ThingId};

impl Reader<'_> {
    /// The table of facts.
    pub(super) fn facts(&mut self, node: &Node) {
        const HELP: &str = "write `[facts]` on a line of its own, and the facts below it";
        let Some(entries) = self.table("facts", node, HELP) else {
            return;
        };
        let mut seen = BTreeMap::new();
        for entry in entries {
            if let Some(fact) = self.vocabulary.find_fact(&entry.key.node) {
                if self.once(&mut seen, fact, &entry.key) {
                    self.fact(fact, &entry.value);
                }
            } else if let Some(thing) = self.prescribed_thing(&entry.key.node) {
                self.prescribed(thing, &entry.key, &entry.value);
            } else {
                self.unknown_key(&entry.key, Home::Facts);
            }
        }
    }

    /// One fact's answer.
    pub(super) fn fact(&mut self, fact: FactId, node: &Node) {
        let declared = self.vocabulary.fact(fact);
        let name = declared.name.as_str();
        let answer = match unknown(node) {
            Some(answer) => Some(answer),
            None => self.value(name, &declared.kind, node).map(Answered::Known),
        };
        if let Some(answer) = answer {
            self.profile.facts.insert(fact, answer);
        }
    }

    /// A fact's value.
    fn value(&mut self, name: &str, kind: &FactKind, node: &Node) -> Option<Value> {
        match kind {
            FactKind::YesNo => self.yes_no_fact(name, node).map(Value::Yes),
            FactKind::Number(measure) => self.measure(name, node, *measure).map(Value::Number),
            FactKind::Ordered(options) | FactKind::OneOf(options) => {
                self.one_of(name, options, node).map(Value::Index)
            }
            FactKind::AnyOf(options) => self.any_of(name, options, node).map(Value::Indexes),
            FactKind::Things(root) => self.things(name, *root, node).map(Value::Things),
        }
    }

    /// `"prescribed aspirin" = true`
    pub(super) fn prescribed(&mut self, thing: ThingId, key: &Spanned<String>, node: &Node) {
        let mut seen = std::mem::take(&mut self.prescribed);
        let first = self.once(&mut seen, thing, key);
        self.prescribed = seen;
        if !first {
            return;
        }
        let answer = unknown(node).or_else(|| {
            let yes = self.yes_no_fact(&key.node, node)?;
            Some(Answered::Known(Value::Yes(yes)))
        });
        if let Some(answer) = answer {
            self.profile.prescribed.insert(thing, answer);
        }
    }

    /// Writes what is known of prescriptions beside the things that are listed.
    pub(super) fn prescriptions(&mut self) {
        for answer in self.profile.facts.values_mut() {
            let Answered::Known(Value::Things(things)) = answer else {
                continue;
            };
            for one in things {
                if let Some(answer) = self.profile.prescribed.get(&one.thing) {
                    one.prescribed = match answer {
                        Answered::Known(Value::Yes(yes)) => Some(*yes),
                        _ => None,
                    };
                }
            }
        }
    }
}
