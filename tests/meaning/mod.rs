//! What real sheets showed to be read wrongly: each meaning once, as a protocol, a patient and what the plan
//! says.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod advice;
mod at_odds;
mod called;
mod caps;
mod doses;
mod drains;
mod eighteenth;
mod fifteenth;
mod flags;
mod fourteenth;
mod free_then;
mod going_on;
mod helped;
mod helps;
mod helps_thirteenth;
mod helps_twelfth;
mod kept;
mod led;
mod members;
mod misread;
mod narrow;
mod next_session;
mod nineteenth;
mod numbers;
mod nurses;
mod plainly;
mod printed;
mod put_off;
mod safest;
mod said;
mod sessions;
mod seventeenth;
mod sheet_words;
mod sixteenth;
mod steps;
mod tending;
mod turned;
mod twentieth;
mod twenty_first;
mod twenty_second;
mod twenty_third;
mod typed;
mod written;

use serde_json::Value;

use aftercare_dsl::render::{self, TextOptions};

use crate::support::{moment, plan as plan_of, plan_json, read};

/// The plan of a patient treated on 1 June 2026, asked about a day of June.
fn plan(rules: &str, patient: &str, day: u32) -> Value {
    let rules = format!("import skin-care\naftercare for 2 weeks\n{rules}\n");
    let patient = format!("treated = 2026-06-01\n{patient}\n");
    plan_json(&rules, &patient, Some(&format!("2026-06-{day:02}")))
}

/// The page of a patient treated on 1 June 2026, on the next day, on one line.
fn text_of(rules: &str) -> String {
    text_for(rules, "2026-06-01")
}

/// The same of a patient treated at a moment of that day.
fn text_for(rules: &str, treated: &str) -> String {
    let rules = format!("import skin-care\naftercare for 2 weeks\n{rules}\n");
    let treated = format!("treated = {treated}\n");
    let (protocol, patient) = read(&rules, &treated).expect("sound files");
    let on = plan_of(&protocol, &patient, Some(moment("2026-06-02"))).expect("dates in range");
    let page = render::text(&on, &TextOptions::default());
    let words: Vec<&str> = page.split_whitespace().collect();
    words.join(" ")
}

/// The texts at `key` of all lines of a part of a plan.
fn all<'p>(plan: &'p Value, part: &str, key: &str) -> Vec<&'p Value> {
    let lines = plan[part].as_array().expect("a list of lines");
    lines.iter().map(|line| &line[key]).collect()
}

/// What a plan says of a thing.
fn thing<'p>(plan: &'p Value, name: &str) -> &'p Value {
    let things = plan["things"].as_array().expect("a list of things");
    let found = things.iter().find(|one| one["thing"] == name);
    found.unwrap_or_else(|| panic!("nothing about {name}: {things:#?}"))
}

/// `answer, state` of a thing.
fn answer(plan: &Value, name: &str) -> String {
    let thing = thing(plan, name);
    let word = |key: &str| thing[key].as_str().unwrap_or_default().to_owned();
    format!("{}, {}", word("answer"), word("state"))
}
