//! `cover wound for 3 days, change plaster daily`, `no smoking and no alcohol for 3 days`: whether the time of one sentence
//! is that of the other, too.

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
    /// The time of a sentence, for another one that has none: the help that says so, and the edit that adds it. What is
    /// left has another time than what is done, and minutes are how long something is done: neither is offered.
    pub(super) fn same_time(&self, timed: Span, other: Span) -> Option<(String, Edit)> {
        if self.leaves(timed) != self.leaves(other) {
            return None;
        }
        let (time, edit) = self.time_for(timed, other)?;
        let which = if timed.start < other.start {
            "it"
        } else {
            "the first"
        };
        let help = format!("if {which} is for the same time, it says so, too: `{time}`");
        Some((help, edit))
    }

    /// The time of a sentence, and the edit that adds it to another one that has none.
    pub(super) fn time_for(&self, timed: Span, other: Span) -> Option<(String, Edit)> {
        let window = self.window_in(timed)?;
        let is_amount = self
            .laid(window)
            .split([' ', ',', '.'])
            .any(|word| TimeUnit::from_word(word) == Some(TimeUnit::Minute));
        // What stands in front or is done once has a time, too.
        if is_amount || self.has_time(other) {
            return None;
        }
        let laid = self.laid(other);
        let length = laid.trim_end_matches(['.', ',']).len();
        let end = BEHIND.iter().filter_map(|word| laid.find(word)).min();
        let at = other.start as usize + end.unwrap_or(length);
        let time = self.quote(window);
        let edit = edit(self.place(at, at), format!(" {time}"));
        Some((time, edit))
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

/// The edit that parts two sentences, and the one that adds a time to one of them, as one where they touch.
pub(super) fn with_time(apart: Edit, timed: Option<Edit>) -> Vec<Edit> {
    match timed {
        Some(timed) if timed.span.start == apart.span.start => {
            vec![edit(apart.span, format!("{}{}", timed.text, apart.text))]
        }
        timed => std::iter::once(apart).chain(timed).collect(),
    }
}
