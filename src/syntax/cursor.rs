//! The one way to walk over what the grammar read.
//!
//! - `presume` takes what the grammar says must come: that it is not there is our bug, and this the
//!   one place that may panic;
//! - `accept` takes what may come;
//! - `end` says that nothing is left unread.

use pest::iterators::{Pair, Pairs};

use crate::syntax::grammar::Rule;

/// A walk over the parts of one rule's match, from left to right.
pub(super) struct Cursor<'i> {
    of: Rule,
    pairs: Pairs<'i, Rule>,
    /// The next part, made once and looked at often.
    ahead: Option<Pair<'i, Rule>>,
}

impl<'i> Cursor<'i> {
    /// Over the parts of `pair`.
    pub(super) fn into(pair: Pair<'i, Rule>) -> Self {
        let of = pair.as_rule();
        let mut pairs = pair.into_inner();
        let ahead = pairs.next();
        Self { of, pairs, ahead }
    }

    /// The next part, whatever it is.
    pub(super) fn next(&mut self) -> Option<Pair<'i, Rule>> {
        let ahead = self.ahead.take()?;
        self.ahead = self.pairs.next();
        Some(ahead)
    }

    /// The next part, which is there in every match.
    pub(super) fn any(&mut self) -> Pair<'i, Rule> {
        match self.next() {
            Some(pair) => pair,
            None => self.bug("something"),
        }
    }

    /// The next part, which is a `rule` in every match.
    pub(super) fn presume(&mut self, rule: Rule) -> Pair<'i, Rule> {
        match self.accept(rule) {
            Some(pair) => pair,
            None => self.bug(&format!("{rule:?}")),
        }
    }

    /// The next part if it is a `rule`.
    pub(super) fn accept(&mut self, rule: Rule) -> Option<Pair<'i, Rule>> {
        if self.peek() == Some(rule) {
            self.next()
        } else {
            None
        }
    }

    /// Whether the next part is a `rule`; takes it if so.
    pub(super) fn took(&mut self, rule: Rule) -> bool {
        self.accept(rule).is_some()
    }

    /// Which rule the next part is of.
    pub(super) fn peek(&self) -> Option<Rule> {
        self.ahead.as_ref().map(Pair::as_rule)
    }

    /// Makes sure that nothing is left.
    pub(super) fn end(self) {
        if let Some(rule) = self.peek() {
            self.bug(&format!("the end, not {rule:?}"));
        }
    }

    #[expect(
        clippy::panic,
        reason = "the grammar and the lowering disagree: a bug of ours that no text may hide"
    )]
    fn bug(&self, wanted: &str) -> ! {
        panic!("in {:?}, the lowering wants {wanted}", self.of)
    }
}
