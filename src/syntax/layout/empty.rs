//! Quotes with nothing between them.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

/// Whether nothing can be seen of a text.
pub(super) fn is_empty(text: &str) -> bool {
    let is_unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(
                letter,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
    };
    text.chars().all(is_unseen)
}

/// That a text or a name in quotes, quotes included, has nothing in it.
pub(super) fn text(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyText,
        span,
        "there is nothing between these quotes",
        "no name and no text",
    )
    .with_help("write what is meant between them, or leave out what they belong to")
}

#[cfg(test)]
mod tests {
    use super::is_empty;

    #[test]
    fn blanks_and_what_has_no_width_are_nothing() {
        for nothing in ["", " ", "\t\n", "\u{a0}", "\u{200b}\u{feff}"] {
            assert!(is_empty(nothing), "{nothing:?}");
        }
        for something in ["x", " .", "\u{e9}"] {
            assert!(!is_empty(something), "{something:?}");
        }
    }
}
