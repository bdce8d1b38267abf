//! What a number of a patient is: its unit, where it has one, and between which ends it lies.

use super::Unit;
use crate::number::Number;

/// `mm`, `number`, `number 0..10`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// What it is measured in; none of a plain number.
    pub unit: Option<Unit>,
    /// The least and the most that it can be, both of them included.
    pub within: Option<(Number, Number)>,
}

impl Measure {
    /// A number in this unit, of any size.
    #[must_use]
    pub fn of(unit: Unit) -> Self {
        Self {
            unit: Some(unit),
            within: None,
        }
    }

    /// `3 mm`, `3`
    #[must_use]
    pub fn amount(self, number: Number) -> String {
        self.with_unit(&number.to_string(), number != Number::whole(1))
    }

    /// A number, or words in the place of one, before the unit: `... mm`.
    #[must_use]
    pub fn with_unit(self, number: &str, plural: bool) -> String {
        match self.unit {
            Some(unit) => format!("{number} {}", unit.name(plural)),
            None => number.to_owned(),
        }
    }

    /// What can be answered: `a number of years`, `a number from 0 to 10`.
    #[must_use]
    pub fn answers(self) -> String {
        let of = self.unit.map(|unit| format!(" of {}", unit.name(true)));
        format!("a number{}{}", of.unwrap_or_default(), self.ends())
    }

    /// ` from 0 to 10`, of a number that has ends.
    #[must_use]
    pub fn ends(self) -> String {
        match self.within {
            Some((least, most)) => format!(" from {least} to {most}"),
            None => String::new(),
        }
    }

    /// The least that it can be: no number of a patient is negative.
    #[must_use]
    pub fn least(self) -> Number {
        self.within.map_or(Number::whole(0), |(least, _)| least)
    }

    /// The most that it can be, where that is said.
    #[must_use]
    pub fn most(self) -> Option<Number> {
        self.within.map(|(_, most)| most)
    }

    /// Whether it can be this number.
    #[must_use]
    pub fn can_be(self, number: Number) -> bool {
        number >= self.least() && self.most().is_none_or(|most| number <= most)
    }

    /// What either of two can be; none where their units differ.
    #[must_use]
    pub fn or(self, other: Self) -> Option<Self> {
        let hull = |(one, other): ((Number, Number), (Number, Number))| {
            (one.0.min(other.0), one.1.max(other.1))
        };
        (self.unit == other.unit).then(|| Self {
            unit: self.unit,
            within: self.within.zip(other.within).map(hull),
        })
    }
}
