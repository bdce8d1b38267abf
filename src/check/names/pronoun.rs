//! `take it off`, `wash them daily`: a word that stands for a thing names none, wherever it stands.

use super::Role;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Name;

/// Words that stand for a thing which another sentence names.
const PRONOUNS: &[&str] = &[
    "it",
    "itself",
    "ones",
    "that",
    "them",
    "themselves",
    "these",
    "they",
    "this",
    "those",
];

/// What may stand beside such a word and makes no name of it.
const BESIDE: &[&str] = &[
    "all", "alone", "any", "away", "back", "both", "down", "dry", "in", "of", "off", "on", "out",
    "up",
];

/// Words of somebody who is not to be treated at all: `do not have it if you are allergic to fish`.
const TREATED: &[&str] = &[
    "have it",
    "get it",
    "have this",
    "have the treatment",
    "have this done",
    "have this treatment",
    "have it done",
];

/// What says that.
const REFUSE: &str =
    "whom the treatment is not for is said by `refuse`, as in `refuse if pregnant`";

/// Whether these words name nothing: a pronoun, and what may stand beside it; or `off` alone.
pub(super) fn names_nothing(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let small = |word: &str| PRONOUNS.contains(&word) || BESIDE.contains(&word);
    let stands = |word: &str| PRONOUNS.contains(&word);
    lower == "off"
        || is_done_to_it(&lower)
        || TREATED.contains(&lower.as_str())
        || lower.split_whitespace().any(stands) && words.all(small)
}

/// `cut it`, `pick at it`: a deed, done to what is not said. `let it dry` says what is done.
fn is_done_to_it(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        ["let" | "leave" | "have", ..] => false,
        [_, "it" | "them"] => true,
        [_, between, "it" | "them"] => {
            BESIDE.contains(between) || ["at", "with", "around"].contains(between)
        }
        _ => false,
    }
}

impl Checker<'_> {
    /// A pronoun in the place of a name.
    pub(super) fn pronoun(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let first = lower.split_whitespace().next()?;
        let starts = ["it", "them", "they"].contains(&first);
        if !starts && !names_nothing(&lower) {
            return None;
        }
        let taken_off = lower.ends_with(" off") && matches!(role, Role::Duty(..));
        let help = if TREATED.contains(&lower.as_str()) {
            REFUSE
        } else if taken_off {
            "name the thing, as in `remove dressing at 24 hours`: each sentence stands alone"
        } else {
            "name the thing itself: each sentence stands alone, and the one above does not say what is meant here"
        };
        Some(stands_for(name).with_help(help))
    }

    /// A pronoun in a condition, where what it does is no sign: `it lasts`.
    pub(crate) fn pronoun_asked(&self, name: &Name) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let (first, rest) = lower.split_once(' ').unwrap_or((&lower, ""));
        const COMES: &[&str] = &[
            "happen", "happens", "is", "lasts", "occur", "occurs", "persists",
        ];
        let starts = ["it", "them", "they"].contains(&first)
            || names_nothing(&lower)
            || names_nothing(first) && COMES.contains(&rest.split(' ').next().unwrap_or_default());
        if !starts || name.quoted || self.does(&name.text).is_some() || self.is_persisting(&lower) {
            return None;
        }
        Some(stands_for(name).with_help(
            "name the sign itself, as in `SIGN spreading` and `SIGN lasting 2 days`, with what one sees for SIGN: each \
             sentence stands alone, and the one above does not say what is meant here",
        ))
    }

    /// Refuses a pronoun that is declared as a thing, or put in quotes; whether it is one.
    pub(crate) fn declared_pronoun(&mut self, name: &Name) -> bool {
        let is_one = names_nothing(&name.text);
        if is_one {
            let help = if TREATED.contains(&name.text.to_lowercase().as_str()) {
                REFUSE
            } else {
                "name the thing itself, wherever it is spoken of"
            };
            self.report(stands_for(name).with_help(help));
        }
        is_one
    }
}

/// A name that stands for another.
fn stands_for(name: &Name) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownName,
        name.span,
        format!("`{}` stands for a thing and names none", name.text),
        "which thing?",
    )
}

#[cfg(test)]
mod tests {
    use super::names_nothing;

    #[test]
    fn a_pronoun_names_nothing() {
        for text in [
            "it",
            "It off",
            "them",
            "this",
            "off",
            "all of it",
            "have it",
            "cut it",
            "pick at it",
        ] {
            assert!(names_nothing(text), "{text}");
        }
        for text in ["let it air-dry", "this area", "peeling off", "dry", "on"] {
            assert!(!names_nothing(text), "{text}");
        }
    }
}
