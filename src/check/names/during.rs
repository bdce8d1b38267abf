//! `while the blister is open`, `while there is redness`: a symptom is no situation of the day. As a situation the
//! words would be printed and would ask nobody, whether he has the symptom or not.

use super::Role;
use super::turned::turns;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::Named;

/// Words before a symptom that say no more than that it is there.
const THERE: &[&str] = &[
    "a", "any", "are", "have", "having", "is", "some", "still", "the", "there", "with", "you",
];

impl Checker<'_> {
    /// Offers `if`, where words behind `while` say that a symptom is there.
    pub(super) fn during_symptom(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        if role != Role::Situation || words.iter().any(|word| turns(word)) {
            return None;
        }
        let before = words.iter().take_while(|word| {
            let word = word.to_lowercase();
            THERE.contains(&word.as_str())
        });
        let said = words.get(before.count()..)?;
        let symptom = (1..=said.len()).rev().find_map(|length| {
            let front = said.get(..length)?;
            let Named::Thing(id) = self.read_words(front)?.named else {
                return None;
            };
            let is_symptom = self.vocabulary.thing(id).kind == Kind::Symptom;
            is_symptom.then(|| front.join(" "))
        })?;
        Some(unknown(name).with_help(format!(
            "what holds only with a symptom is asked for at the end, behind `if`: `if {symptom}`"
        )))
    }
}
