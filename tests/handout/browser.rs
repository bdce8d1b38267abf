//! Handouts as a browser shows and prints them, in headless Chromium: without a violation of the rules that axe-core
//! knows, without scrolling sideways at 320 pixels, on at most two pages of A4 and of Letter, three for two
//! treatments, and without a word to a network.
//!
//! `AFTERCARE_CHROMIUM` names the browser, `AFTERCARE_HANDOUT_NODE` a folder whose `node_modules` has `puppeteer-core` and
//! `axe-core`. What is not there is said loudly, and not compared. `AFTERCARE_HANDOUT_PICTURE` names a file for a picture.

use std::path::Path;
use std::process::Command;

use aftercare_dsl::render::{Audience, HandoutOptions, Language};
use serde::Deserialize;

use super::{made, of_two, options, plans};

/// What the browser found of a page.
#[derive(Debug, Deserialize)]
struct Seen {
    file: String,
    /// How wide the page is in a window of 320 pixels.
    width: u32,
    a4: u32,
    letter: u32,
    violations: Vec<String>,
    requests: Vec<String>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test binary may read which browser there is"
)]
fn given(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

/// How many sheets the handout of one treatment takes at most, and that of two.
const SHEETS: [u32; 2] = [2, 3];

/// The pages, and on how many sheets each has to fit, where it has to.
fn pages() -> Vec<(String, String, Option<u32>)> {
    let mut pages = Vec::new();
    for (name, plan) in plans() {
        let others = [
            (
                "clinic",
                HandoutOptions {
                    audience: Audience::Clinic,
                    ..options()
                },
            ),
            (
                "large",
                HandoutOptions {
                    large_print: true,
                    ..options()
                },
            ),
            (
                "es",
                HandoutOptions {
                    language: Language::Spanish,
                    ..options()
                },
            ),
            (
                "ar",
                HandoutOptions {
                    language: Language::Arabic,
                    ..options()
                },
            ),
        ];
        pages.push((
            name.to_owned(),
            made(&plan, &options()).html(),
            Some(SHEETS[0]),
        ));
        if matches!(name, "settled" | "refused") {
            let others = others.into_iter();
            pages.extend(others.map(|(kind, options)| {
                (format!("{name}.{kind}"), made(&plan, &options).html(), None)
            }));
        }
    }
    for (name, plan) in of_two() {
        pages.push((
            name.to_owned(),
            made(&plan, &options()).html(),
            Some(SHEETS[1]),
        ));
    }
    pages
}

#[test]
#[expect(clippy::print_stderr, reason = "what is not compared is said loudly")]
fn a_browser_shows_and_prints_them_well() {
    let (Some(browser), Some(node)) =
        (given("AFTERCARE_CHROMIUM"), given("AFTERCARE_HANDOUT_NODE"))
    else {
        eprintln!(
            "SKIPPED: name Chromium in AFTERCARE_CHROMIUM and a folder with puppeteer-core and axe-core in AFTERCARE_HANDOUT_NODE"
        );
        return;
    };
    let folder = std::env::temp_dir().join(format!("aftercare-handouts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let pages = pages();
    let mut program = Command::new("node");
    program.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handout/open.mjs"));
    program
        .arg(browser)
        .arg(node)
        .arg(given("AFTERCARE_HANDOUT_PICTURE").unwrap_or_default());
    for (name, html, _) in &pages {
        let path = folder.join(format!("{name}.html"));
        std::fs::write(&path, html).unwrap();
        program.arg(path);
    }
    let output = program.output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    let seen: Vec<Seen> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(seen.len(), pages.len() + 1, "{errors}");
    // The last is a page with planted faults, which the same looks must find.
    let (planted, seen) = seen.split_last().unwrap();
    assert!(
        planted.width > 320 && !planted.requests.is_empty(),
        "{planted:?}"
    );
    for fault in ["color-contrast", "image-alt", "html-has-lang"] {
        assert!(
            planted.violations.iter().any(|one| one.starts_with(fault)),
            "{fault}: {planted:?}"
        );
    }
    assert!(planted.a4 > 2 && planted.letter > 2, "{planted:?}");
    for (seen, (name, _, sheets)) in seen.iter().zip(&pages) {
        assert!(seen.file.ends_with(&format!("{name}.html")), "{seen:?}");
        assert_eq!(seen.violations, Vec::<String>::new(), "{name}");
        assert_eq!(seen.requests, Vec::<String>::new(), "{name}");
        assert!(seen.width <= 320, "{name} is {} pixels wide", seen.width);
        if let Some(sheets) = *sheets {
            let fits = seen.a4 <= sheets && seen.letter <= sheets;
            assert!(fits, "{name}: {seen:?}");
        }
    }
}
