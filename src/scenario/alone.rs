//! The lines of one sentence. Sentences that say the same are one line of a plan; what of it is a sentence's own is
//! told by the plan of a protocol that has this sentence alone.

use std::collections::BTreeMap;

use super::line::{Line, lines};
use crate::check::{Protocol, Rule};
use crate::eval::evaluate;
use crate::plan::{Moment, Plan};
use crate::profile::Profile;

/// The sentences of a protocol that share a line with others, each as a protocol of its own.
pub(super) struct Alone<'p> {
    protocol: &'p Protocol,
    /// By the place of the sentence.
    shared: BTreeMap<usize, Protocol>,
}

impl<'p> Alone<'p> {
    /// Of a protocol, a plan of which has all its lines.
    pub(super) fn of(protocol: &'p Protocol) -> Self {
        let is_shared = |at: usize, rule: &Rule| {
            let mut others = protocol.rules.iter().enumerate();
            others.any(|(other, one)| other != at && one.says_the_same(rule))
        };
        let rules = protocol.rules.iter().enumerate();
        let shared = rules
            .filter(|(at, rule)| is_shared(*at, rule))
            .map(|(at, rule)| {
                let alone = Protocol {
                    rules: vec![rule.clone()],
                    ..protocol.clone()
                };
                (at, alone)
            });
        Self {
            protocol,
            shared: shared.collect(),
        }
    }

    /// The lines of the sentence at a place, of those of a plan of this patient on this day.
    pub(super) fn lines(
        &self,
        at: usize,
        all: &[Line],
        profile: &Profile,
        on: Moment,
    ) -> Vec<Line> {
        if let Some(alone) = self.shared.get(&at) {
            let plan = evaluate(alone, profile, Some(on));
            return plan
                .as_ref()
                .map_or_else(|_| Vec::new(), |plan: &Plan| lines(plan));
        }
        let Some(rule) = self.protocol.rules.get(at) else {
            return Vec::new();
        };
        let here = |line: &&Line| line.rule.location == rule.location;
        all.iter().filter(here).cloned().collect()
    }
}
