//! What a condition comes to, as far as a state hangs on it.

use crate::eval::diagram::Node;

/// What a condition comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// False under every way of filling in what is not known.
    False,
    /// True under every way.
    True,
    /// It hangs on symptoms alone, and is true while none is there.
    UnlessSymptoms,
    /// It hangs on symptoms alone, and is false while none is there.
    Symptoms,
    /// It hangs on something else.
    Open,
    /// It is not decided here.
    Unclear,
}

impl Verdict {
    /// Either truth.
    pub fn of(truth: bool) -> Self {
        if truth { Self::True } else { Self::False }
    }

    /// Not this.
    pub fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::True => Self::False,
            Self::UnlessSymptoms => Self::Symptoms,
            Self::Symptoms => Self::UnlessSymptoms,
            open => open,
        }
    }

    /// All of these, no two of which hang on the same: the last in the order of the type, unless one is false.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::True;
        for verdict in verdicts {
            if verdict == Self::False {
                return Self::False;
            }
            all = all.max(verdict);
        }
        all
    }

    /// Any of them.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        Self::all(verdicts.into_iter().map(Self::not)).not()
    }

    /// Its node, where it needs no diagram.
    pub fn truth(self) -> Option<Node> {
        match self {
            Self::False => Some(Node::FALSE),
            Self::True => Some(Node::TRUE),
            _ => None,
        }
    }

    /// The same, where a stand-in will do for what it hangs on.
    pub fn stand_in(self) -> Option<Node> {
        match self {
            Self::UnlessSymptoms => Some(Node::UNLESS_SYMPTOMS),
            Self::Symptoms => Some(Node::SYMPTOMS),
            Self::Open => Some(Node::OPEN),
            settled => settled.truth(),
        }
    }
}
