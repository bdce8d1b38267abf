//! Two clauses that are parts of one.

use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Clause, Duration, Frequency, FrequencyKind, Most, QuantityKind, Times};

/// `daily` and `as needed`, wherever they stand, are one frequency, and so are `every 6 hours`, `at most 4 times a day`
/// and `at least 5 hours apart`; `gently` and `thinly` are one manner.
pub(super) fn merge(first: &mut Placed, second: &Placed) -> bool {
    if let (Some(Part::Clause(Clause::Manner(words))), Some(Part::Clause(Clause::Manner(more)))) =
        (&mut first.part, &second.part)
    {
        let is_new = more.iter().all(|word| !words.contains(word));
        if is_new {
            words.extend(more.iter().cloned());
        }
        return is_new;
    }
    if let (Some(Part::Clause(Clause::Typical(all))), Some(Part::Clause(Clause::Typical(more)))) =
        (&mut first.part, &second.part)
    {
        let is_new = more
            .iter()
            .all(|one| all.iter().all(|said| said.word != one.word));
        if is_new {
            all.extend(more.iter().cloned());
        }
        return is_new;
    }
    let (Some(one), Some(other)) = (first.frequency(), second.frequency()) else {
        return false;
    };
    let Some(merged) = both(one.clone(), other.clone()) else {
        return false;
    };
    first.part = Some(Part::Clause(Clause::Frequency(merged)));
    true
}

/// Two frequencies as one; none where they say one thing twice.
fn both(mut one: Frequency, mut other: Frequency) -> Option<Frequency> {
    // Of two rhythms one may say how often at most in a time of which the other says nothing.
    if let (Some(kind), Some(second)) = (&one.kind, &other.kind) {
        if let Some((most, _)) = most_of(second).filter(|(_, per)| is_beside(kind, *per)) {
            (other.kind, other.most) = (None, other.most.or(Some(most)));
        } else if let Some((most, _)) = most_of(kind).filter(|(_, per)| is_beside(second, *per)) {
            (one.kind, one.most) = (None, one.most.or(Some(most)));
        }
    }
    let has_distance = |frequency: &Frequency| {
        frequency.apart.is_some() || matches!(frequency.kind, Some(FrequencyKind::Every(_)))
    };
    let twice = one.as_needed && other.as_needed
        || one.kind.is_some() && other.kind.is_some()
        || one.most.is_some() && other.most.is_some()
        || has_distance(&one) && has_distance(&other)
        || !one.daytimes.is_empty() && !other.daytimes.is_empty();
    if twice {
        return None;
    }
    one.daytimes.append(&mut other.daytimes);
    Some(Frequency {
        kind: one.kind.or(other.kind),
        daytimes: one.daytimes,
        most: one.most.or(other.most),
        apart: one.apart.or(other.apart),
        as_needed: one.as_needed || other.as_needed,
    })
}

/// `at most 4 times a day`, as what stands beside another rhythm.
fn most_of(kind: &FrequencyKind) -> Option<(Most, Duration)> {
    let FrequencyKind::Times {
        times: Times::AtMost(times),
        per,
    } = kind
    else {
        return None;
    };
    let most = Most {
        number: crate::number::Number::whole(*times),
        unit: None,
        per: *per,
    };
    Some((most, *per))
}

/// Whether a rhythm leaves open how often something is done in a time.
fn is_beside(kind: &FrequencyKind, in_time: Duration) -> bool {
    !matches!(kind, FrequencyKind::Times { per, .. } if *per == in_time)
}

/// Reads `at most 8 tablets per day` beside how much each time as part of how often. One without a unit could count
/// either, and is no such cap.
pub(super) fn cap_beside(placed: &mut [Placed]) {
    let amounts = placed.iter().filter(|clause| amount_of(clause).is_some());
    let caps = placed.iter().filter(|clause| cap_of(clause).is_some());
    if amounts.count() != 1 || caps.count() != 1 {
        return;
    }
    for clause in placed {
        if let Some(most) = cap_of(clause) {
            let frequency = Frequency {
                most: Some(most),
                ..Frequency::NOTHING
            };
            clause.kind = super::parts::Kind::Frequency;
            clause.part = Some(Part::Clause(Clause::Frequency(frequency)));
        }
    }
}

/// How much each time.
fn amount_of(clause: &Placed) -> Option<()> {
    match &clause.part {
        Some(Part::Clause(Clause::Quantity(quantity))) => {
            let is_cap = matches!(quantity.kind, QuantityKind::AtMost { .. });
            (!is_cap).then_some(())
        }
        _ => None,
    }
}

/// How much at most in a time, with its unit.
fn cap_of(clause: &Placed) -> Option<Most> {
    let Some(Part::Clause(Clause::Quantity(quantity))) = &clause.part else {
        return None;
    };
    match &quantity.kind {
        QuantityKind::AtMost {
            number,
            unit: Some(unit),
            per,
        } => Some(Most {
            number: *number,
            unit: Some(unit.clone()),
            per: *per,
        }),
        _ => None,
    }
}
