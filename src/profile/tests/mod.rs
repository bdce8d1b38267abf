//! Profiles as files: the text first, what is read or told below it.

mod hostile;
mod mistakes;
mod reading;
mod setting;
mod support;
mod syntax;
mod table;
mod templates;
