//! Every text of the repository, and every forgiven spelling.

use std::path::{Path, PathBuf};

use aftercare_dsl::format::{Unformatted, same_meaning};

use super::{attempt, comments, tree};
use crate::forgiven::{LEADS, ROWS};

fn rules(folder: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = path
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rules"))
        .collect();
    paths.sort();
    let files = paths.iter().map(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        let text = crate::annotated::text_of(path).unwrap();
        (format!("{folder}/{name}"), text)
    });
    files.collect()
}

/// Asserts what holds of every text that can be formatted; says whether this one can.
fn holds(name: &str, text: &str) -> bool {
    let form = match attempt(text) {
        Ok(form) => form,
        Err(Unformatted::Mistakes(_)) => return false,
        Err(Unformatted::Changed) => panic!("{name}: the meaning would change"),
    };
    assert_eq!(
        attempt(&form).as_ref(),
        Ok(&form),
        "{name}: formatted twice"
    );
    assert!(
        same_meaning(&tree(text).items, &tree(&form).items),
        "{name}"
    );
    assert_eq!(comments(text), comments(&form), "{name}");
    true
}

#[test]
fn the_bundled_and_example_files_are_in_the_canonical_layout() {
    let folders = ["rules", "examples", "src/bin/aftercare-dsl"];
    let files: Vec<(String, String)> = folders.into_iter().flat_map(rules).collect();
    assert!(files.len() >= 5);
    for (name, text) in files {
        assert!(holds(&name, &text), "{name} has errors");
        assert_eq!(
            attempt(&text),
            Ok(text),
            "{name}: run `aftercare-dsl fmt` on it"
        );
    }
}

#[test]
fn every_fixture_keeps_its_meaning_and_its_comments() {
    let folders = [
        "tests/fixtures/wrong",
        "tests/fixtures/wrong/beside",
        "src/syntax/tests",
    ];
    let mut formatted = 0;
    for (name, text) in folders.into_iter().flat_map(rules) {
        let text: Vec<&str> = text.lines().filter(|line| !line.starts_with('~')).collect();
        formatted += usize::from(holds(&name, &text.join("\n")));
    }
    // Those whose mistakes are found when names are looked up.
    assert!(formatted >= 30, "{formatted}");
}

#[test]
fn every_forgiven_spelling_becomes_the_canonical_one() {
    for (canonical, forgiven) in ROWS {
        assert_eq!(attempt(canonical), attempt(forgiven), "{forgiven}");
        assert!(holds(forgiven, forgiven));
    }
    for (_, forgiven) in LEADS {
        assert!(holds(forgiven, forgiven));
    }
}
