//! What a session needs of the world outside: files, imports and today's date.

use chrono::NaiveDate;

use crate::check::Library;

/// Files, imports and today's date, from whoever drives the session.
pub trait World {
    /// What the imports of the rules in `file` may mean; without a file, of rules that are in none.
    fn library(&self, file: Option<&str>) -> Box<dyn Library + '_>;

    /// The text of a protocol: a file's, or a bundled one's by its name.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    fn read(&mut self, file: &str) -> Result<String, Unread>;

    /// Writes a file, whole or not at all.
    ///
    /// # Errors
    ///
    /// It cannot be written: the old file is as it was.
    fn write(&mut self, file: &str, text: &str) -> Result<(), Unread>;

    /// Whether a file of this name is there, or anything else that writing would replace.
    fn exists(&self, file: &str) -> bool;

    /// Whether a name is a bundled protocol's, which can be read and not written.
    fn is_bundled(&self, name: &str) -> bool {
        crate::bundled::bundled(name).is_some()
    }

    /// The names of files that start so, to be offered.
    fn files(&self, prefix: &str) -> Vec<String> {
        let _ = prefix;
        Vec::new()
    }

    /// Today's date, where the patient is.
    fn today(&self) -> NaiveDate;
}

/// Why a file was not read or written, in words that name files and hold nothing of their texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}
