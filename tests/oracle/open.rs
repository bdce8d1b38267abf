//! What the specification leaves open, and the generated cases leave out.

use super::model::*;

/// Whether the answer hangs on a reading that the specification does not give.
pub fn is_open(protocol: &Protocol, patient: &Patient) -> bool {
    let mut atoms = Vec::new();
    for rule in &protocol.rules {
        if let Some(condition) = &rule.condition {
            condition.atoms(&mut atoms);
        }
    }
    let has = |wanted: &dyn Fn(&Atom) -> bool| atoms.iter().any(wanted);
    // Whether an event or symptom of this session is one of the session to come.
    let next = protocol.course.is_some()
        && has(&|atom| matches!(atom, Atom::Event(_) | Atom::Symptom(..)));
    // What events and symptoms are to the windows around earlier sessions.
    let between = !patient.sessions.is_empty()
        && (has(&|atom| matches!(atom, Atom::Event(_) | Atom::Symptom(..)))
            || patient.events.iter().flatten().any(|day| *day < 0));
    // Whether what held before an earlier session, and is over, is still told.
    let before = |rule: &Rule| matches!(rule.window, Window::Before(_) | Window::BeforeTreatment);
    let past = !patient.sessions.is_empty() && protocol.rules.iter().any(before);
    // Whether a listed class means one of its members or some of them.
    let class_listed = patient
        .medications
        .iter()
        .flatten()
        .any(|entry| entry.thing == 18)
        && has(&|atom| matches!(atom, Atom::Prescribed(_) | Atom::Took(..) | Atom::Taking(_)));
    // Reported, and not mended yet: a prescribed medicine silences the others under `take only`.
    let only_medicines = protocol
        .rules
        .iter()
        .any(|rule| matches!(&rule.head, Head::Duty(things, true, _) if under(things[0].thing, 2)));
    // Reported: of a duty on a medicine that is restricted at some time, and may be prescribed.
    let named = protocol.restricts_medicines()
        && protocol.rules.iter().any(|rule| match &rule.head {
            Head::Duty(things, ..) | Head::Allow(things, _) | Head::Limit(things) => {
                things.iter().any(|named| under(named.thing, 2))
            }
            Head::Avoid(_) | Head::Resume(_) => false,
        });
    // Reported: that a medicine is prescribed does not say that it is taken.
    let taken = |atom: &Atom| matches!(atom, Atom::Took(..) | Atom::Taking(_));
    let linked = patient.medications.is_none()
        && has(&taken)
        && (protocol.restricts_medicines() || has(&|atom| matches!(atom, Atom::Prescribed(_))));
    // Whether the end of an earlier session's window by an event of this one gives back.
    let ended =
        !patient.sessions.is_empty() && protocol.rules.iter().any(|rule| waits(rule.window));
    // A cap whose only windows are over before this treatment.
    let capped = !patient.sessions.is_empty()
        && has(&|atom| matches!(atom, Atom::Session(_)))
        && protocol
            .rules
            .iter()
            .any(|rule| matches!(rule.head, Head::Limit(_)));
    // Reported: an unrecognised product is taken for a listed member of what `use only` names.
    let unlisted = patient
        .products
        .iter()
        .any(|product| product.class.is_none())
        && protocol
            .rules
            .iter()
            .any(|rule| matches!(rule.head, Head::Duty(_, true, _)));
    // Reported: whether a line that hangs on symptoms alone counts beside another that does.
    let symptomatic = |rule: &&Rule| {
        let mut atoms = Vec::new();
        if let Some(condition) = &rule.condition {
            condition.atoms(&mut atoms);
        }
        atoms.iter().any(|atom| matches!(atom, Atom::Symptom(..)))
    };
    let hanging = protocol.rules.iter().filter(symptomatic).count() > 1;
    hanging
        || unlisted
        || linked
        || ended
        || capped
        || named
        || next
        || between
        || past
        || class_listed
        || only_medicines
}

/// Whether a window hangs on an event.
fn waits(window: Window) -> bool {
    let event = |point| matches!(point, Point::Event(_) | Point::AfterEvent(..));
    match window {
        Window::UntilEvent(..) => true,
        Window::FromUntil(from, until) => event(from) || event(until),
        Window::From(point) | Window::Until(point) | Window::FromFor(point, _) => event(point),
        _ => false,
    }
}
