//! `report pus to clinic on the same day`, `call us at once if fever`: how soon, in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::CALLING;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::soon_in;

impl Lower<'_> {
    /// Explains a line that calls somebody and says how soon in words of its own; whether it does.
    pub(super) fn how_soon(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let first = self.first_word(sentence);
        let calls = CALLING.contains(&first);
        if first != "report" && !calls {
            return self.same_day(line, sentence);
        }
        let Some((at, length, clause)) = soon_in(self.laid(sentence)) else {
            return false;
        };
        let start = sentence.start as usize + at;
        let said = self.place(start, start + length);
        let edits = if calls {
            let Some(report) = self.as_report(sentence, clause) else {
                return false;
            };
            vec![edit(sentence, report)]
        } else {
            vec![edit(said, clause)]
        };
        if !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        let write = match edits.first() {
            Some(report) if calls => report.text.clone(),
            _ => clause.to_owned(),
        };
        self.refuse(
            Diagnostic::new(
                Code::HowSoon,
                said,
                format!("`{raw}` says how soon to call in no words of the language"),
                "how soon",
            )
            .with_help(format!("write `{write}`"))
            .with_edits(edits),
        );
        true
    }

    /// `avoid flying on the same day`: that of the treatment, where nobody is called.
    fn same_day(&mut self, line: Span, sentence: Span) -> bool {
        let Some((at, length, _)) = soon_in(self.laid(sentence)) else {
            return false;
        };
        let start = sentence.start as usize + at;
        let said = self.place(start, start + length);
        let edits = vec![edit(said, "today")];
        if !self.laid(said).ends_with("same day") || !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` is no day that the language knows"),
                "which day?",
            )
            .with_help("write `today`, the day of the treatment")
            .with_edits(edits),
        );
        true
    }

    /// `call us at once if fever or pus` as a report: what it is about first.
    fn as_report(&self, sentence: Span, clause: &str) -> Option<String> {
        let text = self.quote(sentence);
        let (front, symptoms) = text.split_once(" if ")?;
        let (at, length, _) = soon_in(front)?;
        let whom = format!("{}{}", front.get(..at)?, front.get(at + length..)?);
        let (_, whom) = whom.split_once(' ')?;
        Some(format!(
            "report {symptoms} to {} {clause}",
            who(whom.trim())
        ))
    }
}

/// Whom these words name, as `to` takes it.
fn who(words: &str) -> String {
    let bare = ["the ", "your ", "our "]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(words);
    match bare.to_lowercase().as_str() {
        "" | "us" => "clinic".to_owned(),
        known @ ("clinic" | "doctor" | "prescriber" | "emergency services") => known.to_owned(),
        number if number.chars().all(|letter| letter.is_ascii_digit()) => number.to_owned(),
        _ => format!("\"{bare}\""),
    }
}
