//! The plan made again, of two sentences alone: what says whether the one holds the other back.

use std::sync::Arc;

use super::meeting::wholly_or_not;
use super::set;
use crate::check::{Condition, Details, Head, Lineage, Protocol, Rule, Window};
use crate::eval::draft::Draft;
use crate::eval::hold::left;
use crate::eval::line::Line;
use crate::eval::lines::Lines;
use crate::eval::prepared::Prepared;
use crate::eval::timing::Times;
use crate::eval::words;
use crate::plan::Verb;
use crate::profile::Profile;
use crate::span::Span;

/// Which line of a sentence: what it asks for or permits, what it restricts, or what its action opposes.
pub type Part = (Verb, bool);

/// What a restriction cuts from a sentence.
pub struct Cut {
    /// Whether it leaves nothing.
    pub altogether: bool,
    /// The things that it is about, where the sentence names more.
    pub things: Vec<String>,
}

/// The part of its sentence that a draft is.
pub fn part(draft: &Draft<'_>) -> Part {
    (draft.verb, draft.hidden)
}

/// Whether a patient's plan of two sentences alone holds the one back because of the other: then what
/// of it, and whether altogether. Where a restriction takes a part of the things, or one of a choice, the sentence stands for
/// the rest, which the plan names (3.5): nothing is gainsaid. Nor is it where only nothing left would gainsay
/// it, and some is left.
pub fn is_held_back(
    protocol: &Protocol,
    profile: &Profile,
    (held, by): ((&Rule, Part), (&Rule, Part)),
) -> Option<Cut> {
    // Each at a place of its own: one rule may be both.
    let at = |rule: &Rule, place| Rule {
        span: Span::new(rule.span.source, place, place),
        ..rule.clone()
    };
    let alone = Protocol {
        rules: vec![at(held.0, 0), at(by.0, 1)],
        ..without_rules(protocol)
    };
    let prepared = Prepared::apart(&alone);
    let mut times = Times::default();
    let mut scene = set(&prepared, profile, &mut times)?;
    let lines = Lines::of(&prepared, &times);
    let is = |line: &Line<'_>, place, part: Part| {
        line.said.rule.span.start == place && (line.verb, line.hidden) == part
    };
    let same = lines.iter().find(|one| is(one, 0, held.1))?;
    let other = lines.iter().position(|one| is(one, 1, by.1))?;
    let all = left(&mut scene, &lines, same);
    let cut = all.iter().find(|left| left.held_back_by.contains(&other))?;
    let altogether = cut.held.is_empty();
    (altogether || !wholly_or_not(&held.0.window, held.1.0)).then(|| Cut {
        altogether,
        things: if cut.items.len() == same.items.len() {
            Vec::new()
        } else {
            let vocabulary = &protocol.vocabulary;
            let names = cut.items.iter().map(|item| words::thing(vocabulary, item));
            names.collect()
        },
    })
}

/// Whether a part of a sentence takes all of what a part of another asks for or permits, were both to hold
/// always and for everybody.
pub fn takes_all(
    protocol: &Protocol,
    (held, part_held): (&Rule, Part),
    (by, part_by): (&Rule, Part),
) -> bool {
    let (held, by) = (always(held, part_held.0), always(by, part_by.0));
    let nobody = super::universe::nothing_known();
    is_held_back(protocol, &nobody, ((&held, part_held), (&by, part_by))).is_some()
}

/// A sentence that says the same always and for everybody.
fn always(rule: &Rule, verb: Verb) -> Rule {
    // What is resumed from a day is forbidden until then.
    let head = match (&rule.head, verb) {
        (Head::Resume { things, including }, Verb::Avoid) => Head::Avoid {
            things: things.clone(),
            including: including.clone(),
        },
        (Head::Resume { things, including }, _) => Head::Allow {
            things: things.clone(),
            including: including.clone(),
            but_not: Vec::new(),
        },
        (head, _) => head.clone(),
    };
    Rule {
        advised: false,
        head,
        window: Window::Always,
        window_text: None,
        condition: Condition::truth(),
        details: Arc::new(Details {
            because: None,
            sources: Vec::new(),
            ..rule.details.as_ref().clone()
        }),
        ..rule.clone()
    }
}

/// What stands around the rules of a protocol.
fn without_rules(protocol: &Protocol) -> Protocol {
    Protocol {
        title: None,
        version: None,
        treatment: protocol.treatment.clone(),
        aftercare: protocol.aftercare,
        effective: None,
        review_by: None,
        approved: None,
        sources: Vec::new(),
        rules: Vec::new(),
        accepted: Vec::new(),
        lineage: Lineage::default(),
        changes: Vec::new(),
        vocabulary: Arc::clone(&protocol.vocabulary),
        file: protocol.file.clone(),
        fingerprint: String::new(),
    }
}
