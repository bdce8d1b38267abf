//! What fuzzing found worth keeping (`fuzz/corpus`), run again by the same functions.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and reads its own corpus"
)]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::path::Path;

/// Runs `target` on each text of its corpus, which must be there and stay small.
fn replay(name: &str, target: fn(&str)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let entries = std::fs::read_dir(&folder).expect("the corpus is there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "{} texts in {name}", paths.len());
    let mut bytes = 0;
    for path in paths {
        let text = std::fs::read(&path).expect("a readable file");
        bytes += text.len();
        // As in the fuzzer, what is no text is nothing.
        let text = String::from_utf8(text).unwrap_or_default();
        println!("{}", path.display());
        target(&text);
    }
    assert!(
        bytes < 300 * 1024,
        "the corpus of {name} has grown to {bytes} bytes; merge it"
    );
}

#[test]
fn check() {
    replay("check", targets::check::run);
}

#[test]
fn profile() {
    replay("profile", targets::profile::run);
}

#[test]
fn eval() {
    replay("eval", targets::eval::run);
}

#[test]
fn fmt() {
    replay("fmt", targets::fmt::run);
}
