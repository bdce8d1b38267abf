//! What a variant took, added, replaced and dropped, as plain data.

use serde::Serialize;

use crate::plan::{Loosening, LooseningKind, RuleRef};

/// The protocols that a variant stands on and the variant itself, those that others extend first. It is empty for
/// a protocol that extends none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Lineage {
    /// They; the variant is the last.
    pub layers: Vec<Layer>,
}

/// One protocol of a lineage, and what it does to those that it extends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Layer {
    /// Its file.
    pub file: String,
    /// `protocol "..."`
    pub title: Option<String>,
    /// The files that it extends, in the order of its lines.
    pub extends: Vec<String>,
    /// The sentences that it replaces and drops, in the order of its lines.
    pub changes: Vec<Change>,
    /// The sentences that stand as they did, and that demand less beside one that the file adds.
    pub taken: Vec<Taken>,
    /// The sentences that it adds, or of the first protocol has, in the order of its lines.
    pub added: Vec<RuleRef>,
}

/// A sentence that is replaced or dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The line that says so, with the label that names the sentence.
    pub by: RuleRef,
    /// What it was in the protocols that the file extends.
    pub was: RuleRef,
    /// The sentence that stands there now; none where it is dropped.
    pub now: Option<String>,
    /// Why.
    pub because: Option<String>,
    /// For whom and when less holds than before; none where less never does.
    pub loosened: Option<Loosened>,
}

/// A sentence that stands as it did and demands less: a restriction that is added holds it back, or something
/// permits now what it advises against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The sentence.
    pub from: RuleRef,
    /// What takes from it; none where it is several together.
    pub by: Option<RuleRef>,
    /// Why.
    pub because: Option<String>,
    /// For whom.
    pub loosened: Loosened,
}

/// That for some patient and day less is restricted, refused, warned of, reported or required than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loosened {
    /// Such a patient, in words.
    pub patient: String,
    /// Such a day, counted from the treatment on day 0.
    pub day: i64,
    /// Whether that was decided. What is not, past the published limits or in words that nothing can compare,
    /// counts as loosened.
    pub decided: bool,
}

impl Lineage {
    /// Whether the protocol extends no other one.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.layers.is_empty()
    }

    /// Everything that is loosened along the lineage, those that others extend first.
    #[must_use]
    pub fn loosened(&self) -> Vec<Loosening> {
        let each = |layer: &Layer| {
            let changes = layer.changes.iter().filter_map(Change::loosening);
            let taken = layer.taken.iter().map(Taken::loosening);
            changes.chain(taken).collect::<Vec<Loosening>>()
        };
        self.layers.iter().flat_map(each).collect()
    }
}

impl Change {
    /// What it loosens, if it does.
    #[must_use]
    pub fn loosening(&self) -> Option<Loosening> {
        let kind = if self.now.is_some() {
            LooseningKind::Replaced
        } else {
            LooseningKind::Dropped
        };
        let loosened = self.loosened.as_ref()?;
        Some(Loosening {
            kind,
            was: self.was.clone(),
            by: Some(self.by.clone()),
            now: self.now.clone(),
            because: self.because.clone(),
            patient: loosened.patient.clone(),
            day: loosened.day,
            decided: loosened.decided,
        })
    }
}

impl Taken {
    /// The same as what a plan says of it.
    #[must_use]
    pub fn loosening(&self) -> Loosening {
        Loosening {
            kind: LooseningKind::Taken,
            was: self.from.clone(),
            by: self.by.clone(),
            now: Some(self.from.sentence.clone()),
            because: self.because.clone(),
            patient: self.loosened.patient.clone(),
            day: self.loosened.day,
            decided: self.loosened.decided,
        }
    }
}
