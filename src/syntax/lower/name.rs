//! Names and texts: taken from the author's own text, by their place.

use std::borrow::Cow;

use pest::iterators::Pair;

use crate::span::Spanned;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{Name, Text};

impl Lower<'_> {
    /// A name, bare or in quotes.
    pub(in crate::syntax) fn name(&self, pair: &Pair<'_, Rule>) -> Name {
        let span = self.span(pair);
        let quoted = pair.as_str().starts_with(['"', '\u{1}']);
        let raw = self.raw(span);
        let text = if quoted {
            Cow::Borrowed(between_quotes(raw))
        } else {
            without_comments(raw)
        };
        Name {
            text: clean(&text),
            quoted,
            span,
        }
    }

    /// A text in quotes.
    pub(in crate::syntax) fn string(&self, pair: &Pair<'_, Rule>) -> Text {
        let span = self.span(pair);
        let text = between_quotes(self.raw(span));
        let text = if text.contains(['\n', '\r']) {
            single_blanks(text)
        } else {
            text.to_owned()
        };
        Spanned::new(text, span)
    }
}

/// Without the quotes around it; an unclosed text has one only.
fn between_quotes(raw: &str) -> &str {
    let is_quote =
        |letter: char| matches!(letter, '"' | '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}');
    let open = raw.strip_prefix(is_quote).unwrap_or(raw);
    match open.strip_suffix(is_quote) {
        Some(inner) => inner,
        None => open.trim_end(),
    }
}

/// A bare name without the comments behind the lines that it goes on over: outside quotes each `#`
/// starts one.
pub(in crate::syntax) fn without_comments(raw: &str) -> Cow<'_, str> {
    if !raw.contains('#') {
        return Cow::Borrowed(raw);
    }
    let before = |line: &str| line.split('#').next().unwrap_or_default().to_owned();
    let lines: Vec<String> = raw.split(['\n', '\r']).map(before).collect();
    Cow::Owned(lines.join("\n"))
}

/// A name with single blanks, plain hyphens and nothing that has no width.
fn clean(text: &str) -> String {
    if text.is_ascii() {
        return single_blanks(text);
    }
    let plain: String = text
        .chars()
        .filter(|letter| {
            !matches!(
                letter,
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
            )
        })
        .map(|letter| match letter {
            '\u{2010}' | '\u{2011}' | '\u{2013}' => '-',
            other => other,
        })
        .collect();
    single_blanks(&plain)
}

/// `text` without blanks at its ends, and each run of blanks inside made one.
pub(in crate::syntax) fn single_blanks(text: &str) -> String {
    if has_single_blanks(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split(|letter: char| letter.is_whitespace() || letter == '\u{feff}') {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

/// Whether a plain text has single blanks between its words alone, as most names and sentences have.
pub(crate) fn has_single_blanks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    let plain = |byte: u8| (b' '..=b'~').contains(&byte);
    let alike = |(one, next): (&u8, &u8)| *one == b' ' && *next == b' ';
    // All bytes are looked at whatever they are, several at once.
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && bytes.iter().fold(true, |all, byte| all & plain(*byte))
        && !bytes
            .iter()
            .zip(next)
            .fold(false, |any, two| any | alike(two))
}
