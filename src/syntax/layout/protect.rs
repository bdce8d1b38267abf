//! Masks declared names that hold a reserved word (`day cream`), so that they read as one word.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::syntax::layout::UNCLOSED;
use crate::vocabulary::{fold, is_folded};

/// A word of the text.
#[derive(Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
}

/// The names to protect, made ready once for many texts.
#[derive(Debug, Clone)]
pub struct Names {
    /// The folded words of each by the first of them, the longest name first.
    by_word: BTreeMap<String, Vec<Vec<String>>>,
    /// What follows the first bytes of the first words, by those, so that most words of a text are none
    /// after one look.
    following: Vec<Following>,
}

/// The second and the third bytes of words.
#[derive(Debug, Clone, Default)]
struct Following {
    seconds: Bytes,
    thirds: Bytes,
}

/// A set of bytes.
#[derive(Debug, Clone, Default)]
struct Bytes([u64; 4]);

impl Bytes {
    fn insert(&mut self, byte: u8) {
        if let Some(bits) = self.0.get_mut(usize::from(byte / 64)) {
            *bits |= 1 << (byte % 64);
        }
    }

    fn contains(&self, byte: u8) -> bool {
        let bits = self.0.get(usize::from(byte / 64));
        bits.is_some_and(|bits| bits >> (byte % 64) & 1 == 1)
    }

    fn is_empty(&self) -> bool {
        self.0 == [0; 4]
    }
}

/// Where the names stand in a piece of a text, which starts and ends with a line: no name and no text in
/// quotes goes on behind the line that it starts on. The longest of them at each place.
pub(super) fn places(text: &[u8], piece: &Range<usize>, names: &Names) -> Vec<Range<usize>> {
    let bytes = text.get(..piece.end).unwrap_or_default();
    let mut places = Vec::new();
    let mut at = piece.start;
    while let Some(byte) = bytes.get(at).copied() {
        if matches!(byte, b'"' | UNCLOSED) {
            at = behind_text(bytes, at, byte);
        } else if in_word(byte) {
            let word = word_at(bytes, at);
            let end = name_at(bytes, word, names);
            places.extend(end.map(|end| at..end));
            at = end.unwrap_or(word.end);
        } else {
            at += 1;
        }
    }
    places
}

/// The byte behind the text in quotes that opens at byte `start` with this mark.
fn behind_text(bytes: &[u8], start: usize, open: u8) -> usize {
    let text = bytes.get(start + 1..).unwrap_or_default();
    let ends = |byte: u8| byte == open || open == UNCLOSED && byte == b'\n';
    let end = text.iter().position(|byte| ends(*byte));
    end.map_or(bytes.len(), |end| start + 1 + end + 1)
}

fn in_word(byte: u8) -> bool {
    // Most are small letters, and this is asked of every byte of a text.
    byte.is_ascii_lowercase()
        || byte.is_ascii_alphanumeric()
        || byte == b'\''
        || byte == b'_'
        || byte >= 0x80
}

fn word_at(bytes: &[u8], start: usize) -> Word {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().take_while(|byte| in_word(**byte)).count();
    Word {
        start,
        end: start + length,
    }
}

/// The end of the longest name that starts with this word.
fn name_at(bytes: &[u8], first: Word, names: &Names) -> Option<usize> {
    let text = bytes.get(first.start..first.end)?;
    if !names.may_start_with(text) {
        return None;
    }
    let list = match str::from_utf8(text) {
        Ok(word) if is_folded(text) => names.by_word.get(word),
        _ => names.by_word.get(&folded(bytes, first)),
    }?;
    list.iter().find_map(|name| whole_name(bytes, first, name))
}

impl Names {
    /// Whether a word may fold to the first word of a name, by its first three letters.
    fn may_start_with(&self, word: &[u8]) -> bool {
        let first = word.first().map(|first| usize::from(*first));
        let Some(following) = first.and_then(|first| self.following.get(first)) else {
            return false;
        };
        if following.seconds.is_empty() {
            return false;
        }
        (!keeps_second(word) || following.seconds.contains(letter(word, 1)))
            && (!keeps_third(word) || following.thirds.contains(letter(word, 2)))
    }
}

/// Whether folding keeps the second letter: it changes that of words that start with `our` and `is`
/// alone, and of those whose letters are not plain.
fn keeps_second(word: &[u8]) -> bool {
    let plain = word.iter().take(2).all(u8::is_ascii_alphanumeric);
    plain && !word.starts_with(b"our") && !word.starts_with(b"is")
}

/// Whether folding keeps the third letter: it makes a `y` of the `ies` at the end of a short word, and
/// changes what comes next in `our` and `is`.
fn keeps_third(word: &[u8]) -> bool {
    let british = |at: usize| {
        let rest = word.get(at..).unwrap_or_default();
        rest.starts_with(b"our") || rest.starts_with(b"is")
    };
    word.len() > 5 && word.iter().all(u8::is_ascii_alphanumeric) && !british(0) && !british(1)
}

/// A letter of a word by its place; 0, which no word holds, where it is shorter.
fn letter(word: &[u8], place: usize) -> u8 {
    word.get(place).copied().unwrap_or_default()
}

/// The end of `name`, if its words follow one another from the word `first` on.
fn whole_name(bytes: &[u8], first: Word, name: &[String]) -> Option<usize> {
    let mut last = first;
    for part in name.iter().skip(1) {
        let rest = bytes.get(last.end..)?;
        let gap = match rest {
            [b'-', ..] => 1,
            _ => rest.iter().take_while(|byte| **byte == b' ').count(),
        };
        last = word_at(bytes, last.end + gap);
        if gap == 0 || folded(bytes, last) != *part {
            return None;
        }
    }
    Some(last.end)
}

impl Names {
    /// The folded words of each name, by the first of them, the longest name first.
    pub fn new(protected: &BTreeSet<String>) -> Self {
        let mut by_word: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for name in protected {
            let folded: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
            if let Some(first) = folded.first().filter(|first| !first.is_empty()) {
                by_word.entry(first.clone()).or_default().push(folded);
            }
        }
        let mut following = vec![Following::default(); 256];
        for (first, list) in &mut by_word {
            list.sort_by_key(|name| std::cmp::Reverse(name.len()));
            let byte = first.bytes().next().map(usize::from);
            if let Some(following) = byte.and_then(|byte| following.get_mut(byte)) {
                following.seconds.insert(letter(first.as_bytes(), 1));
                following.thirds.insert(letter(first.as_bytes(), 2));
            }
        }
        Self { by_word, following }
    }
}

fn folded(bytes: &[u8], word: Word) -> String {
    let text = bytes.get(word.start..word.end).unwrap_or_default();
    fold(&String::from_utf8_lossy(text))
}

/// `x` over the first byte of a name, `_` over the others.
pub(super) fn cover(bytes: &mut [u8], place: Range<usize>) {
    if let Some(name) = bytes.get_mut(place) {
        name.fill(b'_');
        if let Some(first) = name.first_mut() {
            *first = b'x';
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Names;
    use crate::vocabulary::fold;

    /// The look at the first letters never passes over a word that folds to a name's first.
    #[test]
    fn every_spelling_of_a_word_may_start_its_name() {
        let spellings = [
            "skies",
            "sky",
            "ties",
            "berries",
            "colours",
            "color",
            "tours",
            "tourists",
            "ours",
            "hourly",
            "isolated",
            "isoniazid",
            "risen",
            "rising",
            "visors",
            "wisest",
            "poisons",
            "houses",
            "boxes",
            "peaches",
            "glass",
            "as",
            "x",
            "day",
            "days",
            "o'clock",
            "sun's",
            "\u{e9}clairs",
            "caf\u{e9}s",
            "noise",
            "moisturisers",
            "misers",
            "isis",
            "courses",
            "sourest",
        ];
        for word in spellings {
            let names = Names::new(&BTreeSet::from([format!("{} cream", fold(word))]));
            assert!(names.may_start_with(word.as_bytes()), "{word}");
        }
        let names = Names::new(&BTreeSet::from(["day cream".to_owned()]));
        assert!(!names.may_start_with(b"dailys"));
        assert!(!names.may_start_with(b"dry"));
    }
}
