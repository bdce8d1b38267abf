//! A protocol, a patient and a day: evaluated, asked, read back and printed.

use aftercare_dsl::check::{CheckOptions, Protocol, check};
use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::eval::{Case, evaluate};
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::read::read_back;
use aftercare_dsl::render::{self, TextOptions};
use aftercare_dsl::source::Sources;

use super::found;
use super::kit::Kit;

/// What parts the protocol from the profile and the profile from the day.
const LINE: &str = "\n===\n";

/// What stands on a label.
const LABEL: &str = "Aqua, Tretinoin, mineral sunscreen (SPF 30), Unobtainium";

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
    shown(
        &render::text(&plan, &TextOptions::default()),
        &render::json(&plan),
    );
    let again = evaluate(protocol, patient, on);
    assert!(again.is_ok_and(|again| render::json(&again) == render::json(&plan)));
    let case = Case {
        protocol,
        profile: patient,
        on,
    };
    asked(&plan, &case, sources);
    match read_back(protocol, sources, Some(patient)) {
        Ok(read) => shown(
            &render::read_back(&read, &TextOptions::default()),
            &render::read_back_json(&read),
        ),
        Err(diagnostic) => found::sound(&[diagnostic], sources),
    }
}

/// What its open questions would change, and the answers about a label.
fn asked(plan: &Plan, case: &Case<'_>, sources: &Sources) {
    let options = TextOptions::default();
    match plan.questions(case) {
        Ok(open) => shown(
            &render::questions(&open, &options),
            &render::questions_json(&open),
        ),
        Err(diagnostic) => found::sound(&[diagnostic], sources),
    }
    match plan.ingredients(case, LABEL) {
        Ok(list) => shown(
            &render::ingredients(&list, &options),
            &render::ingredients_json(&list),
        ),
        Err(diagnostic) => found::sound(&[diagnostic], sources),
    }
}

/// Asserts that both forms can be shown, and that the second is JSON.
fn shown(text: &str, json: &str) {
    found::safe(text);
    found::safe(json);
    let read = serde_json::from_str::<serde_json::Value>(json);
    assert!(read.is_ok(), "{json}");
}
