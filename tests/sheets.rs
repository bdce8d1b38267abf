//! Fifty real aftercare sheets as protocols: each instruction is there, each sheet runs, and what cannot be
//! said is counted. The sheets are in `tests/sheets/`; behind each sentence stand the ids that it carries.
//!
//! `AFTERCARE_BLESS=1 cargo test sheets` writes the goldens and the tables anew: read what changed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod carried;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use aftercare_dsl::analysis::{findings, held_back, never};
use aftercare_dsl::bundled::{BUNDLED, PROTOCOLS};
use aftercare_dsl::check::{Bundled, CheckOptions, Checked, check};
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::plan::Moment;
use aftercare_dsl::profile::Profile;
use aftercare_dsl::read::{EXAMPLE, read_back};
use aftercare_dsl::render::{self, TextOptions, plain};
use aftercare_dsl::source::Sources;

use self::carried::Carried;
pub(crate) use self::table::put;
use crate::annotated::text_of;
use crate::support::without_fingerprints;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets")
}

/// A sheet of the corpus: how many instructions it has, and what was treated.
struct Listed {
    name: String,
    instructions: usize,
}

/// The sheets that the corpus has, from `ids.txt`.
fn listed() -> Vec<Listed> {
    let text = include_str!("sheets/ids.txt");
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let listed = rows.map(|row| {
        let (name, rest) = row.split_once(": ").unwrap();
        let count = rest.split(' ').next().unwrap();
        Listed {
            name: name.to_owned(),
            instructions: count.parse().unwrap(),
        }
    });
    listed.collect()
}

/// A sheet as a protocol.
pub(crate) struct Sheet {
    name: String,
    pub(crate) text: String,
    sources: Sources,
    pub(crate) checked: Checked,
}

impl Sheet {
    fn read(name: &str) -> Self {
        let text = text_of(&folder().join(format!("{name}.rules"))).unwrap();
        let mut sources = Sources::new();
        let file = format!("{name}.rules");
        let options = CheckOptions::default();
        let checked = check(&mut sources, &Bundled, &file, &text, &options);
        Self {
            name: name.to_owned(),
            text,
            sources,
            checked,
        }
    }

    /// What carries each of its instructions.
    fn carried(&self) -> Carried {
        Carried::of(&self.text, &self.checked.file)
    }
}

pub(crate) fn sheets() -> Vec<Sheet> {
    let listed = listed();
    listed
        .iter()
        .map(|sheet| Sheet::read(&sheet.name))
        .collect()
}

/// Holds a text to the file that it is kept in, or writes it there.
pub(crate) fn hold(path: &Path, now: &str) {
    hold_whole(path, &without_fingerprints(now));
}

/// The same of a page that has fingerprints of its own, which another test holds.
fn hold_whole(path: &Path, now: &str) {
    if std::env::var_os("AFTERCARE_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, now).unwrap();
    }
    let then = text_of(path).unwrap_or_default();
    let differs = now
        .lines()
        .zip(then.lines())
        .find(|(now, then)| now != then);
    assert!(
        now == then,
        "{} differs, first in {differs:?}",
        path.display()
    );
}

#[test]
fn every_instruction_of_the_corpus_is_in_its_sheet() {
    let listed = listed();
    let all: usize = listed.iter().map(|sheet| sheet.instructions).sum();
    assert_eq!((listed.len(), all), (50, 705));
    for sheet in &listed {
        let carried = Sheet::read(&sheet.name).carried();
        let wanted: Vec<String> = (1..=sheet.instructions)
            .map(|number| format!("{}-{number:02}", sheet.name))
            .collect();
        let found: Vec<&String> = carried.instructions.keys().collect();
        assert_eq!(found, wanted.iter().collect::<Vec<_>>(), "{}", sheet.name);
    }
}

#[test]
fn every_sheet_is_a_protocol_without_an_error() {
    for sheet in sheets() {
        let errors: Vec<String> = sheet
            .checked
            .diagnostics
            .iter()
            .filter(|_| sheet.checked.protocol.is_none())
            .map(|one| plain(one, &sheet.sources, 100))
            .collect();
        assert!(sheet.checked.protocol.is_some(), "{}", errors.join("\n"));
    }
}

#[test]
fn every_sheet_is_in_the_one_layout() {
    for sheet in sheets() {
        let mut sources = Sources::new();
        let source = sources.add(sheet.name.as_str(), sheet.text.as_str());
        let protected = &sheet.checked.protected;
        let form = aftercare_dsl::format::format(source, &sheet.text, protected).unwrap();
        assert_eq!(sheet.text, form, "{}", sheet.name);
    }
}

/// A quoted text is none that the interpreter understands, so that its instruction says why it stands there.
#[test]
fn what_only_a_quoted_text_carries_is_marked_with_its_reason() {
    let mut unmarked = Vec::new();
    for sheet in sheets() {
        for (id, instruction) in sheet.carried().instructions {
            if instruction.quoted && instruction.reasons.is_empty() {
                unmarked.push(id);
            }
        }
    }
    assert!(unmarked.is_empty(), "{unmarked:?}");
}

#[test]
fn the_tables_are_what_the_sheets_say() {
    let sheets: BTreeMap<String, Carried> = sheets()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.carried()))
        .collect();
    let counted = table::counted(&sheets);
    println!("{counted}");
    for (file, mark, now) in [
        ("README.md", "sheets", &counted),
        (
            "tests/sheets/README.md",
            "reasons",
            &table::reasons(&sheets),
        ),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let document = text_of(&path).unwrap();
        hold_whole(&path, &table::put(&document, mark, now));
    }
    let all = table::total(&sheets);
    assert!(
        all.by_note * 100 <= all.instructions * 3,
        "by note: {}",
        all.by_note
    );
    assert!(all.quoted * 100 < all.things * 8, "quoted: {}", all.quoted);
}

/// What one sentence of a sheet takes from another, which the README judges; the bundled protocol and the
/// examples gainsay themselves nowhere.
#[test]
fn what_gainsays_what_is_what_the_readme_judges() {
    let judged = text_of(&folder().join("README.md")).unwrap();
    let judged: BTreeSet<String> = judged
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" | "))
        .filter(|(sentence, _)| sentence.contains(": `"))
        .map(|(sentence, _)| sentence.to_owned())
        .collect();
    let mut found = BTreeSet::new();
    for Listed { name, .. } in listed() {
        let sheet = Sheet::read(&name);
        found.extend(gainsaid(&sheet.checked).map(|sentence| format!("{name}: `{sentence}`")));
    }
    assert_eq!(found, judged);
    let examples = ["laser-hair-removal", "superficial-peel"].map(|name| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.rules"));
        text_of(&path).unwrap()
    });
    let bundled = PROTOCOLS
        .iter()
        .map(|name| aftercare_dsl::bundled::bundled(name).unwrap().to_owned());
    for text in examples.into_iter().chain(bundled) {
        let options = CheckOptions::default();
        let checked = check(&mut Sources::new(), &Bundled, "own.rules", &text, &options);
        assert_eq!(gainsaid(&checked).next(), None, "{text}");
    }
}

/// What is missing or rough, and gainsays nothing.
const ROUGH: [&str; 4] = [
    "missing-header",
    "missing-aftercare",
    "vague-end",
    "day-one",
];

#[test]
fn what_else_is_found_is_listed_in_the_readme() {
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for sheet in sheets() {
        let protocol = sheet.checked.protocol.as_ref().unwrap();
        let findings = findings(protocol).into_iter();
        let all = findings.chain(sheet.checked.diagnostics.iter().cloned());
        for code in all
            .map(|one| one.code.name())
            .filter(|code| !ROUGH.contains(code))
        {
            found.entry(code).or_default().insert(sheet.name.clone());
        }
    }
    let mut table = "| Finding | Sheets |\n|---|---|\n".to_owned();
    for (code, sheets) in found {
        let sheets: Vec<String> = sheets.into_iter().collect();
        table.push_str(&format!("| `{code}` | {} |\n", sheets.join(", ")));
    }
    table.push('\n');
    let path = folder().join("README.md");
    let document = text_of(&path).unwrap();
    hold_whole(&path, &table::put(&document, "found", &table));
}

/// What is held back, and what applies to nobody.
fn gainsaid(checked: &Checked) -> impl Iterator<Item = String> {
    let protocol = checked.protocol.as_ref().unwrap();
    let held = held_back(protocol).found.into_iter().map(|one| one.held);
    let all = held.chain(never(protocol).into_iter().map(|one| one.rule));
    all.map(|rule| rule.sentence.clone())
}

#[test]
fn every_sheet_reads_and_plans_as_its_golden() {
    let patient = Profile {
        treated: Some(Moment {
            time: None,
            ..EXAMPLE
        }),
        ..Profile::default()
    };
    let next_day = Moment {
        date: EXAMPLE.date.succ_opt().unwrap(),
        time: None,
    };
    for sheet in sheets() {
        let protocol = sheet.checked.protocol.as_ref().unwrap();
        let back = read_back(protocol, &sheet.sources, None).unwrap();
        let plan = evaluate(protocol, &patient, Some(next_day)).unwrap();
        let options = TextOptions::default();
        let goldens = folder().join("goldens");
        hold(
            &goldens.join(format!("{}-read.txt", sheet.name)),
            &render::read_back(&back, &options),
        );
        hold(
            &goldens.join(format!("{}-eval.txt", sheet.name)),
            &render::text(&plan, &options),
        );
    }
}

/// The bundled vocabularies of treatments can be imported side by side, in any order.
#[test]
fn all_vocabularies_go_together() {
    let names = || {
        let all = BUNDLED.iter().map(|(name, _)| *name);
        all.filter(|name| !PROTOCOLS.contains(name))
    };
    let forwards: Vec<&str> = names().collect();
    let backwards: Vec<&str> = forwards.iter().rev().copied().collect();
    for order in [forwards, backwards] {
        let imports: Vec<String> = order
            .iter()
            .map(|name| format!("import {name}\n"))
            .collect();
        let text = format!("{}avoid retinoids for 7 days\n", imports.concat());
        let mut sources = Sources::new();
        let options = CheckOptions::default();
        let checked = check(&mut sources, &Bundled, "all.rules", &text, &options);
        let found: Vec<String> = checked
            .diagnostics
            .iter()
            .filter(|one| one.code != aftercare_dsl::diagnostic::Code::MissingHeader)
            .map(|one| plain(one, &sources, 100))
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
