//! Windows in days counted from the treatment, where there is no date.

use crate::plan::Window;
use crate::render::Word;

use super::when::{glued, until_event};

/// `day 0 to day 6`
pub(super) fn relative_span(window: &Window, usually: Option<&str>) -> String {
    let from = match (&window.starts_at, window.from_day) {
        (Some(event), _) => Some(Word::FromEvent.with(&[("event", event)])),
        (None, day) => day.map(day_words),
    };
    // The end of what waits to start hangs on its start, which is said to have no date.
    if let (Some(_), Some(from), Some(end)) = (&window.starts_at, &from, &window.ends_at) {
        return format!("{from} {}", Word::UntilThen.with(&[("end", end)]));
    }
    if let Some(event) = window.ends_at.as_deref() {
        let until = match window.to_day.map(day_words) {
            Some(to) => Word::UntilEventAtLatest.with(&[("event", event), ("until", &to)]),
            None => until_event(event, None, usually),
        };
        return match (window.from_day, from) {
            (Some(0), _) | (_, None) => until,
            (_, Some(from)) => format!("{from} {until}"),
        };
    }
    match (from, window.to_day) {
        (Some(from), Some(to)) if window.from_day == Some(to) => from,
        (Some(from), Some(0)) if window.from_day < Some(0) => {
            Word::RelativeUntilTreatment.with(&[("from", &from)])
        }
        (Some(from), Some(to)) if window.from_day < Some(0) => {
            Word::RelativeFromBefore.with(&[("from", &from), ("to", &day_words(to))])
        }
        (Some(from), Some(to)) => {
            Word::RelativeSpan.with(&[("from", &from), ("to", &day_words(to))])
        }
        (Some(from), None) if window.from_day.is_none() => {
            format!("{from}, {}", Word::NoEnd.text())
        }
        (Some(from), None) => Word::RelativeFrom.with(&[("from", &from)]),
        (None, Some(0)) => Word::UntilTreatment.text().to_owned(),
        (None, Some(to)) => Word::RelativeTo.with(&[("to", &day_words(to))]),
        (None, None) => Word::NoEnd.text().to_owned(),
    }
}

/// `day 3`, `7 days before the treatment`
fn day_words(day: i64) -> String {
    let count = day.unsigned_abs().to_string();
    match day {
        -1 => glued(Word::RelativeOneBefore.text()),
        ..-1 => Word::RelativeBefore.with(&[("n", &count)]),
        0.. => glued(&Word::RelativeDay.with(&[("n", &count)])),
    }
}
