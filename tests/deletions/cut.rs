//! Which words and commas there are to delete.

use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::parse;
use aftercare_dsl::syntax::tree::Item;
use std::collections::BTreeSet;
use std::ops::Range;

/// The parts of a protocol or vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is said to the patient, with the blocks around it.
    Sentences,
    /// The header, the things and the facts.
    Declarations,
}

impl Part {
    fn holds(self, item: &Item) -> bool {
        matches!(item, Item::Statement(_)) == (self == Self::Sentences)
    }
}

/// One deletion from a text.
#[derive(Debug, Clone)]
pub struct Cut {
    /// What goes, the blank before it included.
    pub range: Range<usize>,
    /// What goes, as it is shown.
    pub word: String,
    /// What it is a part of.
    pub part: Part,
}

/// Every word and comma of a part of a text, blocks' openings included; free text in quotes counts as one
/// word. A word goes with its comma, and without it.
pub fn cuts(text: &str, part: Part) -> impl Iterator<Item = Cut> {
    let source = Sources::new().add("cut", text);
    let file = parse(source, text, &BTreeSet::new()).file;
    let inside: Vec<Range<usize>> = file
        .items
        .iter()
        .filter(|item| part.holds(&item.node))
        .map(|item| item.span.range())
        .collect();
    let comments: Vec<usize> = file
        .comments
        .iter()
        .map(|one| one.0.range().start)
        .collect();
    let mut found = Vec::new();
    for range in inside {
        for (line_start, line) in lines(&text[range.clone()]) {
            let start = range.start + line_start;
            let end = start + line.len();
            let comment = comments
                .iter()
                .copied()
                .find(|at| (start..end).contains(at));
            words(text, start..comment.unwrap_or(end), &mut found);
        }
    }
    let cuts = found.into_iter();
    cuts.map(move |(range, word)| Cut { range, word, part })
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

fn words(text: &str, line: Range<usize>, found: &mut Vec<(Range<usize>, String)>) {
    let mut start = None;
    let mut quoted = false;
    let ends = text[line.clone()].char_indices().chain([(line.len(), ' ')]);
    for (at, letter) in ends {
        let at = line.start + at;
        quoted ^= letter == '"';
        if letter == ' ' && !quoted {
            if let Some(start) = start.take() {
                word(text, line.start, start..at, found);
            }
        } else {
            start = start.or(Some(at));
        }
    }
}

fn word(text: &str, line: usize, range: Range<usize>, found: &mut Vec<(Range<usize>, String)>) {
    let raw = &text[range.clone()];
    if !raw.contains(char::is_alphanumeric) {
        return;
    }
    let blank = text[line..range.start].len() - text[line..range.start].trim_end().len();
    let first = text[line..range.start].trim().is_empty();
    let from = if first {
        range.start
    } else {
        range.start - blank
    };
    let mut push = |range: Range<usize>| {
        let word = text[range.clone()].trim().to_owned();
        found.push((range, word));
    };
    push(from..range.end);
    if raw.ends_with(',') {
        push(from..range.end - 1);
        push(range.end - 1..range.end);
    }
}
