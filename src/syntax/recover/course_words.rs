//! `4 to 6 sessions, 4 weeks apart`: a course in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

impl Lower<'_> {
    /// Offers `every` for `apart`, where the line reads with it.
    pub(super) fn weeks_apart(&mut self, line: Span) -> bool {
        const APART: &str = " apart";
        let laid = self.laid(line).to_lowercase();
        let Some((before, _)) = laid.split_once(APART) else {
            return false;
        };
        let Some(distance) = distance_before(before) else {
            return false;
        };
        let start = line.start as usize;
        let apart = start + before.len();
        let edits = vec![
            edit(self.place(start + distance, start + distance), "every "),
            edit(self.place(apart, apart + APART.len()), ""),
        ];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let said = self.quote(self.place(start + distance, apart));
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                self.place(apart + 1, apart + APART.len()),
                "`apart` is no word of the language",
                "how far apart sessions are stands behind `every`",
            )
            .with_help(format!("write `every {said}`"))
            .with_edits(edits),
        );
        true
    }

    /// `at least 3 sessions every 4 weeks`: how many stands behind the word.
    pub(super) fn number_before_sessions(&mut self, line: Span) -> bool {
        let laid = self.laid(line).to_lowercase();
        let Some((count, _)) = laid.split_once(" sessions") else {
            return false;
        };
        let start = line.start as usize;
        let wrong = self.place(start, start + count.len() + " sessions".len());
        let count = self.quote(self.place(start, start + count.len()));
        let edits = vec![edit(wrong, format!("sessions {count}"))];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                wrong,
                "a course starts with `sessions`",
                "how many stands behind the word",
            )
            .with_help(format!("write `sessions {count}`"))
            .with_edits(edits),
        );
        true
    }
}

/// Where `4 to 6 weeks` starts at the end of a text.
fn distance_before(text: &str) -> Option<usize> {
    let words = text.rmatch_indices(' ').map(|(at, _)| at + 1);
    let mut starts = words.filter_map(|at| Some((at, text.get(at..)?.split(' ').next()?)));
    let (_, _unit) = starts.next()?;
    let (mut start, mut first) = starts.next()?;
    if let Some((_, "to")) = starts.next() {
        (start, first) = starts.next()?;
    }
    let counts = first.starts_with(|letter: char| letter.is_ascii_digit());
    counts.then_some(start)
}
