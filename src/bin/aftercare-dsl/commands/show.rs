//! `show`: the text of a bundled file.

use aftercare_dsl::bundled::bundled_text;
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::{console, origin};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl show microneedling
      read the bundled protocol
  aftercare-dsl show skin-care | less
      read the words that a protocol may use";

/// `show NAME`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    /// A bundled name, as `list` shows it
    name: String,
}

impl Show {
    /// Prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        let text = bundled_text(&self.name).ok_or_else(|| origin::unknown(&self.name))?;
        console::print(text)?;
        Ok(Exit::Done)
    }
}
