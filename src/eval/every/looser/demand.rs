//! What a sentence demands, taken apart: each thing at the bottom of the vocabulary that it restricts, each
//! symptom that it has reported, each duty.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Instead;
use super::blocks::{Blocks, blocks};
use super::covers::{Part, covers};
use crate::check::{Head, Rule, ThingRef};
use crate::eval::prepared::Prepared;
use crate::eval::subject::members_of;
use crate::plan::Verb;
use crate::span::SourceId;
use crate::vocabulary::Vocabulary;

/// A line of a sentence, or a sentence that is no line, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// What is restricted, asked for or limited.
    Line(usize),
    /// A red flag, a refusal, a warning and the like.
    Sentence(usize),
}

impl Source {
    /// When it holds, where it has a window.
    pub fn timing(self, prepared: &Prepared<'_>) -> Option<usize> {
        match self {
            Self::Line(line) => prepared.drafts.get(line).map(|placed| placed.timing),
            Self::Sentence(said) => prepared.said.get(said)?.timing,
        }
    }

    /// Which line it is.
    pub fn line(self) -> Option<usize> {
        match self {
            Self::Line(line) => Some(line),
            Self::Sentence(_) => None,
        }
    }
}

/// Something that one sentence demands, and what of the new sentences demands as much.
#[derive(Debug)]
pub(super) struct Demand {
    /// Which of the old sentences demands it.
    pub of: usize,
    pub source: Source,
    /// What of the old sentences takes from it.
    pub blocks: Blocks,
    /// What demands as much, whenever it holds.
    pub covers: Vec<Cover>,
    /// Whether each of the new sentences about the same could be compared.
    pub comparable: bool,
}

/// Something that demands as much.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cover {
    pub source: Source,
    /// What of the new sentences takes from it.
    pub blocks: Blocks,
    /// Whether it stands in the place of the sentence that is compared.
    pub instead: bool,
}

impl Demand {
    /// All whose times it takes to decide it.
    pub fn sources(&self) -> impl Iterator<Item = Source> + '_ {
        let covers = self.covers.iter();
        let blocks = covers.clone().flat_map(|cover| &cover.blocks);
        std::iter::once(self.source)
            .chain(covers.map(|cover| cover.source))
            .chain(blocks.chain(&self.blocks).flatten().copied())
    }
}

/// All that the old sentences demand of which anything may be lost.
pub(super) fn demands(both: &Both<'_, '_>) -> Vec<Demand> {
    let (prepared, rules, old) = (both.prepared, both.rules, both.old);
    let mut all = Vec::new();
    for (line, placed) in prepared.drafts.iter().enumerate() {
        let draft = &placed.draft;
        if placed.said >= old || draft.verb == Verb::Allow {
            continue;
        }
        let vocabulary = &prepared.protocol.vocabulary;
        let parts: Vec<Part> = if draft.verb == Verb::Do {
            of_duty(&draft.items, draft.choice)
        } else {
            of_things(vocabulary, &draft.items, &draft.except)
        };
        both.add(Source::Line(line), placed.said, parts, &mut all);
    }
    for (said, rule) in rules.iter().take(old).enumerate() {
        let parts = match &rule.head {
            Head::Report { symptoms, .. } => symptoms.iter().cloned().map(Part::Symptom).collect(),
            Head::Steps { .. }
            | Head::Sessions { .. }
            | Head::Maintenance { .. }
            | Head::Visit { .. }
            | Head::Refuse
            | Head::Defer { .. }
            | Head::Caution(_)
            | Head::AskPrescriber(_)
            | Head::AskClinic(_)
            | Head::TellClinic(_)
            | Head::Prepare(_)
            | Head::Note(_) => vec![Part::Whole],
            Head::Avoid { .. }
            | Head::Duty { .. }
            | Head::Allow { .. }
            | Head::Resume { .. }
            | Head::Limit { .. }
            | Head::Expect { .. } => Vec::new(),
        };
        both.add(Source::Sentence(said), said, parts, &mut all);
    }
    all
}

/// Each of several things; of a choice they are one duty.
fn of_duty(items: &[ThingRef], choice: bool) -> Vec<Part> {
    if choice {
        return vec![Part::Duty(items.to_vec())];
    }
    let each = items.iter().cloned();
    each.map(|item| Part::Duty(vec![item])).collect()
}

/// The things at the bottom of what is named, without what is left out.
fn of_things(vocabulary: &Vocabulary, items: &[ThingRef], except: &[ThingRef]) -> Vec<Part> {
    let mut parts = Vec::new();
    for item in items {
        for member in members_of(vocabulary, item) {
            let out = |left: &ThingRef| {
                left.attributes.is_empty() && vocabulary.is_under(member, left.thing)
            };
            if !except.iter().any(out) {
                parts.push(Part::Thing(ThingRef {
                    thing: member,
                    ..item.clone()
                }));
            }
        }
    }
    parts
}

/// The sentences of both protocols.
pub(super) struct Both<'s, 'p> {
    pub prepared: &'s Prepared<'p>,
    /// All sentences as they were written, the old ones first.
    pub rules: &'s [Rule],
    /// How many of them are old.
    pub old: usize,
    /// Of each old sentence where the one stands that is in its place now.
    pub instead: &'s [Instead],
}

impl Both<'_, '_> {
    /// Adds the parts of what an old sentence demands: those that the same sentences cover are one.
    fn add(&self, source: Source, of: usize, parts: Vec<Part>, all: &mut Vec<Demand>) {
        let Some(instead) = self.instead.get(of) else {
            return;
        };
        let mut known: BTreeSet<(Vec<Cover>, Blocks, bool)> = BTreeSet::new();
        for part in parts {
            let blocks = self.blocks(source, &part, 0..self.old);
            if *instead == Instead::Itself && !self.may_be_lost(source, &part, &blocks) {
                continue;
            }
            let found = covers(self, source, of, &part);
            let covers: Vec<Cover> = (found.covers.into_iter())
                .map(|source| self.cover(source, &part, *instead))
                .collect();
            let key = (covers, blocks, found.comparable);
            if !known.contains(&key) {
                known.insert(key.clone());
                let (covers, blocks, comparable) = key;
                all.push(Demand {
                    of,
                    source,
                    blocks,
                    covers,
                    comparable,
                });
            }
        }
    }

    fn cover(&self, source: Source, part: &Part, instead: Instead) -> Cover {
        let said = match source {
            Source::Line(line) => self.prepared.drafts.get(line).map(|placed| placed.said),
            Source::Sentence(said) => Some(said),
        };
        let rule = said.and_then(|said| self.rules.get(said));
        let stands = |rule: &Rule| matches!(instead, Instead::At(span) if span.contains(rule.span));
        Cover {
            source,
            blocks: self.blocks(
                source,
                &self.part_of(source, part),
                self.old..self.rules.len(),
            ),
            instead: rule.is_some_and(stands),
        }
    }

    /// The part of a line that demands as much as a part of another: of a duty all that it asks for.
    fn part_of(&self, source: Source, part: &Part) -> Part {
        let line = source
            .line()
            .and_then(|line| self.prepared.drafts.get(line));
        match (part, line) {
            (Part::Duty(_), Some(placed)) => Part::Duty(placed.draft.items.to_vec()),
            _ => part.clone(),
        }
    }

    fn blocks(&self, source: Source, part: &Part, among: Range<usize>) -> Blocks {
        match source {
            Source::Line(line) => blocks(self, line, part, &among),
            Source::Sentence(_) => Blocks::new(),
        }
    }

    /// Whether a sentence that still stands may demand less: something else takes from it now.
    fn may_be_lost(&self, source: Source, part: &Part, old: &Blocks) -> bool {
        let new = self.blocks(source, part, self.old..self.rules.len());
        let places = |blocks: &Blocks| -> BTreeSet<Vec<(SourceId, u32)>> {
            let each = blocks.iter();
            each.map(|list| list.iter().filter_map(|one| self.place(*one)).collect())
                .collect()
        };
        !new.is_empty() && places(&new) != places(old)
    }

    /// Where the sentence of a line stands.
    fn place(&self, source: Source) -> Option<(SourceId, u32)> {
        let placed = self.prepared.drafts.get(source.line()?)?;
        let span = self.rules.get(placed.said)?.span;
        Some((span.source, span.start))
    }
}
