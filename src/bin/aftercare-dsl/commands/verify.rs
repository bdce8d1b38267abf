//! `verify`: whether a plan that was given out still holds.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use aftercare_dsl::receipt::{NotAPlan, Receipt, verify};
use aftercare_dsl::render::{self, TextOptions};
use clap::Args;

use crate::args::Format;
use crate::case::{Patient, twice};
use crate::failure::{Exit, Failure};
use crate::input::{self, Input, STDIN};
use crate::origin::unreadable_stdin;
use crate::patient::Who;
use crate::several::Read;
use crate::{console, moment};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl verify plan.json clinic.rules --patient jo.toml
      whether the plan still holds, and if not, which lines changed and why;
      `eval clinic.rules --patient jo.toml --format json -o plan.json` wrote it

The plan is made again about the day that it was asked about. Without --patient
it is made for the treatment date in it.

Exit code 0: it holds. 7: it does not hold any more.";

/// `verify PLAN PROTOCOL...`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Verify {
    /// The plan that was given out, as `eval --format json` wrote it, or - for standard input
    plan: PathBuf,
    /// A file, a bundled name, or - for standard input; of a plan of several treatments, all its protocols
    #[arg(required = true, value_name = "PROTOCOL")]
    protocols: Vec<OsString>,
    #[command(flatten)]
    who: Who,
    /// What changed the protocol for this plan alone, as `eval` was given it
    #[arg(long, value_name = "[NAME=]'SENTENCE'|FILE")]
    with: Vec<String>,
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
}

impl Verify {
    /// Makes the plan again, and says what changed.
    pub fn run(&self) -> Result<Exit, Failure> {
        let receipt = self.receipt()?;
        let nobody = self.who.patient.is_none() && self.who.treated.is_empty();
        let treated = match &self.who.treated[..] {
            [] if nobody => receipt.treated(),
            treated => treated.to_vec(),
        };
        let patient = Patient {
            who: Who {
                patient: self.who.patient.clone(),
                treated,
            },
            on: None,
            set: self.set.clone(),
        };
        let on = receipt.on().map(|on| moment::parse("on", on));
        let on = on
            .transpose()
            .map_err(|_| not_a_plan(&self.plan, &NotAPlan::Form("on")))?;
        let read = Read::of(&patient, &self.protocols, &self.with, on)?;
        let verified = verify(&receipt, &read.plan()?);
        console::print(&match self.format {
            Format::Json => format!("{}\n", render::verify_json(&verified).trim_end()),
            Format::Text => render::verified(
                &verified,
                &TextOptions {
                    width: console::out_width(),
                    colour: console::out_colour(),
                },
            ),
        })?;
        Ok(if verified.holds {
            Exit::Done
        } else {
            Exit::Stale
        })
    }

    fn receipt(&self) -> Result<Receipt, Failure> {
        let stdin = Path::new("-");
        let from_stdin = self.plan == stdin;
        if from_stdin && self.protocols.iter().any(|one| one == "-") {
            return Err(twice("the plan and the protocol"));
        }
        if from_stdin && self.who.patient.as_deref() == Some(stdin) {
            return Err(twice("the plan and the patient"));
        }
        let read = if from_stdin {
            input::stdin("plan").map_err(|_| unreadable_stdin())?
        } else {
            input::file(&self.plan).map_err(|error| input::unreadable(&self.plan, &error))?
        };
        let text = match read {
            Input::Text(text) => text,
            Input::TooLarge => {
                let name = name(&self.plan);
                return Err(Failure::errors(format!(
                    "{name} is larger than 8 MiB and was not read"
                ))
                .with_help("is this the right file?"));
            }
            Input::NotText { .. } => return Err(not_a_plan(&self.plan, &NotAPlan::NoJson)),
        };
        Receipt::read(&text).map_err(|why| not_a_plan(&self.plan, &why))
    }
}

fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return STDIN.to_owned();
    }
    console::name(&path.to_string_lossy())
}

/// Nothing of the file is repeated: it may be a patient's.
fn not_a_plan(path: &Path, why: &NotAPlan) -> Failure {
    let name = name(path);
    let message = match why {
        NotAPlan::NoJson => format!("{name} is no plan: it is no JSON"),
        NotAPlan::OtherFormat => {
            format!("{name} is no plan: its `format` is not `aftercare-plan/1`")
        }
        NotAPlan::Form(key) => {
            format!("{name} is no whole plan: `{key}` is missing or of another form")
        }
    };
    Failure::errors(message).with_help("a plan to verify is what `eval --format json` wrote")
}
