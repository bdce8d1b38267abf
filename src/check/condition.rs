//! Conditions whose every name is known.

use super::protocol::Qualifier;
use crate::number::Number;
use crate::syntax::tree::{Comparison, Duration};
use crate::vocabulary::{FactId, ThingId};

/// What must be so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// One question.
    Atom(Atom),
    /// Not.
    Not(Box<Condition>),
    /// All of these; none of them is true.
    All(Vec<Condition>),
    /// Any of these; none of them is false.
    Any(Vec<Condition>),
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Atom {
    /// `pregnant`
    Yes(FactId),
    /// `pregnant = no`: unlike `not pregnant`, false where the fact does not apply.
    No(FactId),
    /// `age under 18`
    Number {
        /// The fact.
        fact: FactId,
        /// How.
        comparison: Comparison,
        /// With what, in the fact's unit.
        number: Number,
    },
    /// `skin type in IV..VI`, `sex = female`: the value is one of these, by index.
    OneOf {
        /// The fact.
        fact: FactId,
        /// The indexes, ascending.
        values: Vec<usize>,
    },
    /// `concerns includes acne scars`: the fact includes this value, by index.
    Includes {
        /// The fact.
        fact: FactId,
        /// The index.
        value: usize,
    },
    /// `medications includes aspirin`, `taking aspirin`: something under the thing is taken now.
    Taking(ThingId),
    /// `took isotretinoin within 6 months`
    Took {
        /// The medicine or class.
        thing: ThingId,
        /// How long ago at most.
        within: Duration,
    },
    /// `had dermal filler within 2 weeks`
    Had {
        /// The procedure or event.
        thing: ThingId,
        /// How long ago at most.
        within: Duration,
    },
    /// `prescribed aspirin`
    Prescribed(ThingId),
    /// A fact over a class other than medicines includes something under the thing.
    IncludesThing {
        /// The fact.
        fact: FactId,
        /// The thing or class.
        thing: ThingId,
    },
    /// `fever above 38 C`
    Symptom {
        /// The symptom or class.
        symptom: ThingId,
        /// How bad it must be.
        qualifier: Option<Qualifier>,
    },
    /// `healed`
    Event(ThingId),
    /// `session is 1`
    Session(u32),
}

impl Condition {
    /// Always true.
    #[must_use]
    pub fn truth() -> Self {
        Self::All(Vec::new())
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_truth(&self) -> bool {
        matches!(self, Self::All(all) if all.is_empty())
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one.is_truth() => other,
            (one, other) if other.is_truth() => one,
            (Self::All(mut all), Self::All(more)) => {
                all.extend(more);
                Self::All(all)
            }
            (Self::All(mut all), other) => {
                all.push(other);
                Self::All(all)
            }
            (one, Self::All(mut all)) => {
                all.insert(0, one);
                Self::All(all)
            }
            (one, other) => Self::All(vec![one, other]),
        }
    }

    /// Not this.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// Calls `visit` with every atom.
    pub fn atoms<'a>(&'a self, visit: &mut impl FnMut(&'a Atom)) {
        match self {
            Self::Atom(atom) => visit(atom),
            Self::Not(inner) => inner.atoms(visit),
            Self::All(all) | Self::Any(all) => {
                for one in all {
                    one.atoms(visit);
                }
            }
        }
    }
}
