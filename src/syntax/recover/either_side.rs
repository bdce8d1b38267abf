//! `2 weeks either side of treatment`, `within 2 weeks of botox`: a time before and after at once.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::TimeUnit;

/// What stands between such a time and what it is counted from.
const BETWEEN: &[&str] = &[
    " on either side of ",
    " on both sides of ",
    " either side of ",
    " both sides of ",
    " each side of ",
];

/// What stands before the number and says nothing more.
const BEFORE: &[&str] = &["for at least ", "for ", "within ", "at least ", "in the "];

/// What a protocol calls its own treatment.
const TREATMENT: &[&str] = &[
    "the treatment",
    "your treatment",
    "each treatment",
    "treatment",
    "the appointment",
    "your appointment",
    "appointment",
    "the procedure",
    "the session",
    "each session",
    "your session",
    "a session",
];

/// A time around something, where it stands in a line.
struct Around {
    at: Span,
    length: String,
    of: String,
}

impl Lower<'_> {
    /// Offers `for D before and D after`; whether the line says it otherwise.
    pub(super) fn either_side(&mut self, stop: Stop) -> bool {
        // `the wart may blister within 24 hours of treatment` says when something comes.
        let sentence = format!(" {} ", self.laid(stop.line));
        let comes = [" may ", " might ", " can ", " could ", " will ", " expect "];
        if comes.iter().any(|word| sentence.contains(word)) {
            return false;
        }
        let Some(around) = self.around(stop.line) else {
            return false;
        };
        let (length, of) = (&around.length, &around.of);
        let text = format!("for {length} before and {length} after");
        let edits = vec![edit(around.at, text.as_str())];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(around.at);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            around.at,
            format!("`{raw}` is said as two times, one before and one after"),
            "before and after at once",
        );
        self.refuse(if TREATMENT.contains(&of.as_str()) {
            diagnostic
                .with_help(format!("write `{text}`"))
                .with_edits(edits)
        } else {
            diagnostic.with_help(format!(
                "if this protocol is for `{of}`, write `{text}`; if the patient may have had it before, write \
                 `until {length} after {of} if had {of} within {length}`"
            ))
        });
        true
    }

    /// `24 hours before or after treatment`: on both sides, which `and` says.
    pub(super) fn before_or_after(&mut self, line: Span) -> bool {
        const OR: &str = " before or ";
        let laid = self.laid(line).to_lowercase();
        let Some(at) = laid.find(OR) else {
            return false;
        };
        let front = laid.get(..at).unwrap_or_default();
        let behind = laid.get(at + OR.len()..).unwrap_or_default();
        let is_after = behind
            .split(' ')
            .take(4)
            .any(|word| word.trim_end_matches([',', '.']) == "after");
        if !is_after || front.matches('"').count() % 2 == 1 {
            return false;
        }
        let from = line.start as usize;
        let or = from + at + " before ".len();
        let mut edits = vec![edit(self.place(or, or + "or".len()), "and")];
        let length = length_at_end(front, false);
        let bare = length.filter(|(start, length)| start + length.len() == front.len());
        if let Some((start, _)) = bare {
            edits.insert(0, edit(self.place(from + start, from + start), "for "));
        }
        let reads = length.is_some() && self.reads_with(line, &edits);
        let whole = self.place(or, or + "or".len());
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            whole,
            "`before or after` is said as two times, one before and one after",
            "before and after at once",
        );
        self.refuse(if reads {
            let (_, length) = length.unwrap_or_default();
            let after = behind.split_once("after").map_or("", |(other, _)| other);
            diagnostic
                .with_help(format!("write `for {length} before and {after}after`, which holds on both sides"))
                .with_edits(edits)
        } else {
            diagnostic.with_help(
                "say how long on both sides, as in `for 24 hours before and after`, which holds on both",
            )
        });
        true
    }

    fn around(&self, line: Span) -> Option<Around> {
        let laid = self.laid(line);
        let sides = BETWEEN
            .iter()
            .find_map(|word| Some((laid.find(word)?, *word)));
        let (end, word) = match sides {
            Some(found) => found,
            None => (
                laid.find(" of ").filter(|_| laid.contains(" within "))?,
                " of ",
            ),
        };
        if laid.get(..end)?.matches('"').count() % 2 == 1 {
            return None;
        }
        let (start, length) = length_at_end(laid.get(..end)?, word == " of ")?;
        let behind = laid.get(end + word.len()..)?;
        let ends = [",", " because ", " if ", " unless ", " on ", " while ", "."];
        let stop = ends.iter().filter_map(|word| behind.find(word)).min();
        let of = behind.get(..stop.unwrap_or(behind.len()))?;
        let from = line.start as usize;
        Some(Around {
            at: self.place(from + start, from + end + word.len() + of.len()),
            length: length.to_owned(),
            of: of.trim().to_owned(),
        })
    }
}

/// Where a length of time at the end of a text starts, with the words before it, and the length alone.
fn length_at_end(text: &str, wants_within: bool) -> Option<(usize, &str)> {
    let unit = text.rfind(' ')?;
    let number = text.get(..unit)?.rfind(' ')? + 1;
    let length = text.get(number..)?;
    let counts = length.starts_with(|letter: char| letter.is_ascii_digit());
    if !counts || TimeUnit::from_word(text.get(unit + 1..)?).is_none() {
        return None;
    }
    let front = text.get(..number)?;
    let before = BEFORE
        .iter()
        .find(|word| front.ends_with(&format!(" {word}")));
    if wants_within && before != Some(&"within ") {
        return None;
    }
    Some((number - before.map_or(0, |word| word.len()), length))
}

#[cfg(test)]
mod tests {
    use super::length_at_end;

    #[test]
    fn the_words_before_a_length_belong_to_it() {
        let sides = |text| length_at_end(text, false);
        assert_eq!(sides("avoid waxing 2 weeks"), Some((13, "2 weeks")));
        assert_eq!(sides("avoid waxing for 2 weeks"), Some((13, "2 weeks")));
        assert_eq!(sides("avoid waxing"), None);
        assert_eq!(length_at_end("avoid waxing for 2 weeks", true), None);
    }
}
