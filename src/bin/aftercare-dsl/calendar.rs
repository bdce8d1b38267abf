//! `--format ics`: what a calendar is made with beside the plan.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::render::{self, Issue, Key, NoCalendar};
use chrono::{NaiveDateTime, NaiveTime, TimeZone};
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::{console, input, moment};

/// A key file is no larger.
const KEY_BYTES: u64 = 4096;

/// `--issued`, `--issue`, `--key` and `--discreet`
#[derive(Debug, Args)]
#[command(next_help_heading = "With --format ics")]
pub struct Calendar {
    /// When the calendar is given out; never taken from the clock, so that the same command gives the same file
    #[arg(long, value_name = "DATE[THH:MM]")]
    issued: Option<String>,
    /// Which calendar of this plan it is: 2 says that it replaces 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    issue: Option<u32>,
    /// The file with this plan's secret, made where it is not there: keep it for the plan's next calendar
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Titles and alarms that say nothing about the treatment
    #[arg(long)]
    discreet: bool,
}

impl Calendar {
    /// Makes sure that nothing of a calendar is asked for in another format, where it would be dropped in silence.
    pub fn not_asked_for(&self) -> Result<(), Failure> {
        let given = [
            ("--issued", self.issued.is_some()),
            ("--issue", self.issue.is_some()),
            ("--key", self.key.is_some()),
            ("--discreet", self.discreet),
        ];
        match given.iter().find(|(_, given)| *given) {
            Some((option, _)) => Err(Failure::usage(format!("`{option}` is for calendars"))
                .with_help(format!("add `--format ics`, or leave `{option}` out"))),
            None => Ok(()),
        }
    }

    /// When it is given out: the day that the plan is asked about, where none is given.
    pub fn issued(&self) -> Result<Moment, Failure> {
        match &self.issued {
            Some(text) => moment::parse("--issued", text),
            None => Err(Failure::usage("a calendar needs `--issued`").with_help(
                "add when it is given out, such as `--issued 2026-06-01T10:30`: later calendars of the plan are later",
            )),
        }
    }

    /// Where the secret is; it must not be where the calendar is written.
    pub fn key_file(&self, output: Option<&Path>) -> Result<&Path, Failure> {
        let key = self.key.as_deref().ok_or_else(|| {
            Failure::usage("a calendar needs `--key`").with_help(
                "add a file for this patient's plan, such as `--key jo.key`: it is made where it is not there, and later calendars of the plan need it again",
            )
        })?;
        let same = |output: &Path| {
            output == key || output.canonicalize().ok() == key.canonicalize().ok() && key.exists()
        };
        if output.is_some_and(same) {
            return Err(Failure::usage("the calendar would be written over its key")
                .with_help("give `-o` another name"));
        }
        Ok(key)
    }

    /// The calendar.
    pub fn text(&self, plan: &Plan, patient: &Profile, key: &Path) -> Result<String, Failure> {
        // What has no calendar needs no key either.
        refused(plan)?;
        if self.issue.is_none() && key.is_file() {
            let note = "this key is there already: where this calendar replaces an earlier one of the plan, add `--issue 2`";
            console::note("note", note);
        }
        let issue = Issue {
            key: secret(key)?,
            number: self.issue.unwrap_or(1),
            issued: in_utc(self.issued()?, patient),
            discreet: self.discreet,
        };
        let text = render::calendar(plan, &issue).map_err(no_calendar)?;
        match render::calendar_faults(text.as_bytes()).first() {
            None => Ok(text),
            Some(fault) => Err(Failure::bug(format!(
                "the calendar is not well made: {}",
                fault.message
            ))),
        }
    }
}

fn refused(plan: &Plan) -> Result<(), Failure> {
    let treated = plan.treatments.iter().any(|one| one.treated.is_some());
    if plan.is_withheld() {
        return Err(no_calendar(NoCalendar::Withheld));
    }
    if !treated {
        return Err(no_calendar(NoCalendar::NoTreatmentDate));
    }
    Ok(())
}

fn no_calendar(why: NoCalendar) -> Failure {
    match why {
        NoCalendar::NoTreatmentDate => Failure::usage("a calendar needs the day of the treatment")
            .with_help("give the day, or the day and time, as `--treated` or in the profile"),
        NoCalendar::Withheld => Failure {
            exit: Exit::Withheld,
            message: Some(
                "the protocol refuses or defers this treatment, so that there is no calendar of it"
                    .to_owned(),
            ),
            help: Some("the same command without `--format ics` says why".to_owned()),
        },
    }
}

/// A time of the patient's clock in UTC; one that a clock change skips as it stands.
fn in_utc(moment: Moment, patient: &Profile) -> NaiveDateTime {
    let local = moment.date.and_time(moment.time.unwrap_or(NaiveTime::MIN));
    let zone = patient.zone;
    let at = zone.and_then(|zone| zone.from_local_datetime(&local).earliest());
    at.map_or(local, |at| at.naive_utc())
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
                &format!("{name} is the key of this plan; keep it for the plan's next calendar"),
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
