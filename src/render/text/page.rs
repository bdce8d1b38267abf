//! Lines that fit a width.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use crate::render::escape::{escape, is_plain};

use super::style::{Line, Piece, Style};

/// The narrowest page that is still laid out; a narrower one is treated as this.
const NARROWEST: usize = 24;

/// How many columns a text takes.
pub(in crate::render) fn columns(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// Running text: pieces with a blank between each two.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flow(Vec<Piece>);

impl Flow {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// More text in a style.
    pub(crate) fn add(mut self, style: Style, text: impl Into<String>) -> Self {
        self.0.push(Piece {
            style,
            text: text.into(),
        });
        self
    }

    /// More running text.
    pub(crate) fn plain(self, text: impl Into<String>) -> Self {
        self.add(Style::Plain, text)
    }

    /// With all of `other` behind it.
    pub(crate) fn join(mut self, other: Flow) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether there is no text in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| piece.text.trim().is_empty())
    }
}

impl From<String> for Flow {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

/// A page that grows downwards.
#[derive(Debug)]
pub(crate) struct Page {
    width: usize,
    lines: Vec<Line>,
}

impl Page {
    /// An empty page, `width` columns wide.
    pub(crate) fn new(width: usize) -> Self {
        Self {
            width: width.max(NARROWEST),
            lines: Vec::new(),
        }
    }

    /// What has been put on it.
    pub(crate) fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    /// An empty line, unless there is one or nothing stands above.
    pub(crate) fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Line::new());
        }
    }

    /// A heading, an empty line above it.
    pub(crate) fn heading(&mut self, text: impl Into<String>) {
        self.blank();
        self.put("", 0, Flow::new().add(Style::Heading, text));
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, flow: Flow) {
        self.put("  - ", 4, flow);
    }

    /// A line that belongs to the item above.
    pub(crate) fn under(&mut self, flow: Flow) {
        self.put("    ", 4, flow);
    }

    /// Running text from the left edge.
    pub(crate) fn paragraph(&mut self, flow: Flow) {
        self.put("", 0, flow);
    }

    /// A line whose blanks are to stay as they are. It is escaped, and not broken.
    pub(crate) fn row(&mut self, pieces: &[(Style, String)]) {
        let line = pieces.iter().map(|(style, text)| Piece {
            style: *style,
            text: escape(text).into_owned(),
        });
        self.lines.push(line.collect());
    }

    /// How many columns it has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Lines that are laid out already, so many columns in.
    pub(crate) fn inset(&mut self, lines: Vec<Line>, columns: usize) {
        for line in lines {
            let margin = Piece {
                style: Style::Plain,
                text: " ".repeat(columns),
            };
            self.lines
                .push(std::iter::once(margin).chain(line).collect());
        }
    }

    /// Text that starts with `lead` and goes on `hang` columns in. Every text that reaches a page
    /// is escaped here.
    pub(crate) fn put(&mut self, lead: &str, hang: usize, flow: Flow) {
        if flow.is_empty() {
            return;
        }
        let mut line = LineBuilder::starting(lead);
        for piece in &flow.0 {
            for word in piece.text.split([' ', '\t', '\n', '\r']) {
                if !word.is_empty() {
                    self.word(&mut line, hang, piece.style, &shown(word));
                }
            }
        }
        self.lines.push(line.pieces);
    }

    /// Puts a word on the line or, where it does not fit, on the next; cuts it where it fits none.
    fn word(&mut self, line: &mut LineBuilder, hang: usize, style: Style, word: &str) {
        let room = self.width.saturating_sub(hang).max(1);
        let mut rest = word;
        while !rest.is_empty() {
            let (head, tail) = split_at_width(rest, room);
            let gap = usize::from(line.has_word);
            if line.has_word && line.column + gap + columns(head) > self.width {
                let full = std::mem::replace(line, LineBuilder::starting(&" ".repeat(hang)));
                self.lines.push(full.pieces);
            }
            line.push(style, head);
            rest = tail;
        }
    }
}

/// A line under way.
struct LineBuilder {
    pieces: Line,
    column: usize,
    has_word: bool,
}

impl LineBuilder {
    fn starting(lead: &str) -> Self {
        let mut pieces = Line::new();
        if !lead.is_empty() {
            pieces.push(Piece {
                style: Style::Plain,
                text: lead.to_owned(),
            });
        }
        Self {
            pieces,
            column: columns(lead),
            has_word: false,
        }
    }

    fn push(&mut self, style: Style, word: &str) {
        let gap = if self.has_word { " " } else { "" };
        match self.pieces.last_mut() {
            Some(last) if last.style == style => {
                last.text.push_str(gap);
                last.text.push_str(word);
            }
            last => {
                let (before, inside) = match last {
                    Some(last) => {
                        last.text.push_str(gap);
                        ("", word)
                    }
                    None => (gap, word),
                };
                self.pieces.push(Piece {
                    style,
                    text: format!("{before}{inside}"),
                });
            }
        }
        self.column += gap.len() + columns(word);
        self.has_word = true;
    }
}

/// A word as it is printed: escaped, a blank for each no-break space.
fn shown(word: &str) -> Cow<'_, str> {
    let escaped = escape(word);
    if escaped.contains('\u{a0}') {
        return Cow::Owned(escaped.replace('\u{a0}', " "));
    }
    escaped
}

/// As much of `word` as fits `room` columns, at least one character, and the rest.
pub(in crate::render) fn split_at_width(word: &str, room: usize) -> (&str, &str) {
    // No character takes more columns than bytes. Beyond its room a long word is not looked at.
    if word.len() <= room {
        return (word, "");
    }
    let mut used = 0;
    for (at, character) in word.char_indices() {
        used += character.width().unwrap_or(0);
        if used > room && at > 0 {
            return word.split_at(at);
        }
    }
    (word, "")
}

#[cfg(test)]
mod tests {
    use super::super::style::paint;
    use super::*;

    fn laid_out(width: usize, text: &str) -> String {
        let mut page = Page::new(width);
        page.item(Flow::new().plain(text));
        paint(&page.into_lines(), false)
    }

    #[test]
    fn text_is_wrapped_at_blanks_and_indented() {
        let text = laid_out(24, "avoid retinoids until the end of the week");
        assert_eq!(
            text,
            "  - avoid retinoids\n    until the end of the\n    week\n"
        );
    }

    #[test]
    fn long_words_are_cut() {
        let word = "https://".repeat(12);
        let text = laid_out(30, &word);
        assert!(text.lines().all(|line| columns(line) <= 30), "{text}");
        let whole: String = text.split_whitespace().skip(1).collect();
        assert_eq!(whole, word);
    }

    #[test]
    fn wide_characters_count_two_columns() {
        let text = laid_out(24, &"皮膚を休ませてください".repeat(3));
        assert!(text.lines().all(|line| columns(line) <= 24), "{text}");
        assert_eq!(text.lines().count(), 4);
    }

    #[test]
    fn no_break_spaces_hold_words_together() {
        let text = laid_out(24, "until the end of Sun\u{a0}7\u{a0}Jun");
        assert_eq!(text, "  - until the end of\n    Sun 7 Jun\n");
    }

    #[test]
    fn hidden_characters_are_escaped() {
        let text = laid_out(80, "a\u{1b}[2Jb \u{202e}c");
        assert_eq!(text, "  - a\\u{1b}[2Jb \\u{202e}c\n");
    }

    #[test]
    fn a_change_of_style_keeps_its_blank() {
        let mut page = Page::new(80);
        page.paragraph(Flow::new().plain("a").add(Style::Quiet, "b").plain("c"));
        let lines = page.into_lines();
        assert_eq!(paint(&lines, false), "a b c\n");
        assert_eq!(paint(&lines, true), "a \u{1b}[2mb \u{1b}[0mc\n");
    }
}
