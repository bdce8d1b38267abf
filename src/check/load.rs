//! How the name after `import` becomes a text. The library does no input: a [`Library`] does.

use crate::bundled::BUNDLED;

/// Where imported files come from.
pub trait Library {
    /// The file that `import NAME` means in the file called `importer`; none where there is none.
    ///
    /// [`check`](super::check) has already refused names that are paths.
    ///
    /// # Errors
    /// When the name could mean two files, leads out of the importer's folder, or cannot be read.
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError>;

    /// The names that `importer` could import, for "did you mean".
    fn names(&self, importer: &str) -> Vec<String>;
}

/// A file that an import means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The name that messages show. Equal names are one file, which is read once.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Why an import has no text. Each becomes a diagnostic at the import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// The name is bundled and that of a file beside the importer, too.
    Both {
        /// The file beside the importer.
        beside: String,
    },
    /// The name leads out of the importer's folder, by a path or a link.
    LeadsOut,
    /// There is such a file, and it cannot be read; the reason in words.
    Unreadable(String),
}

/// The bundled files and nothing else: what standard input sees.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bundled;

impl Library for Bundled {
    fn find(&self, name: &str, _: &str) -> Result<Option<Found>, LoadError> {
        Ok(crate::bundled::bundled(name).map(|text| Found {
            name: name.to_owned(),
            text: text.to_owned(),
        }))
    }

    fn names(&self, _: &str) -> Vec<String> {
        BUNDLED.iter().map(|(name, _)| (*name).to_owned()).collect()
    }
}
