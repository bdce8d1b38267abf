//! `facts`: what a protocol asks about a patient.

use std::collections::BTreeSet;
use std::ffi::OsString;

use aftercare_dsl::check::{Ask, Protocol, asks};
use aftercare_dsl::profile;
use aftercare_dsl::render::escape;
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::{FactId, ThingId};
use clap::Args;

use crate::ask_words::words;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::{clock, console, load, page};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl facts microneedling
      every question, its possible answers and the lines that use it
  aftercare-dsl facts microneedling --template > patient.toml
      a profile to fill in, for `eval --patient`";

/// `facts PROTOCOL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Facts {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    /// Print a TOML profile to fill in
    #[arg(long)]
    template: bool,
}

impl Facts {
    /// Prints the questions, or the profile.
    pub fn run(&self) -> Result<Exit, Failure> {
        let origin = Origin::parse(&self.protocol)?;
        let mut sources = Sources::new();
        let protocol = load::protocol(&origin, &mut sources, clock::today(None))?;
        let text = if self.template {
            template(&protocol)
        } else {
            questions(&protocol)
        };
        console::print(&text)?;
        Ok(Exit::Done)
    }
}

fn template(protocol: &Protocol) -> String {
    let mut facts: Vec<FactId> = Vec::new();
    let mut things: Vec<ThingId> = Vec::new();
    for ask in asks(protocol).keys() {
        match ask {
            Ask::Fact(fact) => facts.push(*fact),
            Ask::Prescribed(thing)
            | Ask::History(thing)
            | Ask::Event(thing)
            | Ask::Symptom(thing) => {
                things.push(*thing);
            }
            Ask::Sessions => {}
        }
    }
    things.sort_unstable();
    things.dedup();
    profile::template(&protocol.vocabulary, &facts, &things)
}

fn questions(protocol: &Protocol) -> String {
    let asked = asks(protocol);
    if asked.is_empty() {
        return "This protocol asks nothing: its plan is the same for every patient.\n".to_owned();
    }
    let width = console::out_width();
    let mut out = String::new();
    for (ask, lines) in &asked {
        let (name, question, answers) = words(*ask, protocol);
        out.push_str(&page::wrapped(&escape(&name), 0, width));
        out.push_str(&page::wrapped(&escape(&question), 4, width));
        out.push_str(&page::hanging("    Answers: ", &escape(&answers), 6, width));
        out.push_str(&page::hanging(
            "    Used by: ",
            &escape(&places(lines)),
            6,
            width,
        ));
        out.push('\n');
    }
    out.push_str("Any of them may be `unsure`. `--template` prints a profile to fill in.\n");
    out
}

/// `clinic.rules:3, 7, 12; words.rules:4`
fn places(lines: &BTreeSet<(String, u32)>) -> String {
    let mut out = String::new();
    let mut file = None;
    for (name, line) in lines {
        if file == Some(name) {
            out.push_str(&format!(", {line}"));
        } else {
            let gap = if file.is_some() { "; " } else { "" };
            out.push_str(&format!("{gap}{name}:{line}"));
            file = Some(name);
        }
    }
    out
}
