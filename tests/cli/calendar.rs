//! `eval --format ics`: the options, the key, and what has no calendar.

use super::{EVAL, Folder, run};

const RULES: &str = "import skin-care\navoid sauna for 3 days\ndefer if pregnant\n";
const ISSUED: [&str; 4] = ["--format", "ics", "--issued", "2026-06-01T10:30"];

fn folder() -> Folder {
    Folder::new().with("test.rules", RULES)
}

fn calendar<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = EVAL.to_vec();
    arguments.extend(ISSUED);
    arguments.extend(more);
    arguments
}

#[test]
fn the_key_is_made_once_and_the_same_command_gives_the_same_file() {
    let folder = folder();
    let first = folder.run(&calendar(&["--key", "jo.key"]));
    let first = first
        .exits(0)
        .prints(&["BEGIN:VCALENDAR\r\n", "DTSTAMP:20260601T103000Z"])
        .says(&["note: `jo.key` is the key of this plan"]);
    let again = folder.run(&calendar(&["--key", "jo.key"])).exits(0);
    assert_eq!(first.out, again.out);
    assert!(!again.err.contains("jo.key"), "{}", again.err);
    let other = folder.run(&calendar(&["--key", "other.key"])).exits(0);
    let names = |text: &str| -> Vec<String> {
        let uids = text.lines().filter(|line| line.starts_with("UID:"));
        uids.map(str::to_owned).collect()
    };
    assert_eq!(names(&first.out).len(), names(&other.out).len());
    assert!(
        names(&first.out)
            .iter()
            .all(|name| !other.out.contains(name))
    );
}

#[cfg(unix)]
#[test]
fn a_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    folder.run(&calendar(&["--key", "jo.key"])).exits(0);
    let made = std::fs::metadata(folder.path.join("jo.key")).unwrap();
    assert_eq!(made.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_time_in_a_zone_is_written_in_utc() {
    let folder = folder().with(
        "jo.toml",
        "treated = 2026-06-01\nzone = \"Europe/London\"\n[facts]\npregnant = false\n",
    );
    let mut arguments = vec![
        "eval",
        "test.rules",
        "--patient",
        "jo.toml",
        "--key",
        "k.key",
    ];
    arguments.extend(ISSUED);
    folder
        .run(&arguments)
        .exits(0)
        .prints(&["DTSTAMP:20260601T093000Z"]);
}

#[test]
fn what_a_calendar_needs_is_asked_for() {
    let folder = folder();
    let run = |arguments: &[&str]| folder.run(arguments).exits(2);
    let treated = [
        "eval",
        "test.rules",
        "--treated",
        "2026-06-01",
        "--format",
        "ics",
    ];
    run(&treated).says(&["a calendar needs `--key`", "--key jo.key"]);
    let with_key = [&treated[..], &["--key", "jo.key"]].concat();
    run(&with_key).says(&["a calendar needs `--issued`", "--issued 2026-06-01T10:30"]);
    let no_date = [&["eval", "test.rules", "--key", "jo.key"], &ISSUED[..]].concat();
    run(&no_date).says(&["a calendar needs the day of the treatment"]);
    run(&calendar(&["--key", "jo.key", "--issue", "0"])).says(&["--issue"]);
    assert!(
        !folder.path.join("jo.key").exists(),
        "a key is made with a calendar alone"
    );
}

#[test]
fn options_of_a_calendar_are_not_dropped_in_silence() {
    for option in [
        &["--key", "jo.key"][..],
        &["--issued", "2026-06-01"],
        &["--issue", "2"],
        &["--discreet"],
    ] {
        let arguments = [&["eval", "microneedling"], option].concat();
        run(&arguments)
            .exits(2)
            .says(&[&format!("`{}` is for calendars", option[0]), "--format ics"]);
    }
}

#[test]
fn what_is_put_off_has_no_calendar_and_writes_nothing() {
    let folder = folder();
    let mut arguments = vec!["eval", "test.rules", "--treated", "2026-06-01"];
    arguments.extend(["--set", "pregnant = yes", "--key", "jo.key", "-o", "jo.ics"]);
    arguments.extend(ISSUED);
    folder
        .run(&arguments)
        .exits(4)
        .says(&["refuses or defers this treatment"]);
    assert!(!folder.path.join("jo.ics").exists());
    assert!(!folder.path.join("jo.key").exists());
}

#[test]
fn a_file_that_is_no_key_is_left_as_it_is() {
    let folder = folder()
        .with("short.key", "abc\n")
        .with("large.key", "a".repeat(5000));
    let run = |key: &str| folder.run(&calendar(&["--key", key])).exits(5);
    run("short.key").says(&["`short.key` is too short for a key", "a key is made"]);
    run("large.key").says(&["`large.key` is too large for a key"]);
    run("nowhere/jo.key").says(&["`nowhere/jo.key` cannot be written"]);
    assert_eq!(
        crate::annotated::text_of(&folder.path.join("short.key")).unwrap(),
        "abc\n"
    );
    folder
        .run(&calendar(&["--key", "short.key", "-o", "short.key"]))
        .exits(2)
        .says(&["written over its key"]);
}
