//! `cover wound for 3 days, change plaster daily`: whether the time of the first sentence is that of the second, too.

use crate::diagnostic::Edit;
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::tree::TimeUnit;

/// The times that a sentence holds for.
const WINDOWS: &[Rule] = &[
    Rule::for_window,
    Rule::long_window,
    Rule::until_window,
    Rule::from_window,
    Rule::after_window,
    Rule::once_window,
    Rule::on_window,
    Rule::word_window,
    Rule::course_window,
];

/// The words with which a sentence leaves something.
const LEAVES: &[&str] = &["avoid", "no", "do not", "don't", "never", "stop"];

/// The clauses before which a time stands.
const BEHIND: &[&str] = &[" if ", " unless ", " because "];

impl Lower<'_> {
    /// The time of a sentence, for a second one that has none: the help that says so, and the edit that adds it. What is
    /// left has another time than what is done, and minutes are how long something is done: neither is offered.
    pub(super) fn same_time(&self, first: Span, second: Span) -> Option<(String, Edit)> {
        let window = self.window_in(first)?;
        let is_amount = self
            .laid(window)
            .split([' ', ',', '.'])
            .any(|word| TimeUnit::from_word(word) == Some(TimeUnit::Minute));
        if is_amount || self.leaves(first) != self.leaves(second) {
            return None;
        }
        // What stands in front or is done once has a time, too.
        let laid = self.laid(second);
        if self.has_time(second) {
            return None;
        }
        let length = laid.trim_end_matches('.').len();
        let end = BEHIND.iter().filter_map(|word| laid.find(word)).min();
        let at = second.start as usize + end.unwrap_or(length);
        let time = self.quote(window);
        let help = format!("if it is for the same time, it says so, too: `{time}`");
        Some((help, edit(self.place(at, at), format!(" {time}"))))
    }

    /// Whether a sentence leaves something.
    fn leaves(&self, sentence: Span) -> bool {
        let laid = self.laid(sentence).trim_start();
        LEAVES.iter().any(|word| {
            let behind = laid.strip_prefix(word);
            behind.is_some_and(|behind| behind.starts_with(' '))
        })
    }

    /// Whether a sentence says for how long it holds.
    pub(super) fn has_time(&self, sentence: Span) -> bool {
        self.window_in(sentence).is_some() || self.reread(Rule::lead, sentence).is_some()
    }

    /// The time that a sentence says behind its head.
    fn window_in(&self, sentence: Span) -> Option<Span> {
        let (pair, _) = self.reread(Rule::sentence, sentence)?;
        let mut parts = pair.into_inner();
        let window = parts.find(|part| WINDOWS.contains(&part.as_rule()))?;
        let (start, end) = (window.as_span().start(), window.as_span().end());
        let at = sentence.start as usize;
        Some(self.trimmed(self.place(at + start, at + end)))
    }
}
