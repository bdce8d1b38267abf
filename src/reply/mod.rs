//! What a plan answers when it is asked: about a thing, why and why not, until when, what if, about a
//! list of ingredients, and which questions are worth asking.
//!
//! Replies are plain data beside the plan. [`Reply`] serialises as `aftercare-answer/1` and
//! [`Questions`] as `aftercare-questions/1`, [`Ingredients`] as `aftercare-ingredients/1`; their JSON
//! Schemas stand in `src/reply/`. Keys stay; later versions of the engine add some.
//!
//! [`Plan::ask`](crate::plan::Plan::ask) and its siblings make them, and
//! [`render`](crate::render) prints them.

mod answer;
mod difference;
mod flat;
mod ingredients;
mod questions;
mod why_not;

pub use answer::{Answered, AskedThing, Day, Reason, Reply, Until};
pub use difference::{Change, Difference, LineChange, StatusChange, ThingChange, WhatIf};
pub use ingredients::{Found, Ingredient, Ingredients};
pub use questions::{Effect, Questions, Weighed};
pub use why_not::{Apart, Kin, Line, WhyNot};

/// The name of the format that [`Reply`] serialises as.
pub const ANSWER_FORMAT: &str = "aftercare-answer/1";

/// The name of the format that [`Ingredients`] serialises as.
pub const INGREDIENTS_FORMAT: &str = "aftercare-ingredients/1";

/// The name of the format that [`Questions`] serialises as.
pub const QUESTIONS_FORMAT: &str = "aftercare-questions/1";
