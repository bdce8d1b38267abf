//! Writing: beside the file and then in its place, so that a failure leaves the old one whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::console;
use crate::failure::Failure;
use crate::input;

/// Writes a file, new or in place of an old one.
pub fn replace(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let done = match fs::metadata(path) {
        Ok(old) if old.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // A device or a pipe is written, not replaced.
        Ok(old) if !old.is_file() => File::options()
            .write(true)
            .open(path)
            .and_then(|mut file| file.write_all(text)),
        // A link stays, and what it leads to is replaced.
        Ok(_) => fs::canonicalize(path).and_then(|path| in_place(&path, text)),
        // A link that leads nowhere is nobody's to replace.
        Err(error) if fs::symlink_metadata(path).is_ok() => Err(error),
        Err(_) => in_place(path, text),
    };
    done.map_err(|error| unwritable(path, &error))
}

/// Writes a file that is not there yet; one that is there stays as it is.
pub fn create(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let exists = || {
        Failure::file(format!(
            "{} is there already, and was left as it is",
            shown(path)
        ))
        .with_help("give the new file another name")
    };
    if fs::symlink_metadata(path).is_ok() {
        return Err(exists());
    }
    let done = beside(path, text, None).and_then(|temporary| {
        // A second name fails where the file has appeared since; not every disk knows second names.
        let linked = fs::hard_link(&temporary, path);
        match linked {
            Err(error)
                if error.kind() != ErrorKind::AlreadyExists
                    && fs::symlink_metadata(path).is_err() =>
            {
                fs::rename(&temporary, path).inspect_err(|_| remove(&temporary))
            }
            other => {
                remove(&temporary);
                other
            }
        }
    });
    match done {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(exists()),
        done => done.map_err(|error| unwritable(path, &error)),
    }
}

fn in_place(path: &Path, text: &[u8]) -> io::Result<()> {
    let old = fs::metadata(path).ok();
    let temporary = beside(path, text, old.map(|old| old.permissions()))?;
    fs::rename(&temporary, path).inspect_err(|_| remove(&temporary))
}

/// Writes a new file in the same folder, with the permissions of the one that it will replace.
fn beside(path: &Path, text: &[u8], permissions: Option<fs::Permissions>) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(temporary);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if permissions.is_some() {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let mut file = options.open(&temporary)?;
    let written = permissions
        .map_or(Ok(()), |permissions| file.set_permissions(permissions))
        .and_then(|()| file.write_all(text))
        .and_then(|()| file.sync_all());
    written.inspect_err(|_| remove(&temporary))?;
    Ok(temporary)
}

/// Takes away what was only under way.
fn remove(temporary: &Path) {
    let _ = fs::remove_file(temporary);
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let reason = input::reason(path, error);
    Failure::file(format!("{} cannot be written: {reason}", shown(path)))
}

fn shown(path: &Path) -> String {
    console::name(&path.to_string_lossy())
}
