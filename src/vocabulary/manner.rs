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
