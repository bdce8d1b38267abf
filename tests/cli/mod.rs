//! The program as a user runs it: every command, its output and its exit code.

#![expect(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

mod ask;
mod bundled;
mod calendar;
mod check;
mod colour;
mod diff;
mod eval;
mod export;
mod facts;
mod fhir;
mod fix;
mod fmt;
mod handout;
mod held_back;
mod help;
mod imports;
mod language;
mod next_steps;
mod questions;
mod read;
mod reading;
mod redact;
mod scenarios;
mod several;
mod sitting;
mod two_doses;
mod variants;
mod verify;
mod vocabulary;
mod writing;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// What is evaluated where the format is tried: nothing of it is withheld.
const EVAL: [&str; 6] = [
    "eval",
    "test.rules",
    "--treated",
    "2026-06-01",
    "--set",
    "pregnant = no",
];

/// What a run left behind.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Asserts the exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    /// Asserts that standard output holds each of these.
    #[track_caller]
    pub fn prints(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(
                self.out.contains(part),
                "no `{part}` in:\n{}\n{}",
                self.out,
                self.err
            );
        }
        self
    }

    /// Asserts that standard error holds each of these.
    #[track_caller]
    pub fn says(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(
                self.err.contains(part),
                "no `{part}` in:\n{}\n{}",
                self.err,
                self.out
            );
        }
        self
    }

    /// Asserts that neither output holds any of these.
    #[track_caller]
    pub fn never_says(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(!self.err.contains(part), "`{part}` in:\n{}", self.err);
            assert!(!self.out.contains(part), "`{part}` in:\n{}", self.out);
        }
        self
    }

    /// Standard output as JSON that a schema allows.
    #[track_caller]
    pub fn json(&self, schema: &str) -> serde_json::Value {
        let value = serde_json::from_str(&self.out).unwrap();
        let schema = serde_json::from_str(schema).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&value)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:?}\n{}", self.out);
        value
    }
}

/// The program in a folder, with nothing of the environment that changes what it prints.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aftercare-dsl"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "CI",
        "COLUMNS",
        "NO_GRAPHICS",
    ] {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program at the root of the repository.
pub fn run(arguments: &[&str]) -> Ran {
    finish(program(root()).args(arguments))
}

/// The same with a text on standard input.
pub fn run_with(stdin: &[u8], arguments: &[&str]) -> Ran {
    let folder = Folder::new();
    folder.with_input(stdin, arguments)
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of a test's own, gone with it.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("aftercare-dsl-test-{}-{next}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self { path }
    }

    /// With a file in it.
    pub fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Runs the program in it.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        finish(program(&self.path).args(arguments))
    }

    /// The same with a text on standard input.
    pub fn with_input(&self, stdin: &[u8], arguments: &[&str]) -> Ran {
        let mut command = program(&self.path);
        command.args(arguments).stdin(Stdio::piped());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let stdin = stdin.to_vec();
        // It may end before it has read all.
        let writer = std::thread::spawn(move || pipe.write_all(&stdin).is_ok());
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The text of a file in it.
    #[expect(
        clippy::disallowed_methods,
        reason = "a test looks at what the program wrote"
    )]
    pub fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path.join(name)).unwrap()
    }

    /// The names of the files in it.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.path).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
