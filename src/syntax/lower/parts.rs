//! A sentence's clauses as they were written, before they are sorted into the tree.

use crate::number::Number;
use crate::span::Span;
use crate::syntax::tree::{Clause, Deadline, Frequency, QuantityKind, Things, TimeUnit, Who};

/// A clause, or one of the parts of a `report` or an `allow` that stand among the clauses.
#[derive(Clone)]
pub(super) enum Part {
    Clause(Clause),
    /// `to clinic or 111`
    To(Who, Option<Who>),
    Otherwise(Who),
    Soon(Deadline),
    ButNot(Things),
}

/// What a clause is, to be counted and ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Place,
    Quantity,
    Frequency,
    Concerns,
    Typical,
    Window,
    While,
    ExceptWhile,
    Using,
    Manner,
    By,
    If,
    Unless,
    IfUnavoidable,
    Except,
    Instead,
    Because,
    Sources,
    Accept,
    To,
    Otherwise,
    Soon,
    ButNot,
}

impl Kind {
    /// What messages call it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Place => "a place",
            Self::Quantity => "a quantity",
            Self::Frequency => "how often",
            Self::Concerns => "a concern",
            Self::Typical => "when it mostly comes",
            Self::Window => "a window",
            Self::While => "a situation",
            Self::ExceptWhile => "an `except while`",
            Self::Using => "what it is done with",
            Self::Manner => "a manner",
            Self::By => "a `by`",
            Self::If => "an `if`",
            Self::Unless => "an `unless`",
            Self::IfUnavoidable => "an `if unavoidable`",
            Self::Except => "an `except`",
            Self::Instead => "an `instead`",
            Self::Because => "a `because`",
            Self::Sources => "a list of sources",
            Self::Accept => "an `accept`",
            Self::To => "whom to call",
            Self::Otherwise => "whom to call otherwise",
            Self::Soon => "how soon to call",
            Self::ButNot => "a `but not`",
        }
    }

    /// Whether it must stand before `if` and `unless`.
    pub(super) fn goes_first(self) -> bool {
        matches!(
            self,
            Self::Window | Self::Quantity | Self::Frequency | Self::Soon | Self::ButNot
        )
    }
}

/// A clause and where it stands.
#[derive(Clone)]
pub(super) struct Placed {
    pub kind: Kind,
    pub span: Span,
    pub lead: bool,
    /// None where it was refused.
    pub part: Option<Part>,
}

impl Placed {
    /// Whether this is the length of one application, where another window says when.
    pub(super) fn is_application(&self) -> bool {
        match &self.part {
            Some(Part::Clause(Clause::Window(window))) => window.is_application(true),
            _ => false,
        }
    }

    /// Whether it is a length in minutes: of `for 10 minutes every hour for the first 24 hours` that of one time.
    pub(super) fn is_in_minutes(&self) -> bool {
        match &self.part {
            Some(Part::Clause(Clause::Window(window))) => window.is_application(false),
            _ => false,
        }
    }

    /// A length of time that has no word before it: `2 weeks`, `12..24 hours`.
    pub(super) fn bare_time(&self) -> Option<(Number, Option<Number>, TimeUnit)> {
        let Some(Part::Clause(Clause::Quantity(quantity))) = &self.part else {
            return None;
        };
        match &quantity.kind {
            QuantityKind::Amount {
                bound: None,
                low,
                high,
                unit,
            } => Some((*low, *high, TimeUnit::from_word(&unit.text)?)),
            _ => None,
        }
    }

    /// The frequency, where this is one.
    pub(super) fn frequency(&self) -> Option<&Frequency> {
        match &self.part {
            Some(Part::Clause(Clause::Frequency(frequency))) => Some(frequency),
            _ => None,
        }
    }
}
