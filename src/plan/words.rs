//! Dates and spans in words.

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
