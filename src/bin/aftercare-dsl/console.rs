//! The terminal: how wide it is, whether it takes colour, and what is written to it.

use std::ffi::OsString;
use std::fmt;
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};

use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::render::{PRINTED, Report, Word, escape, plain_all, reports};
use aftercare_dsl::source::Sources;
use anstream::{AutoStream, ColorChoice};
use miette::{MietteHandler, MietteHandlerOpts, ReportHandler};

use crate::failure::Failure;
use crate::page;

/// The columns of a page where there is no terminal.
const WIDTH: usize = 80;

/// The rows of a page that is no terminal.
const HEIGHT: usize = 24;

/// The columns that even a wide terminal gets.
const WIDEST: usize = 100;

/// Takes `--color` from the arguments before they are parsed, so that it holds for help and errors.
pub fn choose_colour(arguments: &[OsString]) {
    let mut choice = ColorChoice::Auto;
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let value = match argument {
            "--" => break,
            "--color" => arguments.next(),
            _ => argument.strip_prefix("--color="),
        };
        match value {
            Some("always") => choice = ColorChoice::Always,
            Some("never") => choice = ColorChoice::Never,
            Some("auto") => choice = ColorChoice::Auto,
            _ => {}
        }
    }
    choice.write_global();
}

/// Whether what is printed has colour: `--color`, NO_COLOR, CLICOLOR_FORCE, TERM and whether
/// somebody watches.
pub fn out_colour() -> bool {
    AutoStream::choice(&stdout()) != ColorChoice::Never
}

/// The same of standard error.
pub fn error_colour() -> bool {
    AutoStream::choice(&stderr()) != ColorChoice::Never
}

/// The columns of a printed page.
pub fn out_width() -> usize {
    width(stdout().is_terminal())
}

/// The rows of the terminal; as many as a small one has where there is none.
pub fn out_height() -> usize {
    terminal_size::terminal_size().map_or(HEIGHT, |(_, rows)| usize::from(rows.0))
}

fn width(terminal: bool) -> usize {
    if !terminal {
        return WIDTH;
    }
    terminal_size::terminal_size().map_or(WIDTH, |(columns, _)| usize::from(columns.0).min(WIDEST))
}

/// Prints to standard output. That nobody reads on (`| head`) is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    let written = if out_colour() {
        let mut out = AutoStream::auto(stdout()).lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush())
    } else {
        let mut out = stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush())
    };
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::file("standard output cannot be written")
                .with_help("is the disk full? `-o FILE` writes to a file"))
        }
        _ => Ok(()),
    }
}

/// Prints an author's text to standard output: as it is to a file or another program, escaped to a
/// terminal.
pub fn print_source(text: &str) -> Result<(), Failure> {
    if !stdout().is_terminal() {
        return print(text);
    }
    let lines = text.lines().map(|line| format!("{}\n", escape(line)));
    print(&lines.collect::<String>())
}

/// Prints to standard error; if that fails, there is nobody to tell.
pub fn error_lines(text: &str) {
    let _ = AutoStream::auto(stderr()).lock().write_all(text.as_bytes());
}

/// Says why a command stopped.
pub fn failure(failure: &Failure) {
    if let Some(message) = &failure.message {
        say(
            "error",
            anstyle::AnsiColor::Red.on_default().bold(),
            message,
        );
    }
    if let Some(help) = &failure.help {
        note("help", help);
    }
}

/// A word about the run itself.
pub fn note(lead: &str, text: &str) {
    say(lead, anstyle::Style::new().bold(), text);
}

/// `lead: text`; only a terminal's lines are broken, so that a log's can be searched.
fn say(lead: &str, style: anstyle::Style, text: &str) {
    let width = if stderr().is_terminal() {
        width(true)
    } else {
        usize::MAX
    };
    let text = page::hanging(&format!("{lead}: "), text, 2, width);
    let text = text.strip_prefix(lead).unwrap_or(&text);
    error_lines(&format!("{style}{lead}{style:#}{text}"));
}

/// A name from outside in backticks, safe to print.
pub fn name(name: &str) -> String {
    format!("`{}`", escape(name))
}

/// Prints diagnostics in file order, the first hundred, then a count: drawn where somebody sees
/// them, in plain letters where not.
pub fn diagnostics(diagnostics: &[Diagnostic], sources: &Sources) {
    if diagnostics.is_empty() {
        return;
    }
    let terminal = stderr().is_terminal();
    let colour = AutoStream::choice(&stderr()) != ColorChoice::Never;
    if colour || terminal && draws() {
        draw(diagnostics, sources, colour);
    } else {
        let text = plain_all(diagnostics, sources, width(terminal));
        error_lines(&format!("{text}\n"));
    }
}

fn draw(diagnostics: &[Diagnostic], sources: &Sources, colour: bool) {
    let handler = MietteHandlerOpts::new()
        .color(colour)
        .width(width(stderr().is_terminal()))
        .terminal_links(false)
        .build();
    for report in reports(diagnostics, sources) {
        let handler = &handler;
        let report = &report;
        error_lines(&format!("{}\n", Fancy { handler, report }));
    }
    let more = diagnostics.len().saturating_sub(PRINTED);
    if more > 0 {
        let count = Word::MoreDiagnostics.with(&[("n", &more.to_string())]);
        error_lines(&format!("{count}\n"));
    }
}

/// Whether the terminal can draw at all.
fn draws() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// A report as miette draws it.
struct Fancy<'a> {
    handler: &'a MietteHandler,
    report: &'a Report,
}

impl fmt::Display for Fancy<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.handler.debug(self.report, out)
    }
}
