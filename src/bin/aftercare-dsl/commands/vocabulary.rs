//! `vocabulary`: what a protocol may name.

use std::ffi::OsString;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Checked;
use aftercare_dsl::diagnostic::{Severity, any_error};
use aftercare_dsl::render::escape;
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::tree::Kind;
use aftercare_dsl::vocabulary::{Named, Vocabulary, fold, nearest};
use clap::Args;

use crate::entry::Entry;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::tree::Tree;
use crate::{ask_words, clock, console, load, page};

/// The vocabulary that is shown where no protocol is named.
const BUNDLED: &str = "skin-care";

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl vocabulary
      every kind with its classes and things
  aftercare-dsl vocabulary retinoids
      what retinoids are, what is among them, what else they are called
  aftercare-dsl vocabulary --protocol clinic.rules
      the words of your own protocol, its imports included";

/// `vocabulary [THING]`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    /// A thing, a class, a kind or a fact; all of them where it is left out
    thing: Option<String>,
    /// The protocol whose words to show: a file, a bundled name, or -
    #[arg(long, value_name = "FILE")]
    protocol: Option<OsString>,
}

impl Show {
    /// Prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        let origin = match &self.protocol {
            Some(protocol) => Origin::parse(protocol)?,
            None => Origin::Bundled(BUNDLED, bundled(BUNDLED).unwrap_or_default()),
        };
        let mut sources = Sources::new();
        let checked = load::checked(&origin, &mut sources, clock::today(None))?;
        let Checked {
            vocabulary,
            mut diagnostics,
            ..
        } = checked;
        diagnostics.retain(|one| one.severity() == Severity::Error);
        console::diagnostics(&diagnostics, &sources);
        if any_error(&diagnostics) {
            return Err(Failure::told());
        }
        let text = match &self.thing {
            None => all(&vocabulary),
            Some(name) => {
                let entry = Entry::new(&vocabulary, &sources, console::out_width());
                match vocabulary.find(name) {
                    Some(Named::Thing(thing)) => entry.thing(thing),
                    Some(Named::Fact(fact)) => entry.fact(fact),
                    None => return Err(unknown(name, &vocabulary)),
                }
            }
        };
        console::print(&text)?;
        Ok(Exit::Done)
    }
}

/// Every kind with its tree, and the facts.
fn all(vocabulary: &Vocabulary) -> String {
    let width = console::out_width();
    let mut out = String::new();
    for kind in Kind::ALL {
        let mut tree = Tree::new(vocabulary, width);
        tree.below(Vocabulary::kind_class(*kind), 1);
        let tree = tree.into_text();
        if !tree.is_empty() {
            out.push_str(&format!("{}\n{tree}\n", kind.word()));
        }
    }
    let mut facts = vocabulary.facts().peekable();
    if facts.peek().is_some() {
        out.push_str("fact\n");
    }
    for (_, fact) in facts {
        let text = format!("{}: {}", fact.name, ask_words::of_fact(fact, vocabulary));
        out.push_str(&page::hanging("  ", &escape(&text), 4, width));
    }
    out
}

fn unknown(name: &str, vocabulary: &Vocabulary) -> Failure {
    let things = vocabulary.things().flat_map(|(_, thing)| {
        let aliases = thing.aliases.iter();
        std::iter::once(&thing.name).chain(aliases)
    });
    let facts = vocabulary.facts().map(|(_, fact)| &fact.name);
    let names: Vec<&str> = things.chain(facts).map(String::as_str).collect();
    let failure = Failure::usage(format!("the vocabulary has no {}", console::name(name)));
    match nearest(name, names.iter().copied()) {
        Some(near) => failure.with_help(format!("did you mean {}?", console::name(near))),
        None => failure.with_help(with_word(name, &names)),
    }
}

/// The names that hold the word, where some do.
fn with_word(name: &str, names: &[&str]) -> String {
    let word = fold(name);
    let holding = names
        .iter()
        .filter(|other| !word.is_empty() && fold(other).contains(&word));
    let holding: Vec<String> = holding.take(8).map(|name| console::name(name)).collect();
    if holding.is_empty() {
        "`aftercare-dsl vocabulary` shows all of it; a protocol can declare what it lacks"
            .to_owned()
    } else {
        format!("these hold the word: {}", holding.join(", "))
    }
}
