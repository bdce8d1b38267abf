//! What the lines of a scenario are made of.

use super::{Word, word};

/// What its lines start with.
pub(super) const SCENARIO: &[Word] = &[
    word(
        "given",
        "what is known of the patient of this scenario",
        &[" x"],
    ),
    word(
        "on day",
        "the day that is asked about",
        &[" 3 then refused"],
    ),
    word("then", "what the plan is to say", &[" refused"]),
];

/// What is expected.
pub(super) const EXPECTED: &[Word] = &[
    word("avoid", "the answer is a firm and settled no", &[" x"]),
    word("allowed", "the answer is yes", &[" x"]),
    word("better not", "the answer is an advised no", &[" x"]),
    word("not covered", "the protocol says nothing of it", &[" x"]),
    word(
        "provisionally avoid",
        "no, as long as something is not known",
        &[" x"],
    ),
    word(
        "provisionally better not",
        "advised against, while something is not known",
        &[" x"],
    ),
    word(
        "first free day of",
        "when something is free again",
        &[" x is day 3"],
    ),
    word("is", "the day itself stands behind it", &[" day 3"]),
    word("refused", "the patient is not treated", &[""]),
    word(
        "deferred",
        "the patient is treated later",
        &["", " until day 3"],
    ),
    word(
        "deferred until",
        "the day from which it is possible",
        &[" day 3"],
    ),
    word("contact", "the patient must call now", &[""]),
    word("asks", "a question is open", &[" x"]),
    word("says", "a sentence is in the plan, by its label", &[" x"]),
    word(
        "provisionally says",
        "it is, as long as something is not known",
        &[" x"],
    ),
    word("does not say", "a sentence is not in the plan", &[" x"]),
];

/// What is given.
pub(super) const GIVEN: &[Word] = &[
    word("treated", "the day of the treatment", &[" 2026-06-01"]),
    word("since", "from when on it was so", &[" day 3"]),
    word("last taken", "when it was taken last", &[" day -3"]),
];
