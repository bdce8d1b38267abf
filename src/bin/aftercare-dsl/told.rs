//! What was told already: of an import that two files share, it is told once.

use std::collections::BTreeSet;

use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::render;
use aftercare_dsl::source::Sources;

/// What was told already.
#[derive(Default)]
pub struct Told {
    /// Each mistake with its file and its place.
    seen: BTreeSet<String>,
}

impl Told {
    /// Those of `found` that were not told yet.
    pub fn new_of(&mut self, mut found: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
        found.retain(|one| {
            let one = render::check_json(std::slice::from_ref(one), sources);
            self.seen.insert(one.to_string())
        });
        found
    }
}
