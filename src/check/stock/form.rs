//! The shape of what is kept: names borrow from its bytes, things are numbers as
//! [`ThingId`](crate::vocabulary::ThingId)s are, places lie in a file of the stock.

use serde::{Deserialize, Serialize};

use crate::number::Number;

/// Four vocabularies, as they are once each of their names has its thing, and the bundled protocols, as
/// they are once they are read.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stock<'t> {
    /// The files, imports before their importers.
    #[serde(borrow)]
    pub files: Vec<Shelved<'t>>,
    /// The things after the kinds' classes, in the order of declaration.
    #[serde(borrow)]
    pub things: Vec<ThingForm<'t>>,
    /// Every folded name and its thing, in the order of the names.
    #[serde(borrow)]
    pub names: Vec<(&'t str, u32)>,
    /// What each declaration says beside names, in the order of declaration.
    pub said: Vec<SaidForm>,
    /// The attributes that things have, each with its number in thousandths.
    pub attributes: Vec<(u32, u32, i64)>,
    /// The things that declarations speak of, ascending.
    pub spoken_of: Vec<u32>,
    /// The protocols.
    #[serde(borrow)]
    pub protocols: Vec<ReadForm<'t>>,
}

/// A protocol that was read without a mistake.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReadForm<'t> {
    /// Its bundled name.
    pub name: &'t str,
    /// The quoted names of it and its imports that hold a reserved word.
    #[serde(borrow)]
    pub protected: Vec<&'t str>,
    /// Its [`File`](crate::syntax::tree::File), to be made where it is asked for.
    pub tree: &'t [u8],
}

/// One file.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shelved<'t> {
    /// The name that `import` takes.
    pub name: &'t str,
    /// The SHA-256 digest of its text.
    pub digest: [u8; 32],
    /// What it imports.
    #[serde(borrow)]
    pub imports: Vec<NameForm<'t>>,
    /// The quoted names of it and its imports that hold a reserved word.
    #[serde(borrow)]
    pub protected: Vec<&'t str>,
    /// The facts that it declares.
    #[serde(borrow)]
    pub facts: Vec<FactForm<'t>>,
}

/// A name and its place in the file that it stands in.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NameForm<'t> {
    pub text: &'t str,
    pub quoted: bool,
    pub start: u32,
    pub end: u32,
}

/// A thing as its names are claimed.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ThingForm<'t> {
    pub name: &'t str,
    /// Its place in [`Kind::ALL`](crate::syntax::tree::Kind::ALL).
    pub kind: u8,
    #[serde(borrow)]
    pub aliases: Vec<&'t str>,
    pub description: Option<&'t str>,
    /// The classes in whose braces it stands.
    pub parents: Vec<u32>,
    /// The things in its braces.
    pub children: Vec<u32>,
    pub place: PlaceForm,
}

/// A place: the file by its number, the first byte and the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PlaceForm {
    pub file: u8,
    pub start: u32,
    pub end: u32,
}

/// What a declaration says of its thing behind its names.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SaidForm {
    pub thing: u32,
    /// The classes after `in`.
    pub classes: Vec<(u32, PlaceForm)>,
    pub opposes: Vec<u32>,
    /// Of an attribute: the classes that can have it.
    pub of: Vec<u32>,
    /// Of an attribute: that its value is a number.
    pub number: bool,
}

/// A fact.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FactForm<'t> {
    #[serde(borrow)]
    pub name: NameForm<'t>,
    #[serde(borrow)]
    pub kind: FactKindForm<'t>,
    /// How it is asked.
    pub ask: Option<&'t str>,
}

/// What values a fact has.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum FactKindForm<'t> {
    YesNo,
    Number {
        #[serde(borrow)]
        unit: Option<NameForm<'t>>,
        within: Option<(Number, Number)>,
    },
    #[serde(borrow)]
    Ordered(Vec<NameForm<'t>>),
    #[serde(borrow)]
    OneOf(Vec<NameForm<'t>>),
    #[serde(borrow)]
    AnyOf(Vec<NameForm<'t>>),
}
