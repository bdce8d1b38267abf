//! What has two readings is refused with both of them; which one comes first, or alone, is what hurts nobody.

use pest::iterators::Pair;

use crate::syntax::grammar::Rule;

/// What a sentence does, as far as that says which reading is the cautious one.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::syntax) enum Leaning {
    /// `refuse if`, `defer if` and nothing turned round: a longer time leaves nobody out.
    Refusal,
    /// `report`: a sign must not count later than it may.
    Warning,
    /// `avoid`, `limit`: earlier from, later until.
    Restriction,
    /// `allow`, `resume`: later from, earlier until.
    Permission,
    /// A duty, and what computes nothing.
    #[default]
    Other,
}

impl Leaning {
    /// That of a sentence or a step.
    pub(super) fn of(sentence: &Pair<'_, Rule>) -> Self {
        let turned = [" not ", " unless "];
        let head = sentence.clone().into_inner().find_map(|part| {
            Some(match part.as_rule() {
                Rule::refuse | Rule::defer => Self::Refusal,
                Rule::report => Self::Warning,
                Rule::avoid | Rule::limit => Self::Restriction,
                Rule::allow | Rule::resume => Self::Permission,
                _ => return None,
            })
        });
        match head {
            Some(Self::Refusal) if turned.iter().any(|word| sentence.as_str().contains(word)) => {
                Self::Other
            }
            head => head.unwrap_or_default(),
        }
    }
}
