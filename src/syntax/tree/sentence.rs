//! A sentence: what to do, leave, expect or report, and what is said about it.

use serde::{Deserialize, Serialize};

use super::{AttributeUse, Clause, Duration, DurationRange, Name, Point, Qualifier, Text};
use crate::number::Number;
use crate::span::Spanned;

/// `if swelling, ice: should apply cold compress 10 minutes because "it soothes"`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sentence {
    /// A window or condition in front, closed by a comma. Lowering has moved it among the clauses,
    /// so this only keeps what the author chose for the formatter.
    pub lead: Option<Lead>,
    /// `sun:`
    pub label: Option<Name>,
    /// `should`: the sentence advises.
    pub should: bool,
    /// What it is about.
    pub head: Spanned<Head>,
    /// What is said about it, in the order written; a lead comes first.
    pub clauses: Vec<Spanned<Clause>>,
}

/// Which clause the author put in front of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lead {
    /// `for 24 hours, avoid makeup`
    Window,
    /// `if swelling, apply cold compress`
    If,
}

/// What a sentence is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Head {
    /// `avoid retinoids`, `no makeup`, `do not scratch`, `never sunbathe`, `stop aspirin`
    Avoid {
        /// The word used.
        word: AvoidWord,
        /// What to leave.
        things: Things,
    },
    /// `use sunscreen`, `drink water`, `use only mineral makeup`
    Duty {
        /// The verb.
        verb: Spanned<Verb>,
        /// `only`
        only: bool,
        /// With what.
        things: Things,
    },
    /// `sleep with head raised`: a declared action's own words
    Action(Name),
    /// `allow mineral makeup but not foundation`
    Allow {
        /// What may be done again.
        things: Things,
        /// What may not.
        but_not: Option<Things>,
    },
    /// `resume retinoids`
    Resume(Things),
    /// `limit alcohol to 1 drink per day`, `limit laser to 3 times per year`, `limit sun to a minimum`
    Limit {
        /// What.
        things: Things,
        /// To how much; none is `a minimum`.
        cap: Option<Spanned<Cap>>,
    },
    /// `expect redness and swelling`
    Expect(Things),
    /// `report fever above 38 C to clinic otherwise emergency services within 2 hours`
    Report {
        /// What.
        things: Things,
        /// To whom; the clinic where none is written.
        to: Option<Spanned<Who>>,
        /// To whom if that fails.
        otherwise: Option<Spanned<Who>>,
        /// How soon.
        within: Option<Spanned<Deadline>>,
    },
    /// `steps "Evening routine" { cleanse face, then apply serum }`
    Steps {
        /// What the steps are for.
        title: Text,
        /// The steps, in order.
        items: Vec<StepItem>,
    },
    /// `sessions 3..6 every 4..6 weeks`, `sessions every 4 weeks`, `sessions 3..6 at least 8 weeks apart`
    Sessions {
        /// How many.
        count: SessionCount,
        /// How far apart.
        every: Option<DurationRange>,
        /// Whether that is the least.
        at_least: bool,
    },
    /// `maintenance every 6..12 months`
    Maintenance {
        /// How far apart.
        every: DurationRange,
    },
    /// `visit "suture removal" 7 days after treatment`
    Visit {
        /// What for.
        title: Text,
        /// Whether `about` stands before it, which is printed and changes no date.
        about: bool,
        /// Whether `at least` does: it is not sooner than that.
        at_least: bool,
        /// When.
        point: Spanned<Point>,
    },
    /// `refuse if pregnant`
    Refuse,
    /// `defer until 6 months after isotretinoin last taken`
    Defer {
        /// Until when, where it is said.
        until: Option<Spanned<Point>>,
    },
    /// `caution "thin skin over bone"`
    Caution(Text),
    /// `ask prescriber "whether aspirin may be paused"`, `ask prescriber about aspirin`
    AskPrescriber(Matter),
    /// `ask clinic "which serum to use"`, `ask clinic about aspirin`
    AskClinic(Matter),
    /// `tell clinic "that you smoke"`, `tell clinic about cold sores and aspirin`
    TellClinic(Matter),
    /// `prepare "arrive without makeup"`, `prepare ice packs`, `prepare wear loose clothing`
    Prepare(Matter),
    /// `note "results build over months"`
    Note(Text),
}

/// How many sessions a course has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionCount {
    /// `sessions 4`
    Exactly(Spanned<u32>),
    /// `sessions 3..6`
    Between(Spanned<u32>, Spanned<u32>),
    /// `sessions at least 4`, `sessions 4 or more`: without a maximum
    AtLeast(Spanned<u32>),
    /// `sessions up to 6`, `sessions at most 6`
    UpTo(Spanned<u32>),
    /// `sessions usually 3..6 every 4 weeks`: how many there mostly are, and so neither the least nor the most
    Usually(Spanned<u32>, Option<Spanned<u32>>),
    /// `sessions every 4 weeks`: how many is not said
    Open,
}

/// What is asked, told or prepared before the treatment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Matter {
    /// `"arrive without makeup"`
    Text(Text),
    /// `about cold sores and aspirin`; of `prepare` without the `about`
    Things(Things),
    /// `wear loose clothing`: of `prepare`
    Deed {
        /// What is to be done with them.
        verb: Spanned<Verb>,
        /// The things.
        things: Things,
        /// How, where and how often it is done.
        own: Vec<Spanned<Clause>>,
    },
}

/// The words for leaving something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AvoidWord {
    /// `avoid X`
    Avoid,
    /// `no X`
    No,
    /// `do not X`
    DoNot,
    /// `never X`
    Never,
    /// `stop X`
    Stop,
}

/// A verb of the closed list, as an index into [`crate::vocabulary::VERBS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Verb(pub(crate) u8);

/// `retinoids, alpha hydroxy acids and exfoliants, including scrubs`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Things {
    /// How the list is joined.
    pub word: ListWord,
    /// The things.
    pub things: Vec<Spanned<Thing>>,
    /// `including scrubs`: examples, which add nothing.
    pub including: Vec<Spanned<Thing>>,
}

/// What joins a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ListWord {
    /// `A and B`, `A, B`, a single thing
    And,
    /// `A or B`
    Or,
}

impl ListWord {
    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

/// `sunscreen with broad-spectrum, spf 30+`, `mineral makeup`, `fever above 38 C`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Thing {
    /// The name, attributes before it included (`mineral makeup`): names tell them apart.
    pub name: Name,
    /// `with broad-spectrum, spf 30+`, `without fragrance`
    pub attributes: Vec<Spanned<AttributeUse>>,
    /// `above 38 C`, `lasting 2 days`: each of its own kind.
    pub qualifiers: Vec<Spanned<Qualifier>>,
}

/// `1 drink per day`, `5 minutes at a time`, `3 times per year`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cap {
    /// How much at most.
    pub number: Number,
    /// Of what; `times` and the like count how often, and without a word it is not said.
    pub unit: Option<Name>,
    /// In how long; none is each time.
    pub per: Option<Duration>,
}

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Who {
    /// `clinic`
    Clinic,
    /// `prescriber`
    Prescriber,
    /// `doctor`
    Doctor,
    /// `emergency services`
    EmergencyServices,
    /// `"the on-call nurse"`
    Named(Text),
}

/// How soon.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deadline {
    /// `immediately`
    Immediately,
    /// `within 2 hours`, counted from noticing
    Within(Duration),
}

/// One of the steps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StepItem {
    /// What joins it to the step before.
    pub join: Option<Spanned<StepJoin>>,
    /// The step: a sentence without a window.
    pub sentence: Spanned<Sentence>,
}

/// What stands between two steps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StepJoin {
    /// `then`, or a new line
    Then,
    /// `then after 30..45 minutes`
    After(DurationRange),
    /// `then if it persists`
    IfItPersists,
}
