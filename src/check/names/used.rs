//! `avoid wearing makeup`, `avoid taking aspirin`: that a thing is used goes without saying.

use super::Role;
use super::reading::without_article;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};

/// What one goes to: what is done there is named.
const GONE_TO: &[Kind] = &[Kind::Procedure, Kind::Activity, Kind::Situation];

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
    ("attend", GONE_TO),
    ("attending", GONE_TO),
    ("get", &[Kind::Procedure]),
    ("getting", &[Kind::Procedure]),
    (
        "have",
        &[Kind::Food, Kind::Drink, Kind::Procedure, Kind::Activity],
    ),
    ("visit", GONE_TO),
    ("visiting", GONE_TO),
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
        let thing = without_article(thing);
        let words: Vec<&str> = thing.split_whitespace().collect();
        let kind = self.kind_in(&words, Role::Restrict("avoid"))?;
        if !kinds.contains(&kind) {
            return None;
        }
        // `do not visit saunas`: a thing is no deed.
        Some(match self.ban_before(name) {
            Some(ban) if ["do not", "never"].contains(&head) => unknown(name)
                .with_help(format!("write `avoid {thing}`, which is the same"))
                .with_fix(ban.to(name.span), format!("avoid {thing}")),
            _ => unknown(name)
                .with_help(format!("write `{head} {thing}`, which is the same"))
                .with_fix(name.span, thing),
        })
    }
}
