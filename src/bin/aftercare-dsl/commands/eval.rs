//! `eval`: the plan of a protocol for one patient.

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{self, TextOptions};
use clap::Args;

use crate::args::PlanFormat;
use crate::calendar::Calendar;
use crate::case::Patient;
use crate::failure::{Exit, Failure};
use crate::several::Read;
use crate::{answers, console, inputs, open, output};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl eval microneedling
      the plan in days from the treatment, and what a patient would be asked
  aftercare-dsl eval microneedling --patient patient.toml --on 2026-06-04
      what holds for this patient on 4 June
  aftercare-dsl eval clinic.rules --treated 2026-06-01T10:30 --set 'age = 34'
      an answer without a file; `--set` can stand many times
  aftercare-dsl eval microneedling --patient jo.toml --format json -o plan.json
      the plan for another program
  aftercare-dsl eval microneedling botulinum-toxin \\
      --treated microneedling=2026-06-01 --treated botulinum-toxin=2026-05-25
      one plan of both treatments, in which the strictest wins
  aftercare-dsl eval microneedling --patient jo.toml \\
      --with 'avoid saunas for 72 hours because \"hot weather\"'
      a sentence for this plan alone
  aftercare-dsl eval microneedling --patient jo.toml \\
      --format ics --issued 2026-06-01T10:30 --key jo.key -o jo.ics
      the plan for the patient's calendar; `--issue 2` when it changes

Exit code 0: nothing is open. 3: lines are open. 4: the protocol refuses or
defers the treatment. 1: errors in the protocol or the profile.";

/// `eval PROTOCOL...`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Eval {
    /// A file, a bundled name, or - for standard input; of a patient of several treatments, all their protocols
    #[arg(required = true, value_name = "PROTOCOL")]
    protocols: Vec<OsString>,
    #[command(flatten)]
    patient: Patient,
    /// A sentence, or a file of sentences, that changes the protocol for this plan alone, with its `because`;
    /// of several protocols, NAME= before it says which
    #[arg(long, value_name = "[NAME=]'SENTENCE'|FILE")]
    with: Vec<String>,
    /// For people, for a program or for the patient's calendar; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json|ics",
        default_value = "text",
        hide_possible_values = true
    )]
    format: PlanFormat,
    /// Write the plan to a file; an old one is replaced once the new one is whole
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    calendar: Calendar,
}

impl Eval {
    /// Makes the plan and prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        for protocol in &self.protocols {
            let patient = self.patient.who.patient.as_deref();
            inputs::apart(protocol, patient, self.output.as_deref())?;
        }
        let (on, key) = match self.format {
            PlanFormat::Text | PlanFormat::Json => {
                self.calendar.not_asked_for()?;
                (None, None)
            }
            // A calendar is about the day on which it is given out, and never about the clock's.
            PlanFormat::Ics => {
                let key = self.calendar.key_file(self.output.as_deref())?;
                (Some(self.calendar.issued()?), Some(key))
            }
        };
        // The process ends with the plan: its memory need not be given back a name at a time before.
        let read = ManuallyDrop::new(Read::of(&self.patient, &self.protocols, &self.with, on)?);
        let plan = read.plan()?;
        let patient = &read.patient;
        match key {
            Some(key) => {
                self.put(&self.calendar.text(&plan, patient, key)?)?;
                if open::exit(&plan, patient) == Exit::Open {
                    let note = "the calendar is made; something of the plan is open, and its first day says what";
                    console::note("note", note);
                }
            }
            None => self.write(&plan, &read.protocols)?,
        }
        Ok(open::exit(&plan, patient))
    }

    /// Where the plan is written; none where it is printed.
    fn file(&self) -> Option<&Path> {
        let file = self.output.as_deref();
        file.filter(|path| *path != Path::new("-"))
    }

    /// The command as it was given, but for what it writes.
    fn command_line(&self) -> Vec<String> {
        let mut words = self.patient.command_line("eval", &self.protocols);
        for with in &self.with {
            words.extend(["--with".to_owned(), with.clone()]);
        }
        words
    }

    fn put(&self, text: &str) -> Result<(), Failure> {
        match self.file() {
            None => console::print(text),
            Some(path) => output::replace(path, text.as_bytes()),
        }
    }

    fn write(&self, plan: &Plan, protocols: &[Protocol]) -> Result<(), Failure> {
        let file = self.file();
        if self.format == PlanFormat::Json {
            return self.put(&format!("{}\n", render::json(plan).trim_end()));
        }
        let answers = match protocols.first() {
            Some(protocol) => answers::how(plan, protocol, &self.command_line()),
            None => String::new(),
        };
        let options = TextOptions {
            width: console::out_width(),
            colour: file.is_none() && console::out_colour(),
        };
        let text = render::text(plan, &options);
        match file {
            None => console::print(&format!("{text}{answers}")),
            Some(path) => {
                output::replace(path, text.as_bytes())?;
                console::print(answers.trim_start())
            }
        }
    }
}
