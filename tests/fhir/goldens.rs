//! The example patients' bundles as they are written: `tests/fhir/goldens/`.
//!
//! `AFTERCARE_BLESS=1 cargo test fhir::goldens` writes them anew: read what changed. Narratives say the rest again, and
//! stand in one of them alone.

use std::path::Path;

use serde_json::Value;

use super::{Made, all_kinds, patients};

/// The bundle without what changes with each change of a vocabulary.
fn kept(made: &Made, narratives: bool) -> String {
    let mut bundle = made.bundle();
    for entry in bundle["entry"].as_array_mut().unwrap() {
        let text = &mut entry["resource"]["text"];
        if !narratives {
            text["div"] = Value::from("NARRATIVE");
        }
    }
    let mut text = serde_json::to_string_pretty(&bundle).unwrap();
    let plan = super::resources(&bundle, "CarePlan")[0];
    for name in super::list(&plan["instantiatesCanonical"]) {
        let (url, _) = name.as_str().unwrap().split_once('|').unwrap();
        text = text.replace(url, "urn:uuid:PROTOCOL");
    }
    text = text.replace(&made.plan.fingerprint, "FINGERPRINT");
    for protocol in &made.protocols {
        text = text.replace(&protocol.fingerprint, "FINGERPRINT");
    }
    text + "\n"
}

/// Checks or writes a golden.
fn holds(name: &str, text: &str, wrong: &mut Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fhir/goldens")
        .join(format!("{name}.json"));
    if std::env::var_os("AFTERCARE_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    } else if crate::annotated::text_of(&path).as_deref() != Some(text) {
        wrong.push(name.to_owned());
    }
}

#[test]
fn bundles_of_the_example_patients_and_a_definition_are_as_their_goldens() {
    let mut wrong = Vec::new();
    let all = patients().into_iter().chain([all_kinds()]);
    for made in all {
        let text = kept(&made, made.name == "all-kinds");
        holds(&made.name, &text, &mut wrong);
    }
    let exported = super::definition::all_kinds();
    let url = super::definition::value(&exported)["url"].clone();
    let url = url.as_str().unwrap();
    let fingerprint = exported.text.split("Fingerprint: ").nth(1).unwrap();
    let (fingerprint, _) = fingerprint.split_once('.').unwrap();
    let text = exported.text.replace(url, "urn:uuid:PROTOCOL");
    let text = text.replace(fingerprint, "FINGERPRINT");
    holds("definition", &text, &mut wrong);
    assert!(wrong.is_empty(), "other than their goldens: {wrong:?}");
}
