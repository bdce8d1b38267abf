//! Documents with mistakes: under a line, lines that start with `~` say what is wrong in it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::source::Sources;

/// A document and what its annotations say.
pub struct Annotated {
    /// The document without them.
    pub text: String,
    /// Each annotation without its tilde, and the number of the line above it.
    pub notes: Vec<(usize, String)>,
}

impl Annotated {
    /// Reads one.
    pub fn read(path: &Path) -> Self {
        let mut text = String::new();
        let mut notes = Vec::new();
        let mut line = 0;
        for written in text_of(path).unwrap().lines() {
            if let Some(note) = written.strip_prefix('~') {
                notes.push((line, note.to_owned()));
            } else {
                text.push_str(written);
                text.push('\n');
                line += 1;
            }
        }
        Self { text, notes }
    }
}

/// The files of a folder below `tests/fixtures` that end so, by name.
pub fn fixtures(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = root.join(folder).read_dir().unwrap();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            endings
                .iter()
                .any(|ending| path.extension().is_some_and(|it| it == *ending))
        })
        .collect();
    paths.sort();
    paths
}

/// The text of a file, where it is one.
pub fn text_of(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// ` ^^^ code` of a line, or ` @FILE code`, as a mistake is shown.
pub fn shown_annotation(line: usize, annotation: &str) -> String {
    let words: Vec<&str> = annotation.split_whitespace().collect();
    let [.., code] = words.as_slice() else {
        panic!("an annotation names a code");
    };
    if let Some(file) = words[0].strip_prefix('@') {
        return format!("{file}: {code}");
    }
    let first = annotation.find('^');
    let Some(first) = first else {
        return format!("{line}: {code}");
    };
    let length = annotation.matches('^').count();
    // The tilde stands for the first column where a caret follows it at once.
    let (first, length) = if first == 0 {
        (0, length + 1)
    } else {
        (first + 1, length)
    };
    format!("{line}:{first}+{length} {code}")
}

/// A mistake as its annotation shows it; one of more lines than one, by its first.
pub fn shown(sources: &Sources, found: &Diagnostic) -> String {
    let span = found.span().unwrap();
    let code = found.code.name();
    let source = sources.get(span.source).unwrap();
    let start = source.position(span.start);
    let end = source.position(span.end);
    if end.line > start.line {
        return format!("{}: {code}", start.line);
    }
    let length = (end.column - start.column).max(1);
    format!("{}:{}+{length} {code}", start.line, start.column - 1)
}

/// The parts of a mistake's words that are not written as the house asks: each starts in lower case and
/// has no full stop.
pub fn badly_written(found: &Diagnostic) -> Vec<&str> {
    let labels = found.labels.iter().map(|label| label.text.as_str());
    let parts = [found.message.as_str()]
        .into_iter()
        .chain(found.help.as_deref());
    let is_bad = |text: &&str| {
        // A character's number is written `U+0007`.
        let first = text.trim_start_matches("U+").chars().next();
        first.is_none_or(char::is_uppercase) || text.ends_with('.') && !text.ends_with("...")
    };
    parts.chain(labels).filter(is_bad).collect()
}
