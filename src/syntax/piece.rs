//! Reads a long text in pieces, side by side, as if it had been read in one.

use std::ops::Range;

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

/// What a shorter piece takes is not worth a thread: some three hundred sentences, in bytes.
pub(super) const LEAST: usize = 16 * 1024;

/// What was read, and what could not be.
type Read = (Vec<Spanned<Item>>, Vec<Diagnostic>);

impl Reading<'_> {
    /// Reads the whole of a text that is laid out, in pieces of at least so many bytes.
    pub(super) fn in_pieces(&self, laid_out: &Layout, least: usize) -> Read {
        let pieces = pieces(&laid_out.text, PIECES, least);
        let mut read = side_by_side(&pieces, |piece| self.piece(laid_out, piece)).into_iter();
        let (mut items, mut mistakes) = read.next().unwrap_or_default();
        for (further_items, further_mistakes) in read {
            items.extend(further_items);
            mistakes.extend(further_mistakes);
        }
        if pieces.len() > 1 && mistakes.len() >= MAX_MISTAKES {
            // Which of so many are looked into hangs on all those before.
            return self.piece(laid_out, &(0..laid_out.text.len()));
        }
        (items, mistakes)
    }

    fn piece(&self, laid_out: &Layout, piece: &Range<usize>) -> Read {
        let text = laid_out.text.get(piece.clone()).unwrap_or_default();
        let mut lower = Lower::new(self.source, self.text, &laid_out.text, &laid_out.joins);
        lower.base = piece.start;
        match Grammar::parse(Rule::file, text) {
            Ok(mut pairs) => {
                let items = pairs.next().map(|file| lower.file(file));
                (items.unwrap_or_default(), lower.diagnostics)
            }
            Err(error) => (Vec::new(), vec![self.unreadable(piece.start, &error)]),
        }
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
