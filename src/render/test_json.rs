//! What became of scenarios, for a machine: `aftercare-test/1`.

use serde_json::{Value, json};

use super::json::hide;
use super::text::{goal_words, said_in_words};
use crate::scenario::{Coverage, Failure, Fate, Mutant, Result};
use crate::source::Sources;
use crate::span::Span;

/// The JSON Schema (draft 2020-12) of `aftercare-test/1`.
pub const TEST_SCHEMA: &str = include_str!("../scenario/aftercare-test-1.schema.json");

/// A protocol and what became of its scenarios.
#[derive(Debug)]
pub struct Tested<'a> {
    /// The protocol's file.
    pub file: &'a str,
    /// Its title.
    pub title: Option<&'a str>,
    /// A digest over it and all it imports.
    pub fingerprint: &'a str,
    /// What became of each scenario.
    pub results: &'a [Result],
    /// What they have tried, where that was asked.
    pub coverage: Option<Coverage<'a>>,
    /// The changes and what became of them, where that was asked.
    pub mutants: Option<Vec<Mutant>>,
}

/// The scenarios of protocols as `aftercare-test/1`: pretty, the same bytes for the same results, and with hidden
/// characters written out, as [`json`](super::json) has them.
#[must_use]
pub fn test_json(all: &[Tested<'_>], sources: &Sources) -> String {
    let protocols: Vec<Value> = all.iter().map(|tested| protocol(tested, sources)).collect();
    let value = json!({ "format": "aftercare-test/1", "protocols": protocols });
    hide(&format!("{value:#}\n"))
}

fn protocol(tested: &Tested<'_>, sources: &Sources) -> Value {
    let results = tested.results.iter().map(|one| result(one, sources));
    json!({
        "file": tested.file,
        "title": tested.title,
        "fingerprint": tested.fingerprint,
        "scenarios": results.collect::<Vec<Value>>(),
        "coverage": tested.coverage.as_ref().map(coverage),
        "changes": tested.mutants.as_ref().map(|all| mutants(all, sources)),
    })
}

fn location(span: Span, sources: &Sources) -> Value {
    let position = sources.position(span);
    json!({ "file": sources.name(span), "line": position.line, "column": position.column })
}

fn result(result: &Result, sources: &Sources) -> Value {
    let failures = result.failures.iter().map(|one| failure(one, sources));
    json!({
        "name": result.name,
        "location": location(result.span, sources),
        "passed": result.passed(),
        "expected": result.expected,
        "failures": failures.collect::<Vec<Value>>(),
    })
}

fn failure(failure: &Failure, sources: &Sources) -> Value {
    json!({
        "location": location(failure.span, sources),
        "expected": failure.expected,
        "on": failure.on,
        "day": failure.day,
        "found": said_in_words(&failure.found),
    })
}

fn coverage(coverage: &Coverage<'_>) -> Value {
    let (tried, all) = coverage.figures();
    let sentences = coverage.sentences.iter().map(|covered| {
        let goals = covered
            .goals
            .iter()
            .map(|(goal, met)| json!({ "goal": goal_words(*goal), "tried_by": met }));
        json!({
            "location": covered.rule.location,
            "label": covered.rule.label,
            "sentence": covered.rule.sentence,
            "goals": goals.collect::<Vec<Value>>(),
        })
    });
    json!({ "tried": tried, "of": all, "sentences": sentences.collect::<Vec<Value>>() })
}

fn mutants(all: &[Mutant], sources: &Sources) -> Value {
    let one = |mutant: &Mutant| {
        let by = match &mutant.fate {
            Fate::Noticed(scenario) => Some(scenario.as_str()),
            Fate::Survived | Fate::Refused | Fate::Untried => None,
        };
        let fate = match &mutant.fate {
            Fate::Noticed(_) => "noticed",
            Fate::Survived => "survived",
            Fate::Refused => "refused",
            Fate::Untried => "untried",
        };
        json!({
            "location": location(mutant.change.span, sources),
            "was": mutant.change.was,
            "now": mutant.change.now,
            "fate": fate,
            "noticed_by": by,
        })
    };
    all.iter().map(one).collect()
}
