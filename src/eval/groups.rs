//! The things that a fact may list, in groups that no rule of the protocol tells apart.
//!
//! `taking anticoagulants` over an unasked list of thirty medicines is not thirty unknowns: what
//! matters is, for each group of medicines that all rules treat alike, how recently any of them was
//! taken. Groups are independent of each other, so deciding over them is exact.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::time::{Way, shift_date};
use crate::check::{Atom, Head, Rule};
use crate::syntax::tree::{Duration, Kind};
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// The groups of one fact.
#[derive(Debug, Clone)]
pub struct Groups {
    /// The members at the bottom, by group.
    pub members: Vec<BTreeSet<ThingId>>,
    /// By thing that rules ask about: the groups that have members under it.
    under: BTreeMap<ThingId, Vec<usize>>,
}

impl Groups {
    /// Leaves in each group the members of which something is so alone, where there are any: those stand for the others
    /// in an example.
    pub fn shown_by(&mut self, is_so: impl Fn(ThingId) -> bool) {
        for members in &mut self.members {
            if members.iter().any(|thing| is_so(*thing)) {
                members.retain(|thing| is_so(*thing));
            }
        }
    }

    /// The groups that rules tell apart, for each fact over things; and the lengths of time that
    /// rules ask about.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary, rules: &[Rule]) -> (BTreeMap<FactId, Self>, Vec<Duration>) {
        let (probes, lengths) = probes(vocabulary, rules);
        let probes: Vec<(ThingId, BTreeSet<ThingId>)> = probes
            .into_iter()
            .map(|probe| (probe, vocabulary.leaves(probe)))
            .collect();
        let groups = vocabulary
            .facts()
            .filter_map(|(id, fact)| match fact.kind {
                FactKind::Things(root) => Some((id, Self::new(vocabulary, root, &probes))),
                _ => None,
            })
            .collect();
        (groups, lengths)
    }

    fn new(
        vocabulary: &Vocabulary,
        root: ThingId,
        probes: &[(ThingId, BTreeSet<ThingId>)],
    ) -> Self {
        let mut members: BTreeMap<Vec<bool>, BTreeSet<ThingId>> = BTreeMap::new();
        // What no rule asks about need not be looked at.
        let asked = probes.iter().flat_map(|(_, leaves)| leaves);
        let asked: BTreeSet<ThingId> = asked.copied().collect();
        for leaf in asked {
            if vocabulary.is_under(leaf, root) {
                let holding = probes.iter().map(|(_, leaves)| leaves.contains(&leaf));
                members.entry(holding.collect()).or_default().insert(leaf);
            }
        }
        let mut under: BTreeMap<ThingId, Vec<usize>> = BTreeMap::new();
        for (group, signature) in members.keys().enumerate() {
            for ((probe, _), _) in probes.iter().zip(signature).filter(|(_, under)| **under) {
                under.entry(*probe).or_default().push(group);
            }
        }
        Self {
            members: members.into_values().collect(),
            under,
        }
    }

    /// The groups that have members under a thing, ascending.
    #[must_use]
    pub fn under(&self, vocabulary: &Vocabulary, thing: ThingId) -> Cow<'_, [usize]> {
        if let Some(groups) = self.under.get(&thing) {
            return Cow::Borrowed(groups);
        }
        let leaves = vocabulary.leaves(thing);
        let all = self.members.iter().enumerate();
        all.filter(|(_, members)| !members.is_disjoint(&leaves))
            .map(|(index, _)| index)
            .collect()
    }
}

/// How recently something was taken, as far as rules tell: for each length of time that they ask
/// about, the latest date that is outside it.
#[derive(Debug, Clone)]
pub struct Recency {
    reference: NaiveDate,
    cutoffs: Vec<NaiveDate>,
}

impl Recency {
    /// Counted back from a day.
    #[must_use]
    pub fn of(lengths: &[Duration], reference: NaiveDate) -> Self {
        let cutoffs: BTreeSet<NaiveDate> = lengths
            .iter()
            .map(|length| cutoff(reference, *length))
            .collect();
        Self {
            reference,
            cutoffs: cutoffs.into_iter().collect(),
        }
    }

    /// How many values "how recently" has: never or long ago, one for each length of time that
    /// rules ask about, and now.
    #[must_use]
    pub fn values(&self) -> usize {
        self.cutoffs.len() + 2
    }

    /// The value that stands for being taken now.
    #[must_use]
    pub fn now(&self) -> usize {
        self.cutoffs.len() + 1
    }

    /// A day on which what has a value was last taken: none where it is being taken now.
    #[must_use]
    pub fn last_taken(&self, value: usize) -> Option<NaiveDate> {
        // The first day that is within the next shorter length of time, and not within that one.
        self.cutoffs.get(value.checked_sub(1)?)?.succ_opt()
    }

    /// The least value that lies within a length of time.
    #[must_use]
    pub fn within(&self, length: Duration) -> usize {
        let cutoff = cutoff(self.reference, length);
        self.cutoffs
            .iter()
            .position(|other| *other == cutoff)
            .map_or(self.now(), |index| index + 1)
    }
}

/// The latest date that is a whole `length` or more before `reference`, counted forward from it.
///
/// Counting forward, `date + length > reference` says that `date` is within; months are clamped, so
/// that subtracting would not do.
fn cutoff(reference: NaiveDate, length: Duration) -> NaiveDate {
    let mut date = shift_date(reference, length, 1, Way::Before).unwrap_or(NaiveDate::MIN);
    while let Some(next) = date.succ_opt()
        && !is_within(next, length, reference)
    {
        date = next;
    }
    date
}

/// Whether `length` counted forward from `date` reaches past `reference`.
#[must_use]
pub fn is_within(date: NaiveDate, length: Duration, reference: NaiveDate) -> bool {
    if length.unit.is_elapsed() {
        // A date without a clock time: by the hour it may still be within on the last day.
        return shift_date(date, whole_days(length), 1, Way::After)
            .is_ok_and(|end| end > reference);
    }
    shift_date(date, length, 1, Way::After).is_ok_and(|end| end > reference)
}

/// The least number of whole days that holds a length of time by the clock, counted from any time of
/// its first day.
fn whole_days(length: Duration) -> Duration {
    let hours = match length.unit {
        crate::syntax::tree::TimeUnit::Hour => length.amount.as_thousandths(),
        _ => length.amount.as_thousandths() / 60,
    };
    let days = u32::try_from((hours + 23_999) / 24_000).unwrap_or(u32::MAX);
    Duration {
        amount: crate::number::Number::whole(days.saturating_add(1)),
        unit: crate::syntax::tree::TimeUnit::Day,
    }
}

/// Every thing that a rule asks or restricts as a medicine, and every length of time.
fn probes(vocabulary: &Vocabulary, rules: &[Rule]) -> (BTreeSet<ThingId>, Vec<Duration>) {
    let mut things = BTreeSet::new();
    let mut lengths = Vec::new();
    for rule in rules {
        rule.condition
            .atoms(&mut |atom| collect(atom, &mut things, &mut lengths));
        if let Head::Steps { items, .. } = &rule.head {
            for item in items {
                item.condition
                    .atoms(&mut |atom| collect(atom, &mut things, &mut lengths));
            }
        }
        let implied = super::deferral::implied(rule);
        if let Some(condition) = &implied {
            condition.atoms(&mut |atom| collect(atom, &mut things, &mut lengths));
        }
        // Of a restricted medicine each member counts by itself: it may be prescribed.
        for thing in restricted(rule) {
            if vocabulary.thing(thing).kind == Kind::Medicine {
                things.extend(vocabulary.leaves(thing));
                things.insert(thing);
            }
        }
    }
    (things, lengths)
}

fn collect(atom: &Atom, things: &mut BTreeSet<ThingId>, lengths: &mut Vec<Duration>) {
    match atom {
        Atom::Taking(thing) | Atom::Prescribed(thing) | Atom::IncludesThing { thing, .. } => {
            things.insert(*thing);
        }
        Atom::Took { thing, within } => {
            things.insert(*thing);
            lengths.push(*within);
        }
        _ => {}
    }
}

/// What a rule restricts: its things, and all else of their kind where it says `only`.
fn restricted(rule: &Rule) -> Vec<ThingId> {
    let mut things: Vec<ThingId> = rule
        .head
        .restricted()
        .iter()
        .map(|item| item.thing)
        .collect();
    if matches!(rule.head, Head::Duty { only: true, .. }) {
        things.push(Vocabulary::kind_class(Kind::Medicine));
    }
    things
}
