//! `limit time in the sun`, `limit talking`: a limit without its number.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::RESERVED;

/// Words before what is limited that a limit says itself.
const SAID: &[&str] = &[
    "the amount of time in ",
    "the amount of ",
    "time spent in ",
    "time out in ",
    "time in ",
    "your time in ",
    "exposure to ",
    "your exposure to ",
    "the use of ",
    "use of ",
    "your intake of ",
    "intake of ",
    "consumption of ",
];

impl Lower<'_> {
    /// Offers `to a minimum` behind what is limited; whether a number is what is missing.
    pub(super) fn limit_without_cap(&mut self, rest: Span, line: Span) -> bool {
        // `in the sun` may be a name of its own.
        let written = self.raw(rest).to_ascii_lowercase();
        let skipped = SAID.iter().find(|word| written.starts_with(**word));
        let skipped = skipped.map_or(0, |word| word.len());
        let words = written.get(skipped..).unwrap_or_default();
        let words = words.strip_prefix("the ").unwrap_or(words);
        let start = rest.end as usize - words.len();
        let mut end = start;
        for word in words.split_inclusive(' ') {
            let bare = word.trim_end_matches([' ', ',', '.']);
            let joins = ["and", "or"].contains(&bare);
            if !joins && RESERVED.binary_search(&bare).is_ok() {
                break;
            }
            end += word.len();
        }
        let thing = self.trimmed(self.place(start, end));
        let named = self.quote(thing);
        let text = format!("{named} to a minimum");
        let edits = vec![edit(
            self.place(rest.start as usize, thing.end as usize),
            text.as_str(),
        )];
        if named.is_empty() || !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::HeadShape,
                self.place(rest.start as usize, thing.end as usize),
                "`limit` wants how much at most",
                "no cap follows",
            )
            .with_help(format!(
                "write `limit {text}`, or a number in place of `a minimum`, as in `30 minutes per day`"
            ))
            .with_edits(edits),
        );
        true
    }
}
