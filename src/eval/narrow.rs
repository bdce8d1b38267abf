//! Where, while what and with what a sentence holds: a restriction on the lips, while asleep or using a
//! towel does not hold back what is done elsewhere, at other times or with something else. It stands beside
//! it, and both say where they hold.

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
    during && place && uses_the_same(vocabulary, restriction, other)
}

/// Whether what is done with the one's things is done with the other's.
fn uses_the_same(vocabulary: &Vocabulary, restriction: &Details, other: &Details) -> bool {
    match (&restriction.using, &other.using) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => narrow.things.iter().all(|used| {
            let mut wide = wide.things.iter();
            wide.any(|class| {
                vocabulary.is_under(used.thing, class.thing)
                    && class
                        .attributes
                        .iter()
                        .all(|test| used.attributes.contains(test))
            })
        }),
    }
}

/// Whether a sentence holds at a place, in a situation or of what is done with something alone, and
/// says nothing about others. The treated area is where aftercare is.
#[must_use]
pub fn is_narrow(vocabulary: &Vocabulary, details: &Details) -> bool {
    let elsewhere = details.spot;
    details.during.is_some()
        || details.using.is_some()
        || elsewhere.is_some_and(|spot| !is_where_treated(vocabulary, spot.place))
}

/// `on lips`, `around brows while asleep`; none of a sentence that names nothing of the kind.
#[must_use]
pub fn words(details: &Details) -> Option<String> {
    let during = details.while_.as_ref().map(|name| format!("while {name}"));
    let using = details.using.as_ref();
    let using = using.map(|using| format!("using {}", using.text));
    let words: Vec<String> = [details.place.clone(), using, during]
        .into_iter()
        .flatten()
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether a place is the treated area, or what it is part of.
fn is_where_treated(vocabulary: &Vocabulary, place: ThingId) -> bool {
    match vocabulary.find("treated area") {
        Some(Named::Thing(treated)) => vocabulary.is_under(treated, place),
        _ => false,
    }
}
