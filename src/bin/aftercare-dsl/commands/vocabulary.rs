//! `vocabulary`: what a protocol may name.

use std::ffi::OsString;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Checked;
use aftercare_dsl::diagnostic::{Severity, any_error};
use aftercare_dsl::render::escape;
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::tree::Kind;
use aftercare_dsl::vocabulary::{Named, ThingId, Vocabulary, fold, nearest};
use clap::Args;

use crate::entry::Entry;
use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::{ask_words, clock, console, load, page};

/// The vocabulary that is shown where no protocol is named.
const BUNDLED: &str = "skin-care";

/// How to see more than the overview.
const HOW_TO_SEE: &str = "
The number behind a class says how many names are in it:
`aftercare-dsl vocabulary CLASS` shows them, `aftercare-dsl vocabulary KIND` a
whole kind.
";

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl vocabulary
      every kind with its first classes, and how many names are in each
  aftercare-dsl vocabulary retinoids
      what retinoids are, what is among them, what else they are called
  aftercare-dsl vocabulary --protocol clinic.rules
      the words of your own protocol, its imports included";

/// `vocabulary [THING]`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    /// A thing, a class, a kind or a fact; the first classes of each kind where it is left out
    #[arg(num_args = 0.., value_name = "THING")]
    thing: Vec<String>,
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
        // A name of several words needs no quotes here.
        let name = self.thing.join(" ");
        let text = match name.as_str() {
            _ if self.thing.is_empty() => overview(&vocabulary),
            name => {
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

/// Every kind with its first classes, and the facts.
fn overview(vocabulary: &Vocabulary) -> String {
    let width = console::out_width();
    let mut out = String::new();
    for kind in Kind::ALL {
        let class = Vocabulary::kind_class(*kind);
        let count = vocabulary.below(class).len().saturating_sub(1);
        if count > 0 {
            out.push_str(&format!("{} ({count})\n", kind.word()));
            let names = first_classes(vocabulary, class);
            out.push_str(&page::hanging("  ", &names, 2, width));
            out.push('\n');
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
    out.push_str(HOW_TO_SEE);
    out
}

/// What is right below a class: the classes with how many names are in them, then the things.
fn first_classes(vocabulary: &Vocabulary, class: ThingId) -> String {
    let children = vocabulary.thing(class).children.iter();
    let (things, classes): (Vec<ThingId>, Vec<ThingId>) =
        children.partition(|id| vocabulary.thing(**id).children.is_empty());
    let counted = classes.iter().map(|id| {
        let count = vocabulary.below(*id).len().saturating_sub(1);
        format!("{} ({count})", escape(vocabulary.name(*id)))
    });
    let plain = things
        .iter()
        .map(|id| escape(vocabulary.name(*id)).into_owned());
    let names: Vec<String> = counted.chain(plain).collect();
    names.join(", ")
}

fn unknown(name: &str, vocabulary: &Vocabulary) -> Failure {
    let things = vocabulary.things().flat_map(|(_, thing)| thing.names());
    let facts = vocabulary.facts().map(|(_, fact)| fact.name.as_str());
    let names: Vec<&str> = things.chain(facts).collect();
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
        "`aftercare-dsl vocabulary` shows its classes; a protocol can declare what it lacks"
            .to_owned()
    } else {
        format!("these hold the word: {}", holding.join(", "))
    }
}
