//! Where the answers of an interview go: into a file after each of them, or onto the screen at the end.

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::Vocabulary;

use crate::failure::Failure;
use crate::input::{self, Codes};
use crate::{console, output};

/// What stands above a profile that did not come from a file.
const HEAD: &str = "# The profile of one patient. A fact that is not here was not asked.\n\n";

/// A profile on its way to a file.
pub struct Record<'v> {
    vocabulary: &'v Vocabulary,
    /// The file; none where the profile is printed.
    file: Option<PathBuf>,
    /// Whether the file is there: the patient's own, or written before.
    there: bool,
    /// What the new text starts with.
    head: &'static str,
    /// The text that answers are written into, and what it reads as.
    text: String,
    old: Profile,
}

impl<'v> Record<'v> {
    /// A record that starts from the patient's profile, where there is one in TOML.
    ///
    /// # Errors
    /// The file to write is there and not the patient's, or cannot hold TOML.
    pub fn new(
        vocabulary: &'v Vocabulary,
        patient: Option<&Path>,
        file: Option<&Path>,
    ) -> Result<Self, Failure> {
        let there = match file {
            Some(file) => writable(file, patient)?,
            None => false,
        };
        let (head, (text, old)) = match patient {
            Some(patient) if !is_json(patient) => ("", started(vocabulary, patient)?),
            _ => (HEAD, (String::new(), Profile::default())),
        };
        Ok(Self {
            vocabulary,
            file: file.map(Path::to_path_buf),
            there,
            head,
            text,
            old,
        })
    }

    /// The profile as text.
    ///
    /// # Errors
    /// It would not read back as it is.
    pub fn text(&self, profile: &Profile) -> Result<String, Failure> {
        let written = profile::write(&self.text, &self.old, profile, self.vocabulary);
        let written = written.map_err(|error| {
            Failure::errors(error.to_string())
                .with_help("give the answers with `--set`, or write them into the profile by hand")
        })?;
        Ok(format!("{}{written}", self.head))
    }

    /// Writes the file, where there is one to write.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(&mut self, profile: &Profile) -> Result<(), Failure> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        let text = self.text(profile)?;
        if self.there {
            output::replace(file, text.as_bytes())?;
        } else {
            output::create(file, text.as_bytes())?;
            self.there = true;
        }
        Ok(())
    }

    /// The file that is written, once it is.
    pub fn written(&self) -> Option<&Path> {
        self.file.as_deref().filter(|_| self.there)
    }
}

/// Whether a file is there already and may be written: only the patient's own may.
fn writable(file: &Path, patient: Option<&Path>) -> Result<bool, Failure> {
    let shown = console::name(&file.to_string_lossy());
    if is_json(file) {
        return Err(Failure::usage(format!(
            "{shown} would be read as JSON, and answers are written as TOML"
        ))
        .with_help("give `-o` a name that ends in `.toml`"));
    }
    let Ok(there) = file.canonicalize() else {
        return Ok(false);
    };
    let own = patient.and_then(|patient| patient.canonicalize().ok());
    if own.as_ref() == Some(&there) {
        return Ok(true);
    }
    Err(Failure::usage(format!(
        "{shown} is there already, and is not this patient's profile"
    ))
    .with_help("give `-o` a new name, or the file of `--patient` to write the answers into it"))
}

/// Whether a file is read as JSON.
fn is_json(file: &Path) -> bool {
    let named = file.to_string_lossy().to_lowercase().ends_with(".json");
    let starts = || match input::file(file) {
        Ok(input::Input::Text(text)) => text
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('{'),
        _ => false,
    };
    named || fs::metadata(file).is_ok_and(|file| file.is_file()) && starts()
}

/// The text of the patient's profile, and what it reads as; its mistakes were told before.
fn started(vocabulary: &Vocabulary, patient: &Path) -> Result<(String, Profile), Failure> {
    let mut sources = Sources::new();
    let codes = Codes {
        too_large: Code::ProfileTooLarge,
        not_text: Code::ProfileSyntax,
    };
    let name = patient.to_string_lossy().into_owned();
    let input = input::file(patient).map_err(|error| input::unreadable(patient, &error))?;
    let text = input.text(&mut sources, &name, codes).unwrap_or_default();
    let source = sources.add(name.as_str(), text.as_str());
    let (old, _) = profile::read(source, &name, &text, vocabulary);
    Ok((text, old))
}
