//! Mistakes and warnings: for a terminal without colour, for a machine, and for miette.

mod check_json;
mod plain;
mod report;
mod snippet;

pub use check_json::{CHECK_SCHEMA, check_json};
pub use plain::{plain, plain_all};
pub use report::{Report, reports};

use crate::diagnostic::Diagnostic;

/// How many diagnostics are printed before the others are only counted.
pub const PRINTED: usize = 100;

/// The diagnostics in the order in which a reader of the files meets them.
#[must_use]
pub fn in_file_order(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|diagnostic| (diagnostic.span(), diagnostic.code));
    ordered
}
