//! `check`: every mistake of every file, for people and for programs.

use aftercare_dsl::render::CHECK_SCHEMA;

use super::{Folder, run, run_with};

/// One error and two warnings or more.
const BAD: &str = "import skin-care\navoid retinods for 7 days\navoid makeup\n";

#[test]
fn a_clean_file_is_said_to_be_clean() {
    run(&["check", "microneedling", "skin-care"])
        .exits(0)
        .prints(&["microneedling: no errors", "skin-care: no errors"]);
}

#[test]
fn mistakes_of_all_files_are_told() {
    let folder = Folder::new()
        .with("one.rules", BAD)
        .with("two.rules", "avoid \"x\" for a while\n");
    folder
        .run(&["check", "one.rules", "two.rules", "microneedling"])
        .exits(1)
        .says(&["one.rules:2:7", "two.rules:1", "did you mean"])
        .prints(&[
            "one.rules: 1 error",
            "two.rules: ",
            "microneedling: no errors",
        ]);
}

#[test]
fn json_is_one_array_by_its_schema() {
    let folder = Folder::new().with("one.rules", BAD);
    let found = folder
        .run(&["check", "one.rules", "--format", "json"])
        .exits(1)
        .json(CHECK_SCHEMA);
    let first = &found[0];
    assert_eq!(first["file"], "one.rules");
    let error = found
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == "unknown-name")
        .unwrap();
    assert_eq!(error["labels"][0]["line"], 2);
    assert_eq!(error["labels"][0]["column"], 7);
    assert_eq!(error["labels"][0]["start"], 23);
}

#[test]
fn json_of_a_clean_file_is_an_empty_array() {
    let folder = Folder::new();
    folder.run(&["new", "clinic.rules"]).exits(0);
    let ran = folder
        .run(&["check", "clinic.rules", "--format", "json"])
        .exits(0);
    assert_eq!(ran.json(CHECK_SCHEMA), serde_json::json!([]));
}

#[test]
fn json_shows_no_hidden_characters() {
    let text = b"avoid \"a\x1b[31m\xe2\x80\xaeb\" for 2 days\n";
    let folder = Folder::new().with("a.rules", text);
    let ran = folder.run(&["check", "a.rules", "--format", "json"]);
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}']));
    ran.json(CHECK_SCHEMA);
    let ran = folder.run(&["check", "a.rules"]);
    assert!(!ran.err.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn a_mistake_in_a_shared_import_is_told_and_counted_once() {
    let folder = Folder::new()
        .with("words.rules", "substance soap\nsubstance soap\n")
        .with("one.rules", "import words\navoid soap for 2 days\n")
        .with("two.rules", "import words\navoid soap for 3 days\n");
    let ran = folder.run(&["check", "one.rules", "two.rules"]).exits(1);
    let summary: Vec<&str> = ran.out.lines().take(2).collect();
    assert_eq!(
        summary,
        [
            "one.rules: 1 error, 1 warning",
            "two.rules: no errors of its own, 1 warning, and 1 of the mistakes counted above",
        ]
    );
    let found = folder.run(&["check", "one.rules", "two.rules", "--format", "json"]);
    let found = found.exits(1).json(CHECK_SCHEMA);
    let all = found.as_array().unwrap();
    assert_eq!(
        all.iter()
            .filter(|one| one["code"] == "duplicate-name")
            .count(),
        1
    );
}

#[test]
fn a_hundred_are_printed_and_then_counted() {
    let folder = Folder::new().with("many.rules", "avoid nothing known for 2 days\n".repeat(130));
    let ran = folder.run(&["check", "many.rules"]).exits(1);
    let heads = ran
        .err
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["));
    assert_eq!(heads.count(), 100);
    ran.says(&["more; mend these first"]);
}

#[test]
fn the_day_decides_whether_a_review_is_due() {
    let folder = Folder::new();
    folder
        .run(&["new", "--from", "microneedling", "mine.rules"])
        .exits(0);
    folder
        .run(&["check", "mine.rules", "--on", "2027-10-01"])
        .exits(0)
        .never_says(&["review-due"]);
    folder
        .run(&["check", "mine.rules", "--on", "2027-12-01"])
        .exits(0)
        .says(&["review-due"]);
}

#[test]
fn standard_input_is_checked_once() {
    run_with(BAD.as_bytes(), &["check", "-"])
        .exits(1)
        .says(&["standard input:2:7"]);
    run(&["check", "-", "-"]).exits(2);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let folder = Folder::new().with("one.rules", BAD);
    folder
        .run(&["check", "gone.rules", "one.rules"])
        .exits(5)
        .says(&["`gone.rules` cannot be read", "one.rules:2:7"]);
    let ran = folder
        .run(&["check", "gone.rules", "--format", "json"])
        .exits(5);
    assert_eq!(ran.json(CHECK_SCHEMA), serde_json::json!([]));
}
