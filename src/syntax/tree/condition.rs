//! What must be so for a sentence to hold.

use serde::{Deserialize, Serialize};

use super::{Duration, Name};
use crate::number::Number;
use crate::span::Spanned;

/// `age under 18 and not pregnant`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// One question.
    Atom(Atom),
    /// `not (pregnant or breastfeeding)`
    Not(Box<Spanned<Condition>>),
    /// `A and B and C`
    All(Vec<Spanned<Condition>>),
    /// `A or B or C`
    Any(Vec<Spanned<Condition>>),
}

/// One question, before its names are known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Atom {
    /// `pregnant`, `healed`, `fever`, `fever severe`, `fever above 38 C`: what it is depends on the
    /// name. A bare qualifier (`if severe`) has no name and speaks of the sentence's own symptoms.
    Named {
        /// The fact, event or symptom.
        name: Option<Name>,
        /// What must be so of the symptom.
        qualifier: Option<Spanned<Qualifier>>,
    },
    /// `age >= 18`, `age under 18`, `sex = female`, `pregnant = yes`
    Compare {
        /// The fact.
        name: Name,
        /// How.
        comparison: Spanned<Comparison>,
        /// With what.
        value: Spanned<Value>,
    },
    /// `skin type in IV..VI`, `needle depth in 0.5..1.5 mm`
    In {
        /// The fact.
        name: Name,
        /// The range.
        range: ValueRange,
    },
    /// `concerns includes any of acne scars, wrinkles`
    Includes {
        /// The fact.
        name: Name,
        /// How many of them.
        mode: Mode,
        /// The values.
        values: Vec<Name>,
    },
    /// `taking isotretinoin`
    Taking(Name),
    /// `took isotretinoin within 6 months`
    Took {
        /// The medicine.
        name: Name,
        /// How long ago at most.
        within: Spanned<Duration>,
    },
    /// `had dermal filler within 2 weeks`
    Had {
        /// The procedure or event.
        name: Name,
        /// How long ago at most.
        within: Spanned<Duration>,
    },
    /// `prescribed aspirin`
    Prescribed(Name),
    /// `session is 1`
    SessionIs(Spanned<u32>),
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`, `under`
    Less,
    /// `<=`, `at most`
    AtMost,
    /// `>`, `over`
    Greater,
    /// `>=`, `at least`
    AtLeast,
}

/// What a fact is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// `18`, `0.5 mm`, `18 years`
    Number {
        /// The number.
        number: Number,
        /// Its unit, where one is written.
        unit: Option<Name>,
    },
    /// `female`, `yes`, `IV`
    Name(Name),
}

/// `IV..VI`, `0.5..1.5 mm`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ValueRange {
    /// The lower end, itself included.
    pub low: Spanned<Value>,
    /// The upper end, itself included.
    pub high: Spanned<Value>,
}

/// How many of the values a fact must include.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// `includes face`
    One,
    /// `includes any of face, neck`
    AnyOf,
    /// `includes all of face, neck`
    AllOf,
}

/// What must be so of a symptom.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// `severe`
    Severe,
    /// `spreading`
    Spreading,
    /// `worsening`
    Worsening,
    /// `lasting 20 minutes`
    Lasting(Duration),
    /// `above 38 C`, `at least 38 C`
    Above {
        /// The number.
        number: Number,
        /// Its unit.
        unit: Name,
        /// Whether the number itself is enough: `at least 38 C`.
        or_equal: bool,
    },
    /// `despite pressure`
    Despite(Name),
}
