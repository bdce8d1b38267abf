//! Things by name, so that no two can be taken for each other: a name that holds a word of these
//! sentences, or a mark, stands in quotes.

use crate::check::{AttributeTest, Qualifier, ThingRef};
use crate::eval::reading::duration;
use crate::syntax::holds_reserved_word;
use crate::vocabulary::{ThingId, Vocabulary};

/// Words of the sentences here that the language itself does not reserve.
const OWN_WORDS: &[&str] = &["is", "no", "none", "only", "that", "there"];

/// A name as it stands in a sentence.
pub(super) fn plain_or_quoted(name: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -'\u{2019}/&".contains(letter);
    let own = name
        .split_whitespace()
        .any(|word| OWN_WORDS.contains(&word.to_lowercase().as_str()));
    if own || holds_reserved_word(name) || !name.chars().all(is_plain) {
        return quoted(name);
    }
    name.to_owned()
}

/// Free text. The language has no way to put a quote inside one.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The name of a thing.
pub(super) fn name(vocabulary: &Vocabulary, thing: ThingId) -> String {
    plain_or_quoted(vocabulary.name(thing))
}

/// `fever above 38 C`, `sunscreen (with broad-spectrum and spf of 30 or more, without perfume)`
pub(super) fn thing(vocabulary: &Vocabulary, item: &ThingRef) -> String {
    let mut words = name(vocabulary, item.thing);
    for qualifier in &item.qualifiers {
        words.push(' ');
        words.push_str(&qualified(qualifier));
    }
    if !item.attributes.is_empty() {
        let attributes: Vec<String> = item
            .attributes
            .chunk_by(|one, next| one.without == next.without)
            .map(|alike| attributes(vocabulary, alike))
            .collect();
        words.push_str(&format!(" ({})", attributes.join(", ")));
    }
    words
}

/// How bad a symptom is: `that is severe`, `lasting 20 minutes`.
pub(super) fn qualified(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::Severe => "that is severe".to_owned(),
        Qualifier::Spreading => "that is spreading".to_owned(),
        Qualifier::Worsening => "that is worsening".to_owned(),
        Qualifier::Lasting(length) => format!("lasting {}", duration(*length)),
        Qualifier::Above {
            number,
            unit,
            or_equal: true,
        } => format!("of {number} {} or more", unit.name(true)),
        Qualifier::Above { number, unit, .. } => format!("above {number} {}", unit.name(true)),
        Qualifier::Despite(what) => format!("despite {}", plain_or_quoted(what)),
    }
}

/// Attributes that a thing must all have, or all not have.
fn attributes(vocabulary: &Vocabulary, alike: &[AttributeTest]) -> String {
    let without = alike.first().is_some_and(|test| test.without);
    let (word, last) = if without {
        ("without", "or")
    } else {
        ("with", "and")
    };
    let names: Vec<String> = alike
        .iter()
        .map(|test| attribute(vocabulary, test))
        .collect();
    format!("{word} {}", list(&names, last))
}

/// `broad-spectrum`, `spf of 30 or more`
fn attribute(vocabulary: &Vocabulary, test: &AttributeTest) -> String {
    let name = name(vocabulary, test.attribute);
    match test.value {
        None => name,
        Some(value) if value.or_more => format!("{name} of {} or more", value.number),
        Some(value) => format!("{name} of exactly {}", value.number),
    }
}

/// Things in a row, with `last` before the last one.
pub(super) fn things(vocabulary: &Vocabulary, items: &[ThingRef], last: &str) -> String {
    let words: Vec<String> = items.iter().map(|item| thing(vocabulary, item)).collect();
    list(&words, last)
}

/// `a, b and c`
pub(super) fn list(words: &[String], last: &str) -> String {
    crate::eval::reading::list(words, last)
}

/// A sentence of its own: with a capital and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}
