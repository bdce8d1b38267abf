//! `ask`: what a plan answers about one thing, or about a list of ingredients.

use std::ffi::OsString;
use std::path::Path;

use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::eval::{Asked, MAX_LABEL};
use aftercare_dsl::plan::{Plan, State};
use aftercare_dsl::profile;
use aftercare_dsl::render::{self, TextOptions};
use aftercare_dsl::reply::{Answered, Ingredients, Reply};
use clap::Args;

use crate::args::Format;
use crate::case::{Patient, Read, twice};
use crate::console;
use crate::failure::{Exit, Failure};
use crate::input::{self, Input};
use crate::origin::unreadable_stdin;

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl ask microneedling retinol
      in days from the treatment
  aftercare-dsl ask microneedling Differin --treated 2026-06-01 --on 2026-06-04
      for one patient on 4 June; a brand is known by what is in it
  aftercare-dsl ask clinic.rules \"sunscreen with spf 50\" --why-not
      which sentences are about it, and what each comes to
  aftercare-dsl ask clinic.rules makeup --what-if 'skin type = II'
      what another answer would change; nothing is stored
  aftercare-dsl ask clinic.rules --ingredients \"Aqua, Retinol 0.3%, Parfum\"
      each ingredient of a label; `--ingredients -` reads it from standard input

Exit code 0: the answer is settled. 3: it hangs on something that is not known,
or an ingredient is not known. 1: errors in the protocol, the profile or the
name.";

/// `ask PROTOCOL THING`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Ask {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    /// A thing or a class by any of its names, attributes included: "sunscreen with spf 50"
    #[arg(
        required_unless_present = "ingredients",
        conflicts_with = "ingredients"
    )]
    thing: Option<String>,
    #[command(flatten)]
    patient: Patient,
    /// Say which sentences are about it, and why they do not allow it
    #[arg(long, conflicts_with = "ingredients")]
    why_not: bool,
    /// Say only until when the answer holds
    #[arg(long, conflicts_with_all = ["ingredients", "why_not", "what_if"])]
    until: bool,
    /// Say what another answer of the patient would change
    #[arg(long, value_name = "FACT = VALUE", conflicts_with = "ingredients")]
    what_if: Vec<String>,
    /// Ask about each ingredient of a label instead; - reads the list from standard input
    #[arg(long, value_name = "LIST")]
    ingredients: Option<String>,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
}

impl Ask {
    /// Answers.
    pub fn run(&self) -> Result<Exit, Failure> {
        let list = self.list()?;
        let mut read = self.patient.read(&self.protocol)?;
        match (list, &self.thing) {
            (Some(list), _) => ingredients(&read, &list, self.format),
            (None, Some(thing)) => self.thing(&mut read, thing),
            (None, None) => Err(Failure::usage("there is nothing to ask about")
                .with_help("name a thing, or give `--ingredients` a list")),
        }
    }

    /// The list of ingredients, where one is given.
    fn list(&self) -> Result<Option<String>, Failure> {
        let text = match self.ingredients.as_deref() {
            None => return Ok(None),
            Some("-") => {
                let patient = self.patient.who.patient.as_deref();
                if self.protocol == "-" || patient == Some(Path::new("-")) {
                    return Err(twice("the list of ingredients and another input"));
                }
                match input::stdin("list of ingredients").map_err(|_| unreadable_stdin())? {
                    Input::Text(text) => text,
                    Input::TooLarge => return Err(too_long()),
                    Input::NotText { .. } => {
                        return Err(Failure::errors("the list of ingredients is not UTF-8 text"));
                    }
                }
            }
            Some(text) => text.to_owned(),
        };
        if text.len() > MAX_LABEL {
            return Err(too_long());
        }
        Ok(Some(text))
    }

    fn thing(&self, read: &mut Read, thing: &str) -> Result<Exit, Failure> {
        let source = read.sources.add("the question", thing);
        let asked = read.case().thing(source, thing);
        let asked = asked.map_err(|found| told(read, &[found]))?;
        let plan = read.plan()?;
        let reply = self.reply(read, &plan, &asked)?;
        let options = options();
        let text = match self.format {
            Format::Json => format!("{}\n", render::answer_json(&reply)),
            Format::Text if self.until => render::until(&reply, &options),
            Format::Text => render::answer(&reply, &self.what_if, &options),
        };
        console::print(&text)?;
        Ok(exit(reply.answers.iter().any(open)))
    }

    fn reply(&self, read: &mut Read, plan: &Plan, asked: &Asked) -> Result<Reply, Failure> {
        let supposed = self.supposed(read)?;
        let case = read.case();
        let reply = plan.ask(&case, asked).and_then(|mut reply| {
            if self.why_not {
                reply.why_not = Some(plan.why_not(&case, asked)?);
            }
            if !self.what_if.is_empty() {
                reply.what_if = Some(plan.what_if(&case, &supposed, Some(asked))?);
            }
            Ok(reply)
        });
        reply.map_err(|found| told(read, &[found]))
    }

    /// The patient as `--what-if` has it.
    fn supposed(&self, read: &mut Read) -> Result<profile::Profile, Failure> {
        let mut supposed = read.patient.clone();
        let mut found: Vec<Diagnostic> = Vec::new();
        for text in &self.what_if {
            let source = read.sources.add("--what-if", text.as_str());
            let vocabulary = &read.protocol.vocabulary;
            found.extend(profile::set(&mut supposed, source, text, vocabulary));
        }
        if found.is_empty() {
            Ok(supposed)
        } else {
            Err(told(read, &found))
        }
    }
}

fn ingredients(read: &Read, list: &str, format: Format) -> Result<Exit, Failure> {
    let plan = read.plan()?;
    let found = plan
        .ingredients(&read.case(), list)
        .map_err(|found| told(read, &[found]))?;
    let text = match format {
        Format::Json => format!("{}\n", render::ingredients_json(&found)),
        Format::Text => render::ingredients(&found, &options()),
    };
    console::print(&text)?;
    Ok(exit(any_open(&found)))
}

/// Whether an ingredient is not known, or its answer not settled.
fn any_open(list: &Ingredients) -> bool {
    list.ingredients.iter().any(|one| {
        let mut answers = one.found.iter().flat_map(|found| &found.answers);
        !one.unknown.is_empty() || answers.any(open)
    })
}

fn open(answered: &Answered) -> bool {
    matches!(answered.thing.state, State::Provisional | State::Waiting)
}

fn exit(open: bool) -> Exit {
    if open { Exit::Open } else { Exit::Done }
}

fn options() -> TextOptions {
    TextOptions {
        width: console::out_width(),
        colour: console::out_colour(),
    }
}

fn told(read: &Read, found: &[Diagnostic]) -> Failure {
    console::diagnostics(found, &read.sources);
    Failure::told()
}

fn too_long() -> Failure {
    Failure::errors("the list of ingredients is longer than 64 KiB, and no label is")
        .with_help("give the list of one product")
}
