//! Parts of the body that have no skin in common: what is off on the brows says nothing of the neck.

use super::{ThingId, Vocabulary};

/// Parts of the body, and of each those that people may take for a part of it although neither lies under the other.
/// What is not here, and lies under nothing here, may be anywhere: a wound, a stitch line.
const PARTS: &[(&str, &[&str])] = &[
    ("head", &[]),
    ("face", &[]),
    ("forehead", &["brows", "temples", "scalp"]),
    ("brows", &["eye area"]),
    ("temples", &["eye area", "cheeks", "scalp"]),
    ("eye area", &[]),
    ("eyes", &[]),
    ("eyelids", &["eyes"]),
    ("under-eye area", &["cheeks", "eyes", "eyelids"]),
    ("nose", &[]),
    ("cheeks", &["mouth area", "jawline"]),
    ("mouth area", &["chin"]),
    ("mouth", &["lips", "upper lip"]),
    ("lips", &["upper lip"]),
    ("upper lip", &[]),
    ("chin", &["jawline"]),
    ("jawline", &[]),
    ("scalp", &["behind ears"]),
    ("behind ears", &["ears"]),
    ("ears", &[]),
    ("neck", &["shoulders", "chest"]),
    ("shoulders", &["arms", "back", "chest"]),
    ("underarms", &["arms", "shoulders", "chest"]),
    ("arms", &["wrists"]),
    ("wrists", &["hands"]),
    ("hands", &[]),
    ("trunk", &[]),
    ("chest", &["abdomen"]),
    ("back", &[]),
    ("abdomen", &["navel", "bikini line"]),
    ("navel", &[]),
    ("bikini line", &["legs"]),
    ("legs", &["ankles"]),
    ("ankles", &["feet"]),
    ("feet", &[]),
];

/// Whether two places surely have nothing in common: both are known parts of the body, neither is part of the other, and
/// nobody takes them for one another.
#[must_use]
pub fn are_apart(vocabulary: &Vocabulary, one: ThingId, other: ThingId) -> bool {
    let (ones, others) = (parts_of(vocabulary, one), parts_of(vocabulary, other));
    let meet = |one: &ThingId, other: &ThingId| {
        vocabulary.is_under(*one, *other)
            || vocabulary.is_under(*other, *one)
            || are_beside(vocabulary, *one, *other)
    };
    let mut pairs = ones
        .iter()
        .flat_map(|one| others.iter().map(move |other| (one, other)));
    !ones.is_empty() && !others.is_empty() && !pairs.any(|(one, other)| meet(one, other))
}

/// The known parts of the body that a place is or holds, or else the nearest that hold it; none where nobody knows.
fn parts_of(vocabulary: &Vocabulary, place: ThingId) -> Vec<ThingId> {
    let parts = PARTS.iter();
    let parts = parts.filter_map(|(part, _)| vocabulary.find_thing(part));
    let parts: Vec<ThingId> = parts.collect();
    let is_part = |one: &ThingId| parts.contains(one);
    let within: Vec<ThingId> = vocabulary
        .above(place)
        .into_iter()
        .filter(is_part)
        .collect();
    if is_part(&place) {
        let below = vocabulary.below(place).into_iter();
        return below.filter(is_part).collect();
    }
    let is_nearest = |one: &&ThingId| {
        let mut others = within.iter().filter(|other| other != one);
        !others.any(|other| vocabulary.is_under(*other, **one))
    };
    within.iter().filter(is_nearest).copied().collect()
}

fn are_beside(vocabulary: &Vocabulary, one: ThingId, other: ThingId) -> bool {
    let is = |place: ThingId, name: &str| vocabulary.find_thing(name) == Some(place);
    PARTS.iter().any(|(part, beside)| {
        let mut beside = beside.iter();
        beside.any(|name| is(one, part) && is(other, name) || is(other, part) && is(one, name))
    })
}
