//! `--issued`, `--issue` and `--key`: one giving out of a plan, as a calendar or for a clinic's system.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::render::Key;
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::{console, input, moment};

/// A key file is no larger.
const KEY_BYTES: u64 = 4096;

/// `--issued`, `--issue` and `--key`
#[derive(Debug, Args)]
#[command(next_help_heading = "With --format ics or fhir")]
pub struct Issue {
    /// When the plan is given out; never taken from the clock, so that the same command gives the same file
    #[arg(long, value_name = "DATE[THH:MM]")]
    issued: Option<String>,
    /// Which giving out of this plan it is: 2 says that it replaces 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    issue: Option<u32>,
    /// The file with this plan's secret, made where it is not there: keep it for the next time
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

/// As what a plan is given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    Calendar,
    Fhir,
}

impl As {
    /// As a sentence starts with it.
    fn name(self) -> &'static str {
        match self {
            Self::Calendar => "a calendar",
            Self::Fhir => "FHIR",
        }
    }

    /// As a sentence goes on with it.
    fn made(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Fhir => "bundle",
        }
    }
}

impl Issue {
    /// Makes sure that nothing of a giving out is asked for in another format, where it would be dropped in silence.
    pub fn not_asked_for(&self) -> Result<(), Failure> {
        let given = [
            ("--issued", self.issued.is_some()),
            ("--issue", self.issue.is_some()),
            ("--key", self.key.is_some()),
        ];
        match given.iter().find(|(_, given)| *given) {
            Some((option, _)) => Err(Failure::usage(format!(
                "`{option}` is for calendars and FHIR"
            ))
            .with_help(format!(
                "add `--format ics` or `--format fhir`, or leave `{option}` out"
            ))),
            None => Ok(()),
        }
    }

    /// When it is given out: the day that the plan is asked about, where none is given.
    pub fn issued(&self, what: As) -> Result<Moment, Failure> {
        match &self.issued {
            Some(text) => moment::parse("--issued", text),
            None => Err(Failure::usage(format!("{} needs `--issued`", what.name())).with_help(
                "add when it is given out, such as `--issued 2026-06-01T10:30`: later ones of the plan are later",
            )),
        }
    }

    /// Which it is.
    pub fn number(&self) -> u32 {
        self.issue.unwrap_or(1)
    }

    /// Where the secret is; it must not be where the plan is written.
    pub fn key_file(&self, what: As, output: Option<&Path>) -> Result<&Path, Failure> {
        let key = self.key.as_deref().ok_or_else(|| {
            Failure::usage(format!("{} needs `--key`", what.name())).with_help(
                "add a file for this patient's plan, such as `--key jo.key`: it is made where it is not there, and later ones of the plan need it again",
            )
        })?;
        let same = |output: &Path| {
            output == key || output.canonicalize().ok() == key.canonicalize().ok() && key.exists()
        };
        if output.is_some_and(same) {
            let message = format!("the {} would be written over its key", what.made());
            return Err(Failure::usage(message).with_help("give `-o` another name"));
        }
        Ok(key)
    }

    /// The plan's secret. What cannot be given out needs none.
    pub fn secret(&self, what: As, plan: &Plan, key: &Path) -> Result<Key, Failure> {
        if plan.is_withheld() {
            return Err(withheld(what));
        }
        if plan.treatments.iter().all(|one| one.treated.is_none()) {
            return Err(undated(what));
        }
        if self.issue.is_none() && key.is_file() {
            let made = what.made();
            let note = format!(
                "this key is there already: where this {made} replaces an earlier one of the plan, add `--issue 2`"
            );
            console::note("note", &note);
        }
        secret(key)
    }
}

/// There is no day to count from.
pub fn undated(what: As) -> Failure {
    Failure::usage(format!("{} needs the day of the treatment", what.name()))
        .with_help("give the day, or the day and time, as `--treated` or in the profile")
}

/// What is not given is not given out.
pub fn withheld(what: As) -> Failure {
    let made = what.made();
    Failure {
        exit: Exit::Withheld,
        message: Some(format!(
            "the protocol refuses or defers this treatment, so that there is no {made} of it"
        )),
        help: Some(format!(
            "the same command without `--format {}` says why",
            match what {
                As::Calendar => "ics",
                As::Fhir => "fhir",
            }
        )),
    }
}

/// Reads a plan's secret; where there is none yet, draws one and keeps it.
fn secret(path: &Path) -> Result<Key, Failure> {
    let read = File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(KEY_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    let name = console::name(&path.to_string_lossy());
    match read {
        Ok(bytes) if bytes.len() as u64 > KEY_BYTES => Err(Failure::file(format!(
            "{name} is too large for a key: it has more than {KEY_BYTES} bytes"
        ))
        .with_help("name a file that is not there, and a key is made")),
        Ok(bytes) => Key::new(&bytes).ok_or_else(|| {
            Failure::file(format!(
                "{name} is too short for a key: it has fewer than {} characters",
                Key::LEAST
            ))
            .with_help("name a file that is not there, and a key is made")
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let secret = drawn()?;
            keep(path, &secret).map_err(|error| {
                let reason = input::reason(path, &error);
                Failure::file(format!("{name} cannot be written: {reason}"))
            })?;
            console::note(
                "note",
                &format!(
                    "{name} is the key of this plan; keep it for the next time that the plan is given out"
                ),
            );
            Key::new(secret.as_bytes()).ok_or_else(|| Failure::bug("a key that was drawn is short"))
        }
        Err(error) => Err(input::unreadable(path, &error)),
    }
}

/// 256 bits that nobody can guess, as letters.
fn drawn() -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        Failure::file(format!("no key can be drawn: {error}"))
            .with_help("write 32 random letters and digits into the file of `--key`")
    })?;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{hex}\n"))
}

/// Writes a secret where nothing is yet, for its owner alone.
fn keep(path: &Path, secret: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(secret.as_bytes())?;
    file.sync_all()
}
