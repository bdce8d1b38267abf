//! The closed list of words that end a bare name, published: a name that holds one stands in quotes
//! where it is declared.

use std::borrow::Cow;

/// The reserved words, in the order of the alphabet. Some are two words, reserved only together.
pub const RESERVED: &[&str] = &[
    "a few",
    "about",
    "above",
    "accept",
    "after",
    "allow",
    "always",
    "and",
    "and/or",
    "around",
    "as directed",
    "as instructed",
    "as long",
    "as needed",
    "as often",
    "at",
    "at least",
    "at most",
    "avoid",
    "because",
    "before",
    "between",
    "but",
    "by",
    "carefully",
    "daily",
    "day",
    "days",
    "defer",
    "depending on",
    "despite",
    "directly after",
    "due to",
    "during",
    "each",
    "even if",
    "even when",
    "even while",
    "evenly",
    "every",
    "except",
    "expect",
    "firmly",
    "for",
    "frequently",
    "from",
    "generously",
    "gently",
    "hour",
    "hourly",
    "hours",
    "if",
    "immediately",
    "in a",
    "in an",
    "in plenty",
    "including",
    "instead",
    "last taken",
    "lasting",
    "liberally",
    "lightly",
    "loosely",
    "max",
    "maximum",
    "minute",
    "minutes",
    "month",
    "monthly",
    "months",
    "more often",
    "mostly",
    "near",
    "nightly",
    "not",
    "occasionally",
    "often",
    "on",
    "once",
    "or",
    "otherwise",
    "over",
    "rarely",
    "refuse",
    "regularly",
    "report",
    "resume",
    "right after",
    "several",
    "slowly",
    "sometimes",
    "sparingly",
    "straight after",
    "such as",
    "then",
    "thickly",
    "thinly",
    "thoroughly",
    "throughout",
    "till",
    "to",
    "today",
    "tonight",
    "twice",
    "under",
    "unless",
    "until",
    "up to",
    "using",
    "usually",
    "very",
    "week",
    "weekly",
    "weeks",
    "when",
    "whenever",
    "where possible",
    "wherever possible",
    "while",
    "with",
    "within",
    "without",
    "year",
    "yearly",
    "years",
];

/// The words that end a name in some places only: in declarations and in conditions.
pub const RESERVED_THERE: &[&str] = &["aka", "ask", "in", "include", "includes", "is"];

/// The words that start a sentence and are no beginning of a name: after one of them no list goes on.
pub(crate) const STARTERS: &[&str] = &[
    "allow",
    "apply",
    "avoid",
    "caution",
    "continue",
    "defer",
    "do",
    "do not",
    "don't",
    "eat",
    "expect",
    "keep",
    "limit",
    "maintenance",
    "moisturise",
    "moisturize",
    "never",
    "no",
    "prepare",
    "refuse",
    "remove",
    "report",
    "resume",
    "rinse",
    "should",
    "steps",
    "stop",
    "take",
    "use",
    "wear",
];

/// The heads that are no verbs, and what opens a block.
pub(super) const HEADS: &[&str] = &[
    "allow",
    "ask",
    "avoid",
    "caution",
    "defer",
    "don't",
    "expect",
    "limit",
    "maintenance",
    "never",
    "no",
    "note",
    "otherwise",
    "prepare",
    "refuse",
    "report",
    "resume",
    "scenario",
    "section",
    "sessions",
    "should",
    "steps",
    "stop",
    "tell",
    "visit",
    "when",
];

/// The words that a line of the header starts with.
pub(super) const HEADERS: &[&str] = &[
    "aftercare",
    "effective",
    "extends",
    "fact",
    "import",
    "protocol",
    "review",
    "scenarios",
    "source",
    "status",
    "treatment",
    "version",
];

/// The words that say, at the start of a line, what becomes of another protocol's sentence.
pub(super) const VARYING: &[&str] = &["drop", "replace"];

/// The words that declare a thing, at the start of a line.
pub(super) const DECLARING: &[&str] = &[
    "action",
    "activity",
    "attribute",
    "drink",
    "event",
    "food",
    "garment",
    "medicine",
    "place",
    "procedure",
    "product",
    "situation",
    "substance",
    "symptom",
    "tool",
];

/// Whether a bare `name` would end before its end, at a word of [`RESERVED`] or [`RESERVED_THERE`].
#[must_use]
pub fn holds_reserved_word(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    let lower = match name.bytes().all(is_plain) {
        true => Cow::Borrowed(name),
        false => Cow::Owned(name.to_lowercase()),
    };
    let mut words = lower
        .split(|letter: char| letter.is_whitespace() || letter == '-')
        .filter(|word| !word.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        if RESERVED_THERE.contains(&word) || starts_reserved(word, words.peek().copied()) {
            return true;
        }
    }
    false
}

/// Whether a word is one of [`RESERVED`], alone or with the word behind it.
fn starts_reserved(word: &str, next: Option<&str>) -> bool {
    // In the order of the alphabet a word stands right before those of two words that start with it.
    let from = RESERVED.partition_point(|reserved| *reserved < word);
    let with_it = RESERVED.get(from..).unwrap_or_default().iter();
    with_it
        .map_while(|reserved| reserved.strip_prefix(word))
        .map_while(|rest| rest.strip_prefix(' ').or(rest.is_empty().then_some("")))
        .any(|rest| rest.is_empty() || next == Some(rest))
}

#[cfg(test)]
mod tests {
    use super::{RESERVED, holds_reserved_word};

    #[test]
    fn the_list_is_sorted() {
        assert!(RESERVED.is_sorted());
    }

    #[test]
    fn names_that_hold_a_reserved_word() {
        for name in [
            "day cream",
            "After-sun lotion",
            "top up to go",
            "ask me",
            "in",
            "SPF At Least",
            "and/or",
            "as long",
        ] {
            assert!(holds_reserved_word(name), "{name}");
        }
        for name in [
            "night cream",
            "sunday",
            "formula",
            "top up",
            "as",
            "up",
            "a",
            "last",
            "",
        ] {
            assert!(!holds_reserved_word(name), "{name}");
        }
        for reserved in RESERVED {
            assert!(holds_reserved_word(reserved), "{reserved}");
            assert!(
                holds_reserved_word(&format!("gel {reserved} x")),
                "{reserved}"
            );
        }
    }
}
