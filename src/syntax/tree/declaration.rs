//! What a protocol may name, and what it may ask.

use serde::{Deserialize, Serialize};

use super::{Name, Text};
use crate::number::Number;
use crate::span::Spanned;

/// The kinds of things. A kind's name is the class of all its things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// What is in a product: `retinoids`, `tretinoin`
    Substance,
    /// What is put on the skin as a whole: `sunscreen`, `makeup`
    Product,
    /// What acts on the whole body: `aspirin`, `isotretinoin`
    Medicine,
    /// `chemical peel`, `dermal filler`
    Procedure,
    /// `sauna`, `exercise`
    Activity,
    /// Something to do, in its own words: `keep dry`, `sleep with head raised`
    Action,
    /// `oranges`
    Food,
    /// `water`, `alcohol`
    Drink,
    /// `hat`
    Garment,
    /// `pillow`
    Tool,
    /// `redness`, `fever`
    Symptom,
    /// `healed`
    Event,
    /// `treated area`
    Place,
    /// `outdoors`
    Situation,
    /// `spf`, `mineral`
    Attribute,
}

/// `substance retinoids aka "vitamin A creams" in actives { tretinoin }`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Declaration {
    /// What kind of thing.
    pub kind: Spanned<Kind>,
    /// The thing and what is below it.
    pub member: Member,
    /// `attribute spf number of sunscreen`: that its value is a number.
    pub number: bool,
    /// `attribute spf number of sunscreen`: the classes that can have it.
    pub of: Vec<Name>,
}

/// A declared thing, at the top or inside its class's braces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Member {
    /// Its name.
    pub name: Name,
    /// `aka Retin-A, "all-trans retinoic acid"`
    pub aliases: Vec<Name>,
    /// `event healed "the skin has healed"`: how a person would say it.
    pub description: Option<Text>,
    /// `in makeup, sunscreen`: the classes above it, beside the one whose braces it stands in.
    pub parents: Vec<Name>,
    /// `with mineral, spf 50`
    pub attributes: Vec<Spanned<AttributeUse>>,
    /// `(opposes washing)`
    pub opposes: Vec<Name>,
    /// `{ tretinoin, adapalene }`
    pub members: Vec<Member>,
}

/// An attribute as something has it or must have it: `spf 30+`, `mineral`, `without fragrance`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AttributeUse {
    /// `without` stood before it.
    pub without: bool,
    /// Which.
    pub name: Name,
    /// Its value, where one is given.
    pub value: Option<Spanned<AttributeValue>>,
}

impl AttributeUse {
    /// Whether its bare number on a duty is the least that will do: more sun protection always will.
    pub(crate) fn reads_as_least(&self) -> bool {
        self.name.text.eq_ignore_ascii_case("spf")
    }
}

/// `30+` or `30`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AttributeValue {
    /// The number.
    pub number: Number,
    /// Whether more will do, too.
    pub or_more: bool,
}

/// `fact skin type: ordered I, II, III ask "Which skin type?"`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FactDeclaration {
    /// What conditions call it.
    pub name: Name,
    /// What values it has.
    pub kind: Spanned<FactType>,
    /// How it is asked.
    pub ask: Option<Text>,
}

/// What values a fact has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FactType {
    /// `yes or no`
    YesNo,
    /// `years`, `number`, `number 0..10`, `0..3 mm`
    Number {
        /// What it is measured in; none of a plain number.
        unit: Option<Name>,
        /// The least and the most that it can be.
        within: Option<(Number, Number)>,
    },
    /// `ordered I, II, III`
    Ordered(Vec<Name>),
    /// `one of female, male`
    OneOf(Vec<Name>),
    /// `any of acne scars, wrinkles`, or the members of a class or kind: `any of medicine`
    AnyOf(Vec<Name>),
}
