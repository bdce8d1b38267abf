//! `explain`: what a kind of mistake means.

use aftercare_dsl::diagnostic::{Code, Severity};
use aftercare_dsl::vocabulary::nearest;
use clap::Args;

use crate::failure::{Exit, Failure};
use crate::{console, page};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl explain unknown-name
      what the code in `error[unknown-name]` means, with a wrong and a right line
  aftercare-dsl explain
      all codes";

/// `explain [CODE]`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    /// The code in the brackets of a message; all of them where it is left out
    code: Option<String>,
}

impl Explain {
    /// Prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        let text = match &self.code {
            None => all(),
            Some(name) => one(find(name)?),
        };
        console::print(&text)?;
        Ok(Exit::Done)
    }
}

/// The code with this name; `error[unknown-name]` may be pasted whole.
fn find(name: &str) -> Result<Code, Failure> {
    let bare = name.rsplit_once('[').map_or(name, |(_, bare)| bare);
    let bare = bare.trim_end_matches([']', ':']).trim().to_lowercase();
    Code::from_name(&bare).ok_or_else(|| {
        let failure = Failure::usage(format!("there is no code {}", console::name(name)));
        match nearest(&bare, Code::ALL.iter().map(|code| code.name())) {
            Some(near) => failure.with_help(format!("did you mean `{near}`?")),
            None => failure.with_help("`aftercare-dsl explain` lists them all"),
        }
    })
}

/// Every code with the first sentence of its text.
fn all() -> String {
    let mut out = String::new();
    for code in Code::ALL {
        let words = words(*code);
        let first = words.split_inclusive(". ").next().unwrap_or_default();
        let (first, _) = first.split_once(" Wrong:").unwrap_or((first, ""));
        out.push_str(&format!("{}\n", head(*code)));
        out.push_str(&page::wrapped(first.trim(), 4, console::out_width()));
    }
    out
}

fn one(code: Code) -> String {
    let words = words(code)
        .replace(" Wrong:", "\n\nWrong:")
        .replace(" Right:", "\nRight:");
    let mut out = format!("{}\n\n", head(code));
    for paragraph in words.split('\n') {
        out.push_str(&page::wrapped(paragraph, 0, console::out_width()));
    }
    out
}

/// `error[unknown-name]`
fn head(code: Code) -> String {
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{severity}[{}]", code.name())
}

/// Its text on one line.
fn words(code: Code) -> String {
    let words: Vec<&str> = code.explanation().split_whitespace().collect();
    words.join(" ")
}
