//! The closed list of verbs that a duty may start with, and the kinds of thing each one suits.

use crate::syntax::tree::{Kind, Verb};

/// One verb.
#[derive(Debug, Clone, Copy)]
pub struct VerbRow {
    /// The word.
    pub word: &'static str,
    /// The kinds that it suits.
    pub kinds: &'static [Kind],
}

const SKIN: &[Kind] = &[Kind::Substance, Kind::Product];
const PLACES: &[Kind] = &[Kind::Place, Kind::Tool, Kind::Garment];

/// The verbs, in the order of the alphabet.
pub const VERBS: &[VerbRow] = &[
    row(
        "apply",
        &[Kind::Substance, Kind::Product, Kind::Tool, Kind::Activity],
    ),
    row("change", &[Kind::Garment, Kind::Tool, Kind::Product]),
    row("clean", PLACES),
    row("cleanse", PLACES),
    row(
        "continue",
        &[
            Kind::Substance,
            Kind::Product,
            Kind::Medicine,
            Kind::Activity,
            Kind::Action,
            Kind::Food,
            Kind::Drink,
        ],
    ),
    row("cover", PLACES),
    row("do", &[Kind::Activity, Kind::Action, Kind::Procedure]),
    row("drink", &[Kind::Drink]),
    row("dry", PLACES),
    row("eat", &[Kind::Food]),
    row(
        "keep",
        &[
            Kind::Action,
            Kind::Place,
            Kind::Garment,
            Kind::Tool,
            Kind::Product,
            Kind::Activity,
        ],
    ),
    row("massage", PLACES),
    row("moisturise", PLACES),
    row("remove", &[Kind::Product, Kind::Garment, Kind::Tool]),
    row("rinse", PLACES),
    row("shower", &[Kind::Place, Kind::Action]),
    row(
        "take",
        &[Kind::Medicine, Kind::Activity, Kind::Food, Kind::Tool],
    ),
    row(
        "use",
        &[
            Kind::Substance,
            Kind::Product,
            Kind::Tool,
            Kind::Garment,
            Kind::Procedure,
        ],
    ),
    row("wash", PLACES),
    row("wear", &[Kind::Garment, Kind::Product, Kind::Tool]),
];

/// The verbs that tend a thing or take it off, and so say nothing of its use: `clean makeup brush`,
/// `remove bandage`.
const TENDING: &[&str] = &[
    "clean",
    "cleanse",
    "cover",
    "dry",
    "massage",
    "moisturise",
    "remove",
    "rinse",
    "wash",
];

const fn row(word: &'static str, kinds: &'static [Kind]) -> VerbRow {
    VerbRow { word, kinds }
}

impl Verb {
    /// The verb with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let index = VERBS.iter().position(|row| row.word == word)?;
        u8::try_from(index).ok().map(Self)
    }

    /// Its row of the table.
    #[must_use]
    pub fn row(self) -> &'static VerbRow {
        VERBS.get(usize::from(self.0)).unwrap_or(&FALLBACK)
    }

    /// Whether it tends its things or takes them off, and does not use them.
    #[must_use]
    pub fn tends(self) -> bool {
        TENDING.contains(&self.word())
    }

    /// Whether what it says is over once it is done: what is off stays off.
    pub(crate) fn is_done_once(self) -> bool {
        self.word() == "remove"
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.row().word
    }
}

/// No verb has an index past the table: they are made by [`Verb::from_word`] alone.
const FALLBACK: VerbRow = row("use", SKIN);
