//! Of what sentences are about, whatever their times and conditions: which restriction takes all of what
//! another sentence asks for or permits. Found out once for all sentences that are about the same.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::again::{Part, part, takes_all};
use super::{AGAIN, Looks};
use crate::check::{Head, Protocol, Rule, ThingRef};
use crate::eval::deed;
use crate::eval::draft::Draft;
use crate::eval::naming::Naming;
use crate::eval::narrow;
use crate::eval::prepared::Prepared;
use crate::eval::subject::members_of;
use crate::plan::Verb;
use crate::vocabulary::{ThingId, Vocabulary};

/// What lines are about.
pub struct Aspects<'p> {
    all: Vec<Aspect<'p>>,
    /// By draft, what it is about.
    of: Vec<usize>,
    /// Which drafts name a thing.
    naming: Naming,
    /// Of what is asked for or permitted, the drafts that take all of it, as far as it was looked for.
    against: BTreeMap<usize, Rc<[usize]>>,
}

/// What some lines are about: that of the first of them.
struct Aspect<'p> {
    rule: &'p Rule,
    part: Part,
    items: Vec<ThingRef>,
    except: Vec<ThingRef>,
    choice: bool,
    /// The drafts that are about it.
    drafts: Vec<usize>,
}

impl<'p> Aspects<'p> {
    /// Of the lines of a protocol.
    pub fn of(prepared: &Prepared<'p>) -> Self {
        let mut aspects = Self {
            all: Vec::new(),
            of: Vec::new(),
            naming: Naming::default(),
            against: BTreeMap::new(),
        };
        let mut near: BTreeMap<Vec<ThingId>, Vec<usize>> = BTreeMap::new();
        for (index, placed) in prepared.drafts.iter().enumerate() {
            let Some(said) = prepared.said.get(placed.said) else {
                continue;
            };
            let draft = &placed.draft;
            aspects.naming.add(index, &draft.items);
            let key = draft.items.iter().map(|item| item.thing).collect();
            let known = near.entry(key).or_default();
            let same = known.iter().copied().find(|at| {
                let aspect = aspects.all.get(*at);
                aspect.is_some_and(|aspect| aspect.is_of(said.rule, draft))
            });
            let at = same.unwrap_or(aspects.all.len());
            if same.is_none() {
                known.push(at);
                aspects.all.push(Aspect {
                    rule: said.rule,
                    part: part(draft),
                    items: draft.items.to_vec(),
                    except: draft.except.to_vec(),
                    choice: draft.choice,
                    drafts: Vec::new(),
                });
            }
            if let Some(aspect) = aspects.all.get_mut(at) {
                aspect.drafts.push(index);
            }
            aspects.of.push(at);
        }
        aspects
    }

    /// The restrictions that take all of what a draft asks for or permits while both hold, by their drafts,
    /// ascending.
    pub fn against(&mut self, protocol: &Protocol, draft: usize, looks: &mut Looks) -> Rc<[usize]> {
        let Some(at) = self.of.get(draft).copied() else {
            return Rc::default();
        };
        if let Some(known) = self.against.get(&at) {
            return Rc::clone(known);
        }
        let found = self.find(protocol, at, looks);
        self.against.insert(at, Rc::clone(&found));
        found
    }

    fn find(&self, protocol: &Protocol, at: usize, looks: &mut Looks) -> Rc<[usize]> {
        let Some(aspect) = self.all.get(at) else {
            return Rc::default();
        };
        let vocabulary = &protocol.vocabulary;
        let deed = deed::of_head(vocabulary, &aspect.rule.head);
        let things = aspect.items.iter().map(|item| item.thing).chain(deed);
        let near = things.flat_map(|thing| self.naming.overlapping(vocabulary, thing));
        let near: BTreeSet<usize> = near
            .filter_map(|index| self.of.get(index).copied())
            .collect();
        let mut found = Vec::new();
        for other in near.into_iter().filter_map(|other| self.all.get(other)) {
            let details = (&other.rule.details, &aspect.rule.details);
            let reached = || narrow::reached(vocabulary, details.0, details.1);
            if other.part.0 != Verb::Avoid || deed.is_none() && reached().contains(&false) {
                continue;
            }
            if deed.is_none() && !aspect.may_be_taken(vocabulary, other) {
                continue;
            }
            if !looks.spend(AGAIN) {
                break;
            }
            if takes_all(
                protocol,
                (aspect.rule, aspect.part),
                (other.rule, other.part),
            ) {
                found.extend(&other.drafts);
            }
        }
        found.sort_unstable();
        found.into()
    }
}

impl Aspect<'_> {
    /// Whether a restriction takes the first of what one of the things is answered by: else it cannot take all.
    fn may_be_taken(&self, vocabulary: &Vocabulary, by: &Self) -> bool {
        let taken = |item: &ThingRef| {
            let first = members_of(vocabulary, item).into_iter().next();
            let mut classes = by.items.iter();
            first.is_none_or(|first| classes.any(|class| vocabulary.is_under(first, class.thing)))
        };
        !self.except.is_empty() || self.items.iter().any(taken)
    }

    /// Whether a draft of a rule is about the same.
    fn is_of(&self, rule: &Rule, draft: &Draft<'_>) -> bool {
        let (own, other) = (&self.rule.details, &rule.details);
        self.part == part(draft)
            && self.choice == draft.choice
            && *self.items == *draft.items
            && *self.except == *draft.except
            && own.places == other.places
            && own.during == other.during
            && own.outside == other.outside
            && own.using == other.using
            && verb(&self.rule.head) == verb(&rule.head)
    }
}

/// The verb of a duty, and whether it says `only`: what is tended is no use of it.
fn verb(head: &Head) -> Option<(crate::syntax::tree::Verb, bool)> {
    match head {
        Head::Duty { verb, only, .. } => verb.map(|verb| (verb, *only)),
        _ => None,
    }
}
