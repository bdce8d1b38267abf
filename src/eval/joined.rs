//! The parts of a condition that is to be said in words: what is joined alike is one list, and what
//! reads one fact is said once.

use crate::check::{Atom, Condition};
use crate::vocabulary::FactId;

/// A part of an `and` or an `or`.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A condition joined in another way, a negation or an atom.
    One(&'a Condition),
    /// A fact that includes each, or any, of these values, by index.
    Includes(FactId, Vec<usize>),
}

/// The parts of an `and` (`all`) or an `or`, those of its own kind inside it among them, each once and
/// in the order of first use: `(a or b) or c` is `a or b or c`.
pub fn parts(conditions: &[Condition], all: bool) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for one in flat(conditions, all) {
        let Condition::Atom(Atom::Includes { fact, value }) = one else {
            if !parts.contains(&Part::One(one)) {
                parts.push(Part::One(one));
            }
            continue;
        };
        let known = parts.iter_mut().find_map(|part| match part {
            Part::Includes(other, values) if other == fact => Some(values),
            _ => None,
        });
        match known {
            Some(values) if values.contains(value) => {}
            Some(values) => values.push(*value),
            None => parts.push(Part::Includes(*fact, vec![*value])),
        }
    }
    parts
}

fn flat(conditions: &[Condition], all: bool) -> Vec<&Condition> {
    conditions
        .iter()
        .flat_map(|one| match one {
            Condition::All(inner) if all => flat(inner, all),
            Condition::Any(inner) if !all => flat(inner, all),
            other => vec![other],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};
    use crate::check::{Atom, Condition};
    use crate::vocabulary::FactId;

    fn includes(fact: FactId, value: usize) -> Condition {
        Condition::Atom(Atom::Includes { fact, value })
    }

    fn session(number: u32) -> Condition {
        Condition::Atom(Atom::Session(number))
    }

    #[test]
    fn what_is_joined_alike_is_one_list() {
        let fact = FactId(0);
        let inner = Condition::Any(vec![includes(fact, 1), session(1)]);
        let mixed = Condition::All(vec![session(1), session(2)]);
        let all = [includes(fact, 0), inner, mixed.clone(), includes(fact, 1)];
        let one = session(1);
        let expected = [
            Part::Includes(fact, vec![0, 1]),
            Part::One(&one),
            Part::One(&mixed),
        ];
        assert_eq!(parts(&all, false), expected);
    }

    #[test]
    fn an_or_inside_an_and_stays_apart() {
        let any = Condition::Any(vec![session(1), session(2)]);
        let both = [any.clone(), session(3)];
        let last = session(3);
        assert_eq!(parts(&both, true), [Part::One(&any), Part::One(&last)]);
    }
}
