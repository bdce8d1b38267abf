//! Reading: a file or standard input, never more than the limit, and only UTF-8.

use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::Path;

use aftercare_dsl::diagnostic::{Code, Diagnostic};
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::Span;

use crate::console;
use crate::failure::Failure;

/// The largest file that is read.
pub const MAX_BYTES: u64 = aftercare_dsl::syntax::MAX_BYTES as u64;

/// The name that messages give to standard input.
pub const STDIN: &str = "standard input";

/// What a file holds.
#[derive(Debug)]
pub enum Input {
    /// Text.
    Text(String),
    /// More than [`MAX_BYTES`]; it was not read.
    TooLarge,
    /// Something that is no UTF-8.
    NotText {
        /// The text before, with U+FFFD where reading stopped.
        before: String,
        /// Which byte it is, from 0.
        at: usize,
        /// Its value.
        byte: u8,
    },
}

/// Reads a file.
pub fn file(path: &Path) -> io::Result<Input> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if metadata.len() > MAX_BYTES {
        return Ok(Input::TooLarge);
    }
    bounded(File::open(path)?)
}

/// Reads standard input; somebody at a keyboard is told that it waits.
pub fn stdin(what: &str) -> io::Result<Input> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        let hint =
            format!("reading the {what} from the keyboard; end it with Ctrl-D on a line alone");
        console::note("note", &hint);
    }
    bounded(stdin.lock())
}

fn bounded(reader: impl Read) -> io::Result<Input> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Ok(Input::TooLarge);
    }
    Ok(String::from_utf8(bytes).map_or_else(
        |error| {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
            let before = String::from_utf8_lossy(before);
            Input::NotText {
                before: format!("{before}\u{fffd}"),
                at,
                byte: after.first().copied().unwrap_or_default(),
            }
        },
        Input::Text,
    ))
}

/// Why a file cannot be read or written, in words.
pub fn reason(path: &Path, error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
            "it is a link to a file that is not there"
        }
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "you lack the permission",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::InvalidInput => "no file can have this name",
        kind => return kind.to_string(),
    };
    words.to_owned()
}

/// That a file cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let shown = console::name(&path.to_string_lossy());
    Failure::file(format!("{shown} cannot be read: {}", reason(path, error)))
}

/// Which diagnostics a file gets that holds no text.
#[derive(Debug, Clone, Copy)]
pub struct Codes {
    /// For one that is too large.
    pub too_large: Code,
    /// For one that is no UTF-8.
    pub not_text: Code,
}

impl Input {
    /// The text, or a diagnostic in `sources` that says why there is none.
    pub fn text(
        self,
        sources: &mut Sources,
        name: &str,
        codes: Codes,
    ) -> Result<String, Box<Diagnostic>> {
        let (code, shown, message, label, help) = match self {
            Self::Text(text) => return Ok(text),
            Self::TooLarge => (
                codes.too_large,
                String::new(),
                "the file is larger than 8 MiB and was not read".to_owned(),
                "nothing of it was read",
                "is this the right file?",
            ),
            Self::NotText { before, at, byte } => (
                codes.not_text,
                before,
                format!("the file is not UTF-8 text: byte {at}, counted from 0, is 0x{byte:02x}"),
                "no UTF-8 from here on",
                "save it as plain text in UTF-8",
            ),
        };
        // What is shown there is no byte of the file, so that the place is where reading stopped.
        let before = shown.len().saturating_sub('\u{fffd}'.len_utf8());
        let at = u32::try_from(before).unwrap_or(u32::MAX);
        let source = sources.add(name, shown);
        let span = Span::new(source, at, at);
        Err(Box::new(
            Diagnostic::new(code, span, message, label).with_help(help),
        ))
    }
}
