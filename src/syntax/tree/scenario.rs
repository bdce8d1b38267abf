//! Scenarios (LANGUAGE.md, 3.12): a patient, and what the plan is to say.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::{Date, Name, Text};
use crate::span::{Span, Spanned};

/// `scenario "type V skin" { given skin type V ... }`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scenario {
    /// What it is called.
    pub name: Text,
    /// Its lines, in order.
    pub lines: Vec<Spanned<ScenarioLine>>,
}

/// One line of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ScenarioLine {
    /// `given skin type V, age 34`
    Given(Vec<Spanned<Known>>),
    /// `on day 10 then avoid direct sun`
    Expected(Expected),
    /// `| V | 10 | avoid |`: the text of each cell; an empty one says nothing
    Row(Vec<Spanned<String>>),
}

/// Something that is known of the patient.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Known {
    /// `treated 2026-06-01 at 10:30`
    Treated {
        /// On which day.
        on: Date,
        /// At what time.
        at: Option<NaiveTime>,
    },
    /// `skin type V`, `not pregnant`, `healed on day 5`
    Said {
        /// As it was written, blanks single.
        words: Spanned<String>,
        /// When it was or has been so.
        when: Option<KnownWhen>,
    },
}

/// When something was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KnownWhen {
    /// `on day 5`, `since 2026-06-05`
    On(Spanned<ScenarioDay>),
    /// `last taken 2026-01-31`
    LastTaken(Spanned<ScenarioDay>),
}

impl KnownWhen {
    /// The day.
    #[must_use]
    pub fn day(&self) -> Spanned<ScenarioDay> {
        match self {
            Self::On(day) | Self::LastTaken(day) => *day,
        }
    }
}

/// A day of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ScenarioDay {
    /// `day 5`, counted from the treatment on day 0; `day -30` is before it
    Day(i32),
    /// `2026-06-06`
    Date(Date),
}

/// What the plan is to say.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Expected {
    /// `on day 10`: the day that is asked about; the day of the treatment where it is not said.
    pub on: Option<Spanned<ScenarioDay>>,
    /// `at 09:00`
    pub at: Option<NaiveTime>,
    /// What.
    pub outcome: Spanned<Outcome>,
}

/// One thing that the plan is to say.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// `avoid direct sun`, `not covered makeup`
    Answer {
        /// Which answer.
        answer: AnswerWord,
        /// About what, as it was written.
        thing: Spanned<String>,
    },
    /// `refused`
    Refused,
    /// `deferred until 2026-12-01`
    Deferred(Option<Spanned<ScenarioDay>>),
    /// `contact`
    Contact,
    /// `first free day of retinoids is 2026-06-08`
    FirstFree {
        /// Of what, as it was written.
        thing: Spanned<String>,
        /// Which day.
        day: Spanned<ScenarioDay>,
    },
    /// `asks skin type`
    Asks(Spanned<String>),
    /// `says sun "until healed"`
    Says {
        /// Whether it is to be said.
        saying: Saying,
        /// The sentence's label.
        label: Name,
        /// Words that the plan is to have for it.
        words: Option<Text>,
    },
}

/// The answers about a thing (3.5), and how sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AnswerWord {
    /// `avoid`
    Avoid,
    /// `provisionally avoid`
    ProvisionallyAvoid,
    /// `better not`
    BetterNot,
    /// `provisionally better not`
    ProvisionallyBetterNot,
    /// `allowed`
    Allowed,
    /// `not covered`
    NotCovered,
}

impl AnswerWord {
    /// All of them, a longer one before its own end.
    pub const ALL: &[Self] = &[
        Self::ProvisionallyAvoid,
        Self::Avoid,
        Self::ProvisionallyBetterNot,
        Self::BetterNot,
        Self::Allowed,
        Self::NotCovered,
    ];

    /// How it is written.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Avoid => "avoid",
            Self::ProvisionallyAvoid => "provisionally avoid",
            Self::BetterNot => "better not",
            Self::ProvisionallyBetterNot => "provisionally better not",
            Self::Allowed => "allowed",
            Self::NotCovered => "not covered",
        }
    }
}

/// Whether a sentence is to be in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Saying {
    /// `says`: settled
    Says,
    /// `provisionally says`: as long as something is not known
    Provisionally,
    /// `does not say`
    Not,
}

impl Saying {
    /// How it is written.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Provisionally => "provisionally says",
            Self::Not => "does not say",
        }
    }
}

impl Scenario {
    /// Its rows, the one that heads them first.
    pub fn rows(&self) -> impl Iterator<Item = (Span, &[Spanned<String>])> {
        self.lines.iter().filter_map(|line| match &line.node {
            ScenarioLine::Row(cells) => Some((line.span, cells.as_slice())),
            ScenarioLine::Given(_) | ScenarioLine::Expected(_) => None,
        })
    }
}
