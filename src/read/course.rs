//! What a course comes to, in words.

use crate::eval::reading::{counts, durations};
use crate::syntax::tree::Duration;

/// How many treatments, and how far apart.
pub(super) fn sessions(
    count: (u32, Option<u32>),
    usually: Option<(u32, u32)>,
    (every, at_least): (Option<(Duration, Duration)>, bool),
    with: &str,
) -> String {
    let count = match count {
        (1, Some(1)) => "1 session".to_owned(),
        (least, Some(most)) if least == most => format!("{least} sessions, no more and no fewer"),
        (least, Some(most)) => format!("at least {least} and at most {most} sessions"),
        (1, None) => {
            "sessions until the course is said to be finished, without a maximum".to_owned()
        }
        (least, None) => format!(
            "at least {least} sessions, and more until the course is said to be finished, without a maximum"
        ),
    };
    let usually = usually.map_or_else(String::new, |usually| {
        format!(", usually {} (which ends nothing)", counts(usually))
    });
    let apart = every.map_or_else(
        || "how far apart is not said".to_owned(),
        |every| {
            let more = if at_least { " or more" } else { "" };
            let apart = durations(every.0, every.1);
            format!("each {apart}{more} after the one before")
        },
    );
    format!("{count}{usually}, {apart}{with}")
}
