//! `apply ointment for 3 days, then lotion`: what follows a first time is a sentence of its own, which starts where that ends.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::afterwards::{EACH_TIME, takes_minutes};
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::reserved::RESERVED;
use crate::syntax::tree::{TimeUnit, Verb};

impl Lower<'_> {
    /// The first word of a sentence, and its things: up to the first word of a clause or number.
    pub(super) fn head_and_things(&self, line: Span) -> (String, String) {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let (head, rest) = text.split_once(' ').unwrap_or((text.as_str(), ""));
        let things = rest.split(' ').take_while(|word| {
            let bare = word.trim_end_matches(',').to_lowercase();
            let joins = ["and", "or"].contains(&bare.as_str());
            let counts = bare.starts_with(|letter: char| letter.is_ascii_digit());
            joins || !counts && RESERVED.binary_search(&bare.as_str()).is_err()
        });
        let things = things.collect::<Vec<_>>().join(" ");
        (head.to_owned(), things.trim_end_matches(',').to_owned())
    }

    /// `for 48 hours and then during the day`: the same behind another word.
    pub(super) fn and_then(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let found = ["and then ", ", then ", "and after that ", ", after that "]
            .iter()
            .find(|word| laid.starts_with(**word));
        let Some(word) = found.filter(|_| !stop.in_steps && !stop.in_condition) else {
            return false;
        };
        let start = rest.start as usize
            + word
                .find(|letter: char| letter != ',' && letter != ' ')
                .unwrap_or(0);
        let start = if word.starts_with("and ") {
            start + "and ".len()
        } else {
            start
        };
        let then = self.place(start, rest.start as usize + word.len() - 1);
        self.then_later(stop, then)
    }

    /// `apply ointment for 3 days then lotion`: what follows starts where the first time ends.
    pub(super) fn then_later(&mut self, stop: Stop, then: Span) -> bool {
        let before = self.place(stop.line.start as usize, then.start as usize);
        let text = self.quote(before);
        let text = text
            .trim_end()
            .trim_end_matches(" and")
            .trim_end_matches(',');
        let Some((_, length)) = text.rsplit_once(" for ") else {
            return false;
        };
        let words: Vec<&str> = length.split(' ').collect();
        let [number, unit] = words.as_slice() else {
            return false;
        };
        let counts = number.chars().all(|letter| letter.is_ascii_digit());
        let after = self.quote(self.tail(stop.line, then.end as usize));
        if !counts || TimeUnit::from_word(unit).is_none() || after.is_empty() {
            return false;
        }
        let said = self.quote(self.place(then.start as usize, stop.line.end as usize));
        if takes_minutes(text) {
            let message = format!("`{said}` is a second sentence");
            let label = "what comes after the first time";
            let diagnostic = Diagnostic::new(Code::TwoSentences, then, message, label);
            self.refuse(diagnostic.with_help(EACH_TIME));
            return true;
        }
        let (verb, things) = self.head_and_things(stop.line);
        let first = after.split(' ').next().unwrap_or_default().to_lowercase();
        // `then during the day` is of the same things.
        let after = if RESERVED.binary_search(&first.as_str()).is_ok() {
            format!("{things} {after}")
        } else {
            after
        };
        if Verb::from_word(&verb.to_lowercase()).is_none() || after.starts_with("only ") {
            let diagnostic = Diagnostic::new(
                Code::TwoSentences,
                then,
                format!("`{said}` is a second sentence"),
                "what comes after the first time",
            );
            let after = after.trim_end_matches('.');
            let bans = ["avoid", "no", "do not", "don't", "never", "stop"];
            let is_ban = bans.contains(&verb.to_lowercase().as_str());
            let only = after.strip_prefix("only ").filter(|_| is_ban);
            self.refuse(diagnostic.with_help(if let Some(only) = only {
                // Where a time of its own starts, what is left out ends.
                let ends = [" for ", " until ", " from ", " with ", " using "];
                let end = ends.iter().filter_map(|end| only.find(end)).min();
                let (only, behind) = only.split_at(end.unwrap_or(only.len()));
                format!(
                    "write it on a line of its own: `{verb} {things} except {only} from {length}{behind}`"
                )
            } else if is_ban {
                format!(
                    "write it on a line of its own: `allow {after} from {length}` where it is allowed then; what is to be done \
                     starts with its verb"
                )
            } else {
                format!(
                    "write it on a line of its own, with what to do first and `from {length}` for when"
                )
            }));
            return true;
        }
        // `then petroleum jelly until healed`: the start stands before the end.
        let after = after.trim_end_matches('.');
        let ends = [" until ", " for ", " if ", " unless ", " because "];
        let end = ends.iter().filter_map(|end| after.find(end)).min();
        let (after, behind) = after.split_at(end.unwrap_or(after.len()));
        // `then wash gently` says what to do by itself.
        let is_whole = Verb::from_word(&first).is_some() && after.contains(' ');
        let second = match is_whole {
            true => format!("{after} from {length}{behind}"),
            false => format!("{verb} {after} from {length}{behind}"),
        };
        let indent = self.indentation(stop.line);
        let rest = self.place(stop.end, stop.line.end as usize);
        let edits = vec![edit(rest, format!("\n{indent}{second}"))];
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            then,
            format!("`{said}` is a second sentence"),
            "what comes after the first time",
        )
        .with_help(format!("write `{second}` on a line of its own"));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }
}
