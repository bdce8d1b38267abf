//! The formatter: over every text of the repository, and over generated protocols with generated
//! comments, blank lines and spellings.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod files;
mod generate;
mod noise;
mod properties;

use std::collections::BTreeSet;

use aftercare_dsl::check::{Bundled, protected};
use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::format::{Unformatted, format};
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::parse;
use aftercare_dsl::syntax::tree::File;

/// The canonical form, with the names that the text or what it imports declares in quotes.
pub fn attempt(text: &str) -> Result<String, Unformatted> {
    let (source, names) = read(text);
    format(source, text, &names)
}

/// The tree of a text without errors.
pub fn tree(text: &str) -> File {
    let (source, names) = read(text);
    let parsed = parse(source, text, &names);
    assert!(
        !any_error(&parsed.diagnostics),
        "{text}\n{:?}",
        parsed.diagnostics
    );
    parsed.file
}

fn read(text: &str) -> (aftercare_dsl::span::SourceId, BTreeSet<String>) {
    let mut sources = Sources::new();
    let source = sources.add("test.rules", text);
    let names = protected(&mut sources, &Bundled, "test.rules", source);
    (source, names)
}

/// The comments of a text, in order.
pub fn comments(text: &str) -> Vec<String> {
    let places = tree(text).comments;
    let texts = places.iter().map(|place| text[place.0.range()].to_owned());
    texts.collect()
}
