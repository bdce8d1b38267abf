//! Content lines, as RFC 5545 has them: section 3.1 for their form, 3.3.11 for text.

use chrono::{NaiveDate, NaiveDateTime};

use crate::render::escape;

/// At most how many octets a line has, without its line end (RFC 5545, 3.1).
pub(super) const OCTETS: usize = 75;

/// A calendar under way.
#[derive(Debug, Default)]
pub(super) struct Writer(String);

impl Writer {
    /// A line whose value is already in its form.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut room = OCTETS;
        for character in name.chars().chain([':']).chain(value.chars()) {
            let octets = character.len_utf8();
            if octets > room {
                // The blank that goes on with the line before is one of the octets.
                self.0.push_str("\r\n ");
                room = OCTETS - 1;
            }
            self.0.push(character);
            room -= octets;
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is text, which may come from a file: what would act on the reader's screen is written out,
    /// line ends too.
    pub fn text(&mut self, name: &str, text: &str) {
        self.texts(name, &[text]);
    }

    /// The same of a text of several lines.
    pub fn texts(&mut self, name: &str, lines: &[impl AsRef<str>]) {
        let mut value = String::new();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                value.push_str("\\n");
            }
            for character in escape(line.as_ref()).chars() {
                if matches!(character, '\\' | ';' | ',') {
                    value.push('\\');
                }
                value.push(character);
            }
        }
        self.line(name, &value);
    }

    /// A line whose value is a day.
    pub fn day(&mut self, name: &str, day: NaiveDate) {
        let value = day.format("%Y%m%d").to_string();
        self.line(&format!("{name};VALUE=DATE"), &value);
    }

    /// A line whose value is an instant of UTC.
    pub fn instant(&mut self, name: &str, at: NaiveDateTime) {
        self.line(name, &at.format("%Y%m%dT%H%M%SZ").to_string());
    }

    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut writer = Writer::default();
        writer.text("SUMMARY", text);
        writer.finish()
    }

    #[test]
    fn what_separates_values_is_written_with_a_backslash() {
        assert_eq!(written("a, b; c\\d"), "SUMMARY:a\\, b\\; c\\\\d\r\n");
    }

    #[test]
    fn lines_are_told_apart_and_a_line_end_within_one_is_none() {
        let mut writer = Writer::default();
        writer.texts("DESCRIPTION", &["a", "b\nc"]);
        assert_eq!(writer.finish(), "DESCRIPTION:a\\nb\\\\u{a}c\r\n");
    }

    #[test]
    fn no_line_has_more_than_75_octets_and_no_character_is_cut() {
        for letter in ["a", "é", "字", "🧴"] {
            let text = written(&letter.repeat(200));
            for line in text.trim_end().split("\r\n") {
                assert!(line.len() <= OCTETS, "{line}");
            }
            assert_eq!(text.matches(letter).count(), 200);
            let unfolded = text.replace("\r\n ", "");
            assert_eq!(unfolded, format!("SUMMARY:{}\r\n", letter.repeat(200)));
        }
    }

    #[test]
    fn what_would_act_on_a_screen_is_written_out() {
        assert_eq!(
            written("a\u{1b}[31m\u{202e}b\r"),
            "SUMMARY:a\\\\u{1b}[31m\\\\u{202e}b\\\\u{d}\r\n"
        );
    }
}
