//! Calendars as other people's programs read them: Python's `icalendar` and `vobject`, and npm's `ical.js`.
//!
//! `AFTERCARE_CALENDAR_PYTHON` names a Python that has both packages, `AFTERCARE_CALENDAR_NODE` a folder whose
//! `node_modules` has `ical.js`. What is not there is said loudly, and not compared.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Event, events, issue, made, plans};

/// An event as a reader gives it.
#[derive(Debug, Deserialize)]
struct Read {
    uid: String,
    first: NaiveDate,
    after: NaiveDate,
    title: String,
    text: String,
    alarms: usize,
}

/// The calendars of all plans, as files.
struct Files {
    folder: PathBuf,
    all: Vec<(String, PathBuf, Vec<Event>)>,
}

impl Files {
    fn new(reader: &str) -> Self {
        let name = format!("aftercare-calendars-{reader}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let plans = plans().into_iter().enumerate();
        let all = plans.map(|(index, (name, plan))| {
            let text = made(&plan, &issue(1));
            let path = folder.join(format!("{index}.ics"));
            std::fs::write(&path, &text).unwrap();
            (name, path, events(&text))
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
    reason = "a test binary may read which programs read calendars, and run them"
)]
fn given(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

/// What a program prints about the files, so many lines for each.
#[track_caller]
fn compare(mut program: Command, files: &Files, lines: usize) {
    let output = program
        .args(files.all.iter().map(|(_, path, _)| path))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_ne!(
        text.trim(),
        "no libraries",
        "the Python has no icalendar or no vobject"
    );
    let read: Vec<Vec<Read>> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(read.len(), files.all.len() * lines, "{errors}");
    for (index, found) in read.iter().enumerate() {
        let (name, _, expected) = &files.all[index / lines];
        assert_eq!(found.len(), expected.len(), "{name}");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found.uid, expected.uid, "{name}");
            assert_eq!(found.first, expected.first, "{name}: {}", expected.title);
            assert_eq!(found.after, expected.after, "{name}: {}", expected.title);
            assert_eq!(found.title, expected.title, "{name}");
            assert_eq!(found.text, expected.text, "{name}");
            assert_eq!(found.alarms, expected.alarms, "{name}: {}", expected.title);
        }
    }
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/calendar")
        .join(name)
}

#[test]
#[expect(clippy::print_stderr, reason = "what is not compared is said loudly")]
fn pythons_libraries_read_the_same_events() {
    let Some(python) = given("AFTERCARE_CALENDAR_PYTHON") else {
        eprintln!("SKIPPED: name a Python with icalendar and vobject in AFTERCARE_CALENDAR_PYTHON");
        return;
    };
    let mut program = Command::new(python);
    program.arg(script("read.py"));
    compare(program, &Files::new("python"), 2);
}

#[test]
#[expect(clippy::print_stderr, reason = "what is not compared is said loudly")]
fn ical_js_reads_the_same_events() {
    let Some(folder) = given("AFTERCARE_CALENDAR_NODE") else {
        eprintln!("SKIPPED: name a folder with node_modules/ical.js in AFTERCARE_CALENDAR_NODE");
        return;
    };
    let mut program = Command::new("node");
    program.arg(script("read.mjs")).arg(folder);
    compare(program, &Files::new("node"), 1);
}
