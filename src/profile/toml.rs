//! TOML to spanned values, with the mistakes that can be told apart from the rest of the file.

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue, Error};

use super::document::Text;
use super::toml_error::{self, Weight};
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::Diagnostic;
use crate::span::{Span, Spanned};

/// The size up to which the parser is asked for all its mistakes rather than the first.
const MAX_RECOVERED: usize = 256 * 1024;

/// How often a file is parsed again without its torn lines.
const MAX_ROUNDS: usize = 16;

/// What a TOML file holds.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The keys of the file; none where what is left of them would mislead.
    pub entries: Option<Vec<Entry>>,
    /// Mistakes of the file's form.
    pub mistakes: Vec<Diagnostic>,
    /// Mistakes of single values, which the reader has read as they were likely meant: one that it
    /// finds something worse in is told by the reader alone.
    pub soft: Vec<Diagnostic>,
}

/// Reads a file whose nesting is bounded already.
pub(super) fn parse(text: &Text<'_>) -> Parsed {
    let first = match DeTable::parse(text.text) {
        Ok(table) => {
            return Parsed {
                entries: Some(entries(text, table.get_ref(), &[])),
                ..Parsed::default()
            };
        }
        Err(error) => error,
    };
    if text.text.len() > MAX_RECOVERED {
        return Parsed {
            mistakes: vec![toml_error::structural(text, &first, None)],
            ..Parsed::default()
        };
    }
    recover(text)
}

/// Reads what can be read of a file with mistakes in it.
///
/// The parser loses its way behind a torn line. Such lines are told, blanked without moving what
/// follows, and the rest is parsed again.
fn recover(text: &Text<'_>) -> Parsed {
    let mut parsed = Parsed::default();
    let mut left = text.text.to_owned();
    for _ in 0..MAX_ROUNDS {
        let rest = text.with(&left);
        let (table, mut errors) = DeTable::parse_recoverable(rest.text);
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        let torn = torn(text, &errors, &mut parsed.mistakes);
        match torn {
            Torn::Lines(lines) => {
                drop(table);
                left = blanked(left, &lines);
            }
            Torn::Rest => return parsed,
            Torn::Nothing => {
                let (scalars, others): (Vec<_>, Vec<_>) = errors
                    .into_iter()
                    .partition(|error| toml_error::weight(error) == Weight::Value);
                let entries = entries(&rest, table.get_ref(), &scalars);
                for error in &others {
                    let earlier = error
                        .span()
                        .and_then(|span| earlier_key(&rest, &entries, span));
                    let found = toml_error::structural(text, error, earlier);
                    parsed.mistakes.push(found);
                }
                soft(&rest, &entries, &scalars, &mut parsed.soft);
                parsed.entries = Some(entries);
                return parsed;
            }
        }
    }
    parsed
}

/// What the parser cannot make sense of.
enum Torn {
    /// Nothing but values and repeated keys.
    Nothing,
    /// The lines that start at these bytes.
    Lines(BTreeSet<usize>),
    /// All that follows the last message.
    Rest,
}

/// Tells what is torn, once for a line.
fn torn(text: &Text<'_>, errors: &[Error], told: &mut Vec<Diagnostic>) -> Torn {
    let mut lines = BTreeSet::new();
    for error in errors {
        let start = error.span().map_or(0, |span| span.start);
        let weight = toml_error::weight(error);
        if weight == Weight::Value || toml_error::is_duplicate(error) {
            continue;
        }
        let line = text.line_start(start);
        let heading = text
            .text
            .get(line..)
            .is_some_and(|line| line.trim_start_matches([' ', '\t']).starts_with('['));
        if weight == Weight::Line && !heading {
            if lines.insert(line) {
                told.push(toml_error::structural(text, error, None));
            }
            continue;
        }
        // Behind a torn line the parser is not to be trusted; it is asked again without it.
        if lines.is_empty() {
            told.push(toml_error::structural(text, error, None));
            return Torn::Rest;
        }
        break;
    }
    if lines.is_empty() {
        Torn::Nothing
    } else {
        Torn::Lines(lines)
    }
}

/// A text with blanks instead of the lines that start at these bytes.
fn blanked(text: String, lines: &BTreeSet<usize>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if lines.contains(&at) {
            let kept = line.trim_end_matches(['\r', '\n']);
            out.extend(std::iter::repeat_n(' ', kept.len()));
            out.push_str(line.get(kept.len()..).unwrap_or_default());
        } else {
            out.push_str(line);
        }
        at += line.len();
    }
    out
}

/// The keys of a table, in the order of the file.
fn entries(text: &Text<'_>, table: &DeTable<'_>, errors: &[Error]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: Spanned::new(key.get_ref().to_string(), text.span(key.span())),
            value: node(text, value.get_ref(), value.span(), errors),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key.span);
    entries
}

fn node(
    text: &Text<'_>,
    value: &DeValue<'_>,
    range: std::ops::Range<usize>,
    errors: &[Error],
) -> Node {
    let span = text.span(range.clone());
    let raw = || text.text.get(range.clone()).unwrap_or_default().to_owned();
    let kind = match value {
        DeValue::Array(array) => NodeKind::List(
            array
                .iter()
                .map(|one| node(text, one.get_ref(), one.span(), errors))
                .collect(),
        ),
        DeValue::Table(table) => NodeKind::Table(entries(text, table, errors)),
        DeValue::Datetime(_) => NodeKind::Date(raw()),
        DeValue::String(string) if at_fault(errors, &range).is_none() => {
            NodeKind::Text(string.to_string())
        }
        DeValue::String(string) if raw().starts_with(['"', '\'']) => {
            NodeKind::Text(string.to_string())
        }
        _ if range.is_empty() => NodeKind::Bad,
        _ if at_fault(errors, &range).is_some() => NodeKind::Text(unquoted(&raw()).to_owned()),
        DeValue::Integer(number) if number.radix() == 10 => {
            NodeKind::Number(number.as_str().to_owned())
        }
        DeValue::Float(number) => NodeKind::Number(number.as_str().to_owned()),
        DeValue::Integer(_) | DeValue::String(_) => NodeKind::Number(raw()),
        DeValue::Boolean(yes) => NodeKind::Bool(*yes),
    };
    Node { span, kind }
}

/// A word without the curly quotes that a text processor may have put around it.
pub(super) fn unquoted(word: &str) -> &str {
    word.trim_matches(|letter| matches!(letter, '\u{2018}'..='\u{201f}' | '"' | '\''))
        .trim()
}

/// The first mistake inside a value. Both are in the order of the file.
fn at_fault<'e>(errors: &'e [Error], range: &std::ops::Range<usize>) -> Option<&'e Error> {
    let starts = |error: &Error| error.span().map_or(0, |span| span.start);
    let first = errors.partition_point(|error| starts(error) < range.start);
    errors.get(first).filter(|error| starts(error) <= range.end)
}

/// A message for each value that is not written as TOML wants it.
fn soft(text: &Text<'_>, entries: &[Entry], errors: &[Error], out: &mut Vec<Diagnostic>) {
    for entry in entries {
        soft_value(text, &entry.key.node, &entry.value, errors, out);
    }
}

fn soft_value(
    text: &Text<'_>,
    key: &str,
    value: &Node,
    errors: &[Error],
    out: &mut Vec<Diagnostic>,
) {
    match &value.kind {
        NodeKind::List(list) => {
            for one in list {
                soft_value(text, key, one, errors, out);
            }
        }
        NodeKind::Table(table) => soft(text, table, errors, out),
        // What is wrong with a date is for the reader of dates to say.
        NodeKind::Date(_) => {}
        _ => {
            let range = text.offset(value.span.start)..text.offset(value.span.end);
            if let Some(error) = at_fault(errors, &range) {
                out.push(toml_error::value(text, key, value.span, error));
            }
        }
    }
}

/// The nearest key before `range` that is written alike.
fn earlier_key(text: &Text<'_>, entries: &[Entry], range: std::ops::Range<usize>) -> Option<Span> {
    let wanted = text.text.get(range.clone())?;
    let mut best: Option<Span> = None;
    for entry in entries {
        let span = entry.key.span;
        let here = text.offset(span.start)..text.offset(span.end);
        if here.end <= range.start
            && text.text.get(here) == Some(wanted)
            && best.is_none_or(|best| best.start < span.start)
        {
            best = Some(span);
        }
        let inner = match &entry.value.kind {
            NodeKind::Table(table) => earlier_key(text, table, range.clone()),
            _ => None,
        };
        best = best.max(inner);
    }
    best
}
