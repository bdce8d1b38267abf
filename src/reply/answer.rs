//! The answer about one thing.

use chrono::NaiveDate;
use serde::Serialize;

use crate::plan::{
    Answer, ClockTime, Moment, RuleRef, SourceNote, State, Status, ThingAnswer, Verb, Window,
};

use super::{WhatIf, WhyNot};

/// What a plan answers about a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// Always [`ANSWER_FORMAT`](super::ANSWER_FORMAT).
    pub format: &'static str,
    /// The day, or the day and time, that is asked about; none where there is no treatment date: then
    /// the answer is about day 0, the day of the treatment.
    pub on: Option<Moment>,
    /// How many days after the treatment that is; negative before it.
    pub day: i64,
    /// The plan's status: a red flag, a refusal or a deferral stands above any answer.
    pub status: Status,
    /// The thing.
    pub asked: AskedThing,
    /// The answers: one for a thing, and for a class whose members all have it; otherwise one for
    /// each of the things and classes below it.
    pub answers: Vec<Answered>,
    /// The answers about narrower things that sentences name apart: `mineral sunscreen`.
    pub narrower: Vec<Answered>,
    /// The sentences that name the thing, or a class above it, and do not apply to this patient.
    pub not_applying: Vec<RuleRef>,
    /// Why it is not allowed, where that was asked.
    pub why_not: Option<WhyNot>,
    /// What other answers of the patient would change, where that was asked.
    pub what_if: Option<WhatIf>,
}

/// What was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedThing {
    /// As it was asked.
    pub typed: String,
    /// As the vocabulary names it, attributes included.
    pub name: String,
    /// Whether it was asked by another name: a synonym or a brand.
    pub by_other_name: bool,
    /// Its kind: `substance`, `medicine`.
    pub kind: String,
    /// The named classes above it.
    pub classes: Vec<String>,
    /// How many things are below it; 0 for a thing at the bottom.
    pub members: usize,
}

/// An answer, until when it holds, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The answer, as the plan's `things` have it.
    #[serde(flatten)]
    pub thing: ThingAnswer,
    /// Until when it holds, and what comes then.
    pub until: Until,
    /// The lines behind it, what decides first.
    pub why: Vec<Reason>,
}

/// Until when an answer holds, counted from the day or the minute that is asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Until {
    /// The last day of this answer; none where it does not end, or ends with an event.
    pub last_day: Option<Day>,
    /// The clock time on that day at which a restriction ends, where hours count.
    pub last_time: Option<ClockTime>,
    /// Of an answer that is settled: the first day on which it stays the same and is open.
    pub open_from: Option<Day>,
    /// The last day of "better not" that follows on "avoid" without a gap.
    pub better_not_until: Option<Day>,
    /// The clock time on that day, likewise.
    pub better_not_time: Option<ClockTime>,
    /// Of a restriction: the first day on which no part of the day is restricted.
    pub first_free_day: Option<Day>,
    /// What is answered then.
    pub then: Option<Answer>,
    /// The next day on which it is restricted, after a day on which it is not.
    pub again_from: Option<Day>,
    /// The clock time on that day from which it is, where hours count.
    pub again_time: Option<ClockTime>,
    /// Whether that is before the next session.
    pub before_next_session: bool,
    /// Whether the next session ends it: then no free day is given, since what holds after that session
    /// counts from it.
    pub until_next_session: bool,
    /// The event that ends the answer, while that has not happened.
    pub open_until: Option<String>,
}

/// A day, by date where the treatment's date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Day {
    /// How many days after the treatment; negative before it.
    pub day: i64,
    /// The date; none where there is no treatment date.
    pub date: Option<NaiveDate>,
}

/// A line behind an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The sentence and its place.
    pub rule: RuleRef,
    /// What kind of line.
    pub verb: Verb,
    /// How sure it is.
    pub state: State,
    /// When it holds.
    pub windows: Vec<Window>,
    /// The author's reason.
    pub because: Option<String>,
    /// On whose word.
    pub sources: Vec<SourceNote>,
    /// The facts that it used, with their values.
    pub facts: Vec<String>,
    /// What is left of its condition, in words.
    #[serde(rename = "if")]
    pub if_: Option<String>,
    /// Of a line that holds until a symptom is there, that symptom.
    pub unless: Option<String>,
    /// The facts that would settle it.
    pub asks: Vec<String>,
}
