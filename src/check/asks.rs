//! What a protocol asks about a patient, and which of its lines do.

use std::collections::{BTreeMap, BTreeSet};

use super::{Anchor, Atom, Condition, FromEnd, Head, Point, Protocol, Rule, Window};
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// Something that a profile can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// A declared fact.
    Fact(FactId),
    /// Whether a medicine is prescribed.
    Prescribed(ThingId),
    /// When a procedure was.
    History(ThingId),
    /// Since when an event is true.
    Event(ThingId),
    /// Since when a symptom is there.
    Symptom(ThingId),
    /// The dates of the earlier sessions.
    Sessions,
}

/// Every question of a protocol with the lines that use its answer, by file and line.
///
/// These are all that a patient may be asked; what an open plan still asks of one patient is in
/// [`Plan::questions`](crate::plan::Plan::questions).
///
/// ```
/// use aftercare_dsl::check::{Ask, Bundled, CheckOptions, asks, check};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let rules = "import skin-care\navoid makeup for 7 days if pregnant\n";
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
/// let protocol = checked.protocol.expect("no errors");
/// let asked = asks(&protocol);
/// let (ask, lines) = asked.first_key_value().expect("it asks one thing");
/// let pregnant = protocol.vocabulary.find_fact("pregnant").expect("a fact of skin-care");
/// assert_eq!(*ask, Ask::Fact(pregnant));
/// assert!(lines.contains(&("clinic.rules".to_owned(), 2)));
/// ```
#[must_use]
pub fn asks(protocol: &Protocol) -> BTreeMap<Ask, BTreeSet<(String, u32)>> {
    let mut asks = Asks {
        vocabulary: &protocol.vocabulary,
        found: BTreeMap::new(),
        at: (String::new(), 0),
    };
    for rule in &protocol.rules {
        asks.at = (rule.location.file.clone(), rule.location.line);
        asks.rule(rule);
    }
    asks.found
}

struct Asks<'a> {
    vocabulary: &'a Vocabulary,
    found: BTreeMap<Ask, BTreeSet<(String, u32)>>,
    /// The line being read.
    at: (String, u32),
}

impl Asks<'_> {
    fn add(&mut self, ask: Ask) {
        self.found.entry(ask).or_default().insert(self.at.clone());
    }

    fn rule(&mut self, rule: &Rule) {
        self.condition(&rule.condition);
        self.window(&rule.window);
        if !rule.details.concerns.is_empty()
            && let Some(fact) = self.vocabulary.find_fact("concerns")
        {
            self.add(Ask::Fact(fact));
        }
        match &rule.head {
            Head::Report { symptoms, .. } => {
                for symptom in symptoms {
                    self.add(Ask::Symptom(symptom.thing));
                }
            }
            Head::Sessions { .. } => self.add(Ask::Sessions),
            Head::Steps { items, .. } => {
                for item in items {
                    self.condition(&item.condition);
                }
            }
            Head::Visit { point, .. }
            | Head::Defer {
                until: Some(point), ..
            } => self.point(point),
            _ => {}
        }
        // A restriction never stops a prescribed medicine, so that it asks.
        for thing in rule.head.restricted() {
            if self.vocabulary.thing(thing.thing).kind == Kind::Medicine {
                self.taken(thing.thing);
                self.add(Ask::Prescribed(thing.thing));
            }
        }
    }

    fn condition(&mut self, condition: &Condition) {
        let mut atoms = Vec::new();
        condition.atoms(&mut |atom| atoms.push(atom));
        for atom in atoms {
            self.atom(atom);
        }
    }

    fn atom(&mut self, atom: &Atom) {
        match atom {
            Atom::Yes(fact)
            | Atom::No(fact)
            | Atom::Number { fact, .. }
            | Atom::OneOf { fact, .. }
            | Atom::Includes { fact, .. }
            | Atom::IncludesThing { fact, .. } => self.add(Ask::Fact(*fact)),
            Atom::Taking(thing) | Atom::Took { thing, .. } => self.taken(*thing),
            Atom::Had { thing, .. } => self.dated(*thing),
            Atom::Prescribed(thing) => self.add(Ask::Prescribed(*thing)),
            Atom::Symptom { symptom, .. } => self.add(Ask::Symptom(*symptom)),
            Atom::Event(event) => self.add(Ask::Event(*event)),
            Atom::Session(_) => self.add(Ask::Sessions),
        }
    }

    /// The facts that list a medicine.
    fn taken(&mut self, medicine: ThingId) {
        let vocabulary = self.vocabulary;
        for (id, fact) in vocabulary.facts() {
            if matches!(fact.kind, FactKind::Things(root) if vocabulary.is_under(medicine, root)) {
                self.add(Ask::Fact(id));
            }
        }
    }

    /// What has a date: a procedure, an event or a symptom.
    fn dated(&mut self, thing: ThingId) {
        match self.vocabulary.thing(thing).kind {
            Kind::Event => self.add(Ask::Event(thing)),
            Kind::Symptom => self.add(Ask::Symptom(thing)),
            _ => self.add(Ask::History(thing)),
        }
    }

    fn window(&mut self, window: &Window) {
        match window {
            Window::From { from, end } => {
                self.point(from);
                if let FromEnd::Until(until) = end {
                    self.point(until);
                }
            }
            Window::Until { until, .. } => self.point(until),
            _ => {}
        }
    }

    fn point(&mut self, point: &Point) {
        for one in point.parts() {
            if let Point::Offset { anchor, .. } = one {
                self.anchor(anchor);
            }
        }
    }

    fn anchor(&mut self, anchor: &Anchor) {
        match anchor {
            Anchor::Event(thing) | Anchor::Procedure(thing) => self.dated(*thing),
            Anchor::LastTaken(thing) => self.taken(*thing),
            Anchor::Session(_) => self.add(Ask::Sessions),
            Anchor::Treatment | Anchor::Step(_) | Anchor::Bedtime | Anchor::Vague(_) => {}
        }
    }
}
