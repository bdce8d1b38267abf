//! `keep dry except cleansing`, `avoid baths except healed`: what `except` and `but not` leave out is a thing. In the
//! place of other kinds the clause that suits them would let the sentence hold then alone, which is the contrary.

use super::Role;
use crate::check::checker::Checker;
use crate::syntax::tree::{Kind, Name};

/// What leaves out what stands behind it.
const LEAVING_OUT: &[&str] = &[" except", " except for", " but not"];

impl Checker<'_> {
    /// Whether a name stands among those that a sentence leaves out.
    pub(super) fn is_left_out(&self, name: &Name) -> bool {
        let before = self.precedes(name).unwrap_or_default().to_lowercase();
        let ends = LEAVING_OUT
            .iter()
            .filter_map(|word| Some(before.rfind(&format!("{word} "))? + word.len()));
        // A list may go on there, and no other clause.
        ends.max().is_some_and(|end| {
            let listed = before.get(end..).unwrap_or_default();
            let clauses = [
                " because ",
                " if ",
                " unless ",
                " while ",
                " until ",
                " for ",
            ];
            !clauses.iter().any(|clause| listed.contains(clause))
        })
    }

    /// What to write where what is left out is no thing.
    pub(super) fn left_out(&self, name: &Name, kind: Kind, role: Role) -> Option<String> {
        if !self.is_left_out(name) {
            return None;
        }
        let text = &name.text;
        match kind {
            Kind::Place => Some(format!(
                "`except` leaves out things: what is not to be done there is forbidden on a line of its own, as in \
                 `avoid ... on {text}`"
            )),
            Kind::Situation => Some(self.instead_of_situation(text, role)),
            Kind::Event | Kind::Symptom => Some(format!(
                "`except` leaves out things: whom the sentence leaves out follows `unless`, as in `unless {text}`"
            )),
            _ => None,
        }
    }

    /// `cleansing` of `keep dry except cleansing`: the deeds that are called so can be left out.
    fn instead_of_situation(&self, text: &str, role: Role) -> String {
        let named = match self.sharing_last_word(text, role).first() {
            Some(deed) => format!(
                "name what may be done, as in `except {}`, or the situation, `except while {text}`",
                deed.trim_matches('`')
            ),
            None => format!("write `except while {text}`"),
        };
        format!(
            "`except` leaves out things: {named}; `while {text}` would hold only then, which is the contrary"
        )
    }
}
