//! How sheets say that a symptom grows.

/// Their words, and the word for it.
const GROWING: &[(&str, &str)] = &[
    ("becomes worse", "worsening"),
    ("gets worse", "worsening"),
    ("spreads", "spreading"),
    ("worsens", "worsening"),
    ("get worse", "worsening"),
    ("getting worse", "worsening"),
    ("is getting worse", "worsening"),
    ("is spreading", "spreading"),
    ("spread", "spreading"),
    ("worsen", "worsening"),
];

/// The word of the language for it.
pub(crate) fn growing(said: &str) -> Option<&'static str> {
    let found = GROWING.iter().find(|(known, _)| *known == said);
    found.map(|(_, word)| *word)
}

/// `redness worsening` of `redness gets worse`.
pub(crate) fn as_growing(text: &str) -> Option<String> {
    GROWING.iter().find_map(|(said, word)| {
        let sign = text.strip_suffix(said)?.strip_suffix(' ')?;
        Some(format!("{sign} {word}"))
    })
}
