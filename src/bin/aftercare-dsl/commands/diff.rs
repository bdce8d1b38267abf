//! `diff`: what two protocols come to differently.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use aftercare_dsl::analysis::{Affected, Comparison};
use aftercare_dsl::check::Protocol;
use aftercare_dsl::profile::Profile;
use aftercare_dsl::render::{self, TextOptions};
use aftercare_dsl::source::Sources;
use clap::Args;

use crate::args::Format;
use crate::failure::{Exit, Failure};
use crate::load::count;
use crate::origin::Origin;
use crate::patient::read_for;
use crate::{clock, console, load};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl diff clinic-2025.rules clinic.rules
      what is looser, stricter and different for some patient on some day, with
      the smallest example
  aftercare-dsl diff microneedling clinic.rules --patients ann.toml ben.toml
      and what changes for these patients, on which dates
  aftercare-dsl diff clinic-2025.rules clinic.rules --format json
      the same for a program

What is compared is what the sentences come to: another layout, another order
and new labels change nothing.

Exit code 0: nothing is looser. 6: something is, or that is not decided.";

/// `diff OLD NEW`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Diff {
    /// The old protocol: a file, a bundled name, or - for standard input
    old: OsString,
    /// The new one
    new: OsString,
    /// Profiles of patients, to say who is affected on which days
    #[arg(long, value_name = "FILE", num_args = 1..)]
    patients: Vec<PathBuf>,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
}

impl Diff {
    /// Compares them, and prints what differs.
    pub fn run(&self) -> Result<Exit, Failure> {
        let paths = self.patients.iter().map(|path| path.as_os_str());
        let all = [self.old.as_os_str(), self.new.as_os_str()]
            .into_iter()
            .chain(paths);
        if all.filter(|one| *one == "-").count() > 1 {
            return Err(Failure::usage("standard input can be read once only"));
        }
        let (mut sources, today) = (Sources::new(), clock::today(None));
        let mut protocol = |argument| {
            let origin = Origin::parse(argument)?;
            load::protocol(&origin, &mut sources, today)
        };
        let (old, new) = (protocol(&self.old)?, protocol(&self.new)?);
        let patients: Vec<Patient> = (self.patients.iter())
            .map(|path| Patient::read(path, &mut sources, (&old, &new)))
            .collect::<Result<_, Failure>>()?;
        let comparison = Comparison::of(&old, &new);
        let affected: Vec<Affected> = (patients.iter())
            .map(|patient| patient.affected(&comparison, &sources))
            .collect::<Result<_, Failure>>()?;
        let diff = comparison.with(affected);
        let text = match self.format {
            Format::Json => format!("{}\n", render::diff_json(&diff).trim_end()),
            Format::Text => render::diff(
                &diff,
                &TextOptions {
                    width: console::out_width(),
                    colour: console::out_colour(),
                },
            ),
        };
        console::print(&text)?;
        Ok(if diff.may_be_looser() {
            Exit::Looser
        } else {
            Exit::Done
        })
    }
}

/// A patient as either protocol knows her.
struct Patient {
    name: String,
    old: Profile,
    new: Profile,
}

impl Patient {
    /// Reads a profile for both. What only one of them has a name for is left out in the other, which is told.
    fn read(
        path: &Path,
        sources: &mut Sources,
        (old, new): (&Protocol, &Protocol),
    ) -> Result<Self, Failure> {
        let name = path.to_string_lossy().into_owned();
        let [was, is] = read_for(path, sources, [&old.vocabulary, &new.vocabulary])?;
        if !was.1.is_empty() && !is.1.is_empty() {
            console::diagnostics(&is.1, sources);
            return Err(Failure::told());
        }
        for (mistakes, protocol) in [(&was.1, old), (&is.1, new)] {
            if !mistakes.is_empty() {
                let entries = count(mistakes.len(), "mistake");
                let (name, file) = (render::escape(&name), render::escape(&protocol.file));
                console::note(
                    "note",
                    &format!(
                        "as a profile for {file}, {name} has {entries}, which are left out there"
                    ),
                );
            }
        }
        Ok(Self {
            name,
            old: was.0,
            new: is.0,
        })
    }

    fn affected(
        &self,
        comparison: &Comparison<'_>,
        sources: &Sources,
    ) -> Result<Affected, Failure> {
        comparison
            .patient(&self.name, &self.old, &self.new)
            .map_err(|found| {
                console::diagnostics(&[found], sources);
                Failure::told()
            })
    }
}
