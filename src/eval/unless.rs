//! What holds until a symptom is there: `massage lips unless severe pain`.

use crate::check::{Atom, Condition};

/// What would end a line whose condition is this: of a condition about symptoms alone that is true while none
/// of them is there, its contrary. None of a condition that waits for a symptom.
pub fn unless(left: &Condition) -> Option<Condition> {
    let mut symptoms = true;
    left.atoms(&mut |atom| symptoms &= matches!(atom, Atom::Symptom { .. }));
    (symptoms && without_symptoms(left)).then(|| contrary(left))
}

/// Whether it is true of somebody who has no symptom.
fn without_symptoms(condition: &Condition) -> bool {
    match condition {
        Condition::Atom(_) => false,
        Condition::Not(inner) => !without_symptoms(inner),
        Condition::All(all) => all.iter().all(without_symptoms),
        Condition::Any(any) => any.iter().any(without_symptoms),
    }
}

/// The contrary, with its `not`s as far inside as they go.
fn contrary(condition: &Condition) -> Condition {
    match condition {
        Condition::Atom(_) => condition.clone().negate(),
        Condition::Not(inner) => inner.as_ref().clone(),
        Condition::All(all) => Condition::Any(all.iter().map(contrary).collect()),
        Condition::Any(any) => Condition::All(any.iter().map(contrary).collect()),
    }
}
