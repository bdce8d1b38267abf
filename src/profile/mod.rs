//! A patient's facts, read with the place of every value.
//!
//! [`read`] takes a file, TOML or JSON of the same shape, [`set`] one `FACT = VALUE` on top of it,
//! and [`template`] gives a file to fill in. Both formats become one small tree of spanned values,
//! which one reader then turns into a [`Profile`].
//!
//! Messages end up in logs. They name keys, facts and what the protocol declares, and never a
//! patient's value; only the fixes, which are for the file itself, may hold one.

mod course;
mod date;
mod document;
mod events;
mod facts;
mod format;
mod history;
mod home;
mod json;
mod lists;
mod medications;
mod mistake;
mod model;
mod named;
mod nesting;
mod number;
mod order;
mod products;
mod reader;
mod set;
mod symptoms;
mod template;
mod toml;
mod toml_error;
mod treatments;
mod unset;
mod value;
mod write;

#[cfg(test)]
mod tests;

pub use document::{MAX_BYTES, read};
pub use model::{Answered, Course, History, Medication, Product, Profile, Reported, Value};
pub use set::set;
pub(crate) use set::{answer, is_unsure};
pub use template::template;
pub use unset::{unset, without};
pub use write::{WriteError, write};
