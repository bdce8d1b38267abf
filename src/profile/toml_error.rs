//! What the TOML parser finds wrong, in plain words.

use toml::de::Error;

use super::document::Text;
use super::format::Format;
use super::toml::unquoted;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;

/// How much of a file a mistake spoils.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// One value: it is not written as TOML wants it.
    Value,
    /// One line.
    Line,
    /// What follows, which can no longer be told apart.
    File,
}

/// How much of a file a mistake spoils.
pub(super) fn weight(error: &Error) -> Weight {
    let message = error.message();
    let starts = |all: &[&str]| all.iter().any(|one| message.starts_with(one));
    if starts(&[
        "key with no value",
        "invalid unquoted key",
        "invalid key-value pair",
        "unexpected key or value",
        "duplicate key",
        "cannot extend value",
    ]) {
        Weight::Line
    } else if starts(&[
        "invalid ",
        "string values must be quoted",
        "unexpected leading zero",
    ]) {
        Weight::Value
    } else {
        Weight::File
    }
}

/// Whether a key is given twice.
pub(super) fn is_duplicate(error: &Error) -> bool {
    error.message().starts_with("duplicate key") || error.message().starts_with("cannot extend")
}

/// A message for a mistake of the file's form; `earlier` is the first of two equal keys.
pub(super) fn structural(text: &Text<'_>, error: &Error, earlier: Option<Span>) -> Diagnostic {
    let span = text.span(error.span().unwrap_or(0..0));
    if is_duplicate(error) {
        let found = Diagnostic::new(
            Code::ProfileDuplicate,
            span,
            "a key is given twice",
            "given again here",
        )
        .with_help("keep one of the two; a table such as `[facts]` stands once, with all its keys");
        return match earlier {
            Some(earlier) => found.with_label(earlier, "given first here"),
            None => found,
        };
    }
    if weight(error) == Weight::Line
        && let Some(found) = colon_for_equals(text, span).or_else(|| key_without_quotes(text, span))
    {
        return found;
    }
    let (what, help) = plain(error.message());
    Diagnostic::new(Code::ProfileSyntax, span, what, "here").with_help(help)
}

/// The parser's message in plain words, and what to do.
fn plain(message: &str) -> (&'static str, &'static str) {
    let has = |part: &str| message.contains(part);
    if has("missing comma") || has("extra assignment") {
        ("a comma is missing", "put a comma between the two")
    } else if has("extra comma") {
        ("a comma has nothing before it", "leave the comma out")
    } else if has("unclosed array") || has("in array") {
        ("a `[` is never closed", "close it with `]`")
    } else if has("unclosed inline table") || has("inline table") {
        ("a `{` is never closed", "close it with `}`")
    } else if has("unclosed table") {
        (
            "the heading of a table is never closed",
            "write it as `[facts]`",
        )
    } else if has("unexpected key or value") {
        (
            "something follows the end of a value",
            "one line has one key and one value; a text with quotes in it stands in the other quotes",
        )
    } else if has("key with no value") {
        (
            "a line has no `=`",
            "write `key = value`; a comment starts with `#`",
        )
    } else if has("key") {
        (
            "a key cannot be read",
            "a key with blanks or signs in it stands in quotes",
        )
    } else if has("recurs") {
        (
            "brackets are nested too deep",
            "check the brackets before it",
        )
    } else {
        (
            "this cannot be read as TOML",
            "write `key = value`, with texts in quotes",
        )
    }
}

/// `treated: 2026-06-01`
fn colon_for_equals(text: &Text<'_>, span: Span) -> Option<Diagnostic> {
    let start = text.line_start(text.offset(span.start));
    let line = text.text.get(start..)?.lines().next()?;
    let (key, _) = line.split_once(':')?;
    let name = unquoted(key.trim());
    let plain = |letter: char| letter.is_alphanumeric() || " -_".contains(letter);
    if key.contains('=') || name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    let at = start + key.len();
    let sign = text.span(at..at + 1);
    let found = Diagnostic::new(
        Code::ProfileSyntax,
        sign,
        "a key is parted from its value by a colon",
        "not `=`",
    );
    Some(
        found
            .with_help("write `=` between a key and its value")
            .with_edits(vec![Edit {
                span: text.span(start..at + 1),
                text: format!("{} =", Format::Toml.key(name)),
            }]),
    )
}

/// `skin type = "IV"`: the message for a line whose key wants quotes.
fn key_without_quotes(text: &Text<'_>, span: Span) -> Option<Diagnostic> {
    let start = text.line_start(text.offset(span.start));
    let line = text.text.get(start..)?.lines().next()?;
    let (before, _) = line.split_once('=')?;
    let name = unquoted(before.trim());
    let plain = |letter: char| letter.is_alphanumeric() || " -_'\u{2019}".contains(letter);
    let bare = Format::Toml.key(name) == before.trim();
    if bare || name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    let begin = start + (before.len() - before.trim_start().len());
    let key = text.span(begin..start + before.trim_end().len());
    Some(
        Diagnostic::new(
            Code::ProfileSyntax,
            key,
            "a key of several words has no quotes",
            "this key needs straight double quotes",
        )
        .with_help("put the key in straight double quotes")
        .with_fix(key, Format::Toml.text(name)),
    )
}

/// A message for a value that is not written as TOML wants it.
pub(super) fn value(text: &Text<'_>, key: &str, span: Span, error: &Error) -> Diagnostic {
    let key = super::mistake::shown(key);
    let raw = text
        .text
        .get(text.offset(span.start)..text.offset(span.end))
        .unwrap_or_default();
    let new = |what: String, label: &str| Diagnostic::new(Code::ProfileSyntax, span, what, label);
    if raw.trim().is_empty() {
        return new(format!("`{key}` has no value"), "a value belongs here").with_help(
            "write a value behind the `=`, or put a `#` before the line: what was not asked is left out",
        );
    }
    if let Some(quote @ ('"' | '\'')) = raw.chars().next() {
        let closed = raw.len() > 1 && raw.ends_with(quote);
        if closed || error.message().contains("escape") {
            return new(
                format!("the text of `{key}` cannot be read"),
                "not a TOML text",
            )
            .with_help("write `\\\\` for a backslash, or put the text in single quotes");
        }
        return new(
            format!("the text of `{key}` is never closed"),
            "its quote is not closed",
        )
        .with_help("close the quote")
        .with_edits(vec![Edit {
            span: span.at_end(),
            text: quote.to_string(),
        }]);
    }
    let word = unquoted(raw);
    let lower = word.to_lowercase();
    if matches!(lower.as_str(), "true" | "false") {
        return new(
            format!("the value of `{key}` has no quotes"),
            "not a TOML value",
        )
        .with_help("write `true` or `false` in lower case")
        .with_fix(span, lower);
    }
    new(
        format!("the value of `{key}` has no quotes"),
        "a text needs straight double quotes",
    )
    .with_help("put it in straight double quotes")
    .with_fix(span, Format::Toml.text(word))
}
