//! How a run ends, and why it could not go on.

/// The exit codes. The README and `--help` hold the same table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, and nothing is open.
    Done = 0,
    /// There are errors in a protocol or a profile.
    Errors = 1,
    /// The command line asks for something that there is not.
    Usage = 2,
    /// The plan has open lines: provisional, waiting, unsure.
    Open = 3,
    /// The protocol refuses or defers the treatment.
    Withheld = 4,
    /// A file cannot be read or written.
    File = 5,
    /// A protocol is looser than another one, or may be.
    Looser = 6,
    /// A plan that was given out does not hold any more.
    Stale = 7,
    /// A bug of this program.
    Bug = 70,
}

/// The table of the exit codes, for the help.
pub const EXIT_CODES: &str = "\
Exit codes:
  0   done, and nothing is open
  1   errors in a text or a question, a failed scenario, an unformatted file
  2   wrong usage
  3   something is open: a line of the plan, the answer or a question
  4   the protocol refuses or defers the treatment
  5   a file cannot be read or written
  6   something is looser than before, or it is not decided whether it is
  7   a plan that was given out does not hold any more
  70  a bug of this program
A red flag changes the plan's status and leaves the code as it is.";

/// Why a command stopped. Messages name files and keys, never a patient's facts.
#[derive(Debug)]
pub struct Failure {
    /// The code to leave with.
    pub exit: Exit,
    /// What is wrong; none where diagnostics have said it already.
    pub message: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Failure {
    /// The command line asks for something that there is not.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// A file cannot be read or written.
    pub fn file(message: impl Into<String>) -> Self {
        Self::new(Exit::File, message)
    }

    /// This program is at fault.
    pub fn bug(message: impl Into<String>) -> Self {
        Self::new(Exit::Bug, message)
    }

    /// A text has errors that no diagnostic tells.
    pub fn errors(message: impl Into<String>) -> Self {
        Self::new(Exit::Errors, message)
    }

    /// A text has errors, and its diagnostics are on the screen.
    pub fn told() -> Self {
        Self {
            exit: Exit::Errors,
            message: None,
            help: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            message: Some(message.into()),
            help: None,
        }
    }
}
