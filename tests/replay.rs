//! What fuzzing found worth keeping (`fuzz/corpus`), run again by the same functions.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and reads its own corpus"
)]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::path::Path;

use crate::support::is_full;

/// One text of so many is run where not all cases are.
const SHORT: usize = 3;

/// Runs `target` on the texts of its corpus, which must be there and stay small.
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
    let step = if is_full() { 1 } else { SHORT };
    for (at, path) in paths.into_iter().enumerate() {
        let text = std::fs::read(&path).expect("a readable file");
        bytes += text.len();
        if at % step > 0 {
            continue;
        }
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

/// The packages of a lock file: name and version.
fn locked(path: &str) -> (toml::Table, Vec<(String, String)>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(file).expect("a lock file");
    let lock: toml::Table = text.parse().expect("TOML");
    let packages = lock["package"].as_array().expect("packages");
    let field =
        |package: &toml::Value, name: &str| package[name].as_str().expect("text").to_owned();
    let named = packages
        .iter()
        .map(|package| (field(package, "name"), field(package, "version")));
    let named = named.collect();
    (lock, named)
}

/// The fuzzer is a package of its own, which no other test builds: a dependency that its lock file
/// lacks stops it with `--locked`.
#[test]
fn the_fuzzer_is_built_of_the_same_packages() {
    let (_, own) = locked("Cargo.lock");
    let (lock, fuzzer) = locked("fuzz/Cargo.lock");
    for (name, version) in &fuzzer {
        let known = own.iter().any(|(other, _)| other == name);
        let same = own
            .iter()
            .any(|(other, same)| other == name && same == version);
        assert!(
            !known || same,
            "{name} {version} is another version in Cargo.lock"
        );
    }
    let manifest = include_str!("../Cargo.toml");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let wanted = manifest["dependencies"].as_table().expect("a table");
    let packages = lock["package"].as_array().expect("packages");
    let library = packages
        .iter()
        .find(|package| package["name"].as_str() == Some("aftercare-dsl"))
        .expect("the library");
    let held = library["dependencies"].as_array().expect("dependencies");
    let names: Vec<&str> = held
        .iter()
        .filter_map(|entry| entry.as_str()?.split(' ').next())
        .collect();
    let wanted: Vec<&str> = wanted.keys().map(String::as_str).collect();
    let missing: Vec<_> = wanted.iter().filter(|name| !names.contains(name)).collect();
    assert!(missing.is_empty(), "fuzz/Cargo.lock lacks {missing:?}");
}
