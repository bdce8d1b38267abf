//! The command line.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Command, CommandFactory, Parser, ValueEnum};

use crate::commands::Commands;
use crate::failure::EXIT_CODES;

/// What `--version` says.
const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\nAutomates a clinic's own written protocol.",
    "\nIt is no medical device and replaces no clinician."
);

const LONG_ABOUT: &str = "\
Turns a clinic's aftercare protocol and one patient's facts into a dated plan: what to avoid and to \
do, from when until when, why, on whose word, and what is still unknown.

A protocol is a text of sentences such as `avoid retinoids for 7 days`. PROTOCOL is a file (anything \
with a slash or an ending, such as `clinic.rules`), `-` for standard input, or the name of a bundled \
one (`aftercare-dsl list`).";

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl eval microneedling
      the plan in days from the treatment, and what a patient would be asked
  aftercare-dsl facts microneedling --template > patient.toml
      a profile to fill in
  aftercare-dsl eval microneedling --patient patient.toml --treated 2026-06-01
      the dated plan of one patient
  aftercare-dsl new clinic.rules
      start a protocol of your own; then `aftercare-dsl check clinic.rules`
  aftercare-dsl language
      how sentences are written, the commonest first
";

/// Turns an aftercare protocol and one patient's facts into a dated plan
#[derive(Debug, Parser)]
#[command(name = "aftercare-dsl", version, long_version = VERSION, long_about = LONG_ABOUT)]
#[command(subcommand_required = true, arg_required_else_help = true)]
#[command(max_term_width = 100)]
pub struct Args {
    /// When to print in colour; NO_COLOR and CLICOLOR_FORCE are obeyed
    #[arg(
        long,
        global = true,
        value_name = "auto|always|never",
        default_value = "auto",
        hide_possible_values = true
    )]
    pub color: Color,

    /// What to do.
    #[command(subcommand)]
    pub command: Commands,
}

/// When to print in colour.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Color {
    /// On a terminal that takes it.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What a result is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For machines; the JSON Schemas are in the repository.
    Json,
}

/// What a plan is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    /// For people.
    Text,
    /// For machines; the JSON Schema is in the repository.
    Json,
    /// For the patient's calendar.
    Ics,
    /// For the patient: a page to print.
    Html,
    /// For the patient: the same as text with marks.
    Markdown,
    /// For the clinic's systems.
    Fhir,
}

/// The whole command line, to parse with and to make manual pages and completions from.
pub fn command() -> Command {
    let styles = Styles::styled()
        .header(AnsiColor::Cyan.on_default().bold())
        .usage(AnsiColor::Cyan.on_default().bold())
        .literal(AnsiColor::Green.on_default())
        .placeholder(AnsiColor::Yellow.on_default());
    Args::command()
        .styles(styles)
        .after_help(EXAMPLES)
        .after_long_help(format!("{EXAMPLES}\n{EXIT_CODES}"))
}
