//! `completions`: what a shell needs to complete this program's command lines.

use clap::Args;
use clap_complete::{Shell, generate};

use crate::failure::{Exit, Failure};
use crate::{args, console};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl completions bash > ~/.local/share/bash-completion/completions/aftercare-dsl
  aftercare-dsl completions fish > ~/.config/fish/completions/aftercare-dsl.fish
  aftercare-dsl completions zsh > ~/.zfunc/_aftercare-dsl";

/// `completions SHELL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Completions {
    /// Which shell
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut bytes = Vec::new();
        generate(
            self.shell,
            &mut args::command(),
            "aftercare-dsl",
            &mut bytes,
        );
        console::print(&String::from_utf8_lossy(&bytes))?;
        Ok(Exit::Done)
    }
}
