//! The arguments that name a protocol, a patient and a day.

use std::ffi::{OsStr, OsString};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::Case;
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::source::Sources;
use clap::Args;

use crate::failure::Failure;
use crate::origin::Origin;
use crate::patient::{self, Given, Who};
use crate::{clock, console, inputs, load, moment};

/// `--patient`, `--treated`, `--on` and `--set`
#[derive(Debug, Args)]
pub struct Patient {
    #[command(flatten)]
    pub who: Who,
    /// The day, or the day and time, that is asked about; today where it is not given
    #[arg(long, value_name = "DATE[THH:MM]")]
    pub on: Option<String>,
    /// One answer, above what the profile says: 'skin type = IV', 'pregnant = unsure'
    #[arg(long, value_name = "FACT = VALUE")]
    pub set: Vec<String>,
}

/// A protocol and a patient that were read.
pub struct Read {
    /// The texts.
    pub sources: Sources,
    /// The protocol.
    pub protocol: Protocol,
    /// The patient.
    pub patient: Profile,
    /// The day asked about.
    pub on: Moment,
}

impl Patient {
    /// Reads the protocol and the patient.
    ///
    /// # Errors
    /// A file cannot be read, or there are mistakes, which are printed.
    pub fn read(&self, protocol: &OsStr) -> Result<Read, Failure> {
        self.read_on(protocol, None)
    }

    /// The same, about this day where `--on` names none.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_on(&self, protocol: &OsStr, default: Option<Moment>) -> Result<Read, Failure> {
        inputs::apart(protocol, self.who.patient.as_deref(), None)?;
        let on = match &self.on {
            Some(text) => Some(moment::parse("--on", text)?),
            None => default,
        };
        self.who.dates()?;
        let origin = Origin::parse(protocol)?;
        let mut sources = Sources::new();
        let day = on.map_or_else(|| clock::today(None), |on| on.date);
        let protocol = load::protocol(&origin, &mut sources, day)?;
        if protocol.rules.is_empty() {
            return Err(nothing_said(&origin));
        }
        let given = Given {
            file: self.who.patient.as_deref(),
            treated: &self.who.treated,
            set: &self.set,
        };
        let patient = patient::profile(given, &mut sources, &protocol.vocabulary)?;
        patient::dates(&patient, &protocol)?;
        let on = on.unwrap_or_else(|| Moment::day(clock::today(patient.zone)));
        Ok(Read {
            sources,
            protocol,
            patient,
            on,
        })
    }

    /// The options as they were given, behind a command and its protocol.
    pub fn command_line(&self, command: &str, protocols: &[OsString]) -> Vec<String> {
        let mut words = vec![command.to_owned()];
        words.extend(
            protocols
                .iter()
                .map(|one| one.to_string_lossy().into_owned()),
        );
        let mut option = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                words.extend([name.to_owned(), value]);
            }
        };
        let patient = self.who.patient.as_ref();
        option(
            "--patient",
            patient.map(|path| path.to_string_lossy().into_owned()),
        );
        for treated in &self.who.treated {
            option("--treated", Some(treated.clone()));
        }
        option("--on", self.on.clone());
        for set in &self.set {
            option("--set", Some(set.clone()));
        }
        words
    }
}

impl Read {
    /// The case that they are.
    pub fn case(&self) -> Case<'_> {
        Case::new(&self.protocol, &self.patient).on(self.on)
    }

    /// The plan.
    ///
    /// # Errors
    /// A date leaves the years that a plan may reach, which is printed.
    pub fn plan(&self) -> Result<Plan, Failure> {
        self.case().plan().map_err(|found| {
            console::diagnostics(&[found], &self.sources);
            Failure::told()
        })
    }
}

/// That standard input would have to be two things.
pub fn twice(what: &str) -> Failure {
    Failure::usage(format!(
        "`-` is both {what}, and standard input is one of them"
    ))
    .with_help("put one of the two into a file")
}

/// A file without sentences would give a plan in which all is well.
pub fn nothing_said(origin: &Origin) -> Failure {
    let name = console::name(&origin.name());
    Failure::errors(format!("{name} has no sentences, so that there is no plan to make")).with_help(
        "a vocabulary is imported by a protocol; `aftercare-dsl new clinic.rules` starts a protocol",
    )
}
