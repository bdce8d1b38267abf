//! Reads a long text in pieces, side by side, as if it had been read in one.

use std::ops::Range;
use std::slice;

use pest::Parser;
use pest::error::{Error, InputLocation};

use crate::diagnostic::{Code, Diagnostic};
use crate::side_by_side::{PIECES, side_by_side};
use crate::span::{Span, Spanned};
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::layout::{Layout, pieces};
use crate::syntax::lower::{Lower, floor};
use crate::syntax::tree::Item;
use crate::syntax::{MAX_MISTAKES, Reading};

/// How long a piece is at the least, in bytes: some hundred sentences, whose marks of what was read fit into
/// the memory next to a processor. Each piece takes the place there that the one before it leaves.
pub(super) const LEAST: usize = 6 * 1024;

/// What fewer pieces take is not worth a thread.
const RUN: usize = 3;

/// What was read, and what could not be.
type Read = (Vec<Spanned<Item>>, Vec<Diagnostic>);

impl Reading<'_> {
    /// Reads the whole of a text that is laid out, in pieces of at least so many bytes.
    pub(super) fn in_pieces(&self, laid_out: &Layout, least: usize) -> Read {
        let pieces = pieces(&laid_out.text, least);
        let runs: Vec<_> = pieces
            .chunks(pieces.len().div_ceil(PIECES).max(RUN))
            .collect();
        let read = side_by_side(&runs, |run| self.run(laid_out, run));
        let mut items = Vec::with_capacity(read.iter().map(|(items, _)| items.len()).sum());
        let mut mistakes = Vec::new();
        for (further_items, further_mistakes) in read {
            items.extend(further_items);
            mistakes.extend(further_mistakes);
        }
        if pieces.len() > 1 && mistakes.len() >= MAX_MISTAKES {
            // Which of so many are looked into hangs on all those before.
            return self.run(laid_out, slice::from_ref(&(0..laid_out.text.len())));
        }
        (items, mistakes)
    }

    /// Reads pieces one after another.
    fn run(&self, laid_out: &Layout, pieces: &[Range<usize>]) -> Read {
        let mut lower = Lower::new(self.source, self.text, &laid_out.text, &laid_out.joins);
        let mut items = Vec::new();
        for piece in pieces {
            let text = laid_out.text.get(piece.clone()).unwrap_or_default();
            lower.base = piece.start;
            match Grammar::parse(Rule::file, text) {
                Ok(mut pairs) => {
                    if let Some(file) = pairs.next() {
                        lower.file(file, &mut items);
                    }
                }
                Err(error) => {
                    let unreadable = self.unreadable(piece.start, &error);
                    lower.diagnostics.push(unreadable);
                }
            }
        }
        (items, lower.diagnostics)
    }

    /// A file rule reads every text, so that only pest's own limits lead here.
    fn unreadable(&self, base: usize, error: &Error<Rule>) -> Diagnostic {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => base + at,
        };
        let at = u32::try_from(floor(self.text, at)).unwrap_or(u32::MAX);
        Diagnostic::new(
            Code::Syntax,
            Span::new(self.source, at, at),
            "the file could not be read",
            "reading stopped here",
        )
        .with_help("split the sentence at this place into shorter ones")
    }
}
