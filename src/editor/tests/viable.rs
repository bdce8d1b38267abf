//! What is offered can be read on, and no word is missed because another one of its group was tried.

use std::collections::BTreeSet;

use super::super::complete::{CandidateKind, complete};
use super::super::here::Here;
use super::super::names::OFTEN;
use super::super::trial::Trial;
use super::super::words::GROUPS;
use super::clinic;
use crate::check::{Bundled, CheckOptions, check};
use crate::source::Sources;
use crate::syntax::Typed;

/// What may follow an offered word, in one place or another.
const ENDS: &[&str] = &[
    " because \"x\"",
    " held-back because \"x\"",
    "",
    " x",
    " \"x\"",
    " 7 days",
    " day 3",
    " 3",
    " 2026-01-01",
    " x = \"x\"",
    " x: yes or no",
    " use x",
    " 38 C",
    " clinic",
    " if x",
    " to a minimum",
    " prescriber \"x\"",
    " i..vi",
    " x, y",
    " x within 6 months",
    " within 6 months",
    " last taken",
    " x from day 7",
    " each x",
    " daily",
    " every 6 months",
    " \"x\" { use x }",
    " \"x\" 7 days after treatment",
    " x {}",
    " \"x\" {}",
    " {}",
    "}",
    "x]",
    "]",
    " 30",
    " 10 minutes off",
    ", 10 minutes off",
    " a day",
    " per day",
    " after treatment",
    " = x",
    " at least 2 mm",
    " includes x",
    ", use x",
    " 30 minutes use x",
    " gently",
    " and 7 days after",
    " 7 days after",
    " a minimum",
    " 8 per day",
    " 3 times a day",
    " x in y",
    ", avoid x",
    " 7 days, avoid x",
    " x to a minimum",
    " x, avoid x",
    " day 3, avoid x",
    ")",
    " x)",
];

/// Sentences up to a word, evenly spread over the bundled protocol's.
fn beginnings(count: usize) -> Vec<String> {
    let rules = crate::bundled::bundled("microneedling").unwrap();
    let options = CheckOptions::default();
    let checked = check(&mut Sources::new(), &Bundled, "test.rules", rules, &options);
    let mut all = Vec::new();
    for rule in checked.protocol.unwrap().rules {
        let sentence = rule.sentence;
        for (at, _) in sentence.match_indices(' ') {
            let before = &sentence[..=at];
            if before.matches('"').count() % 2 == 0 {
                all.push(before.to_owned());
            }
        }
    }
    let step = all.len() / count;
    all.into_iter().step_by(step).collect()
}

#[test]
fn what_is_offered_can_be_read_on() {
    for before in beginnings(10) {
        for candidate in complete(&before, before.len(), clinic()).candidates {
            let reads = |end: &&&str| {
                let open = before.matches('[').count() - before.matches(']').count();
                let text = format!("{before}{}{end}{}", candidate.text, "]".repeat(open));
                Typed::new(&text, Some(clinic().protected()))
                    .items()
                    .is_some()
            };
            assert!(
                ENDS.iter().find(reads).is_some(),
                "`{before}` offers `{}`",
                candidate.text
            );
        }
    }
}

#[test]
fn no_gate_keeps_a_word_out() {
    for before in beginnings(5) {
        let here = Here::at(&before, before.len(), clinic()).unwrap();
        let trial = Trial::new(clinic(), &here);
        let fitting = GROUPS.iter().flat_map(|group| group.words).filter(|word| {
            let mut ends = word.ends.iter();
            ends.any(|end| trial.takes_word(before.len(), word.text, end))
        });
        let fitting: BTreeSet<&str> = fitting.map(|word| word.text).collect();
        let found = complete(&before, before.len(), clinic()).candidates;
        let words = found
            .iter()
            .filter(|one| one.kind == CandidateKind::Keyword);
        let offered: BTreeSet<&str> = words.map(|one| one.text.as_str()).collect();
        let missed: Vec<&&str> = fitting.difference(&offered).collect();
        assert!(missed.is_empty(), "`{before}`: {missed:?}");
    }
}

#[test]
fn what_is_often_said_is_known() {
    let vocabulary = clinic().vocabulary();
    for name in OFTEN {
        assert!(vocabulary.find_thing(name).is_some(), "{name}");
    }
}
