//! The one shape that TOML, JSON and `--set` are read into.

use crate::span::{Span, Spanned};

/// A value and where it stands; of a text, the quotes are part of the place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// The kinds of values.
#[derive(Debug, Clone)]
pub(super) enum NodeKind {
    /// A value whose mistake is already told; it is passed over in silence.
    Bad,
    /// JSON's `null`
    Null,
    /// `true`
    Bool(bool),
    /// `38.5`, as it is written
    Number(String),
    /// `"IV"`
    Text(String),
    /// TOML's `2026-06-01`, as it is written
    Date(String),
    /// `["acne scars"]`
    List(Vec<Node>),
    /// `{ name = "aspirin" }`
    Table(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The key; the quotes are part of its place.
    pub key: Spanned<String>,
    /// Its value.
    pub value: Node,
}

impl NodeKind {
    /// What it is, in words.
    pub(super) fn words(&self) -> &'static str {
        match self {
            Self::Bad => "a mistake",
            Self::Null => "null",
            Self::Bool(_) => "yes or no",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::Date(_) => "a date",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}
