//! What the specification leaves open, and the generated cases leave out.

use super::model::*;

/// Whether the answer hangs on a reading that the specification does not give.
pub fn is_open(protocol: &Protocol, patient: &Patient) -> bool {
    let events = |atom: &Atom| matches!(atom, Atom::Event(_) | Atom::Symptom(..));
    let atoms = protocol.atoms();
    // Whether an event or symptom of this session is one of the session to come.
    let next = protocol.course.is_some() && atoms.iter().any(events);
    next || class_listed(patient, &atoms)
        || hanging(protocol)
        || !patient.sessions.is_empty() && earlier(protocol, patient, &atoms)
}

/// Whether a listed class means one of its members or some of them.
fn class_listed(patient: &Patient, atoms: &[Atom]) -> bool {
    let about =
        |atom: &Atom| matches!(atom, Atom::Prescribed(_) | Atom::Took(..) | Atom::Taking(_));
    let mut listed = patient.medications.iter().flatten();
    listed.any(|entry| entry.thing == 18) && atoms.iter().any(about)
}

/// Whether a line that hangs on symptoms alone counts beside another that hangs on them.
fn hanging(protocol: &Protocol) -> bool {
    let symptomatic = |rule: &&Rule| {
        let atoms = rule.atoms();
        atoms.iter().any(|atom| matches!(atom, Atom::Symptom(..)))
    };
    protocol.rules.iter().filter(symptomatic).count() > 1
}

/// What events and symptoms are to earlier sessions, whether what held before one and is over is still
/// told, and whether an event of this session that ends an earlier one's window gives back.
fn earlier(protocol: &Protocol, patient: &Patient, atoms: &[Atom]) -> bool {
    let dated = |atom: &Atom| matches!(atom, Atom::Event(_) | Atom::Symptom(..));
    let numbered = |atom: &Atom| matches!(atom, Atom::Session(_));
    let capped = |rule: &Rule| matches!(rule.head, Head::Limit(_));
    let before = |rule: &Rule| matches!(rule.window, Window::Before(_) | Window::BeforeTreatment);
    atoms.iter().any(dated)
        || patient.events.iter().flatten().any(|day| *day < 0)
        || protocol
            .rules
            .iter()
            .any(|rule| before(rule) || waits(rule.window))
        || atoms.iter().any(numbered) && protocol.rules.iter().any(capped)
}

/// Whether a window hangs on an event.
fn waits(window: Window) -> bool {
    let event = |point| !matches!(point, Point::Day(_) | Point::After(_));
    match window {
        Window::UntilEvent(..) => true,
        Window::FromUntil(from, until) => event(from) || event(until),
        Window::From(point) | Window::Until(point) | Window::FromFor(point, _) => event(point),
        _ => false,
    }
}

impl Protocol {
    /// The atoms of all conditions.
    pub fn atoms(&self) -> Vec<Atom> {
        self.rules.iter().flat_map(Rule::atoms).collect()
    }
}

impl Rule {
    fn atoms(&self) -> Vec<Atom> {
        let mut atoms = Vec::new();
        if let Some(condition) = &self.condition {
            condition.atoms(&mut atoms);
        }
        atoms
    }
}
