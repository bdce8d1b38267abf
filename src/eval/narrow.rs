//! Where and while what a sentence holds: a restriction on the lips, or while asleep, does not hold back
//! what is done elsewhere or at other times. It stands beside it, and both say where they hold.

use crate::check::Details;
use crate::vocabulary::{Named, ThingId, Vocabulary};

/// Whether a restriction holds wherever and while whatever another sentence does.
///
/// A sentence that names no place is about the treated area, so that a restriction there meets it;
/// `around` a place is also on it, and not the other way round.
#[must_use]
pub fn reaches(vocabulary: &Vocabulary, restriction: &Details, other: &Details) -> bool {
    let during = match (restriction.during, other.during) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => vocabulary.is_under(narrow, wide),
    };
    let place = match (restriction.spot, other.spot) {
        (None, _) => true,
        (Some(spot), None) => is_where_treated(vocabulary, spot.place),
        (Some(spot), Some(there)) => {
            let within = vocabulary.is_under(there.place, spot.place)
                || is_where_treated(vocabulary, spot.place)
                    && is_where_treated(vocabulary, there.place);
            within && (spot.around || !there.around)
        }
    };
    during && place
}

/// Whether a sentence holds at a place or in a situation alone, and what it says about others is
/// nothing. The treated area is where aftercare is.
#[must_use]
pub fn is_narrow(vocabulary: &Vocabulary, details: &Details) -> bool {
    let elsewhere = details.spot;
    details.during.is_some()
        || elsewhere.is_some_and(|spot| !is_where_treated(vocabulary, spot.place))
}

/// `on lips`, `around brows while asleep`; none of a sentence that names neither.
#[must_use]
pub fn words(details: &Details) -> Option<String> {
    let during = details.while_.as_ref().map(|name| format!("while {name}"));
    match (details.place.clone(), during) {
        (Some(place), Some(during)) => Some(format!("{place} {during}")),
        (one, other) => one.or(other),
    }
}

/// Whether a place is the treated area, or what it is part of.
fn is_where_treated(vocabulary: &Vocabulary, place: ThingId) -> bool {
    match vocabulary.find("treated area") {
        Some(Named::Thing(treated)) => vocabulary.is_under(treated, place),
        _ => false,
    }
}
