//! Help that teaches, and what is made from the same tables.

use super::{Folder, run};

/// Every command.
const COMMANDS: [&str; 21] = [
    "eval",
    "ask",
    "questions",
    "test",
    "check",
    "read",
    "repl",
    "fmt",
    "list",
    "show",
    "new",
    "facts",
    "variants",
    "diff",
    "verify",
    "export",
    "vocabulary",
    "language",
    "explain",
    "completions",
    "man",
];

#[test]
fn every_help_has_an_example() {
    for command in COMMANDS {
        let example = format!("Examples:\n  aftercare-dsl {command}");
        run(&[command, "--help"]).exits(0).prints(&[&example]);
        run(&[command, "-h"]).exits(0).prints(&[&example]);
        run(&["help", command]).exits(0).prints(&[&example]);
    }
}

#[test]
fn the_help_names_every_command_and_exit_code() {
    let ran = run(&["--help"]).exits(0);
    ran.prints(
        &COMMANDS
            .map(|command| format!("\n  {command} "))
            .each_ref()
            .map(String::as_str),
    )
    .prints(&[
        "Exit codes:\n  0 ",
        "\n  1 ",
        "\n  2 ",
        "\n  3 ",
        "\n  4 ",
        "\n  5 ",
        "\n  6 ",
        "\n  7 ",
        "\n  70 ",
    ])
    .prints(&["Examples:"]);
}

#[test]
fn the_version_says_what_the_program_is_not() {
    run(&["--version"])
        .exits(0)
        .prints(&[env!("CARGO_PKG_VERSION"), "no medical device"]);
}

#[test]
fn wrong_usage_is_2() {
    for arguments in [
        &[][..],
        &["evl"],
        &["eval"],
        &["eval", "microneedling", "--format", "xml"],
        &["eval", "microneedling", "--color", "sometimes"],
        &["check"],
        &["completions", "cmd"],
        &["eval", "microneedling", "--nothing"],
    ] {
        let ran = run(arguments).exits(2);
        assert!(ran.out.is_empty());
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        run(&["completions", shell])
            .exits(0)
            .prints(&["vocabulary", "template"]);
    }
}

#[test]
fn manual_pages_are_there_for_every_command() {
    run(&["man"])
        .exits(0)
        .prints(&[".TH aftercare-dsl 1", "Exit codes"]);
    let folder = Folder::new();
    folder.run(&["man", "-o", "."]).exits(0);
    for command in COMMANDS {
        let page = folder.text(&format!("aftercare-dsl-{command}.1"));
        assert!(page.contains("Examples:"), "{page}");
    }
    assert_eq!(folder.names().len(), COMMANDS.len() + 1);
    folder.run(&["man", "-o", "gone"]).exits(5);
}
