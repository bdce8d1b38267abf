//! The plan: what holds for one patient, from when, until when, why, and what is still unknown.
//!
//! A plan is plain data and serialises as the format `aftercare-plan/1`, whose JSON Schema is
//! `src/plan/aftercare-plan-1.schema.json`. Keys stay; later versions of the engine add some.
//!
//! Days are calendar days of the patient. A *last day* is the last day any part of which is
//! restricted; a *first free day* is the day after it.

mod answer;
mod course;
mod directive;
mod lines;
mod words;

pub use answer::{Answer, AnswerBy, ThingAnswer};
pub use course::{Candidate, Maintenance, Next, NextState, Remaining, Sessions, Spread, Treatment};
pub use directive::{
    ClockTime, Directive, Limit, Location, Phase, RuleRef, State, Step, Strength, Verb, Window,
};
pub use lines::{
    BeforeTreatment, BeforeVerb, CanBeAdded, ClinicLine, Expectation, NotCovered, Note, Question,
    RedFlag, SourceNote, Steps, Visit, Warning,
};
pub use words::InWords;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

/// The name of the format that [`Plan`] serialises as.
pub const FORMAT: &str = "aftercare-plan/1";

/// What holds for one patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// The engine that made it: name and version.
    pub engine: String,
    /// A digest over the protocol and all it imports.
    pub fingerprint: String,
    /// The day, and the time where one was given, that the plan is asked about. None where there is
    /// neither a treatment date nor a day.
    pub on: Option<Moment>,
    /// The plan's status: the first that holds, in the order of the type.
    pub status: Status,
    /// Why, in words; never empty.
    pub status_reasons: Vec<String>,
    /// The treatments; one now.
    pub treatments: Vec<Treatment>,
    /// What to avoid, do, limit and resume.
    pub directives: Vec<Directive>,
    /// Each thing named or used, and its answer on the day asked.
    pub things: Vec<ThingAnswer>,
    /// The normal course.
    pub expectations: Vec<Expectation>,
    /// When to call.
    pub red_flags: Vec<RedFlag>,
    /// Ordered steps.
    pub steps: Vec<Steps>,
    /// What could not be formalised.
    pub notes: Vec<Note>,
    /// Visits to book.
    pub visits: Vec<Visit>,
    /// Whether and how to treat: refusals, deferrals, cautions, things to ask, tell and prepare.
    pub before_treatment: Vec<BeforeTreatment>,
    /// What to ask the patient, in order of how many lines an answer can settle.
    pub questions: Vec<Question>,
    /// What the profile may add, without being a question: events, the clock time, products.
    pub can_be_added: Vec<CanBeAdded>,
    /// What the clinic has to find out or do.
    pub for_the_clinic: Vec<ClinicLine>,
    /// What the protocol says nothing about.
    pub not_covered: Vec<NotCovered>,
    /// What the reader must know about the plan itself.
    pub warnings: Vec<Warning>,
    /// The sources, in the order of first use; lines cite them by key.
    pub sources: Vec<SourceNote>,
}

/// A day, and the time where one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The patient's local clock time.
    pub time: Option<chrono::NaiveTime>,
}

impl Moment {
    /// A day without a time.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self { date, time: None }
    }

    /// A day and a time.
    #[must_use]
    pub fn at(instant: NaiveDateTime) -> Self {
        Self {
            date: instant.date(),
            time: Some(instant.time()),
        }
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.time {
            None => write!(out, "{}", self.date),
            Some(time) => write!(out, "{}T{}", self.date, time.format("%H:%M")),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What is to be done with the plan as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A reported symptom is a red flag.
    Contact,
    /// The protocol refuses this patient.
    Refuse,
    /// The protocol defers the treatment.
    Defer,
    /// A line is provisional or waiting, or a fact is unsure.
    Unsettled,
    /// Nothing is open.
    Proceed,
}
