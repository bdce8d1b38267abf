//! `export`: a protocol for other systems.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use aftercare_dsl::render::{self, FhirUnsaid};
use aftercare_dsl::source::Sources;
use clap::{Args, ValueEnum};

use crate::case::nothing_said;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::{clock, console, inputs, load, output};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl export microneedling --format fhir -o microneedling.json
      the protocol as a PlanDefinition of FHIR R4; what R4 cannot say is listed
      on standard error, and in the resource
  aftercare-dsl export clinic.rules --format fhir 2> unsaid.txt > clinic.json
      the list and the resource, each in a file

A plan for one patient is `eval PROTOCOL --format fhir`.

Exit code 0: it is written, whatever R4 cannot say. 1: errors in the protocol.";

/// `export PROTOCOL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    /// FHIR R4: an action for each sentence, what R4 cannot say in words
    #[arg(
        long,
        value_name = "fhir",
        default_value = "fhir",
        hide_possible_values = true
    )]
    format: ExportFormat,
    /// Write it to a file; an old one is replaced once the new one is whole
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a protocol is written as.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ExportFormat {
    /// A PlanDefinition.
    Fhir,
}

impl Export {
    /// Writes the protocol.
    pub fn run(&self) -> Result<Exit, Failure> {
        inputs::apart(&self.protocol, None, self.output.as_deref())?;
        let origin = Origin::parse(&self.protocol)?;
        let mut sources = Sources::new();
        let protocol = load::protocol(&origin, &mut sources, clock::today(None))?;
        if protocol.rules.is_empty() {
            return Err(nothing_said(&origin));
        }
        let exported = match self.format {
            ExportFormat::Fhir => render::fhir_definition(&protocol),
        };
        let file = self.output.as_deref();
        match file.filter(|path| *path != Path::new("-")) {
            None => console::print(&exported.text)?,
            Some(path) => output::replace(path, exported.text.as_bytes())?,
        }
        unsaid(&exported.unsaid);
        Ok(Exit::Done)
    }
}

/// What the resource says in words alone.
fn unsaid(all: &[FhirUnsaid]) {
    let count = all.iter().filter(|one| one.at.is_some()).count();
    let sentences = match count {
        1 => "1 sentence".to_owned(),
        many => format!("{many} sentences"),
    };
    let note = format!(
        "FHIR R4 has no way to say this, first of all sentences and then of {sentences}; it stands in words alone"
    );
    console::note("note", &note);
    let mut lines = String::new();
    for one in all {
        let text = render::escape(&one.text);
        match &one.at {
            Some(at) => {
                let file = render::escape(&at.file);
                lines.push_str(&format!("{file}:{}: {text}\n", at.line));
            }
            None => lines.push_str(&format!("{text}\n")),
        }
    }
    console::error_lines(&lines);
}
