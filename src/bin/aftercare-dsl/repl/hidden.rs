//! What was typed, without what would act on the screen instead of showing on it: marks of the writing
//! direction could let a line read other than it is.
//!
//! rustyline counts columns in what was typed, not in what is drawn, so that nothing can be drawn in the
//! place of what takes none: it is left out, and a note behind the line tells of it.

use std::borrow::Cow;

use aftercare_dsl::render::is_hidden;
use unicode_width::UnicodeWidthChar;

/// Whether a character may not reach the terminal as it is. Tabs and line ends are laid out.
fn is_hidden_here(letter: char) -> bool {
    is_hidden(letter) && !matches!(letter, '\t' | '\n')
}

/// A text as it can be drawn, each column where it is counted.
pub fn drawn(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden_here) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            // What follows is counted as no column, either, up to the letter that ends it.
            if letters.next() == Some('[') {
                while letters
                    .next_if(|next| next.is_ascii_digit() || *next == ';')
                    .is_some()
                {}
                letters.next();
            }
        } else if is_hidden_here(letter) {
            out.extend(std::iter::repeat_n('?', letter.width().unwrap_or(0)));
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// A note on what cannot be seen in a text; none where everything can.
pub fn note(text: &str) -> Option<String> {
    let hidden: Vec<char> = text
        .chars()
        .filter(|letter| is_hidden_here(*letter))
        .collect();
    let first = u32::from(*hidden.first()?);
    Some(match hidden.len() {
        1 => format!("   (holds U+{first:04X}, which cannot be seen)"),
        many => format!(
            "   (holds U+{first:04X} and {} more that cannot be seen)",
            many - 1
        ),
    })
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{drawn, note};

    #[test]
    fn what_is_drawn_takes_as_many_columns_and_acts_on_nothing() {
        for (typed, shown) in [
            ("avoid heat", "avoid heat"),
            ("cr\u{e8}me\n\tdaily", "cr\u{e8}me\n\tdaily"),
            ("avoid \u{202e}taeh", "avoid taeh"),
            ("a\u{200b}b\u{2066}c", "abc"),
            ("a\u{1b}[31;1mred", "ared"),
            ("a\u{1b}", "a"),
        ] {
            assert_eq!(drawn(typed), shown);
            if !typed.contains('\u{1b}') && !typed.contains('\n') {
                assert_eq!(typed.width(), shown.width(), "{shown}");
            }
        }
    }

    #[test]
    fn what_cannot_be_seen_is_told_of() {
        assert_eq!(note("avoid heat\n\tfor 7 days"), None);
        let told = note("\u{202e}taeh \u{202c}").unwrap_or_default();
        assert_eq!(told, "   (holds U+202E and 1 more that cannot be seen)");
    }
}
