//! What the documents show is so: every block of README.md and CONTRIBUTING.md is run, their tables
//! are those of the program, and all that is bundled or an example works.
//!
//! A block's first word says what it is: `aftercare` is a protocol that checks clean, `sentences` are some of
//! one with the usual lines above them, `toml` a profile that reads clean, `text` a command and what it prints, `sh` commands of a known list, `rust` a
//! doctest. An `aftercare` or `toml` block with a file name after that word is put into the folder in
//! which the commands run. A line `...` stands for lines that are left out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod block;
pub(crate) mod tables;

use std::path::{Path, PathBuf};

use aftercare_dsl::bundled::{BUNDLED, SCENARIOS, bundled};
use aftercare_dsl::check::{Bundled, CheckOptions, Checked, check};
use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::profile;
use aftercare_dsl::render::plain_all;
use aftercare_dsl::scenario::suite;
use aftercare_dsl::source::Sources;

use crate::annotated::text_of;
pub(crate) use block::blocks;
use block::{Block, DOCUMENTS};

/// What a block of shell may hold, and nothing else.
const COMMANDS: &[&str] = &[
    "cargo run --release -- eval microneedling --patient examples/patients/settled.toml",
    "cargo test",
    "cargo bench",
    "cargo install --path .",
    "cargo test goldens",
    "AFTERCARE_TESTS=full cargo test",
    "AFTERCARE_BLESS=1 cargo test goldens",
    ".ci/run",
];

/// The day on which protocols are checked.
const TODAY: (i32, u32, u32) = (2026, 11, 22);

#[test]
fn every_block_is_of_a_kind_that_is_tested() {
    for block in blocks() {
        let known = [
            "aftercare",
            "sentences",
            "toml",
            "text",
            "sh",
            "rust",
            "repl",
        ]
        .contains(&block.kind.as_str());
        assert!(known, "{block}");
        let runs = block.kind != "text" || block.text.starts_with("$ aftercare-dsl ");
        assert!(runs, "{block} shows no command");
    }
}

#[test]
fn every_protocol_checks_clean() {
    for block in of_kind("aftercare") {
        let found = wrong_in(&block.text, &[Code::MissingHeader]);
        assert!(found.is_empty(), "{block}\n{found}");
    }
    for block in of_kind("sentences") {
        let text = format!("{}{}", crate::language::ABOVE, block.text);
        let found = wrong_in(&text, &[Code::MissingHeader]);
        assert!(found.is_empty(), "{block}\n{found}");
    }
}

#[test]
fn every_profile_reads_clean() {
    let mut sources = Sources::new();
    let text = bundled("microneedling").unwrap();
    let protocol = checked(&mut sources, text).protocol.unwrap();
    for block in of_kind("toml") {
        let file = sources.add("patient.toml", block.text.as_str());
        let vocabulary = &protocol.vocabulary;
        let (_, found) = profile::read(file, "patient.toml", &block.text, vocabulary);
        let found = plain_all(&found, &sources, 80);
        assert!(found.is_empty(), "{block}\n{found}");
    }
}

#[test]
fn every_shell_command_is_known() {
    for block in of_kind("sh") {
        for line in block.text.lines() {
            let command = line.split('#').next().unwrap_or_default().trim();
            assert!(COMMANDS.contains(&command), "{block}: {command}");
        }
    }
}

#[test]
fn every_path_that_is_named_is_there() {
    for (name, text) in DOCUMENTS {
        for quoted in text.split('`').skip(1).step_by(2) {
            let first = quoted.split('/').next().unwrap_or_default();
            let named = [
                "src", "tests", "rules", "examples", "grammar", "benches", ".ci",
            ];
            if named.contains(&first) && quoted.contains('/') && !quoted.contains(['*', ' ', '\n'])
            {
                assert!(root().join(quoted).exists(), "{name} names `{quoted}`");
            }
        }
    }
}

#[test]
fn all_that_is_bundled_or_an_example_checks_clean() {
    for (name, text) in BUNDLED {
        let found = wrong_in(text, &[]);
        assert!(found.is_empty(), "{name}\n{found}");
    }
    for (name, text) in SCENARIOS {
        let mut sources = Sources::new();
        let options = CheckOptions::default();
        let found = suite(&mut sources, &Bundled, name, text, &options).diagnostics;
        assert!(
            found.is_empty(),
            "{name}\n{}",
            plain_all(&found, &sources, 80)
        );
    }
    let examples = files("examples", "rules");
    assert!(examples.len() >= 2);
    for path in examples {
        let found = wrong_in(&text_of(&path).unwrap(), &[]);
        assert!(found.is_empty(), "{}\n{found}", path.display());
    }
}

#[cfg(feature = "cli")]
mod program {
    use super::block::commands;
    use super::{files, of_kind, root, text_of};
    use crate::cli::{Folder, Ran, run};
    use crate::support::without_fingerprints;

    /// The folder in which the commands of the documents run.
    fn folder() -> Folder {
        let mut folder = Folder::new();
        for path in files("examples", "rules") {
            let name = path.file_name().unwrap().to_str().unwrap();
            folder = folder.with(&format!("examples/{name}"), text_of(&path).unwrap());
        }
        for path in files("examples/patients", "toml") {
            let name = path.file_name().unwrap().to_str().unwrap();
            let copy = format!("examples/patients/{name}");
            folder = folder.with(&copy, text_of(&path).unwrap());
        }
        for kind in ["aftercare", "toml"] {
            for block in of_kind(kind) {
                if let Some(name) = &block.name {
                    folder = folder.with(name, &block.text);
                }
            }
        }
        folder
    }

    #[test]
    fn every_command_prints_what_is_shown() {
        let folder = folder();
        for block in of_kind("text") {
            for (command, shown) in commands(&block.text) {
                let arguments = words(&command);
                let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                let Ran { out, err, .. } = folder.run(&arguments[1..]);
                let printed = format!("{err}{out}");
                let printed = without_fingerprints(&printed);
                assert!(
                    is_shown(&without_fingerprints(&shown), &printed),
                    "{block}\n$ {command}\n{printed}"
                );
            }
        }
    }

    #[test]
    fn what_cargo_is_told_to_run_runs() {
        for block in of_kind("sh") {
            for line in block
                .text
                .lines()
                .filter(|line| line.starts_with("cargo run"))
            {
                let Some((_, arguments)) = line.split_once(" -- ") else {
                    continue;
                };
                let arguments: Vec<&str> = arguments.split_whitespace().collect();
                run(&arguments).exits(0);
            }
        }
    }

    /// The comment on top of a patient says `Try it with ...`.
    #[test]
    fn every_patient_has_a_plan_with_the_protocol_that_its_comment_names() {
        let patients = files("examples/patients", "toml");
        assert!(patients.len() >= 6);
        for path in patients {
            let text = text_of(&path).unwrap();
            let comment: Vec<&str> = text
                .lines()
                .take_while(|line| line.starts_with('#'))
                .collect();
            let comment = comment.join(" ").replace("# ", "");
            let named = comment.split_once("ry it with `");
            let protocol = named.and_then(|(_, rest)| rest.split('`').next()).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_str().unwrap();
            let protocols: Vec<&str> = protocol.split(' ').collect();
            let patient = ["--patient", path, "--on", "2026-06-10"];
            let ran = run(&[&["eval"][..], &protocols, &patient].concat());
            assert!([0, 3, 4].contains(&ran.code), "{path}: {}", ran.err);
            assert!(ran.err.is_empty(), "{path}: {}", ran.err);
        }
    }

    /// The words of a command line; quotes hold one together.
    fn words(command: &str) -> Vec<String> {
        let mut words = vec![String::new()];
        let mut quoted = false;
        for character in command.replace("\\\n", " ").chars() {
            match character {
                '\'' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                other => words.last_mut().unwrap().push(other),
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }

    /// Whether `shown` is what is printed, but for the lines that a `...` leaves out.
    fn is_shown(shown: &str, printed: &str) -> bool {
        let mut rest = printed.trim_end();
        for (index, part) in shown.trim_end().split("\n...\n").enumerate() {
            let part = part.trim_end_matches("\n...");
            let Some(at) = rest.find(part).filter(|at| index > 0 || *at == 0) else {
                return false;
            };
            rest = &rest[at + part.len()..];
        }
        rest.is_empty() || shown.trim_end().ends_with("\n...")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn of_kind(kind: &str) -> impl Iterator<Item = Block> {
    let of_kind: Vec<Block> = blocks()
        .into_iter()
        .filter(|block| block.kind == kind)
        .collect();
    assert!(!of_kind.is_empty(), "the documents have no {kind} block");
    of_kind.into_iter()
}

/// The files of a folder with an ending, by name.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = root().join(folder).read_dir().unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|other| other == ending))
        .collect();
    files.sort();
    files
}

fn checked(sources: &mut Sources, text: &str) -> Checked {
    let (year, month, day) = TODAY;
    let options = CheckOptions {
        on: chrono::NaiveDate::from_ymd_opt(year, month, day),
    };
    check(sources, &Bundled, "clinic.rules", text, &options)
}

/// What is wrong in a protocol, in words; nothing where it is clean but for `usual`.
fn wrong_in(text: &str, usual: &[Code]) -> String {
    let mut sources = Sources::new();
    let mut found = checked(&mut sources, text).diagnostics;
    found.retain(|one| !usual.contains(&one.code));
    plain_all(&found, &sources, 80)
}
