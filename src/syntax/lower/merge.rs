//! Two clauses that are parts of one.

use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::Clause;

/// `daily` and `as needed`, wherever they stand, are one frequency, and `gently` and `thinly` one manner.
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
    let twice = one.as_needed && other.as_needed
        || one.kind.is_some() && other.kind.is_some()
        || !one.daytimes.is_empty() && !other.daytimes.is_empty();
    if twice {
        return false;
    }
    let mut merged = one.clone();
    merged.as_needed |= other.as_needed;
    merged.kind = merged.kind.or_else(|| other.kind.clone());
    merged.daytimes.extend(other.daytimes.iter().cloned());
    first.part = Some(Part::Clause(Clause::Frequency(merged)));
    true
}
