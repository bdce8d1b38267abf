//! What two protocols come to differently, for every patient and day.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod oracle;
mod same;
mod table;
mod words;

use aftercare_dsl::analysis::{Days, Diff, Turn, diff};
use aftercare_dsl::check::Protocol;

use crate::support::read;

/// A protocol of a text.
pub fn protocol(text: &str) -> Protocol {
    read(text, "")
        .unwrap_or_else(|found| panic!("{text}\n{found}"))
        .0
}

/// The difference of two texts.
pub fn differing(old: &str, new: &str) -> Diff {
    diff(&protocol(old), &protocol(new))
}

/// Each change as a line: which way, of what, on which days.
pub fn told(diff: &Diff) -> Vec<String> {
    let changes = diff.changes.iter().map(|change| {
        let turn = match change.turn {
            Turn::Looser => "looser",
            Turn::Stricter => "stricter",
            Turn::Different => "different",
        };
        let days: Vec<String> = change.days.iter().map(days).collect();
        let line = format!("{turn} {} {}", change.things.join(", "), days.join(" "));
        line.split_whitespace().collect::<Vec<&str>>().join(" ")
    });
    let undecided = diff.undecided.iter().map(|_| "undecided".to_owned());
    changes.chain(undecided).collect()
}

fn days(days: &Days) -> String {
    let day = |day: Option<i64>| day.map_or(String::new(), |day| day.to_string());
    format!("{}..{}", day(days.first), day(days.last))
}
