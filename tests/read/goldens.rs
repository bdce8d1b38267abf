//! The bundled protocol, the examples and every form of the language, read back, in `tests/read/`.
//!
//! `AFTERCARE_BLESS=1 cargo test goldens` writes them anew: read what changed.

use std::path::{Path, PathBuf};

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::render::{self, TextOptions};

use super::read;
use crate::annotated::text_of;

const WIDTH: usize = 80;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn golden(name: &str) -> PathBuf {
    root().join(format!("tests/read/{name}.txt"))
}

/// The name and the text of each protocol that has a golden.
fn protocols() -> Vec<(&'static str, String)> {
    let file = |path: &str| text_of(&root().join(path)).unwrap();
    vec![
        (
            "microneedling",
            bundled("microneedling").unwrap().to_owned(),
        ),
        (
            "botulinum-toxin",
            bundled("botulinum-toxin").unwrap().to_owned(),
        ),
        (
            "laser-hair-removal",
            file("examples/laser-hair-removal.rules"),
        ),
        ("superficial-peel", file("examples/superficial-peel.rules")),
        ("forms", file("tests/read/forms.rules")),
    ]
}

#[test]
fn every_protocol_reads_as_its_golden() {
    for (name, text) in protocols() {
        let back = read(&format!("{name}.rules"), &text)
            .unwrap_or_else(|| panic!("{name}"))
            .back;
        let now = render::read_back(&back, &TextOptions::default());
        for line in now.lines() {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
        if std::env::var_os("AFTERCARE_BLESS").is_some() {
            std::fs::write(golden(name), &now).unwrap();
        }
        let then = text_of(&golden(name)).unwrap_or_default();
        let differs = now
            .lines()
            .zip(then.lines())
            .find(|(now, then)| now != then);
        assert!(now == then, "{name} reads otherwise, first in {differs:?}");
    }
}

#[test]
fn no_page_holds_an_interval_bracket() {
    for (name, text) in protocols() {
        let back = read(&format!("{name}.rules"), &text).unwrap().back;
        for rule in &back.rules {
            let says = rule.means.join(" ");
            assert!(!says.contains(['[', ']']) && !says.contains(".."), "{says}");
        }
    }
}
