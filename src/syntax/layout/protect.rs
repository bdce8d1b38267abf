//! Masks declared names that hold a reserved word (`day cream`), so that they read as one word.

use std::collections::{BTreeMap, BTreeSet};

use crate::syntax::layout::UNCLOSED;
use crate::vocabulary::fold;

/// A word of the text: its bytes, and whether a blank or hyphen alone parts it from the next.
struct Word {
    start: usize,
    end: usize,
}

/// Writes `x` and `_` over each of the `protected` names, the longest first.
pub(super) fn mask(bytes: &mut [u8], protected: &BTreeSet<String>) {
    let mut names: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for name in protected {
        let folded: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
        if let Some(first) = folded.first().filter(|first| !first.is_empty()) {
            names.entry(first.clone()).or_default().push(folded);
        }
    }
    for list in names.values_mut() {
        list.sort_by_key(|name| std::cmp::Reverse(name.len()));
    }
    let starts: BTreeSet<u8> = names
        .keys()
        .filter_map(|first| first.bytes().next())
        .collect();
    let words = words(bytes);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let length = bytes
            .get(word.start)
            .filter(|byte| starts.contains(byte))
            .and_then(|_| names.get(&folded(bytes, word)))
            .and_then(|list| longest(bytes, words.get(at..).unwrap_or_default(), list));
        if let Some(length) = length
            && let Some(last) = words.get(at + length - 1)
        {
            cover(bytes, word.start, last.end);
            at += length;
        } else {
            at += 1;
        }
    }
}

/// The number of words of the longest name that starts here.
fn longest(bytes: &[u8], words: &[Word], names: &[Vec<String>]) -> Option<usize> {
    names
        .iter()
        .find(|name| {
            words.len() >= name.len()
                && words.windows(2).take(name.len() - 1).all(|pair| {
                    let [one, next] = pair else { return false };
                    parted_by_blank(bytes, one.end, next.start)
                })
                && name
                    .iter()
                    .zip(words)
                    .all(|(part, word)| folded(bytes, word) == *part)
        })
        .map(Vec::len)
}

fn folded(bytes: &[u8], word: &Word) -> String {
    let text = bytes.get(word.start..word.end).unwrap_or_default();
    fold(&String::from_utf8_lossy(text))
}

fn parted_by_blank(bytes: &[u8], start: usize, end: usize) -> bool {
    bytes
        .get(start..end)
        .is_some_and(|gap| gap == b"-" || gap.iter().all(|byte| *byte == b' '))
}

/// `x` over the first and last byte, `_` between.
fn cover(bytes: &mut [u8], start: usize, end: usize) {
    if let Some(name) = bytes.get_mut(start..end) {
        name.fill(b'_');
        if let Some(first) = name.first_mut() {
            *first = b'x';
        }
    }
}

/// The words outside quotes.
fn words(bytes: &[u8]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut quoted = None;
    let mut start = None;
    for (at, byte) in bytes.iter().copied().chain([b'\n']).enumerate() {
        let in_word = quoted.is_none()
            && (byte.is_ascii_alphanumeric() || byte == b'\'' || byte == b'_' || byte >= 0x80);
        match (start, in_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word {
                    start: from,
                    end: at,
                });
                start = None;
            }
            _ => {}
        }
        match (quoted, byte) {
            (None, b'"' | UNCLOSED) => quoted = Some(byte),
            (Some(open), byte) if open == byte => quoted = None,
            (Some(UNCLOSED), b'\n') => quoted = None,
            _ => {}
        }
    }
    words
}
