//! Text in, canonical text out.

mod layout;
mod spelling;

use std::collections::BTreeSet;

use super::{Unformatted, format};
use crate::source::Sources;

/// The canonical form; what it gives is canonical itself.
#[track_caller]
fn formatted(text: &str) -> String {
    let once = attempt(text).unwrap();
    assert_eq!(
        attempt(&once).as_deref(),
        Ok(once.as_str()),
        "formatted twice"
    );
    once
}

fn attempt(text: &str) -> Result<String, Unformatted> {
    let source = Sources::new().add("test", text);
    format(source, text, &BTreeSet::new())
}

#[test]
fn a_text_with_errors_has_no_form() {
    let failed = attempt("avoid makeup fro 3 days\navoid\n");
    assert!(matches!(failed, Err(Unformatted::Mistakes(found)) if found.len() == 2));
}
