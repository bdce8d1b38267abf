//! Wrong usage, and the help that was asked for.

use std::ffi::OsString;
use std::io::ErrorKind as ErrorOf;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use aftercare_dsl::render::{escape, is_hidden};

use crate::console;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;

/// Prints what the parser of the command line has to say: help, version, or what is wrong.
pub fn explain(error: &Error) -> Exit {
    if let Some(failure) = loose_word(error) {
        console::failure(&failure);
        return failure.exit;
    }
    let text = error.render().to_string();
    if text
        .chars()
        .any(|letter| letter != '\n' && is_hidden(letter))
    {
        let lines = text.lines().map(|line| format!("{}\n", escape(line)));
        console::error_lines(&lines.collect::<String>());
    } else if let Err(failed) = error.print()
        && failed.kind() != ErrorOf::BrokenPipe
        && !error.use_stderr()
    {
        // Where standard error cannot be written there is nobody to tell.
        let failure =
            Failure::file("standard output cannot be written").with_help("is the disk full?");
        console::failure(&failure);
        return failure.exit;
    }
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Exit::Done,
        _ => Exit::Usage,
    }
}

/// A word too many is most often the rest of a `--set` without quotes, and then part of an answer:
/// it is not repeated.
fn loose_word(error: &Error) -> Option<Failure> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let loose = error.kind() == ErrorKind::UnknownArgument && !word.starts_with('-');
    loose.then(too_many)
}

/// That there is a word too many, which is not repeated.
fn too_many() -> Failure {
    Failure::usage("there is a word too many on the command line").with_help(
        "an answer stands in quotes, as in --set 'skin type = IV'; `--help` shows examples",
    )
}

/// Makes sure that no word behind the first of several protocols is the rest of a `--set` without quotes.
pub fn no_loose_word(protocols: &[OsString], set: &[String]) -> Result<(), Failure> {
    let more = protocols.get(1..).unwrap_or_default();
    let mut loose = more.iter().filter(|word| !Origin::is_known(word));
    if !set.is_empty() && loose.next().is_some() {
        return Err(too_many());
    }
    Ok(())
}
