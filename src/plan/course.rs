//! The course of sessions.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Location, Moment, RuleRef, State};

/// A treatment and its course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Treatment {
    /// The protocol's title.
    pub protocol: Option<String>,
    /// The treatment's name.
    pub name: Option<String>,
    /// The protocol's version.
    pub version: Option<String>,
    /// `draft`, or who approved it and when.
    pub status: String,
    /// When the patient was, or is to be, treated.
    pub treated: Option<Moment>,
    /// The session's number: 1 for the first; a lower bound where earlier sessions are not known.
    pub session: u32,
    /// Whether `session` is exact.
    pub session_known: bool,
    /// Where the protocol stands.
    pub file: Option<Location>,
    /// The course, where the protocol has one that applies.
    pub sessions: Option<Sessions>,
    /// The maintenance after it.
    pub maintenance: Vec<Maintenance>,
}

/// The sessions done and to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sessions {
    /// How many are done, this treatment included; a lower bound where `done_known` is false.
    pub done: u32,
    /// Whether `done` is exact.
    pub done_known: bool,
    /// Whether the course is over: at its maximum, or because the profile says so.
    pub finished: bool,
    /// How many are left; none where candidates stand side by side.
    pub remaining: Option<Remaining>,
    /// When the next one is; none where there is none, or candidates differ.
    pub next: Option<Next>,
    /// When the course ends.
    pub ends: Option<Spread>,
    /// The latest of the candidates' earliest dates.
    pub book_not_before: Option<NaiveDate>,
    /// Each `sessions` sentence that applies or may apply. One that is settled is alone; several
    /// stand side by side.
    pub candidates: Vec<Candidate>,
}

/// One `sessions` sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The concerns that it is for.
    pub concerns: Vec<String>,
    /// At least so many sessions.
    pub least: u32,
    /// At most so many; none where the course goes on until the profile says that it is finished.
    pub most: Option<u32>,
    /// How many there mostly are, in words: `3 to 6`. It ends nothing.
    pub usually: Option<String>,
    /// The interval in words, where one is written.
    pub every: Option<String>,
    /// How many are left.
    pub remaining: Remaining,
    /// When the next one is.
    pub next: Option<Next>,
    /// When the course ends.
    pub ends: Option<Spread>,
    /// How sure it is that this one applies.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// How many sessions are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Remaining {
    /// At least so many.
    pub at_least: u32,
    /// At most so many; none where the course has no maximum.
    pub at_most: Option<u32>,
}

/// The next session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Next {
    /// Not before this day.
    pub earliest: Option<NaiveDate>,
    /// Not after this day.
    pub latest: Option<NaiveDate>,
    /// The same, in days from the treatment.
    pub earliest_day: Option<i64>,
    /// The same, in days from the treatment.
    pub latest_day: Option<i64>,
    /// Where the asked day stands to them.
    pub state: Option<NextState>,
    /// Whether the course may also end without it: its minimum is reached.
    pub optional: bool,
}

/// Where the asked day stands to the next session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NextState {
    /// Before the earliest day.
    Early,
    /// From the earliest to the latest.
    Due,
    /// After the latest.
    Overdue,
}

/// A day between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// Not before.
    pub earliest: Option<NaiveDate>,
    /// Not after.
    pub latest: Option<NaiveDate>,
}

/// A `maintenance` sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Maintenance {
    /// The interval in words.
    pub every: String,
    /// When the first one is, counted from the final session.
    pub first: Option<Spread>,
    /// The concerns that it is for.
    pub concerns: Vec<String>,
    /// How sure it is.
    pub state: State,
    /// The facts that would settle it.
    pub asks: Vec<String>,
    /// What is left of the condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// What else the sentence says, in words: `on treated area`, `while outdoors`.
    pub details: Vec<String>,
    /// The author's reason.
    pub because: Option<String>,
    /// The keys of the sources.
    pub sources: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}
