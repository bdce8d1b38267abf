//! How people allow something.

/// How a sheet ends what is allowed.
pub const FINE: &[&str] = &[
    " is fine",
    " are fine",
    " is ok",
    " are ok",
    " is okay",
    " are okay",
    " is allowed",
    " are allowed",
    " is permitted",
    " are permitted",
    " is safe",
    " are safe",
];

/// Words that end a comparison: what they compare with follows them, and no name ends in one.
pub const COMPARING: &[&str] = &[
    "above",
    "below",
    "fewer than",
    "less than",
    "lower than",
    "more than",
    "over",
    "under",
];
