//! What is known of one patient.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::number::Number;
use crate::plan::Moment;
use crate::syntax::tree::Duration;
use crate::vocabulary::{FactId, ThingId, Unit};

/// A patient's facts, read against one protocol's vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// When the patient was, or is to be, treated.
    pub treated: Option<Moment>,
    /// The zone of the patient's clock; without one, no clock changes are assumed.
    pub zone: Option<Tz>,
    /// The earlier sessions, ascending; none where they are not known.
    pub sessions: Option<Vec<NaiveDate>>,
    /// Whether the clinic says that the course is over.
    pub course_finished: bool,
    /// Of a patient of several treatments: when each of them was, by the name that the profile gives it.
    pub treatments: BTreeMap<String, Course>,
    /// The patient's own products; none where they are not known.
    pub products: Option<Vec<Product>>,
    /// The facts that were asked; one that is not here was not.
    pub facts: BTreeMap<FactId, Answered>,
    /// Whether a thing is prescribed, wherever the profile says so: in its entry of a list, or by
    /// `"prescribed aspirin" = true`, which says nothing about whether it is taken.
    pub prescribed: BTreeMap<ThingId, Answered>,
    /// Procedures and events of the past.
    pub history: BTreeMap<ThingId, History>,
    /// Whether everything that `history` does not hold is known never to have been.
    pub history_complete: bool,
    /// Events that have happened, and the first day each is true.
    pub events: BTreeMap<ThingId, NaiveDate>,
    /// Symptoms that were reported.
    pub symptoms: BTreeMap<ThingId, Reported>,
    /// Symptoms that were asked, and are absent; a class is absent with all below it.
    pub symptoms_absent: BTreeSet<ThingId>,
    /// Whether every symptom that `symptoms` does not hold is known to be absent.
    pub symptoms_complete: bool,
}

/// When one of several treatments was, and the sessions before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    /// When the patient was, or is to be, treated.
    pub treated: Option<Moment>,
    /// The earlier sessions, ascending; none where they are not known.
    pub sessions: Option<Vec<NaiveDate>>,
    /// Whether the clinic says that the course is over.
    pub finished: bool,
}

/// What was answered when a fact was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// A value.
    Known(Value),
    /// Asked, and not known.
    Unsure,
    /// It does not apply to this patient: every comparison that reads it is false.
    DoesNotApply,
}

/// A fact's value, of the kind that its declaration says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Of a yes-or-no fact.
    Yes(bool),
    /// Of a number fact, in the fact's unit.
    Number(Number),
    /// Of an ordered or one-of fact: the value's index.
    Index(usize),
    /// Of an any-of fact: the values' indexes.
    Indexes(BTreeSet<usize>),
    /// Of a fact over things; empty means none.
    Things(Vec<Medication>),
}

/// A medicine, or another thing that a fact lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medication {
    /// The name as the profile gives it.
    pub name: String,
    /// The thing. A class means that some member is meant and which is not known.
    pub thing: ThingId,
    /// When it was last taken; none means that it is being taken now.
    pub last_taken: Option<NaiveDate>,
    /// Whether it is prescribed; none where that was not asked or is not known.
    pub prescribed: Option<bool>,
}

/// When a procedure or event of the past was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum History {
    /// On these days, ascending.
    On(Vec<NaiveDate>),
    /// Never.
    Never,
    /// Asked, and not known.
    Unsure,
}

/// A product of the patient's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The name as the profile gives it.
    pub name: String,
    /// What the vocabulary knows it as: a thing, or the class that the profile gives. None for a
    /// product that nobody recognises: it may be anything.
    pub thing: Option<ThingId>,
    /// Whether `thing` is a class that the profile gives, rather than the product's own name.
    pub by_class: bool,
    /// The attributes that the profile gives; 1 is yes and 0 is no.
    pub attributes: BTreeMap<ThingId, Number>,
}

/// A symptom that was reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// The first day.
    pub since: NaiveDate,
    /// The last day, where it is over.
    pub until: Option<NaiveDate>,
    /// A measurement, such as a temperature.
    pub value: Option<(Number, Unit)>,
    /// Whether it is severe; none where that was not said.
    pub severe: Option<bool>,
    /// Whether it spreads.
    pub spreading: Option<bool>,
    /// Whether it gets worse.
    pub worsening: Option<bool>,
    /// How long it has lasted.
    pub lasting: Option<Duration>,
    /// What was tried against it in vain, folded as names are.
    pub despite: BTreeSet<String>,
}

impl Reported {
    /// A symptom of which no more is known than its first day.
    #[must_use]
    pub fn noticed(since: NaiveDate) -> Self {
        Self {
            since,
            until: None,
            value: None,
            severe: None,
            spreading: None,
            worsening: None,
            lasting: None,
            despite: BTreeSet::new(),
        }
    }
}
