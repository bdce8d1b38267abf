//! What stands in lists, conditions, routines and declarations.

use super::{Word, word};

/// What goes on with a list, a condition or a window.
pub(super) const JOINS: &[Word] = &[
    word(
        "and",
        "and also",
        &[
            " x",
            " y",
            " severe",
            " use x",
            " 7 days after",
            " after",
            " evening",
            " with x",
            " spf 30",
            " breastfeeding = yes",
            " pregnant",
        ],
    ),
    word(
        "or",
        "or else",
        &[" x", " higher", " severe", " no", " healed"],
    ),
    word("with", "what it must have", &[" x", " spf 30"]),
    word("without", "what it must not have", &[" x"]),
    word("including", "examples of what stands before it", &[" x"]),
    word("only", "this and nothing else of its kind", &[" x"]),
    word("but not", "what stays forbidden", &[" x"]),
];

/// What a question starts with.
pub(super) const CONDITIONS: &[Word] = &[
    word("not", "the contrary", &[" x", " severe"]),
    word("taking", "a medicine that is being taken", &[" x"]),
    word("took", "a medicine that was taken", &[" x within 6 months"]),
    word(
        "had",
        "a procedure, event or symptom of the past",
        &[" x within 6 months"],
    ),
    word("prescribed", "a medicine that somebody prescribed", &[" x"]),
    word("session is", "only in one session of the course", &[" 1"]),
];

/// What must be so of a symptom.
pub(super) const QUALIFIERS: &[Word] = &[
    word("severe", "of a symptom: very strong", &["", " symptoms"]),
    word(
        "spreading",
        "of a symptom: larger from day to day",
        &["", " symptoms"],
    ),
    word(
        "worsening",
        "of a symptom: stronger from day to day",
        &["", " symptoms"],
    ),
    word("lasting", "of a symptom: for so long", &[" 2 days"]),
    word("above", "of a symptom: more than this", &[" 38 C", " 2 mm"]),
    word("despite", "of a symptom: although this was done", &[" x"]),
];

/// How a fact is compared.
pub(super) const COMPARISONS: &[Word] = &[
    word(
        "in",
        "from one value to another, or the class above",
        &[" i..vi", " x", " 1..2 mm"],
    ),
    word("includes", "one of the answers is", &[" x"]),
    word("any of", "at least one of these", &[" x", " x, y"]),
    word("all of", "each of these", &[" x, y"]),
    word("is", "has this answer", &[" x", " 1", " no"]),
    word("=", "has this answer", &[" x", " 1", " no"]),
    word("!=", "has another answer", &[" x", " 1", " no"]),
    word("at least", "no less than", &[" 18", " 2 mm"]),
    word("at most", "no more than", &[" 18", " 2 mm"]),
    word("under", "less than", &[" 18", " 2 mm"]),
    word("over", "more than", &[" 18", " 2 mm"]),
    word("<", "less than", &[" 18", " 2 mm"]),
    word("<=", "no more than", &[" 18", " 2 mm"]),
    word(">", "more than", &[" 18", " 2 mm"]),
    word(">=", "no less than", &[" 18", " 2 mm"]),
];

/// What stands between steps.
pub(super) const ROUTINES: &[Word] = &[
    word("then", "the next step", &[" use x"]),
    word("then after", "a step after a wait", &[" 30 minutes use x"]),
    word(
        "then if it persists",
        "a step if that did not help",
        &[" use x"],
    ),
    word("unavoidable", "where it must be", &[", use x"]),
];

/// What stands in the header and in declarations.
pub(super) const DECLARING: &[Word] = &[
    word("aka", "another name for it", &[" x"]),
    word("number", "its value is a number", &["", " of x"]),
    word("of", "the classes that can have it", &[" x"]),
    word("opposes", "what it is the contrary of", &[" x"]),
    word("(opposes", "what it is the contrary of", &[" x)"]),
    word("ask", "the question to the patient, in quotes", &[" \"x\""]),
    word("yes or no", "answered by yes or no", &[""]),
    word(
        "ordered",
        "one of several answers, from low to high",
        &[" x, y"],
    ),
    word("one of", "one of several answers", &[" x, y"]),
    word("any of", "at least one of these", &[" x", " x, y"]),
    word("draft", "not approved yet", &[""]),
    word(
        "approved by",
        "who approved it, and when",
        &[" \"x\" on 2026-01-01"],
    ),
    word(
        "in",
        "from one value to another, or the class above",
        &[" i..vi", " x", " 1..2 mm"],
    ),
];

/// What a sentence may accept of what `check` finds of it.
pub(super) const FINDINGS: &[Word] = &[
    word(
        "held-back",
        "a restriction takes what this asks for or permits",
        REASON,
    ),
    word("implied", "another sentence says all of this", REASON),
    word("gap", "some values of a fact are not spoken for", REASON),
    word(
        "never-ends",
        "it has no end, and nothing gives it back",
        REASON,
    ),
    word("never-applies", "no patient meets its condition", REASON),
    word(
        "no-prescriber",
        "it forbids medicines, and no sentence asks the prescriber",
        REASON,
    ),
    word(
        "expected-and-reported",
        "a symptom that is normal and a reason to call",
        REASON,
    ),
    word("repeated-sentence", "it stands twice", REASON),
];

const REASON: &[&str] = &[" because \"x\""];
