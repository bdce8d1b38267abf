//! Conditions that no patient meets.

use std::collections::BTreeSet;

use crate::check::{Atom, Condition, Protocol, Rule};
use crate::eval::conditions::Deciding;
use crate::eval::words;
use crate::profile::{Answered, Profile};
use crate::vocabulary::FactId;

/// Sentences under one condition that no patient meets.
#[derive(Debug, Clone)]
pub struct Never<'p> {
    /// The first of them.
    pub rule: &'p Rule,
    /// How many more there are.
    pub more: usize,
    /// Two parts of the condition that are never so together, in words; none where it takes more.
    pub apart: Option<(String, String)>,
}

/// A fact may not apply to a patient, which is a value of its own: of so many facts each such patient is
/// tried, and conditions that ask about more of them are left alone.
const MOST_FACTS: usize = 6;

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
            same.more += 1;
        } else if is_never(&deciding, condition) {
            found.push(Never {
                rule,
                more: 0,
                apart: apart(protocol, &deciding, condition),
            });
        } else {
            sound.insert(condition);
        }
    }
    found
}

/// Whether a condition is false for every patient, those included to whom facts do not apply.
fn is_never(deciding: &Deciding<'_>, condition: &Condition) -> bool {
    let facts = facts(condition);
    if facts.len() > MOST_FACTS || !deciding.is_false(condition, &Profile::default()) {
        return false;
    }
    let facts: Vec<FactId> = facts.into_iter().collect();
    (1_u32..1 << facts.len()).all(|chosen| {
        let mut profile = Profile::default();
        let without = facts.iter().enumerate();
        let without = without.filter(|(at, _)| chosen >> at & 1 == 1);
        (profile.facts).extend(without.map(|(_, fact)| (*fact, Answered::DoesNotApply)));
        deciding.is_false(condition, &profile)
    })
}

/// The declared facts that a condition reads.
fn facts(condition: &Condition) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    condition.atoms(&mut |atom| match atom {
        Atom::Yes(fact)
        | Atom::No(fact)
        | Atom::Number { fact, .. }
        | Atom::OneOf { fact, .. }
        | Atom::Includes { fact, .. }
        | Atom::IncludesThing { fact, .. } => {
            facts.insert(*fact);
        }
        _ => {}
    });
    facts
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
        let both = |other: &&Condition| is_never(deciding, &one.clone().and((*other).clone()));
        let other = others.into_iter().find(both)?;
        Some((words(one), words(other)))
    })
}
