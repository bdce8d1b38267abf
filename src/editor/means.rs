//! What a name means, in a few words.

use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// How many members of a class are named.
const NAMED: usize = 3;

/// What `called` means, which is a name of the thing: a class by what it covers, a thing by its
/// description or its class.
pub(super) fn thing(vocabulary: &Vocabulary, id: ThingId, called: &str) -> String {
    let thing = vocabulary.thing(id);
    let what = if vocabulary.is_kind_class(id) {
        format!("all things declared as {}", thing.kind.word())
    } else if let Some(description) = &thing.description {
        description.to_string()
    } else if thing.children.is_empty() {
        member(vocabulary, id)
    } else {
        covers(vocabulary, &thing.children)
    };
    if called == thing.name {
        what
    } else {
        format!("another name for {}: {what}", thing.name)
    }
}

/// `retinoids: a substance`
fn member(vocabulary: &Vocabulary, id: ThingId) -> String {
    let thing = vocabulary.thing(id);
    let classes: Vec<&str> = thing
        .parents
        .iter()
        .filter(|class| !vocabulary.is_kind_class(**class))
        .map(|class| vocabulary.name(*class))
        .collect();
    let of: Vec<&str> = thing
        .of
        .iter()
        .map(|class| vocabulary.name(*class))
        .collect();
    let kind = thing.kind.with_article();
    match (thing.kind, classes.as_slice(), of.as_slice()) {
        (Kind::Attribute, _, [_, ..]) => format!("{kind} of {}", of.join(", ")),
        (_, [], _) => kind.to_owned(),
        (_, classes, _) => format!("{kind} in {}", classes.join(", ")),
    }
}

/// `covers tretinoin, adapalene, retinol and 9 more`
fn covers(vocabulary: &Vocabulary, children: &[ThingId]) -> String {
    let named: Vec<&str> = children
        .iter()
        .take(NAMED)
        .map(|child| vocabulary.name(*child))
        .collect();
    match children.len().saturating_sub(named.len()) {
        0 => format!("covers {}", named.join(", ")),
        more => format!("covers {} and {more} more", named.join(", ")),
    }
}

/// What kind of answer a fact has, and how it is asked.
pub(super) fn fact(vocabulary: &Vocabulary, id: FactId) -> String {
    let fact = vocabulary.fact(id);
    let kind = match &fact.kind {
        FactKind::YesNo => "yes or no".to_owned(),
        FactKind::Number(measure) => measure.answers(),
        FactKind::Ordered(values) => match (values.first(), values.last()) {
            (Some(first), Some(last)) => format!("from {first} to {last}"),
            _ => "in order".to_owned(),
        },
        FactKind::OneOf(values) => format!("one of {}", some(values)),
        FactKind::AnyOf(values) => format!("any of {}", some(values)),
        FactKind::Things(class) => format!("any of {}", vocabulary.name(*class)),
    };
    match &fact.ask {
        Some(question) => format!("{kind}: {question}"),
        None => kind,
    }
}

fn some(values: &[String]) -> String {
    let named: Vec<&str> = values.iter().take(NAMED).map(String::as_str).collect();
    match values.len().saturating_sub(named.len()) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
