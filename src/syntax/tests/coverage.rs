//! Every rule of the grammar is read somewhere: in a bundled file, in the sentences of the language,
//! in the texts that are refused.

use std::collections::BTreeSet;

use pest::Parser;

use super::super::grammar::{Grammar, Rule};
use super::super::layout;
use super::id;

/// Spellings that are forgiven, for the rules that only they read.
const FORGIVEN: &str = "\
avoid makeup for half an hour
avoid makeup for an hour
action keep dry { keep very dry }
use sunscreen with spf at least 30
use serum at least twice a day
use serum every other day
avoid makeup for the first 2 days
avoid makeup for 2 days after healed
avoid makeup for 2 days from healed
use makeup once healed
refuse if skin type in iv-vi
";

/// Rules that make no pair in a file: they stand inside atomic ones, or explain junk.
const INNER: &[&str] = &["clauses", "bracketed", "EOI"];

/// The names of the rules that `text` makes pairs of.
fn rules_in(text: &str) -> BTreeSet<String> {
    let laid_out = layout::lay_out(id(), text);
    let pairs = Grammar::parse(Rule::file, &laid_out.text).expect("a file reads");
    pairs
        .flatten()
        .map(|pair| format!("{:?}", pair.as_rule()))
        .collect()
}

/// The refused texts, one by one.
fn refused() -> impl Iterator<Item = String> {
    include_str!("refused.txt")
        .lines()
        .filter(|line| !line.starts_with([' ', '#']) && !line.is_empty())
        .map(|line| line.replace("\\n", "\n"))
}

#[test]
fn every_rule_of_the_grammar_is_read_somewhere() {
    let mut seen = BTreeSet::new();
    for (_, text) in crate::bundled::BUNDLED {
        seen.extend(rules_in(text));
    }
    seen.extend(rules_in(include_str!("language.rules")));
    seen.extend(rules_in(FORGIVEN));
    for text in refused() {
        seen.extend(rules_in(&text));
    }
    let never: Vec<String> = Rule::all_rules()
        .iter()
        .map(|rule| format!("{rule:?}"))
        .filter(|rule| !seen.contains(rule) && !made_of_others(rule))
        .collect();
    assert!(never.is_empty(), "never read: {never:?}");
}

/// Whether a rule is silent: it makes no pair of its own.
fn made_of_others(rule: &str) -> bool {
    let grammar = include_str!("../../../grammar/aftercare.pest");
    grammar.lines().any(|line| {
        line.split_once('=')
            .is_some_and(|(name, body)| name.trim() == rule && body.trim_start().starts_with('_'))
    }) || INNER.contains(&rule)
}
