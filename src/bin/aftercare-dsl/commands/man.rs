//! `man`: the manual pages.

use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man as Page;

use crate::failure::{Exit, Failure};
use crate::{args, console, output};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl man | man -l -
      read the page
  aftercare-dsl man -o ~/.local/share/man/man1
      write one page for the program and one for each command";

/// `man`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Man {
    /// Write all pages into this folder
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Man {
    /// Prints the program's page, or writes all of them.
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut command = args::command();
        command.build();
        match &self.output {
            None => console::print(&String::from_utf8_lossy(&page(command)?))?,
            Some(folder) => write(folder, command)?,
        }
        Ok(Exit::Done)
    }
}

fn write(folder: &Path, command: Command) -> Result<(), Failure> {
    if !folder.is_dir() {
        let shown = console::name(&folder.to_string_lossy());
        return Err(Failure::file(format!("{shown} is no folder"))
            .with_help("make the folder first, or name another"));
    }
    let commands = command.get_subcommands();
    for below in commands.filter(|below| below.get_name() != "help") {
        let name = format!("aftercare-dsl-{}", below.get_name());
        let below = below.clone().display_name(name.clone());
        output::replace(&folder.join(format!("{name}.1")), &page(below)?)?;
    }
    output::replace(&folder.join("aftercare-dsl.1"), &page(command)?)
}

fn page(command: Command) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    Page::new(command)
        .source(concat!("aftercare-dsl ", env!("CARGO_PKG_VERSION")))
        .render(&mut bytes)
        .map_err(|_| Failure::file("the page cannot be written"))?;
    Ok(bytes)
}
