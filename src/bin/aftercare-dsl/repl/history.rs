//! What was typed in earlier sessions: a file of the user's own, without a line about a patient.

use std::fs::{DirBuilder, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::input::{self, Input};

/// The entries that are kept.
const KEPT: usize = 1000;

/// The file of earlier entries.
#[derive(Debug)]
pub struct History {
    file: Option<PathBuf>,
}

impl History {
    /// The file in the user's state directory: `$XDG_STATE_HOME`, or `~/.local/state`. Where there is
    /// none, nothing is kept.
    pub fn new() -> Self {
        let given = std::env::var_os("XDG_STATE_HOME").filter(|path| !path.is_empty());
        let state = given.map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || {
            let home = std::env::var_os("HOME").filter(|path| !path.is_empty());
            home.map(|home| Path::new(&home).join(".local/state"))
        };
        let state = state.or_else(home);
        Self {
            file: state.map(|state| state.join("aftercare-dsl").join("history")),
        }
    }

    /// The entries of earlier sessions, the oldest first; where there are too many the file is cut.
    pub fn load(&self) -> Vec<String> {
        let Some(file) = &self.file else {
            return Vec::new();
        };
        let text = match input::file(file) {
            Ok(Input::Text(text)) => text,
            // One that cannot be read is as good as none.
            Ok(Input::TooLarge | Input::NotText { .. }) | Err(_) => String::new(),
        };
        let mut entries: Vec<String> = text.lines().map(decoded).collect();
        if entries.len() > KEPT {
            entries.drain(..entries.len() - KEPT);
            let lines: String = entries
                .iter()
                .map(|entry| format!("{}\n", encoded(entry)))
                .collect();
            // A history that cannot be cut is read whole the next time.
            let _ = crate::output::replace(file, lines.as_bytes());
        }
        entries
    }

    /// Keeps an entry. That it cannot be kept stops nobody.
    pub fn add(&self, entry: &str) {
        let Some(file) = &self.file else { return };
        let _ = append(file, &format!("{}\n", encoded(entry)));
    }
}

fn append(file: &Path, line: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(file)?;
    #[cfg(unix)]
    opened.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    opened.write_all(line.as_bytes())
}

/// An entry on one line.
fn encoded(entry: &str) -> String {
    entry
        .replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

fn decoded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded};

    #[test]
    fn an_entry_of_several_lines_is_one_line_of_the_file() {
        for entry in [
            "avoid heat",
            "when pregnant {\n  avoid heat\n}",
            "note \"a\\nb\"",
            "\\",
            "a\\",
        ] {
            let line = encoded(entry);
            assert!(!line.contains('\n'), "{line}");
            assert_eq!(decoded(&line), entry);
        }
    }
}
