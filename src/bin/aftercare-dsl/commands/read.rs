//! `read`: a protocol read back to its author.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::profile::Profile;
use aftercare_dsl::read::{ReadBack, read_back};
use aftercare_dsl::render::{self, TextOptions};
use aftercare_dsl::source::Sources;
use clap::Args;

use crate::args::Format;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::patient::{self, Given, Who};
use crate::{clock, console, inputs, load, output};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl read clinic.rules
      each sentence as written and what it means, with dates for an example
  aftercare-dsl read clinic.rules --treated 2026-06-01T10:30
      the dates of a treatment on 1 June at half past ten
  aftercare-dsl read microneedling --patient jo.toml
      this patient's dates, and which conditions are true, false or not known

A lost word (`not`, `should`, `daily`) can leave a sentence that is valid and
means something else. Read each protocol back before it is used.

Exit code 0: it is read back, whatever is unknown. 1: errors in the protocol or
the profile.";

/// `read PROTOCOL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Read {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    #[command(flatten)]
    who: Who,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
    /// Write it to a file; an old one is replaced once the new one is whole
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Read {
    /// Reads the protocol back.
    pub fn run(&self) -> Result<Exit, Failure> {
        inputs::apart(
            &self.protocol,
            self.who.patient.as_deref(),
            self.output.as_deref(),
        )?;
        self.who.dates()?;
        let origin = Origin::parse(&self.protocol)?;
        let mut sources = Sources::new();
        let protocol = load::protocol(&origin, &mut sources, clock::today(None))?;
        let patient = self.profile(&mut sources, &protocol)?;
        let read = read_back(&protocol, &sources, patient.as_ref()).map_err(|diagnostic| {
            console::diagnostics(&[diagnostic], &sources);
            Failure::told()
        })?;
        self.write(&read)?;
        Ok(Exit::Done)
    }

    /// The patient, where the command line says anything about one.
    fn profile(
        &self,
        sources: &mut Sources,
        protocol: &Protocol,
    ) -> Result<Option<Profile>, Failure> {
        if self.who.patient.is_none() && self.who.treated.is_empty() {
            return Ok(None);
        }
        let given = Given {
            file: self.who.patient.as_deref(),
            treated: &self.who.treated,
            set: &[],
        };
        let patient = patient::profile(given, sources, &protocol.vocabulary)?;
        patient::dates(&patient, protocol)?;
        Ok(Some(patient))
    }

    fn write(&self, read: &ReadBack) -> Result<(), Failure> {
        let file = self
            .output
            .as_deref()
            .filter(|path| *path != Path::new("-"));
        let text = match self.format {
            Format::Json => format!("{}\n", render::read_back_json(read).trim_end()),
            Format::Text => render::read_back(
                read,
                &TextOptions {
                    width: console::out_width(),
                    colour: file.is_none() && console::out_colour(),
                },
            ),
        };
        match file {
            None => console::print(&text),
            Some(path) => output::replace(path, text.as_bytes()),
        }
    }
}
