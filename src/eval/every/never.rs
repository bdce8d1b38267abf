//! Conditions that no patient meets.

use std::collections::BTreeSet;

use crate::check::{Condition, Protocol, Rule};
use crate::eval::conditions::Deciding;
use crate::eval::words;

/// Sentences under one condition that no patient meets.
#[derive(Debug, Clone)]
pub struct Never<'p> {
    /// The first of them.
    pub rule: &'p Rule,
    /// The others.
    pub others: Vec<&'p Rule>,
    /// Two parts of the condition that are never so together, in words; none where it takes more.
    pub apart: Option<(String, String)>,
}

/// The sentences of a protocol that hold for no patient, in the order of the rules.
#[must_use]
pub fn never(protocol: &Protocol) -> Vec<Never<'_>> {
    let deciding = Deciding::of(&protocol.vocabulary, &protocol.rules);
    let mut found: Vec<Never<'_>> = Vec::new();
    let mut sound: BTreeSet<&Condition> = BTreeSet::new();
    for rule in &protocol.rules {
        let condition = &rule.condition;
        if condition.is_truth() || sound.contains(condition) {
            continue;
        }
        if let Some(same) = found
            .iter_mut()
            .find(|one| one.rule.condition == *condition)
        {
            same.others.push(rule);
        } else if deciding.is_false(condition) {
            found.push(Never {
                rule,
                others: Vec::new(),
                apart: apart(protocol, &deciding, condition),
            });
        } else {
            sound.insert(condition);
        }
    }
    found
}

/// Two of the parts that must all be so, where those alone are never so together.
fn apart(
    protocol: &Protocol,
    deciding: &Deciding<'_>,
    condition: &Condition,
) -> Option<(String, String)> {
    let Condition::All(parts) = condition else {
        return None;
    };
    let words = |part| words::condition(&protocol.vocabulary, part);
    parts.iter().enumerate().find_map(|(at, one)| {
        let others = parts.iter().skip(at + 1);
        let both = |other: &&Condition| deciding.is_false(&one.clone().and((*other).clone()));
        let other = others.into_iter().find(both)?;
        Some((words(one), words(other)))
    })
}
