//! One patient: the profile, the answers given on the command line, the date of the treatment.

use std::path::{Path, PathBuf};

use aftercare_dsl::check::Protocol;
use aftercare_dsl::diagnostic::{Code, Diagnostic};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::Vocabulary;
use clap::Args;

use crate::console;
use crate::failure::Failure;
use crate::input::{self, Codes, STDIN};
use crate::moment;
use crate::origin::unreadable_stdin;

/// `--patient` and `--treated`
#[derive(Debug, Args)]
pub struct Who {
    /// The patient's profile, TOML or JSON; `facts --template` gives one to fill in
    #[arg(long, value_name = "FILE")]
    pub patient: Option<PathBuf>,
    /// The day of the treatment, with its time where it is known: 2026-06-01T10:30; of several treatments, one each:
    /// microneedling=2026-06-01
    #[arg(long, value_name = "[NAME=]DATE[THH:MM]")]
    pub treated: Vec<String>,
}

impl Who {
    /// Makes sure that what `--treated` says are dates, at most one of them without a name.
    ///
    /// # Errors
    /// A mistake in one of them, or two without a name.
    pub fn dates(&self) -> Result<(), Failure> {
        let mut unnamed = 0;
        for text in &self.treated {
            let (name, date) = named(text);
            moment::parse("--treated", date)?;
            unnamed += usize::from(name.is_none());
        }
        if unnamed > 1 || unnamed == 1 && self.treated.len() > 1 {
            return Err(Failure::usage(
                "a date of `--treated` does not say of which treatment it is",
            )
            .with_help("name each of several, as in `--treated microneedling=2026-06-01`"));
        }
        Ok(())
    }
}

/// `microneedling=2026-06-01`: the treatment's name, where there is one, and the date.
pub fn named(text: &str) -> (Option<&str>, &str) {
    match text.rsplit_once('=') {
        Some((name, date)) if !name.trim().is_empty() => (Some(name.trim()), date),
        _ => (None, text),
    }
}

/// What the command line says about a patient.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// `--patient`
    pub file: Option<&'a Path>,
    /// Each `--treated`
    pub treated: &'a [String],
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
    let treated = given.treated.iter().map(|text| {
        let text = match named(text) {
            (Some(name), date) => format!("treated of {name} = {date}"),
            (None, date) => format!("treated = {date}"),
        };
        ("--treated", text)
    });
    let set = given.set.iter().map(|set| ("--set", set.clone()));
    for (option, text) in treated.chain(set) {
        let source = sources.add(option, text.clone());
        found.extend(profile::set(&mut patient, source, &text, vocabulary));
        sources.hide_values(source);
    }
    if found.is_empty() {
        return Ok(patient);
    }
    console::diagnostics(&found, sources);
    Err(Failure::told())
}

/// Makes sure that a profile which dates several treatments dates that of a protocol.
///
/// # Errors
/// It dates other treatments, and not this one.
pub fn dates(patient: &Profile, protocol: &Protocol) -> Result<(), Failure> {
    let dated = patient.treatments.is_empty() || patient.treated.is_some();
    if dated || patient.dates_treatment(&protocol.treatment_names()) {
        return Ok(());
    }
    let name = protocol.treatment_name();
    let shown = console::name(name);
    Err(Failure::errors(format!(
        "other treatments of the patient have a date, and {shown} has none"
    ))
    .with_help(format!(
        "give it with `--treated {}=DATE`, or in the profile under `[treatments.{}]`",
        crate::quote::word(name),
        key(name)
    )))
}

/// A name as the key of a table.
fn key(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if name.chars().all(plain) {
        return name.to_owned();
    }
    format!("{name:?}")
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
            if let Some(span) = diagnostic.span() {
                sources.hide_values(span.source);
            }
            return Ok(vocabularies.map(|_| (Profile::default(), vec![(*diagnostic).clone()])));
        }
    };
    let source = sources.add(name.clone(), text.clone());
    sources.hide_values(source);
    Ok(vocabularies.map(|vocabulary| profile::read(source, &name, &text, vocabulary)))
}
