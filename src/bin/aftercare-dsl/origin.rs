//! What PROTOCOL on the command line means: a path, a bundled name, or standard input.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::PathBuf;

use aftercare_dsl::bundled::{BUNDLED, SCENARIOS, bundled};
use aftercare_dsl::check::{Bundled, Library};
use aftercare_dsl::vocabulary::nearest;

use crate::beside::Beside;
use crate::console;
use crate::failure::Failure;
use crate::input::{self, Input, STDIN};

/// Where a protocol's text comes from.
#[derive(Debug)]
pub enum Origin {
    /// `-`
    Stdin,
    /// A bundled name and its text.
    Bundled(&'static str, &'static str),
    /// Anything with a slash or an ending.
    File(PathBuf),
}

impl Origin {
    /// What an argument means.
    pub fn parse(argument: &OsStr) -> Result<Self, Failure> {
        if argument == "-" {
            return Ok(Self::Stdin);
        }
        if is_path(argument) {
            let path: PathBuf = PathBuf::from(argument);
            // `a//b` and `a/b` are one name, so that a file that imports itself is found out.
            return Ok(Self::File(path.components().collect()));
        }
        let name = argument.to_string_lossy();
        BUNDLED
            .iter()
            .chain(SCENARIOS)
            .find(|(bundled, _)| *bundled == name)
            .map(|(name, text)| Self::Bundled(name, text))
            .ok_or_else(|| unknown(&name))
    }

    /// Whether an argument is a file, standard input or the name of something bundled.
    pub fn is_known(argument: &OsStr) -> bool {
        let mut bundled = BUNDLED.iter().chain(SCENARIOS);
        argument == "-" || is_path(argument) || bundled.any(|(name, _)| argument == *name)
    }

    /// The name that messages show.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => STDIN.to_owned(),
            Self::Bundled(name, _) => (*name).to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// What arguments mean; standard input may stand among them once.
    pub fn all(arguments: &[OsString]) -> Result<Vec<Self>, Failure> {
        once(arguments)?;
        arguments.iter().map(|one| Self::parse(one)).collect()
    }

    /// What arguments mean that are to be written; standard input may stand among them once.
    pub fn writable(arguments: &[OsString]) -> Result<Vec<Self>, Failure> {
        once(arguments)?;
        let origins = arguments.iter().map(|one| match Self::parse(one)? {
            Self::Bundled(name, _) => Err(Failure::usage(format!(
                "{} is bundled and cannot be changed",
                console::name(name)
            ))
            .with_help(format!(
                "`aftercare-dsl new FILE --from {name}` copies a protocol; a file has a slash or an ending"
            ))),
            origin => Ok(origin),
        });
        origins.collect()
    }

    /// What its imports may mean.
    pub fn library(&self) -> Box<dyn Library + Sync> {
        match self {
            Self::File(path) => Box::new(Beside::of(path)),
            Self::Stdin | Self::Bundled(..) => Box::new(Bundled),
        }
    }

    /// What it holds.
    pub fn read(&self) -> Result<Input, Failure> {
        match self {
            Self::Stdin => input::stdin("protocol").map_err(|_| unreadable_stdin()),
            Self::Bundled(_, text) => Ok(Input::Text((*text).to_owned())),
            Self::File(path) => input::file(path).map_err(|error| {
                let failure = input::unreadable(path, &error);
                let stem = path.file_stem().and_then(OsStr::to_str);
                match stem.filter(|stem| bundled(stem).is_some()) {
                    Some(stem) if error.kind() == io::ErrorKind::NotFound => failure.with_help(
                        format!("`{stem}` is bundled: name it without a folder and an ending"),
                    ),
                    _ => failure,
                }
            }),
        }
    }
}

fn once(arguments: &[OsString]) -> Result<(), Failure> {
    if arguments.iter().filter(|one| *one == "-").count() > 1 {
        return Err(Failure::usage("standard input can be read once only"));
    }
    Ok(())
}

/// That standard input cannot be read.
pub fn unreadable_stdin() -> Failure {
    Failure::file("standard input cannot be read")
}

/// Whether an argument is a path rather than a bundled name.
pub fn is_path(argument: &OsStr) -> bool {
    let text = argument.to_string_lossy();
    text.contains(['/', '.']) || (cfg!(windows) && text.contains(['\\', ':']))
}

/// That nothing bundled has a name.
pub fn unknown(name: &str) -> Failure {
    let names = BUNDLED.iter().chain(SCENARIOS).map(|(name, _)| *name);
    let failure = Failure::usage(format!(
        "there is no bundled protocol called {}",
        console::name(name)
    ));
    let beside = [name.to_owned(), format!("{name}.rules")]
        .into_iter()
        .find(|file| !name.is_empty() && PathBuf::from(file).is_file());
    if let Some(file) = beside {
        return failure.with_help(format!(
            "to read the file of this folder, write {}",
            console::name(&format!("./{file}"))
        ));
    }
    match nearest(name, names) {
        Some(near) => failure.with_help(format!("did you mean `{near}`?")),
        None => failure.with_help(
            "`aftercare-dsl list` shows the bundled ones; a file has a slash or an ending, such as `clinic.rules`",
        ),
    }
}
