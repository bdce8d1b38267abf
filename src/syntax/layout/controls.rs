//! Characters that act on a screen in the place of showing on it.

use super::characters::Masker;
use crate::diagnostic::{Code, Diagnostic};

/// What opens a sequence that colours or moves what a terminal shows.
const ESCAPE: char = '\u{1b}';

/// A run of such characters that has not been noted yet: where it starts and ends, in bytes.
pub(super) type Run = Option<(usize, usize)>;

/// How many bytes of such characters `text` starts with: 0 where it starts with another one. An escape
/// sequence, such as the one for red, is taken whole.
pub(super) fn length(text: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    if turns(first) || first.is_control() && !matches!(first, '\t' | '\n' | '\r') {
        let rest = text.get(first.len_utf8()..).unwrap_or_default();
        let sequence = if first == ESCAPE { sequence(rest) } else { 0 };
        first.len_utf8() + sequence
    } else {
        0
    }
}

/// Whether a character turns the direction of the text around it, so that it reads as another than it is.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many bytes of an escape sequence stand behind the escape: `[31m`.
fn sequence(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('[') else {
        return 0;
    };
    let end = rest.find(|letter: char| !(letter.is_ascii_digit() || letter == ';'));
    let last = end.and_then(|end| rest.as_bytes().get(end));
    match (end, last) {
        (Some(end), Some(b'@'..=b'~')) => end + 2,
        _ => 0,
    }
}

impl Masker<'_> {
    /// Blanks such characters out, and notes a run of them once.
    pub(super) fn control(&mut self, at: usize, width: usize) {
        self.blank(width);
        if self.controls.is_some_and(|(_, last)| last != at) {
            self.end_controls();
        }
        let start = self.controls.map_or(at, |(start, _)| start);
        self.controls = Some((start, at + width));
    }

    /// Reports the run that has been noted.
    pub(super) fn end_controls(&mut self) {
        let Some((start, end)) = self.controls.take() else {
            return;
        };
        let span = self.span(start, end);
        let first = self.text.get(start..).and_then(|text| text.chars().next());
        let code = first.map_or(0, u32::from);
        let (what, mend) = match first {
            Some(first) if turns(first) => ("turns the text around it", ""),
            // It coloured the words between which it stands, and parts none.
            Some(ESCAPE) => ("no screen shows", ""),
            _ => ("no screen shows", " "),
        };
        self.masked.diagnostics.push(
            Diagnostic::new(
                Code::ControlCharacter,
                span,
                "a control character stands in the text",
                format!("character U+{code:04X}, which {what}"),
            )
            .with_help("delete it: it comes from copying, or from a file that is no text")
            .with_fix(span, mend),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn an_escape_sequence_is_one() {
        for (text, bytes) in [
            ("", 0),
            ("makeup", 0),
            ("\tmakeup", 0),
            ("\0makeup", 1),
            ("\u{1b}[31mred", 5),
            ("\u{1b}[1;31mred", 7),
            ("\u{1b}[31", 1),
            ("\u{1b}makeup", 1),
            ("\u{202e}makeup", 3),
            ("\u{200f}makeup", 0),
        ] {
            assert_eq!(length(text), bytes, "{text:?}");
        }
    }
}
