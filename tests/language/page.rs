//! The page with its figures and lists made anew.

use std::cmp::Reverse;

use super::lists;
use super::measured::{Counts, Measured};
use crate::sheets::put;

/// The page as it must be: shares measured, shapes and rows by their shares, lists from the program's tables.
pub fn made_anew(page: &str, measured: &Measured) -> String {
    let mut page = shapes(page, &measured.shapes, measured.sentences);
    for (mark, counts, all) in [
        ("heads", &measured.heads, measured.sentences),
        ("clauses", &measured.clauses, measured.sentences),
        ("times", &measured.times, measured.sentences),
        ("conditions", &measured.conditions, measured.questions),
    ] {
        let now = table(between(&page, mark), counts, all);
        page = put(&page, mark, &now);
    }
    for (mark, now) in lists::all() {
        page = put(&page, mark, &now);
    }
    page
}

/// What stands between two marks.
fn between<'p>(page: &'p str, mark: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("<!-- {mark} -->\n")).unwrap();
    rest.split_once(&format!("<!-- /{mark} -->\n")).unwrap().0
}

/// The shapes, each under a heading such as `### What is normal: 9%`: its share as measured, and the eight
/// commonest apart from the others, the larger first.
fn shapes(page: &str, counts: &Counts, all: usize) -> String {
    let now = [between(page, "commonest"), between(page, "rarer")].concat();
    let mut missing: Vec<&str> = counts.keys().copied().collect();
    let mut sections: Vec<(usize, String)> = Vec::new();
    for section in now.split("\n### ").skip(1) {
        let (title, rest) = section.split_once(": ").unwrap();
        let (_, body) = rest.split_once('\n').unwrap();
        missing.retain(|other| *other != title);
        let count = counts.get(title).copied().unwrap_or_default();
        let share = share(count, all);
        sections.push((
            count,
            format!("### {title}: {share}\n{}\n", body.trim_end()),
        ));
    }
    assert!(
        missing.is_empty(),
        "the page has no heading for {missing:?}"
    );
    sections.sort_by_key(|(count, _)| Reverse(*count));
    let texts: Vec<String> = sections.into_iter().map(|(_, text)| text).collect();
    let (commonest, rarer) = texts.split_at(8);
    let page = put(page, "commonest", &commonest.join("\n"));
    put(&page, "rarer", &rarer.join("\n"))
}

/// The rows of a table by their shares, the larger first, each share as measured.
fn table(now: &str, counts: &Counts, all: usize) -> String {
    let mut lines = now.lines().filter(|line| line.starts_with('|'));
    let head: Vec<&str> = lines.by_ref().take(2).collect();
    let mut missing = counts.clone();
    let mut rows: Vec<(usize, String)> = Vec::new();
    for line in lines {
        let keys = missing.keys().filter(|key| starts(line, key));
        let key = keys.max_by_key(|key| key.len()).copied();
        let count = key.and_then(|key| missing.remove(key)).unwrap_or_default();
        let (cells, _) = line.trim_end_matches([' ', '|']).rsplit_once('|').unwrap();
        rows.push((count, format!("{cells}| {} |\n", share(count, all))));
    }
    assert!(missing.is_empty(), "the page has no row for {missing:?}");
    rows.sort_by_key(|(count, _)| Reverse(*count));
    let rows: String = rows.into_iter().map(|(_, row)| row).collect();
    format!("{}\n{rows}", head.join("\n"))
}

/// Whether what a row shows first starts with these words.
fn starts(row: &str, key: &str) -> bool {
    let first = row.split('`').nth(1).unwrap_or_default();
    let rest = first.strip_prefix(key);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// `12%`, `under 1%`, `none`
fn share(count: usize, all: usize) -> String {
    match (count, (count * 200 + all) / (all * 2)) {
        (0, _) => "none".to_owned(),
        (_, 0) => "under 1%".to_owned(),
        (_, percent) => format!("{percent}%"),
    }
}
