//! From the grammar's pairs to the tree, one file per chapter of the grammar. What has two readings,
//! or none that makes sense, is refused here, in words and with a text that mends it.

mod after_a_time;
mod any_of;
mod attribute;
mod behind_condition;
mod beyond;
mod but_not;
mod cap;
mod clause;
mod condition;
mod day_cap;
mod declaration;
mod deed;
mod duration;
mod each_session;
mod extent;
mod file;
mod frequency;
mod had_within;
mod head;
mod header;
mod instead;
mod lasting;
mod leaning;
mod length_after;
mod length_before;
mod logic;
mod merge;
mod name;
mod not_yet;
mod once;
mod or_until;
mod order;
mod parts;
mod places;
mod point;
mod purpose;
mod quantity;
mod quantity_fits;
mod scenario;
mod sentence;
mod session_count;
mod split;
mod steps;
mod straight;
mod things;
mod twice;
mod typical;
mod variant;
mod whichever;
mod window;

pub(crate) use beyond::PART_OF_NAME;
pub(crate) use duration::number_word;
pub(super) use file::Before;
pub(crate) use name::has_single_blanks;
#[cfg(test)]
pub(super) use name::single_blanks;
pub(super) use quantity::strength;

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use crate::syntax::MAX_MISTAKES;
use crate::syntax::grammar::Rule;

/// What lowering needs to know of the text, and the mistakes that it has found.
pub(super) struct Lower<'t> {
    pub(super) source: SourceId,
    /// The author's text.
    pub(super) text: &'t str,
    /// The text that the grammar read.
    pub(super) laid_out: &'t str,
    /// The byte of `laid_out` at which the piece starts that the pairs are of.
    pub(super) base: usize,
    /// Where line ends were joined away.
    pub(super) joins: &'t [u32],
    /// What the sentence being lowered does, where something in it has two readings.
    pub(super) leaning: leaning::Leaning,
    /// A text is only tried out: what cannot be read is noted and not explained.
    pub(super) quiet: bool,
    /// The mistakes.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Room for the clauses of a sentence.
    room: Vec<parts::Placed>,
}

impl<'t> Lower<'t> {
    /// To lower the pairs of `laid_out`, which is `text` laid out.
    pub(super) fn new(
        source: SourceId,
        text: &'t str,
        laid_out: &'t str,
        joins: &'t [u32],
    ) -> Self {
        Self {
            source,
            text,
            laid_out,
            base: 0,
            joins,
            leaning: leaning::Leaning::default(),
            quiet: false,
            diagnostics: Vec::new(),
            room: Vec::new(),
        }
    }

    /// Where a pair stands in the author's text.
    pub(super) fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        self.place(self.base + span.start(), self.base + span.end())
    }

    /// The bytes from `start` to `end`, moved out to the ends of characters.
    pub(super) fn place(&self, start: usize, end: usize) -> Span {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span::new(
            self.source,
            narrow(floor(self.text, start)),
            narrow(ceil(self.text, end)),
        )
    }

    /// What the author wrote at `span`.
    pub(super) fn raw(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// What the author wrote at `span`, on one line, to stand in a message or a fix.
    pub(super) fn quote(&self, span: Span) -> String {
        name::single_blanks(self.raw(span))
    }

    /// Notes that something cannot be read, where a text is only tried out.
    pub(super) fn refuse_quietly(&mut self, span: Span) {
        self.refuse(Diagnostic::new(Code::Syntax, span, "", ""));
    }

    /// Notes a mistake.
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < MAX_MISTAKES {
            self.diagnostics.push(diagnostic.naming_things());
        }
    }
}

/// The last start of a character at or before byte `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    if text.is_char_boundary(at) {
        return at;
    }
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .take(4)
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// The first start of a character at or after byte `at`.
fn ceil(text: &str, at: usize) -> usize {
    if text.is_char_boundary(at) {
        return at;
    }
    let at = at.min(text.len());
    (at..=text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}
