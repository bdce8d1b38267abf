//! The checked form: a protocol whose every name is known, every unit right and every window sound.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::accepted::Accepted;
use super::condition::Condition;
use super::details::{Details, Dose};
use super::variant::Lineage;
use super::window::{Point, Window};
use crate::number::Number;
use crate::plan::{Location, PlanChange, Replaces, RuleRef};
use crate::span::Span;
use crate::syntax::tree::{AttributeValue, Duration, Verb};
use crate::vocabulary::{ThingId, Vocabulary};

/// A protocol that checks clean.
#[derive(Debug, Clone, Default)]
pub struct Protocol {
    /// `protocol "..."`
    pub title: Option<String>,
    /// `version "..."`
    pub version: Option<String>,
    /// `treatment microneedling`
    pub treatment: Option<String>,
    /// `aftercare for 2 weeks`: how long a sentence without a window holds.
    pub aftercare: Option<Duration>,
    /// `effective 2026-01-01`
    pub effective: Option<NaiveDate>,
    /// `review by 2027-11-01`
    pub review_by: Option<NaiveDate>,
    /// `status approved by ... on ...`; none is a draft.
    pub approved: Option<Approval>,
    /// The sources, by key, in the order of declaration.
    pub sources: Vec<Source>,
    /// The rules, in the order of the file.
    pub rules: Vec<Rule>,
    /// What its sentences accept of what is found, in the order of the file.
    pub accepted: Vec<Accepted>,
    /// What it extends, and what it changes of that; empty where it extends nothing.
    pub lineage: Lineage,
    /// What was changed of it for one plan alone.
    pub changes: Vec<PlanChange>,
    /// What may be named, all imports included.
    pub vocabulary: Arc<Vocabulary>,
    /// The file's name.
    pub file: String,
    /// A digest over the file and all it imports.
    pub fingerprint: String,
}

/// Who approved a protocol, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// Who.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// A source that sentences cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
}

/// A sentence whose names are known.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Where it stands.
    pub span: Span,
    /// The same for people.
    pub location: Location,
    /// The sentence as written, on one line.
    pub sentence: String,
    /// Its label.
    pub label: Option<String>,
    /// What it stands in the place of, in a variant.
    pub replaces: Option<Arc<Replaces>>,
    /// Of protocols that are put together: the treatment that it is about.
    pub treatment: Option<Arc<str>>,
    /// The titles of the sections around it, outermost first.
    pub section: Vec<String>,
    /// `should`: it advises.
    pub advised: bool,
    /// What it is about.
    pub head: Head,
    /// When it holds.
    pub window: Window,
    /// The window in the author's words.
    pub window_text: Option<String>,
    /// What must be so: all `when`s around it, its own `if` and `unless`.
    pub condition: Condition,
    /// What is said about it beside: of most sentences little or nothing, which they then share.
    pub details: Arc<Details>,
}

/// A thing as a sentence names it. Two are equal when they name the same, wherever they stand.
#[derive(Debug, Clone)]
pub struct ThingRef {
    /// The thing or class.
    pub thing: ThingId,
    /// What it must have.
    pub attributes: Vec<AttributeTest>,
    /// Of symptoms: how bad it must be.
    pub qualifiers: Vec<Qualifier>,
    /// How the author names it, where that is not the vocabulary's first name.
    pub written: Option<Written>,
    /// Where it stands.
    pub span: Span,
}

/// A name in the author's words: `Retin-A`, `mineral sun cream`.
#[derive(Debug, Clone)]
pub struct Written {
    /// The name, the attributes before it included.
    pub name: Box<str>,
    /// How many attributes stand before it.
    pub attributes: usize,
    /// How many qualifiers stand before it.
    pub qualifiers: usize,
}

impl PartialEq for ThingRef {
    fn eq(&self, other: &Self) -> bool {
        self.thing == other.thing
            && self.attributes == other.attributes
            && self.qualifiers == other.qualifiers
    }
}

impl Eq for ThingRef {}

/// What a thing must have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttributeTest {
    /// Which attribute.
    pub attribute: ThingId,
    /// `without`: it must not.
    pub without: bool,
    /// Its number.
    pub value: Option<AttributeValue>,
}

/// How bad a symptom must be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Qualifier {
    /// `severe`
    Severe,
    /// `spreading`
    Spreading,
    /// `worsening`
    Worsening,
    /// `lasting 20 minutes`
    Lasting(Duration),
    /// `above 38 C`, `at least 38 C`
    Above {
        /// The number.
        number: Number,
        /// Its unit.
        unit: crate::vocabulary::Unit,
        /// Whether the number itself is enough: `at least 38 C`.
        or_equal: bool,
    },
    /// `despite pressure`
    Despite(String),
}

/// What a rule is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// `avoid retinoids`
    Avoid {
        /// What to leave.
        things: Vec<ThingRef>,
        /// `including scrubs`
        including: Vec<ThingRef>,
    },
    /// `use sunscreen`, `keep dry`
    Duty {
        /// The verb; none for an action's own words.
        verb: Option<Verb>,
        /// `only`: all else of the things' kinds is restricted.
        only: bool,
        /// With what.
        things: Vec<ThingRef>,
        /// `including`
        including: Vec<ThingRef>,
        /// `or`: one of them will do.
        choice: bool,
    },
    /// `allow makeup but not foundation`
    Allow {
        /// What may be done.
        things: Vec<ThingRef>,
        /// `including`
        including: Vec<ThingRef>,
        /// What may not.
        but_not: Vec<ThingRef>,
    },
    /// `resume retinoids from day 7`
    Resume {
        /// What may be done again.
        things: Vec<ThingRef>,
        /// `including`
        including: Vec<ThingRef>,
    },
    /// `limit alcohol to 1 drink per day`
    Limit {
        /// What.
        things: Vec<ThingRef>,
        /// `including`
        including: Vec<ThingRef>,
        /// To how much; none is `a minimum`.
        cap: Option<Dose>,
    },
    /// `expect redness`
    Expect {
        /// The symptoms.
        symptoms: Vec<ThingRef>,
        /// `or`: one of them is enough to be normal, and they need not come together.
        choice: bool,
    },
    /// `report fever to clinic`
    Report {
        /// The symptoms.
        symptoms: Vec<ThingRef>,
        /// Whom to call.
        to: Who,
        /// Whom else.
        otherwise: Option<Who>,
        /// How soon.
        within: Option<Deadline>,
    },
    /// `steps "..." { }`
    Steps {
        /// What for.
        title: String,
        /// The steps.
        items: Vec<Step>,
    },
    /// `sessions 3..6 every 4..6 weeks`, `sessions at least 4`
    Sessions {
        /// At least so many.
        least: u32,
        /// At most so many; none where the course is finished when the profile says so, and not before.
        most: Option<u32>,
        /// How many there mostly are, which is printed and ends nothing.
        usually: Option<(u32, u32)>,
        /// How far apart: earliest and latest.
        every: Option<(Duration, Duration)>,
        /// Whether that is the least, and nobody has said the most.
        at_least: bool,
    },
    /// `maintenance every 6..12 months`
    Maintenance {
        /// How far apart: earliest and latest.
        every: (Duration, Duration),
    },
    /// `visit "suture removal" 7 days after treatment`
    Visit {
        /// What for.
        title: String,
        /// Whether it is only about then, which changes no date.
        about: bool,
        /// Whether it is then at the soonest, and nobody has said the latest.
        at_least: bool,
        /// When.
        point: Point,
        /// The same in the author's words.
        point_text: String,
    },
    /// `refuse`
    Refuse,
    /// `defer until ...`
    Defer {
        /// Until when.
        until: Option<Point>,
        /// The same in the author's words.
        until_text: Option<String>,
    },
    /// `caution "..."`
    Caution(String),
    /// `ask prescriber "..."`
    AskPrescriber(String),
    /// `ask clinic "which serum to use"`, `ask clinic about aspirin`
    AskClinic(String),
    /// `tell clinic "..."`
    TellClinic(String),
    /// `prepare "..."`
    Prepare(String),
    /// `note "..."`
    Note(String),
}

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// `clinic`
    Clinic,
    /// `prescriber`
    Prescriber,
    /// `doctor`
    Doctor,
    /// `emergency services`
    EmergencyServices,
    /// A quoted name.
    Named(String),
}

/// How soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// `immediately`
    Immediately,
    /// `within 2 hours`
    Within(Duration),
}

/// One of the steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What joins it to the step before, in words.
    pub join: Option<String>,
    /// What to do, in words.
    pub text: String,
    /// The things that it names, with the duty's verb rules applied.
    pub things: Vec<ThingRef>,
    /// Its own condition.
    pub condition: Condition,
    /// The author's reason for it.
    pub because: Option<String>,
    /// The keys of its own sources.
    pub sources: Vec<String>,
    /// Of a step that reports or restricts: what a sentence of its own would say. It is a rule of its own,
    /// too: a red flag is one wherever it stands (section 3.11), and so is a restriction (section 3.5).
    pub own: Option<Box<Own>>,
}

/// What a step says as a sentence of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// `avoid makeup`; `report bleeding to clinic`: after `if it persists`, bleeding despite the steps.
    pub head: Head,
    /// What is said about it beside.
    pub details: Details,
}

impl Protocol {
    /// What its treatment is called: by the protocol, or else as its title or its file.
    #[must_use]
    pub fn treatment_name(&self) -> &str {
        let named = self.treatment.as_deref().or(self.title.as_deref());
        named.unwrap_or(&self.file)
    }

    /// All that its treatment may be called where its date is given: by the protocol, as its title, as its file, with its
    /// ending or without.
    #[must_use]
    pub fn treatment_names(&self) -> Vec<&str> {
        let file = std::path::Path::new(&self.file).file_stem();
        let file = file.and_then(|stem| stem.to_str());
        let names = [self.treatment.as_deref(), self.title.as_deref(), file];
        names.into_iter().flatten().chain([&*self.file]).collect()
    }
}

impl Rule {
    /// Whether another rule says the same, its condition, label and place aside.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.head == other.head
            && self.advised == other.advised
            && self.window == other.window
            && self.details == other.details
    }

    /// The rule as plans and answers name it.
    #[must_use]
    pub fn reference(&self) -> RuleRef {
        RuleRef {
            label: self.label.clone(),
            sentence: self.sentence.clone(),
            location: self.location.clone(),
            also: Vec::new(),
            treatment: self.treatment.as_deref().map(str::to_owned),
            replaces: self.replaces.as_deref().cloned(),
        }
    }
}

impl Head {
    /// The things that the head itself restricts.
    #[must_use]
    pub fn restricted(&self) -> &[ThingRef] {
        match self {
            Self::Avoid { things, .. } | Self::Resume { things, .. } => things,
            Self::Allow { but_not, .. } => but_not,
            _ => &[],
        }
    }

    /// Whether it takes anything away: it restricts, limits, or allows nothing else of a kind.
    #[must_use]
    pub fn restricts(&self) -> bool {
        let only = matches!(self, Self::Duty { only: true, .. });
        only || matches!(self, Self::Limit { .. }) || !self.restricted().is_empty()
    }

    /// The things and symptoms that the head names, exceptions and examples aside.
    pub fn things(&self) -> impl Iterator<Item = &ThingRef> {
        let things: &[ThingRef] = match self {
            Self::Avoid { things, .. }
            | Self::Duty { things, .. }
            | Self::Allow { things, .. }
            | Self::Resume { things, .. }
            | Self::Limit { things, .. } => things,
            Self::Expect { symptoms, .. } | Self::Report { symptoms, .. } => symptoms,
            _ => &[],
        };
        things.iter()
    }

    /// Whether the rule is about whether and how to treat, before the treatment.
    #[must_use]
    pub fn is_before_treatment(&self) -> bool {
        matches!(
            self,
            Self::Refuse
                | Self::Defer { .. }
                | Self::Caution(_)
                | Self::AskPrescriber(_)
                | Self::AskClinic(_)
                | Self::TellClinic(_)
                | Self::Prepare(_)
        )
    }
}
