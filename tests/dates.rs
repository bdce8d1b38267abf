//! Boundary dates from the specification: every row of `tests/dates/*.txt`, whose README describes the format.

use std::any::Any;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde_json::Value;

/// The tables never shrink below the number that the project promised.
const LEAST_ROWS: usize = 180;

#[test]
fn every_boundary_date_is_as_the_specification_says() {
    let rows = tables().unwrap_or_else(|problem| panic!("{problem}"));
    assert!(
        rows.len() >= LEAST_ROWS,
        "only {} rows of dates",
        rows.len()
    );
    let failures: Vec<String> = rows.iter().filter_map(|row| row.run().err()).collect();
    assert!(
        failures.is_empty(),
        "{} of {} rows of dates fail:\n\n{}",
        failures.len(),
        rows.len(),
        failures.join("\n")
    );
}

#[test]
fn no_row_stands_twice_in_a_file() {
    let rows = tables().unwrap_or_else(|problem| panic!("{problem}"));
    let mut seen = BTreeSet::new();
    for row in &rows {
        let file = row.place.split(':').next();
        assert!(
            seen.insert((file, &row.sentence, &row.facts, &row.expected)),
            "{}: repeated",
            row.place
        );
    }
}

/// One row of a table: a sentence, a patient, and what the plan must say.
struct Row {
    /// `days.txt:12`
    place: String,
    sentence: String,
    facts: String,
    expected: String,
}

impl Row {
    /// `avoid makeup today | treated=2026-06-01 | last_day=2026-06-01`
    fn read(place: String, line: &str) -> Result<Self, String> {
        let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let &[sentence, facts, expected] = fields.as_slice() else {
            return Err(format!(
                "{place}: a row has three fields, this has {}",
                fields.len()
            ));
        };
        let [sentence, facts, expected] = [sentence, facts, expected].map(str::to_owned);
        Ok(Self {
            place,
            sentence,
            facts,
            expected,
        })
    }

    /// Evaluates the row; the error is the whole report of what differs.
    fn run(&self) -> Result<(), String> {
        let differences = self.differences().unwrap_or_else(|problem| vec![problem]);
        if differences.is_empty() {
            return Ok(());
        }
        let mut report = format!(
            "{}: {}\n    with {}\n",
            self.place, self.sentence, self.facts
        );
        for difference in differences {
            let _ = writeln!(report, "    {}", difference.replace('\n', "\n    "));
        }
        Err(report)
    }

    fn differences(&self) -> Result<Vec<String>, String> {
        let patient = Patient::read(&self.facts)?;
        let plan = self.plan(&patient)?;
        let mut differences = Vec::new();
        for assertion in parts(&self.expected) {
            let (key, expected) = pair(assertion)?;
            let actual = shown(look_up(&plan, key)?);
            if actual != expected {
                differences.push(format!("{key}: expected {expected}, is {actual}"));
            }
        }
        Ok(differences)
    }

    fn plan(&self, patient: &Patient) -> Result<Value, String> {
        let protocol = format!("import skin-care\n{}{}\n", patient.header, self.sentence);
        let profile = patient.toml();
        let on = patient
            .on
            .as_deref()
            .or(patient.day_of_treatment.as_deref());
        catch_unwind(AssertUnwindSafe(|| {
            crate::support::plan_json(&protocol, &profile, on)
        }))
        .map_err(|panic| format!("no plan: {}", panic_text(panic.as_ref())))
    }
}

/// The profile field of a row, on its way to a header line and a TOML profile.
#[derive(Default)]
struct Patient {
    header: String,
    on: Option<String>,
    day_of_treatment: Option<String>,
    top: String,
    facts: String,
    medications: Vec<String>,
    history: String,
    events: String,
    symptoms: String,
}

impl Patient {
    fn read(facts: &str) -> Result<Self, String> {
        let mut patient = Self::default();
        for fact in parts(facts).filter(|fact| *fact != "-") {
            let (key, value) = pair(fact)?;
            patient.add(key, value)?;
        }
        Ok(patient)
    }

    fn add(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "aftercare" => self.header = format!("aftercare for {value}\n"),
            "course" => self.header += &format!("sessions {value}\n"),
            "on" => self.on = Some(value.to_owned()),
            "treated" => {
                self.day_of_treatment = value.split('T').next().map(str::to_owned);
                let seconds = if value.contains('T') { ":00" } else { "" };
                self.top += &format!("treated = {value}{seconds}\n");
            }
            "zone" => self.top += &format!("zone = \"{value}\"\n"),
            "sessions" if value == "none" => self.top += "sessions = []\n",
            "sessions" => self.top += &format!("sessions = [{}]\n", value.replace(',', ", ")),
            _ => return self.add_named(key, value),
        }
        Ok(())
    }

    /// `event healed=2026-06-06`, `last taken isotretinoin=now`, `fact pregnant=true`
    fn add_named(&mut self, key: &str, value: &str) -> Result<(), String> {
        let line = |name: &str| format!("\"{name}\" = {value}\n");
        if let Some(name) = key.strip_prefix("fact ") {
            self.facts += &line(name);
        } else if let Some(name) = key.strip_prefix("event ") {
            self.events += &line(name);
        } else if let Some(name) = key.strip_prefix("symptom ") {
            self.symptoms += &line(name);
        } else if let Some(name) = key.strip_prefix("history ") {
            self.history += &line(name);
        } else if let Some(name) = key.strip_prefix("last taken ") {
            let taken = if value == "now" {
                String::new()
            } else {
                format!(", last_taken = {value}")
            };
            self.medications
                .push(format!("{{ name = \"{name}\"{taken} }}"));
        } else {
            return Err(format!("`{key}` is no profile fact of these tables"));
        }
        Ok(())
    }

    fn toml(&self) -> String {
        let mut toml = self.top.clone();
        let mut facts = self.facts.clone();
        if !self.medications.is_empty() {
            facts += &format!("medications = [{}]\n", self.medications.join(", "));
        }
        for (table, lines) in [
            ("facts", &facts),
            ("history", &self.history),
            ("events", &self.events),
            ("symptoms", &self.symptoms),
        ] {
            if !lines.is_empty() {
                toml += &format!("[{table}]\n{lines}");
            }
        }
        toml
    }
}

/// What the plan says under one key of the tables; a key that the plan leaves out is null.
fn look_up<'plan>(plan: &'plan Value, key: &str) -> Result<Found<'plan>, String> {
    let path = match key {
        "status" => "/status".to_owned(),
        "directives" => return Ok(Found::Count(directives(plan)?.len())),
        "deferred_until" => "/before_treatment/0/deferred_until".to_owned(),
        "next.earliest" | "next.latest" | "ends.earliest" | "ends.latest" => {
            format!("/treatments/0/sessions/{}", key.replace('.', "/"))
        }
        _ => return look_up_in_directive(only_directive(plan)?, key),
    };
    Ok(Found::Value(plan.pointer(&path)))
}

fn look_up_in_directive<'plan>(directive: &'plan Value, key: &str) -> Result<Found<'plan>, String> {
    let windows = directive
        .get("windows")
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    Ok(match key {
        "from" | "last_day" | "first_free_day" | "firm_until" | "advised_until" | "open_until"
        | "releases" | "phase" | "state" => Found::Value(directive.get(key)),
        "from_time" | "from_day" => {
            Found::Value(windows.first().and_then(|window| window.get(key)))
        }
        "until_time" | "to_day" => Found::Value(windows.last().and_then(|window| window.get(key))),
        "windows" => Found::Count(windows.len()),
        _ => return Err(format!("`{key}` is no assertion of these tables")),
    })
}

fn only_directive(plan: &Value) -> Result<&Value, String> {
    match directives(plan)? {
        [directive] => Ok(directive),
        several => Err(format!(
            "the plan has {} directives, not one",
            several.len()
        )),
    }
}

fn directives(plan: &Value) -> Result<&[Value], String> {
    plan.get("directives")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .ok_or_else(|| "the plan has no `directives`".to_owned())
}

/// A value of the plan, or a number counted in it.
enum Found<'plan> {
    Value(Option<&'plan Value>),
    Count(usize),
}

/// As the tables write it: text without its quotes, `null` for what is left out.
fn shown(found: Found<'_>) -> String {
    match found {
        Found::Count(count) => count.to_string(),
        Found::Value(None) => "null".to_owned(),
        Found::Value(Some(Value::String(text))) => text.clone(),
        Found::Value(Some(other)) => other.to_string(),
    }
}

/// Every row of every table, in the order of file names and lines.
fn tables() -> Result<Vec<Row>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dates");
    let entries = folder
        .read_dir()
        .map_err(|error| format!("tests/dates: {error}"))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    names.sort();
    let mut rows = Vec::new();
    for name in names {
        table(&folder, &name, &mut rows)?;
    }
    Ok(rows)
}

fn table(folder: &Path, name: &str, rows: &mut Vec<Row>) -> Result<(), String> {
    let mut text = String::new();
    File::open(folder.join(name))
        .and_then(|mut file| file.read_to_string(&mut text))
        .map_err(|error| format!("{name}: {error}"))?;
    for (index, line) in text.lines().enumerate() {
        if !line.is_empty() && !line.starts_with('#') {
            rows.push(Row::read(
                format!("tests/dates/{name}:{}", index + 1),
                line,
            )?);
        }
    }
    Ok(())
}

fn parts(field: &str) -> impl Iterator<Item = &str> {
    field
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn pair(part: &str) -> Result<(&str, &str), String> {
    part.split_once('=')
        .ok_or_else(|| format!("`{part}` wants `key=value`"))
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned())
}
