//! JSON to spanned values: strict, without comments or trailing commas.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::document::Text;
use super::value::{Entry, Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;

/// The file's value; its nesting is bounded already.
pub(super) fn parse(text: &Text<'_>) -> Result<Node, Diagnostic> {
    let options = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(text.text, &CollectOptions::default(), &options) {
        Ok(parsed) => parsed.value.map_or_else(
            || {
                Err(Diagnostic::new(
                    Code::ProfileSyntax,
                    text.span(0..text.text.len()),
                    "the profile is empty",
                    "nothing stands here",
                )
                .with_help("an empty JSON profile is `{}`"))
            },
            |value| Ok(node(text, value)),
        ),
        Err(error) => Err(mistake(text, &error)),
    }
}

fn node(text: &Text<'_>, value: Value<'_>) -> Node {
    let span = text.span(range(value.range()));
    let kind = match value {
        Value::StringLit(text) => NodeKind::Text(text.value.into_owned()),
        Value::NumberLit(number) => NodeKind::Number(number.value.to_owned()),
        Value::BooleanLit(yes) => NodeKind::Bool(yes.value),
        Value::NullKeyword(_) => NodeKind::Null,
        Value::Array(array) => NodeKind::List(
            array
                .elements
                .into_iter()
                .map(|one| node(text, one))
                .collect(),
        ),
        Value::Object(object) => NodeKind::Table(entries(text, object)),
    };
    Node { span, kind }
}

fn entries(text: &Text<'_>, object: Object<'_>) -> Vec<Entry> {
    object
        .properties
        .into_iter()
        .map(|property| Entry {
            key: Spanned::new(
                property.name.as_str().to_owned(),
                text.span(range(property.name.range())),
            ),
            value: node(text, property.value),
        })
        .collect()
}

fn range(range: Range) -> std::ops::Range<usize> {
    range.start..range.end
}

/// A message for what the parser says, with a fix where a comma is all that is wrong.
fn mistake(text: &Text<'_>, error: &ParseError) -> Diagnostic {
    let span = text.span(range(error.range()));
    let (what, help) = plain(error.kind());
    let found = Diagnostic::new(Code::ProfileSyntax, span, what, "here").with_help(help);
    match error.kind() {
        ParseErrorKind::TrailingCommasNotAllowed => found.with_fix(span, ""),
        ParseErrorKind::ExpectedComma => found.with_fix(span.at_start(), ","),
        _ => found,
    }
}

/// The parser's message in plain words, and what to do.
fn plain(kind: &ParseErrorKind) -> (&'static str, &'static str) {
    use ParseErrorKind as Kind;
    match kind {
        Kind::CommentsNotAllowed => (
            "JSON has no comments",
            "leave the comment out, or write the profile in TOML",
        ),
        Kind::TrailingCommasNotAllowed => ("a comma has nothing behind it", "leave the comma out"),
        Kind::ExpectedComma => ("a comma is missing", "put a comma between the two"),
        Kind::ExpectedColonAfterObjectKey => {
            ("a key has no `:` behind it", "write `\"key\": value`")
        }
        Kind::ExpectedObjectValue => ("a key has no value", "write a value behind the `:`"),
        Kind::ExpectedStringObjectProperty
        | Kind::UnexpectedWord
        | Kind::SingleQuotedStringsNotAllowed => (
            "a word has no double quotes",
            "keys and texts stand in double quotes",
        ),
        Kind::MultipleRootJsonValues => (
            "something follows the end of the profile",
            "the last `}` ends the profile",
        ),
        Kind::UnterminatedObject => ("a `{` is never closed", "close it with `}`"),
        Kind::UnterminatedArray => ("a `[` is never closed", "close it with `]`"),
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => (
            "a closing bracket closes nothing",
            "check the brackets and commas before it",
        ),
        Kind::String(_) => (
            "a text in quotes cannot be read",
            "close it with `\"`, and write `\\\\` for a backslash in it",
        ),
        Kind::NestingDepthExceeded => (
            "brackets are nested too deep",
            "check the brackets before it",
        ),
        _ => (
            "this cannot be read as JSON",
            "check the quotes, brackets and commas before it",
        ),
    }
}
