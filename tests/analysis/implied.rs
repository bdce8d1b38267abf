//! Sentences that add nothing to another, against each patient asked one by one: where the interpreter puts
//! both, and what lies under what they name.

use std::collections::{BTreeMap, BTreeSet};

use aftercare_dsl::analysis::{Looks, implied};
use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::{Prepared, Stretch};
use aftercare_dsl::plan::Verb;
use proptest::prelude::*;

use super::{SMALL, different, everybody_under_small, protocol_under};
use crate::support::config;

/// A line of the protocol, for each patient when it holds.
type Held = BTreeMap<u32, Vec<Vec<Stretch>>>;

fn held(protocol: &Protocol, line: u32) -> Vec<Vec<Stretch>> {
    let mut alone = protocol.clone();
    alone.rules.retain(|rule| rule.location.line == line);
    let prepared = Prepared::new(&alone);
    let all = everybody_under_small().iter().map(|patient| {
        let schedule = prepared.schedule(patient, None).unwrap();
        let own = schedule.iter().filter(|one| one.verb != Some(Verb::Limit));
        own.filter(|one| !one.hidden)
            .flat_map(|one| one.windows().collect::<Vec<_>>())
            .collect()
    });
    all.collect()
}

/// Whether one stretch lies within others, each by itself: no window here has two that touch.
fn lies_in(one: &Stretch, others: &[Stretch]) -> bool {
    others.iter().any(|other| {
        let starts = match (one.from, other.from) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(one), Some(other)) => one >= other,
        };
        let ends = match (one.until, other.until) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(one), Some(other)) => one <= other,
        };
        starts && ends
    })
}

/// Whether a sentence says when its restriction ends, and so gives back what it took.
fn gives_back(sentence: &str) -> bool {
    sentence.contains(" for ") || sentence.contains(" on days ")
}

/// Whether, for each patient, the sentence in the first line says nothing that the one in the other does not.
fn adds_nothing(
    (protocol, sentences): (&Protocol, &[String]),
    held: &Held,
    (line, other): (u32, u32),
) -> bool {
    let text = |line: u32| {
        let first = u32::try_from(SMALL.lines().count()).unwrap() + 1;
        &sentences[(line - first) as usize]
    };
    let rule = |line| {
        protocol
            .rules
            .iter()
            .find(|rule| rule.location.line == line)
    };
    let (one, by) = (rule(line).unwrap(), rule(other).unwrap());
    let verb = |line| text(line).split(' ').next().unwrap().to_owned();
    if verb(line) != verb(other) {
        return false;
    }
    let things = one.head.things().all(|thing| {
        let mut others = by.head.things();
        others.any(|class| {
            let leaves = |thing| protocol.vocabulary.leaves(thing);
            let under = leaves(thing.thing).is_subset(&leaves(class.thing));
            let same = (thing.thing, &thing.attributes) == (class.thing, &class.attributes);
            let more = class
                .attributes
                .iter()
                .all(|test| thing.attributes.contains(test));
            same || verb(line) != "use" && under && more
        })
    });
    let within = held[&line].iter().zip(&held[&other]);
    let ever = held[&line].iter().any(|stretches| !stretches.is_empty());
    let back = text(line).split(" if ").next() == text(other).split(" if ").next()
        || gives_back(text(other))
        || !gives_back(text(line));
    let mut within = within.map(|(one, by)| one.iter().all(|stretch| lies_in(stretch, by)));
    things && ever && back && within.all(|within| within)
}

proptest! {
    #![proptest_config(config(20_000))]

    #[test]
    fn what_adds_nothing_for_any_patient_is_found_and_nothing_else(sentences in different()) {
        let protocol = protocol_under(SMALL, &sentences);
        let lines: Vec<u32> = protocol.rules.iter().map(|rule| rule.location.line).collect();
        let held: Held = lines.iter().map(|line| (*line, held(&protocol, *line))).collect();
        let nothing = |line, other| adds_nothing((&protocol, &sentences), &held, (line, other));
        let mut all = BTreeSet::new();
        for line in &lines {
            for other in lines.iter().filter(|other| *other != line) {
                if nothing(*line, *other) && (other < line || !nothing(*other, *line)) {
                    all.insert(*line);
                }
            }
        }
        let found = implied(&protocol, &mut Looks::default());
        for one in &found {
            let (line, by) = (one.rule.location.line, one.by.location.line);
            prop_assert!(nothing(line, by), "{line} under {by}: {}", sentences.concat());
        }
        let told: BTreeSet<u32> = found.iter().map(|one| one.rule.location.line).collect();
        prop_assert_eq!(told, all, "{}", sentences.concat());
    }
}
