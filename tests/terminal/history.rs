//! What is kept of a session: entries, and nothing about a patient.

use std::os::unix::fs::PermissionsExt;

use super::screen::{ENTER, Setup, Terminal, UP};

#[test]
fn the_history_holds_no_line_about_a_patient_and_is_the_users_own() {
    let mut terminal = Terminal::start(Setup::default());
    terminal.shows(&["rules> "]);
    for (line, answer) in [
        ("import skin-care", "Taken"),
        (
            "avoid retinoids for 7 days if skin type = V",
            "A ban, only if",
        ),
        (":treated 2026-06-01", "Noted"),
        (":set skin type = canary", "profile-unknown-value"),
    ] {
        terminal.enters(line).shows(&[answer]);
    }
    for (line, answer) in [
        (":set skin type = V", "No question is open"),
        (":st skin type = canary2", "there is no command"),
        ("can canary3?", "nothing called"),
    ] {
        terminal.enters(line).shows(&[answer]);
    }
    terminal.enters(":what if skin type = II").shows(&["Gone"]);
    terminal.enters(":unset skin type").shows(&["1 question"]);
    terminal.enters(":interview").shows(&["answer>"]);
    terminal.enters("VI").shows(&["The answers are in."]);
    terminal.enters(":list").shows(&["import skin-care"]);
    let file = terminal.folder().join("state/aftercare-dsl/history");
    let kept = std::fs::read_to_string(&file).expect("it is kept");
    assert_eq!(
        kept.lines().collect::<Vec<&str>>(),
        [
            "import skin-care",
            "avoid retinoids for 7 days if skin type = V",
            ":interview",
            ":list"
        ]
    );
    let mode = std::fs::metadata(&file).expect("it is there").permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);
    terminal.enters(":quit").enters(":quit").leaves();
}

#[test]
fn the_next_session_remembers() {
    let folder =
        std::env::temp_dir().join(format!("aftercare-dsl-remembers-{}", std::process::id()));
    let state = folder.join("state/aftercare-dsl");
    std::fs::create_dir_all(&state).expect("a folder can be made");
    std::fs::write(
        state.join("history"),
        "when pregnant {\\n  avoid heat for 2 days\\n}\n",
    )
    .expect("it can be written");
    let mut terminal = Terminal::start_in(folder, Setup::default());
    terminal.shows(&["rules> "]).types(UP);
    terminal.shows(&["rules> when pregnant {", "avoid heat for 2 days"]);
    terminal.types(ENTER);
}
