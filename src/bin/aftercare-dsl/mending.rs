//! `check --fix`: mends a file, says what it changed, and checks what is left.

use aftercare_dsl::check::{CheckOptions, Checked, mend};
use aftercare_dsl::source::Sources;
use chrono::NaiveDate;

use crate::failure::Failure;
use crate::origin::Origin;
use crate::{changes, console, load, output};

/// Mends what an origin holds, and checks it. A file is written where something changed; the text of
/// standard input is printed in any case.
///
/// # Errors
/// It cannot be read or written.
pub fn run(origin: &Origin, sources: &mut Sources, on: NaiveDate) -> Result<Checked, Failure> {
    let text = match load::text(origin, sources)? {
        Ok(text) => text,
        Err(diagnostic) => return Ok(load::no_text(*diagnostic)),
    };
    let name = origin.name();
    let options = CheckOptions { on: Some(on) };
    let mended = mend(origin.library().as_ref(), &name, &text, &options);
    match origin {
        Origin::File(path) if mended != text => output::replace(path, mended.as_bytes())?,
        Origin::File(_) => {}
        Origin::Stdin | Origin::Bundled(..) => console::print_source(&mended)?,
    }
    console::error_lines(&changes::places(&name, &text, &mended));
    Ok(load::checked_text(origin, &mended, sources, on))
}
