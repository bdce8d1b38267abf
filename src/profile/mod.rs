//! A patient's facts, read with the place of every value.

mod model;

pub use model::{Answered, History, Medication, Product, Profile, Reported, Value};
