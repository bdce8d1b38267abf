//! Dates and spans in words, and the one end that nobody can give a date.

use chrono::{Datelike, NaiveDate};

/// What can be said in words that everybody reads alike: no brackets, no "day 1".
pub trait InWords {
    /// `Mon 1 Jun 2026`
    fn in_words(&self) -> String;
}

impl InWords for NaiveDate {
    fn in_words(&self) -> String {
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
