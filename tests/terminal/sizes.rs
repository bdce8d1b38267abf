//! Narrow and wide terminals, with and without colour, under two locales.

use super::screen::{Setup, TAB, Terminal};

#[test]
fn every_width_colour_and_locale_shows_the_same_answers() {
    for columns in [40, 80, 200] {
        for colour in [false, true] {
            for locale in ["C.UTF-8", "C"] {
                let setup = Setup {
                    columns,
                    colour,
                    locale,
                    ..Setup::default()
                };
                answers(setup);
            }
        }
    }
}

fn answers(setup: Setup<'_>) {
    let mut terminal = Terminal::start(setup);
    terminal
        .shows(&["rules> "])
        .enters("import skin-care")
        .shows(&["Taken"]);
    terminal
        .waits()
        .types("avoid reti")
        .types(TAB)
        .types("noids for 7 days\r");
    terminal.shows(&["A ban."]);
    terminal.enters("avoid retinoidz").shows(&["did you mean"]);
    terminal.stands("rules> avoid retinoidz").drops();
    terminal.enters(":treated 2026-06-01").shows(&["Noted"]);
    terminal
        .enters("can Differin on day 3?")
        .shows(&["AVOID: adapalene"]);
    let coloured = terminal.written.windows(2).any(|two| two == b"\x1b[") && {
        let text = String::from_utf8_lossy(&terminal.written);
        text.contains("\u{1b}[1;31mAVOID") || text.contains("\u{1b}[32m")
    };
    assert_eq!(coloured, setup.colour, "{setup:?}");
}
