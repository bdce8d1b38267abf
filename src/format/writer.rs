//! Writes a tree's lines with the comments and blank lines around them.

use super::page::Page;
use super::trivia::Trivia;
use super::wrap::{Chunk, Comma};

/// The page, and what of the text is not on it yet.
#[derive(Debug)]
pub(super) struct Writer<'t> {
    pub page: Page,
    pub trivia: Trivia<'t>,
}

impl<'t> Writer<'t> {
    /// To write a tree with this beside it.
    pub(super) fn new(trivia: Trivia<'t>) -> Self {
        let page = Page::new();
        Self { page, trivia }
    }

    /// Writes what stands before a line that starts at `start`; the comments inside it, up to `end`,
    /// go above it: a sentence that goes on has no place for them in its canonical form.
    pub(super) fn start(&mut self, start: u32, end: u32) {
        self.comments(start);
        if self.trivia.blank(start) {
            self.page.blank();
        }
        self.trivia.pass(start);
        while let Some(comment) = self.trivia.comment(end) {
            self.page.line(comment.text);
        }
        self.trivia.pass(end);
    }

    /// Writes the comments before `byte`, each on a line of its own.
    pub(super) fn comments(&mut self, byte: u32) {
        while let Some(comment) = self.trivia.comment(byte) {
            if comment.blank {
                self.page.blank();
            }
            self.page.line(comment.text);
        }
    }

    /// Writes the comment behind a line that ended at `end`; what comes next stands at `next`.
    pub(super) fn end(&mut self, end: u32, next: u32) {
        self.trivia.pass(end);
        if let Some(comment) = self.trivia.comment_here(next) {
            self.page.comment(comment);
        }
    }

    /// A line from `start` to `end`, with what stands around it.
    pub(super) fn whole(
        &mut self,
        (start, end): (u32, u32),
        next: u32,
        chunks: Vec<Chunk>,
        comma: Comma,
    ) {
        self.start(start, end);
        self.page.wrapped(chunks, comma);
        self.end(end, next);
    }

    /// A block's inside, which starts at `first`. The line has been written up to the `{` at `open`.
    pub(super) fn block(
        &mut self,
        (open, close): (u32, u32),
        first: Option<u32>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.end(open.saturating_add(1), first.unwrap_or(close));
        self.page.open();
        inside(self);
        self.comments(close);
        self.page.close();
        self.trivia.pass(close.saturating_add(1));
    }
}
