//! Where something goes, and days that have no number.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// `to face and neck`: where it goes is said by `on`.
    pub(super) fn goes_to_places(&mut self, stop: Stop, rest: Span) -> bool {
        let start = self.after_labels(stop.line);
        if self.first_word(self.place(start, stop.end)) == "report" {
            return false;
        }
        let Some((place, end)) = self.to_whom(stop).zip(self.further_places(rest)) else {
            return false;
        };
        let word = self.place(place.start as usize, place.start as usize + "to".len());
        let several = self.place(place.start as usize, end);
        let raw = self.quote(several);
        let names = raw.strip_prefix("to ").unwrap_or(&raw);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            several,
            format!("`{raw}` says whom to call, and only a `report` goes to someone"),
            "not where it goes",
        )
        .with_help(format!("for places write `on {names}`"));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, vec![edit(word, "on")]);
        self.refuse(diagnostic);
        true
    }

    /// The `to` clause that the line reads up to.
    fn to_whom(&self, stop: Stop) -> Option<Span> {
        let (sentence, _) = self.reread(Rule::sentence, stop.line)?;
        let place = sentence.into_inner().last()?;
        if place.as_rule() != Rule::to_whom {
            return None;
        }
        let offset = stop.line.start as usize;
        let span = place.as_span();
        Some(self.place(offset + span.start(), offset + span.end()))
    }

    /// `, neck and chest`: where the last of the names ends.
    fn further_places(&self, rest: Span) -> Option<usize> {
        let mut last = None;
        let mut at = rest;
        while let Some(after) = self.after_join(at) {
            let (_, end) = self.reread(Rule::name, after)?;
            last = Some(end);
            at = self.place(end, rest.end as usize);
        }
        last
    }

    /// What follows a comma, `and` or `or`.
    fn after_join(&self, at: Span) -> Option<Span> {
        let laid = self.laid(at).trim_start();
        let bare = laid.trim_start_matches(',').trim_start();
        let name = ["and ", "or "]
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .unwrap_or(bare);
        (name.len() < laid.len()).then(|| self.tail(at, at.end as usize - name.len()))
    }

    /// Where the sentence starts behind its label.
    pub(super) fn after_labels(&self, line: Span) -> usize {
        match self.reread(Rule::label, line) {
            Some((_, end)) => end,
            None => line.start as usize,
        }
    }

    /// `until next day`, `from the following day`
    pub(super) fn next_day(&mut self, stop: Stop, rest: Span) -> bool {
        let read = self.laid(self.place(stop.line.start as usize, stop.end));
        let before = ["the next", "the following", "next", "following"];
        let Some(word) = before
            .iter()
            .find(|word| read.ends_with(&format!(" {word}")))
        else {
            return false;
        };
        if self.first_word(rest) != "day" {
            return false;
        }
        let span = self.place(stop.end - word.len(), rest.start as usize + "day".len());
        let raw = self.quote(span);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            span,
            format!("`{raw}` has no number, and the day of the treatment is day 0"),
            "which day?",
        )
        .with_help("for the day after the treatment write `day 1`");
        let edits = vec![edit(span, "day 1")];
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }
}
