//! A clinic's morning list: for each patient, whether a thing may be used today, and what is open.
//!
//! Run it with `cargo run --example recall`. It reads the bundled microneedling protocol once and
//! the patients beside this file, and asks about retinoids on 3 June 2026.

use std::process::ExitCode;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, Protocol, check};
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::source::Sources;
use aftercare_dsl::{eval, profile};
use chrono::NaiveDate;

const PATIENTS: &[(&str, &str)] = &[
    ("settled", include_str!("patients/settled.toml")),
    ("missing facts", include_str!("patients/missing-facts.toml")),
    ("mid-course", include_str!("patients/mid-course.toml")),
];

fn main() -> ExitCode {
    let mut sources = Sources::new();
    let text = bundled("microneedling").unwrap_or_default();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "microneedling", text, &options);
    let Some(protocol) = checked.protocol else {
        eprintln!("the bundled protocol does not check clean");
        return ExitCode::FAILURE;
    };
    let day = NaiveDate::from_ymd_opt(2026, 6, 3).map(Moment::day);
    for (name, text) in PATIENTS {
        match plan(&protocol, &mut sources, text, day) {
            Ok(plan) => println!("{name}: {}", summary(&plan, "retinoids")),
            Err(reason) => println!("{name}: no plan: {reason}"),
        }
    }
    ExitCode::SUCCESS
}

fn plan(
    protocol: &Protocol,
    sources: &mut Sources,
    text: &str,
    day: Option<Moment>,
) -> Result<Plan, String> {
    let source = sources.add("patient.toml", text);
    let (patient, mistakes) = profile::read(source, "patient.toml", text, &protocol.vocabulary);
    if let Some(mistake) = mistakes.first() {
        return Err(mistake.message.clone());
    }
    eval::evaluate(protocol, &patient, day).map_err(|diagnostic| diagnostic.message)
}

fn summary(plan: &Plan, thing: &str) -> String {
    let answers: Vec<String> = plan
        .things
        .iter()
        .filter(|answer| answer.thing == thing)
        .map(|answer| format!("{:?} ({:?})", answer.answer, answer.state))
        .collect();
    format!(
        "{:?}; {thing}: {}; {} questions open",
        plan.status,
        if answers.is_empty() {
            "not named".to_owned()
        } else {
            answers.join(", ")
        },
        plan.questions.len()
    )
}
