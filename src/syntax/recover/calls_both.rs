//! `call 112, then us`: two who are called, one after the other, are two reports.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::{CALLING, called};
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// Whom sheets name.
const WHOM: &[&str] = &[
    "ambulance",
    "clinic",
    "doctor",
    "emergency",
    "gp",
    "hospital",
    "me",
    "nurse",
    "prescriber",
    "surgeon",
    "surgery",
    "us",
];

impl Lower<'_> {
    /// Explains whom else a sentence calls, behind `then` or `and`; whether it does.
    pub(super) fn calls_both(&mut self, stop: Stop, rest: Span) -> bool {
        let start = self.after_labels(stop.line);
        let before = self.quote(self.place(start, stop.end)).to_lowercase();
        let mut words = before.split([' ', ',']);
        let reports = before.starts_with("report ") && before.contains(" to ");
        if !reports && !words.any(|word| CALLING.contains(&word)) {
            return false;
        }
        let laid = self.laid(rest).to_lowercase();
        let joined = [", and then ", ", then ", "and then ", "then ", "and "];
        let Some(joint) = joined.iter().find(|word| laid.starts_with(**word)) else {
            return false;
        };
        let behind = self.tail(rest, rest.start as usize + joint.len());
        let words: Vec<&str> = self.laid(behind).split([' ', ',', '.']).collect();
        let article = usize::from(words.first().is_some_and(|word| {
            ["the", "your", "our", "a", "call"].contains(&word.to_lowercase().as_str())
        }));
        let Some(whom) = words.get(article).map(|word| word.to_lowercase()) else {
            return false;
        };
        let is_number = !whom.is_empty() && whom.chars().all(|letter| letter.is_ascii_digit());
        if !is_number && !WHOM.contains(&whom.as_str()) {
            return false;
        }
        let whom_else = match whom.as_str() {
            "us" | "me" => "clinic",
            other => other,
        };
        let at = self.place(
            rest.start as usize,
            behind.start as usize
                + words
                    .iter()
                    .take(article + 1)
                    .map(|word| word.len())
                    .sum::<usize>()
                + article,
        );
        let at = self.without_comma(at);
        let said = self.quote(at);
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            at,
            format!("`{said}` is somebody else to call"),
            "a second one to call",
        );
        let both = self.quote(self.place(start, stop.end));
        let both = both.rsplit_once(" to ").filter(|_| reports);
        let help =
            "a sentence of its own says whom else to call, and the first sentence is called first";
        let otherwise = "`otherwise` would be for when nobody answers";
        let Some((signs, first)) = both else {
            let words = before.split([' ', ',']).collect::<Vec<&str>>();
            let at = words.iter().position(|word| CALLING.contains(word));
            let first = at.and_then(|at| words.get(at + 1..)).unwrap_or_default();
            let first = called(first);
            self.refuse(diagnostic.with_help(format!(
                "{help}, as in `report bleeding to {first}` and `report bleeding to {whom_else}`; {otherwise}"
            )));
            return true;
        };
        let follows = self.quote(self.place(at.end as usize, stop.line.end as usize));
        let follows = match follows.trim() {
            "" => String::new(),
            follows => format!(" {follows}"),
        };
        let [one, other] = [first, whom_else].map(|who| format!("{signs} to {who}{follows}"));
        let indent = self.indentation(stop.line);
        let whole = self.place(start, stop.line.end as usize);
        let edits = vec![edit(whole, format!("{one}\n{indent}{other}"))];
        let diagnostic =
            diagnostic.with_help(format!("{help}: `{one}` and `{other}`; {otherwise}"));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// The span without the comma and the blanks at its start.
    fn without_comma(&self, span: Span) -> Span {
        let text = self.laid(span);
        let bare = text.trim_start_matches([',', ' ']);
        self.place(span.end as usize - bare.len(), span.end as usize)
    }
}
