//! Worked dates of single rules, from the engine.

use super::condition;
use super::model::{Comes, Dates, ForPatient, Part};
use super::rule::timed;
use crate::check::{Atom, Condition, Head, Protocol, Rule};
use crate::eval::reading::{self, DateOutOfRange, Falling, Reading, Role, for_concerns, implied};
use crate::plan::Verb;
use crate::syntax::tree::Kind;

/// All dates of a rule, whatever its condition.
pub(super) fn dates(protocol: &Protocol, engine: &Reading<'_>, rule: &Rule) -> Vec<Dates> {
    let mut all: Vec<Dates> = timed(&protocol.vocabulary, rule)
        .iter()
        .map(|(role, window)| {
            let falls = engine.falls(rule, window, *role);
            falls.map_or(Dates::OutOfRange, |falls| {
                holds(protocol, rule, *role, falls)
            })
        })
        .collect();
    if engine.is_dated() {
        all.extend(at(engine, rule).unwrap_or(Some(Dates::OutOfRange)));
    }
    all
}

fn holds(protocol: &Protocol, rule: &Rule, role: Role, falls: reading::Falls) -> Dates {
    let medicines = rule
        .head
        .things()
        .all(|item| protocol.vocabulary.thing(item.thing).kind == Kind::Medicine);
    let releases = falls.releases && !medicines;
    let verb = match (&rule.head, role) {
        (Head::Limit { .. }, _) => Some(Verb::Limit),
        (Head::Expect { .. } | Head::Report { .. } | Head::Note(_) | Head::Steps { .. }, _) => None,
        (_, Role::Expected) => None,
        (_, Role::Restriction) => Some(Verb::Avoid),
        (_, Role::Duty | Role::GoingOn) => Some(Verb::Do),
        (_, Role::Permission) => Some(Verb::Allow),
    };
    Dates::Holds {
        verb,
        windows: falls.windows,
        releases,
        first_free_day: falls
            .first_free_day
            .filter(|_| releases && verb == Some(Verb::Avoid)),
    }
}

/// The date that a head without a window has.
fn at(engine: &Reading<'_>, rule: &Rule) -> Result<Option<Dates>, DateOutOfRange> {
    Ok(match &rule.head {
        Head::Sessions { at_least, .. } => {
            let next = engine.next_session(rule);
            next.map(|(earliest, latest)| Dates::NextSession {
                earliest,
                latest: Some(latest).filter(|_| !at_least),
            })
        }
        Head::Maintenance { every } => engine
            .maintenance(*every)?
            .map(|(earliest, latest)| Dates::Maintenance { earliest, latest }),
        Head::Visit {
            point, at_least, ..
        } => match engine.point(point)? {
            Falling::On((earliest, latest)) => Some(Dates::Visit {
                earliest,
                latest: Some(latest).filter(|_| !at_least),
            }),
            Falling::Open(after) => Some(Dates::Waits { after }),
            Falling::Never => None,
        },
        Head::Defer {
            until: Some(until), ..
        } => match engine.point(until)? {
            Falling::On((_, day)) => Some(Dates::DeferredUntil { day }),
            Falling::Open(_) | Falling::Never => None,
        },
        _ => None,
    })
}

/// What a rule's condition comes to for a patient; none where it has none.
pub(super) fn for_patient(
    protocol: &Protocol,
    engine: &mut Reading<'_>,
    rule: &Rule,
) -> Option<ForPatient> {
    let mut all = for_concerns(protocol, rule);
    if let Some(implied) = implied(rule) {
        all = all.and(implied);
    }
    if all.is_truth() {
        return None;
    }
    let mut atoms: Vec<&Atom> = Vec::new();
    all.atoms(&mut |atom| {
        if !atoms.contains(&atom) {
            atoms.push(atom);
        }
    });
    let mut comes = |condition: &Condition| match engine.truth(condition, &rule.head) {
        reading::Comes::True => Comes::True,
        reading::Comes::False => Comes::False,
        reading::Comes::Changing => Comes::PartOfTheTime,
        reading::Comes::Unknown => Comes::Unknown,
    };
    let parts = atoms
        .into_iter()
        .map(|atom| Part {
            text: condition::atom(&protocol.vocabulary, atom, false),
            comes: comes(&Condition::Atom(atom.clone())),
        })
        .collect();
    Some(ForPatient {
        condition: comes(&all),
        parts,
    })
}
