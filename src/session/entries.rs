//! What stands in the rules, numbered as `:list` shows it.

use std::fmt;

use crate::span::{Span, Spanned};
use crate::syntax::tree::{File, Item, Sentence, Statement};

/// The number of an entry: the line that it starts in, which plans and answers name; `6.1` for the first
/// further one in line 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    line: u32,
    further: u32,
}

impl Number {
    /// The line.
    #[must_use]
    pub fn line(self) -> u32 {
        self.line
    }

    /// Reads `3` or `3.1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (line, further) = match text.split_once('.') {
            Some((line, further)) => (line, further.parse().ok().filter(|further| *further > 0)?),
            None => (text, 0),
        };
        let line = line.parse().ok()?;
        Some(Self { line, further })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.line)?;
        if self.further > 0 {
            write!(out, ".{}", self.further)?;
        }
        Ok(())
    }
}

/// A header line, a declaration, a fact, a sentence or a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: Number,
    /// How many blocks it stands in.
    pub depth: usize,
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
    /// A scenario.
    Scenario,
    /// A block, whose sentences are entries of their own.
    Block,
}

/// Everything in a file, blocks before what stands in them.
pub(super) fn entries(file: &File, text: &str) -> Vec<Entry> {
    let mut all = Vec::new();
    for item in &file.items {
        match &item.node {
            Item::Header(_) => all.push(entry(item.span, 0, None, Sort::Header)),
            Item::Declaration(_) | Item::Fact(_) => {
                all.push(entry(item.span, 0, None, Sort::Declaration));
            }
            Item::Statement(statement) => inside(item.span, 0, statement, &mut all),
            Item::Replace(sentence) => {
                all.push(entry(item.span, 0, label(&sentence.node), Sort::Sentence));
            }
            Item::Drop { label, .. } => {
                all.push(entry(
                    item.span,
                    0,
                    Some(label.text.clone()),
                    Sort::Sentence,
                ));
            }
            Item::Scenario(_) => all.push(entry(item.span, 0, None, Sort::Scenario)),
        }
    }
    let (mut line, mut at) = (1, 0);
    let mut last = Number {
        line: 0,
        further: 0,
    };
    for entry in &mut all {
        entry.span = whole(entry.span, text);
        let start = entry.span.start as usize;
        line += breaks(text.get(at..start).unwrap_or_default());
        at = at.max(start);
        let further = if last.line == line {
            last.further + 1
        } else {
            0
        };
        last = Number { line, further };
        entry.number = last;
    }
    all
}

fn breaks(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

fn inside(span: Span, depth: usize, statement: &Statement, all: &mut Vec<Entry>) {
    let within = |body: &[Spanned<Statement>], all: &mut Vec<Entry>| {
        for statement in body {
            inside(statement.span, depth + 1, &statement.node, all);
        }
    };
    match statement {
        Statement::Sentence(sentence) => {
            all.push(entry(span, depth, label(sentence), Sort::Sentence));
        }
        Statement::Section { body, .. } => {
            all.push(entry(span, depth, None, Sort::Block));
            within(body, all);
        }
        Statement::When {
            body, otherwise, ..
        } => {
            all.push(entry(span, depth, None, Sort::Block));
            within(body, all);
            let first = all.len();
            within(otherwise.as_deref().unwrap_or_default(), all);
            for entry in all.iter_mut().skip(first) {
                entry.otherwise |= entry.depth == depth + 1;
            }
        }
    }
}

/// An entry; its number comes once all are there.
fn entry(span: Span, depth: usize, label: Option<String>, sort: Sort) -> Entry {
    Entry {
        number: Number {
            line: 0,
            further: 0,
        },
        depth,
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
