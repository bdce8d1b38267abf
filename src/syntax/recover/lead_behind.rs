//! `if lump after 2 weeks, massage gently`, `as needed for stinging, use cool compress`: what stands in front of a sentence and
//! is read behind its deed alone.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::near::is_start;
use crate::syntax::recover::reread::edit;
use crate::syntax::tree::{Kind, TimeUnit};
use crate::vocabulary::{VERBS, without_getting};

/// The clauses before which a time stands.
const BEHIND: &[&str] = &[" because ", " ["];

impl Lower<'_> {
    /// Offers the sentence with its lead behind the deed; whether a line is one.
    pub(super) fn lead_behind(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let Some((lead, deed)) = parted(self.laid(sentence)) else {
            return false;
        };
        let Some(clauses) = clauses_of(lead) else {
            return false;
        };
        let from = sentence.start as usize;
        let at = sentence.end as usize - deed.len();
        let deed = self.place(at, sentence.end as usize);
        // A known name of several words is one word of what is read: `massage gently`.
        let said = self.quote(deed);
        let first = said.split(' ').next().unwrap_or_default().to_lowercase();
        if !is_start(&first) || self.has_time(deed) {
            return false;
        }
        let tried = std::iter::once(said.clone()).chain(tended(&said));
        let found = tried
            .map(|deed| behind(&deed, &clauses))
            .find(|text| self.reads_with(line, &[edit(sentence, text.as_str())]));
        let Some(text) = found else {
            return false;
        };
        let lead = self.place(from, from + lead.len());
        let raw = self.quote(lead);
        self.refuse(
            Diagnostic::new(
                Code::ClauseOrder,
                lead,
                format!("`{raw}` stands before what is to be done"),
                "when it is done, and for what",
            )
            .with_help(format!("write `{text}`"))
            .with_edits(vec![edit(sentence, text)]),
        );
        true
    }
}

/// The lead, and the sentence behind its comma; of `as needed` also without one.
fn parted(text: &str) -> Option<(&str, &str)> {
    if let Some(found) = text.split_once(", ") {
        return Some(found);
    }
    let mut blanks = text.match_indices(' ').map(|(at, _)| at);
    let at = blanks.find(|at| {
        let behind = text.get(at + 1..).unwrap_or_default();
        is_start(behind.split(' ').next().unwrap_or_default())
    })?;
    text.starts_with("as needed")
        .then(|| Some((text.get(..at)?, text.get(at + 1..)?)))
        .flatten()
}

/// The clauses that such a lead is, as they stand behind a deed.
fn clauses_of(lead: &str) -> Option<String> {
    if let Some(needed) = lead.strip_prefix("as needed") {
        let sign = match needed.strip_prefix(" for ") {
            Some(sign) => format!(" if {}", without_getting(sign)),
            None if needed.is_empty() || needed.starts_with(" if ") => needed.to_owned(),
            None => return None,
        };
        return Some(format!("as needed{sign}"));
    }
    let asked = lead.strip_prefix("if ")?;
    let (sign, time) = [" after ", " from ", " past ", " beyond "]
        .iter()
        .find_map(|word| asked.rsplit_once(word))?;
    let words: Vec<&str> = time.split(' ').collect();
    let is_time = match words.as_slice() {
        ["day", number] => counts(number),
        [number, unit] => counts(number) && TimeUnit::from_word(unit).is_some(),
        _ => false,
    };
    is_time.then(|| format!("from {time} if {}", without_getting(sign)))
}

fn counts(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `massage treated area gently` of `massage gently`: what is tended goes without saying.
fn tended(deed: &str) -> Option<String> {
    let (verb, rest) = deed.split_once(' ').unwrap_or((deed, ""));
    let lower = verb.to_lowercase();
    let row = VERBS.iter().find(|row| row.word == lower)?;
    let text = format!("{verb} treated area {rest}");
    row.kinds
        .contains(&Kind::Place)
        .then(|| text.trim_end().to_owned())
}

/// The deed, with the clauses behind it and before why.
fn behind(deed: &str, clauses: &str) -> String {
    let deed = deed.trim_end_matches('.');
    let end = BEHIND.iter().filter_map(|word| deed.find(word)).min();
    let (front, rest) = deed.split_at(end.unwrap_or(deed.len()));
    format!("{front} {clauses}{rest}")
}

#[cfg(test)]
mod tests {
    use super::{behind, clauses_of, tended};

    #[test]
    fn a_lead_is_said_by_clauses() {
        for (lead, clauses) in [
            ("if lump after 2 weeks", Some("from 2 weeks if lump")),
            (
                "if you have a lump from day 14",
                Some("from day 14 if lump"),
            ),
            ("as needed for stinging", Some("as needed if stinging")),
            ("as needed", Some("as needed")),
            ("if lump", None),
            ("if lump after treatment", None),
        ] {
            assert_eq!(clauses_of(lead).as_deref(), clauses, "{lead}");
        }
    }

    #[test]
    fn clauses_stand_before_why() {
        assert_eq!(
            behind("use balm because \"x\".", "as needed"),
            "use balm as needed because \"x\""
        );
        assert_eq!(
            tended("massage gently").as_deref(),
            Some("massage treated area gently")
        );
        assert_eq!(tended("take gently"), None);
    }
}
