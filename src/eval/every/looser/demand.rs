//! What a sentence demands, taken apart: each thing at the bottom of the vocabulary that it restricts, each
//! symptom that it has reported, each duty.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::Instead;
use super::blocks::{Blocks, blocks, touches};
use super::covers::{Part, covers};
use crate::check::{Head, Rule, ThingRef};
use crate::eval::every::LIMIT;
use crate::eval::every::implied::covered;
use crate::eval::prepared::Prepared;
use crate::eval::subject::members_of;
use crate::plan::Verb;
use crate::span::SourceId;
use crate::vocabulary::Vocabulary;

/// A line of a sentence, or a sentence that is no line, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::eval::every) enum Source {
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
    /// The thing that it restricts, where it does.
    pub thing: Option<ThingRef>,
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
pub(in crate::eval::every) fn of_duty(items: &[ThingRef], choice: bool) -> Vec<Part> {
    if choice {
        return vec![Part::Duty(items.to_vec())];
    }
    let each = items.iter().cloned();
    each.map(|item| Part::Duty(vec![item])).collect()
}

/// The things at the bottom of what is named, without what is left out.
pub(in crate::eval::every) fn of_things(
    vocabulary: &Vocabulary,
    items: &[ThingRef],
    except: &[ThingRef],
) -> Vec<Part> {
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
    /// The lines of new sentences that are no old ones.
    pub fresh: Vec<usize>,
    /// Whether aftercare lasts otherwise than it did, so that more may take from what still stands.
    pub lasts_otherwise: bool,
    /// How many pairs of sentences were held against each other.
    pub pairs: Cell<usize>,
}

impl Both<'_, '_> {
    /// Adds the parts of what an old sentence demands: those that the same sentences cover are one.
    fn add(&self, source: Source, of: usize, parts: Vec<Part>, all: &mut Vec<Demand>) {
        let Some(instead) = self.instead.get(of) else {
            return;
        };
        let line = source
            .line()
            .and_then(|line| self.prepared.drafts.get(line));
        let restricts = line.is_some_and(|placed| placed.draft.verb == Verb::Avoid);
        let mut known: BTreeSet<(Vec<Cover>, Blocks, bool)> = BTreeSet::new();
        for part in parts {
            if *instead == Instead::Itself && !self.may_be_lost(source, &part) {
                continue;
            }
            if !self.spend() {
                all.push(Demand::undecided(of, source));
                return;
            }
            let blocks = self.blocks(source, &part, 0..self.old);
            let found = covers(self, source, of, &part);
            let covers: Vec<Cover> = (found.covers.into_iter())
                .map(|source| self.cover(source, &part, *instead))
                .collect();
            let key = (covers, blocks, found.comparable);
            if !known.contains(&key) {
                known.insert(key.clone());
                let (covers, blocks, comparable) = key;
                let thing = match part {
                    Part::Thing(thing) if restricts => Some(thing),
                    _ => None,
                };
                all.push(Demand {
                    of,
                    source,
                    thing,
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

    /// Whether one part more may be held against all sentences.
    fn spend(&self) -> bool {
        let pairs = self.pairs.get().saturating_add(self.rules.len());
        self.pairs.set(pairs);
        pairs < LIMIT
    }

    /// The part of a line that demands as much as a part of another: of a duty what of it does.
    fn part_of(&self, source: Source, part: &Part) -> Part {
        let line = source.line();
        let line = line.and_then(|line| self.prepared.drafts.get(line));
        match (part, line) {
            (Part::Duty(things), Some(placed)) => {
                let vocabulary = &self.prepared.protocol.vocabulary;
                let items = placed.draft.items.iter().cloned();
                Part::Duty(
                    items
                        .filter(|item| covered(vocabulary, item, things))
                        .collect(),
                )
            }
            _ => part.clone(),
        }
    }

    fn blocks(&self, source: Source, part: &Part, among: Range<usize>) -> Blocks {
        match source {
            Source::Line(line) => blocks(self, line, part, &among),
            Source::Sentence(_) => Blocks::new(),
        }
    }

    /// Whether a sentence that still stands may demand less: something new takes from it.
    fn may_be_lost(&self, source: Source, part: &Part) -> bool {
        let Source::Line(line) = source else {
            return false;
        };
        self.lasts_otherwise || touches(self, line, part, &self.fresh)
    }
}

/// The lines of new sentences that stand nowhere among the old ones.
pub(super) fn fresh(prepared: &Prepared<'_>, rules: &[Rule], old: usize) -> Vec<usize> {
    let place = |rule: &Rule| (rule.span.source, rule.span.start);
    let known: BTreeSet<(SourceId, u32)> = rules.iter().take(old).map(place).collect();
    let drafts = prepared.drafts.iter().enumerate();
    let fresh = drafts.filter(|(_, placed)| {
        let rule = rules.get(placed.said);
        placed.said >= old && rule.is_some_and(|rule| !known.contains(&place(rule)))
    });
    fresh.map(|(line, _)| line).collect()
}

impl Demand {
    /// One that was not held against anything.
    fn undecided(of: usize, source: Source) -> Self {
        Self {
            of,
            source,
            thing: None,
            blocks: Blocks::new(),
            covers: Vec::new(),
            comparable: false,
        }
    }
}
