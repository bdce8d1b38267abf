//! A second evaluator, naive and day by day, written from the specification and not from the engine:
//! it goes through every way of filling in what is unknown, and says for each thing and day which of
//! the four answers a protocol gives, and in which state. Generated protocols and patients are given
//! to both.

#![expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a test may fail by panicking, and its lists are its own"
)]

mod answer;
mod asking;
mod compare;
mod days;
mod defects;
mod elsewhere;
mod evaluate;
mod generate;
mod line;
mod model;
mod open;
mod patient;
mod properties;
mod schedule;
mod several;
mod still;
mod text;
mod window;
mod world;

use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::support::config;
use generate::{patients, protocols};

/// Cases that are left out do not count as cases.
fn many() -> Config {
    Config {
        max_global_rejects: 100_000,
        ..config(10_000)
    }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn both_evaluators_answer_alike(protocol in protocols(), patient in patients()) {
        if open::is_open(&protocol, &patient) {
            return Err(TestCaseError::reject("the specification leaves it open"));
        }
        match compare::compare(&protocol, &patient) {
            None => return Err(TestCaseError::reject("too many worlds")),
            Some(Ok(())) => {}
            Some(Err(report)) => return Err(TestCaseError::fail(report)),
        }
    }
}
