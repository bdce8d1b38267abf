//! A world in memory, for tests and examples of whoever embeds a session.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Unread, World};
use crate::bundled::bundled;
use crate::check::{Bundled, Library};

/// Files that are kept in memory, and a fixed day.
#[derive(Debug, Clone)]
pub struct Memory {
    /// The files by name.
    pub files: BTreeMap<String, String>,
    /// Today.
    pub today: NaiveDate,
}

impl Default for Memory {
    /// No files, on Monday 1 June 2026.
    fn default() -> Self {
        Self {
            files: BTreeMap::new(),
            today: crate::read::EXAMPLE.date,
        }
    }
}

impl World for Memory {
    fn library(&self, _: Option<&str>) -> Box<dyn Library + '_> {
        Box::new(Bundled)
    }

    fn read(&mut self, file: &str) -> Result<String, Unread> {
        let own = self.files.get(file).cloned();
        let text = own.or_else(|| bundled(file).map(str::to_owned));
        text.ok_or_else(|| Unread {
            message: format!("there is no `{file}`"),
            help: None,
        })
    }

    fn write(&mut self, file: &str, text: &str) -> Result<(), Unread> {
        self.files.insert(file.to_owned(), text.to_owned());
        Ok(())
    }

    fn exists(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    fn today(&self) -> NaiveDate {
        self.today
    }
}
