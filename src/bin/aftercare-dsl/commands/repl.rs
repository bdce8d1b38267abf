//! `repl`: write a protocol, see what it means, ask about a patient.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use aftercare_dsl::session::Session;
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::repl::{self, Disk, script};
use crate::{console, input};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl repl
      an empty session: type `import skin-care`, then a sentence
  aftercare-dsl repl clinic.rules --patient jo.toml
      go on with a protocol, and ask about a patient
  aftercare-dsl repl --script lines.txt
      the same lines without a terminal; it stops at the first error

`help` shows what can be typed. Tab shows what may come next, Ctrl-F mends a
mistake, Ctrl-C drops the line, Ctrl-D leaves. What was typed is kept for the
next time, but never a line that could say something about a patient.

Exit code 0: done. 1: a line of the script was refused.";

/// `repl [PROTOCOL]`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Repl {
    /// The protocol to go on with: a file or a bundled name
    protocol: Option<OsString>,
    /// The profile of the patient to ask about
    #[arg(long, value_name = "FILE")]
    patient: Option<PathBuf>,
    /// Run the lines of this file instead; - reads them from standard input
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,
}

impl Repl {
    /// Makes sure that the files can be read at all: what is wrong in them is the session's to say.
    fn readable(&self) -> Result<(), Failure> {
        if let Some(protocol) = &self.protocol {
            let origin = Origin::parse(protocol)?;
            if matches!(origin, Origin::Stdin) {
                let failure = Failure::usage("standard input is the session itself");
                return Err(failure.with_help("name a file, or type the protocol"));
            }
            origin.read()?;
        }
        if let Some(patient) = &self.patient {
            input::file(patient).map_err(|error| input::unreadable(patient, &error))?;
        }
        Ok(())
    }

    /// Runs it until somebody leaves.
    pub fn run(&self) -> Result<Exit, Failure> {
        self.readable()?;
        let mut disk = Disk;
        let mut session = Session::new(&disk);
        session.set_width(console::out_width());
        let interactive = self.script.is_none() && std::io::stdin().is_terminal();
        session.set_confirms(interactive);
        let patient = self
            .patient
            .as_ref()
            .map(|path| path.as_os_str().to_owned());
        let loads = [("load", self.protocol.clone()), ("patient", patient)];
        for (command, file) in loads {
            let Some(file) = file else { continue };
            let file = file.to_string_lossy().into_owned();
            let reply = session.enter(&format!(":{command} {file}"), &mut disk);
            if reply.failed {
                repl::show_error(&reply)?;
                // The rules are there to be worked at all the same; a script has nobody to decide that.
                if interactive && command == "patient" {
                    continue;
                }
                return Err(Failure::told());
            }
            if interactive {
                repl::show(&reply)?;
            }
        }
        match &self.script {
            Some(file) => script::run(session, &mut disk, Some(file)),
            None if interactive => repl::terminal::run(session, disk),
            None => script::run(session, &mut disk, None),
        }
    }
}
