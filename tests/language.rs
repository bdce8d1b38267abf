//! docs/language.md is what the program reads and what real sheets need: its shares are counted in the fifty
//! sheets of `tests/sheets/`, its lists are the program's, its examples are sentences of the sheets, and what
//! it says not to write is refused.
//!
//! `AFTERCARE_BLESS=1 cargo test language` writes its figures and lists anew.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod lists;
mod measured;
mod page;
mod words;

use std::path::Path;

use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::render::plain_all;
use aftercare_dsl::source::Sources;

use crate::sheets::{hold, sheets};
use measured::Measured;

const PAGE: &str = include_str!("../docs/language.md");

/// What stands above the sentences of the page, as its introduction says.
pub const ABOVE: &str = "import skin-care\naftercare for 2 weeks\n";

#[test]
fn the_figures_and_lists_are_those_of_the_sheets_and_the_program() {
    let mut measured = Measured::default();
    sheets()
        .iter()
        .for_each(|sheet| measured.add(&sheet.checked.file));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/language.md");
    hold(&path, &page::made_anew(PAGE, &measured));
}

/// `Not X: write Y`: X is refused or warned of, Y is clean.
#[test]
fn what_the_page_says_not_to_write_is_refused() {
    let text = PAGE.replace('\n', " ");
    let pairs: Vec<(&str, &str)> = text
        .split("Not `")
        .skip(1)
        .filter_map(|rest| rest.split_once("`: write `"))
        .map(|(wrong, rest)| (wrong, rest.split('`').next().unwrap()))
        .collect();
    assert!(pairs.len() > 15, "{}", pairs.len());
    for (wrong, right) in pairs {
        assert!(!found_in(wrong).is_empty(), "`{wrong}` is not refused");
        let found = found_in(right);
        assert!(found.is_empty(), "`{right}`: {found}");
    }
}

/// What a sheet says and cannot be written so, and what to write.
#[test]
fn what_sheets_say_otherwise_is_refused() {
    let (_, table) = PAGE.split_once("<!-- said -->").unwrap();
    let (table, _) = table.split_once("<!-- /said -->").unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.split('`').skip(1).step_by(2).collect())
        .collect();
    assert!(rows.len() > 20, "{}", rows.len());
    for row in rows {
        assert!(!found_in(row[0]).is_empty(), "`{}` is not refused", row[0]);
        let found = found_in(row[1]);
        assert!(found.is_empty(), "`{}`: {found}", row[1]);
    }
}

fn found_in(sentence: &str) -> String {
    let mut sources = Sources::new();
    let text = format!("{ABOVE}{sentence}\n");
    let options = CheckOptions::default();
    let mut found = check(&mut sources, &Bundled, "page.rules", &text, &options).diagnostics;
    found.retain(|one| one.code != Code::MissingHeader);
    plain_all(&found, &sources, 80)
}
