//! What may be named: the closed tables of verbs and units, and the open vocabulary of things.

mod unit;
mod verb;

pub use unit::{TIME_UNITS, UNITS, Unit, UnitRow};
pub use verb::{VERBS, VerbRow};
