//! Text from files, made safe to print.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character acts on the reader's screen instead of showing on it: control characters
/// (tabs and line ends included), marks and overrides of the writing direction, line separators,
/// and characters that nobody can see.
///
/// The joiners U+200C and U+200D are kept: scripts and emoji need them.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Whether each byte of `text` is a character that shows itself, one column wide: most texts are such,
/// and need not be looked at a character at a time.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The same of a text of several lines.
#[must_use]
pub fn escape_lines(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(escape).collect();
    lines.join("\n")
}

/// `text` with each hidden character written out: an escape character becomes `\u{1b}`.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_hidden(character) {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthChar;

    use super::*;

    #[test]
    fn plain_text_is_left_alone() {
        for text in [
            "",
            "avoid retinoids",
            "crème brûlée",
            "日本語",
            "👩\u{200d}⚕️",
        ] {
            assert!(matches!(escape(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn nothing_plain_is_hidden_and_each_of_it_takes_a_column() {
        let all: Vec<char> = (0..=0xffff_u32).filter_map(char::from_u32).collect();
        let plain = |character: &&char| is_plain(&character.to_string());
        assert_eq!(all.iter().filter(plain).count(), 95);
        for character in all.iter().filter(plain) {
            assert!(!is_hidden(*character) && character.width() == Some(1));
        }
    }

    #[test]
    fn control_characters_are_written_out() {
        assert_eq!(escape("a\u{1b}[31mred"), "a\\u{1b}[31mred");
        assert_eq!(escape("a\nb\tc\rd"), "a\\u{a}b\\u{9}c\\u{d}d");
        assert_eq!(escape("\0\u{7f}\u{9b}"), "\\u{0}\\u{7f}\\u{9b}");
    }

    #[test]
    fn every_mark_of_direction_is_written_out() {
        let marks = ('\u{202a}'..='\u{202e}')
            .chain('\u{2066}'..='\u{2069}')
            .chain(['\u{200e}', '\u{200f}', '\u{61c}']);
        for mark in marks {
            let shown = escape(&mark.to_string()).into_owned();
            assert_eq!(shown, format!("\\u{{{:x}}}", u32::from(mark)));
        }
    }

    #[test]
    fn what_is_escaped_holds_nothing_hidden() {
        let all: String = (0..=0xffff_u32).filter_map(char::from_u32).collect();
        assert!(!escape(&all).chars().any(is_hidden));
    }
}
