//! The example patients' plans as text, redacted, as JSON and as calendars: `tests/examples/`. Handouts and bundles have
//! their goldens beside their other tests.
//!
//! `AFTERCARE_BLESS=1 cargo test examples::` writes them anew: read what changed.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests fail as tests do"
)]

use std::path::Path;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Protocol;
use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::eval::evaluate_together;
use aftercare_dsl::plan::Plan;
use aftercare_dsl::profile::Profile;
use aftercare_dsl::render::{Issue, Key, Redacted, TextOptions, calendar, json, redacted, text};

use crate::annotated::text_of;
use crate::support::{moment, read_together, without_fingerprints};

/// The example patients, each with the protocols and the day that its comment names.
const PATIENTS: [(&str, &[&str], &str); 10] = [
    ("settled", &["microneedling"], "2026-06-01"),
    ("by-brand", &["microneedling"], "2026-06-15"),
    ("mid-course", &["microneedling"], "2026-06-10"),
    ("missing-facts", &["microneedling"], "2026-06-03"),
    ("red-flag", &["microneedling"], "2026-06-07"),
    ("deferred", &["microneedling"], "2026-06-10"),
    ("refused", &["microneedling"], "2026-06-08"),
    ("peel", &["examples/superficial-peel.rules"], "2026-06-22"),
    (
        "waxed",
        &["examples/laser-hair-removal.rules"],
        "2026-06-17",
    ),
    (
        "both-treatments",
        &["microneedling", "botulinum-toxin"],
        "2026-06-02",
    ),
];

/// A plan as JSON is long: this one has each kind of line.
const AS_JSON: &str = "both-treatments";

fn text_at(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    text_of(&folder.join(path)).unwrap()
}

fn evaluated(protocols: &[Protocol], patient: &Profile, on: &str) -> Result<Plan, Diagnostic> {
    let (first, others) = protocols.split_first().unwrap();
    evaluate_together((first, others), patient, Some(moment(on)))
}

/// A calendar on lines that are not folded; none of a treatment that is not given.
fn calendar_of(plan: &Plan) -> Option<String> {
    let issue = Issue {
        key: Key::new(b"the secret of this plan").unwrap(),
        number: 1,
        issued: "2026-06-01T10:30:00".parse().unwrap(),
        discreet: false,
    };
    let text = calendar(plan, &issue).ok()?;
    Some(text.replace("\r\n ", "").replace("\r\n", "\n"))
}

/// The goldens of one patient, each with its ending.
fn printed(name: &str, protocols: &[&str], on: &str) -> Vec<(&'static str, String)> {
    let rules: Vec<String> = protocols
        .iter()
        .map(|protocol| bundled(protocol).map_or_else(|| text_at(protocol), str::to_owned))
        .collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let profile = text_at(&format!("examples/patients/{name}.toml"));
    let read = read_together(&rules, &profile);
    let (protocols, patient) = read.unwrap_or_else(|problem| panic!("{name}: {problem}"));
    let plan = evaluated(&protocols, &patient, on).unwrap();
    let mut all = vec![("txt", text(&plan, &TextOptions::default()))];
    let hidden = redacted(
        &patient,
        Redacted::Text(TextOptions::default()),
        |patient| evaluated(&protocols, patient, on),
    );
    let (_, hidden) = hidden.unwrap();
    all.push(("redacted.txt", hidden));
    all.extend(calendar_of(&plan).map(|text| ("ics", text)));
    if name == AS_JSON {
        all.push(("json", json(&plan)));
    }
    all
}

#[test]
fn plans_of_the_example_patients_are_as_their_goldens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let mut wrong = Vec::new();
    let mut made = std::collections::BTreeSet::new();
    for (name, protocols, on) in PATIENTS {
        for (ending, text) in printed(name, protocols, on) {
            let text = without_fingerprints(&text);
            let file = format!("{name}.{ending}");
            let path = folder.join(&file);
            if std::env::var_os("AFTERCARE_BLESS").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &text).unwrap();
            } else if text_of(&path).as_deref() != Some(text.as_str()) {
                wrong.push(file.clone());
            }
            made.insert(file);
        }
    }
    for file in std::fs::read_dir(&folder).unwrap() {
        let name = file.unwrap().file_name().to_string_lossy().into_owned();
        if !made.contains(&name) {
            wrong.push(format!("{name}, which nothing makes"));
        }
    }
    assert!(wrong.is_empty(), "other than their goldens: {wrong:?}");
}

#[test]
fn every_example_patient_is_here() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/patients");
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut here: Vec<&str> = PATIENTS.iter().map(|(name, ..)| *name).collect();
    there.sort();
    here.sort_unstable();
    assert_eq!(there, here);
}
