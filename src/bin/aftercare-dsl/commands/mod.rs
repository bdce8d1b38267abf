//! The commands, one a file.

mod ask;
mod check;
mod completions;
mod diff;
mod eval;
mod explain;
mod export;
mod facts;
mod fmt;
mod language;
mod list;
mod man;
mod new;
mod questions;
mod read;
mod repl;
mod show;
mod test;
mod variants;
mod verify;
mod vocabulary;

use clap::Subcommand;

use crate::failure::{Exit, Failure};

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Commands {
    /// Make the plan of a protocol, or of several, for one patient
    Eval(eval::Eval),
    /// Answer about one thing, or about the ingredients of a label
    Ask(ask::Ask),
    /// Say which answers would change the plan, or ask for them one at a time
    Questions(questions::Questions),
    /// Say what is wrong with protocols
    Check(check::Check),
    /// Run the scenarios of protocols, and say what no scenario has tried
    Test(test::Test),
    /// Read a protocol back: what each sentence means, with dates
    Read(read::Read),
    /// Show what a protocol changes of those that it extends
    Variants(variants::Variants),
    /// Say what two protocols come to differently, and for whom
    Diff(diff::Diff),
    /// Say whether a plan that was given out still holds, and what changed
    Verify(verify::Verify),
    /// Write a protocol for other systems
    Export(export::Export),
    /// Write a protocol line by line, and ask about a patient
    Repl(repl::Repl),
    /// Write protocols in the one canonical layout
    Fmt(fmt::Fmt),
    /// List the bundled protocols and vocabularies
    #[command(after_help = list::EXAMPLES)]
    List,
    /// Print a bundled protocol or vocabulary, to read or to copy
    Show(show::Show),
    /// Start a protocol of your own
    New(new::New),
    /// Say what a protocol asks about a patient
    Facts(facts::Facts),
    /// Show what a protocol may name
    Vocabulary(vocabulary::Show),
    /// Print the reference of the language, or what it says of one word
    Language(language::Language),
    /// Explain a kind of mistake
    Explain(explain::Explain),
    /// Print the completions of a shell
    Completions(completions::Completions),
    /// Print the manual page, or write all of them
    Man(man::Man),
}

impl Commands {
    /// Does it.
    pub fn run(&self) -> Result<Exit, Failure> {
        match self {
            Self::Eval(eval) => eval.run(),
            Self::Ask(ask) => ask.run(),
            Self::Check(check) => check.run(),
            Self::Questions(questions) => questions.run(),
            Self::Test(test) => test.run(),
            Self::Read(read) => read.run(),
            Self::Variants(variants) => variants.run(),
            Self::Diff(diff) => diff.run(),
            Self::Verify(verify) => verify.run(),
            Self::Export(export) => export.run(),
            Self::Repl(repl) => repl.run(),
            Self::Fmt(fmt) => fmt.run(),
            Self::List => list::run(),
            Self::Show(show) => show.run(),
            Self::New(new) => new.run(),
            Self::Facts(facts) => facts.run(),
            Self::Vocabulary(vocabulary) => vocabulary.run(),
            Self::Language(language) => language.run(),
            Self::Explain(explain) => explain.run(),
            Self::Completions(completions) => completions.run(),
            Self::Man(man) => man.run(),
        }
    }
}
