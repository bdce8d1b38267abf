//! `check`: every error and warning of every file.

use std::ffi::OsString;

use aftercare_dsl::analysis::with_findings;
use aftercare_dsl::check::{CheckOptions, Checked};
use aftercare_dsl::diagnostic::{Diagnostic, Severity, any_error};
use aftercare_dsl::render;
use aftercare_dsl::scenario;
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::Span;
use aftercare_dsl::syntax::MAX_MISTAKES;
use chrono::NaiveDate;
use clap::Args;

use crate::args::Format;
use crate::failure::{Exit, Failure};
use crate::load::{self, count};
use crate::origin::Origin;
use crate::told::Told;
use crate::{clock, console, json, mending, moment};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl check clinic.rules
      every error and warning, with what to do about it
  aftercare-dsl check *.rules --format json
      the same for another program
  aftercare-dsl check clinic.rules --on 2027-12-01
      is its review due by then?
  aftercare-dsl check --fix clinic.rules
      make every fix that has one right answer, and show the rest

Exit code 0: no errors; warnings leave it at 0. 1: errors. 5: a file cannot be
read or written. With --fix, it is about what is left.";

/// `check PROTOCOL...`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    /// Files, bundled names, or - for standard input
    #[arg(required = true, value_name = "PROTOCOL")]
    protocols: Vec<OsString>,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
    /// The day of the check, to tell whether a review is due; today where it is not given
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// Make every fix that has one right answer; - prints the mended text
    #[arg(long)]
    fix: bool,
}

impl Check {
    /// Checks them all and says what it found.
    pub fn run(&self) -> Result<Exit, Failure> {
        let on = match &self.on {
            Some(text) => moment::parse("--on", text)?.date,
            None => clock::today(None),
        };
        let origins = self.origins()?;
        let mut found = Found::default();
        for origin in &origins {
            let checked = if self.fix {
                mending::run(origin, &mut found.sources, on)
            } else {
                load::checked(origin, &mut found.sources, on)
            };
            match checked {
                Ok(checked) => found.look(origin, &checked, on),
                Err(failure) => found.unreadable.push(failure),
            }
        }
        self.say(&found, &origins)?;
        for failure in &found.unreadable {
            console::failure(failure);
        }
        Ok(found.exit())
    }

    fn say(&self, found: &Found, origins: &[Origin]) -> Result<(), Failure> {
        if self.format == Format::Json {
            let array = render::check_json(&found.diagnostics, &found.sources);
            return console::print(&json::text(&array));
        }
        console::diagnostics(&found.diagnostics, &found.sources);
        let summary = format!("{}{}", found.summary, found.more());
        // Standard output holds the mended text.
        if self.fix && origins.iter().any(|one| matches!(one, Origin::Stdin)) {
            console::error_lines(&summary);
            return Ok(());
        }
        console::print(&summary)
    }

    fn origins(&self) -> Result<Vec<Origin>, Failure> {
        if self.fix {
            let origins = Origin::writable(&self.protocols)?;
            let is_stdin = |one: &Origin| matches!(one, Origin::Stdin);
            if self.format == Format::Json && origins.iter().any(is_stdin) {
                return Err(Failure::usage(
                    "`--fix` prints the mended text of `-` where `--format json` would print",
                ));
            }
            return Ok(origins);
        }
        if self
            .protocols
            .iter()
            .filter(|protocol| *protocol == "-")
            .count()
            > 1
        {
            return Err(Failure::usage("standard input can be checked once only"));
        }
        self.protocols
            .iter()
            .map(|protocol| Origin::parse(protocol))
            .collect()
    }
}

/// How many mistakes a file has; those of an import that a file before it shares are counted there.
fn said(new: &[Diagnostic], before: usize) -> String {
    let is_error = |one: &&Diagnostic| one.severity() == Severity::Error;
    let errors = new.iter().filter(is_error).count();
    let warnings = new.len() - errors;
    let own = match (errors, warnings) {
        (0, 0) if before > 0 => return format!("{before} of the mistakes counted above"),
        (0, 0) => "no errors, no warnings".to_owned(),
        (0, _) if before > 0 => format!("no errors of its own, {}", count(warnings, "warning")),
        (0, _) => format!("no errors, {}", count(warnings, "warning")),
        (_, 0) => errors_of(errors),
        _ => format!("{}, {}", errors_of(errors), count(warnings, "warning")),
    };
    match before {
        0 => own,
        _ => format!("{own}, and {before} of the mistakes counted above"),
    }
}

/// So many errors, or more where no more are looked into.
fn errors_of(errors: usize) -> String {
    let more = if errors < MAX_MISTAKES {
        ""
    } else {
        " or more"
    };
    format!("{}{more}", count(errors, "error"))
}

/// What all files have.
#[derive(Default)]
struct Found {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    told: Told,
    summary: String,
    unreadable: Vec<Failure>,
}

impl Found {
    fn look(&mut self, origin: &Origin, checked: &Checked, on: NaiveDate) {
        let all = match scenario::about(&checked.file) {
            Some(name) => self.beside(origin, name.span, on),
            None => with_findings(checked),
        };
        let found = all.len();
        let new = self.told.new_of(all, &self.sources);
        let said = said(&new, found - new.len());
        let name = origin.name();
        self.summary
            .push_str(&format!("{}: {said}\n", render::escape(&name)));
        self.diagnostics.extend(new);
    }

    /// What is wrong with scenarios about another protocol, and with that.
    fn beside(&mut self, origin: &Origin, at: Span, on: NaiveDate) -> Vec<Diagnostic> {
        let source = self.sources.get(at.source);
        let text = source.map_or_else(String::new, |source| source.text().to_owned());
        let options = CheckOptions { on: Some(on) };
        let library = origin.library();
        let name = origin.name();
        scenario::suite(&mut self.sources, library.as_ref(), &name, &text, &options).diagnostics
    }

    /// How to read more about the first mistake.
    fn more(&self) -> String {
        let errors_first = |one: &&Diagnostic| one.severity();
        let first = self.diagnostics.iter().min_by_key(errors_first);
        first.map_or_else(String::new, |first| {
            format!("`aftercare-dsl explain {}` tells more\n", first.code.name())
        })
    }

    fn exit(&self) -> Exit {
        if !self.unreadable.is_empty() {
            Exit::File
        } else if any_error(&self.diagnostics) {
            Exit::Errors
        } else {
            Exit::Done
        }
    }
}
