//! What the test modules share: text in, plan out, through the whole library.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use aftercare_dsl::check::{Bundled, CheckOptions, Entry, Protocol, check, together};
use aftercare_dsl::diagnostic::{Diagnostic, Severity, any_error};
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::render;
use aftercare_dsl::source::Sources;
use chrono::{NaiveDate, NaiveDateTime};
use proptest::test_runner::{Config, RngSeed};
use serde_json::Value;

/// The plan as `aftercare-plan/1`, asked about `on` (`2026-06-03` or `2026-06-03T10:30`).
///
/// Panics, with every message, where the protocol or the profile has an error.
pub fn plan_json(protocol_text: &str, profile_toml: &str, on: Option<&str>) -> Value {
    plans_json(protocol_text, profile_toml, &[on])
        .pop()
        .expect("one day asked, one plan")
}

/// The same for several days, with one reading of the protocol and of the profile.
pub fn plans_json(protocol_text: &str, profile_toml: &str, days: &[Option<&str>]) -> Vec<Value> {
    let (protocol, patient) =
        read(protocol_text, profile_toml).unwrap_or_else(|problem| panic!("{problem}"));
    let plans = days.iter().map(|on| {
        let plan =
            plan(&protocol, &patient, on.map(moment)).unwrap_or_else(|problem| panic!("{problem}"));
        serde_json::from_str(&render::json(&plan)).expect("the plan is JSON")
    });
    plans.collect()
}

/// The protocol and the profile, checked and read; every error's message where there is one.
pub fn read(protocol_text: &str, profile_toml: &str) -> Result<(Protocol, Profile), String> {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(
        &mut sources,
        &Bundled,
        "test.rules",
        protocol_text,
        &options,
    );
    let Some(protocol) = checked.protocol else {
        return Err(messages("protocol", &sources, &checked.diagnostics));
    };
    let source = sources.add("patient.toml", profile_toml);
    let (patient, found) =
        profile::read(source, "patient.toml", profile_toml, &protocol.vocabulary);
    if any_error(&found) {
        return Err(messages("profile", &sources, &found));
    }
    Ok((protocol, patient))
}

/// Several protocols over one vocabulary, called `1.rules` and so on, and the profile; every error's message where there
/// is one.
pub fn read_together(
    texts: &[&str],
    profile_toml: &str,
) -> Result<(Vec<Protocol>, Profile), String> {
    let mut sources = Sources::new();
    let names: Vec<String> = (1..=texts.len())
        .map(|number| format!("{number}.rules"))
        .collect();
    let mut alone = Vec::new();
    for (name, text) in names.iter().zip(texts) {
        let checked = check(&mut sources, &Bundled, name, text, &CheckOptions::default());
        let wrong = || messages("protocol", &sources, &checked.diagnostics);
        alone.push(checked.protocol.ok_or_else(wrong)?);
    }
    let entries = names.iter().zip(texts).zip(&alone);
    let entries: Vec<Entry<'_>> = entries
        .map(|((name, text), protocol)| Entry {
            library: &Bundled,
            name,
            text,
            protocol,
        })
        .collect();
    let protocols = together(&mut sources, &entries)
        .map_err(|found| messages("protocols", &sources, &found))?;
    let source = sources.add("patient.toml", profile_toml);
    let vocabulary = &protocols.first().expect("there are protocols").vocabulary;
    let (patient, found) = profile::read(source, "patient.toml", profile_toml, vocabulary);
    if any_error(&found) {
        return Err(messages("profile", &sources, &found));
    }
    Ok((protocols, patient))
}

/// The plan itself.
pub fn plan(protocol: &Protocol, patient: &Profile, on: Option<Moment>) -> Result<Plan, String> {
    evaluate(protocol, patient, on).map_err(|error| format!("the plan: {}", error.message))
}

/// How a property runs: `full` cases, each run others, where `AFTERCARE_TESTS` is `full`; otherwise a tenth of
/// them, the same ones each time, so that a change alone is what turns the tests red. `PROPTEST_RNG_SEED`
/// chooses others.
pub fn config(full: u32) -> Config {
    let chosen = Config::default();
    let rng_seed = match chosen.rng_seed {
        RngSeed::Random if !is_full() => RngSeed::Fixed(20_260_601),
        seed => seed,
    };
    Config {
        cases: cases(full),
        failure_persistence: None,
        rng_seed,
        ..chosen
    }
}

/// How many cases a property runs: `full` of them where `AFTERCARE_TESTS` is `full`, a tenth otherwise.
pub fn cases(full: u32) -> u32 {
    if is_full() { full } else { full / 10 }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test binary may read how much it is to run"
)]
pub fn is_full() -> bool {
    std::env::var("AFTERCARE_TESTS").is_ok_and(|scale| scale == "full")
}

pub fn moment(text: &str) -> Moment {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Moment::day(date);
    }
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map(Moment::at)
        .unwrap_or_else(|_| panic!("`{text}` is no day"))
}

/// The errors, each with the text that it is about.
fn messages(what: &str, sources: &Sources, found: &[Diagnostic]) -> String {
    let errors = found.iter().filter(|one| one.severity() == Severity::Error);
    let lines = errors.map(|one| match one.span() {
        Some(span) => format!("the {what}: {}, at `{}`", one.message, sources.text(span)),
        None => format!("the {what}: {}", one.message),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A text without the fingerprints in it, which change with each change of a vocabulary.
pub fn without_fingerprints(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_hexdigit()) {
        let (before, from) = rest.split_at(at);
        let digits = from.bytes().take_while(u8::is_ascii_hexdigit).count();
        let (run, after) = from.split_at(digits);
        kept += before;
        kept += if digits == 64 { "FINGERPRINT" } else { run };
        rest = after;
    }
    kept + rest
}
