//! Which sentences of two protocols say the same, word order aside in nothing but labels, grounds and places of names.

use std::collections::{BTreeMap, BTreeSet};

use super::joint::Joint;
use crate::check::{Condition, Details, Head, Rule, Window};
use crate::eval::every::implied::without_grounds;
use crate::vocabulary::ThingId;

/// By sentence of both protocols what it says, as a number: those that say the same have one number.
pub(super) struct Same {
    said: Vec<usize>,
    /// How many of the sentences are old.
    old: usize,
    by_side: (BTreeSet<usize>, BTreeSet<usize>),
}

impl Same {
    pub fn of(joint: &Joint) -> Self {
        let mut known: BTreeMap<Key<'_>, Vec<(usize, Head, Details)>> = BTreeMap::new();
        let mut said = Vec::with_capacity(joint.rules.len());
        let mut numbers = 0..;
        for rule in &joint.rules {
            let (head, details) = (bare_head(&rule.head), bare(&rule.details));
            let near = known.entry(key(rule)).or_default();
            let same = near.iter().find(|one| one.1 == head && one.2 == details);
            let number = match same {
                Some(same) => same.0,
                None => {
                    let number = numbers.next().unwrap_or(usize::MAX);
                    near.push((number, head, details));
                    number
                }
            };
            said.push(number);
        }
        let of = |side: &[usize]| side.iter().copied().collect();
        let (old, new) = said.split_at_checked(joint.old).unwrap_or_default();
        let by_side = (of(old), of(new));
        Self {
            said,
            old: joint.old,
            by_side,
        }
    }

    /// What a sentence says, as a number.
    pub fn said(&self, rule: usize) -> usize {
        self.said.get(rule).copied().unwrap_or(usize::MAX)
    }

    /// Whether the other protocol has no sentence that says the same.
    pub fn is_changed(&self, rule: usize) -> bool {
        let other = if rule < self.old {
            &self.by_side.1
        } else {
            &self.by_side.0
        };
        !other.contains(&self.said(rule))
    }
}

/// What is looked at first: a thousand sentences may name nothing, and say a thousand things.
type Key<'r> = (&'r Window, &'r Condition, bool, Vec<ThingId>, &'r str);

fn key(rule: &Rule) -> Key<'_> {
    let things = rule.head.things().map(|item| item.thing).collect();
    let text = match &rule.head {
        Head::Steps { title: text, .. }
        | Head::Visit { title: text, .. }
        | Head::Caution(text)
        | Head::AskPrescriber(text)
        | Head::AskClinic(text)
        | Head::TellClinic(text)
        | Head::Prepare(text)
        | Head::Note(text) => text,
        _ => "",
    };
    (&rule.window, &rule.condition, rule.advised, things, text)
}

/// A head without what is only printed.
fn bare_head(head: &Head) -> Head {
    let mut head = head.clone();
    match &mut head {
        Head::Avoid { including, .. }
        | Head::Duty { including, .. }
        | Head::Allow { including, .. }
        | Head::Resume { including, .. }
        | Head::Limit { including, .. } => including.clear(),
        Head::Steps { items, .. } => {
            for step in items {
                step.because = None;
                step.sources.clear();
            }
        }
        Head::Visit { point_text, .. } => point_text.clear(),
        Head::Defer { until_text, .. } => *until_text = None,
        _ => {}
    }
    head
}

/// What is said beside, without grounds and without how names are spelt that are known by what they name.
pub(super) fn bare(details: &Details) -> Details {
    let mut details = without_grounds(details);
    if let Some(using) = &mut details.using {
        using.text.clear();
    }
    if let Some(places) = &mut details.places {
        places.text.clear();
        for spot in &mut places.spots {
            spot.name.clear();
        }
    }
    if details.during.is_some() {
        details.while_ = None;
    }
    if !details.outside.is_empty() {
        details.except_while = None;
    }
    details
}

/// The same without what [`narrow`](crate::eval::narrow) compares, and what is left out.
pub(super) fn beside(details: &Details) -> Details {
    Details {
        places: None,
        using: None,
        during: None,
        while_: if details.during.is_some() {
            None
        } else {
            details.while_.clone()
        },
        outside: Vec::new(),
        except_while: if !details.outside.is_empty() {
            None
        } else {
            details.except_while.clone()
        },
        except: Vec::new(),
        ..without_grounds(details)
    }
}
