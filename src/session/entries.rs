//! What stands in the rules, numbered as `:list` shows it.

use std::fmt;

use crate::span::{Span, Spanned};
use crate::syntax::tree::{File, Item, Sentence, Statement};

/// The number of an entry: `3`, or `3.1` for the first sentence in the block of 3.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Vec<u32>);

impl Number {
    /// Reads `3` or `3.1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Option<Vec<u32>> = text.split('.').map(|part| part.parse().ok()).collect();
        parts.filter(|parts| !parts.is_empty()).map(Self)
    }

    /// How many blocks it stands in.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.0.len().saturating_sub(1)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            let point = if at > 0 { "." } else { "" };
            write!(out, "{point}{part}")?;
        }
        Ok(())
    }
}

/// A header line, a declaration, a fact, a sentence or a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: Number,
    /// Where it stands in the rules.
    pub span: Span,
    /// The label of a sentence.
    pub label: Option<String>,
    /// What it is.
    pub sort: Sort,
    /// Whether it stands behind `otherwise` in its block.
    pub otherwise: bool,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A line of the header.
    Header,
    /// A declaration of a thing or of a fact.
    Declaration,
    /// A sentence.
    Sentence,
    /// A block, whose sentences are entries of their own.
    Block,
}

/// Everything in a file, blocks before what stands in them.
pub(super) fn entries(file: &File, text: &str) -> Vec<Entry> {
    let mut all = Vec::new();
    for (number, item) in (1..).zip(&file.items) {
        let number = vec![number];
        match &item.node {
            Item::Header(_) => all.push(entry(number, item.span, None, Sort::Header)),
            Item::Declaration(_) | Item::Fact(_) => {
                all.push(entry(number, item.span, None, Sort::Declaration));
            }
            Item::Statement(statement) => inside(&number, item.span, statement, &mut all),
        }
    }
    for entry in &mut all {
        entry.span = whole(entry.span, text);
    }
    all
}

fn inside(number: &[u32], span: Span, statement: &Statement, all: &mut Vec<Entry>) {
    let within = |body: &[Spanned<Statement>], first: u32, all: &mut Vec<Entry>| {
        for (at, statement) in (first..).zip(body) {
            let mut number = number.to_vec();
            number.push(at);
            inside(&number, statement.span, &statement.node, all);
        }
    };
    match statement {
        Statement::Sentence(sentence) => {
            all.push(entry(
                number.to_vec(),
                span,
                label(sentence),
                Sort::Sentence,
            ));
        }
        Statement::Section { body, .. } => {
            all.push(entry(number.to_vec(), span, None, Sort::Block));
            within(body, 1, all);
        }
        Statement::When {
            body, otherwise, ..
        } => {
            all.push(entry(number.to_vec(), span, None, Sort::Block));
            within(body, 1, all);
            let next = u32::try_from(body.len()).unwrap_or(u32::MAX);
            let first = all.len();
            within(
                otherwise.as_deref().unwrap_or_default(),
                next.saturating_add(1),
                all,
            );
            let depth = number.len();
            for entry in all.iter_mut().skip(first) {
                entry.otherwise |= entry.number.depth() == depth;
            }
        }
    }
}

fn entry(number: Vec<u32>, span: Span, label: Option<String>, sort: Sort) -> Entry {
    Entry {
        number: Number(number),
        span,
        label,
        sort,
        otherwise: false,
    }
}

fn label(sentence: &Sentence) -> Option<String> {
    sentence.label.as_ref().map(|label| label.text.clone())
}

/// A span without blanks at its ends.
fn whole(span: Span, text: &str) -> Span {
    let all = text.get(span.range()).unwrap_or_default();
    let trimmed = all.trim_end();
    let start = span.start + length(&trimmed[..trimmed.len() - trimmed.trim_start().len()]);
    Span::new(span.source, start, span.start + length(trimmed))
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}
