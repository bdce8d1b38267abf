//! What a text holds beside its tree: comments, blank lines, and where its blocks end.

use crate::span::SourceId;
use crate::syntax;
use crate::syntax::tree::Place;

/// What is left of it, from a place in the text on. Of a tree without a text there is none.
#[derive(Debug, Default)]
pub(super) struct Trivia<'t> {
    text: &'t str,
    /// The comments that are not written yet.
    comments: std::collections::VecDeque<Place>,
    /// Each `{` and its `}`.
    blocks: Vec<(u32, u32)>,
    /// The byte after what was written last.
    at: u32,
}

/// A comment.
pub(super) struct Comment<'t> {
    /// Its text, `#` included.
    pub text: &'t str,
    /// Whether a blank line stands before it.
    pub blank: bool,
}

impl<'t> Trivia<'t> {
    /// Of a text and its comments.
    pub(super) fn new(source: SourceId, text: &'t str, comments: &[Place]) -> Self {
        Self {
            text,
            comments: comments.iter().copied().collect(),
            blocks: syntax::blocks(source, text),
            at: 0,
        }
    }

    /// The block whose `{` is the first at `byte` or later: the places of its braces.
    pub(super) fn block(&self, byte: u32) -> (u32, u32) {
        let first = self.blocks.partition_point(|(open, _)| *open < byte);
        self.blocks.get(first).copied().unwrap_or((byte, byte))
    }

    /// Takes the next comment, where it starts before `byte`.
    pub(super) fn comment(&mut self, byte: u32) -> Option<Comment<'t>> {
        let Place(span) = *self.comments.front()?;
        if span.start >= byte {
            return None;
        }
        self.comments.pop_front();
        let blank = self.blank(span.start);
        self.at = span.end;
        let text = self.text.get(span.range()).unwrap_or_default();
        Some(Comment { text, blank })
    }

    /// The same, where no line end stands before it.
    pub(super) fn comment_here(&mut self, byte: u32) -> Option<&'t str> {
        let start = self.comments.front()?.0.start;
        if self.between(start).contains(['\n', '\r']) {
            return None;
        }
        self.comment(byte).map(|comment| comment.text)
    }

    /// Whether a comment stands before `byte`.
    pub(super) fn has_comment(&self, byte: u32) -> bool {
        let mut comments = self.comments.iter();
        comments.next().is_some_and(|next| next.0.start < byte)
    }

    /// Whether a blank line stands between what was written last and `byte`.
    pub(super) fn blank(&self, byte: u32) -> bool {
        has_blank_line(self.between(byte))
    }

    /// Whether a comment or a blank line stands between two places that are not written yet.
    pub(super) fn parted(&self, from: u32, to: u32) -> bool {
        let next = self
            .comments
            .partition_point(|comment| comment.0.start < from);
        let comment = self.comments.get(next);
        comment.is_some_and(|comment| comment.0.start < to) || has_blank_line(self.slice(from, to))
    }

    /// All before `byte` is written.
    pub(super) fn pass(&mut self, byte: u32) {
        self.at = self.at.max(byte);
    }

    /// The byte after what was written last.
    pub(super) fn at(&self) -> u32 {
        self.at
    }

    fn between(&self, byte: u32) -> &'t str {
        self.slice(self.at, byte)
    }

    fn slice(&self, from: u32, to: u32) -> &'t str {
        let range = from as usize..to as usize;
        self.text.get(range).unwrap_or_default()
    }
}

/// Whether two line ends stand in `gap` with nothing but blanks between.
fn has_blank_line(gap: &str) -> bool {
    let mut ends = 0;
    let mut before = ' ';
    for letter in gap.chars() {
        match letter {
            '\n' if before == '\r' => {}
            '\n' | '\r' => ends += 1,
            '\u{feff}' => {}
            other if other.is_whitespace() => {}
            _ => ends = 0,
        }
        if ends > 1 {
            return true;
        }
        before = letter;
    }
    false
}
