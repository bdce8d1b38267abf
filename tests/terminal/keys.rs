//! Typing, completing, breaking a line, mending it, going back.

use super::screen::{CTRL_A, CTRL_C, CTRL_D, CTRL_F, ENTER, Setup, TAB, Terminal, UP};

#[test]
fn a_sentence_is_typed_with_the_help_of_tab_and_answered() {
    // Without pages of candidates, each of which would want a key.
    let rows = 100;
    let mut terminal = Terminal::start(Setup {
        rows,
        ..Setup::default()
    });
    terminal.shows(&["Tab shows what", "rules> "]);
    terminal.enters("import skin-care").shows(&["Taken"]);
    terminal
        .waits()
        .types("avoid retinoi")
        .types(TAB)
        .shows(&["covers prescribed retinoids", "another name for retinoids"])
        .stands("rules> avoid retinoi")
        .drops();
    terminal
        .types("avoid retinoids ")
        .types(TAB)
        .shows(&["for", "until", "because"]);
    terminal.types("for 7 days").types(ENTER);
    terminal.shows(&["A ban. For 7 days, from the treatment", "tretinoin cream"]);
}

#[test]
fn a_mistake_comes_back_into_the_editor_and_one_key_mends_it() {
    let mut terminal = Terminal::with_skin_care();
    terminal.enters("avoid retinoidz for 7 days");
    terminal.shows(&[
        "unknown-name",
        "did you mean `retinoids`?",
        "rules> avoid retinoidz for 7 days",
    ]);
    terminal
        .types(CTRL_F)
        .shows(&["rules> avoid retinoids for 7 days"]);
    terminal.types(ENTER).shows(&["A ban."]);
}

#[test]
fn ctrl_c_drops_the_line_and_ctrl_d_asks_about_unsaved_work() {
    let mut terminal = Terminal::start(Setup::default());
    terminal.shows(&["rules> "]).types("avoid heat for");
    terminal.stands("rules> avoid heat for").drops();
    terminal.enters(":list").shows(&["There is nothing yet."]);
    terminal.enters("import skin-care").shows(&["Taken"]);
    terminal
        .waits()
        .types(CTRL_D)
        .shows(&["The rules are not saved."]);
    terminal.waits().types(CTRL_D).leaves();
}

#[test]
fn a_block_goes_on_by_itself_and_is_one_entry_of_the_history() {
    let mut terminal = Terminal::with_skin_care();
    terminal
        .enters("when pregnant {")
        .types("avoid retinoids for 7 days\r}\r");
    terminal.shows(&["A ban, only if pregnant"]);
    terminal.enters(":undo").shows(&["Undone: when pregnant {"]);
    terminal
        .waits()
        .types(UP)
        .types(UP)
        .shows(&["rules> when pregnant {", "avoid retinoids for 7 days"]);
    terminal.types(ENTER).shows(&["A ban, only if pregnant"]);
}

#[test]
fn a_blank_line_ends_what_would_go_on() {
    let mut terminal = Terminal::with_skin_care();
    terminal.enters("when pregnant {").types(ENTER);
    terminal.shows(&["unclosed-block"]);
}

#[test]
fn an_entry_is_changed_in_the_editor() {
    let mut terminal = Terminal::with_skin_care();
    terminal.enters("avoid heat for 7 days").shows(&["A ban."]);
    terminal
        .enters(":edit 3")
        .shows(&["edit> avoid heat for 7 days"]);
    terminal
        .types(CTRL_A)
        .types("should ")
        .types(ENTER)
        .shows(&["Advice"]);
    terminal
        .enters(":list")
        .shows(&["3  should avoid heat for 7 days"]);
}

#[test]
fn the_end_of_a_sentence_is_hinted() {
    let mut terminal = Terminal::start(Setup::default());
    terminal
        .waits()
        .types(":vocab")
        .shows(&[":vocabulary [THING]"]);
}

#[test]
fn a_command_behind_a_refused_line_or_in_a_block_is_run_and_the_text_stays() {
    let mut terminal = Terminal::with_skin_care();
    terminal.enters("avoid heatt for 7 days");
    terminal.stands("rules> avoid heatt for 7 days");
    terminal.types(":list").types(ENTER);
    terminal.shows(&["`:list` was taken by itself", "1  import skin-care"]);
    terminal
        .stands("rules> avoid heatt for 7 days")
        .types(CTRL_F)
        .stands("rules> avoid heat for 7 days")
        .drops();
    terminal.enters("when pregnant {").types(":check\r");
    terminal.shows(&["`:check` was taken by itself", "Nothing is wrong"]);
    terminal.types("avoid retinoids for 7 days\r}\r");
    terminal.shows(&["A ban, only if pregnant"]);
}

#[test]
fn marks_of_the_writing_direction_never_reach_the_terminal_and_are_told_of() {
    for colour in [false, true] {
        let mut terminal = Terminal::start(Setup {
            colour,
            ..Setup::default()
        });
        terminal.shows(&["rules> "]).types("avoid \u{202e}heat");
        terminal.shows(&["rules> avoid heat", "holds U+202E, which cannot be seen"]);
        terminal
            .types(ENTER)
            .shows(&["cannot be seen", "Ctrl-F writes `avoid heat`"]);
        let written = String::from_utf8_lossy(&terminal.written);
        assert!(!written.contains('\u{202e}'), "{written}");
    }
}

#[test]
fn a_mistake_in_an_open_block_is_told_at_the_end_of_its_line() {
    let mut terminal = Terminal::with_skin_care();
    terminal.enters("when pregnnt {");
    terminal
        .shows(&["nothing called `pregnnt`", "Ctrl-F writes"])
        .stands("rules> when pregnnt {");
    terminal.types(CTRL_F).stands("rules> when pregnant {");
    terminal.types("\ravoid heat\r  for 3 days\ravoid saunna\r");
    terminal
        .types("avoid waxing\r")
        .shows(&["nothing called `saunna`", "Ctrl-F writes `avoid sauna ...`"]);
    let screen = terminal.screen();
    assert!(!screen.contains("unclosed-block"), "{screen}");
    terminal
        .types(CTRL_F)
        .shows(&["avoid sauna\navoid waxing"])
        .types("\r}\r")
        .shows(&["7  A ban, only if pregnant is yes."]);
}

#[test]
fn an_interrupted_interview_says_that_it_goes_on() {
    let mut terminal = Terminal::start(Setup::default());
    terminal.shows(&["rules> "]);
    for (line, answer) in [
        ("import skin-care", "Taken"),
        ("avoid heat for 3 days if pregnant", "A ban"),
        (":interview", "Is the patient pregnant?"),
    ] {
        terminal.enters(line).shows(&[answer]);
    }
    terminal
        .waits()
        .types("ye")
        .stands("answer> ye")
        .types(CTRL_C);
    terminal.shows(&["The interview goes on.", "`stop` ends it"]);
    terminal.enters("yes").shows(&["The answers are in."]);
}
