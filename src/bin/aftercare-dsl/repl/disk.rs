//! The world of a session: the files of this machine.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use aftercare_dsl::check::{Bundled, Library};
use aftercare_dsl::session::{Unread, World};
use aftercare_dsl::source::Sources;
use chrono::NaiveDate;

use crate::beside::Beside;
use crate::failure::Failure;
use crate::origin::{self, Origin};
use crate::{clock, output};

/// The most names of files that are offered.
const OFFERED: usize = 200;

/// The files of this machine, and its clock.
#[derive(Debug, Clone, Copy)]
pub struct Disk;

impl World for Disk {
    fn library(&self, file: Option<&str>) -> Box<dyn Library + '_> {
        match file {
            Some(file) if origin::is_path(OsStr::new(file)) => {
                let path: PathBuf = Path::new(file).components().collect();
                Box::new(Beside::of(&path))
            }
            _ => Box::new(Bundled),
        }
    }

    fn read(&mut self, file: &str) -> Result<String, Unread> {
        let origin = Origin::parse(OsStr::new(file)).map_err(unread)?;
        if matches!(origin, Origin::Stdin) {
            return Err(Unread {
                message: "standard input is the session itself".to_owned(),
                help: Some("name a file".to_owned()),
            });
        }
        let mut sources = Sources::new();
        let input = origin.read().map_err(unread)?;
        input
            .text(&mut sources, file, crate::load::CODES)
            .map_err(|found| Unread {
                message: found
                    .message
                    .replacen("the file", &crate::console::name(file), 1),
                help: found.help.clone(),
            })
    }

    fn write(&mut self, file: &str, text: &str) -> Result<(), Unread> {
        output::replace(Path::new(file), text.as_bytes()).map_err(unread)
    }

    fn exists(&self, file: &str) -> bool {
        // A link that leads nowhere is told of by writing, which refuses it.
        fs::metadata(file).map_or_else(|error| error.kind() != ErrorKind::NotFound, |_| true)
    }

    fn files(&self, prefix: &str) -> Vec<String> {
        let folder = prefix
            .rfind('/')
            .map_or("", |at| prefix.get(..=at).unwrap_or_default());
        let inside = if folder.is_empty() { "." } else { folder };
        let mut names: Vec<String> = fs::read_dir(inside)
            .into_iter()
            .flatten()
            .flatten()
            .take(10 * OFFERED)
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                let is_folder = entry.file_type().ok()?.is_dir();
                let offered = is_folder
                    || name.ends_with(".rules")
                    || name.ends_with(".toml")
                    || name.ends_with(".json");
                let slash = if is_folder { "/" } else { "" };
                (offered && !name.starts_with('.')).then(|| format!("{folder}{name}{slash}"))
            })
            .filter(|name| name.starts_with(prefix))
            .collect();
        names.sort();
        names.truncate(OFFERED);
        names
    }

    fn today(&self) -> NaiveDate {
        clock::today(None)
    }
}

fn unread(failure: Failure) -> Unread {
    Unread {
        message: failure.message.unwrap_or_default(),
        help: failure.help,
    }
}
