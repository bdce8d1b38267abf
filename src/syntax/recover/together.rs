//! `report redness spreading more than 2 cm to clinic the same day`: several words of sheets in one sentence, which reads
//! once all of them are replaced.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::soon_in;

impl Lower<'_> {
    /// Offers the words of the language for all that is said in others, where no one of them alone is enough.
    pub(super) fn together(&mut self, line: Span) -> bool {
        let words = self.other_words(line);
        let Some(edits) = self.fewest_that_read(line, &words) else {
            return false;
        };
        let ([first, _, ..], Some(last)) = (edits.as_slice(), edits.last()) else {
            return false;
        };
        let whole = first.span.to(last.span);
        let parts: Vec<String> = edits
            .iter()
            .map(|one| format!("`{}` in the place of `{}`", one.text, self.quote(one.span)))
            .collect();
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            whole,
            format!("`{}` is said in other words", self.excerpt(whole)),
            "no words of the language here",
        )
        .with_help(format!("write {}", parts.join(", and ")))
        .with_edits(edits);
        self.refuse(diagnostic);
        true
    }

    /// The fewest edits, two at the least, with which the line reads; none where one alone is enough.
    fn fewest_that_read(&self, line: Span, words: &[Edit]) -> Option<Vec<Edit>> {
        if words.len() < 2 {
            return None;
        }
        let mut sets: Vec<u32> = (1..1 << words.len()).collect();
        sets.sort_by_key(|set| set.count_ones());
        let chosen = sets.into_iter().map(|set| {
            let edits = words
                .iter()
                .enumerate()
                .filter(|(at, _)| set >> at & 1 == 1);
            edits.map(|(_, edit)| edit.clone()).collect::<Vec<Edit>>()
        });
        let mut reading = chosen
            .into_iter()
            .filter(|edits| self.reads_with(line, edits));
        reading.next().filter(|edits| edits.len() > 1)
    }

    /// What stands in a line in words of sheets, with the words of the language, in the order of the line; of two at one
    /// place the first.
    fn other_words(&self, line: Span) -> Vec<Edit> {
        let soon = soon_in(self.laid(line)).map(|(at, length, clause)| {
            let start = line.start as usize + at;
            (self.place(start, start + length), clause)
        });
        let reports =
            self.first_word(self.place(self.after_labels(line), line.end as usize)) == "report";
        let found = [
            soon.filter(|_| reports),
            self.more_in(line),
            self.most_in(line).map(|said| (said, "at most")),
            self.said_in(line),
        ];
        let mut edits: Vec<Edit> = Vec::new();
        for (span, text) in found.into_iter().flatten() {
            let apart = |one: &Edit| one.span.end <= span.start || span.end <= one.span.start;
            if edits.iter().all(apart) {
                edits.push(edit(span, text));
            }
        }
        edits.sort_by_key(|edit| edit.span.start);
        edits
    }
}
