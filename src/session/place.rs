//! Where a new entry goes: among its like, so that a file reads from its header to its sentences.

use std::collections::BTreeSet;
use std::ops::Range;

use super::entries::{Entry, Sort};
use crate::span::SourceId;
use crate::syntax;
use crate::syntax::tree::Item;

/// `text` with `typed` in it, and where it stands there.
pub(super) fn put(
    text: &str,
    entries: &[Entry],
    typed: &str,
    protected: &BTreeSet<String>,
) -> (String, Range<usize>) {
    let sort = sort(typed, protected);
    let before = entries.iter().rev().filter(|entry| entry.depth == 0);
    let mut before = before.filter(|entry| match sort {
        Some(Sort::Header) => entry.sort == Sort::Header,
        Some(Sort::Declaration) => matches!(entry.sort, Sort::Header | Sort::Declaration),
        _ => true,
    });
    let last = before.next();
    let at = match (sort, last) {
        (Some(Sort::Header), None) => 0,
        (Some(Sort::Declaration), None) if !entries.is_empty() => 0,
        (Some(Sort::Header | Sort::Declaration), Some(last)) => {
            line_end(text, last.span.end as usize)
        }
        _ => text.len(),
    };
    let parted = last.is_some_and(|last| sort.is_some_and(|sort| apart(last.sort, sort)));
    insert(text, at, typed, parted)
}

/// `text` with `typed` in the place of a range.
pub(super) fn replace(text: &str, old: Range<usize>, typed: &str) -> (String, Range<usize>) {
    let (head, tail) = (text.get(..old.start), text.get(old.end..));
    let start = old.start.min(text.len());
    let new = format!(
        "{}{typed}{}",
        head.unwrap_or_default(),
        tail.unwrap_or_default()
    );
    (new, start..start + typed.len())
}

fn insert(text: &str, at: usize, typed: &str, parted: bool) -> (String, Range<usize>) {
    let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut new = head.to_owned();
    if !new.is_empty() && !new.ends_with('\n') {
        new.push('\n');
    }
    if parted && !new.ends_with("\n\n") {
        new.push('\n');
    }
    let start = new.len();
    new.push_str(typed);
    let end = new.len();
    new.push('\n');
    new.push_str(tail);
    (new, start..end)
}

/// The start of the line after the one that a byte stands in.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// What a text is, where all of it is one sort.
fn sort(typed: &str, protected: &BTreeSet<String>) -> Option<Sort> {
    let parsed = syntax::parse(SourceId(0), typed, protected);
    let mut sorts = parsed.file.items.iter().map(|item| match item.node {
        Item::Header(_) => Sort::Header,
        Item::Declaration(_) | Item::Fact(_) => Sort::Declaration,
        Item::Statement(_) | Item::Replace(_) | Item::Drop { .. } => Sort::Sentence,
        Item::Scenario(_) => Sort::Scenario,
    });
    let first = sorts.next()?;
    sorts.all(|other| other == first).then_some(first)
}

/// Whether a blank line stands between two entries of these sorts.
fn apart(one: Sort, other: Sort) -> bool {
    let group = |sort| match sort {
        Sort::Block => Sort::Sentence,
        other => other,
    };
    group(one) != group(other)
}
