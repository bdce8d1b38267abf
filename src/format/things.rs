//! Lists of things, and what narrows a thing.

use super::name::name;
use super::quantity::amount;
use super::time::duration;
use super::wrap::{Chunk, Takes};
use crate::span::Spanned;
use crate::syntax::tree::{AttributeUse, ListWord, Qualifier, Thing, Things};

/// `retinoids, acids and exfoliants, including scrubs`
pub(super) fn things(things: &Things) -> Chunk {
    let mut chunk = Chunk::from(list(&things.things, things.word));
    if !things.including.is_empty() {
        chunk = chunk.before(",");
        let including = Chunk::from(list(&things.including, ListWord::And)).after("including ");
        chunk.parts.extend(including.parts);
        chunk.comma = true;
    }
    let last = things
        .things
        .last()
        .and_then(|last| last.node.attributes.last());
    if last.is_some_and(|used| used.node.value.is_none()) {
        chunk.takes = Takes::Number;
    }
    chunk
}

/// `a, b and c`, one part for each but the last two, which stay together.
fn list(things: &[Spanned<Thing>], word: ListWord) -> Vec<String> {
    let word = match word {
        ListWord::And => "and",
        ListWord::Or => "or",
    };
    let Some((last, first)) = things.split_last() else {
        return Vec::new();
    };
    let mut last = thing(&last.node);
    let Some((before, first)) = first.split_last() else {
        return last;
    };
    let mut parts: Vec<String> = Vec::new();
    for one in first {
        parts.extend(Chunk::from(thing(&one.node)).before(",").parts);
    }
    let before = thing(&before.node).join(" ");
    if let Some(start) = last.first_mut() {
        start.insert_str(0, &format!("{before} {word} "));
    }
    parts.extend(last);
    parts
}

/// `sunscreen with broad-spectrum, spf 30+`, `fever above 38 C`
fn thing(thing: &Thing) -> Vec<String> {
    let mut out = name(&thing.name);
    for narrow in &thing.qualifiers {
        out.push(' ');
        out.push_str(&qualifier(&narrow.node));
    }
    if thing.attributes.is_empty() {
        return vec![out];
    }
    Chunk::from(attributes(&thing.attributes))
        .after(&format!("{out} "))
        .parts
}

/// `with broad-spectrum, spf 30+, without fragrance`: `with` and `without` hold until the other comes.
pub(super) fn attributes(uses: &[Spanned<AttributeUse>]) -> Vec<String> {
    let last = uses.len().saturating_sub(1);
    let mut polarity = None;
    let mut parts = Vec::new();
    for (at, used) in uses.iter().enumerate() {
        let without = used.node.without;
        let mut part = match without {
            _ if polarity == Some(without) => String::new(),
            true => "without ".to_owned(),
            false => "with ".to_owned(),
        };
        polarity = Some(without);
        part.push_str(&attribute(&used.node));
        if at < last {
            part.push(',');
        }
        parts.push(part);
    }
    parts
}

/// `spf 30+`
fn attribute(used: &AttributeUse) -> String {
    let mut out = name(&used.name);
    if let Some(value) = &used.value {
        let more = if value.node.or_more { "+" } else { "" };
        out.push_str(&format!(" {}{more}", value.node.number));
    }
    out
}

/// `severe`, `above 38 C`, `lasting 2 days`, `despite pressure`
pub(super) fn qualifier(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::Severe => "severe".to_owned(),
        Qualifier::Spreading => "spreading".to_owned(),
        Qualifier::Worsening => "worsening".to_owned(),
        Qualifier::Lasting(length) => format!("lasting {}", duration(*length)),
        Qualifier::Above {
            number,
            unit,
            or_equal,
        } => {
            let word = if *or_equal { "at least" } else { "above" };
            format!("{word} {}", amount(*number, unit))
        }
        Qualifier::Despite(what) => format!("despite {}", name(what)),
    }
}
