//! Input that nobody should write, first round: a clear error or a right result, never a panic.

use aftercare_dsl::check::{Bundled, CheckOptions, Checked, check};
use aftercare_dsl::diagnostic::Severity;
use aftercare_dsl::profile;
use aftercare_dsl::render::plain_all;
use aftercare_dsl::source::Sources;

fn checked(text: &str) -> (Checked, String) {
    let mut sources = Sources::new();
    let checked = check(
        &mut sources,
        &Bundled,
        "hostile.rules",
        text,
        &CheckOptions::default(),
    );
    let shown = plain_all(&checked.diagnostics, &sources, 80);
    (checked, shown)
}

/// The messages of the errors, which must be there, be few, and be shown without control characters.
fn errors(text: &str) -> Vec<String> {
    let (checked, shown) = checked(text);
    let errors: Vec<String> = checked
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .map(|diagnostic| diagnostic.message.clone())
        .collect();
    assert!(!errors.is_empty(), "no error for {:.80}", text);
    assert!(checked.protocol.is_none());
    let raw = |letter: char| letter.is_control() && letter != '\n';
    assert!(
        !shown.contains(raw),
        "raw control characters in {shown:.400}"
    );
    errors
}

#[test]
fn a_hundred_thousand_nested_parentheses() {
    let text = format!(
        "refuse if {}pregnant{}",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    assert!(errors(&text).len() <= 2);
    errors(&format!("refuse if {}", "(".repeat(100_000)));
    errors(&format!("refuse if {}pregnant", "not ".repeat(100_000)));
}

#[test]
fn a_hundred_thousand_nested_blocks() {
    errors(&"when pregnant { ".repeat(100_000));
    errors(&"section \"a\" {\n".repeat(100_000));
    errors(&"}".repeat(10_000));
    errors(&"substance a { ".repeat(100_000));
}

#[test]
fn fifty_nested_parentheses_are_read() {
    let text = format!(
        "import skin-care\nrefuse if {}pregnant{}",
        "(".repeat(50),
        ")".repeat(50)
    );
    let (checked, shown) = checked(&text);
    assert!(checked.protocol.is_some(), "{shown}");
}

#[test]
fn a_hundred_thousand_joined_conditions() {
    let text = format!(
        "import skin-care\nrefuse if {}pregnant",
        "pregnant and ".repeat(100_000)
    );
    let (checked, shown) = checked(&text);
    assert!(checked.protocol.is_some(), "{shown:.400}");
}

#[test]
fn characters_that_no_text_has() {
    errors("avoid makeup\0 for 2 days");
    errors("avoid \u{1b}[31mmakeup\u{1b}[0m for 2 days");
    errors("avoid \u{202e}makeup for 2 days");
    errors("\u{feff}avoid nothingness for 2 days\r\n");
}

#[test]
fn numbers_of_every_absurd_kind() {
    for number in [
        "99999999999999999999",
        "4294967296",
        "-1",
        "0",
        "1.5",
        "1e9",
        "1,000",
        "\u{221e}",
        "00000000000000000000000000000000000001e",
    ] {
        errors(&format!("import skin-care\navoid makeup for {number} days"));
    }
    errors("import skin-care\navoid makeup on days 1..99999999999");
    errors("import skin-care\navoid makeup for 301 years");
    errors("import skin-care\nsessions 0..99999999999 every 4 weeks");
    errors("effective 2026-02-30");
    errors("effective 9999-01-01");
    errors("effective 0000-01-01");
}

#[test]
fn imports_that_climb() {
    for name in [
        "../secrets",
        "\"../secrets\"",
        "/etc/passwd",
        "\"/etc/passwd\"",
        "..",
        "skin-care/../microneedling",
        "\"C:\\\\secrets\"",
    ] {
        let messages = errors(&format!("import {name}\navoid makeup for 2 days"));
        assert!(
            messages.iter().all(|message| !message.contains("root:")),
            "{messages:?}"
        );
    }
}

#[test]
fn ten_thousand_mistakes_are_told_and_end() {
    let text = "avoid nothingness for 2 days\n".repeat(10_000);
    errors(&text);
    errors(&"aviod makeup\n".repeat(10_000));
}

#[test]
fn profiles_of_every_absurd_kind() {
    let (checked, _) = checked("import skin-care\nrefuse if pregnant");
    let nested = format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let json = format!("{{\"x\": {}", "[".repeat(100_000));
    for text in [
        nested.as_str(),
        json.as_str(),
        "treated = 2026-02-30",
        "treated = 9999-01-01",
        "treated = 99999999999999999999",
        "treated = \u{0}",
        "[facts]\npregnant = inf",
        "[facts]\n\"age\" = 1e400",
        "{\"treated\": 1e999}",
        "{",
    ] {
        let mut sources = Sources::new();
        let source = sources.add("hostile.toml", text);
        let (_, mistakes) = profile::read(source, "hostile.toml", text, &checked.vocabulary);
        assert!(!mistakes.is_empty(), "no error for {text:.60}");
        let shown = plain_all(&mistakes, &sources, 80);
        assert!(!shown.contains('\0'), "{shown:.200}");
    }
}
