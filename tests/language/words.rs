//! The examples of the page are sentences of real sheets: shortened, and not reworded.

use aftercare_dsl::syntax::tree::{File, Item, Statement};

use super::ABOVE;
use crate::docs::blocks;
use crate::sheets::sheets;

#[test]
fn every_example_is_a_sentence_of_a_sheet() {
    let sheets = sheets();
    let known: Vec<Vec<String>> = sheets
        .iter()
        .flat_map(|sheet| sentences(&sheet.text, &sheet.checked.file))
        .collect();
    for block in blocks().iter().filter(|block| block.kind == "sentences") {
        let text = format!("{ABOVE}{}", block.text);
        let mut sources = aftercare_dsl::source::Sources::new();
        let file = sources.add("page.rules", text.as_str());
        let parsed = aftercare_dsl::syntax::parse(file, &text, &std::collections::BTreeSet::new());
        for example in sentences(&text, &parsed.file) {
            let is_real = known.iter().any(|sentence| holds(sentence, &example));
            assert!(is_real, "{block}: no sheet says {}", example.join(" "));
        }
    }
}

/// The words of each sentence, but for those that join lists.
fn sentences(text: &str, file: &File) -> Vec<Vec<String>> {
    let mut places = Vec::new();
    for item in &file.items {
        if let Item::Statement(statement) = &item.node {
            collect(statement, item.span, &mut places);
        }
    }
    let words = places.into_iter().map(|span| words(&text[span.range()]));
    words.collect()
}

fn collect(
    statement: &Statement,
    span: aftercare_dsl::span::Span,
    places: &mut Vec<aftercare_dsl::span::Span>,
) {
    match statement {
        Statement::Sentence(_) => places.push(span),
        Statement::Section { body, .. } => {
            body.iter()
                .for_each(|inner| collect(&inner.node, inner.span, places));
        }
        Statement::When {
            body, otherwise, ..
        } => {
            let inner = body.iter().chain(otherwise.iter().flatten());
            inner.for_each(|inner| collect(&inner.node, inner.span, places));
        }
    }
}

fn words(sentence: &str) -> Vec<String> {
    let lines = sentence
        .lines()
        .map(|line| line.split(" #").next().unwrap_or_default());
    let text = lines.collect::<Vec<_>>().join(" ").to_lowercase();
    let words = text.split(|letter: char| letter.is_whitespace() || ",\"{}".contains(letter));
    let joins = ["", "and", "or"];
    words
        .map(|word| word.trim_end_matches('.').to_owned())
        .filter(|word| !joins.contains(&word.as_str()))
        .collect()
}

/// Whether the words of `example` stand in `sentence`, in this order.
fn holds(sentence: &[String], example: &[String]) -> bool {
    let mut rest = sentence.iter();
    example.iter().all(|word| rest.any(|other| other == word))
}
