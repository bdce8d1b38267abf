//! `report bleeding that lasts more than 20 minutes`, `avoid flights longer than 4 hours`: a measure behind a name.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Name, TimeUnit};
use crate::vocabulary::Named;

/// How sheets say it, a longer one before its own end.
const MORE: &[&str] = &[
    " that lasts more than",
    " that lasts longer than",
    " that lasts for more than",
    " lasts more than",
    " lasts longer than",
    " lasting more than",
    " lasting longer than",
    " more than",
    " longer than",
];

impl Checker<'_> {
    /// What a sign is measured by, or what is a part of the name of something that is left.
    pub(super) fn longer_than(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let word = MORE.iter().find(|word| lower.ends_with(**word))?;
        let bare = name.text.get(..name.text.len() - word.len())?;
        let mut follows = self.follows(name)?.split_whitespace();
        let (number, unit) = (
            follows.next()?,
            follows.next()?.trim_end_matches([',', '.']),
        );
        let counts = number.starts_with(|letter: char| letter.is_ascii_digit());
        let words: Vec<&str> = bare.split_whitespace().collect();
        if !counts || !self.is_known(&words, role) {
            return None;
        }
        let amount = format!("{number} {unit}");
        match role {
            Role::Symptom(_) => {
                let measure = if TimeUnit::from_word(unit).is_some() {
                    "lasting"
                } else {
                    "above"
                };
                Some(
                    unknown(name)
                        .with_help(format!("write `{bare} {measure} {amount}`"))
                        .with_fix(name.span, format!("{bare} {measure}")),
                )
            }
            Role::Restrict(_) => {
                let Named::Thing(id) = self.read(bare)?.named else {
                    return None;
                };
                let kind = self.vocabulary.thing(id).kind.word();
                Some(unknown(name).with_help(format!(
                    "how long or how much is a part of the name: declare `{kind} \"{} {amount}\" in {bare}`, and the \
                     sentence reads as it stands",
                    name.text
                )))
            }
            _ => None,
        }
    }
}
