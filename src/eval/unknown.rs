//! The unknowns of one evaluation: what the profile leaves open, each with its possible values.

use std::collections::{BTreeMap, BTreeSet};

use super::diagram::{Diagram, Level, Node};
use crate::check::{AttributeTest, Qualifier};
use crate::vocabulary::{FactId, ThingId};

/// Something that is not known of the patient.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// A fact with one value: yes or no, a number by regions, one of several.
    Fact(FactId),
    /// Whether an any-of fact includes a value.
    Value(FactId, usize),
    /// How recently any of a group of things that a fact may list was taken.
    Group(FactId, usize),
    /// Whether one of them is prescribed.
    GroupPrescribed(FactId, usize),
    /// Which member a listed class stands for.
    Member(FactId, usize),
    /// Whether a medicine that the patient takes is prescribed.
    Prescribed(ThingId),
    /// Whether the patient has a symptom.
    Symptom(ThingId),
    /// How bad a symptom is.
    Qualifier(ThingId, Qualifier),
    /// Whether an event has happened.
    Event(ThingId),
    /// When a procedure or event of the past was.
    History(ThingId),
    /// Which session this is.
    Session,
    /// Whether a product of the patient's is under a class; decided by which member it is.
    ProductIs(usize, ThingId),
    /// Which member of its class a product of the patient's is.
    ProductMember(usize),
    /// Whether a product of the patient's has an attribute.
    ProductHas(usize, ThingId, Option<i64>),
    /// What was too large to be decided.
    TooLarge,
}

impl Unknown {
    /// Whether it is about a symptom: such a line is conditional, and nobody is asked.
    #[must_use]
    pub fn is_symptom(&self) -> bool {
        matches!(self, Self::Symptom(_) | Self::Qualifier(..))
    }

    /// What of a treatment it is counted from: another treatment of the patient's then has one of its own. Of groups
    /// that is the day, where rules ask within which time something was taken.
    fn counted_from(&self, dated_groups: bool) -> From {
        match self {
            Self::Session => From::Course,
            Self::Event(_) | Self::History(_) => From::Day,
            Self::Group(..) if dated_groups => From::Day,
            _ => From::Nothing,
        }
    }

    /// The unknown behind a product's attribute test.
    #[must_use]
    pub fn product_has(product: usize, test: &AttributeTest) -> Self {
        let value = test.value.map(|value| value.number.as_thousandths());
        Self::ProductHas(product, test.attribute, value)
    }
}

/// What an unknown is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// It is the same of all treatments.
    Nothing,
    /// The day of the treatment: treatments of one day have it together.
    Day,
    /// The course of the treatment.
    Course,
}

/// A way of filling in some of the unknowns.
#[derive(Debug, Clone)]
pub struct Way {
    /// Each with its value.
    pub named: Vec<(Unknown, usize)>,
    /// The same, by their places in the diagram's order.
    pub levels: BTreeMap<Level, usize>,
}

/// The unknowns in the order of the diagram, and the diagram.
#[derive(Debug, Default)]
pub struct Unknowns {
    /// Conditions over them.
    pub diagram: Diagram,
    order: Vec<Unknown>,
    levels: BTreeMap<(Unknown, usize), Level>,
    /// The treatment, of several, that is asked about, and the first one of its day.
    treatment: (usize, usize),
    /// Whether rules ask within which time before a treatment something was taken.
    dated_groups: bool,
    /// Whether symptoms count as all else does: nothing is then conditional.
    symptoms_alike: bool,
}

impl Unknowns {
    /// None yet, of patients of whom all is known in the end: what waits for a symptom then holds for those who have it.
    #[must_use]
    pub fn of_known_symptoms() -> Self {
        Self {
            symptoms_alike: true,
            ..Self::default()
        }
    }

    /// None yet, of a patient of several treatments; `dated_groups` says whether rules ask within which time before one
    /// something was taken.
    #[must_use]
    pub fn of_several(dated_groups: bool) -> Self {
        Self {
            dated_groups,
            ..Self::default()
        }
    }

    /// From now on it is this treatment, of several, that is asked about; `first` is the first one of its day.
    pub fn ask_about(&mut self, treatment: usize, first: usize) {
        self.treatment = (treatment, first);
    }

    /// The condition that an unknown has one of the values for which `holds` is true.
    pub fn is(&mut self, unknown: Unknown, values: usize, holds: impl Fn(usize) -> bool) -> Node {
        let of = match self.treatment {
            (0, _) => 0,
            (course, day) => match unknown.counted_from(self.dated_groups) {
                From::Nothing => 0,
                From::Day => day,
                From::Course => course,
            },
        };
        let key = (unknown, of);
        let level = match self.levels.get(&key) {
            Some(level) => *level,
            None => {
                let level = Level(u32::try_from(self.order.len()).unwrap_or(u32::MAX - 1));
                if key.0.is_symptom() && !self.symptoms_alike {
                    self.diagram.mark(level);
                }
                self.order.push(key.0.clone());
                self.levels.insert(key, level);
                level
            }
        };
        self.diagram.unknown(level, values, holds)
    }

    /// The condition that a yes-or-no unknown is yes.
    pub fn yes(&mut self, unknown: Unknown) -> Node {
        self.is(unknown, 2, |value| value == 1)
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        if !self.order.is_empty() {
            *self = Self::default();
        }
    }

    /// The unknowns that a condition hangs on.
    #[must_use]
    pub fn behind(&self, node: Node) -> BTreeSet<Unknown> {
        self.diagram
            .support(node)
            .into_iter()
            .map(|level| {
                self.order
                    .get(level.0 as usize)
                    .cloned()
                    .unwrap_or(Unknown::TooLarge)
            })
            .collect()
    }

    /// How bad reported symptoms are, where a condition can be made true by that alone.
    #[must_use]
    pub fn how_bad(
        &self,
        node: Node,
        reported: impl Fn(ThingId) -> bool,
    ) -> Vec<(ThingId, Qualifier)> {
        let open = self.diagram.support(node).into_iter().filter_map(|level| {
            match self.order.get(level.0 as usize)? {
                Unknown::Qualifier(id, how) if reported(*id) => Some((level, (*id, how.clone()))),
                _ => None,
            }
        });
        let (levels, open): (BTreeSet<Level>, Vec<_>) = open.unzip();
        if self.diagram.can_be_by(node, &levels) {
            open
        } else {
            Vec::new()
        }
    }

    /// A way of filling in under which two conditions are true.
    #[must_use]
    pub fn example(&self, one: Node, other: Node) -> Option<Way> {
        let levels = self.diagram.example(one, other)?;
        let named = levels.iter().map(|(level, value)| {
            let unknown = self.order.get(level.0 as usize).cloned();
            (unknown.unwrap_or(Unknown::TooLarge), *value)
        });
        Some(Way {
            named: named.collect(),
            levels: levels.into_iter().collect(),
        })
    }

    /// Whether a condition hangs on symptoms alone, and on at least one.
    #[must_use]
    pub fn only_symptoms(&self, node: Node) -> bool {
        self.diagram.only_marked(node)
    }

    /// Whether a condition waits for a symptom: it hangs on symptoms alone, and does not hold while none is there.
    /// `unless fever` does, until somebody reports it.
    #[must_use]
    pub fn waits_for_symptom(&self, node: Node) -> bool {
        self.only_symptoms(node) && !self.diagram.holds_at_first(node)
    }
}
