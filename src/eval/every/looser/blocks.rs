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
    let mut found = BTreeSet::new();
    for thing in &at_stake(both, rule, &placed.draft, part) {
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

/// Whether one of these lines takes from something of a part.
pub(super) fn touches(both: &Both<'_, '_>, line: usize, part: &Part, by: &[usize]) -> bool {
    let Some(placed) = both.prepared.drafts.get(line) else {
        return false;
    };
    let Some(rule) = both.rules.get(placed.said).filter(|_| !by.is_empty()) else {
        return false;
    };
    let things = at_stake(both, rule, &placed.draft, part);
    by.iter()
        .filter_map(|by| both.prepared.drafts.get(*by))
        .any(|other| {
            let by = both.rules.get(other.said);
            let mut things = things.iter();
            by.is_some_and(|by| {
                things.any(|thing| takes(both, (rule, &placed.draft), (by, &other.draft), thing))
            })
        })
}

/// The things of a part that something may take: of a duty those at the bottom of what it asks for, and nothing of
/// one that tends them; of a restriction what it may only advise against.
fn at_stake(both: &Both<'_, '_>, rule: &Rule, own: &Draft<'_>, part: &Part) -> Vec<ThingRef> {
    let vocabulary = &both.prepared.protocol.vocabulary;
    match part {
        Part::Thing(thing) if rule.advised || own.window.has_advised() => vec![thing.clone()],
        Part::Duty(things) if !tends(rule) => things
            .iter()
            .flat_map(|item| {
                let members = members_of(vocabulary, item).into_iter();
                members.map(|thing| ThingRef {
                    thing,
                    ..item.clone()
                })
            })
            .collect(),
        Part::Thing(_) | Part::Duty(_) | Part::Symptom(_) | Part::Whole => Vec::new(),
    }
}

/// Whether a duty tends its things or takes them off: no ban on their use holds it back, and it permits none.
fn tends(rule: &Rule) -> bool {
    matches!(&rule.head, Head::Duty { verb: Some(verb), .. } if verb.tends())
}

fn takes(
    both: &Both<'_, '_>,
    (rule, own): (&Rule, &Draft<'_>),
    (by, other): (&Rule, &Draft<'_>),
    thing: &ThingRef,
) -> bool {
    let vocabulary = &both.prepared.protocol.vocabulary;
    let left_out = |out: &ThingRef| vocabulary.is_under(thing.thing, out.thing);
    let about = || covered(vocabulary, thing, &other.items) && !other.except.iter().any(left_out);
    let takes = match own.verb {
        Verb::Do => other.verb == Verb::Avoid,
        Verb::Avoid => other.verb != Verb::Avoid && !tends(by),
        Verb::Allow | Verb::Limit => false,
    };
    takes && about() && !narrow::reached(vocabulary, &by.details, &rule.details).contains(&false)
}
