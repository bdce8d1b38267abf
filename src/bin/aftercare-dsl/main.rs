//! `aftercare-dsl`: the library on a terminal. It reads files, the clock and the command line, and
//! prints; what a protocol means is the library's.

mod added;
mod answers;
mod args;
mod ask_words;
mod beside;
mod bug;
mod calendar;
mod case;
mod changes;
mod clock;
mod commands;
mod console;
mod entry;
mod failure;
mod fhir;
mod handout;
mod input;
mod inputs;
mod interrupt;
mod issue;
mod json;
mod load;
mod mending;
mod moment;
mod open;
mod origin;
mod output;
mod page;
mod patient;
mod quote;
mod record;
mod reference;
mod repl;
mod several;
mod talk;
mod told;
mod tree;
mod usage;

use std::process::ExitCode;

use clap::FromArgMatches;

use args::Args;
use failure::Exit;

fn main() -> ExitCode {
    bug::install_hook();
    let arguments: Vec<_> = std::env::args_os().collect();
    console::choose_colour(&arguments);
    let matches = args::command()
        .term_width(console::out_width())
        .try_get_matches_from(&arguments)
        .and_then(|matches| Args::from_arg_matches(&matches));
    let exit = match matches {
        Ok(args) => args.command.run().unwrap_or_else(|failure| {
            console::failure(&failure);
            failure.exit
        }),
        Err(error) => usage::explain(&error),
    };
    exit.into()
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
