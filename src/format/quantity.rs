//! How much.

use super::frequency::{fold, per};
use super::time::duration;
use super::wrap::{Chunk, Takes};
use crate::number::Number;
use crate::syntax::tree::{Bound, Cap, Name, Quantity, QuantityKind, TimeUnit};
use crate::vocabulary::{TIMES, Unit};

/// `10..15 minutes`, `10 minutes on, 10 minutes off`, `at most 8 per day`
pub(super) fn quantity(quantity: &Quantity) -> Chunk {
    Chunk {
        takes: takes(&quantity.kind),
        ..words(&quantity.kind).into()
    }
}

/// What behind an amount would say in how long, or until when, it is meant.
fn takes(kind: &QuantityKind) -> Takes {
    let QuantityKind::Amount {
        bound, high, unit, ..
    } = kind
    else {
        return Takes::Nothing;
    };
    let is_most = *bound == Some(Bound::AtMost) && high.is_none();
    match (is_most, TimeUnit::from_word(&unit.text)) {
        (true, Some(_)) => Takes::RateOrBedtime,
        (true, None) => Takes::Rate,
        (false, Some(_)) => Takes::Bedtime,
        (false, None) => Takes::Nothing,
    }
}

fn words(kind: &QuantityKind) -> String {
    match kind {
        QuantityKind::Amount {
            bound,
            low,
            high,
            unit,
        } => {
            let bound = bound.map_or_else(String::new, |bound| format!("{} ", bound.word()));
            match high {
                None => format!("{bound}{}", amount(*low, unit)),
                Some(high) => format!("{bound}{low}..{}", amount(*high, unit)),
            }
        }
        QuantityKind::OnOff { on, off } => {
            format!("{} on, {} off", duration(*on), duration(*off))
        }
        QuantityKind::AtMost {
            number,
            unit,
            per: length,
        } => {
            let most = match unit {
                Some(unit) => amount(*number, unit),
                None => number.to_string(),
            };
            format!("at most {most} {}", per(*length))
        }
    }
}

/// `1 drink per day`, `5 minutes at a time`, `3 per year`, `twice per week`
pub(super) fn cap(cap: &Cap) -> String {
    let most = match (&cap.unit, cap.number.as_whole()) {
        (Some(unit), Some(count)) if unit.text == TIMES => fold(count),
        (Some(unit), _) => amount(cap.number, unit),
        (None, _) => cap.number.to_string(),
    };
    match cap.per {
        Some(length) => format!("{most} {}", per(length)),
        None => format!("{most} at a time"),
    }
}

/// `2 litres`
pub(super) fn amount(number: Number, unit: &Name) -> String {
    format!("{number} {}", unit_of(unit, number != Number::whole(1)))
}

/// A unit's canonical spelling: `hours` for `hrs`.
pub(super) fn unit_of(unit: &Name, plural: bool) -> String {
    match Unit::from_word(&unit.text) {
        Some(unit) => unit.name(plural).to_owned(),
        None => super::name::name(unit),
    }
}
