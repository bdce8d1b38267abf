//! How fast a protocol is parsed, checked and evaluated, and the program as a whole.
//!
//! Run with `cargo bench`; `cargo bench -- parse` runs the groups whose name holds the word. The figures
//! stand in the README.

#![expect(
    clippy::expect_used,
    reason = "a benchmark that cannot start has nothing better to do"
)]

mod clinic;
mod clinic_words;
mod evaluate;
mod every;
mod load;
mod mix;
mod parse;
mod process;
mod session;
mod typed;

use criterion::{criterion_group, criterion_main};

criterion_group!(
    benches,
    parse::parse,
    parse::parse_and_check,
    parse::real_sheets,
    load::load,
    evaluate::windows_and_states,
    evaluate::patients_per_second,
    evaluate::whole_plan,
    evaluate::questions_and_why,
    evaluate::make_ready,
    every::analysis,
    session::session,
    typed::keystroke,
    process::process
);
criterion_main!(benches);
