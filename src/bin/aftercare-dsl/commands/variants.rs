//! `variants`: what a protocol changes of those that it extends.

use std::ffi::OsString;

use aftercare_dsl::render::{self, TextOptions, Word};
use aftercare_dsl::source::Sources;
use clap::Args;

use crate::args::Format;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::{clock, console, load};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl variants clinic.rules
      what clinic.rules replaces, drops and adds, and why; then the same of what
      it extends
  aftercare-dsl variants clinic.rules --format json
      the same for a program

What asks less than before, for some patient on some day, is marked LOOSENED.
Without a reason it is an error, which `check` shows with such a patient.";

/// `variants PROTOCOL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Variants {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
}

impl Variants {
    /// Prints the tree.
    pub fn run(&self) -> Result<Exit, Failure> {
        let origin = Origin::parse(&self.protocol)?;
        let mut sources = Sources::new();
        let protocol = load::protocol(&origin, &mut sources, clock::today(None))?;
        let lineage = &protocol.lineage;
        let text = match self.format {
            Format::Json => format!("{}\n", render::variants_json(lineage).trim_end()),
            Format::Text if lineage.is_alone() => format!("{}\n", Word::VariantNone.text()),
            Format::Text => render::variants(
                lineage,
                &TextOptions {
                    width: console::out_width(),
                    colour: console::out_colour(),
                },
            ),
        };
        console::print(&text)?;
        Ok(Exit::Done)
    }
}
