//! The lines of a formatted text.

use unicode_width::UnicodeWidthStr;

use super::wrap::{Chunk, Comma, STEP, wrap};

/// One line.
#[derive(Debug, Default)]
struct Line {
    indent: usize,
    text: String,
    /// A comment behind the text, `#` included.
    comment: Option<String>,
}

impl Line {
    fn width(&self) -> usize {
        self.indent + self.text.width()
    }
}

/// The lines so far.
#[derive(Debug, Default)]
pub(super) struct Page {
    lines: Vec<Line>,
    /// How far in the next line stands.
    indent: usize,
    /// Nothing has been written in this block.
    fresh: bool,
}

impl Page {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self {
            fresh: true,
            ..Self::default()
        }
    }

    /// A line that is not broken.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.push(self.indent, text.into());
    }

    /// A sentence, on as many lines as it takes.
    pub(super) fn wrapped(&mut self, chunks: Vec<Chunk>, comma: Comma) {
        for (at, text) in wrap(chunks, self.indent, comma).into_iter().enumerate() {
            let deeper = if at > 0 { STEP } else { 0 };
            self.push(self.indent + deeper, text);
        }
    }

    /// The columns before the next line.
    pub(super) fn indent(&self) -> usize {
        self.indent
    }

    /// A blank line, except at the start of a block.
    pub(super) fn blank(&mut self) {
        if !self.fresh {
            self.lines.push(Line::default());
        }
    }

    /// A comment behind the last line.
    pub(super) fn comment(&mut self, comment: &str) {
        if let Some(line) = self.lines.last_mut() {
            line.comment = Some(comment.to_owned());
        }
    }

    /// What follows stands in a block.
    pub(super) fn open(&mut self) {
        self.indent += STEP;
        self.fresh = true;
    }

    /// What follows stands behind the block.
    pub(super) fn close(&mut self) {
        self.indent = self.indent.saturating_sub(STEP);
        self.fresh = false;
    }

    fn push(&mut self, indent: usize, text: String) {
        self.fresh = false;
        let comment = None;
        self.lines.push(Line {
            indent,
            text,
            comment,
        });
    }

    /// The text. Comments behind neighbouring lines stand below one another.
    pub(super) fn finish(mut self) -> String {
        for run in self.lines.chunk_by_mut(neighbours) {
            let commented = run.iter().filter(|line| line.comment.is_some());
            let column = commented.map(Line::width).max().unwrap_or(0);
            for line in run {
                if let Some(comment) = line.comment.take() {
                    let blanks = column.saturating_sub(line.width()) + 2;
                    line.text.push_str(&" ".repeat(blanks));
                    line.text.push_str(&comment);
                }
            }
        }
        let mut out = String::new();
        for line in &self.lines {
            if !line.text.is_empty() {
                out.push_str(&" ".repeat(line.indent));
                out.push_str(&line.text);
            }
            out.push('\n');
        }
        out
    }
}

/// Whether two lines belong to one paragraph: no blank line, comment's line or brace parts them.
fn neighbours(one: &Line, other: &Line) -> bool {
    let is_text = |line: &Line| {
        !line.text.is_empty() && !line.text.starts_with(['#', '}']) && !line.text.ends_with('{')
    };
    one.indent == other.indent && is_text(one) && is_text(other)
}
