//! The file that a name behind `import`, `extends` or `scenarios for` means, and why it means none.

use super::load::{Found, Library, LoadError};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Name;
use crate::vocabulary::nearest;

/// The file that a name means in the file called `importer`.
///
/// # Errors
/// The name is a path, means nothing or two files, or cannot be read.
pub(crate) fn found(
    library: &dyn Library,
    import: &Name,
    importer: &str,
) -> Result<Found, Box<Diagnostic>> {
    let text = &import.text;
    if text.contains(['/', '\\', ':']) || text.starts_with('.') || text.ends_with(".rules") {
        return Err(Box::new(path(import)));
    }
    match library.find(text, importer) {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(Box::new(unknown(library, import, importer))),
        Err(error) => Err(Box::new(refused(import, &error))),
    }
}

fn unknown(library: &dyn Library, import: &Name, importer: &str) -> Diagnostic {
    let names = library.names(importer);
    let diagnostic = Diagnostic::new(
        Code::UnknownImport,
        import.span,
        format!("there is no vocabulary called `{}`", import.text),
        "neither bundled nor a file beside this one",
    );
    match nearest(&import.text, names.iter().map(String::as_str)) {
        Some(near) => diagnostic
            .with_help(format!("did you mean `{near}`?"))
            .with_fix(import.span, near),
        None => diagnostic.with_help(format!("there is {}", backticks(&names))),
    }
}

fn path(import: &Name) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::ImportPath,
        import.span,
        format!("`{}` is a path, and an import is a bare name", import.text),
        "a path",
    );
    let last = import
        .text
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rules");
    if last.is_empty() || last.starts_with('.') {
        return diagnostic.with_help("name a bundled vocabulary, or a file beside this one");
    }
    diagnostic.with_help(format!(
        "put the file beside this one and write `import {last}`"
    ))
}

fn refused(import: &Name, error: &LoadError) -> Diagnostic {
    let (code, message, label, help) = match error {
        LoadError::Both { beside } => (
            Code::ImportBoth,
            format!("`{}` could mean two files", import.text),
            format!("bundled, and `{beside}`, too"),
            "give the file beside this one a name that is not bundled".to_owned(),
        ),
        LoadError::LeadsOut => (
            Code::ImportPath,
            format!("`{}` leads out of the folder of this file", import.text),
            "not in this folder".to_owned(),
            "put the file itself beside this one".to_owned(),
        ),
        LoadError::Unreadable(reason) => (
            Code::ImportUnreadable,
            format!("`{}` cannot be read: {reason}", import.text),
            "this file".to_owned(),
            "save it as a UTF-8 text that you may read".to_owned(),
        ),
    };
    Diagnostic::new(code, import.span, message, label).with_help(help)
}

/// `` `a`, `b` ``
fn backticks(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
