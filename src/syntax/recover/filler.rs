//! What people write before a sentence, and signs that other languages have.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// Words before the head that say nothing.
const FILLERS: &[&str] = &[
    "please", "kindly", "you", "patients", "the", "patient", "must", "remember", "ensure",
    "always", "and", "then", "to",
];

/// Signs of other languages, and the words for them.
const SIGNS: &[(&str, &str)] = &[
    ("&&", "and"),
    ("||", "or"),
    ("&", "and"),
    ("=>", ">="),
    ("=<", "<="),
];

impl Lower<'_> {
    /// `please avoid makeup`, `- avoid makeup`, `1. avoid makeup`
    pub(super) fn filler(&mut self, line: Span) -> bool {
        let laid = self.laid(line);
        let head = laid
            .split(' ')
            .scan(0, |at, word| {
                let start = *at;
                *at += word.len() + 1;
                Some((start, word))
            })
            .take(6)
            .find(|(_, word)| !(FILLERS.contains(word) || is_bullet(word)));
        let Some((length, _)) = head.filter(|(length, _)| *length > 0) else {
            return false;
        };
        let start = line.start as usize;
        let front = self.place(start, start + length);
        let edits = vec![edit(front, "")];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let front = self.trimmed(front);
        let raw = self.quote(front);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                front,
                format!("`{raw}` stands before the sentence"),
                "a sentence starts with what to do",
            )
            .with_help(format!("leave out `{raw}`"))
            .with_edits(edits),
        );
        true
    }

    /// `&&` for `and`, `=>` for `>=`, `!pregnant` for `not pregnant`
    pub(super) fn foreign_sign(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let (length, word) = match SIGNS.iter().find(|(sign, _)| laid.starts_with(sign)) {
            Some((sign, word)) => (sign.len(), (*word).to_owned()),
            None if laid.starts_with("if !") => (4, "if not ".to_owned()),
            None if laid.starts_with("unless !") => (8, "unless not ".to_owned()),
            None => return false,
        };
        let sign = self.place(rest.start as usize, rest.start as usize + length);
        let edits = vec![edit(sign, word.as_str())];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let (raw, word) = (self.quote(sign), word.trim_end());
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                sign,
                format!("`{raw}` is no sign of this language"),
                format!("`{word}` is"),
            )
            .with_help(format!("write `{word}`"))
            .with_edits(edits),
        );
        true
    }

    /// `if pregnant then avoid heat`: a comma closes what stands in front of a sentence.
    pub(super) fn then_after_lead(&mut self, line: Span) -> bool {
        let Some(at) = self.laid(line).find(" then ") else {
            return false;
        };
        let start = line.start as usize + at;
        let edits = vec![edit(self.place(start, start + " then".len()), ",")];
        if !self.laid(line).starts_with("if ") || !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::LeadComma,
                self.place(start + 1, start + " then".len()),
                "a comma, and no `then`, stands between a condition and its sentence",
                "a comma is wanted here",
            )
            .with_help("write a comma in the place of `then`")
            .with_edits(edits),
        );
        true
    }
}

/// `-`, `*`, `•`, `1.`, `2)`
fn is_bullet(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    matches!(word, "-" | "*" | "\u{2022}" | "\u{2013}" | "\u{2014}")
        || number.len() < word.len()
            && !number.is_empty()
            && number.chars().all(|letter| letter.is_ascii_digit())
}
