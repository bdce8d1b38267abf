//! What fuzzing runs on one text. `bin/` gives these functions to libFuzzer; `tests/replay.rs` runs
//! them on the corpus in every `cargo test`.

pub mod check;
pub mod eval;
pub mod fmt;
mod found;
mod kit;
pub mod profile;
