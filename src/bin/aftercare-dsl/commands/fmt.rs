//! `fmt`: the one canonical layout.

use std::ffi::OsString;

use aftercare_dsl::check::quoted;
use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::format::{Unformatted, format};
use aftercare_dsl::render::escape;
use aftercare_dsl::source::Sources;
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::told::Told;
use crate::{changes, console, load, output};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl fmt clinic.rules
      write it anew in the canonical layout; comments and groups stay
  aftercare-dsl fmt --check *.rules
      name the files that are not in it, and change none
  aftercare-dsl fmt - < clinic.rules
      the same from standard input to standard output

Exit code 0: all are in the canonical layout now. 1: with --check or --diff, a
file is not; or a file or what it imports has errors, and the file is not
formatted and stays as it is. 5: a file cannot be read or written. 70:
formatting would have changed what a file means; it stays as it is.";

/// `fmt FILE...`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Fmt {
    /// Files, or - from standard input to standard output
    #[arg(required = true, value_name = "FILE")]
    files: Vec<OsString>,
    /// Name the files that are not in the canonical layout, and change none
    #[arg(long)]
    check: bool,
    /// Show the lines that would change, and change none
    #[arg(long)]
    diff: bool,
}

/// How one file ended.
enum Done {
    /// It is in the canonical layout; this is to be printed.
    Formatted(String),
    /// It would not be.
    Differs(String),
    /// It has errors, which have been told.
    Mistakes(String),
}

impl Fmt {
    /// Formats them all and says what it did.
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut exit = Exit::Done;
        let mut told = Told::default();
        for origin in Origin::writable(&self.files)? {
            let found = match self.one(&origin, &mut told) {
                Ok(Done::Formatted(said)) => {
                    console::print(&said)?;
                    Exit::Done
                }
                Ok(Done::Differs(said)) => {
                    console::print(&said)?;
                    Exit::Errors
                }
                Ok(Done::Mistakes(said)) => {
                    console::error_lines(&said);
                    Exit::Errors
                }
                Err(failure) => {
                    console::failure(&failure);
                    failure.exit
                }
            };
            if found as u8 > exit as u8 {
                exit = found;
            }
        }
        Ok(exit)
    }

    fn one(&self, origin: &Origin, told: &mut Told) -> Result<Done, Failure> {
        let name = origin.name();
        let shown = escape(&name);
        let mut sources = Sources::new();
        let mut mistakes = |diagnostics: Vec<Diagnostic>, sources: &Sources, what: &str| {
            console::diagnostics(&told.new_of(diagnostics, sources), sources);
            Ok(Done::Mistakes(format!(
                "{shown}: {what} has errors, and it was left as it is\n"
            )))
        };
        let text = match load::text(origin, &mut sources)? {
            Ok(text) => text,
            Err(diagnostic) => return mistakes(vec![*diagnostic], &sources, "it"),
        };
        let source = sources.add(&*name, &*text);
        let quoted = quoted(&mut sources, origin.library().as_ref(), &name, source);
        let formatted = match format(source, &text, &quoted.names) {
            // Without a name that a lost import declares in quotes, a sentence may say something else.
            Ok(_) if !quoted.mistakes.is_empty() => {
                return mistakes(quoted.mistakes, &sources, "what it imports");
            }
            Ok(formatted) => formatted,
            Err(Unformatted::Mistakes(found)) => {
                return mistakes([quoted.mistakes, found].concat(), &sources, "it");
            }
            Err(Unformatted::Changed) => return Err(changed(&name)),
        };
        if self.check || self.diff {
            return Ok(self.compare(&name, &text, &formatted));
        }
        let Origin::File(path) = origin else {
            console::print_source(&formatted)?;
            return Ok(Done::Formatted(String::new()));
        };
        if text == formatted {
            return Ok(Done::Formatted(format!("{shown}: no change\n")));
        }
        output::replace(path, formatted.as_bytes())?;
        Ok(Done::Formatted(format!("{shown}: formatted\n")))
    }

    /// What `--check` and `--diff` say.
    fn compare(&self, name: &str, text: &str, formatted: &str) -> Done {
        if text == formatted {
            return Done::Formatted(String::new());
        }
        let mut said = String::new();
        if self.check {
            said.push_str(&format!("{}: not in the canonical layout\n", escape(name)));
        }
        if self.diff {
            said.push_str(&changes::unified(name, text, formatted));
        }
        Done::Differs(said)
    }
}

/// Our own bug.
fn changed(name: &str) -> Failure {
    Failure::bug(format!(
        "formatting would have changed what {} means, and left it as it is; this is a bug of \
         aftercare-dsl, not a mistake of yours",
        console::name(name)
    ))
    .with_help("please report it with this file")
}
