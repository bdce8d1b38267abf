//! Scenarios.

use aftercare_dsl::syntax::tree::{
    AnswerWord, Expected, Known, KnownWhen, Outcome, Saying, Scenario, ScenarioDay, ScenarioLine,
};
use chrono::{NaiveDate, NaiveTime};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{at, name, text};
use aftercare_dsl::span::Spanned;

/// What is known and what is asked about stands in words that checking reads.
const WORDS: &[&str] = &[
    "skin type V",
    "not pregnant",
    "taking warfarin",
    "Retin-A",
    "\"day cream\"",
    "sunscreen with spf 30+",
    "fever 38.5 C",
    "after-sun lotion",
];

fn words() -> impl Strategy<Value = Spanned<String>> {
    select(WORDS).prop_map(|words| at(words.to_owned()))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..80_000_u64).prop_map(|days| {
        let first = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap();
        first + chrono::Days::new(days)
    })
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0..24_u32, 0..60_u32)
        .prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn day() -> impl Strategy<Value = Spanned<ScenarioDay>> {
    prop_oneof![
        (-400..400).prop_map(ScenarioDay::Day),
        date().prop_map(ScenarioDay::Date),
    ]
    .prop_map(at)
}

fn known() -> impl Strategy<Value = Spanned<Known>> {
    let when = prop_oneof![
        day().prop_map(KnownWhen::On),
        day().prop_map(KnownWhen::LastTaken),
    ];
    prop_oneof![
        1 => (date(), of(time())).prop_map(|(on, at)| Known::Treated { on, at }),
        4 => (words(), of(when)).prop_map(|(words, when)| Known::Said { words, when }),
    ]
    .prop_map(at)
}

fn outcome() -> BoxedStrategy<Outcome> {
    let saying = select(vec![Saying::Says, Saying::Provisionally, Saying::Not]);
    prop_oneof![
        (select(AnswerWord::ALL), words())
            .prop_map(|(answer, thing)| Outcome::Answer { answer, thing }),
        Just(Outcome::Refused),
        Just(Outcome::Contact),
        of(day()).prop_map(Outcome::Deferred),
        (words(), day()).prop_map(|(thing, day)| Outcome::FirstFree { thing, day }),
        words().prop_map(Outcome::Asks),
        (saying, name(), of(text())).prop_map(|(saying, label, words)| Outcome::Says {
            saying,
            label,
            words,
        }),
    ]
    .boxed()
}

fn line() -> impl Strategy<Value = ScenarioLine> {
    let expected = (of((day(), of(time()))), outcome()).prop_map(|(on, outcome)| Expected {
        on: on.map(|(day, _)| day),
        at: on.and_then(|(_, time)| time),
        outcome: at(outcome),
    });
    let cell = prop_oneof![4 => words(), 1 => Just(at(String::new()))];
    // A row ends with a cell that says something: an empty one behind the last `|` is none.
    let row = (vec(cell, 0..4), words()).prop_map(|(mut cells, last)| {
        cells.push(last);
        ScenarioLine::Row(cells)
    });
    prop_oneof![
        3 => vec(known(), 1..4).prop_map(ScenarioLine::Given),
        4 => expected.prop_map(ScenarioLine::Expected),
        1 => row,
    ]
}

/// A scenario.
pub fn scenario() -> impl Strategy<Value = Scenario> {
    (text(), vec(line().prop_map(at), 0..6)).prop_map(|(name, lines)| Scenario { name, lines })
}
