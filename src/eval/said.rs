//! Rules that say the same, said once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::deferral;
use crate::check::{Condition, Rule};
use crate::vocabulary::ThingId;

/// A rule, and the rules that say the same.
#[derive(Debug, Clone)]
pub struct Said<'a> {
    /// The first of them.
    pub rule: &'a Rule,
    /// The others.
    pub also: Vec<&'a Rule>,
    /// The condition that one of them holds, with what their time implies.
    pub condition: Cow<'a, Condition>,
    /// When it holds, of a sentence that is no line and has a window.
    pub timing: Option<usize>,
}

/// The rules, those that say the same under different conditions joined by `or`: repeating a
/// sentence changes nothing.
#[must_use]
pub fn said(rules: &[Rule]) -> Vec<Said<'_>> {
    let mut all: Vec<Said<'_>> = Vec::new();
    let mut alike: BTreeMap<Vec<ThingId>, Vec<usize>> = BTreeMap::new();
    for rule in rules {
        let key: Vec<ThingId> = rule.head.things().map(|item| item.thing).collect();
        let near = alike.entry(key).or_default();
        let same = near.iter().copied().find(|index| {
            all.get(*index)
                .is_some_and(|said| said.rule.says_the_same(rule))
        });
        match same.and_then(|index| all.get_mut(index)) {
            Some(same) => {
                same.also.push(rule);
                let conditions = vec![same.condition.as_ref().clone(), holds_if(rule).into_owned()];
                same.condition = Cow::Owned(Condition::Any(conditions));
            }
            None => {
                near.push(all.len());
                all.push(Said {
                    rule,
                    also: Vec::new(),
                    condition: holds_if(rule),
                    timing: None,
                });
            }
        }
    }
    all
}

/// The rules, each by itself, whatever it repeats.
#[must_use]
pub fn apart(rules: &[Rule]) -> Vec<Said<'_>> {
    let said = |rule| Said {
        rule,
        also: Vec::new(),
        condition: holds_if(rule),
        timing: None,
    };
    rules.iter().map(said).collect()
}

/// A rule's condition, and what its time implies.
fn holds_if(rule: &Rule) -> Cow<'_, Condition> {
    match deferral::of_time(rule) {
        Some(implied) => Cow::Owned(rule.condition.clone().and(implied)),
        None => Cow::Borrowed(&rule.condition),
    }
}
