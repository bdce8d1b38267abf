//! Dates and spans in words, and the one end that nobody can give a date.

use std::cell::Cell;

use chrono::{Datelike, NaiveDate};

thread_local! {
    /// The day that all dates are counted from while [`counted_from`] runs.
    static DAY_ZERO: Cell<Option<NaiveDate>> = const { Cell::new(None) };
}

/// Puts the old day back, also where what ran has panicked.
struct Before(Option<NaiveDate>);

impl Drop for Before {
    fn drop(&mut self) {
        DAY_ZERO.set(self.0);
    }
}

/// Runs something during which every date is said as a day counted from `zero`, on this thread: `day 6`.
pub(crate) fn counted_from<T>(zero: NaiveDate, run: impl FnOnce() -> T) -> T {
    let _before = Before(DAY_ZERO.replace(Some(zero)));
    run()
}

/// How a date is said while dates are counted: `day 6`, `day -2`; none where they are not.
pub(crate) fn counted(date: NaiveDate) -> Option<String> {
    let zero = DAY_ZERO.get()?;
    Some(format!("day {}", (date - zero).num_days()))
}

/// What can be said in words that everybody reads alike: no brackets, no "day 1".
pub trait InWords {
    /// `Mon 1 Jun 2026`
    fn in_words(&self) -> String;
}

impl InWords for NaiveDate {
    fn in_words(&self) -> String {
        if let Some(counted) = counted(*self) {
            return counted;
        }
        format!(
            "{} {} {}",
            self.format("%a"),
            self.day(),
            self.format("%b %Y")
        )
    }
}

/// What stands behind a length of time without a number in the end that only the clinic can give it.
const OVER: &str = " are over";
const SAYS: &str = "the clinic says that ";

/// The end of a length of time that has no number. It comes by nobody's count, so it is no event that could
/// pass by itself: `the clinic says that a few days are over`.
#[must_use]
pub fn vague_end(length: &str) -> String {
    format!("{SAYS}{length}{OVER}")
}

/// The length of time whose end this is: `a few days`.
#[must_use]
pub fn vague_length(end: &str) -> Option<&str> {
    end.strip_prefix(SAYS)?.strip_suffix(OVER)
}
