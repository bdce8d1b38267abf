//! What a text must be read with: the names that it, or what it imports, declares in quotes.

use std::collections::BTreeSet;

use super::files;
use super::load::Library;
use super::stock::stock;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Sources;
use crate::span::SourceId;

/// The names that a text is read with.
#[derive(Debug, Clone, Default)]
pub struct Quoted {
    /// The names that hold a reserved word, which [`parse`](crate::syntax::parse) needs.
    pub names: BTreeSet<String>,
    /// What is wrong with the imports, so that names may be missing: where there is anything, what a
    /// sentence of the text says is not sure.
    pub mistakes: Vec<Diagnostic>,
}

/// The names that hold a reserved word and that the file called `name`, or what it imports, declares in
/// quotes, and what is wrong with its imports. They are added to `sources`.
pub fn quoted(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    source: SourceId,
) -> Quoted {
    let files = files::read(sources, library, name, source, stock());
    let mut mistakes = files.diagnostics;
    mistakes.retain(|one| {
        let elsewhere = one.span().is_some_and(|span| span.source != source);
        one.severity() == Severity::Error && (elsewhere || is_lost_import(one.code))
    });
    let main = files.all.into_iter().next_back();
    Quoted {
        names: main.map_or_else(BTreeSet::new, |main| main.protected),
        mistakes,
    }
}

/// The [names](Quoted::names) alone. An import that cannot be read gives none.
pub fn protected(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    source: SourceId,
) -> BTreeSet<String> {
    quoted(sources, library, name, source).names
}

/// Whether it says of an import that it could not be read.
fn is_lost_import(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownImport
            | Code::ImportPath
            | Code::ImportBoth
            | Code::ImportUnreadable
            | Code::ImportCycle
            | Code::ImportDepth
    )
}
