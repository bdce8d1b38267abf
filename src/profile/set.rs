//! `--set 'FACT = VALUE'`: one answer on top of a profile.

use super::document::{MAX_BYTES, Text, own_key};
use super::format::Format;
use super::home::Home;
use super::model::{Answered, Profile, Value};
use super::reader::{Reader, says};
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span, Spanned};
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, FactKind, Vocabulary};

/// Sets one answer in a profile, instead of the one that is there.
///
/// `text` is what `source` holds: `skin type = IV`, `pregnant = unsure`, `concerns = acne scars,
/// wrinkles`, `medications = aspirin, isotretinoin last taken 2025-10-10`, `medications = none`,
/// `prescribed aspirin = yes`, an event, a symptom or a procedure with its date (`fever = no` says that
/// it is absent, `fever = 2026-06-03, severe, 38.5 C` how bad it is), `history = none`, `symptoms =
/// none`, or one of the profile's own keys. Where a mistake is told, the profile is as it was.
pub fn set(
    profile: &mut Profile,
    source: SourceId,
    text: &str,
    vocabulary: &Vocabulary,
) -> Vec<Diagnostic> {
    let text = Text::new(source, text);
    let (key, value) = match parts(&text) {
        Ok(parts) => parts,
        Err(found) => return vec![*found],
    };
    let mut reader = Reader::new(vocabulary, Format::Set, profile.clone());
    reader.answer(&key, value);
    let (changed, found) = reader.finish();
    if found.is_empty() {
        *profile = changed;
    }
    found
}

/// Sets one answer, as [`set`] does, from words that stand in a text of somebody else: a key, and the values
/// given to it, of which a list may have several.
pub(crate) fn answer(
    profile: &mut Profile,
    key: &Spanned<String>,
    values: &[Spanned<String>],
    vocabulary: &Vocabulary,
) -> Vec<Diagnostic> {
    let node = |value: &Spanned<String>| Node {
        span: value.span,
        kind: NodeKind::Text(value.node.clone()),
    };
    let value = match values {
        [one] => node(one),
        several => Node {
            span: several.first().map_or(key.span, |first| first.span),
            kind: NodeKind::List(several.iter().map(node).collect()),
        },
    };
    let mut reader = Reader::new(vocabulary, Format::Set, profile.clone());
    reader.answer(key, value);
    let (changed, found) = reader.finish();
    if found.is_empty() {
        *profile = changed;
    }
    found
}

/// Whether an answer says that nobody knows: `unsure`, and what people say in its place.
pub(crate) fn is_unsure(text: &str) -> bool {
    let plain = text.trim().to_lowercase().replace(['\'', '\u{2019}'], "");
    let words: Vec<&str> = plain.split_whitespace().collect();
    matches!(
        words.as_slice(),
        ["unsure" | "unknown" | "dunno"]
            | ["not", "sure" | "known"]
            | ["dont" | "cannot" | "cant", "know" | "tell"]
            | ["do" | "does" | "i", "not" | "dont", "know"]
            | ["i", "do", "not", "know"]
            | ["no", "idea"]
    )
}

/// The name and the value of `FACT = VALUE`.
fn parts(text: &Text<'_>) -> Result<(Spanned<String>, Node), Box<Diagnostic>> {
    let wrong = |range, what: &str, label: &str| {
        Box::new(
            Diagnostic::new(Code::ProfileSet, text.span(range), what, label)
                .with_help("write FACT = VALUE, such as 'skin type = IV'"),
        )
    };
    if text.text.len() > MAX_BYTES {
        return Err(wrong(
            0..0,
            "the text to set is larger than 8 MiB",
            "too large",
        ));
    }
    let all = 0..text.text.len();
    let Some((key, value)) = text.text.split_once('=') else {
        return Err(wrong(all, "the text to set has no `=`", "no `=`"));
    };
    let sign = key.len()..key.len() + 1;
    if key.trim().is_empty() {
        return Err(wrong(
            sign,
            "the text to set names nothing before `=`",
            "no name before this",
        ));
    }
    if value
        .trim_matches(|letter: char| letter.is_whitespace() || letter == ',')
        .is_empty()
    {
        return Err(wrong(
            sign,
            "the text to set has no value behind `=`",
            "no value behind this",
        ));
    }
    let key = spanned(text, 0, key);
    let value = spanned(text, sign.end, value);
    let kind = NodeKind::Text(value.node);
    Ok((
        key,
        Node {
            span: value.span,
            kind,
        },
    ))
}

/// A part of the text that starts at `at`, without blanks and quotes around it.
fn spanned(text: &Text<'_>, at: usize, part: &str) -> Spanned<String> {
    let blank = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'');
    let start = at + (part.len() - part.trim_start_matches(blank).len());
    let trimmed = part.trim_matches(blank);
    Spanned::new(trimmed.to_owned(), text.span(start..start + trimmed.len()))
}

impl Reader<'_> {
    /// Reads one answer.
    fn answer(&mut self, key: &Spanned<String>, mut value: Node) {
        let vocabulary = self.vocabulary;
        if matches!(&value.kind, NodeKind::Text(text) if is_unsure(text))
            && !self.has_option(key, &value)
        {
            value.kind = NodeKind::Text("unsure".to_owned());
        }
        if self.answer_of_treatment(key, &value) {
            return;
        }
        if let Some(fact) = vocabulary.find_fact(&key.node) {
            self.answer_fact(fact, value);
        } else if let Some(thing) = self.prescribed_thing(&key.node) {
            self.prescribed(thing, key, &value);
        } else if let Some(thing) = self.thing_of(&key.node, &[Kind::Event]) {
            self.event(thing, &value);
        } else if let Some(thing) = self.thing_of(&key.node, &[Kind::Symptom]) {
            self.symptom(thing, &described(value));
        } else if let Some(thing) = self.thing_of(&key.node, &[Kind::Procedure]) {
            let value = if value_has_commas(&value) {
                split(value)
            } else {
                value
            };
            self.past(thing, &value);
        } else {
            self.answer_key(key, value);
        }
    }

    /// Whether a value is one that the fact itself declares.
    fn has_option(&self, key: &Spanned<String>, value: &Node) -> bool {
        let fact = self.vocabulary.find_fact(&key.node);
        match fact.map(|fact| &self.vocabulary.fact(fact).kind) {
            Some(
                FactKind::OneOf(options) | FactKind::Ordered(options) | FactKind::AnyOf(options),
            ) => options.iter().any(|option| says(value, &[option])),
            _ => false,
        }
    }

    /// Reads one of the profile's own keys.
    fn answer_key(&mut self, key: &Spanned<String>, value: Node) {
        match own_key(&key.node) {
            Some("symptoms") => {
                self.symptoms(&value);
                if self.profile.symptoms_complete {
                    self.profile.symptoms.clear();
                }
            }
            Some("history") => {
                self.history(&value);
                if self.profile.history_complete {
                    self.profile.history.clear();
                }
            }
            Some(name @ ("products" | "sessions")) => {
                let key = Spanned::new(name.to_owned(), key.span);
                self.course(&key, &split(value));
            }
            Some(name @ ("treated" | "zone" | "course_finished")) => {
                self.course(&Spanned::new(name.to_owned(), key.span), &value);
            }
            _ => self.unknown_key(key, Home::Facts),
        }
    }

    /// Reads a declared fact; a list of medicines also takes the old list's prescriptions away.
    fn answer_fact(&mut self, fact: FactId, value: Node) {
        match self.vocabulary.fact(fact).kind {
            FactKind::AnyOf(_) => self.fact(fact, &split(value)),
            FactKind::Things(_) => {
                let old = self.profile.facts.remove(&fact);
                if let Some(Answered::Known(Value::Things(things))) = old {
                    for thing in things {
                        self.profile.prescribed.remove(&thing.thing);
                    }
                }
                self.fact(fact, &with_dates(split(value)));
            }
            _ => self.fact(fact, &value),
        }
    }
}

/// The entries of a list that say when something was last taken, as tables.
fn with_dates(mut value: Node) -> Node {
    let NodeKind::List(entries) = &mut value.kind else {
        return value;
    };
    for entry in entries {
        let NodeKind::Text(text) = &entry.kind else {
            continue;
        };
        let Some((name, date)) = text.split_once(" last taken ") else {
            continue;
        };
        let parts = [("name", name), ("last_taken", date)];
        entry.kind = table(entry.span, &parts);
    }
    value
}

/// `2026-06-03, severe, 38.5 C` as a symptom's table; any other text as it is.
fn described(value: Node) -> Node {
    let NodeKind::Text(text) = &value.kind else {
        return value;
    };
    let Some((since, how)) = text.split_once(',') else {
        return value;
    };
    let mut parts = vec![("since", since)];
    for part in how.split(',').map(str::trim) {
        let said = |word: &str| part.strip_prefix(word).map(str::trim);
        parts.push(if let Some(length) = said("lasting ") {
            ("lasting", length)
        } else if let Some(tried) = said("despite ") {
            ("despite", tried)
        } else if let Some(end) = said("until ") {
            ("until", end)
        } else {
            match (part, said("not ")) {
                ("severe" | "spreading" | "worsening", _) => (part, "yes"),
                (_, Some(not @ ("severe" | "spreading" | "worsening"))) => (not, "no"),
                _ => ("value", part),
            }
        });
    }
    Node {
        span: value.span,
        kind: table(value.span, &parts),
    }
}

/// A table of texts, all at one place.
fn table(span: Span, parts: &[(&str, &str)]) -> NodeKind {
    let entries = parts.iter().map(|(key, text)| Entry {
        key: Spanned::new((*key).to_owned(), span),
        value: Node {
            span,
            kind: NodeKind::Text(text.trim().to_owned()),
        },
    });
    NodeKind::Table(entries.collect())
}

fn value_has_commas(value: &Node) -> bool {
    matches!(&value.kind, NodeKind::Text(text) if text.contains(','))
}

/// A text with commas as a list; the words that stand for a whole list stay as they are.
fn split(value: Node) -> Node {
    let NodeKind::Text(text) = &value.kind else {
        return value;
    };
    if says(&value, &["none", "unsure", "does not apply"]) {
        return value;
    }
    let mut at = value.span.start;
    let mut list = Vec::new();
    for part in text.split(',') {
        if part.trim().is_empty()
            && text.contains(|letter: char| letter != ',' && !letter.is_whitespace())
        {
            at = at
                .saturating_add(u32::try_from(part.len()).unwrap_or(u32::MAX))
                .saturating_add(1);
            continue;
        }
        let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let start = at.saturating_add(length(part) - length(part.trim_start()));
        let trimmed = part.trim();
        let mut span = value.span;
        span.start = start;
        span.end = start.saturating_add(length(trimmed));
        list.push(Node {
            span,
            kind: NodeKind::Text(trimmed.to_owned()),
        });
        at = at.saturating_add(length(part)).saturating_add(1);
    }
    Node {
        span: value.span,
        kind: NodeKind::List(list),
    }
}
