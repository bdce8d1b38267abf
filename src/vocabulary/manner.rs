//! The closed lists of words that say how something is done and how often, and compute nothing.

/// In which manner: `cleanse face gently`. Beside them `in a thin layer` and its like, and `as directed`.
pub const MANNERS: &[&str] = &[
    "carefully",
    "evenly",
    "firmly",
    "generously",
    "gently",
    "in plenty",
    "liberally",
    "lightly",
    "loosely",
    "slowly",
    "sparingly",
    "thickly",
    "thinly",
    "thoroughly",
];

/// How often, in words without a number: `use sunscreen often`. Beside them `several times a day`.
pub const OFTEN: &[&str] = &[
    "as often as possible",
    "at all times",
    "frequently",
    "more often",
    "occasionally",
    "often",
    "on and off",
    "rarely",
    "regularly",
    "sometimes",
    "throughout the day",
];

/// Words of place, time and means that say by themselves how something is done.
const BEFORE_HOW: &[&str] = &[
    "above", "across", "after", "against", "along", "around", "as", "at", "before", "behind",
    "below", "between", "by", "during", "every", "for", "from", "in", "inside", "into", "like",
    "near", "on", "onto", "outside", "over", "through", "to", "under", "until", "using", "via",
    "while", "with", "within", "without",
];

/// Whether the author's own words for how something is done want no `by` before them: `with a hat`.
#[must_use]
pub fn says_how(how: &str) -> bool {
    let first = how.split_whitespace().next().unwrap_or_default();
    BEFORE_HOW.contains(&first.to_lowercase().as_str())
}

/// Those words as they stand behind what is done: `by patting`, `with a hat`.
#[must_use]
pub fn in_manner(how: &str) -> String {
    if says_how(how) {
        how.to_owned()
    } else {
        format!("by {how}")
    }
}

#[cfg(test)]
mod tests {
    use super::in_manner;

    #[test]
    fn what_says_how_by_itself_has_no_second_word_before_it() {
        for (how, said) in [
            ("patting", "by patting"),
            ("not rubbing", "by not rubbing"),
            ("by patting", "by patting"),
            ("with a hat", "with a hat"),
            ("In the daytime", "In the daytime"),
            ("without rubbing", "without rubbing"),
            ("inspecting it", "by inspecting it"),
            ("", "by "),
        ] {
            assert_eq!(in_manner(how), said);
        }
    }
}
