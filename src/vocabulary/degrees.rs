//! The temperatures that a body can have.

use super::Unit;
use crate::number::Number;

/// The units of temperature, by their names in the table of units, and the bounds, in thousandths of a
/// degree, within which a living body's temperature lies: 30 to 45 C, 86 to 113 F.
const BODY: &[(&str, i64, i64)] = &[("C", 30_000, 45_000), ("F", 86_000, 113_000)];

/// Whether a body can have this temperature; none where the unit is none of temperature.
pub fn is_of_a_body(number: Number, unit: &str) -> Option<bool> {
    let (_, least, most) = BODY.iter().find(|(name, _, _)| *name == unit)?;
    Some((*least..=*most).contains(&number.as_thousandths()))
}

/// The unit in which a body can have this temperature; the two do not overlap.
pub fn degrees_of(number: Number) -> Option<&'static str> {
    let fits =
        |(_, least, most): &&(&str, i64, i64)| (*least..=*most).contains(&number.as_thousandths());
    BODY.iter().find(fits).map(|(name, _, _)| *name)
}

/// Whether a unit, however it is written, is one of temperature.
pub fn is_of_degrees(written: &str) -> bool {
    let named = |unit: Unit| BODY.iter().any(|(name, ..)| *name == unit.name(false));
    Unit::from_word(written).is_some_and(named)
}

#[cfg(test)]
mod tests {
    use super::{degrees_of, is_of_a_body};
    use crate::number::Number;

    #[test]
    fn a_fever_has_one_unit() {
        for (number, unit) in [(38, Some("C")), (101, Some("F")), (60, None), (3, None)] {
            assert_eq!(degrees_of(Number::whole(number)), unit, "{number}");
        }
    }

    #[test]
    fn the_bounds_are_a_living_bodys() {
        for (number, unit, can) in [
            (30, "C", Some(true)),
            (45, "C", Some(true)),
            (46, "C", Some(false)),
            (29, "C", Some(false)),
            (85, "F", Some(false)),
            (86, "F", Some(true)),
            (113, "F", Some(true)),
            (114, "F", Some(false)),
            (38, "mm", None),
        ] {
            assert_eq!(
                is_of_a_body(Number::whole(number), unit),
                can,
                "{number} {unit}"
            );
        }
    }
}
