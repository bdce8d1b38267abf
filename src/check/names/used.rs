//! `avoid wearing makeup`, `avoid taking aspirin`: that a thing is used goes without saying.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};

/// What one does with things that are named without it, and with which kinds.
const USING: &[(&str, &[Kind])] = &[
    ("applying", &[Kind::Substance, Kind::Product, Kind::Tool]),
    ("consuming", &[Kind::Food, Kind::Drink]),
    ("drinking", &[Kind::Drink]),
    ("eating", &[Kind::Food]),
    (
        "having",
        &[Kind::Food, Kind::Drink, Kind::Procedure, Kind::Activity],
    ),
    ("taking", &[Kind::Medicine, Kind::Activity]),
    (
        "using",
        &[Kind::Substance, Kind::Product, Kind::Tool, Kind::Garment],
    ),
    ("wearing", &[Kind::Garment, Kind::Product, Kind::Tool]),
];

impl Checker<'_> {
    /// The thing alone, behind a word that forbids or allows it.
    pub(super) fn used(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Restrict(head) = role else {
            return None;
        };
        let (verb, thing) = name.text.split_once(' ')?;
        let verb = verb.to_lowercase();
        let (_, kinds) = USING.iter().find(|(word, _)| *word == verb)?;
        let words: Vec<&str> = thing.split_whitespace().collect();
        let kind = self.kind_in(&words, role)?;
        kinds.contains(&kind).then(|| {
            unknown(name)
                .with_help(format!("write `{head} {thing}`, which is the same"))
                .with_fix(name.span, thing)
        })
    }
}
