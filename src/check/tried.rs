//! A text that is being typed, held against what a protocol may name.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::checker::Checker;
use super::sentence::LEAST;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use crate::span::Spanned;
use crate::syntax::tree::{Item, Kind};
use crate::vocabulary::{Named, Vocabulary};

/// What is wrong with the names and windows of a few sentences that are to stand beside others.
///
/// Nothing is copied and no other sentence looked at, so that this can be asked at each key: `steps`
/// are the folded titles and labels that points may name. What is not known is noted without advice.
/// A source's key is never known here.
pub(crate) fn tried(
    sources: &Sources,
    vocabulary: &Vocabulary,
    steps: &BTreeSet<String>,
    items: &[Spanned<Item>],
) -> Vec<Diagnostic> {
    let mut checker = Checker::new(sources, Cow::Borrowed(vocabulary));
    checker.steps = Cow::Borrowed(steps);
    checker.quiet = true;
    checker.rules(items, LEAST);
    checker.diagnostics
}

/// Whether a thing of kind `kind` may be declared to lie in the class called `class`, or may refer to it.
pub(crate) fn may_lie_in(vocabulary: &Vocabulary, class: &str, kind: Kind) -> bool {
    match vocabulary.find(class) {
        Some(Named::Thing(id)) => vocabulary.thing(id).kind.may_hold(kind),
        _ => false,
    }
}
