//! What takes from a demand where it holds: a restriction holds a duty back, and what is advised against may be
//! done where a sentence asks for it or permits it (LANGUAGE.md, 3.4 and 3.5).

use std::collections::BTreeSet;
use std::ops::Range;

use super::covers::Part;
use super::demand::{Both, Source};
use crate::check::{Head, Rule, ThingRef};
use crate::eval::draft::Draft;
use crate::eval::every::implied::covered;
use crate::eval::narrow;
use crate::eval::subject::members_of;
use crate::plan::Verb;

/// What takes from a demand: all of these lists together, and of each list one.
pub(super) type Blocks = Vec<Vec<Source>>;

/// What of the sentences in a range takes from a part of a line of one of them, where it holds as it says.
pub(super) fn blocks(
    both: &Both<'_, '_>,
    line: usize,
    part: &Part,
    among: &Range<usize>,
) -> Blocks {
    let Some(placed) = both.prepared.drafts.get(line) else {
        return Blocks::new();
    };
    let Some(rule) = both.rules.get(placed.said) else {
        return Blocks::new();
    };
    let vocabulary = &both.prepared.protocol.vocabulary;
    let tends = matches!(&rule.head, Head::Duty { verb: Some(verb), .. } if verb.tends());
    let things: Vec<ThingRef> = match part {
        Part::Thing(thing) => vec![thing.clone()],
        Part::Duty(things) if !tends => things
            .iter()
            .flat_map(|item| {
                let members = members_of(vocabulary, item).into_iter();
                members.map(|thing| ThingRef {
                    thing,
                    ..item.clone()
                })
            })
            .collect(),
        Part::Duty(_) | Part::Symptom(_) | Part::Whole => Vec::new(),
    };
    let mut found = BTreeSet::new();
    for thing in &things {
        let all = both.prepared.drafts.iter().enumerate();
        let blocking: Vec<Source> = all
            .filter(|(_, other)| among.contains(&other.said) && other.said != placed.said)
            .filter(|(_, other)| {
                let by = both.rules.get(other.said);
                by.is_some_and(|by| takes(both, (rule, &placed.draft), (by, &other.draft), thing))
            })
            .map(|(at, _)| Source::Line(at))
            .collect();
        // Where one thing is left, so is the duty.
        if blocking.is_empty() {
            return Blocks::new();
        }
        found.insert(blocking);
    }
    found.into_iter().collect()
}

fn takes(
    both: &Both<'_, '_>,
    (rule, own): (&Rule, &Draft<'_>),
    (by, other): (&Rule, &Draft<'_>),
    thing: &ThingRef,
) -> bool {
    let vocabulary = &both.prepared.protocol.vocabulary;
    let left_out = |out: &ThingRef| vocabulary.is_under(thing.thing, out.thing);
    let about = covered(vocabulary, thing, &other.items) && !other.except.iter().any(left_out);
    let takes = match own.verb {
        Verb::Do => other.verb == Verb::Avoid,
        Verb::Avoid => other.verb != Verb::Avoid,
        Verb::Allow | Verb::Limit => false,
    };
    about && takes && !narrow::reached(vocabulary, &by.details, &rule.details).contains(&false)
}
