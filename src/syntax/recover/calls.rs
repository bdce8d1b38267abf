//! `if bleeding does not stop, call 999`: a line that calls somebody is no remark, and must not become one.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls_said::of_hours;
use crate::syntax::recover::reread::edit;

/// Words before whom to call.
pub(super) const CALLING: &[&str] = &[
    "call",
    "contact",
    "dial",
    "phone",
    "ring",
    "see",
    "tell",
    "telephone",
    "text",
];

/// Words that say that help is wanted, wherever they stand.
const HELP: &[&str] = &[
    "111",
    "112",
    "911",
    "999",
    "a&e",
    "ambulance",
    "emergency",
    "er",
    "hospital",
    "urgent",
    "urgently",
];

impl Lower<'_> {
    /// How a line that calls somebody, or asks for help, is written: none of other lines.
    pub(super) fn whom_to_call(&self, line: Span) -> Option<String> {
        let lower = self.laid(line).to_lowercase();
        let words: Vec<&str> = lower
            .split(|letter: char| letter.is_whitespace() || letter == ',')
            .map(|word| word.trim_end_matches(['.', '!', ';', ':']))
            .filter(|word| !word.is_empty())
            .collect();
        let call = words.iter().position(|word| CALLING.contains(word));
        let asks = words.iter().any(|word| HELP.contains(word));
        if call.is_none() && !asks {
            return None;
        }
        let behind = call.and_then(|at| words.get(at + 1..)).unwrap_or_default();
        let who = called(behind);
        Some(format!(
            "whom to call stands in a `report`, behind the symptom: `report bleeding despite pressure to \
             {who} immediately`, `report difficulty breathing to {who} immediately`"
        ))
    }
}

impl Lower<'_> {
    /// The message of a sentence that starts with whom to call: with its label, and without its help.
    pub(super) fn no_call_first(&self, sentence: Span, label: &str) -> Diagnostic {
        Diagnostic::new(
            Code::UnknownHead,
            sentence,
            format!(
                "`{}` starts no sentence: a sentence says first what to call about",
                self.excerpt(sentence)
            ),
            label,
        )
    }

    /// Refuses `call us on 020 7946 0000 if bleeding`: the number is whom to call.
    pub(super) fn calls_number(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let (Some((front, signs)), true) = (
            text.split_once(" if "),
            CALLING.contains(&self.first_word(sentence)),
        ) else {
            return false;
        };
        let words: Vec<&str> = front
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .collect();
        let words = words.get(1..).unwrap_or_default();
        // Two who are called are two reports.
        let several = words
            .iter()
            .any(|word| ["then", "or", "otherwise"].contains(word));
        if several || !words.iter().any(|word| is_number(word)) {
            return false;
        }
        let report = format!("report {signs} to {}", called(words));
        let edits = vec![edit(sentence, report.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            self.place(
                sentence.start as usize,
                sentence.start as usize + front.len(),
            ),
            format!("`{front}` starts no sentence: a sentence says first what to call about"),
            "whom to call",
        );
        self.refuse(
            diagnostic
                .with_help(format!("write `{report}`{}", of_hours(&text, &report)))
                .with_edits(edits),
        );
        true
    }
}

/// Whom the words behind `call` name, as `to` takes it. A number is kept whole, blanks and all; where others follow it,
/// all of them stay, with when they are called.
pub(super) fn called(words: &[&str]) -> String {
    let ends = ["if", "when", "because", "in", "within"];
    let small = ["the", "your", "our", "a", "an", "for", "on", "at"];
    let said = words.iter().take_while(|word| !ends.contains(word));
    let said: Vec<&str> = said
        .skip_while(|word| small.contains(word))
        .copied()
        .collect();
    let last = said.iter().rposition(|word| is_number(word));
    match (last, said.first().copied()) {
        (Some(0), Some(number)) => number.to_owned(),
        (Some(last), _) => {
            let numbers = said.iter().take(last + 1);
            let numbers = numbers.skip_while(|word| ["us", "me", "on", "at"].contains(word));
            let named: Vec<&str> = numbers
                .filter(|word| !CALLING.contains(word))
                .copied()
                .collect();
            match named.as_slice() {
                [number] => (*number).to_owned(),
                several => format!("\"{}\"", several.join(" ")),
            }
        }
        (None, Some(known @ ("clinic" | "doctor" | "prescriber"))) => known.to_owned(),
        (None, Some("us" | "me")) => "clinic".to_owned(),
        (None, _) => "emergency services".to_owned(),
    }
}

/// Whether a word is a telephone number, or a part of one.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches('+');
    let counts = |letter: char| letter.is_ascii_digit() || letter == '-';
    digits.len() > 2 && digits.chars().all(counts)
}
