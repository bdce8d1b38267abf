//! `eval`: the plan of a protocol for one patient.

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::render::{self, Redacted, TextOptions};
use chrono::NaiveDate;
use clap::Args;

use crate::added::notes;
use crate::args::PlanFormat;
use crate::calendar::Calendar;
use crate::case::Patient;
use crate::failure::{Exit, Failure};
use crate::handout::Page;
use crate::issue::{As, Issue};
use crate::several::Read;
use crate::{answers, console, fhir, inputs, open, output};

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
  aftercare-dsl eval microneedling --patient jo.toml --format html \\
      --phone '020 7946 0000' -o jo.html
      the plan as a handout to print, one file; `--for clinic` for staff
  aftercare-dsl eval microneedling --patient jo.toml \\
      --format fhir --issued 2026-06-01T10:30 --key jo.key -o jo.json
      the plan for the clinic's systems, a bundle of FHIR R4

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
    /// For people, for a program (its schema is in the repository), for the patient's calendar, a handout for the patient,
    /// or for the clinic's systems (FHIR R4)
    #[arg(
        long,
        value_name = "text|json|ics|html|markdown|fhir",
        default_value = "text",
        hide_possible_values = true
    )]
    format: PlanFormat,
    /// Write the plan to a file; an old one is replaced once the new one is whole
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Days counted from the treatment in place of dates, and nothing in the patient's own words: a plan to show to
    /// others
    #[arg(long)]
    redact: bool,
    #[command(flatten)]
    given_out: Issue,
    #[command(flatten)]
    calendar: Calendar,
    #[command(flatten)]
    page: Page,
}

impl Eval {
    /// Makes the plan and prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        for protocol in &self.protocols {
            let patient = self.patient.who.patient.as_deref();
            inputs::apart(protocol, patient, self.output.as_deref())?;
        }
        if !matches!(self.format, PlanFormat::Html | PlanFormat::Markdown) {
            self.page.not_asked_for()?;
        }
        if !matches!(self.format, PlanFormat::Ics | PlanFormat::Fhir) {
            self.given_out.not_asked_for()?;
        }
        if self.format != PlanFormat::Ics {
            self.calendar.not_asked_for()?;
        }
        match self.format {
            _ if self.redact => self.redacted(),
            PlanFormat::Text | PlanFormat::Json => self.plain(),
            PlanFormat::Ics => self.calendar(),
            PlanFormat::Fhir => self.fhir(),
            PlanFormat::Html | PlanFormat::Markdown => self.handout(),
        }
    }

    /// The protocols and the patient. The process ends with the plan: their memory need not be given back a name at a
    /// time before.
    fn read(&self, on: Option<Moment>) -> Result<ManuallyDrop<Read>, Failure> {
        Read::of(&self.patient, &self.protocols, &self.with, on).map(ManuallyDrop::new)
    }

    fn plain(&self) -> Result<Exit, Failure> {
        let read = self.read(None)?;
        let plan = made(&read)?;
        self.write(&plan, &read.protocols.0)?;
        Ok(open::exit(&plan, &read.patient))
    }

    fn calendar(&self) -> Result<Exit, Failure> {
        let key = (self.given_out).key_file(As::Calendar, self.output.as_deref())?;
        // A calendar is about the day on which it is given out, and never about the clock's.
        let read = self.read(Some(self.given_out.issued(As::Calendar)?))?;
        let plan = made(&read)?;
        let text = (self.calendar).text(&self.given_out, &plan, &read.patient, key)?;
        self.put(&text)?;
        let exit = open::exit(&plan, &read.patient);
        if exit == Exit::Open {
            let note =
                "the calendar is made; something of the plan is open, and its first day says what";
            console::note("note", note);
        }
        Ok(exit)
    }

    fn fhir(&self) -> Result<Exit, Failure> {
        let key = self.given_out.key_file(As::Fhir, self.output.as_deref())?;
        // As a calendar: about the day on which it is given out.
        let read = self.read(Some(self.given_out.issued(As::Fhir)?))?;
        let plan = made(&read)?;
        let text = fhir::text(&self.given_out, &plan, &read.protocols, &read.patient, key)?;
        self.put(&text)?;
        let exit = open::exit(&plan, &read.patient);
        if exit == Exit::Open {
            let note =
                "the bundle is made; something of the plan is open, and its entries say what";
            console::note("note", note);
        }
        Ok(exit)
    }

    fn handout(&self) -> Result<Exit, Failure> {
        let options = self.page.options(self.output.as_deref())?;
        let mut read = self.read(None)?;
        if let (None, Some(day)) = (&self.patient.on, last_told(&read.patient)) {
            read.on = day;
        }
        let plan = made(&read)?;
        self.put(&self.page.text(&plan, &options, self.format)?)?;
        let exit = open::exit(&plan, &read.patient);
        if exit == Exit::Open {
            let note =
                "the handout is made; something of the plan is open, and the handout says what";
            console::note("note", note);
        }
        Ok(exit)
    }

    /// The plan with days in place of dates, and without the patient's own words.
    fn redacted(&self) -> Result<Exit, Failure> {
        let how = match self.format {
            PlanFormat::Json => Redacted::Json,
            PlanFormat::Text => Redacted::Text(self.options()),
            PlanFormat::Ics | PlanFormat::Html | PlanFormat::Markdown | PlanFormat::Fhir => {
                let message =
                    "`--redact` is for plans as text or JSON: what is given out has dates";
                return Err(Failure::usage(message).with_help("leave `--redact` or `--format` out"));
            }
        };
        let read = self.read(None)?;
        let of = |patient: &Profile| read.plan_of(patient);
        let (plan, text) =
            render::redacted(&read.patient, how, of).map_err(|found| read.told(found))?;
        notes(&read, &plan);
        self.put(&format!("{}\n", text.trim_end()))?;
        Ok(open::exit(&plan, &read.patient))
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

    fn options(&self) -> TextOptions {
        TextOptions {
            width: console::out_width(),
            colour: self.file().is_none() && console::out_colour(),
        }
    }

    fn write(&self, plan: &Plan, protocol: &Protocol) -> Result<(), Failure> {
        let file = self.file();
        if self.format == PlanFormat::Json {
            return self.put(&format!("{}\n", render::json(plan).trim_end()));
        }
        let answers = answers::how(plan, protocol, &self.command_line());
        let text = render::text(plan, &self.options());
        match file {
            None => console::print(&format!("{text}{answers}")),
            Some(path) => {
                output::replace(path, text.as_bytes())?;
                console::print(answers.trim_start())
            }
        }
    }
}

/// The day that a handout is about where none is given, never the clock's: that of the treatment, or the last one of
/// which the profile tells something. A symptom that was reported must not wait for a day to be given.
fn last_told(patient: &Profile) -> Option<Moment> {
    let of_several = patient.treatments.values().filter_map(|one| one.treated);
    let treated = patient.treated.into_iter().chain(of_several).max()?.date;
    let events = patient.events.values().copied();
    let symptoms = patient.symptoms.values().map(|one| one.since);
    let last = events.chain(symptoms).fold(treated, NaiveDate::max);
    Some(Moment::day(last))
}

/// The plan, with a word about what was changed of it.
fn made(read: &Read) -> Result<Plan, Failure> {
    let plan = read.plan()?;
    notes(read, &plan);
    Ok(plan)
}
