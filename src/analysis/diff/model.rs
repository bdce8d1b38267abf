//! What two protocols come to differently, as plain data.

use serde::Serialize;

use super::patients::Affected;
use crate::check::Protocol;
use crate::eval::every::Turn;
use crate::plan::RuleRef;

/// The name of the format that [`Diff`] serialises as. Its JSON Schema is `src/analysis/diff/aftercare-diff-1.schema.json`.
pub const DIFF_FORMAT: &str = "aftercare-diff/1";

/// What two protocols come to differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// Always [`DIFF_FORMAT`].
    pub format: &'static str,
    /// The old protocol.
    pub old: OldOrNew,
    /// The new one.
    pub new: OldOrNew,
    /// What differs: what is looser first, then what is stricter, then what is different.
    pub changes: Vec<Change>,
    /// What is not decided: it may be looser.
    pub undecided: Vec<Undecided>,
    /// What is the same.
    pub unchanged: Unchanged,
    /// Which patients meet which changes, where any were asked about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub patients: Vec<Affected>,
}

/// A protocol that is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OldOrNew {
    /// Its file.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// A digest over it and all it imports.
    pub fingerprint: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which way it goes.
    pub turn: Turn,
    /// What it is about, in words: `what is answered`, `a duty`, `a warning sign`.
    pub about: &'static str,
    /// The things or classes about which both answer otherwise; of a sentence that says several things beside, those
    /// that it is about; none where it is about all that the sentence says.
    pub things: Vec<String>,
    /// Whether the sentence stands in both and a restriction that only one of them has takes from it.
    pub held_back: bool,
    /// The old sentences behind it; none where it is new.
    pub old: Vec<RuleRef>,
    /// The new sentences behind it; none where it is gone.
    pub new: Vec<RuleRef>,
    /// On which days it is so for somebody; none where it is about no days.
    pub days: Vec<Days>,
    /// Whether the days move with events: those told are some of them.
    pub moves: bool,
    /// The smallest example, which the interpreter has confirmed; none past [`CONFIRMED`](super::CONFIRMED).
    pub example: Option<DiffExample>,
}

/// A stretch of days, counted from the treatment on day 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Days {
    /// The first; none where there is no first.
    pub first: Option<i64>,
    /// The last; none where there is no last.
    pub last: Option<i64>,
}

/// A patient and a day on which both protocols come to something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiffExample {
    /// The patient in words: `a patient of 25 with skin type V`; nobody in particular is `any patient`.
    pub patient: String,
    /// The day, counted from the treatment on day 0.
    pub day: i64,
    /// The thing that was asked about; none where it is about what sentences say beside.
    pub thing: Option<String>,
    /// What the old protocol comes to.
    pub old: String,
    /// What the new one comes to.
    pub new: String,
}

/// Something that is not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Undecided {
    /// The old sentences that it is about.
    pub old: Vec<RuleRef>,
    /// The new ones.
    pub new: Vec<RuleRef>,
    /// Why it is not decided, in words.
    pub why: String,
}

/// What is the same in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unchanged {
    /// How many of the old sentences come to the same.
    pub sentences: usize,
    /// The things that these name.
    pub things: Vec<String>,
    /// Whether that is all there is.
    pub all: bool,
}

impl Change {
    /// Whether it is about what both protocols answer about things, and not about what sentences say beside.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.about == ANSWERED
    }
}

/// What a change is about that is about answers.
pub(super) const ANSWERED: &str = "what is answered";

impl Diff {
    /// Whether anything is looser, or is not decided and may be.
    #[must_use]
    pub fn may_be_looser(&self) -> bool {
        !self.undecided.is_empty() || self.changes.iter().any(|one| one.turn == Turn::Looser)
    }
}

impl OldOrNew {
    pub(super) fn of(protocol: &Protocol) -> Self {
        Self {
            file: protocol.file.clone(),
            title: protocol.title.clone(),
            version: protocol.version.clone(),
            fingerprint: protocol.fingerprint.clone(),
        }
    }
}

impl Days {
    pub(super) fn of((first, last): (Option<i64>, Option<i64>)) -> Self {
        Self { first, last }
    }
}
