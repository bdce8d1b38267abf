//! One plan of one patient: of one protocol or of several, each as it is or changed for this plan.

use std::ffi::OsString;
use std::path::Path;

use aftercare_dsl::analysis::with_findings;
use aftercare_dsl::check::{
    Changing, CheckOptions, Entry, Library, Named, Protocol, about_the_change, changed, changing,
    together,
};
use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::eval::{Case, evaluate_together};
use aftercare_dsl::plan::{Moment, Plan};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::fold;
use chrono::NaiveDate;

use crate::case::{Patient, nothing_said};
use crate::failure::Failure;
use crate::input;
use crate::origin::{Origin, is_path};
use crate::patient::{self, Given, named};
use crate::{clock, console, inputs, load, moment, usage};

/// The name that messages give to the sentences of `--with`.
const WITH: &str = "--with";

/// The protocols of one plan, and the patient as each of them is about.
pub struct Read {
    /// The texts.
    pub sources: Sources,
    /// The protocols, in the order of the command line.
    pub protocols: (Protocol, Vec<Protocol>),
    /// The patient.
    pub patient: Profile,
    /// The day asked about.
    pub on: Moment,
    /// What `check` warns of in what `--with` changes.
    pub warnings: Vec<Diagnostic>,
}

/// A protocol and its text.
struct Loaded {
    origin: Origin,
    protocol: Protocol,
    name: String,
    text: String,
    library: Box<dyn Library + Sync>,
}

impl Read {
    /// Reads the protocols, what changes them for this plan, and the patient.
    ///
    /// # Errors
    /// A file cannot be read, or there are mistakes, which are printed.
    pub fn of(
        patient: &Patient,
        protocols: &[OsString],
        with: &[String],
        default: Option<Moment>,
    ) -> Result<Self, Failure> {
        usage::no_loose_word(protocols, &patient.set)?;
        for protocol in protocols {
            inputs::apart(protocol, patient.who.patient.as_deref(), None)?;
        }
        let on = match &patient.on {
            Some(text) => Some(moment::parse("--on", text)?),
            None => default,
        };
        patient.who.dates()?;
        let mut sources = Sources::new();
        let day = on.map_or_else(|| clock::today(None), |on| on.date);
        let mut loaded = Vec::new();
        for origin in Origin::all(protocols)? {
            loaded.push(Loaded::of(origin, &mut sources, day)?);
        }
        apart(&loaded)?;
        let (mut protocols, warnings) = changed_and_together(&mut sources, loaded, with, day)?;
        let given = Given {
            file: patient.who.patient.as_deref(),
            treated: &patient.who.treated,
            set: &patient.set,
        };
        let patient = self::patient(given, &mut sources, &protocols)?;
        let others = protocols.split_off(protocols.len().min(1));
        let Some(first) = protocols.pop() else {
            return Err(Failure::bug("a plan of no protocol was asked for"));
        };
        Ok(Self {
            sources,
            protocols: (first, others),
            on: on.unwrap_or_else(|| Moment::day(clock::today(patient.zone))),
            patient,
            warnings,
        })
    }

    /// The plan.
    ///
    /// # Errors
    /// A date leaves the years that a plan may reach, which is printed.
    pub fn plan(&self) -> Result<Plan, Failure> {
        self.plan_of(&self.patient)
            .map_err(|found| self.told(found))
    }

    /// The plan of this patient in the place of the one that was read.
    ///
    /// # Errors
    /// A date leaves the years that a plan may reach.
    pub fn plan_of(&self, patient: &Profile) -> Result<Plan, Diagnostic> {
        let (first, others) = &self.protocols;
        if others.is_empty() {
            return Case::new(first, patient).on(self.on).plan();
        }
        evaluate_together((first, others), patient, Some(self.on))
    }

    /// That a mistake was printed.
    pub fn told(&self, found: Diagnostic) -> Failure {
        told(&[found], &self.sources)
    }
}

/// That mistakes were printed.
fn told(found: &[Diagnostic], sources: &Sources) -> Failure {
    console::diagnostics(found, sources);
    Failure::told()
}

impl Loaded {
    fn of(origin: Origin, sources: &mut Sources, day: NaiveDate) -> Result<Self, Failure> {
        let text = match load::text(&origin, sources)? {
            Ok(text) => text,
            Err(found) => return Err(told(&[*found], sources)),
        };
        let protocol = load::protocol_of(&origin, &text, sources, day)?;
        if protocol.rules.is_empty() {
            return Err(nothing_said(&origin));
        }
        Ok(Self {
            protocol,
            name: origin.name(),
            text,
            library: origin.library(),
            origin,
        })
    }

    /// Whether its treatment may be called so.
    fn is_called(&self, name: &str) -> bool {
        let names = self.protocol.treatment_names();
        let argument = self.origin.name();
        names
            .into_iter()
            .chain([&*argument])
            .any(|one| fold(one) == fold(name))
    }
}

/// Makes sure that each protocol is of a treatment of its own: a line that is of two could not be told apart.
fn apart(all: &[Loaded]) -> Result<(), Failure> {
    for (at, one) in all.iter().enumerate() {
        let name = one.protocol.treatment_name();
        let before = all.get(..at).unwrap_or_default();
        let same = |other: &&Loaded| fold(other.protocol.treatment_name()) == fold(name);
        if let Some(other) = before.iter().find(same) {
            let [one, other] = [&one.name, &other.name].map(|name| console::name(name));
            let message = format!("{other} and {one} are protocols of one treatment");
            return Err(Failure::usage(message)
                .with_help("a plan has one protocol of a treatment; leave one of the two out"));
        }
    }
    Ok(())
}

/// The protocols, changed as `--with` says, over one vocabulary where there are several, and what there is to warn of in the
/// changes.
fn changed_and_together(
    sources: &mut Sources,
    loaded: Vec<Loaded>,
    with: &[String],
    day: NaiveDate,
) -> Result<(Vec<Protocol>, Vec<Diagnostic>), Failure> {
    let mut warnings = Vec::new();
    if loaded.len() < 2 && with.is_empty() {
        let protocols = loaded.into_iter().map(|one| one.protocol);
        return Ok((protocols.collect(), warnings));
    }
    let libraries: Vec<Changing<'_>> = loaded.iter().map(Loaded::library).collect();
    let mut protocols = Vec::new();
    let mut texts = Vec::new();
    for (one, library) in loaded.iter().zip(&libraries) {
        match change_of(one, &loaded, with)? {
            None => {
                protocols.push(one.protocol.clone());
                texts.push((one.name.clone(), one.text.clone()));
            }
            Some((name, text)) => {
                let change = Named {
                    name: &name,
                    text: &text,
                };
                let options = CheckOptions { on: Some(day) };
                let made = changed(sources, library, &one.protocol, change, &options)
                    .map_err(|found| told(&found, sources))?;
                says_why(&made.protocol)?;
                let found = with_findings(&made.checked);
                warnings.extend(about_the_change(found, sources, &name));
                protocols.push(made.protocol);
                texts.push((name, text));
            }
        }
    }
    if protocols.len() < 2 {
        return Ok((protocols, warnings));
    }
    let entries = libraries.iter().zip(&texts).zip(&protocols);
    let entries: Vec<Entry<'_>> = entries
        .map(|((library, (name, text)), protocol)| Entry {
            library,
            name,
            text,
            protocol,
        })
        .collect();
    let protocols = together(sources, &entries).map_err(|found| told(&found, sources))?;
    Ok((protocols, warnings))
}

impl Loaded {
    fn library(&self) -> Changing<'_> {
        let protocol = Named {
            name: &self.name,
            text: &self.text,
        };
        Changing::new(self.library.as_ref(), protocol)
    }
}

/// The name and the text of what `--with` changes of one protocol; none where it changes nothing of it.
fn change_of(
    one: &Loaded,
    all: &[Loaded],
    with: &[String],
) -> Result<Option<(String, String)>, Failure> {
    let mut sentences = Vec::new();
    let mut files = Vec::new();
    for text in with {
        let (name, said) = match text.split_once('=') {
            Some((name, said)) if all.iter().any(|one| one.is_called(name.trim())) => {
                (Some(name.trim()), said.trim())
            }
            _ => (None, text.trim()),
        };
        match name {
            None if all.len() > 1 => return Err(of_which(one)),
            Some(name) if !one.is_called(name) => continue,
            _ => {}
        }
        if is_file(said) {
            files.push(said);
        } else {
            sentences.push(said);
        }
    }
    match (&files[..], &sentences[..]) {
        ([], []) => Ok(None),
        ([], sentences) => Ok(Some((WITH.to_owned(), changing(&sentences.join("\n"))))),
        ([file], []) => Ok(Some(((*file).to_owned(), changing(&read(file)?)))),
        _ => Err(
            Failure::usage("`--with` gives a protocol a file and something else, too")
                .with_help("put all the sentences that change it into the file"),
        ),
    }
}

/// A change that does not say which protocol it is of.
fn of_which(one: &Loaded) -> Failure {
    let name = one.protocol.treatment_name();
    Failure::usage("`--with` does not say which of the protocols it changes").with_help(format!(
        "put the treatment's name and `=` before the sentence, such as `--with {}`",
        crate::quote::word(&format!("{name}=avoid saunas for 72 hours because \"...\""))
    ))
}

/// Whether it is a file rather than a sentence: a sentence has blanks.
fn is_file(text: &str) -> bool {
    let blank = text.contains(char::is_whitespace);
    Path::new(text).is_file() || !blank && is_path(text.as_ref())
}

fn read(file: &str) -> Result<String, Failure> {
    let path = Path::new(file);
    let found = input::file(path).map_err(|error| input::unreadable(path, &error))?;
    let mut sources = Sources::new();
    found
        .text(&mut sources, file, load::CODES)
        .map_err(|found| told(&[*found], &sources))
}

/// A change for one plan is recorded with its reason.
fn says_why(protocol: &Protocol) -> Result<(), Failure> {
    let Some(change) = protocol.changes.iter().find(|one| one.because.is_none()) else {
        return Ok(());
    };
    let line = console::name(&change.by.sentence);
    Err(
        Failure::errors(format!("{line} changes this plan and does not say why")).with_help(
            "end the sentence with the reason, such as `because \"the weather is hot\"`",
        ),
    )
}

/// The patient, of whom each treatment has a date where there are several.
fn patient(
    given: Given<'_>,
    sources: &mut Sources,
    protocols: &[Protocol],
) -> Result<Profile, Failure> {
    let Some(first) = protocols.first() else {
        return Ok(Profile::default());
    };
    let patient = patient::profile(given, sources, &first.vocabulary)?;
    let several = protocols.len() > 1;
    if several && patient.treated.is_some() {
        let why = "`treated` does not say of which of the treatments it is";
        return Err(undated(protocols, why));
    }
    if several && patient.treatments.is_empty() {
        let why = "a plan of several treatments needs the day of each";
        return Err(undated(protocols, why));
    }
    for name in given.treated.iter().filter_map(|text| named(text).0) {
        known_name(name, protocols)?;
    }
    for protocol in protocols {
        patient::dates(&patient, protocol)?;
    }
    Ok(patient)
}

fn undated(protocols: &[Protocol], why: &str) -> Failure {
    let options = protocols.iter().map(|protocol| {
        let name = protocol.treatment_name();
        format!("--treated {}", crate::quote::word(&format!("{name}=DATE")))
    });
    let options: Vec<String> = options.collect();
    Failure::usage(why).with_help(format!("give `{}`", options.join(" ")))
}

/// A date is of one of the protocols, or of another procedure that they know.
fn known_name(name: &str, protocols: &[Protocol]) -> Result<(), Failure> {
    let called = |protocol: &Protocol| {
        let names = protocol.treatment_names();
        let treatment = names.iter().any(|one| fold(one) == fold(name));
        treatment || protocol.vocabulary.find_thing(name).is_some()
    };
    if protocols.iter().any(called) {
        return Ok(());
    }
    let names: Vec<&str> = protocols.iter().map(Protocol::treatment_name).collect();
    let message = format!("{} is no treatment of these protocols", console::name(name));
    let names = names.join("`, `");
    Err(Failure::usage(message).with_help(format!("they are of `{names}`")))
}
