//! Times in the words of sheets that stand where a point in time or a place is wanted.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Name, Verb};

/// `for 10 minutes at a time`: minutes are those of one time.
pub(super) fn each_time(name: &Name, role: Role) -> Option<Diagnostic> {
    let lower = name.text.to_lowercase();
    let said = ["a time", "one time", "time"].contains(&lower.as_str());
    (said && role == Role::Anchor).then(|| {
        unknown(name).with_help("leave `at a time` out: minutes and amounts are those of one time")
    })
}

/// `on either side of treatment`: a time, and no place.
pub(super) fn either_side(name: &Name, role: Role) -> Option<Diagnostic> {
    const SIDES: &[&str] = &["either side of ", "both sides of ", "each side of "];
    let said = name.text.to_lowercase();
    let of = SIDES.iter().find_map(|side| said.strip_prefix(side))?;
    let of = of
        .strip_prefix("the ")
        .or_else(|| of.strip_prefix("each "))
        .unwrap_or(of);
    (role == Role::Place && ["treatment", "procedure", "session", "appointment"].contains(&of)).then(|| {
        unknown(name).with_help(
            "say how long on both sides, as in `for 1 week before and 2 weeks after`, in place of where",
        )
    })
}

impl Checker<'_> {
    /// `use cold pack every hour on the first evening`: what is done then is over when that day is, and not the next morning.
    pub(super) fn evening(&self, name: &Name, said: &str) -> Option<&'static str> {
        const EVENING: &[&str] = &["first evening", "same evening", "that evening"];
        let before = self.precedes(name)?.trim_start();
        let sentence = before.rsplit(": ").next()?;
        let verb = sentence.split(' ').next()?.to_lowercase();
        if !EVENING.contains(&said) || Verb::from_word(&verb).is_none() {
            return None;
        }
        let often = ["every", "hourly", "daily", "once", "twice", "times"];
        let is_often = sentence.split(' ').any(|word| often.contains(&word));
        Some(if is_often {
            "in the evening on day 0"
        } else {
            "every evening on day 0"
        })
    }
}
