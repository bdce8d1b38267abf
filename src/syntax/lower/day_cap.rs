//! `up to 4 g daily`: the most of a day, and not of each time.

use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{
    Bound, Clause, Duration, Frequency, FrequencyKind, Quantity, QuantityKind, TimeUnit, Times,
};

/// Reads an upper end once in a time as the cap of that time. Of a length each time is told apart: `up to 10
/// minutes daily` is done once a day.
pub(super) fn most_in_a_time(placed: &mut Vec<Placed>) {
    let Some(per) = placed
        .iter()
        .find_map(|clause| once_per(clause.frequency()?))
    else {
        return;
    };
    let mut capped = false;
    for clause in placed.iter_mut() {
        if let Some(Part::Clause(Clause::Quantity(quantity))) = &mut clause.part
            && let Some(kind) = capped_in(quantity, per)
        {
            quantity.kind = kind;
            capped = true;
        }
    }
    if !capped {
        return;
    }
    placed.retain_mut(|clause| match &mut clause.part {
        Some(Part::Clause(Clause::Frequency(frequency))) => {
            frequency.kind = None;
            frequency.as_needed
        }
        _ => true,
    });
}

/// The time in which something is done once, at no time of the day.
fn once_per(frequency: &Frequency) -> Option<Duration> {
    match &frequency.kind {
        Some(FrequencyKind::Times {
            times: Times::Exactly(1),
            per,
        }) if frequency.daytimes.is_empty() => Some(*per),
        _ => None,
    }
}

/// `at most 4 g per day` of `at most 4 g`.
fn capped_in(quantity: &Quantity, per: Duration) -> Option<QuantityKind> {
    match &quantity.kind {
        QuantityKind::Amount {
            bound: Some(Bound::AtMost),
            low,
            high: None,
            unit,
        } if TimeUnit::from_word(&unit.text).is_none() => Some(QuantityKind::AtMost {
            number: *low,
            unit: Some(unit.clone()),
            per,
        }),
        _ => None,
    }
}
