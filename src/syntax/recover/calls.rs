//! `if bleeding does not stop, call 999`: a line that calls somebody is no remark, and must not become one.

use crate::span::Span;
use crate::syntax::lower::Lower;

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
        let who = self.who_of(behind);
        Some(format!(
            "whom to call stands in a `report`, behind the symptom: `report bleeding despite pressure to \
             {who} immediately`, `report difficulty breathing to {who} immediately`"
        ))
    }

    /// Whom these words name, as `to` takes it.
    fn who_of(&self, words: &[&str]) -> String {
        let first = words
            .iter()
            .find(|word| !["the", "your", "our", "a", "an", "for"].contains(word));
        match first.copied() {
            Some(number) if number.chars().all(|letter| letter.is_ascii_digit()) => {
                number.to_owned()
            }
            Some(known @ ("clinic" | "doctor" | "prescriber")) => known.to_owned(),
            Some("us" | "me") => "clinic".to_owned(),
            _ => "emergency services".to_owned(),
        }
    }
}
