//! The table of words: every word that the grammar takes has a row.

use std::collections::BTreeSet;

use super::super::words::GROUPS;
use crate::syntax::tree::Kind;
use crate::syntax::{RESERVED, RESERVED_THERE};
use crate::vocabulary::{TIME_UNITS, UNITS, VERBS};

const GRAMMAR: &str = include_str!("../../../grammar/aftercare.pest");

/// Words that are another spelling of one that is offered, or part of a number.
const OTHER_SPELLINGS: &[&str] = &[
    "don't",
    "don\\u{2019}t",
    "moisturize",
    "whenever",
    "include",
    "onward",
    "due",
    "preferably",
    "ideally",
    "the",
    "an",
    "time",
    "x",
    "first",
    "next",
    "each",
    "per",
    "if it persists",
    "and/or",
    "such as",
    "such",
    "most",
    "whole",
    "right",
    "approximately",
    "roughly",
    "directly",
    "your",
    "instructed",
    "clinic",
    "label",
    "pharmacist",
    "coat",
    "film",
    "quantity",
    "plenty",
    "maximum",
    "wherever",
    "you",
    "can",
    "whichever",
    "comes",
    "earlier",
    "earliest",
    "later",
    "latest",
    "longest",
    "shortest",
    "sooner",
    "soonest",
    "hour",
    "yes/no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "greater",
    "younger",
    "higher",
    "lower",
    "older",
    "more",
    "below",
];

/// Words that the grammar reads only to refuse them kindly, or keeps for later.
const REFUSED: &[&str] = &[
    "couple",
    "several",
    "some",
    "many",
    "few",
    "and/or",
    "longer",
    "shorter",
    "fewer",
    "less",
    "than",
    "away",
    "down",
    "going",
    "gone",
    "heal",
    "healed",
    "healing",
    "improve",
    "improved",
    "improving",
    "resolve",
    "resolved",
    "resolving",
    "responding",
    "settle",
    "settled",
    "settling",
    "stopped",
    "stopping",
];

/// The words of the grammar's text literals outside its looks ahead.
fn literals() -> BTreeSet<String> {
    let rules = GRAMMAR
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut text: String = rules.collect::<Vec<_>>().join("\n");
    // Words without their first letters: src/syntax/tests/lists.rs compares these with the tables.
    for lettered in ["free", "verb_word", "time_unit_word", "number_word"] {
        let rule = text.find(&format!("\n{lettered} = ")).unwrap();
        let end = rule + text[rule..].find("\n}").unwrap();
        text.replace_range(rule..end, "");
    }
    let mut found = BTreeSet::new();
    for (at, part) in text.split('"').enumerate() {
        let before: usize = text.split('"').take(at).map(|part| part.len() + 1).sum();
        let looks = text[..before.saturating_sub(1)].ends_with('&');
        let is_word = part.trim().len() > 1
            && part
                .trim()
                .chars()
                .all(|c| c.is_alphabetic() || "'/\\{}".contains(c));
        if at % 2 == 1 && !looks && is_word && part.trim().starts_with(char::is_alphabetic) {
            found.insert(part.trim().to_owned());
        }
    }
    found
}

#[test]
fn every_word_of_the_grammar_has_a_row() {
    let mut rows: BTreeSet<String> = GROUPS
        .iter()
        .flat_map(|group| group.words)
        .flat_map(|word| word.text.split(' '))
        .map(str::to_owned)
        .collect();
    let units = UNITS.iter().flat_map(|row| {
        [row.name, row.plural]
            .into_iter()
            .chain(row.aliases.iter().copied())
    });
    let times = TIME_UNITS
        .iter()
        .flat_map(|(_, words)| words.iter().copied());
    let units = units
        .chain(times)
        .flat_map(|unit| unit.split(' '))
        .map(str::to_lowercase);
    rows.extend(units);
    let kinds = Kind::ALL.iter().map(|kind| kind.word());
    let verbs = VERBS.iter().map(|row| row.word);
    let reserved = RESERVED
        .iter()
        .chain(RESERVED_THERE)
        .flat_map(|word| word.split(' '));
    let tables = kinds.chain(verbs).chain(reserved).map(str::to_owned);
    let exempt: BTreeSet<&str> = OTHER_SPELLINGS.iter().chain(REFUSED).copied().collect();
    let missing: Vec<String> = literals()
        .into_iter()
        .chain(tables)
        .filter(|word| !rows.contains(word) && !exempt.contains(word.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_words_mean_something_short() {
    for word in GROUPS.iter().flat_map(|group| group.words) {
        assert!((4..=60).contains(&word.means.len()), "{}", word.text);
        assert!(!word.means.ends_with('.'), "{}", word.text);
    }
}

/// docs/language.md is what a practitioner keeps open: a word that is not on it, she cannot know of.
#[test]
fn the_reference_has_each_of_them() {
    let page: Vec<String> = written_on(include_str!("../../../docs/language.md"));
    let is_there = |text: &str| {
        let text = text.trim_matches(['{', '[', '(']);
        text.is_empty() || page.iter().any(|part| part.contains(&format!(" {text} ")))
    };
    let words = GROUPS.iter().flat_map(|group| group.words);
    let missing: Vec<&str> = words
        .map(|word| word.text)
        .filter(|text| !is_there(text))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// What a page shows as written in the language: its blocks, and what stands between backticks.
fn written_on(page: &str) -> Vec<String> {
    let mut written: Vec<&str> = Vec::new();
    for (at, part) in page.split("```").enumerate() {
        if at % 2 == 1 {
            written.push(part);
        } else {
            written.extend(part.split('`').skip(1).step_by(2));
        }
    }
    let ends = |letter: char| letter.is_whitespace() || ",;[](){}".contains(letter);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(ends).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let written = written.into_iter();
    written
        .map(|text| format!(" {} ", words(text).join(" ")))
        .collect()
}
