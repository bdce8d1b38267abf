//! A protocol, a patient and a day: evaluated and printed.

use aftercare_dsl::check::{CheckOptions, Protocol, check};
use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::plan::Moment;
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::render::{self, TextOptions};
use aftercare_dsl::source::Sources;

use super::found;
use super::kit::Kit;

/// What parts the protocol from the profile and the profile from the day.
const LINE: &str = "\n===\n";

/// Evaluates a text of three parts; the last two may be missing.
pub fn run(text: &str) {
    let mut parts = text.split(LINE);
    let mut sources = Sources::new();
    let rules = parts.next().unwrap_or_default();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Kit, "fuzz.rules", rules, &options);
    let Some(protocol) = checked.protocol else {
        return;
    };
    let facts = parts.next().unwrap_or_default();
    let source = sources.add("fuzz.toml", facts);
    let (patient, mistakes) = profile::read(source, "fuzz.toml", facts, &protocol.vocabulary);
    if any_error(&mistakes) {
        return;
    }
    let day = parts.next().map(str::trim).and_then(|day| day.parse().ok());
    planned(&protocol, &patient, day.map(Moment::day), &sources);
}

fn planned(protocol: &Protocol, patient: &Profile, on: Option<Moment>, sources: &Sources) {
    let plan = match evaluate(protocol, patient, on) {
        Ok(plan) => plan,
        Err(diagnostic) => return found::sound(&[diagnostic], sources),
    };
    let options = TextOptions::default();
    found::safe(&render::text(&plan, &options));
    let json = render::json(&plan);
    found::safe(&json);
    let read = serde_json::from_str::<serde_json::Value>(&json);
    assert!(read.is_ok(), "{json}");
    let again = evaluate(protocol, patient, on);
    assert!(again.is_ok_and(|again| render::json(&again) == json));
}
