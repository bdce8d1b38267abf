//! What each word of a text is, to be coloured.

use std::collections::BTreeSet;
use std::ops::Range;

use super::names::key;
use super::{MOST_BYTES, Scope};
use crate::check::Reading;
use crate::syntax::{Part, PartKind, Typed};
use crate::vocabulary::{Named, fold};

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A word that starts a sentence, a line of the header, a declaration or a block.
    Head,
    /// Any other word of the language.
    Keyword,
    /// A thing, a class, a symptom, an event, an attribute.
    Thing,
    /// A fact.
    Fact,
    /// A value of a fact.
    Value,
    /// A label in front of a sentence.
    Label,
    /// The key of a source.
    Source,
    /// A number, a unit, a date.
    Number,
    /// A text in quotes, or an address.
    Text,
    /// A comment.
    Comment,
    /// A name that nothing has.
    Unknown,
    /// What cannot be read.
    Mistake,
}

/// How many words a name has at most that is looked for outside a sentence that reads.
const WORDS: usize = 6;

/// The words of `text`, in order, each with what it is; signs have no role, and neither has the word
/// that the `cursor` stands in or behind as long as it is nothing.
///
/// Nothing in a text beyond [`MOST_BYTES`](super::MOST_BYTES) has one.
#[must_use]
pub fn roles(text: &str, cursor: usize, scope: &Scope) -> Vec<(Range<usize>, Role)> {
    if text.len() > MOST_BYTES {
        return Vec::new();
    }
    let typed = Typed::new(text, Some(scope.protected()));
    let parts = typed.parts();
    let declared = parts
        .iter()
        .filter(|part| matches!(part.kind, PartKind::Free | PartKind::Source))
        .map(|part| fold(text.get(part.range.clone()).unwrap_or_default()))
        .collect();
    let painter = Painter {
        text,
        cursor,
        scope,
        declared,
    };
    painter.all(&parts)
}

struct Painter<'p> {
    text: &'p str,
    cursor: usize,
    scope: &'p Scope,
    /// The folded names that the text itself declares.
    declared: BTreeSet<String>,
}

impl Painter<'_> {
    fn all(&self, parts: &[Part]) -> Vec<(Range<usize>, Role)> {
        let mut found: Vec<(Range<usize>, Role)> = Vec::new();
        let mut at = 0;
        while let Some(part) = parts.get(at) {
            at += 1;
            let start = self.text.is_char_boundary(part.range.start);
            if !start || !self.text.is_char_boundary(part.range.end) {
                continue;
            }
            // Behind a quote that nothing closes, what looks like a comment is text.
            let end = found.last().map_or(0, |(range, _)| range.end);
            if part.range.start < end {
                continue;
            }
            if part.kind == PartKind::Unreadable {
                let (taken, range, role) = self.loose(parts.get(at - 1..).unwrap_or_default());
                at += taken.saturating_sub(1);
                found.extend(role.map(|role| (range, role)));
            } else {
                found.extend(self.role(part).map(|role| (part.range.clone(), role)));
            }
        }
        found
    }

    fn role(&self, part: &Part) -> Option<Role> {
        let range = part.range.clone();
        match part.kind {
            PartKind::Head => Some(Role::Head),
            PartKind::Keyword => Some(Role::Keyword),
            PartKind::Free => Some(Role::Thing),
            PartKind::Value => Some(Role::Value),
            PartKind::Label => Some(Role::Label),
            PartKind::Number => Some(Role::Number),
            PartKind::Text => Some(Role::Text),
            PartKind::Comment => Some(Role::Comment),
            PartKind::Name => self.name(range),
            PartKind::Source => {
                let known = self.scope.has_source(self.said(range.clone()));
                self.known(known, range, Role::Source)
            }
            PartKind::Import => {
                let name = self.said(range.clone());
                let known = self.scope.imports().iter().any(|one| one == name);
                self.known(known, range, Role::Thing)
            }
            PartKind::Unreadable => None,
        }
    }

    fn said(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn name(&self, range: Range<usize>) -> Option<Role> {
        let said = self.said(range.clone());
        if let Some(role) = self.named(said) {
            return Some(role);
        }
        let folded = fold(said);
        let known = self.declared.contains(&folded) || self.scope.steps().contains(&folded);
        self.known(known, range, Role::Thing)
    }

    fn named(&self, said: &str) -> Option<Role> {
        let reading = Reading::of(self.scope.vocabulary(), said)?;
        Some(match reading.named {
            Named::Thing(_) => Role::Thing,
            Named::Fact(_) => Role::Fact,
        })
    }

    /// The role of a name that is known or not.
    fn known(&self, known: bool, range: Range<usize>, role: Role) -> Option<Role> {
        if known {
            Some(role)
        } else if self.is_typed(&range) {
            None
        } else {
            Some(Role::Unknown)
        }
    }

    /// Whether the cursor stands in a name, or behind one that could go on.
    fn is_typed(&self, range: &Range<usize>) -> bool {
        if (range.start..=range.end).contains(&self.cursor) {
            return true;
        }
        let gap = self.text.get(range.end..self.cursor).unwrap_or("x");
        let started = key(self.said(range.clone()));
        gap.trim_matches(' ').is_empty()
            && !self
                .scope
                .names()
                .starting_with(&format!("{started} "))
                .is_empty()
    }

    /// Words that stand in no sentence: a name that they begin with, or a mistake where nobody is typing.
    fn loose(&self, parts: &[Part]) -> (usize, Range<usize>, Option<Role>) {
        let Some(first) = parts.first() else {
            return (1, 0..0, None);
        };
        let run = parts
            .iter()
            .take(WORDS)
            .take_while(|part| part.kind == PartKind::Unreadable)
            .count();
        for length in (1..=run).rev() {
            let last = parts.get(length - 1).unwrap_or(first);
            let range = first.range.start..last.range.end;
            if let Some(role) = self.named(self.said(range.clone())) {
                return (length, range, Some(role));
            }
        }
        let role = (!self.on_line(&first.range)).then_some(Role::Mistake);
        (1, first.range.clone(), role)
    }

    /// Whether the cursor stands on the line of a word.
    fn on_line(&self, range: &Range<usize>) -> bool {
        let (from, to) = if range.end <= self.cursor {
            (range.end, self.cursor)
        } else {
            (self.cursor.min(range.start), range.start)
        };
        let between = self.text.as_bytes().get(from..to.min(self.text.len()));
        between.is_none_or(|between| !between.contains(&b'\n'))
    }
}
