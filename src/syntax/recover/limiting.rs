//! `limit time in the sun`, `limit talking`: a limit without its number.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::RESERVED;

/// Words before what is limited that a limit says itself.
const SAID: &[&str] = &[
    "the amount of time in ",
    "the amount of ",
    "time spent in ",
    "time out in ",
    "time in ",
    "your time in ",
    "exposure to ",
    "your exposure to ",
    "the use of ",
    "use of ",
    "your intake of ",
    "intake of ",
    "consumption of ",
];

/// Words behind an amount that say that it is meant of each time.
const EACH: &[&str] = &["each", "apiece"];

impl Lower<'_> {
    /// Explains a limit or a visit that cannot be read; whether that is one of the usual mistakes.
    pub(super) fn usual_mistake(&mut self, head: &str, rest: Span, line: Span) -> bool {
        match head {
            "limit" => {
                self.part_of_the_name(line)
                    || self.limit_without_period(rest, line)
                    || self.limit_without_cap(rest, line)
            }
            "visit" => self.untitled(rest, line),
            _ => false,
        }
    }

    /// `limit showers to 5 minutes`: at a time, or in a day? Whether that is what is missing.
    pub(super) fn limit_without_period(&mut self, rest: Span, line: Span) -> bool {
        let written = self.raw(rest).to_ascii_lowercase();
        let Some(to) = written.rfind(" to ") else {
            return false;
        };
        let start = to + 1;
        let mut end = start;
        let behind = written.get(start..).unwrap_or_default();
        let mut reads = None;
        // `to`, perhaps `at most`, a number and a unit.
        for word in behind.split_inclusive(' ').take(5) {
            let length = word.trim_end_matches([' ', ',', '.']).len();
            let next = written.get(end + word.len()..).unwrap_or_default();
            let next = next.split([' ', ',', '.']).next().unwrap_or_default();
            let each = EACH
                .contains(&next)
                .then(|| word.len() - length + next.len());
            let at = rest.start as usize + end + length;
            for period in [" at a time", " per day"] {
                let place = self.place(at, at + each.unwrap_or(0));
                let edits = vec![edit(place, period)];
                if reads.is_none() && self.reads_with(line, &edits) {
                    let amount = self.place(rest.start as usize + start, at);
                    reads = Some((amount, period, each.is_some(), edits));
                }
            }
            end += word.len();
        }
        let Some((amount, period, is_each, edits)) = reads else {
            return false;
        };
        let said = self.quote(amount);
        let is_amount = period == " at a time";
        let (which, label) = match is_amount {
            true => (
                "whether it is meant each time or in a day",
                "at a time, or per day?",
            ),
            false => ("in how long", "in what time?"),
        };
        let message = format!("`{said}` does not say {which}");
        let diagnostic = Diagnostic::new(Code::HeadShape, amount, message, label);
        let diagnostic = match (is_amount, is_each) {
            (true, true) => diagnostic
                .with_help(format!("write `{said} at a time`"))
                .with_edits(edits),
            (true, false) => diagnostic.with_help(format!(
                "write `{said} at a time` of each time, or `{said} per day` of all of a day"
            )),
            _ => diagnostic.with_help(format!("write in how long, as in `{said} per day`")),
        };
        self.refuse(diagnostic);
        true
    }

    /// Offers `to a minimum` behind what is limited; whether a number is what is missing.
    pub(super) fn limit_without_cap(&mut self, rest: Span, line: Span) -> bool {
        // `in the sun` may be a name of its own.
        let written = self.raw(rest).to_ascii_lowercase();
        let skipped = SAID.iter().find(|word| written.starts_with(**word));
        let skipped = skipped.map_or(0, |word| word.len());
        let words = written.get(skipped..).unwrap_or_default();
        let words = words.strip_prefix("the ").unwrap_or(words);
        let start = rest.end as usize - words.len();
        let mut end = start;
        for word in words.split_inclusive(' ') {
            let bare = word.trim_end_matches([' ', ',', '.']);
            let joins = ["and", "or"].contains(&bare);
            if !joins && RESERVED.binary_search(&bare).is_ok() {
                break;
            }
            end += word.len();
        }
        let thing = self.trimmed(self.place(start, end));
        let named = self.quote(thing);
        let text = format!("{named} to a minimum");
        let edits = vec![edit(
            self.place(rest.start as usize, thing.end as usize),
            text.as_str(),
        )];
        if named.is_empty() || !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::HeadShape,
                self.place(rest.start as usize, thing.end as usize),
                "`limit` wants how much at most",
                "no cap follows",
            )
            .with_help(format!(
                "write `limit {text}`, or a number in place of `a minimum`, as in `30 minutes per day`"
            ))
            .with_edits(edits),
        );
        true
    }
}
