//! What a line says of the next session: from when it holds again.

use chrono::NaiveDate;

use crate::plan::{Directive, Window};
use crate::render::Word;
use crate::render::dates::Dates;

use super::when::span;

/// Whether the line holds before the next session already on the day after its last one: then no day
/// between is free, and none may be named.
pub(super) fn holds_again_at_once(line: &Directive) -> bool {
    let ends: Option<Vec<NaiveDate>> = line.windows.iter().map(|window| window.last_day).collect();
    let last = ends.and_then(|ends| ends.into_iter().max());
    let again = line
        .next_session_windows
        .first()
        .and_then(|window| window.from);
    match (last.and_then(|last| last.succ_opt()), again) {
        (Some(next), Some(again)) => again <= next,
        _ => false,
    }
}

/// `again since Fri 26 Jun 2026, before the next session`
pub(super) fn next_session_on(windows: &[Window], on: NaiveDate) -> String {
    let mut dates = Dates::default();
    let first = windows.first();
    let since = first.and_then(|first| first.from.filter(|_| first.from_time.is_none()));
    match since.filter(|since| *since <= on) {
        Some(day) => Word::AgainSince.with(&[("day", &dates.say(day))]),
        None => next_session(windows, &mut dates).unwrap_or_default(),
    }
}

/// `again from Fri 26 Jun 2026, before the next session`
pub(super) fn next_session(windows: &[Window], dates: &mut Dates) -> Option<String> {
    let first = windows.first()?;
    if let (Some(day), None) = (first.from, first.from_time) {
        return Some(Word::AgainBeforeNext.with(&[("day", &dates.say(day))]));
    }
    let when = span(first, true, None, None, dates);
    Some(Word::AgainNext.with(&[("when", &when)]))
}
