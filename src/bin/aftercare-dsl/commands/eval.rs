//! `eval`: the plan of a protocol for one patient.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::render::{self, TextOptions};
use aftercare_dsl::source::Sources;
use clap::Args;

use crate::args::Format;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::patient::{self, Given};
use crate::{answers, clock, console, inputs, load, moment, open, output};

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

Exit code 0: nothing is open. 3: lines are open. 4: the protocol refuses or
defers the treatment. 1: errors in the protocol or the profile.";

/// `eval PROTOCOL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Eval {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    /// The patient's profile, TOML or JSON; `facts --template` gives one to fill in
    #[arg(long, value_name = "FILE")]
    patient: Option<PathBuf>,
    /// The day of the treatment, with its time where it is known: 2026-06-01T10:30
    #[arg(long, value_name = "DATE[THH:MM]")]
    treated: Option<String>,
    /// The day, or the day and time, that the plan is about; today where it is not given
    #[arg(long, value_name = "DATE[THH:MM]")]
    on: Option<String>,
    /// One answer, above what the profile says: 'skin type = IV', 'pregnant = unsure'
    #[arg(long, value_name = "FACT = VALUE")]
    set: Vec<String>,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
    /// Write the plan to a file; an old one is replaced once the new one is whole
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Eval {
    /// Makes the plan and prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        inputs::apart(
            &self.protocol,
            self.patient.as_deref(),
            self.output.as_deref(),
        )?;
        let on = match &self.on {
            Some(text) => Some(moment::parse("--on", text)?),
            None => None,
        };
        if let Some(text) = &self.treated {
            moment::parse("--treated", text)?;
        }
        let origin = Origin::parse(&self.protocol)?;
        let mut sources = Sources::new();
        let day = on.map_or_else(|| clock::today(None), |on| on.date);
        let protocol = load::protocol(&origin, &mut sources, day)?;
        if protocol.rules.is_empty() {
            return Err(nothing_said(&origin));
        }
        let given = Given {
            file: self.patient.as_deref(),
            treated: self.treated.as_deref(),
            set: &self.set,
        };
        let patient = patient::profile(given, &mut sources, &protocol.vocabulary)?;
        let on = on.unwrap_or_else(|| Moment::day(clock::today(patient.zone)));
        let plan = evaluate(&protocol, &patient, Some(on)).map_err(|diagnostic| {
            console::diagnostics(&[diagnostic], &sources);
            Failure::told()
        })?;
        self.write(&plan, &protocol)?;
        Ok(open::exit(&plan, &patient))
    }

    fn write(&self, plan: &Plan, protocol: &Protocol) -> Result<(), Failure> {
        let file = self
            .output
            .as_deref()
            .filter(|path| *path != Path::new("-"));
        let answers = match self.format {
            Format::Text => answers::how(plan, protocol, &self.command_line()),
            Format::Json => String::new(),
        };
        let text = match self.format {
            Format::Json => format!("{}\n", render::json(plan).trim_end()),
            Format::Text => render::text(
                plan,
                &TextOptions {
                    width: console::out_width(),
                    colour: file.is_none() && console::out_colour(),
                },
            ),
        };
        match file {
            None => console::print(&format!("{text}{answers}")),
            Some(path) => {
                output::replace(path, text.as_bytes())?;
                console::print(answers.trim_start())
            }
        }
    }

    /// The command line as it was given, to be gone on with.
    fn command_line(&self) -> Vec<String> {
        let mut words = vec![
            "eval".to_owned(),
            self.protocol.to_string_lossy().into_owned(),
        ];
        let mut option = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                words.extend([name.to_owned(), value]);
            }
        };
        let patient = self.patient.as_ref();
        option(
            "--patient",
            patient.map(|path| path.to_string_lossy().into_owned()),
        );
        option("--treated", self.treated.clone());
        option("--on", self.on.clone());
        for set in &self.set {
            option("--set", Some(set.clone()));
        }
        words
    }
}

/// A file without sentences would give a plan in which all is well.
fn nothing_said(origin: &Origin) -> Failure {
    let name = console::name(&origin.name());
    Failure::errors(format!("{name} has no sentences, so that there is no plan to make")).with_help(
        "a vocabulary is imported by a protocol; `aftercare-dsl new clinic.rules` starts a protocol",
    )
}
