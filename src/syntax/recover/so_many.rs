//! `rest hand on 2 towels`: how many of a thing stand under what is done.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::reserved::RESERVED;

impl Lower<'_> {
    /// Offers a number of things behind `on` as the manner, in quotes; whether one stands there.
    pub(super) fn so_many_under(&mut self, stop: Stop, on: Span) -> bool {
        let rest = self.tail(stop.line, on.end as usize);
        let laid = self.laid(rest);
        let counts = laid.starts_with(|letter: char| letter.is_ascii_digit());
        let mut words = laid.split(' ').skip(1);
        let Some(thing) = words.next().map(|word| word.trim_end_matches([',', '.'])) else {
            return false;
        };
        if !counts || RESERVED.binary_search(&thing).is_ok() {
            return false;
        }
        let number = laid.split(' ').next().unwrap_or_default();
        let end = rest.start as usize + number.len() + 1 + thing.len();
        let said = self.place(on.start as usize, end);
        let manner = self.quote(self.place(rest.start as usize, end));
        let text = format!("by \"{manner}\"");
        let edits = vec![edit(said, text.as_str())];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`on` wants a place or a day, and `{raw}` says with how many it is done"),
                "how it is done",
            )
            .with_help(format!("write `{text}`"))
            .with_edits(edits),
        );
        true
    }
}
