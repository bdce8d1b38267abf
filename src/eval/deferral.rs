//! `defer until 6 months after isotretinoin last taken` asks a question of its own: whether that
//! point is still to come. So does what counts from the session before: whether there was one.

use super::diagram::Node;
use super::scene::Scene;
use super::truth::Asking;
use crate::check::{Anchor, Atom, Condition, FromEnd, Head, Point, Rule, Window};
use crate::syntax::tree::{Duration, SessionWord};

/// What a sentence implies beside its own condition.
#[must_use]
pub fn implied(rule: &Rule) -> Option<Condition> {
    of_deferral(rule).or_else(|| of_time(rule))
}

/// The condition that a deferral's point implies: that it is still to come.
///
/// A medicine that was never taken, a procedure that never was and a session before the first put
/// nothing off; an event that has not happened does.
#[must_use]
pub fn of_deferral(rule: &Rule) -> Option<Condition> {
    let Head::Defer {
        until: Some(until), ..
    } = &rule.head
    else {
        return None;
    };
    let each: Option<Vec<Condition>> = until.parts().iter().map(still_to_come).collect();
    let mut each = each?;
    match each.len() {
        1 => each.pop(),
        _ => Some(Condition::Any(each)),
    }
}

/// The condition that a point is still to come; none where that is no question about the patient.
fn still_to_come(point: &Point) -> Option<Condition> {
    let Point::Offset {
        distance,
        before,
        anchor,
    } = point
    else {
        return None;
    };
    // The first session waits for none before it; which session it is may not be known.
    if let Anchor::Session(SessionWord::Previous | SessionWord::First) = anchor {
        return Some(Condition::Atom(Atom::Session(1)).negate());
    }
    if *before {
        return None;
    }
    let within = distance.map(farther);
    let atom = match (anchor, within) {
        (Anchor::LastTaken(thing), None) => Atom::Taking(*thing),
        (Anchor::LastTaken(thing), Some(within)) => Atom::Took {
            thing: *thing,
            within,
        },
        (Anchor::Procedure(thing), Some(within)) => Atom::Had {
            thing: *thing,
            within,
        },
        (Anchor::Event(thing), within) => {
            let mut still = vec![Condition::Atom(Atom::Event(*thing)).negate()];
            still.extend(within.map(|within| {
                Condition::Atom(Atom::Had {
                    thing: *thing,
                    within,
                })
            }));
            return Some(Condition::Any(still));
        }
        _ => return None,
    };
    Some(Condition::Atom(atom))
}

/// What a sentence's time implies that starts or ends at the session before, and a visit after it: that
/// there is one. Before the first session there is none, and which session it is may not be known.
#[must_use]
pub fn of_time(rule: &Rule) -> Option<Condition> {
    is_at(rule, SessionWord::Previous).then(|| Condition::Atom(Atom::Session(1)).negate())
}

/// Whether a sentence's window starts or ends at a session, or its visit is counted from it.
#[must_use]
fn is_at(rule: &Rule, word: SessionWord) -> bool {
    let visit = match &rule.head {
        Head::Visit { point, .. } => counts_from(point, word),
        _ => false,
    };
    visit || window_is_at(&rule.window, word)
}

/// Whether a window starts or ends at a session.
#[must_use]
pub fn window_is_at(window: &Window, word: SessionWord) -> bool {
    match window {
        Window::Until { until, .. } => counts_from(until, word),
        Window::From { from, end } => {
            counts_from(from, word)
                || matches!(end, FromEnd::Until(until) if counts_from(until, word))
        }
        _ => false,
    }
}

/// Whether a point is, or is counted from, a session.
#[must_use]
pub fn counts_from(point: &Point, word: SessionWord) -> bool {
    point.parts().iter().any(|one| {
        matches!(one, Point::Offset { anchor: Anchor::Session(session), .. } if *session == word)
    })
}

/// What something hangs on that counts from the first session, while nobody knows which session this is:
/// whether this is the first. Of an earlier one the date is not known, and what counts from it may be over.
pub fn first_session(scene: &mut Scene<'_>, counts: bool) -> Option<Node> {
    if !counts || scene.profile.sessions.is_some() {
        return None;
    }
    let first = Condition::Atom(Atom::Session(1));
    let asking = Asking {
        session: 0,
        since: scene.truth.treated,
        at: scene.treatment.instants.0,
        before_treatment: false,
    };
    Some(scene.truth.node(&mut scene.unknowns, &first, asking))
}

/// The far end of a range of distances.
#[must_use]
pub fn farther((near, far): (Duration, Option<Duration>)) -> Duration {
    far.unwrap_or(near)
}
