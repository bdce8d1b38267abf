//! Colour: only where somebody sees it, and never where it was refused.

use std::process::Command;

use super::{finish, program, root};

/// A plan with headings, and an error.
fn commands() -> [Vec<&'static str>; 2] {
    [
        vec!["eval", "microneedling"],
        vec!["eval", "nothing-of-this-name"],
    ]
}

fn coloured(command: &mut Command) -> bool {
    let ran = finish(command);
    ran.out.contains('\u{1b}') || ran.err.contains('\u{1b}')
}

#[test]
fn what_is_no_terminal_gets_none() {
    for arguments in commands() {
        assert!(!coloured(program(root()).args(&arguments)));
        assert!(!coloured(
            program(root()).args(&arguments).args(["--color", "auto"])
        ));
    }
}

#[test]
fn it_can_be_forced() {
    for arguments in commands() {
        assert!(coloured(
            program(root()).args(&arguments).arg("--color=always")
        ));
        assert!(coloured(
            program(root()).args(["--color", "always"]).args(&arguments)
        ));
        assert!(coloured(
            program(root()).args(&arguments).env("CLICOLOR_FORCE", "1")
        ));
    }
}

#[test]
fn it_can_be_refused() {
    for arguments in commands() {
        let mut command = program(root());
        command.args(&arguments).env("CLICOLOR_FORCE", "1");
        assert!(!coloured(command.env("NO_COLOR", "1")));
        let mut command = program(root());
        command.args(&arguments).env("CLICOLOR_FORCE", "1");
        assert!(!coloured(command.args(["--color", "never"])));
    }
}

#[test]
fn an_option_weighs_more_than_the_environment() {
    let mut command = program(root());
    command
        .args(["eval", "microneedling", "--color", "always"])
        .env("NO_COLOR", "1");
    assert!(coloured(&mut command));
}

#[test]
fn help_and_diagnostics_obey_it_too() {
    assert!(!coloured(program(root()).arg("--help")));
    assert!(coloured(
        program(root()).args(["--help", "--color", "always"])
    ));
    let arguments = ["eval", "microneedling", "--set", "pregnant"];
    assert!(!coloured(program(root()).args(arguments)));
    assert!(coloured(
        program(root()).args(arguments).args(["--color", "always"])
    ));
}

#[test]
fn json_and_files_have_none() {
    let mut command = program(root());
    assert!(!coloured(command.args([
        "eval",
        "microneedling",
        "--format",
        "json",
        "--color",
        "always"
    ])));
}

#[test]
fn lines_fit_80_columns_where_there_is_no_terminal() {
    for arguments in [
        &["eval", "microneedling"][..],
        &["eval", "microneedling", "--treated", "2026-06-01"],
        &["facts", "microneedling"],
        &["vocabulary"],
        &["explain"],
        &["eval", "--help"],
        &["--help"],
    ] {
        let ran = finish(program(root()).args(arguments));
        for line in ran.out.lines() {
            assert!(line.chars().count() <= 80, "{arguments:?}: {line}");
        }
    }
}
