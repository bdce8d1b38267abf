//! What is refused: with which code, where, and with fixes that read.

use super::{id, read};
use crate::syntax::lower::single_blanks;

const REFUSED: &str = include_str!("refused.txt");

/// A text, and what is expected of it.
struct Row {
    text: String,
    expected: String,
}

fn rows() -> Vec<Row> {
    let lines = REFUSED.lines().filter(|line| !line.starts_with("# "));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let pairs = lines.chunks_exact(2);
    pairs
        .map(|pair| Row {
            text: pair[0].replace("\\n", "\n"),
            expected: pair[1].trim().to_owned(),
        })
        .collect()
}

#[test]
fn each_mistake_is_one_message_at_its_place() {
    let mut failures = Vec::new();
    for row in rows() {
        let found = read(&row.text).diagnostics.into_iter().map(|diagnostic| {
            let span = diagnostic.labels[0].span;
            format!(
                "`{}` {} {}",
                single_blanks(&row.text[span.range()]),
                diagnostic.code.name(),
                diagnostic.fixes.len()
            )
        });
        let found: Vec<String> = found.collect();
        if found != [row.expected.clone()] {
            failures.push(format!("{}\n  {} {found:?}", row.text, row.expected));
        }
    }
    assert!(rows().len() > 200);
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn each_fix_reads() {
    for row in rows() {
        for diagnostic in read(&row.text).diagnostics {
            for fix in diagnostic.fixes {
                let fixed = fix.apply(id(), &row.text);
                let left = read(&fixed).diagnostics;
                assert!(left.is_empty(), "{}\n{fixed}\n{left:?}", row.text);
            }
        }
    }
}

#[test]
fn messages_are_written_as_the_house_asks() {
    for row in rows() {
        for diagnostic in read(&row.text).diagnostics {
            let labels = diagnostic.labels.iter().map(|label| &label.text);
            let texts = labels.chain([&diagnostic.message]).chain(&diagnostic.help);
            for text in texts {
                let whole = text.ends_with("...") || !text.ends_with('.');
                assert!(whole && !text.is_empty(), "{text}");
                assert!(!text.starts_with(char::is_uppercase), "{text}");
                assert!(!text.contains("  "), "{text}");
            }
            assert!(diagnostic.help.is_some(), "{}", diagnostic.message);
        }
    }
}

#[test]
fn all_independent_mistakes_of_a_file_are_reported() {
    let texts: Vec<String> = rows()
        .into_iter()
        .map(|row| row.text)
        .filter(|text| !text.contains(['{', '}', '\n', '"', '\u{201c}']) && !text.starts_with("fo"))
        .collect();
    let file = format!("{}\n", texts.join("\n\n"));
    assert_eq!(read(&file).diagnostics.len(), texts.len());
}
