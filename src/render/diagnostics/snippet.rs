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
pub(super) struct Shown {
    cells: Vec<Cell>,
    width: usize,
}

#[derive(Debug)]
struct Cell {
    byte: usize,
    bytes: usize,
    column: usize,
    text: String,
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

impl Shown {
    /// Lays out a line.
    pub(super) fn new(line: &str) -> Self {
        let mut column = 0;
        let mut cells = Vec::new();
        for (byte, character) in line.char_indices() {
            let text = match character {
                '\t' => " ".repeat(TAB - column % TAB),
                other => escape(other.encode_utf8(&mut [0; 4])).into_owned(),
            };
            let width = columns(&text);
            cells.push(Cell {
                byte,
                bytes: character.len_utf8(),
                column,
                text,
            });
            column += width;
        }
        Self {
            cells,
            width: column,
        }
    }

    /// The screen column of the character at a byte of the line; past the end, the end.
    pub(super) fn column(&self, byte: usize) -> usize {
        let next = self.cells.iter().find(|cell| cell.byte + cell.bytes > byte);
        next.map_or(self.width, |cell| cell.column)
    }

    /// The part of the line around the columns `from..to` that fits `room` columns.
    pub(super) fn window(&self, from: usize, to: usize, room: usize) -> Window {
        if self.width <= room {
            let text = self.cells.iter().map(|cell| cell.text.as_str()).collect();
            return Window {
                text,
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
        let width = |cell: &Cell| columns(&cell.text);
        let inside: Vec<&Cell> = self
            .cells
            .iter()
            .filter(|cell| cell.column >= start && cell.column + width(cell) <= end)
            .collect();
        let first = inside.first().map_or(start, |cell| cell.column);
        let last = inside
            .last()
            .map_or(first, |cell| cell.column + width(cell));
        let mut text = String::new();
        let before = if first > 0 { CUT } else { "" };
        text.push_str(before);
        text.extend(inside.iter().map(|cell| cell.text.as_str()));
        if last < self.width {
            text.push_str(CUT);
        }
        Window {
            text,
            first,
            end: last,
            indent: before.len(),
        }
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
