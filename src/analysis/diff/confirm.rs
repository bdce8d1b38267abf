//! Each example asked again: a patient and a day are told only where the plans of both protocols say so.

use super::model::DiffExample;
use crate::eval::every::{Asking, Difference, Differing, Outcome, Shown};

/// The first example of a difference that both plans confirm.
pub(super) fn example(
    asking: &Asking<'_>,
    differing: &Differing,
    one: &Difference,
) -> Outcome<DiffExample> {
    for shown in &one.shown {
        match asked(asking, differing, one, shown) {
            Outcome::Denied => {}
            known => return known,
        }
    }
    Outcome::Denied
}

fn asked(
    asking: &Asking<'_>,
    differing: &Differing,
    one: &Difference,
    shown: &Shown,
) -> Outcome<DiffExample> {
    let patient = |is_old| differing.patient(is_old, &shown.patient);
    let question = |is_old| differing.question(is_old, one, shown.thing.as_ref());
    let (was, is) = (patient(true), patient(false));
    let sides = ((&was, question(true)), (&is, question(false)));
    let (old, new) = match asking.turned(sides, shown.on, one.turn) {
        Outcome::Confirmed(said) => said,
        Outcome::Denied => return Outcome::Denied,
        Outcome::Skipped => return Outcome::Skipped,
    };
    let otherwise = shown.thing.is_none() && old.words == new.words;
    Outcome::Confirmed(DiffExample {
        patient: shown.words.clone(),
        day: shown.day,
        thing: shown.thing.as_ref().map(|named| named.name.clone()),
        old: old.words,
        new: if otherwise {
            "said otherwise".to_owned()
        } else {
            new.words
        },
    })
}
