//! One line of a file as it is shown, and the columns of its characters on the screen.

use crate::render::escape;
use crate::render::text::columns;

/// How far a tab reaches.
const TAB: usize = 4;

/// What stands where a line is cut.
const CUT: &str = "...";

/// A line with its tabs spread, its hidden characters written out, and the screen column of each
/// byte's character.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    line: &'a str,
    cells: Vec<Cell>,
    width: usize,
}

/// Where a character starts, in the line and on the screen.
#[derive(Debug, Clone, Copy)]
struct Cell {
    byte: usize,
    column: usize,
}

/// A part of a shown line that fits, and how far its columns have moved.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The text, with dots where something is cut.
    pub(super) text: String,
    /// The first column of the line that is shown.
    first: usize,
    /// The column after the last that is shown.
    end: usize,
    /// The columns that the dots take before the text.
    indent: usize,
}

impl<'a> Shown<'a> {
    /// Lays out a line.
    pub(super) fn new(line: &'a str) -> Self {
        let mut column = 0;
        let mut cells = Vec::with_capacity(line.len());
        for (byte, character) in line.char_indices() {
            cells.push(Cell { byte, column });
            column += match character {
                ' '..='~' => 1,
                other => columns(&shown(other, column)),
            };
        }
        Self {
            line,
            cells,
            width: column,
        }
    }

    /// The screen column of the character at a byte of the line; past the end, the end.
    pub(super) fn column(&self, byte: usize) -> usize {
        if byte >= self.line.len() {
            return self.width;
        }
        let next = self.cells.partition_point(|cell| cell.byte <= byte);
        let cell = next.checked_sub(1).and_then(|index| self.cells.get(index));
        cell.map_or(self.width, |cell| cell.column)
    }

    /// The part of the line around the columns `from..to` that fits `room` columns.
    pub(super) fn window(&self, from: usize, to: usize, room: usize) -> Window {
        if self.width <= room {
            return Window {
                text: self.text(0, self.cells.len()),
                first: 0,
                end: self.width,
                indent: 0,
            };
        }
        let inner = room.saturating_sub(2 * CUT.len()).max(1);
        let spare = inner.saturating_sub(to.saturating_sub(from));
        let last_start = self.width.saturating_sub(inner);
        let start = from.saturating_sub(spare / 2).min(last_start);
        self.cut(start, start + inner)
    }

    /// The characters that lie wholly in the columns `start..end`.
    fn cut(&self, start: usize, end: usize) -> Window {
        let column = |index: usize| self.cells.get(index).map_or(self.width, |cell| cell.column);
        let first = self.cells.partition_point(|cell| cell.column < start);
        let inside = (first..self.cells.len()).take_while(|index| column(index + 1) <= end);
        let count = inside.count();
        let (from, to) = match count {
            0 => (start, start),
            _ => (column(first), column(first + count)),
        };
        let before = if from > 0 { CUT } else { "" };
        let after = if to < self.width { CUT } else { "" };
        Window {
            text: format!("{before}{}{after}", self.text(first, first + count)),
            first: from,
            end: to,
            indent: before.len(),
        }
    }

    /// The characters `from..to` as they are shown.
    fn text(&self, from: usize, to: usize) -> String {
        let cells = self.cells.get(from..to).unwrap_or_default();
        let rest = cells
            .first()
            .and_then(|cell| self.line.get(cell.byte..))
            .unwrap_or_default();
        cells
            .iter()
            .zip(rest.chars())
            .map(|(cell, character)| shown(character, cell.column))
            .collect()
    }
}

/// A character as it is shown in a column.
fn shown(character: char, column: usize) -> String {
    match character {
        '\t' => " ".repeat(TAB - column % TAB),
        other => escape(other.encode_utf8(&mut [0; 4])).into_owned(),
    }
}

impl Window {
    /// Where the columns `from..to` of the whole line stand under this part: where a mark starts
    /// and how long it is, one at the least.
    pub(super) fn mark(&self, from: usize, to: usize) -> (usize, usize) {
        let start = from.clamp(self.first, self.end);
        let end = to.clamp(start, self.end);
        (start - self.first + self.indent, (end - start).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_and_wide_characters_move_what_follows() {
        let shown = Shown::new("\tab 皮x");
        let columns: Vec<usize> = [0, 1, 2, 3, 4, 7, 8, 99]
            .into_iter()
            .map(|byte| shown.column(byte))
            .collect();
        assert_eq!(columns, [0, 4, 5, 6, 7, 9, 10, 10]);
    }

    #[test]
    fn hidden_characters_are_written_out_and_counted() {
        let shown = Shown::new("a\u{1b}b");
        assert_eq!(shown.window(0, 1, 80).text, "a\\u{1b}b");
        assert_eq!(shown.column(2), 7);
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = format!("{}HERE{}", "a".repeat(300), "b".repeat(300));
        let window = Shown::new(&line).window(300, 304, 40);
        assert_eq!(window.text.len(), 40);
        let (start, length) = window.mark(300, 304);
        assert_eq!(&window.text[start..start + length], "HERE");
    }

    #[test]
    fn the_end_of_a_long_line_has_no_dots() {
        let line = format!("{}END", "a".repeat(300));
        let window = Shown::new(&line).window(300, 303, 40);
        assert!(window.text.starts_with("...") && window.text.ends_with("END"));
        let (start, length) = window.mark(303, 303);
        assert_eq!((start, length), (window.text.len(), 1));
    }

    #[test]
    fn an_empty_line_can_be_marked() {
        let shown = Shown::new("");
        assert_eq!(shown.column(0), 0);
        assert_eq!(shown.window(0, 0, 40).mark(0, 0), (0, 1));
    }
}
