//! The units, in one table with their other spellings.

use crate::syntax::tree::{Kind, TimeUnit};

/// A unit that is not of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A unit of time, as a fact's or a quantity's.
    Time(TimeUnit),
    /// Any other, as an index into [`UNITS`].
    Other(u8),
}

/// The word in the place of a unit where it is counted how often something is done.
pub(crate) const TIMES: &str = "times";

/// One unit that is not of time.
#[derive(Debug, Clone, Copy)]
pub struct UnitRow {
    /// The name that is printed.
    pub name: &'static str,
    /// Its plural.
    pub plural: &'static str,
    /// Other spellings, in lower case.
    pub aliases: &'static [&'static str],
    /// What a cap in this unit can hold.
    pub counts: Counts,
}

/// Of what a number in a unit can be an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// Of whatever there is an amount of.
    Anything,
    /// Of what comes out of a tube: `2 cm` of a cream.
    Length,
    /// Of nothing: `38 C`, `2 percent`, `spf 30`.
    Nothing,
}

/// The units of time, each with all its spellings; the first is printed for one, the second for more.
pub const TIME_UNITS: &[(TimeUnit, &[&str])] = &[
    (TimeUnit::Minute, &["minute", "minutes", "min", "mins"]),
    (TimeUnit::Hour, &["hour", "hours", "hr", "hrs", "h"]),
    (TimeUnit::Day, &["day", "days"]),
    (TimeUnit::Week, &["week", "weeks", "wk", "wks"]),
    (TimeUnit::Month, &["month", "months"]),
    (TimeUnit::Year, &["year", "years", "yr", "yrs"]),
];

/// The units that are not of time.
pub const UNITS: &[UnitRow] = &[
    UnitRow {
        name: "mm",
        plural: "mm",
        aliases: &["millimetre", "millimetres", "millimeter", "millimeters"],
        counts: Counts::Length,
    },
    UnitRow {
        name: "cm",
        plural: "cm",
        aliases: &["centimetre", "centimetres", "centimeter", "centimeters"],
        counts: Counts::Length,
    },
    UnitRow {
        name: "ml",
        plural: "ml",
        aliases: &["millilitre", "millilitres", "milliliter", "milliliters"],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "litre",
        plural: "litres",
        aliases: &["l", "liter", "liters"],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "cup",
        plural: "cups",
        aliases: &[],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "glass",
        plural: "glasses",
        aliases: &[],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "g",
        plural: "g",
        aliases: &["gram", "grams", "gramme", "grammes"],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "mg",
        plural: "mg",
        aliases: &["milligram", "milligrams"],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "mcg",
        plural: "mcg",
        aliases: &["microgram", "micrograms", "ug", "\u{b5}g"],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "drink",
        plural: "drinks",
        aliases: &[],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "tablet",
        plural: "tablets",
        aliases: &["pill", "pills"],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "drop",
        plural: "drops",
        aliases: &[],
        counts: Counts::Anything,
    },
    UnitRow {
        name: "percent",
        plural: "percent",
        aliases: &["%", "per cent"],
        counts: Counts::Nothing,
    },
    UnitRow {
        name: "C",
        plural: "C",
        aliases: &["\u{b0}c", "celsius"],
        counts: Counts::Nothing,
    },
    UnitRow {
        name: "F",
        plural: "F",
        aliases: &["\u{b0}f", "fahrenheit"],
        counts: Counts::Nothing,
    },
    UnitRow {
        name: "spf",
        plural: "spf",
        aliases: &[],
        counts: Counts::Nothing,
    },
];

impl TimeUnit {
    /// The unit with this spelling, whatever its case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let found = |word: &str| {
            TIME_UNITS
                .iter()
                .find(|(_, spellings)| spellings.contains(&word))
                .map(|(unit, _)| *unit)
        };
        found(word).or_else(|| found(&word.to_lowercase()))
    }

    /// Its name in the singular.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// Whether it is counted by the clock (minutes, hours) rather than the calendar.
    #[must_use]
    pub fn is_elapsed(self) -> bool {
        matches!(self, Self::Minute | Self::Hour)
    }

    /// Whether its length depends on the calendar (months, years).
    #[must_use]
    pub fn is_monthly(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }
}

impl Unit {
    /// The unit with this spelling, whatever its case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        if let Some(unit) = TimeUnit::from_word(word) {
            return Some(Self::Time(unit));
        }
        let words: Vec<&str> = word.split_whitespace().collect();
        let word = words.join(" ").to_lowercase();
        let index = UNITS.iter().position(|row| {
            row.name.eq_ignore_ascii_case(&word)
                || row.plural.eq_ignore_ascii_case(&word)
                || row.aliases.contains(&word.as_str())
        })?;
        u8::try_from(index).ok().map(Self::Other)
    }

    /// Whether a number in this unit can be an amount of a thing of this kind.
    #[must_use]
    pub fn counts(self, kind: Kind) -> bool {
        let row = match self {
            Self::Time(_) => None,
            Self::Other(index) => UNITS.get(usize::from(index)),
        };
        match row.map_or(Counts::Anything, |row| row.counts) {
            Counts::Anything => true,
            Counts::Length => matches!(kind, Kind::Substance | Kind::Product),
            Counts::Nothing => false,
        }
    }

    /// The name that is printed beside a number.
    #[must_use]
    pub fn name(self, plural: bool) -> &'static str {
        match self {
            Self::Time(unit) => TIME_UNITS
                .iter()
                .find(|(other, _)| *other == unit)
                .and_then(|(_, spellings)| spellings.get(usize::from(plural)))
                .copied()
                .unwrap_or_default(),
            Self::Other(index) => UNITS
                .get(usize::from(index))
                .map_or("", |row| if plural { row.plural } else { row.name }),
        }
    }
}
