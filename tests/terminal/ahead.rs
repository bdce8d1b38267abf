//! Keys that are typed before they are wanted.

use std::time::Duration;

use super::screen::{CTRL_A, CTRL_C, CTRL_Z, TAB, Terminal};
use crate::support::cases;

#[test]
fn every_key_typed_ahead_arrives_in_its_order() {
    let notes = (0..cases(200)).map(|number| format!("note \"{number} of {}\"", number * 37));
    let notes: Vec<String> = notes.collect();
    let mut terminal = Terminal::with_skin_care();
    let keys: String = notes.iter().map(|note| format!("{note}\r")).collect();
    // Pieces of other lengths than the lines, so that they come at all moments of an answer.
    for piece in keys.as_bytes().chunks(5) {
        terminal.types(&String::from_utf8_lossy(piece));
        std::thread::sleep(Duration::from_millis(1));
    }
    let saved = saved(&mut terminal);
    let found: Vec<&str> = saved
        .lines()
        .filter(|line| line.starts_with("note"))
        .collect();
    assert_eq!(found, notes);
    assert!(!notes.is_empty());
}

#[test]
fn what_is_typed_behind_ctrl_c_is_not_dropped_with_the_line() {
    let mut terminal = Terminal::with_skin_care();
    terminal.waits().types(&format!(
        "avoid heat for 1{CTRL_C}avoid heat for 4 days\rnote \"x\"\r"
    ));
    let saved = saved(&mut terminal);
    assert!(
        saved.ends_with("\navoid heat for 4 days\nnote \"x\"\n"),
        "{saved}"
    );
}

/// A list that is shown a page at a time took `y`, `n`, `q` and blanks for its own commands.
#[test]
fn what_is_typed_behind_a_long_list_of_offers_goes_into_the_line() {
    let mut terminal = Terminal::with_skin_care();
    terminal
        .waits()
        .types(&format!("avoid {TAB}"))
        .shows(&[" more: type a letter, then Tab"]);
    terminal
        .types("nylon for 4 days\r")
        .shows(&["nothing called `nylon` is known here"]);
}

#[test]
fn ctrl_z_keeps_the_line_and_the_place_of_the_cursor() {
    let mut terminal = Terminal::with_skin_care();
    terminal.waits().types(&format!(
        "avoid heat for 4 days{CTRL_A}{CTRL_Z}should note \"x\"{CTRL_C}"
    ));
    terminal.types(&format!(
        "avoid heat for 4 days{CTRL_A}{CTRL_Z}should \rnote \"x\"\r"
    ));
    let saved = saved(&mut terminal);
    assert!(
        saved.ends_with("\nshould avoid heat for 4 days\nnote \"x\"\n"),
        "{saved}"
    );
}

/// The rules as they are saved, by keys that are typed ahead, too.
fn saved(terminal: &mut Terminal) -> String {
    terminal
        .types(":save own.rules\r")
        .shows(&["Saved to own.rules."]);
    let path = terminal.folder().join("own.rules");
    std::fs::read_to_string(path).expect("it is saved")
}
