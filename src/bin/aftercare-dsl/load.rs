//! A protocol from its origin to its checked form.

use aftercare_dsl::check::{CheckOptions, Checked, Protocol, check};
use aftercare_dsl::diagnostic::{Code, Diagnostic, Severity};
use aftercare_dsl::source::Sources;
use chrono::NaiveDate;

use crate::console;
use crate::failure::Failure;
use crate::input::Codes;
use crate::origin::Origin;

/// What a protocol gets that is no text.
pub const CODES: Codes = Codes {
    too_large: Code::TooLarge,
    not_text: Code::ControlCharacter,
};

/// Checks what an origin holds, as of a day.
///
/// # Errors
/// It cannot be read.
pub fn checked(origin: &Origin, sources: &mut Sources, on: NaiveDate) -> Result<Checked, Failure> {
    Ok(match text(origin, sources)? {
        Ok(text) => checked_text(origin, &text, sources, on),
        Err(diagnostic) => no_text(*diagnostic),
    })
}

/// What an origin holds, or why that is no text.
///
/// # Errors
/// It cannot be read.
pub fn text(
    origin: &Origin,
    sources: &mut Sources,
) -> Result<Result<String, Box<Diagnostic>>, Failure> {
    Ok(origin.read()?.text(sources, &origin.name(), CODES))
}

/// Checks a text in an origin's place.
pub fn checked_text(origin: &Origin, text: &str, sources: &mut Sources, on: NaiveDate) -> Checked {
    let options = CheckOptions { on: Some(on) };
    let library = origin.library();
    check(sources, library.as_ref(), &origin.name(), text, &options)
}

/// A check of what is no text.
pub fn no_text(diagnostic: Diagnostic) -> Checked {
    Checked {
        diagnostics: vec![diagnostic],
        ..Checked::default()
    }
}

/// The protocol of an origin. Its errors are printed; of its warnings only the count.
///
/// # Errors
/// It cannot be read, or it has errors.
pub fn protocol(
    origin: &Origin,
    sources: &mut Sources,
    on: NaiveDate,
) -> Result<Protocol, Failure> {
    let checked = checked(origin, sources, on)?;
    sound(origin, checked, sources)
}

/// The same of an origin whose text was read.
///
/// # Errors
/// It has errors.
pub fn protocol_of(
    origin: &Origin,
    text: &str,
    sources: &mut Sources,
    on: NaiveDate,
) -> Result<Protocol, Failure> {
    let checked = checked_text(origin, text, sources, on);
    sound(origin, checked, sources)
}

fn sound(origin: &Origin, checked: Checked, sources: &Sources) -> Result<Protocol, Failure> {
    let Checked {
        protocol,
        mut diagnostics,
        ..
    } = checked;
    let all = diagnostics.len();
    diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
    console::diagnostics(&diagnostics, sources);
    let Some(protocol) = protocol else {
        return Err(Failure::told());
    };
    if all > 0 {
        let warnings = count(all, "warning");
        let command = crate::quote::command(["check", &origin.name()]);
        match origin {
            Origin::Stdin => console::note("note", &format!("{warnings} in {}", origin.name())),
            _ => console::note("note", &format!("{warnings}; see them with `{command}`")),
        }
    }
    Ok(protocol)
}

/// `1 warning`, `2 warnings`
pub fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
