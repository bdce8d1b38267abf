//! What may stand behind facts and attributes, and the values of facts.

use super::Scope;
use super::here::Here;
use crate::number::Number;
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// How a fact of this form is asked, behind its name.
pub(super) fn asked(vocabulary: &Vocabulary, id: FactId) -> String {
    let first = |values: &[String]| bare_or_quoted(values.first().map_or("x", String::as_str));
    match &vocabulary.fact(id).kind {
        FactKind::YesNo => String::new(),
        FactKind::Number(measure) => {
            let least = measure.least().max(Number::whole(2));
            let example = measure.most().map_or(least, |most| least.min(most));
            format!(" at least {}", measure.amount(example))
        }
        FactKind::Ordered(values) | FactKind::OneOf(values) => format!(" = {}", first(values)),
        FactKind::AnyOf(values) => format!(" includes {}", first(values)),
        FactKind::Things(class) => {
            format!(" includes {}", bare_or_quoted(vocabulary.name(*class)))
        }
    }
}

/// What may stand behind an attribute: nothing, its number, or a class of those that have it, the first that
/// fits.
pub(super) fn with_attribute(
    vocabulary: &Vocabulary,
    id: ThingId,
    fits: impl Fn(ThingId) -> bool,
) -> Vec<String> {
    let attribute = vocabulary.thing(id);
    if attribute.number {
        return vec![" 30".to_owned()];
    }
    let class = attribute.of.iter().find(|class| fits(**class));
    let thing = class.map(|class| vocabulary.name(*class));
    let before = thing.map(|name| format!(" {name}"));
    std::iter::once(String::new()).chain(before).collect()
}

/// The values of the facts that the sentence asks, each with another one and its fact.
pub(super) fn values(scope: &Scope, here: &Here, stem: usize) -> Vec<(String, String, String)> {
    let sentence = here.stem(stem).to_lowercase();
    let course = ["sessions ", "maintenance "];
    let is_course = course.iter().any(|word| sentence.contains(word));
    let mut found = Vec::new();
    for (_, fact) in scope.vocabulary().facts() {
        let name = fact.name.to_lowercase();
        let asked = sentence.contains(&name) || is_course && name == "concerns";
        if !asked {
            continue;
        }
        let (FactKind::Ordered(values) | FactKind::OneOf(values) | FactKind::AnyOf(values)) =
            &fact.kind
        else {
            if fact.kind == FactKind::YesNo {
                found.push(("yes".to_owned(), "no".to_owned(), fact.name.clone()));
                found.push(("no".to_owned(), "yes".to_owned(), fact.name.clone()));
            }
            continue;
        };
        let last = values.last().cloned().unwrap_or_default();
        let first = values.first().cloned().unwrap_or_default();
        for value in values {
            let other = if *value == last { &first } else { &last };
            found.push((value.clone(), other.clone(), fact.name.clone()));
        }
    }
    found
}

/// A name as it stands in a sentence: in quotes where a bare one would end early.
pub(super) fn bare_or_quoted(name: &str) -> String {
    let plain = name.starts_with(char::is_alphabetic)
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '\'' | '/'));
    if plain && !crate::syntax::holds_reserved_word(name) {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}
