//! The answers about a list of ingredients.

use serde::Serialize;

use crate::plan::{Moment, Status};

use super::Answered;

/// What a plan answers about the ingredients on a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ingredients {
    /// Always [`INGREDIENTS_FORMAT`](super::INGREDIENTS_FORMAT).
    pub format: &'static str,
    /// The day, or the day and time, that is asked about; none where there is no treatment date.
    pub on: Option<Moment>,
    /// How many days after the treatment that is; negative before it.
    pub day: i64,
    /// The plan's status.
    pub status: Status,
    /// The ingredients, in the order of the label, each once.
    pub ingredients: Vec<Ingredient>,
}

/// One ingredient of a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ingredient {
    /// As the label has it.
    pub label: String,
    /// Whether the label says "may contain".
    pub may_contain: bool,
    /// What the vocabulary knows of it, with the answers: of `Aqua/Water` or `Parfum (Linalool)`
    /// there may be several.
    pub found: Vec<Found>,
    /// The names in it that the vocabulary does not know. Nothing is known of them: least of all that
    /// they are fine.
    pub unknown: Vec<String>,
    /// Of an unknown one: a known name that is spelt nearly alike, or stands in it.
    pub near: Option<String>,
}

/// A known name in an ingredient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The name on the label.
    pub label: String,
    /// The answers about it.
    pub answers: Vec<Answered>,
}
