//! The open questions, and what their answers would change.

use serde::Serialize;

use crate::plan::{Moment, Question, Status};

use super::Difference;

/// The questions of a plan, the one that can settle most lines first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Questions {
    /// Always [`QUESTIONS_FORMAT`](super::QUESTIONS_FORMAT).
    pub format: &'static str,
    /// The day, or the day and time, that is asked about; none where there is no treatment date.
    pub on: Option<Moment>,
    /// The plan's status.
    pub status: Status,
    /// The questions.
    pub questions: Vec<Weighed>,
}

/// A question, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// The question, as the plan has it.
    #[serde(flatten)]
    pub question: Question,
    /// What answers would change; answers that change the same stand together.
    pub effects: Vec<Effect>,
}

/// What some answers would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The answers, in words: `yes`, `IV`, `18 years`, `isotretinoin`. Of a number, each stands for
    /// all that conditions treat alike.
    pub answers: Vec<String>,
    /// The difference to the plan as it is.
    pub difference: Difference,
}
