//! A whole protocol, pasted at once.

use std::fmt::Write as _;

use super::screen::{ENTER, Setup, Terminal};

/// What a terminal puts around what is pasted.
const START: &str = "\u{1b}[200~";
const END: &str = "\u{1b}[201~";

#[test]
fn a_protocol_of_300_lines_is_pasted_resized_undone_and_saved() {
    let mut protocol = String::from("import skin-care\naftercare for 2 weeks\n\n");
    for day in 0..99 {
        let _ = writeln!(protocol, "use moisturiser on day {day}");
        let _ = writeln!(protocol, "when pregnant {{\n\tavoid sauna on day {day}\n}}");
    }
    assert!(protocol.lines().count() > 300);
    let mut terminal = Terminal::start(Setup::default());
    terminal.shows(&["rules> "]);
    terminal
        .waits()
        .types(&format!("{START}{protocol}{END}"))
        .types(ENTER);
    terminal.shows(&["198 sentences"]);
    terminal
        .waits()
        .resizes(40, 20)
        .enters(":list")
        .shows(&["when pregnant"]);
    terminal.waits().resizes(120, 30);
    terminal
        .enters(":undo")
        .shows(&["Undone: import skin-care"]);
    terminal.enters(":redo").shows(&["Done again"]);
    terminal
        .enters(":save own.rules")
        .shows(&["Saved to own.rules."]);
    let saved = std::fs::read_to_string(terminal.folder().join("own.rules"));
    let saved = saved.expect("it is saved");
    assert!(
        saved.contains("when pregnant {\n  avoid sauna on day 98\n}\n"),
        "{saved}"
    );
    terminal.enters(":quit").leaves();
}
