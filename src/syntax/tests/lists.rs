//! The grammar's lists of words: they equal the tables of the code, and no word hides behind its own
//! beginning.

use std::collections::BTreeSet;

use crate::syntax::reserved::{DECLARING, HEADERS, RESERVED, STARTERS};
use crate::vocabulary::{MANNERS, OFTEN, TIME_UNITS, UNITS, VERBS};

const GRAMMAR: &str = include_str!("../../../grammar/aftercare.pest");

/// The text of a rule's definition.
fn rule(name: &str) -> &'static str {
    let mut lines = GRAMMAR.match_indices('\n').map(|(at, _)| at + 1);
    let start = lines
        .find(|at| {
            GRAMMAR[*at..]
                .strip_prefix(name)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
        .unwrap_or_else(|| panic!("the grammar has no rule `{name}`"));
    let rest = &GRAMMAR[start..];
    let line = rest.lines().next().unwrap_or_default();
    if line.trim_end().ends_with('}') {
        return line;
    }
    &rest[..rest.find("\n}").unwrap_or(rest.len())]
}

/// The words in a piece of grammar, in order: its string literals, those with `b` between them as one,
/// and those in a group that stands behind its first letter (`'d'..'d' ~ !(("ays" | "ay") ~ !wc)`) with
/// that.
fn words(text: &str) -> Vec<String> {
    let text = text.replace("\" ~ b ~ \"", " ");
    let mut first = String::new();
    let mut words = Vec::new();
    for (at, part) in text.split('"').enumerate() {
        if at % 2 == 1 {
            let word = part
                .replace("\\u{b5}", "\u{b5}")
                .replace("\\u{b0}", "\u{b0}");
            words.push(format!("{first}{word}"));
        } else if part.contains(['(', ')']) {
            first = first_letter(part).unwrap_or_default();
        }
    }
    words
}

/// The letter that a piece of grammar reads before the group that it opens at its end.
fn first_letter(grammar: &str) -> Option<String> {
    let before = grammar.trim_end().strip_suffix('(')?;
    let before = before.trim_end_matches(['(', '!', ' ']);
    let range = before.strip_suffix('~')?.split_whitespace().next_back()?;
    let (low, high) = range.split_once("..")?;
    let letter = low.strip_prefix('\'')?.strip_suffix('\'')?;
    (low == high).then(|| letter.to_owned())
}

fn set<'a>(words: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    words.into_iter().map(str::to_owned).collect()
}

fn of_rule(name: &str) -> BTreeSet<String> {
    words(rule(name)).into_iter().collect()
}

#[test]
fn the_lists_equal_the_tables() {
    assert_eq!(of_rule("free"), set(RESERVED.iter().copied()));
    assert_eq!(of_rule("starter_word"), set(STARTERS.iter().copied()));
    assert_eq!(of_rule("manner_word"), set(MANNERS.iter().copied()));
    assert_eq!(of_rule("often_word"), set(OFTEN.iter().copied()));
    let mut verbs = set(VERBS.iter().map(|row| row.word));
    verbs.insert("moisturize".to_owned());
    assert_eq!(of_rule("verb_word"), verbs);
    let times = TIME_UNITS.iter().flat_map(|(_, words)| words.iter());
    assert_eq!(of_rule("time_unit_word"), set(times.copied()));
    let units: BTreeSet<String> = UNITS
        .iter()
        .flat_map(|row| {
            [row.name, row.plural]
                .into_iter()
                .chain(row.aliases.iter().copied())
        })
        .map(str::to_lowercase)
        .filter(|unit| unit != "%")
        .collect();
    assert_eq!(of_rule("unit_word"), units);
    let mut kinds = set(DECLARING.iter().copied());
    kinds.remove("attribute");
    kinds.remove("action");
    assert_eq!(of_rule("kind_word"), kinds);
    let opening: BTreeSet<String> = of_rule("opening");
    for word in DECLARING.iter().chain(HEADERS) {
        assert!(opening.contains(*word), "{word}");
    }
}

#[test]
fn no_word_stands_after_its_own_beginning() {
    for line in GRAMMAR
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
    {
        for group in line.split(['(', ')', '{', '}', '~']) {
            let words = words(group);
            for (at, word) in words.iter().enumerate() {
                let hidden = words
                    .iter()
                    .take(at)
                    .find(|before| word.starts_with(before.as_str()) && *before != word);
                assert_eq!(hidden, None, "`{word}` can never be read in `{group}`");
            }
        }
    }
    for name in [
        "time_unit_word",
        "unit_word",
        "free",
        "starter_word",
        "opening",
        "verb_word",
    ] {
        let words = words(rule(name));
        for (at, word) in words.iter().enumerate() {
            let hidden = words
                .iter()
                .take(at)
                .find(|before| word.starts_with(before.as_str()));
            assert_eq!(hidden, None, "`{word}` in `{name}`");
        }
    }
}

#[test]
fn every_number_word_is_read() {
    use crate::syntax::lower::number_word;
    for word in words(rule("number_word")) {
        assert!(number_word(&word).is_some(), "{word}");
    }
    assert_eq!(words(rule("number_word")).len(), 12);
}
