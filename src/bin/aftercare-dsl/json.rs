//! JSON that a terminal can show.

use std::fmt::Write;

use aftercare_dsl::render::is_hidden;
use serde_json::Value;

/// A value, pretty, with every hidden character written as `\u001b`. Such a character can only
/// stand inside a string: between strings there are blanks and line ends alone.
pub fn text(value: &Value) -> String {
    let mut out = String::new();
    let mut units = [0; 2];
    for character in format!("{value:#}\n").chars() {
        if character == '\n' || !is_hidden(character) {
            out.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut units) {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn hidden_characters_are_escaped_and_read_back() {
        let value = serde_json::json!(["a\u{9b}b\u{202e}c\u{e0041}\n"]);
        let shown = text(&value);
        assert!(
            shown.contains("a\\u009bb\\u202ec\\udb40\\udc41\\n"),
            "{shown}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&shown).unwrap(),
            value
        );
    }
}
