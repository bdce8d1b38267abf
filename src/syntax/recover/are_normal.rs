//! `lumps and bruising are normal`, `walking and showers are fine`, `brown staining can last 6 to 12 months`: what is
//! expected or allowed, said of several things or with its time.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::STARTERS;
use crate::vocabulary::VERBS;

/// What stands behind the things, the head that says it, and what stands there in its place.
const SAID: &[(&str, &str, &str)] = &[
    (" are normal", "expect", ""),
    (" is normal", "expect", ""),
    (" are common", "expect", ""),
    (" is common", "expect", ""),
    (" are to be expected", "expect", ""),
    (" is to be expected", "expect", ""),
    (" are expected", "expect", ""),
    (" is expected", "expect", ""),
    (" can last", "expect", " for"),
    (" may last", "expect", " for"),
    (" will last", "expect", " for"),
    (" usually lasts", "expect", " for"),
    (" usually last", "expect", " for"),
    (" lasts", "expect", " for"),
    (" are fine", "allow", ""),
    (" are ok", "allow", ""),
    (" are allowed", "allow", ""),
    (" are permitted", "allow", ""),
    (" are safe", "allow", ""),
];

impl Lower<'_> {
    /// Offers `expect` or `allow` before what a line says is normal or fine, where it reads with that.
    pub(super) fn are_normal(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        let found = SAID.iter().find_map(|(said, head, instead)| {
            let at = laid.find(said)?;
            let behind = laid.get(at + said.len()..)?;
            let whole = behind.is_empty() || behind.starts_with([' ', ',', '.']);
            whole.then_some((at, said.len(), *head, *instead))
        });
        let Some((at, length, head, instead)) = found else {
            return false;
        };
        let things = laid.get(..at).unwrap_or_default();
        let verbs = VERBS.iter().map(|row| row.word);
        let mut starts = STARTERS.iter().copied().chain(verbs).chain(["if", "when"]);
        let is_sentence = starts.any(|word| {
            let rest = things.strip_prefix(word);
            rest.is_some_and(|rest| rest.starts_with(' '))
        });
        if is_sentence || things.contains('"') {
            return false;
        }
        let from = sentence.start as usize;
        let said = self.place(from + at, from + at + length);
        let mut edits = vec![
            edit(sentence.at_start(), format!("{head} ")),
            edit(said, instead),
        ];
        // `blisters in the first 3 days are normal`
        const FIRST: &str = " in the first ";
        if let Some(first) = things.find(FIRST) {
            let first = self.place(from + first, from + first + FIRST.len());
            edits.push(edit(first, " for the first "));
        }
        if !self.reads_with(line, &edits) {
            return false;
        }
        let behind = self.quote(self.place(from + at + length, sentence.end as usize));
        let things = self.quote(self.place(from, from + at));
        let things = things.replace(FIRST, " for the first ");
        let raw = self.quote(said);
        let words = [head, &things, instead.trim(), &behind];
        let words = words.iter().flat_map(|part| part.split_whitespace());
        let words: Vec<&str> = words.collect();
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                said,
                format!("`{}` is said by the first word of a sentence", raw.trim()),
                "a sentence starts with what it says",
            )
            .with_help(format!("write `{}`", words.join(" ")))
            .with_edits(edits),
        );
        true
    }
}
