//! What is found of each sentence, and what of it has one cause: that is one finding, since one change mends it.
//!
//! One cause have the sentences that the same restrictions hold back, those of which one other sentence says all (what
//! that adds nothing to says it, too), those under one condition that no patient meets, those that leave out one value
//! of a fact, and the bans on medicines of a protocol that asks no prescriber. A sentence that never ends is a cause of
//! its own.

use std::collections::BTreeMap;

use crate::check::{Condition, Protocol, Rule};
use crate::diagnostic::Code;
use crate::eval::every::{
    Endless, Gap, HeldBack, Implied, Looks, endless, gaps, held_back, implied, never, unasked,
};
use crate::span::Span;
use crate::vocabulary::{FactId, ThingId};

/// What is found of one sentence.
pub(super) enum Found<'p> {
    /// No patient is under it; two parts of the condition that are never so together, where two are.
    Never(&'p Rule, Option<(String, String)>),
    /// Restrictions hold it back, at least one.
    HeldBack(Vec<HeldBack<'p>>),
    /// Another says all of it.
    Implied(Implied<'p>),
    /// It is for some values of a fact, another for others, and nothing is for one of them.
    Gap(Gap<'p>),
    /// It does not end.
    Endless(Endless<'p>),
    /// It bans a class of medicines, and nobody asks the prescriber.
    Unasked(&'p Rule, ThingId),
}

/// What makes findings one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cause<'p> {
    Condition(&'p Condition),
    Restrictions(Vec<Span>),
    SaidBy(Span),
    Value(FactId, String),
    Itself(Span),
    NoPrescriber,
}

impl Found<'_> {
    /// Its code, and where it is told.
    pub(super) fn place(&self) -> Option<(Code, Span)> {
        Some(match self {
            Self::Never(rule, _) => (Code::NeverApplies, rule.span),
            Self::HeldBack(all) => (Code::HeldBack, all.first()?.span),
            Self::Implied(one) => (Code::Implied, one.rule.span),
            Self::Gap(one) => (Code::Gap, one.rule.span),
            Self::Endless(one) => (Code::NeverEnds, one.rule.span),
            Self::Unasked(rule, _) => (Code::NoPrescriber, rule.span),
        })
    }
}

impl<'p> Found<'p> {
    fn cause(&self) -> Cause<'p> {
        match self {
            Self::Never(rule, _) => Cause::Condition(&rule.condition),
            Self::HeldBack(all) => Cause::Restrictions(all.iter().map(|one| one.by.span).collect()),
            Self::Implied(one) => Cause::SaidBy(one.by.span),
            Self::Gap(one) => Cause::Value(one.fact, one.words.clone()),
            Self::Endless(one) => Cause::Itself(one.rule.span),
            Self::Unasked(..) => Cause::NoPrescriber,
        }
    }
}

/// All that is found of a protocol, sentence by sentence, and whether that was all.
pub(super) fn all(protocol: &Protocol) -> (Vec<Found<'_>>, bool) {
    let mut looks = Looks::default();
    let mut found: Vec<Found<'_>> = Vec::new();
    for one in never(protocol) {
        let rules = std::iter::once(one.rule).chain(one.others);
        found.extend(rules.map(|rule| Found::Never(rule, one.apart.clone())));
    }
    let held_back = held_back(protocol);
    let by_sentence = (held_back.found).chunk_by(|one, next| one.span == next.span);
    found.extend(by_sentence.map(|all| Found::HeldBack(all.to_vec())));
    found.extend(
        to_the_top(implied(protocol, &mut looks))
            .into_iter()
            .map(Found::Implied),
    );
    found.extend(gaps(protocol, &mut looks).into_iter().map(Found::Gap));
    found.extend(endless(protocol).into_iter().map(Found::Endless));
    if let Some(one) = unasked(protocol) {
        let bans = std::iter::once((one.rule, one.class)).chain(one.others);
        found.extend(bans.map(|(rule, class)| Found::Unasked(rule, class)));
    }
    (found, held_back.undecided || looks.undecided)
}

/// The same, each with the sentence that adds nothing to another itself no more.
fn to_the_top(mut all: Vec<Implied<'_>>) -> Vec<Implied<'_>> {
    let above: BTreeMap<Span, (&Rule, bool)> = (all.iter())
        .map(|one| (one.rule.span, (one.by, one.same)))
        .collect();
    for one in &mut all {
        // Of those that say the same the later is told, so that this ends; counted all the same.
        for _ in 0..above.len() {
            let Some((by, same)) = above.get(&one.by.span) else {
                break;
            };
            one.by = by;
            one.same &= same;
        }
    }
    all
}

/// What is found, that of one cause together, each in the order in which it was found.
pub(super) fn by_cause(found: Vec<Found<'_>>) -> Vec<Vec<Found<'_>>> {
    let mut places: BTreeMap<Cause<'_>, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Found<'_>>> = Vec::new();
    for one in found {
        let at = *places.entry(one.cause()).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}
