//! A thing that sentences may name, and a fact that they may ask.

use std::borrow::Cow;
use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::Measure;
use crate::number::Number;
use crate::span::Span;
use crate::syntax::tree::Kind;

/// A thing of one [`Vocabulary`](super::Vocabulary).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(pub(crate) u32);

/// A fact of one [`Vocabulary`](super::Vocabulary).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub(crate) u32);

/// Something that has a name: a class, a member, a symptom, an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The name as declared; those of the bundled vocabulary lie in the program.
    pub name: Cow<'static, str>,
    /// What kind of thing.
    pub kind: Kind,
    /// Other names.
    pub aliases: Vec<Cow<'static, str>>,
    /// How a person would say it.
    pub description: Option<Cow<'static, str>>,
    /// The classes right above it; none only for a kind's own class.
    pub parents: SmallVec<[ThingId; 2]>,
    /// The things right below it.
    pub children: Vec<ThingId>,
    /// The attributes that it is known to have.
    pub attributes: BTreeMap<ThingId, Number>,
    /// The things that it opposes: `keep dry` opposes `washing`.
    pub opposes: Vec<ThingId>,
    /// Of an attribute: whether its value is a number rather than yes or no.
    pub number: bool,
    /// Of an attribute: the classes whose things can have it.
    pub of: Vec<ThingId>,
    /// Where it is declared; none for a kind's own class.
    pub span: Option<Span>,
    /// Whether a sentence's quotes made it, rather than a declaration.
    pub local: bool,
}

impl Thing {
    /// A thing of which nothing is said yet.
    pub(crate) fn named(name: impl Into<Cow<'static, str>>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            aliases: Vec::new(),
            description: None,
            parents: SmallVec::new(),
            children: Vec::new(),
            attributes: BTreeMap::new(),
            opposes: Vec::new(),
            number: false,
            of: Vec::new(),
            span: None,
            local: false,
        }
    }

    /// Its own name, then its others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.aliases)
            .map(AsRef::as_ref)
    }
}

/// A fact about a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name as declared.
    pub name: String,
    /// What values it has.
    pub kind: FactKind,
    /// How it is asked.
    pub ask: Option<String>,
    /// Where it is declared.
    pub span: Span,
}

/// What values a fact has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// A number, not negative.
    Number(Measure),
    /// One of these, in this order.
    Ordered(Vec<String>),
    /// One of these.
    OneOf(Vec<String>),
    /// Any number of these.
    AnyOf(Vec<String>),
    /// Any number of the things below this one: `any of medicine`.
    Things(ThingId),
}

impl Kind {
    /// All kinds, in the order of the type.
    pub const ALL: &'static [Self] = &[
        Self::Substance,
        Self::Product,
        Self::Medicine,
        Self::Procedure,
        Self::Activity,
        Self::Action,
        Self::Food,
        Self::Drink,
        Self::Garment,
        Self::Tool,
        Self::Symptom,
        Self::Event,
        Self::Place,
        Self::Situation,
        Self::Attribute,
    ];

    /// The word that declares it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Substance => "substance",
            Self::Product => "product",
            Self::Medicine => "medicine",
            Self::Procedure => "procedure",
            Self::Activity => "activity",
            Self::Action => "action",
            Self::Food => "food",
            Self::Drink => "drink",
            Self::Garment => "garment",
            Self::Tool => "tool",
            Self::Symptom => "symptom",
            Self::Event => "event",
            Self::Place => "place",
            Self::Situation => "situation",
            Self::Attribute => "attribute",
        }
    }

    /// Whether its things can be avoided, used or allowed.
    #[must_use]
    pub fn is_thing(self) -> bool {
        !matches!(
            self,
            Self::Symptom | Self::Event | Self::Place | Self::Situation | Self::Attribute
        )
    }

    /// Whether a class of kind `self` may have a thing of kind `below` right below it: substances
    /// and products mix, all else keeps to its own.
    #[must_use]
    pub fn may_hold(self, below: Self) -> bool {
        let skin = |kind| matches!(kind, Self::Substance | Self::Product);
        self == below || (skin(self) && skin(below))
    }
}
