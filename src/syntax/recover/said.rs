//! What sheets say in words that the language has others for: the line reads once they are replaced.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// Words of sheets, and how the language says them.
struct Said {
    /// What the sentence starts with; nothing for any.
    head: &'static str,
    /// The words, between blanks.
    words: &'static str,
    /// What stands in their place.
    written: &'static str,
    /// Whether a number stands behind them.
    counts: bool,
}

const fn said(
    head: &'static str,
    words: &'static str,
    written: &'static str,
    counts: bool,
) -> Said {
    Said {
        head,
        words,
        written,
        counts,
    }
}

/// All of them, a longer one before its own end.
const SAID: &[Said] = &[
    said("", "on the day of the treatment", "today", false),
    said("", "on the day of treatment", "today", false),
    said("", "on the treatment day", "today", false),
    said("", "on treatment day", "today", false),
    said("", "the day of treatment", "today", false),
    said("", "for the first night", "tonight", false),
    said("expect", "worse on", "most on", false),
    said("expect", "worst on", "most on", false),
    said("expect", "at its worst on", "most on", false),
    said("expect", "peaking on", "most on", false),
    said("expect", "strongest on", "most on", false),
    said("report", "for more than", "lasting", true),
    said("report", "for longer than", "lasting", true),
    said("report", "for over", "lasting", true),
    said("report", "for at least", "lasting", true),
    said("report", "not relieved by", "despite", false),
    said("report", "not helped by", "despite", false),
    said("report", "not responding to", "despite", false),
    said("report", "not improving after", "lasting", true),
    said("report", "not settling after", "lasting", true),
    said("", "lasting at least", "lasting", true),
    said("", "after at least", "after", true),
    said("", "until at least", "for at least", true),
    said(
        "",
        "from the day before until",
        "from 1 day before treatment until",
        false,
    ),
    said(
        "",
        "from the day before to",
        "from 1 day before treatment until",
        false,
    ),
    said("", "the day before and", "for 1 day before and", true),
    said("", "the week before and", "for 1 week before and", true),
    said("", "day and night", "at all times", false),
    said("", "night and day", "at all times", false),
    said("", "24 hours a day", "at all times", false),
    said("", "for the remainder of the day", "today", false),
    said("", "for the rest of the day", "today", false),
    said("", "the night before", "for 1 day before", false),
    said("", "the evening before", "for 1 day before", false),
    said("", "and until", "and", false),
    said("", "includes one or more of", "includes any of", false),
    said("", "only during the day", "while awake", false),
    said("", "only in the daytime", "while awake", false),
    said("", "only by day", "while awake", false),
    said("", "during the day", "while awake", false),
    said("", "in the daytime", "while awake", false),
    said("", "by day", "while awake", false),
    said("", "close to", "near", false),
    said("", "next to", "near", false),
    said("", "in the first", "for", true),
    said("", "over the first", "for", true),
    said("", "about", "usually", true),
    said("", "with", "using", false),
];

impl Lower<'_> {
    /// Offers the words of the language where the line reads with them.
    pub(super) fn said_otherwise(&mut self, stop: Stop) -> bool {
        let start = self.after_labels(stop.line);
        let sentence = self.trimmed(self.place(start, stop.line.end as usize));
        let found = SAID.iter().find_map(|said| {
            let at = self.said_at(sentence, said)?;
            let edits = vec![edit(at, said.written)];
            // What stands behind the words may be wrong, too.
            let front = self.place(stop.line.start as usize, at.end as usize);
            let here = at.start as usize == self.tail(stop.line, stop.end).start as usize;
            let reads = self.reads_with(stop.line, &edits)
                || here && said.head.is_empty() && !said.counts && self.reads_with(front, &edits);
            reads.then_some((at, said, edits))
        });
        let Some((at, said, edits)) = found else {
            return false;
        };
        let raw = self.quote(at);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                at,
                format!("`{raw}` is said in other words"),
                "no word of the language here",
            )
            .with_help(format!("write `{}` in its place", said.written))
            .with_edits(edits),
        );
        true
    }

    /// The first of such words that stands in a line, and what is written in its place.
    pub(super) fn said_in(&self, line: Span) -> Option<(Span, &'static str)> {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        SAID.iter()
            .find_map(|said| Some((self.said_at(sentence, said)?, said.written)))
    }

    /// Where the words stand in a sentence, outside of quotes.
    fn said_at(&self, sentence: Span, said: &Said) -> Option<Span> {
        let laid = self.laid(sentence);
        if !laid.starts_with(said.head) {
            return None;
        }
        let mut places = laid.match_indices(said.words);
        let at = places.find_map(|(at, words)| {
            let before = laid.get(..at)?;
            let after = laid.get(at + words.len()..)?;
            let counts = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
            let whole =
                before.ends_with(' ') && (after.is_empty() || after.starts_with([' ', ',']));
            let quoted = before.matches('"').count() % 2 == 1;
            (whole && !quoted && (counts || !said.counts)).then_some(at)
        })?;
        let start = sentence.start as usize + at;
        Some(self.place(start, start + said.words.len()))
    }

    /// `report if swelling spreads`: what is called about stands right behind the head.
    pub(super) fn reports_if(&mut self, rest: Span, line: Span) -> bool {
        let word = [
            "if there is ",
            "if there are ",
            "if you notice ",
            "if you have ",
            "if ",
        ]
        .into_iter()
        .find(|word| self.laid(rest).starts_with(word));
        let Some(word) = word else {
            return false;
        };
        let said = self.place(rest.start as usize, rest.start as usize + word.len());
        let edits = vec![edit(said, "")];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(self.trimmed(said));
        let diagnostic = Diagnostic::new(
            Code::MissingThings,
            self.trimmed(said),
            "what is called about stands right behind `report`",
            "no symptom starts so",
        );
        // `report still bleeding` would be a sign that nobody knows.
        let asked = self.laid(self.tail(rest, said.end as usize));
        let persists = ["still ", "it is still ", "it still ", "you are still "];
        self.refuse(if persists.iter().any(|word| asked.starts_with(word)) {
            diagnostic.with_help(
                "name the sign; where it is still there after the steps before, write `then if it persists report \
                 bleeding to clinic`",
            )
        } else {
            diagnostic
                .with_help(format!("leave `{raw}` out"))
                .with_edits(edits)
        });
        true
    }
}
