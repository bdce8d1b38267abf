//! One patient: the profile, the answers given on the command line, the date of the treatment.

use std::path::{Path, PathBuf};

use aftercare_dsl::diagnostic::{Code, Diagnostic};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::Vocabulary;
use clap::Args;

use crate::console;
use crate::failure::Failure;
use crate::input::{self, Codes, STDIN};
use crate::origin::unreadable_stdin;

/// `--patient` and `--treated`
#[derive(Debug, Args)]
pub struct Who {
    /// The patient's profile, TOML or JSON; `facts --template` gives one to fill in
    #[arg(long, value_name = "FILE")]
    pub patient: Option<PathBuf>,
    /// The day of the treatment, with its time where it is known: 2026-06-01T10:30
    #[arg(long, value_name = "DATE[THH:MM]")]
    pub treated: Option<String>,
}

/// What the command line says about a patient.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// `--patient`
    pub file: Option<&'a Path>,
    /// `--treated`
    pub treated: Option<&'a str>,
    /// Each `--set`
    pub set: &'a [String],
}

/// The profile; what is set stands above what the file says.
///
/// # Errors
/// The file cannot be read, or there are mistakes, which are printed.
pub fn profile(
    given: Given<'_>,
    sources: &mut Sources,
    vocabulary: &Vocabulary,
) -> Result<Profile, Failure> {
    let mut found = Vec::new();
    let mut patient = match given.file {
        Some(path) => read(path, sources, vocabulary, &mut found)?,
        None => Profile::default(),
    };
    let treated = given
        .treated
        .map(|treated| ("--treated", format!("treated = {treated}")));
    let set = given.set.iter().map(|set| ("--set", set.clone()));
    for (option, text) in treated.into_iter().chain(set) {
        let source = sources.add(option, text.clone());
        found.extend(profile::set(&mut patient, source, &text, vocabulary));
    }
    if found.is_empty() {
        return Ok(patient);
    }
    console::diagnostics(&found, sources);
    Err(Failure::told())
}

fn read(
    path: &Path,
    sources: &mut Sources,
    vocabulary: &Vocabulary,
    found: &mut Vec<Diagnostic>,
) -> Result<Profile, Failure> {
    let [(patient, mistakes)] = read_for(path, sources, [vocabulary])?;
    found.extend(mistakes);
    Ok(patient)
}

/// The profile of a file as each of several vocabularies reads it, with the mistakes that it then has.
///
/// # Errors
/// The file cannot be read.
pub fn read_for<const N: usize>(
    path: &Path,
    sources: &mut Sources,
    vocabularies: [&Vocabulary; N],
) -> Result<[(Profile, Vec<Diagnostic>); N], Failure> {
    let codes = Codes {
        too_large: Code::ProfileTooLarge,
        not_text: Code::ProfileSyntax,
    };
    let (name, input) = if path == Path::new("-") {
        let input = input::stdin("profile").map_err(|_| unreadable_stdin())?;
        (STDIN.to_owned(), input)
    } else {
        let input = input::file(path).map_err(|error| input::unreadable(path, &error))?;
        (path.to_string_lossy().into_owned(), input)
    };
    let text = match input.text(sources, &name, codes) {
        Ok(text) => text,
        Err(diagnostic) => {
            return Ok(vocabularies.map(|_| (Profile::default(), vec![(*diagnostic).clone()])));
        }
    };
    let source = sources.add(name.clone(), text.clone());
    Ok(vocabularies.map(|vocabulary| profile::read(source, &name, &text, vocabulary)))
}
