//! `defer until 6 months after isotretinoin last taken` asks a question of its own: whether that
//! point is still to come.

use crate::check::{Anchor, Atom, Condition, FromEnd, Head, Point, Rule, Window};
use crate::syntax::tree::{Duration, SessionWord};

/// The condition that a deferral's point implies: that it is still to come.
///
/// A medicine that was never taken, a procedure that never was and a session before the first put
/// nothing off; an event that has not happened does.
#[must_use]
pub fn implied(rule: &Rule) -> Option<Condition> {
    let Head::Defer {
        until:
            Some(Point::Offset {
                distance,
                before,
                anchor,
            }),
        ..
    } = &rule.head
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

/// What a window implies that starts or ends at the session before: that there is one. Before the first
/// session there is none, and which session it is may not be known.
#[must_use]
pub fn of_window(window: &Window) -> Option<Condition> {
    let previous = |point: &Point| {
        matches!(
            point,
            Point::Offset {
                anchor: Anchor::Session(SessionWord::Previous),
                ..
            }
        )
    };
    let named = match window {
        Window::Until { until, .. } => previous(until),
        Window::From { from, end } => {
            previous(from) || matches!(end, FromEnd::Until(until) if previous(until))
        }
        _ => false,
    };
    named.then(|| Condition::Atom(Atom::Session(1)).negate())
}

/// The far end of a range of distances.
#[must_use]
pub fn farther((near, far): (Duration, Option<Duration>)) -> Duration {
    far.unwrap_or(near)
}
