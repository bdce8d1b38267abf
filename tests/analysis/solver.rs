//! Protocols of fifty sentences with nested conditions, pair by pair against the z3 solver: what it says of a
//! sentence and a restriction is what `held_back_by` says.
//!
//! It wants the Python package `z3-solver`, in the `python3` of the path or the one that
//! `AFTERCARE_Z3_PYTHON` names. Without it the test says so, loudly, and compares nothing.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use aftercare_dsl::analysis::held_back_by;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use super::{FACTS, protocol};
use crate::support::cases;

const PHASES: [&str; 3] = ["early", "middle", "late"];
const SENTENCES: usize = 50;

/// A condition: in words, and for the solver.
type Said = (String, Value);

fn conditions() -> impl Strategy<Value = Said> {
    let age = 5..20_u8;
    let atom = prop_oneof![
        Just(("smoker".to_owned(), json!(["smoker"]))),
        (0..3_usize, 0..3_usize).prop_map(|(one, other)| {
            let (first, last) = (one.min(other), one.max(other));
            let words = format!("phase in {}..{}", PHASES[first], PHASES[last]);
            (words, json!(["phase", first, last]))
        }),
        age.clone()
            .prop_map(|years| (format!("age under {years}"), json!(["age under", years]))),
        age.prop_map(|years| (format!("age over {years}"), json!(["age over", years]))),
    ];
    atom.prop_recursive(3, 6, 2, |inner| {
        let not = inner
            .clone()
            .prop_map(|(words, said)| (format!("not ({words})"), json!(["not", said])));
        let two = (inner.clone(), inner, any::<bool>()).prop_map(|(one, other, all)| {
            let word = if all { "and" } else { "or" };
            let words = format!("({}) {word} ({})", one.0, other.0);
            (words, json!([word, one.1, other.1]))
        });
        prop_oneof![1 => not, 3 => two]
    })
}

fn windows() -> impl Strategy<Value = Said> {
    prop_oneof![
        Just((String::new(), json!(["unsaid"]))),
        (2..9_u8).prop_map(|days| (format!(" for {days} days"), json!(["days", days]))),
        (2..40_u8).prop_map(|hours| (format!(" for {hours} hours"), json!(["hours", hours]))),
        (1..6_u8, 0..4_u8).prop_map(|(first, more)| {
            let last = first + more;
            (
                format!(" on days {first}..{last}"),
                json!(["on", first, last]),
            )
        }),
        (1..9_u8).prop_map(|day| (format!(" from day {day}"), json!(["from", day]))),
    ]
}

/// A sentence: in words, and for the solver.
fn sentences() -> impl Strategy<Value = Said> {
    let verbs = prop_oneof![Just("avoid"), Just("use"), Just("allow")];
    let things = prop_oneof![
        Just("makeup"),
        Just("foundation"),
        Just("cleanser"),
        Just("sunscreen"),
    ];
    let conditions = prop_oneof![
        1 => Just((String::new(), json!(["true"]))),
        9 => conditions().prop_map(|(words, said)| (format!(" if {words}"), said)),
    ];
    (verbs, things, windows(), conditions).prop_map(|(verb, thing, window, condition)| {
        let words = format!("{verb} {thing}{}{}\n", window.0, condition.0);
        let said = json!({
            "verb": verb, "thing": thing, "window": window.1, "condition": condition.1,
        });
        (words, said)
    })
}

type Pairs = BTreeSet<(usize, usize)>;

/// What the solver says of each protocol; none where there is no solver.
#[expect(
    clippy::disallowed_methods,
    reason = "a test binary may read which Python has the solver, and run it"
)]
fn by_the_solver(protocols: &[Vec<Said>]) -> Option<Vec<Pairs>> {
    let python = std::env::var("AFTERCARE_Z3_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/analysis/pairs.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let lines: Vec<String> = protocols
        .iter()
        .map(|sentences| {
            let said: Vec<&Value> = sentences.iter().map(|(_, said)| said).collect();
            format!("{}\n", json!(said))
        })
        .collect();
    // The solver answers each line before it reads the next: a pipe that is full would stop both.
    let writing = std::thread::spawn(move || input.write_all(lines.concat().as_bytes()));
    let output = child.wait_with_output().ok()?;
    let _ = writing.join();
    let text = String::from_utf8(output.stdout).unwrap();
    if text.trim() == "no z3" {
        return None;
    }
    let of_line = |line: &str| serde_json::from_str::<Pairs>(line).unwrap();
    let all: Vec<Pairs> = text.lines().map(of_line).collect();
    assert_eq!(all.len(), protocols.len(), "the solver has stopped");
    Some(all)
}

#[test]
#[expect(clippy::print_stderr, reason = "what is not compared is said loudly")]
fn z3_gives_the_same_verdict_of_each_pair() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[26; 32]);
    let mut runner = TestRunner::new_with_rng(Default::default(), rng);
    let strategy = prop::collection::vec(sentences(), SENTENCES);
    let mut one = || strategy.new_tree(&mut runner).unwrap().current();
    // A tenth of five hundred is too few.
    let protocols: Vec<Vec<Said>> = (0..cases(500).max(60)).map(|_| one()).collect();
    let Some(expected) = by_the_solver(&protocols) else {
        eprintln!(
            "SKIPPED: no Python package z3-solver; name a Python that has it in AFTERCARE_Z3_PYTHON"
        );
        return;
    };
    let first = u32::try_from(FACTS.lines().count()).unwrap() + 1;
    for (sentences, expected) in protocols.iter().zip(expected) {
        let text: Vec<String> = sentences.iter().map(|(words, _)| words.clone()).collect();
        let protocol = protocol(&text);
        let all = held_back_by(&protocol, usize::MAX);
        assert!(!all.undecided);
        let line = |rule: &aftercare_dsl::check::Rule| (rule.location.line - first) as usize;
        let found: Pairs = (all.found.iter())
            .map(|one| (line(one.held), line(one.by)))
            .collect();
        let (missed, wrong) = (expected.difference(&found), found.difference(&expected));
        let told = |pairs: Vec<&(usize, usize)>| {
            let both = |(held, by): &(usize, usize)| format!("{}{}", text[*held], text[*by]);
            pairs.into_iter().map(both).collect::<Vec<_>>().join("--\n")
        };
        assert_eq!(
            (told(missed.collect()), told(wrong.collect())),
            (String::new(), String::new()),
            "missed and wrong"
        );
    }
}
