//! A protocol: parsed and checked.

use aftercare_dsl::check::{CheckOptions, check};
use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::source::Sources;

use super::found;
use super::kit::Kit;

/// Checks a text. It has a protocol or an error, never both and never neither.
pub fn run(text: &str) {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Kit, "fuzz.rules", text, &options);
    found::sound(&checked.diagnostics, &sources);
    assert_ne!(
        checked.protocol.is_some(),
        any_error(&checked.diagnostics),
        "{:?}",
        checked.diagnostics
    );
}
