//! `language`: the reference of the language.

use aftercare_dsl::vocabulary::nearest;
use clap::Args;

use crate::console;
use crate::failure::{Exit, Failure};
use crate::reference::{Section, printed, sections};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl language | less
      every sentence shape, the commonest first; all heads, clauses, times and conditions
  aftercare-dsl language times
      one section of it
  aftercare-dsl language until
      what it says of one word";

/// `language [SECTION]`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Language {
    /// A heading of it, or a word of the language; all of it where it is left out
    #[arg(num_args = 0.., value_name = "SECTION")]
    section: Vec<String>,
}

impl Language {
    /// Prints it.
    pub fn run(&self) -> Result<Exit, Failure> {
        let all = sections();
        let shown = if self.section.is_empty() {
            all
        } else {
            found(&all, self.section.join(" ").trim())?
        };
        console::print(&printed(&shown, console::out_width()))?;
        Ok(Exit::Done)
    }
}

/// The section with this heading and its parts; or else what speaks of this word.
fn found(all: &[Section], asked: &str) -> Result<Vec<Section>, Failure> {
    let is_it = |section: &Section| section.name().eq_ignore_ascii_case(asked);
    if let Some(at) = all.iter().position(is_it) {
        let (section, behind) = all.split_at(at + 1);
        let level = section.last().map_or(0, |one| one.level);
        let parts = behind.iter().take_while(|part| part.level > level);
        return Ok(section.iter().skip(at).chain(parts).cloned().collect());
    }
    let about: Vec<Section> = all.iter().filter_map(|one| one.about(asked)).collect();
    if about.is_empty() {
        return Err(unknown(all, asked));
    }
    Ok(about)
}

fn unknown(all: &[Section], asked: &str) -> Failure {
    let failure = Failure::usage(format!(
        "the reference says nothing of {}",
        console::name(asked)
    ));
    let names: Vec<String> = all.iter().map(|one| one.name().to_lowercase()).collect();
    let near = nearest(&asked.to_lowercase(), names.iter().map(String::as_str));
    if let Some(near) = near {
        return failure.with_help(format!("did you mean `{near}`?"));
    }
    let chapters = all.iter().zip(&names).filter(|(one, _)| one.level == 2);
    let chapters: Vec<String> = chapters.map(|(_, name)| format!("`{name}`")).collect();
    failure.with_help(format!("its sections are {}", chapters.join(", ")))
}
