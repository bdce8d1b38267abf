//! Times in the words of sheets that stand where a point in time or a place is wanted.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::number_word;
use crate::syntax::tree::{Name, Verb};
use crate::vocabulary::{later_nights, ordinal};

/// What stands before a length of time in sheets and wants `for` before it.
const FIRST: &[&str] = &["first", "the first", "in the first"];

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
    /// `makeup in the first 24 hours`: the words that want `for` in their place.
    pub(super) fn first_of_all(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let follows = self.follows(name)?;
        let mut said = follows.split_whitespace();
        let counts = said.next().is_some_and(|number| {
            let in_words = number_word(&number.to_lowercase()).is_some();
            in_words || number.starts_with(|c: char| c.is_ascii_digit())
        });
        if !counts {
            return None;
        }
        let length: Vec<&str> = follows.split_whitespace().take(2).collect();
        let help = format!("write `for the first {}`", length.join(" "));
        if role == Role::Situation && FIRST.contains(&name.text.to_lowercase().as_str()) {
            return Some(unknown(name).with_help(help));
        }
        // `on the first two days`
        if role == Role::Place && name.text.eq_ignore_ascii_case("first") {
            let before = self.precedes(name)?;
            let back = u32::try_from(before.len() - before.rfind(" on ")? - 1).ok()?;
            let start = name.span.start.checked_sub(back)?;
            let whole = Span { start, ..name.span };
            return Some(
                unknown(name)
                    .with_help(help)
                    .with_fix(whole, "for the first"),
            );
        }
        (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let is_first = FIRST.contains(&rest.join(" ").to_lowercase().as_str());
            if !is_first || !self.is_known(front, role) {
                return None;
            }
            let spans = self.word_spans(name)?;
            let at = spans.get(at)?.to(*spans.last()?);
            Some(unknown(name).with_help(&help).with_fix(at, "for the first"))
        })
    }

    /// `avoid alcohol on the second night`: a night, and no place.
    pub(super) fn later_night(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let (number, behind) = ordinal(&lower)?;
        let is_night = [" night", " evening"].contains(&behind);
        let before = self.precedes(name)?;
        let on = before.rfind(" on ")?;
        if role != Role::Place || !is_night || number == 1 {
            return None;
        }
        let (texts, help) = later_nights(number, number);
        let back = u32::try_from(before.len() - on - 1).ok()?;
        let start = name.span.start.checked_sub(back)?;
        let whole = Span { start, ..name.span };
        let diagnostic = unknown(name).with_help(help);
        let texts = texts.into_iter();
        Some(texts.fold(diagnostic, |diagnostic, text| {
            diagnostic.with_fix(whole, text)
        }))
    }

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
