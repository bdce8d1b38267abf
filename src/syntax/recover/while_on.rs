//! `avoid direct sun while on doxycycline`, `while using retinol`: no situation starts so.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::reserved::RESERVED;

/// Words before them that say nothing.
const SOMEBODY: &[&str] = &["you are ", "you're ", "still ", "the patient is "];

/// What somebody takes is asked; what goes on the skin is a situation.
const TAKEN: &[&str] = &["on ", "taking "];
const USED: &[&str] = &["using ", "applying ", "wearing "];

impl Lower<'_> {
    /// Offers the question, or the situation in quotes; whether one of these stands behind `while`.
    pub(super) fn while_on(&mut self, stop: Stop, word: Span) -> bool {
        let after = self.tail(stop.line, word.end as usize);
        let laid = self.laid(after);
        let bare = SOMEBODY
            .iter()
            .find_map(|word| laid.strip_prefix(word))
            .unwrap_or(laid);
        let starts = |words: &[&str]| words.iter().find_map(|word| bare.strip_prefix(word));
        let (thing, taken) = match (starts(TAKEN), starts(USED)) {
            (Some(thing), _) => (thing, true),
            (None, Some(thing)) => (thing, false),
            (None, None) => return false,
        };
        let length = thing
            .split_inclusive(' ')
            .take_while(|word| {
                let bare = word.trim_end_matches([' ', ',', '.']);
                RESERVED.binary_search(&bare).is_err()
            })
            .map(str::len)
            .sum::<usize>();
        let named = thing.get(..length).unwrap_or_default();
        let named = named.trim_end_matches([' ', ',', '.']);
        if named.is_empty() || named.contains([',', '"']) {
            return false;
        }
        let start = after.start as usize + laid.len() - bare.len();
        let end = after.start as usize + laid.len() - thing.len() + named.len();
        let raw = self.quote(self.place(start, end));
        let said = self.place(word.start as usize, end);
        let thing = self.quote(self.place(end - named.len(), end));
        let text = if taken {
            format!("if taking {thing}")
        } else {
            format!("while \"{raw}\"")
        };
        let what = |raw: &str| {
            let label = if taken {
                "who takes it is asked"
            } else {
                "the situation is not in quotes"
            };
            let message = format!("`{raw}` names no situation");
            Diagnostic::new(Code::ClauseShape, said, message, label)
        };
        self.leads_to(stop.line, said, &text, what)
            || taken && self.asked_at_the_end(stop, said, &text, what)
    }

    /// `while on doxycycline for 2 weeks`: a condition stands behind the other clauses, and before the reason.
    fn asked_at_the_end(
        &mut self,
        stop: Stop,
        said: Span,
        text: &str,
        what: impl FnOnce(&str) -> Diagnostic,
    ) -> bool {
        let laid = self.laid(stop.line);
        let end = laid.find(" because ").unwrap_or(laid.len());
        let end = laid.get(..end).unwrap_or_default().trim_end_matches('.');
        let at = stop.line.start as usize + end.len();
        let edits = vec![
            edit(self.with_blank_before(said), ""),
            edit(self.place(at, at), format!(" {text}")),
        ];
        if at < said.end as usize || !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            what(&raw)
                .with_help(format!("write `{text}` at the end of the sentence"))
                .with_edits(edits),
        );
        true
    }
}
