//! Where, while what and with what a sentence holds: a restriction on the lips, while asleep or using a
//! towel does not hold back what is done elsewhere, at other times or with something else. It stands beside
//! it, and both say where they hold. What is left out by `except while` is such another time.

use super::line::Line;
use crate::check::{Details, Spot};
use crate::plan::Verb;
use crate::vocabulary::{self, Named, ThingId, Vocabulary, in_manner};

/// At which of the places of another sentence, in their order, a restriction holds while whatever that
/// sentence does. One that names no place has one: it is about the treated area, so that a restriction
/// there meets it; `around` a place is also on it, and not the other way round.
#[must_use]
pub fn reached(vocabulary: &Vocabulary, restriction: &Details, other: &Details) -> Vec<bool> {
    let during = match (restriction.during, other.during) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(wide), Some(narrow)) => vocabulary.is_under(narrow, wide),
    };
    let otherwise = during
        && !leaves_out(vocabulary, restriction, other)
        && uses_the_same(vocabulary, restriction, other);
    let at = |there: Option<&Spot>| otherwise && is_at(vocabulary, restriction.spots(), there);
    match other.spots() {
        [] => vec![at(None)],
        spots => spots.iter().map(|there| at(Some(there))).collect(),
    }
}

/// Whether another sentence holds in a situation alone that this one leaves out, so that the two never meet.
#[must_use]
pub fn leaves_out(vocabulary: &Vocabulary, sentence: &Details, other: &Details) -> bool {
    other.during.is_some_and(|narrow| {
        let mut left_out = sentence.outside.iter();
        left_out.any(|wide| vocabulary.is_under(narrow, *wide))
    })
}

/// Whether a sentence holds in each situation in which another does: what it leaves out the other leaves out, too.
#[must_use]
pub fn leaves_out_no_more(vocabulary: &Vocabulary, sentence: &Details, other: &Details) -> bool {
    sentence.outside.iter().all(|out| {
        let mut others = other.outside.iter();
        others.any(|others| vocabulary.is_under(*out, *others))
    })
}

/// Whether a restriction at some places holds at another.
fn is_at(vocabulary: &Vocabulary, spots: &[Spot], there: Option<&Spot>) -> bool {
    spots.is_empty()
        || spots.iter().any(|spot| match there {
            None => is_where_treated(vocabulary, spot.place),
            Some(there) => {
                let within = vocabulary.is_under(there.place, spot.place)
                    || is_where_treated(vocabulary, spot.place)
                        && is_where_treated(vocabulary, there.place);
                within && (spot.around || !there.around)
            }
        })
}

/// Whether two sentences name places that surely have nothing in common: what is off at the one says nothing of the other.
/// What lies around a place lies in what that is part of.
#[must_use]
pub fn are_apart(vocabulary: &Vocabulary, one: &Details, other: &Details) -> bool {
    let reach = |spot: &Spot| match spot.around {
        true => vocabulary.thing(spot.place).parents.to_vec(),
        false => vec![spot.place],
    };
    let apart = |spot: &Spot, there: &Spot| {
        let (spots, others) = (reach(spot), reach(there));
        let mut pairs = spots
            .iter()
            .flat_map(|one| others.iter().map(move |other| (*one, *other)));
        let all = pairs.all(|(one, other)| vocabulary::are_apart(vocabulary, one, other));
        all && !spots.is_empty() && !others.is_empty()
    };
    let (spots, others) = (one.spots(), other.spots());
    let mut pairs = spots
        .iter()
        .flat_map(|spot| others.iter().map(move |there| (spot, there)));
    !spots.is_empty() && !others.is_empty() && pairs.all(|(spot, there)| apart(spot, there))
}

/// Whether restrictions together hold wherever and while whatever another sentence does.
pub fn reach<'d>(
    vocabulary: &Vocabulary,
    restrictions: impl Iterator<Item = &'d Details>,
    other: &Details,
) -> bool {
    let mut left = vec![true; other.spots().len().max(1)];
    for restriction in restrictions {
        let reached = reached(vocabulary, restriction, other);
        for (left, reached) in left.iter_mut().zip(reached) {
            *left &= !reached;
        }
    }
    !left.contains(&true)
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
    let spots = details.spots();
    let mut at_treated = spots
        .iter()
        .filter(|spot| is_where_treated(vocabulary, spot.place));
    details.during.is_some()
        || !details.outside.is_empty()
        || details.using.is_some()
        || !spots.is_empty() && at_treated.next().is_none()
}

/// `on lips`, `around brows while asleep`, `while not washing`; none of a sentence that names nothing of the kind.
#[must_use]
pub fn words(details: &Details) -> Option<String> {
    let during = details.while_.as_ref().map(|name| format!("while {name}"));
    let outside = details.except_while.as_ref();
    let outside = outside.map(|name| format!("while not {name}"));
    let using = details.using.as_ref();
    let using = using.map(|using| format!("using {}", using.text));
    let words: Vec<String> = [details.place(), using, during, outside]
        .into_iter()
        .flatten()
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Where, with what and while what a line holds, and how much it permits; none where it says nothing of the kind.
#[must_use]
pub fn of_line(line: &Line<'_>) -> Option<String> {
    let parts = [words(&line.said.rule.details), how_much(line)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// How much a permission permits, how often and in which manner: more than that, nobody has allowed.
#[must_use]
pub fn how_much(line: &Line<'_>) -> Option<String> {
    let details = &line.said.rule.details;
    let counts = details.quantity.is_some() || details.dose.is_some();
    if line.verb != Verb::Allow {
        return None;
    }
    let amount = [details.quantity.clone(), details.frequency.clone()];
    let amount = amount.into_iter().flatten().filter(|_| counts);
    let manner = [details.manner.clone(), details.by.as_deref().map(in_manner)];
    let parts: Vec<String> = amount.chain(manner.into_iter().flatten()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether a place is the treated area, or what it is part of.
#[must_use]
pub fn is_where_treated(vocabulary: &Vocabulary, place: ThingId) -> bool {
    match vocabulary.find("treated area") {
        Some(Named::Thing(treated)) => vocabulary.is_under(treated, place),
        _ => false,
    }
}

/// Whether a place is one with which, rather than on which, things are done: the hands.
#[must_use]
pub fn is_apart(vocabulary: &Vocabulary, place: ThingId) -> bool {
    match vocabulary.find("hands") {
        Some(Named::Thing(hands)) => vocabulary.is_under(place, hands),
        _ => false,
    }
}
