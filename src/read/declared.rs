//! What the file itself declares, so that an alias at the wrong thing, or a lost brace, shows.

use super::model::Declared;
use super::names::{list, name, plain_or_quoted, quoted, sentence};
use crate::check::Protocol;
use crate::source::Sources;
use crate::span::Span;
use crate::syntax::tree::Kind;
use crate::vocabulary::{Fact, FactKind, Thing, ThingId, Vocabulary};

/// The things and facts of the protocol's own file, in its order.
pub(super) fn declared(protocol: &Protocol, sources: &Sources) -> Vec<Declared> {
    let vocabulary = &protocol.vocabulary;
    let own = |span: Span| sources.name(span) == protocol.file;
    let things = vocabulary.things().filter_map(|(_, thing)| {
        let span = thing.span.filter(|span| own(*span))?;
        Some((span, of_thing(vocabulary, thing)))
    });
    let facts = vocabulary
        .facts()
        .filter(|(_, fact)| own(fact.span))
        .map(|(_, fact)| (fact.span, of_fact(vocabulary, fact)));
    let mut all: Vec<(Span, String)> = things.chain(facts).collect();
    all.sort_by_key(|(span, _)| *span);
    all.into_iter()
        .map(|(span, means)| Declared {
            line: sources.position(span).line,
            means,
        })
        .collect()
}

fn of_thing(vocabulary: &Vocabulary, thing: &Thing) -> String {
    let own = plain_or_quoted(&thing.name);
    if thing.local {
        return format!(
            "{own} is named in quotes only: no declaration says what it is, and no class holds it."
        );
    }
    let mut text = format!("{own} is {}", thing.kind.with_article());
    let mut part = |lead: &str, names: Vec<String>| {
        if !names.is_empty() {
            text.push_str(&format!("; {lead} {}", list(&names, "and")));
        }
    };
    let names =
        |ids: &[ThingId]| -> Vec<String> { ids.iter().map(|id| name(vocabulary, *id)).collect() };
    let classes: Vec<ThingId> = thing
        .parents
        .iter()
        .copied()
        .filter(|parent| !vocabulary.is_kind_class(*parent))
        .collect();
    part(
        "it means",
        thing.description.iter().map(|text| quoted(text)).collect(),
    );
    part(
        "it is also called",
        thing
            .aliases
            .iter()
            .map(|alias| plain_or_quoted(alias))
            .collect(),
    );
    part("it is among", names(&classes));
    part("right under it are", names(&thing.children));
    part("it has", has(vocabulary, thing));
    part("it opposes", names(&thing.opposes));
    part("it can be said of", names(&thing.of));
    if thing.kind == Kind::Attribute && thing.number {
        part("its value is", vec!["a number".to_owned()]);
    }
    sentence(&text)
}

/// The attributes that a thing is declared to have.
fn has(vocabulary: &Vocabulary, thing: &Thing) -> Vec<String> {
    thing
        .attributes
        .iter()
        .map(|(attribute, number)| {
            let name = name(vocabulary, *attribute);
            match (vocabulary.thing(*attribute).number, number.as_thousandths()) {
                (true, _) => format!("{name} of {number}"),
                (false, 0) => format!("no {name}"),
                (false, _) => name,
            }
        })
        .collect()
}

fn of_fact(vocabulary: &Vocabulary, fact: &Fact) -> String {
    let values = |values: &[String], last: &str| {
        let names: Vec<String> = values.iter().map(|value| plain_or_quoted(value)).collect();
        list(&names, last)
    };
    let kind = match &fact.kind {
        FactKind::YesNo => "yes or no".to_owned(),
        FactKind::Number(measure) => measure.answers(),
        FactKind::Ordered(all) => format!("one of, in this order, {}", values(all, "or")),
        FactKind::OneOf(all) => format!("one of {}", values(all, "or")),
        FactKind::AnyOf(all) => format!("any number of {}", values(all, "and")),
        FactKind::Things(class) => format!("any number of {}", name(vocabulary, *class)),
    };
    let asked = fact.ask.as_ref().map_or_else(String::new, |ask| {
        format!("; it is asked as {}", quoted(ask))
    });
    format!(
        "{} is asked about each patient: {kind}{asked}.",
        plain_or_quoted(&fact.name)
    )
}
