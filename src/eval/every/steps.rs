//! Steps as sentences: what each names is restricted as what a sentence names is.

use std::borrow::Cow;

use crate::check::{Head, Protocol, Rule};

/// A protocol with a sentence more for each step that names something and says no sentence of its own; and of
/// each of its sentences which it is of the first.
pub fn with_steps(protocol: &Protocol) -> (Cow<'_, Protocol>, Vec<usize>) {
    let mut origins: Vec<usize> = (0..protocol.rules.len()).collect();
    let mut more: Vec<Rule> = Vec::new();
    for (index, rule) in protocol.rules.iter().enumerate() {
        for sentence in sentences(rule) {
            origins.push(index);
            more.push(sentence);
        }
    }
    if more.is_empty() {
        return (Cow::Borrowed(protocol), origins);
    }
    let mut whole = protocol.clone();
    whole.rules.append(&mut more);
    (Cow::Owned(whole), origins)
}

fn sentences(rule: &Rule) -> impl Iterator<Item = Rule> {
    let steps = match &rule.head {
        Head::Steps { items, .. } => items.as_slice(),
        _ => &[],
    };
    steps.iter().filter_map(|step| {
        let first = step.things.first().filter(|_| step.own.is_none())?;
        Some(Rule {
            span: first.span,
            head: Head::Allow {
                things: step.things.clone(),
                including: Vec::new(),
                but_not: Vec::new(),
            },
            condition: rule.condition.clone().and(step.condition.clone()),
            ..rule.clone()
        })
    })
}
