//! What can be said about a sentence beside its head; any clause fits any head, each at most once.

use serde::{Deserialize, Serialize};

use super::{
    Condition, Duration, DurationRange, ListWord, Name, Point, Text, Things, Verb, Window,
};
use crate::number::Number;
use crate::span::Spanned;

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clause {
    /// `on treated area`
    Places(Places),
    /// `10..15 minutes`
    Quantity(Quantity),
    /// `twice daily`
    Frequency(Frequency),
    /// `for acne scars`: with `sessions` and `maintenance`
    Concerns(Vec<Name>),
    /// `for 7 days`
    Window(Window),
    /// `usually for 3 days`, `most on day 2`, `by day 4`: with `expect`; computes nothing
    Typical(Vec<Typical>),
    /// `while outdoors`
    While(Name),
    /// `except while washing or eating`: the situations in which it does not hold
    ExceptWhile(Vec<Name>),
    /// `using clean hands and lukewarm water`: with what it is done
    Using(Things),
    /// `gently`, `in a thin layer`, `as directed by label`: words that compute nothing, as they are printed
    Manner(Vec<String>),
    /// `by "patting"`
    By(Text),
    /// `if pregnant`
    If(Spanned<Condition>),
    /// `unless healed`
    Unless(Spanned<Condition>),
    /// `if unavoidable, apply sunscreen every 2 hours`
    IfUnavoidable {
        /// What is to be done with them.
        verb: Spanned<Verb>,
        /// The things.
        things: Things,
        /// How, where and how often it is done.
        own: Vec<Spanned<Clause>>,
    },
    /// `except healing ointment`
    Except(Things),
    /// `instead use mineral makeup sparingly`
    Instead {
        /// What is to be done with them.
        verb: Spanned<Verb>,
        /// The things.
        things: Things,
        /// How, where and how often it is done.
        own: Vec<Spanned<Clause>>,
    },
    /// `because "they irritate healing skin"`
    Because(Text),
    /// `[guide, aad]`
    Sources(Vec<Source>),
    /// `accept held-back because "the evening dose is left out on purpose"`: findings that are known
    Accept {
        /// The codes of what is found.
        codes: Vec<Text>,
        /// Why it is as it should be.
        because: Text,
    },
}

/// When what is expected mostly comes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Typical {
    /// The word in front.
    pub word: TypicalWord,
    /// When.
    pub when: TypicalTime,
}

/// The words before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TypicalWord {
    /// `usually`
    Usually,
    /// `most`, `mostly`
    Mostly,
    /// `within`
    Within,
    /// `by`
    By,
}

impl TypicalWord {
    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Usually => "usually",
            Self::Mostly => "mostly",
            Self::Within => "within",
            Self::By => "by",
        }
    }
}

/// When it mostly comes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TypicalTime {
    /// `for 3 days`, `on days 2..3`, `from day 2`
    Window(Window),
    /// `5..7 days`, `about 2 weeks`
    Length {
        /// `about`
        about: bool,
        /// How long.
        length: DurationRange,
    },
    /// `day 4`
    Point(Spanned<Point>),
}

/// A source's key as a sentence cites it.
pub type Source = Name;

/// `on lips, eyes or mouth`, `on nose and around eyes`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Places {
    /// What stands before the last.
    pub word: ListWord,
    /// The places.
    pub sites: Vec<Site>,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Site {
    /// The word before it; of a place that has none, the one before it.
    pub preposition: Preposition,
    /// Where.
    pub name: Name,
}

/// The word before a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Preposition {
    /// `on`
    On,
    /// `around`
    Around,
    /// `over`
    Over,
    /// `near`
    Near,
}

impl Preposition {
    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Around => "around",
            Self::Over => "over",
            Self::Near => "near",
        }
    }
}

/// How much.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// The form.
    pub kind: QuantityKind,
}

/// The forms of a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuantityKind {
    /// `2 litres`, `10..15 minutes`, `at least 8 cups`, `2 percent`
    Amount {
        /// Whether it is a bound.
        bound: Option<Bound>,
        /// The lower end, or the only number.
        low: Number,
        /// The upper end.
        high: Option<Number>,
        /// The unit.
        unit: Name,
    },
    /// `10 minutes on, 10 minutes off`
    OnOff {
        /// How long on.
        on: Duration,
        /// How long off.
        off: Duration,
    },
    /// `at most 8 per day`, `at most 2 drinks per day`
    AtMost {
        /// The most.
        number: Number,
        /// The unit, where one is written.
        unit: Option<Name>,
        /// In how long.
        per: Duration,
    },
}

/// A number that is one end alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// `at least 8 cups`, `8 cups or more`
    AtLeast,
    /// `at most 2 tablets`, `up to 2 tablets`
    AtMost,
}

impl Bound {
    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
        }
    }
}

/// How often: a rhythm, times of the day, `as needed`, or several of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Frequency {
    /// The rhythm.
    pub kind: Option<FrequencyKind>,
    /// `at bedtime`; beside a rhythm `morning and evening`
    pub daytimes: Vec<Daytime>,
    /// `at most 4 times a day`, beside a rhythm or an amount
    pub most: Option<Most>,
    /// `at least 6 hours apart`
    pub apart: Option<Duration>,
    /// `as needed`
    pub as_needed: bool,
}

/// What is not gone beyond in a time, beside how much each time or how often: `at most 4 times a day`, `at most 8
/// tablets per day`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Most {
    /// The most.
    pub number: Number,
    /// The unit; none counts times.
    pub unit: Option<Name>,
    /// In how long.
    pub per: Duration,
}

impl Frequency {
    /// One that says nothing yet.
    pub(crate) const NOTHING: Self = Self {
        kind: None,
        daytimes: Vec::new(),
        most: None,
        apart: None,
        as_needed: false,
    };

    /// Whether its times of the day are written bare, as in `twice daily, morning and evening`: behind a
    /// rhythm that is no time of the day itself.
    pub(crate) fn has_bare_daytimes(&self) -> bool {
        let of_day = matches!(self.kind, None | Some(FrequencyKind::EveryMoment(_)));
        self.daytimes.len() > 1 && !of_day
    }

    /// Its times of the day in words: `at bedtime`; several behind a rhythm without their prepositions.
    pub(crate) fn daytime_words(&self, length: impl Fn(DurationRange) -> String) -> Vec<String> {
        let is_bare = self.has_bare_daytimes();
        let words = self.daytimes.iter().map(|daytime| match daytime {
            Daytime::BeforeBedtime(None) => "before bedtime".to_owned(),
            Daytime::BeforeBedtime(Some(range)) => format!("{} before bedtime", length(*range)),
            Daytime::BoundedBeforeBedtime(bound, range) => {
                format!("{} {} before bedtime", bound.word(), length(*range))
            }
            Daytime::At(moment) if is_bare => moment.word().to_owned(),
            Daytime::At(moment) => moment.with_preposition(),
        });
        words.collect()
    }
}

/// The forms of a rhythm.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FrequencyKind {
    /// `daily` is once per 1 day; `twice daily`, `2..3 times a week`
    Times {
        /// How many times.
        times: Times,
        /// In how long.
        per: Duration,
    },
    /// `every 2 hours`, `every 2..3 hours`
    Every(DurationRange),
    /// `every morning`, `every morning and evening`
    EveryMoment(Vec<Moment>),
    /// `after each cleansing`
    AfterEach(Name),
    /// `before each meal`
    BeforeEach(Name),
    /// `often`, `several times a day`: words that count nothing, as they are printed
    Words(String),
}

/// `2`, `2..3`, `at least 2`, `at least 1..2`, `at most 3`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Times {
    /// `3 times`
    Exactly(u32),
    /// `2..3 times`
    Between(u32, u32),
    /// `at least twice`, `twice or more`; `at least 1..2 times`: twice is better
    AtLeast(u32, Option<u32>),
    /// `at most 3 times`, `up to 3 times`
    AtMost(u32),
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Moment {
    /// `morning`
    Morning,
    /// `midday`
    Midday,
    /// `evening`
    Evening,
    /// `night`
    Night,
    /// `bedtime`
    Bedtime,
}

impl Moment {
    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Midday => "midday",
            Self::Evening => "evening",
            Self::Night => "night",
            Self::Bedtime => "bedtime",
        }
    }

    /// `in the morning`, `at night`
    #[must_use]
    pub fn with_preposition(self) -> String {
        match self {
            Self::Morning | Self::Evening => format!("in the {}", self.word()),
            Self::Midday | Self::Night | Self::Bedtime => format!("at {}", self.word()),
        }
    }
}

/// When in the day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Daytime {
    /// `at bedtime`, `in the morning`
    At(Moment),
    /// `before bedtime`, `1 hour before bedtime`
    BeforeBedtime(Option<DurationRange>),
    /// `at least 1 hour before bedtime`, `up to 2 hours before bedtime`
    BoundedBeforeBedtime(Bound, DurationRange),
}
