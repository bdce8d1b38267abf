//! Each example asked again: a patient and a day are told only where the plans of both protocols say so.

use std::cell::Cell;

use super::model::DiffExample;
use super::side::{Said, Side};
use crate::check::Protocol;
use crate::eval::every::{Difference, Differing, Shown};

/// How many sentences are gone through for all examples of a comparison: each takes a plan of both protocols. What
/// differs beyond is told without an example.
pub const CONFIRMED: usize = 100_000;

/// Asks both protocols.
pub(super) struct Confirm<'a> {
    pub sides: (Side<'a>, Side<'a>),
    /// How many sentences were gone through.
    made: Cell<usize>,
}

/// What becomes of an example.
pub(super) enum Asked {
    /// Both plans confirm it.
    Confirmed(DiffExample),
    /// None of them is confirmed.
    Denied,
    /// Nothing was asked any more.
    Skipped,
}

impl<'a> Confirm<'a> {
    pub fn new(old: &'a Protocol, new: &'a Protocol) -> Self {
        Self {
            sides: (Side::new(true, old), Side::new(false, new)),
            made: Cell::new(0),
        }
    }

    /// The first example that both plans confirm.
    pub fn example(&self, differing: &Differing, one: &Difference) -> Asked {
        for shown in &one.shown {
            let cost = self.sides.0.protocol.rules.len() + self.sides.1.protocol.rules.len();
            self.made.set(self.made.get() + cost);
            if self.made.get() > CONFIRMED {
                return Asked::Skipped;
            }
            if let Some(example) = self.asked(differing, one, shown) {
                return Asked::Confirmed(example);
            }
        }
        Asked::Denied
    }

    fn asked(&self, differing: &Differing, one: &Difference, shown: &Shown) -> Option<DiffExample> {
        let old = self.said(&self.sides.0, differing, (one, shown))?;
        let new = self.said(&self.sides.1, differing, (one, shown))?;
        let settled = old.settled && new.settled;
        let otherwise = shown.thing.is_none() && old.words == new.words;
        (settled && old.turns(&new, one.turn)).then(|| DiffExample {
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

    fn said(
        &self,
        side: &Side<'_>,
        differing: &Differing,
        (one, shown): (&Difference, &Shown),
    ) -> Option<Said> {
        let patient = differing.patient(side.is_old, &shown.patient);
        let mut said = side.said(
            differing,
            (&patient, shown.on),
            &[(one, shown.thing.as_ref())],
        )?;
        said.pop()
    }
}
