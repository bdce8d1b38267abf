//! Messages that several readers share. None holds a patient's value.

use super::value::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

/// How many characters of a key a message shows.
const MAX_SHOWN: usize = 60;

/// How many of a fact's values a message lists.
const MAX_LISTED: usize = 12;

/// A key as a message shows it: short, on one line and without signs that change their surroundings.
pub(super) fn shown(key: &str) -> String {
    let mut out: String = key
        .chars()
        .take(MAX_SHOWN)
        .map(|letter| match letter {
            '`' => '\'',
            letter if letter.is_control() || is_invisible(letter) => '\u{fffd}',
            letter => letter,
        })
        .collect();
    if key.chars().nth(MAX_SHOWN).is_some() {
        out.push('\u{2026}');
    }
    out
}

/// Whether a character has no shape of its own, such as those that turn the writing direction.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A key in backticks.
pub(super) fn ticked(key: &str) -> String {
    format!("`{}`", shown(key))
}

/// What is declared, in a row, cut where it is long.
pub(super) fn listed(values: &[String]) -> String {
    let mut out = values
        .iter()
        .take(MAX_LISTED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    if values.len() > MAX_LISTED {
        out.push_str(&format!(" and {} more", values.len() - MAX_LISTED));
    }
    out
}

/// `pregnant = 1`: `what` takes another kind of value.
pub(super) fn wrong_kind(what: &str, node: &Node, takes: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ProfileWrongKind,
        node.span,
        format!("{what} takes {takes}"),
        format!("this is {}", node.kind.words()),
    )
}

/// `"skin type" = "IV"` and `skin-type = "V"`
pub(super) fn twice(what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ProfileDuplicate,
        span,
        format!("{what} is given twice"),
        "given again here",
    )
    .with_label(first, "given first here")
    .with_help("keep one of the two")
}

/// `fever = { severe = true }`
pub(super) fn missing(what: &str, span: Span, part: &str, example: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ProfileMissing,
        span,
        format!("{what} has no `{part}`"),
        format!("`{part}` is missing"),
    )
    .with_help(format!("write it as `{example}`"))
}
