//! `when waxing within 2 weeks { ... }`: what was done or taken lately in front of a sentence, without the word by which that is
//! asked.

use crate::diagnostic::Edit;
use crate::span::Span;
use crate::syntax::lower::Lower;

impl Lower<'_> {
    /// `when waxing within 2 weeks { ... }`, `if waxing within 2 weeks, defer`: refused; whether it
    /// reads with `had`.
    pub(super) fn had_within_in_lead(&mut self, line: Span) -> bool {
        const BEFORE: &[&str] = &["when ", "if ", " or ", " and ", "not "];
        const WITHIN: &str = " within ";
        let start = self.after_labels(line);
        let text = self.laid(self.place(start, line.end as usize)).to_owned();
        if !text.starts_with("when ") && !text.starts_with("if ") {
            return false;
        }
        let Some((asked, time)) = text.split_once(WITHIN) else {
            return false;
        };
        let ends = BEFORE
            .iter()
            .filter_map(|word| Some(asked.rfind(word)? + word.len()));
        let Some(from) = ends.max() else {
            return false;
        };
        let name = asked.get(from..).unwrap_or_default();
        let says_it = |word| ["had", "took", "you", "she", "he", "they"].contains(&word);
        if name.split(' ').any(says_it) {
            return false;
        }
        let edits = vec![Edit {
            span: self.place(start + from, start + from),
            text: "had ".to_owned(),
        }];
        if !self.reads_with(line, &edits) && !self.opens_with(line, &edits) {
            return false;
        }
        let ends = [",", " {", " or ", " and "].iter();
        let end = ends.filter_map(|end| time.find(end)).min();
        let end = asked.len() + WITHIN.len() + end.unwrap_or(time.len());
        let at = self.trimmed(self.place(start + from, start + end));
        let raw = self.quote(at);
        self.wants_a_word(at, &raw);
        true
    }
}
