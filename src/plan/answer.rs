//! The protocol's answer about a thing on the day asked.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Moment, RuleRef, State};

/// One thing and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThingAnswer {
    /// The thing: a member of the vocabulary, one narrowed by attributes, or the patient's product.
    pub thing: String,
    /// What the patient calls it, or else the author, and what it is, where the two differ: `Eliquis
    /// (apixaban)`.
    pub called: Option<String>,
    /// Its kind: `substance`, `medicine`.
    pub kind: String,
    /// Whether it is the patient's own.
    pub own: bool,
    /// The named classes above it.
    pub classes: Vec<String>,
    /// The answer.
    pub answer: Answer,
    /// Why it is allowed; none for other answers.
    pub by: Option<AnswerBy>,
    /// Where and while what it holds, where not everywhere and always: `on lips`, `while asleep`.
    pub only: Vec<String>,
    /// Where and while what alone it is restricted around this treatment, whatever the day asked: what `free_from` and
    /// `open_until` are about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off_only: Vec<String>,
    /// The answer elsewhere and at other times, where it does not hold everywhere and always.
    pub otherwise: Option<Answer>,
    /// How sure the answer is.
    pub state: State,
    /// What an answer that is not settled hangs on, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// The caps that hold.
    pub limits: Vec<String>,
    /// The first free day after the run of restriction around this treatment. The authority on it.
    pub free_from: Option<NaiveDate>,
    /// The clock time at which the run ends, on the day before `free_from`, where hours count.
    pub free_from_time: Option<Moment>,
    /// The event that ends the run, while that has not happened and where no day does.
    pub open_until: Option<String>,
    /// The first day restricted again, before the next session.
    pub again_from: Option<NaiveDate>,
    /// Whether the thing is a medicine that the patient is prescribed: do not stop it, ask.
    pub ask_prescriber: bool,
    /// Whether a rule on it is about an allergy: who takes it asks at once, and is not told to go on with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub of_allergy: bool,
    /// Narrower things with answers of their own: `mineral sunscreen`.
    pub narrowed: Vec<String>,
    /// Whether a line says something about it on another day, or reads it in a condition.
    pub mentioned: bool,
    /// The rules behind the answer.
    pub rules: Vec<RuleRef>,
}

/// The four answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Answer {
    /// A firm restriction covers it.
    #[serde(rename = "avoid")]
    Avoid,
    /// An advised restriction covers it.
    #[serde(rename = "better not")]
    BetterNot,
    /// A sentence or the end of a restriction allows it.
    #[serde(rename = "allowed")]
    Allowed,
    /// The protocol says nothing about it.
    #[serde(rename = "not covered")]
    NotCovered,
}

/// The two reasons for being allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerBy {
    /// `allow`, a duty, or `limit` with its cap names it.
    Sentence,
    /// A restriction on it ended at an end that its author wrote.
    Release,
}
