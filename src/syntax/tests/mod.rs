//! Quick tests of the parser.

mod accepted;
mod coverage;
mod lists;
mod pieces;
mod refused;
mod robust;

use std::collections::BTreeSet;

use crate::source::Sources;
use crate::span::SourceId;
use crate::syntax::{Parsed, parse};

/// Reads `text` without protected names.
fn read(text: &str) -> Parsed {
    parse(id(), text, &BTreeSet::new())
}

fn id() -> SourceId {
    Sources::new().add("test", "")
}

/// Reads `text`, in which nothing may be wrong.
fn clean(text: &str) -> Parsed {
    let parsed = read(text);
    let found: Vec<&str> = parsed
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.message.as_str())
        .collect();
    assert!(found.is_empty(), "{text}\n{found:?}");
    parsed
}
