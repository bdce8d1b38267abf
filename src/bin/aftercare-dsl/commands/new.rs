//! `new`: a protocol to start from.

use std::ffi::OsStr;
use std::path::PathBuf;

use aftercare_dsl::bundled::bundled_text;
use chrono::{Months, NaiveDate};
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::{clock, console, origin, output, quote};

/// The starter, with places for two dates.
const STARTER: &str = include_str!("../starter.rules");

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl new clinic.rules
      a short protocol with comments that explain it
  aftercare-dsl new --from microneedling clinic.rules
      a copy of the bundled protocol, to change";

/// `new FILE`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct New {
    /// The file to write; one that is there already is left as it is
    file: PathBuf,
    /// Copy this bundled file instead of the starter
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
}

impl New {
    /// Writes it.
    pub fn run(&self) -> Result<Exit, Failure> {
        let text = match &self.from {
            Some(name) => bundled_text(name)
                .ok_or_else(|| origin::unknown(name))?
                .to_owned(),
            None => starter(clock::today(None)),
        };
        let file = self.named()?;
        output::create(&file, text.as_bytes())?;
        let shown = file.to_string_lossy();
        let check = quote::command(["check", &shown]);
        let eval = quote::command(["eval", &shown]);
        console::print(&format!(
            "wrote {}\nRead it, change it, then:\n  {check}\n  {eval}\n",
            console::name(&shown)
        ))?;
        let stem = file.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        if bundled_text(stem).is_some() {
            console::note(
                "note",
                &format!("`{stem}` is a bundled name, too: no file beside this one can import it"),
            );
        }
        Ok(Exit::Done)
    }

    /// The file's name; a bare word would be taken for a bundled one later, and gets an ending.
    fn named(&self) -> Result<PathBuf, Failure> {
        if self.file.as_os_str() == "-" {
            return Err(Failure::usage("`new` writes a file, and `-` is none")
                .with_help("`aftercare-dsl show NAME` prints a bundled one"));
        }
        if origin::is_path(self.file.as_os_str()) {
            Ok(self.file.clone())
        } else {
            Ok(self.file.with_extension("rules"))
        }
    }
}

/// The starter as of a day: in effect now, to be reviewed in a year.
fn starter(today: NaiveDate) -> String {
    let review = today.checked_add_months(Months::new(12)).unwrap_or(today);
    STARTER
        .replace("1900-01-01", &today.to_string())
        .replace("1900-01-02", &review.to_string())
}
