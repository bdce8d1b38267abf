//! A plan asked: about a thing, why and why not, until when, what if, about a list of ingredients,
//! and which questions are worth asking.
//!
//! A plan is plain data, so that each of these takes the [`Case`] that the plan was made from and sets
//! the scene again.

mod answer;
mod asked;
mod case;
mod ingredients;
mod kin;
mod label;
mod met;
mod possible;
mod reason;
mod until;
mod weigh;
mod what_if;
mod why_not;

pub use asked::Asked;
pub use case::Case;
pub use label::{Labelled, MAX_LABEL, label};
pub(crate) use met::Met;
pub(crate) use possible::setting;
