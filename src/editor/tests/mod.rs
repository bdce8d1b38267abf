//! Tests of the editor's parts.

mod examples;
mod viable;
mod words;

use std::sync::LazyLock;

use super::Scope;
use crate::check::{Bundled, CheckOptions, Library, check, protected};
use crate::source::Sources;
use crate::syntax::parse;

/// The scope inside a protocol.
fn scope(rules: &str) -> Scope {
    let mut sources = Sources::new();
    let source = sources.add("test.rules", rules);
    let names = protected(&mut sources, &Bundled, "test.rules", source);
    let file = parse(source, rules, &names).file;
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "test.rules", rules, &options);
    let imports = Bundled.names("test.rules");
    Scope::new(checked.vocabulary, &file, &names, imports)
}

/// The scope inside the bundled protocol.
fn clinic() -> &'static Scope {
    static CLINIC: LazyLock<Scope> =
        LazyLock::new(|| scope(crate::bundled::bundled("microneedling").unwrap_or_default()));
    &CLINIC
}
