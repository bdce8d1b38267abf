//! The tables of the README: every command with its flags, and the exit codes.

use std::collections::BTreeSet;

use super::block::DOCUMENTS;

/// Where the program says what its exit codes are.
const FAILURE: &str = include_str!("../../src/bin/aftercare-dsl/failure.rs");

/// The cells of the rows below a heading of the README.
pub(crate) fn table(heading: &str) -> Vec<Vec<String>> {
    let (_, readme) = DOCUMENTS[0];
    let (_, below) = readme
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("the README has no section `{heading}`"));
    let section = below.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with('|'));
    rows.skip(2)
        .map(|row| {
            let cells = row.trim_matches('|').replace("\\|", "\u{1}");
            let cells = cells.split('|');
            cells
                .map(|cell| cell.trim().replace(['`', '*'], "").replace('\u{1}', "|"))
                .collect()
        })
        .collect()
}

#[test]
fn the_exit_codes_are_the_programs() {
    let in_code: BTreeSet<u32> = FAILURE
        .lines()
        .filter_map(|line| line.trim().strip_suffix(','))
        .filter_map(|line| line.split_once(" = "))
        .filter_map(|(_, code)| code.parse().ok())
        .collect();
    let rows = table("Exit codes");
    let in_readme: BTreeSet<u32> = rows.iter().map(|row| row[0].parse().unwrap()).collect();
    assert_eq!(in_readme, in_code);
}

#[cfg(feature = "cli")]
mod program {
    use super::table;
    use crate::cli::run;

    #[test]
    fn the_exit_codes_read_as_in_the_help() {
        let help = run(&["--help"]).exits(0).out;
        let (_, codes) = help.split_once("Exit codes:\n").unwrap();
        let codes: Vec<Vec<String>> = codes
            .lines()
            .map_while(|line| line.strip_prefix("  "))
            .filter_map(|line| line.split_once(' '))
            .map(|(code, text)| vec![code.to_owned(), text.trim().to_owned()])
            .collect();
        assert_eq!(table("Exit codes"), codes);
    }

    /// A row is a command with what follows it, or one of its flags; then the help's own words.
    #[test]
    fn the_commands_and_flags_are_those_of_the_help() {
        let help = run(&["--help"]).exits(0).out;
        let mut expected: Vec<Vec<String>> = Vec::new();
        for (command, about) in entries(&help, "Commands:") {
            if command == "help" {
                continue;
            }
            let help = run(&[&command, "--help"]).exits(0).out;
            let arguments = entries(&help, "Arguments:");
            let names: Vec<String> = arguments.iter().map(|(name, _)| plain(name)).collect();
            let usage = [vec![command.clone()], names].concat().join(" ");
            expected.push(vec![usage, about]);
            let options = [
                "Options:",
                "With --format ics or fhir:",
                "With --format ics:",
                "With --format html or markdown:",
            ];
            let options = options.into_iter().flat_map(|part| entries(&help, part));
            for (flag, text) in arguments.into_iter().chain(options) {
                if !is_everywhere(&flag) {
                    expected.push(vec![plain(&flag), without_default(&text)]);
                }
            }
        }
        for (flag, text) in entries(&help, "Options:") {
            expected.push(vec![plain(&flag), without_default(&text)]);
        }
        assert_eq!(table("Commands and flags"), expected);
    }

    /// `<PROTOCOL>...` as `PROTOCOL...`, `[THING]` as it is.
    fn plain(name: &str) -> String {
        name.replace(['<', '>', '`'], "")
    }

    fn is_everywhere(flag: &str) -> bool {
        flag.starts_with("--color") || flag.contains("--help")
    }

    fn without_default(text: &str) -> String {
        let text = text.split(" [default").next().unwrap_or_default();
        let text = text.split(" [possible values").next().unwrap_or_default();
        text.replace('`', "")
    }

    /// The entries of a section of a help, each with its text on one line.
    fn entries(help: &str, section: &str) -> Vec<(String, String)> {
        let Some((_, below)) = help.split_once(&format!("\n{section}\n")) else {
            return Vec::new();
        };
        let mut entries: Vec<(String, String)> = Vec::new();
        for line in below.lines() {
            let indent = line.len() - line.trim_start().len();
            if indent == 0 && !line.is_empty() {
                break;
            }
            let starts = (1..=6).contains(&indent);
            if starts {
                let (name, text) = line.trim().split_once("  ").unwrap_or((line.trim(), ""));
                entries.push((name.to_owned(), text.trim().to_owned()));
            } else if let Some((_, text)) = entries.last_mut() {
                *text = format!("{text} {}", line.trim()).trim().to_owned();
            }
        }
        entries
    }
}
