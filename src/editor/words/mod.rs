//! The words of the language, each with what it does and what may stand behind it, to try it.

mod clauses;
mod inside;
mod scenarios;
mod starts;

use clauses::{AROUND, CLAUSES, LENGTHS, MOMENTS, POINTS, WHOM};
use inside::{COMPARISONS, CONDITIONS, DECLARING, FINDINGS, JOINS, QUALIFIERS, ROUTINES};
use scenarios::{EXPECTED, GIVEN, SCENARIO};
use starts::{APART, BLOCKS, HEADS, LINES, VERBS};

/// A word, or words that stand together.
#[derive(Debug)]
pub(super) struct Word {
    /// How it is written.
    pub text: &'static str,
    /// What it does, to a nurse.
    pub means: &'static str,
    /// What may stand behind it, so that a sentence reads.
    pub ends: &'static [&'static str],
}

/// Words that stand in the same places.
#[derive(Debug)]
pub(super) struct Group {
    /// What is tried first: where none of these reads, none of the words can.
    pub gate: &'static [(&'static str, &'static str)],
    /// Whether each of them starts a line.
    pub lines: bool,
    /// The words, the likelier first.
    pub words: &'static [Word],
}

const fn word(text: &'static str, means: &'static str, ends: &'static [&'static str]) -> Word {
    Word { text, means, ends }
}

/// All words but those of units.
pub(super) const GROUPS: &[Group] = &[
    Group {
        gate: &[("avoid", " substances")],
        lines: false,
        words: HEADS,
    },
    Group {
        gate: &[("use", " substances")],
        lines: false,
        words: VERBS,
    },
    Group {
        gate: &[],
        lines: false,
        words: BLOCKS,
    },
    Group {
        gate: &[("version", " \"x\"")],
        lines: true,
        words: LINES,
    },
    Group {
        gate: &[
            ("every", " 4 weeks"),
            ("per day", ""),
            ("because", " \"x\""),
            ("by", " \"x\""),
            ("[", "x]"),
            ("avoid", " substances"),
            ("to", " clinic"),
            ("to", " a minimum"),
            ("while", " x"),
        ],
        lines: false,
        words: CLAUSES,
    },
    Group {
        gate: &[("apart", "")],
        lines: false,
        words: APART,
    },
    Group {
        gate: &[("held-back", " because \"x\"")],
        lines: false,
        words: FINDINGS,
    },
    Group {
        gate: &[],
        lines: false,
        words: JOINS,
    },
    Group {
        gate: &[("then", " refused")],
        lines: false,
        words: SCENARIO,
    },
    Group {
        gate: &[("refused", "")],
        lines: false,
        words: EXPECTED,
    },
    Group {
        gate: &[],
        lines: false,
        words: GIVEN,
    },
    Group {
        gate: &[("taking", " x")],
        lines: false,
        words: CONDITIONS,
    },
    Group {
        gate: &[("above", " 38 C"), ("severe", ""), ("severe", " symptoms")],
        lines: false,
        words: QUALIFIERS,
    },
    Group {
        gate: &[("=", " x"), ("any of", " x, y"), ("in", " i..vi")],
        lines: false,
        words: COMPARISONS,
    },
    Group {
        gate: &[
            ("at least", " 7 days"),
            ("about", " 2 weeks"),
            ("up to", " 1 drink per day"),
        ],
        lines: false,
        words: LENGTHS,
    },
    Group {
        gate: &[],
        lines: false,
        words: AROUND,
    },
    Group {
        gate: &[("bedtime", "")],
        lines: false,
        words: POINTS,
    },
    Group {
        gate: &[("clinic", ""), ("a minimum", "")],
        lines: false,
        words: WHOM,
    },
    Group {
        gate: &[
            ("morning", ""),
            ("each", " x"),
            ("times", " a day"),
            ("half an hour", ""),
            ("or more", ""),
            ("other day", ""),
            ("every", " x"),
        ],
        lines: false,
        words: MOMENTS,
    },
    Group {
        gate: &[("then", " use x"), ("unavoidable", ", use x")],
        lines: false,
        words: ROUTINES,
    },
    Group {
        gate: &[
            ("aka", " x"),
            ("number", ""),
            ("of", " x"),
            ("opposes", " x"),
            ("(opposes", " x)"),
            ("ask", " \"x\""),
            ("yes or no", ""),
            ("any of", " x, y"),
            ("draft", ""),
            ("in", " x"),
        ],
        lines: false,
        words: DECLARING,
    },
];
