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
    pub(in crate::syntax) fn after_labels(&self, line: Span) -> usize {
        // A label ends in a colon: most lines have none, and need not be read again.
        if !self.laid(line).contains(':') {
            return line.start as usize;
        }
        match self.reread(Rule::label, line) {
            Some((_, end)) => end,
            None => line.start as usize,
        }
    }

    /// `restart warfarin the day after`, `avoid makeup until the day after treatment`: day 1, and the word that suits the
    /// sentence.
    pub(super) fn day_after(&mut self, stop: Stop) -> bool {
        const SAID: &[&str] = &[
            "the day after the treatment",
            "the day after your treatment",
            "the day after the procedure",
            "the day after treatment",
            "the day after",
        ];
        let laid = self.laid(stop.line).trim_end_matches('.');
        let found = SAID.iter().find_map(|said| {
            let at = laid
                .find(said)
                .filter(|at| laid.get(..*at).is_some_and(|before| before.ends_with(' ')))?;
            let after = laid.get(at + said.len()..)?;
            // `the day after healed` counts from something else.
            let ends =
                after.is_empty() || after.starts_with(" because") || after.starts_with(" if ");
            (ends && laid.get(..at)?.matches('"').count() % 2 == 0).then_some((at, said.len()))
        });
        let Some((at, length)) = found else {
            return false;
        };
        let start = stop.line.start as usize + at;
        let said = self.place(start, start + length);
        let before = laid.get(..at).unwrap_or_default().trim_end();
        let counted = ["until", "till", "from", "after", "by"]
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")));
        let begins = self.place(self.after_labels(stop.line), start);
        let taken_up = ["resume", "restart", "recommence", "allow", "continue"];
        let text = if counted {
            "day 1"
        } else if taken_up.contains(&self.first_word(begins)) {
            "from day 1"
        } else {
            "on day 1"
        };
        let mut edits = vec![edit(said, text)];
        let mut help = format!("write `{text}` in its place");
        let word = self.first_of(begins);
        if ["restart", "recommence"].contains(&self.laid(word)) {
            edits.push(edit(word, "resume"));
            help = format!("{help}, and `resume` at the start");
        }
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` has no number, and the day of the treatment is day 0"),
                "which day?",
            )
            .with_help(help)
            .with_edits(edits),
        );
        true
    }

    /// `change dressing on day 2 then daily`: how often from then on.
    pub(super) fn then_often(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let said = ["and then ", "then ", "and after that ", "after that "]
            .iter()
            .find(|word| laid.starts_with(**word));
        let before = self.laid(self.place(stop.line.start as usize, stop.end));
        let Some((word, (_, day))) = said.zip(before.rsplit_once(" on day ")) else {
            return false;
        };
        let start = rest.end as usize - laid.len() + word.len();
        let often = self.place(start, rest.end as usize);
        let Some((_, end)) = self.reread(Rule::frequency, often) else {
            return false;
        };
        let often = self.place(start, end);
        let on = stop.end - day.len() - "on day ".len();
        let said = self.place(on, end);
        let text = format!("{} from day {}", self.quote(often), day.trim());
        let edits = vec![edit(said, text.clone())];
        if stop.in_steps || !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(often);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                often,
                format!("`{raw}` stands behind the day on which it starts"),
                "how often, and from then on",
            )
            .with_help(format!("write `{text}`"))
            .with_edits(edits),
        );
        true
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
