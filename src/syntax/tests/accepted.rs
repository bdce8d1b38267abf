//! What reads, and what it reads as.

use std::collections::BTreeSet;

use super::{clean, id, read};
use crate::syntax::parse;
use crate::syntax::tree::{Clause, Head, Item, Lead, Statement, WindowKind};

const LANGUAGE: &str = include_str!("language.rules");

#[test]
fn the_whole_language_reads() {
    let parsed = clean(LANGUAGE);
    assert_eq!(parsed.file.comments.len(), 8);
    assert!(parsed.file.items.len() > 100);
}

#[test]
fn every_line_that_users_were_promised_reads() {
    for line in [
        "avoid retinoids for 7 days",
        "sessions 3..6 every 4..6 weeks",
        "avoid retinoids, alpha hydroxy acids, beta hydroxy acids and exfoliants for 7 days because \"they irritate healing skin\"",
        "avoid direct sun for at least 1 week",
        "avoid makeup for 24..48 hours",
        "use sunscreen with broad-spectrum, spf 30+ daily from day 1",
        "maintenance every 6..12 months",
        "when skin type in IV..VI { avoid direct sun for 14 days }",
        "avoid retinoids for 5 days before and 7 days after",
    ] {
        assert_eq!(clean(line).file.items.len(), 1, "{line}");
    }
}

/// The head and the clauses of a text that is one sentence.
fn sentence(text: &str) -> crate::syntax::tree::Sentence {
    let parsed = clean(text);
    match parsed.file.items.into_iter().next().map(|item| item.node) {
        Some(Item::Statement(Statement::Sentence(sentence))) => *sentence,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_lead_comes_first_among_the_clauses() {
    let read = sentence("for 24 hours, avoid makeup because \"x\"");
    assert_eq!(read.lead, Some(Lead::Window));
    assert!(matches!(
        read.clauses.first().map(|clause| &clause.node),
        Some(Clause::Window(window)) if matches!(window.kind, WindowKind::For(_))
    ));
    assert_eq!(read.clauses.len(), 2);
}

#[test]
fn what_belongs_to_a_head_moves_there() {
    let read = sentence("defer until 6 months after isotretinoin last taken because \"x\"");
    assert!(matches!(read.head.node, Head::Defer { until: Some(_) }));
    assert_eq!(read.clauses.len(), 1);
    let read = sentence("sessions 4 for acne scars every 4 weeks");
    assert!(matches!(
        read.head.node,
        Head::Sessions { every: Some(_), .. }
    ));
    let read = sentence("report fever within 2 hours to clinic");
    assert!(matches!(
        read.head.node,
        Head::Report {
            to: Some(_),
            within: Some(_),
            ..
        }
    ));
    assert!(read.clauses.is_empty());
    assert!(matches!(
        sentence("defer if pregnant").head.node,
        Head::Defer { until: None }
    ));
}

#[test]
fn a_sentence_goes_on_over_indented_lines() {
    let one = clean("avoid heat for 2 days if pregnant, because \"x y\"");
    for text in [
        "avoid heat\n  for 2 days # why\n    if pregnant,\nbecause \"x y\"",
        "avoid heat for 2 days\n if pregnant\n because \"x\n   y\"",
        "avoid heat for 2 days\r\n  if pregnant\r\n  because \"x y\"\r\n",
    ] {
        let other = clean(text);
        assert_eq!(one.file.items, other.file.items, "{text}");
    }
    assert_eq!(clean("avoid a,\nb and\nc\navoid d").file.items.len(), 2);
}

#[test]
fn a_wrongly_indented_sentence_is_its_own() {
    assert_eq!(
        clean("avoid a\n  avoid b\n   sun: use c").file.items.len(),
        3
    );
}

#[test]
fn protected_names_may_stand_bare() {
    let names = ["day cream", "after sun lotion", "sleep on back"];
    let protected: BTreeSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let text = "Use Day Creams daily\navoid after-sun lotion and day cream for 2 days\nsleep on back for 2 days";
    let parsed = parse(id(), text, &protected);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let quoted = read("use \"Day Creams\" daily");
    let (Some(bare), Some(quoted)) = (parsed.file.items.first(), quoted.file.items.first()) else {
        panic!("both are sentences");
    };
    assert_ne!(bare, quoted, "only the quotes differ");
    assert!(format!("{bare:?}").contains("Day Creams"));
}

#[test]
fn places_are_those_of_the_authors_text() {
    let text = "avoid \u{201c}d\u{e9}j\u{e0} vu\u{201d} for 4\u{2013}6\u{a0}weeks";
    let parsed = clean(text);
    let debug = format!("{:?}", parsed.file.items);
    assert!(debug.contains("déjà vu"), "{debug}");
    let Some(Item::Statement(Statement::Sentence(sentence))) =
        parsed.file.items.first().map(|item| &item.node)
    else {
        panic!("a sentence");
    };
    let spans = sentence
        .clauses
        .iter()
        .map(|clause| &text[clause.span.range()]);
    assert_eq!(spans.collect::<Vec<_>>(), ["for 4\u{2013}6\u{a0}weeks"]);
}
