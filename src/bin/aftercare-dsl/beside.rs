//! Where imports come from: the bundled files, and those beside the protocol.

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, Found, Library, LoadError};

use crate::input::{self, Input};

/// The ending of a protocol's or a vocabulary's file.
const ENDING: &str = "rules";

/// The most neighbours that "did you mean" looks at.
const NEIGHBOURS: usize = 1000;

/// The bundled files and the files of one folder. An import is a bare name, so that all imports of
/// a protocol lie in the protocol's own folder.
#[derive(Debug)]
pub struct Beside {
    /// The folder as the user wrote it; empty is the current one.
    folder: PathBuf,
}

impl Beside {
    /// The neighbours of a file.
    pub fn of(protocol: &Path) -> Self {
        let folder = protocol.parent().map(Path::to_path_buf);
        Self {
            folder: folder.unwrap_or_default(),
        }
    }

    /// The neighbour that a name means.
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ENDING}"))
    }

    /// The folder as the system takes it.
    fn folder(&self) -> &Path {
        if self.folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &self.folder
        }
    }

    /// Whether a file lies in the folder once all links are followed.
    fn inside(&self, path: &Path) -> Result<bool, LoadError> {
        let real = |path: &Path| {
            let unreadable = |error| LoadError::Unreadable(input::reason(path, &error));
            fs::canonicalize(path).map_err(unreadable)
        };
        Ok(real(path)?.starts_with(real(self.folder())?))
    }

    fn text(&self, path: &Path) -> Result<String, LoadError> {
        let unreadable = |reason: &str| Err(LoadError::Unreadable(reason.to_owned()));
        if !self.inside(path)? {
            return Err(LoadError::LeadsOut);
        }
        let wrong = |error| LoadError::Unreadable(input::reason(path, &error));
        let metadata = fs::metadata(path).map_err(wrong)?;
        if !metadata.is_file() && !metadata.is_dir() {
            return unreadable("it is no regular file");
        }
        match input::file(path).map_err(wrong)? {
            Input::Text(text) => Ok(text),
            Input::TooLarge => unreadable("it is larger than 8 MiB"),
            Input::NotText { at, byte, .. } => unreadable(&format!(
                "it is not UTF-8 text: byte {at}, counted from 0, is 0x{byte:02x}"
            )),
        }
    }
}

impl Library for Beside {
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError> {
        if bundled(importer).is_some() {
            return Bundled.find(name, importer);
        }
        let path = self.path(name);
        if fs::symlink_metadata(&path).is_err() {
            return Bundled.find(name, importer);
        }
        let shown = path.to_string_lossy().into_owned();
        if bundled(name).is_some() {
            return Err(LoadError::Both { beside: shown });
        }
        let text = self.text(&path)?;
        Ok(Some(Found { name: shown, text }))
    }

    fn names(&self, importer: &str) -> Vec<String> {
        let mut names = Bundled.names(importer);
        if bundled(importer).is_some() {
            return names;
        }
        let neighbours = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        let mut beside: Vec<String> = neighbours
            .map(|entry| PathBuf::from(entry.file_name()))
            .filter(|file| file.extension().is_some_and(|ending| ending == ENDING))
            .filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()))
            .filter(|name| self.path(name).to_string_lossy() != importer)
            .take(NEIGHBOURS)
            .collect();
        beside.sort();
        names.append(&mut beside);
        names
    }
}
