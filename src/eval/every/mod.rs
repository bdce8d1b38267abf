//! What holds for every patient: sentences of a protocol that meet for some patient on some day, each
//! with such a patient.
//!
//! Which restriction takes all of what a sentence is about is found out once for all sentences about the
//! same, over an index of what is named (`aspect`). One evaluation of a patient of whom nothing is known
//! gives each line its times, and what they hang on as a decision diagram over all that may be known: two
//! lines meet where their times do and both conditions can be true (`meeting`). That is decided, not
//! sampled. Events are tried on each day on which one of them can change what meets (`universe`). The
//! patient of a finding is one way in which both conditions are true, and as little of it as can be
//! (`patient`); the worst of what holds a sentence back is told, and its plan was made again (`again`). Two
//! protocols are compared in the same way (`looser`): what a variant asks less.

mod again;
mod asked;
mod aspect;
mod care;
mod differ;
mod endless;
mod gap;
mod implied;
mod looser;
mod meeting;
mod never;
mod patient;
mod steps;
mod together;
mod universe;

pub use asked::CONFIRMED;
pub(crate) use asked::{Asking, Outcome, Question, Said};
pub use care::{Unasked, unasked};
pub use differ::Turn;
pub(crate) use differ::{Difference, Differing, Named, Shown, differ};
pub use endless::{Endless, endless};
pub use gap::{Gap, gaps};
pub use implied::{Implied, implied};
pub(crate) use looser::no_shorter;
pub use looser::{Compared, Instead, Looser, looser};
pub use never::{Never, never};
pub(crate) use together::together;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::conditions::{Told, a_patient};
use super::interval::Interval;
use super::line::{Line, line};
use super::prepared::Prepared;
use super::scene::Scene;
use super::timing::Times;
use crate::check::{Head, Protocol, Rule};
use crate::plan::{Moment, Verb};
use crate::profile::Profile;
use crate::span::Span;
use aspect::Aspects;
use meeting::Meeting;
use patient::Example;
use universe::{Universe, Universes};

/// A duty or a permission that a restriction holds back, for some patient on some day.
#[derive(Debug, Clone)]
pub struct HeldBack<'p> {
    /// The duty or the permission, or the steps of which it is one.
    pub held: &'p Rule,
    /// Where it stands: the sentence, or the things of the step.
    pub span: Span,
    /// The restriction.
    pub by: &'p Rule,
    /// Whether nothing is left of it for the patient.
    pub altogether: bool,
    /// The things of which it is so, in words, where the sentence names more and that was found out.
    pub things: Vec<String>,
    /// A patient of whom it is so.
    pub patient: Profile,
    /// The patient in words: `a patient of 25 with skin type V, pregnant`; nobody in particular is
    /// `any patient`.
    pub words: String,
    /// A day on which it is so, counted from the treatment on day 0.
    pub day: i64,
}

/// How much is looked at of one protocol: a pair of sentences is one, and a plan made again is
/// two hundred. Beyond it the rest is left undecided, which [`AllHeldBack::undecided`] says.
pub const LIMIT: usize = 4_000_000;

/// What a plan that is made again costs, in pairs.
const AGAIN: usize = 200;

/// As many restrictions as are told of one sentence.
const TOLD: usize = 8;

/// What was found of a protocol.
#[derive(Debug, Clone, Default)]
pub struct AllHeldBack<'p> {
    /// The duties and permissions that a restriction holds back, in the order of the rules, at most eight
    /// restrictions of each, or as many as were asked for.
    pub found: Vec<HeldBack<'p>>,
    /// Whether not all was looked at: past [`LIMIT`], or what no patient can be made of.
    pub undecided: bool,
}

/// The duties and permissions of a protocol that a restriction holds back.
#[must_use]
pub fn held_back(protocol: &Protocol) -> AllHeldBack<'_> {
    held_back_by(protocol, TOLD)
}

/// The same, with so many restrictions of each sentence.
#[must_use]
pub fn held_back_by(protocol: &Protocol, most: usize) -> AllHeldBack<'_> {
    let (whole, origins) = steps::with_steps(protocol);
    let prepared = Prepared::apart(&whole);
    let mut search = Search {
        protocol,
        origins: &origins,
        prepared: &prepared,
        most,
        looks: Looks::default(),
        pairs: BTreeSet::new(),
        of: BTreeMap::new(),
        found: Vec::new(),
    };
    let candidates = search.candidates();
    let by_event = Universes::of(&prepared, &candidates);
    search.looks.undecided |= by_event.too_many;
    search.in_universe(&Universe {
        profile: universe::nothing_known(),
        candidates,
    });
    for universe in &by_event.all {
        search.in_universe(universe);
    }
    let mut found = search.found;
    found.sort_by_key(|one: &HeldBack<'_>| {
        let place = |span: Span| (span.source, span.start);
        (place(one.span), place(one.by.span))
    });
    AllHeldBack {
        found,
        undecided: search.looks.undecided,
    }
}

/// A line that asks for something or permits it, and the restrictions that may hold it back: by their drafts.
type Candidates = Vec<(usize, Rc<[usize]>)>;

/// What was looked at so far, of [`LIMIT`].
#[derive(Debug, Default)]
pub struct Looks {
    made: usize,
    /// Whether that was not all.
    pub undecided: bool,
}

impl Looks {
    /// Whether so much may still be looked at.
    fn spend(&mut self, cost: usize) -> bool {
        self.made += cost;
        self.undecided |= self.made >= LIMIT;
        self.made < LIMIT
    }
}

struct Search<'s, 'p> {
    protocol: &'p Protocol,
    /// Of each sentence which of the protocol's it is, or is a step of.
    origins: &'s [usize],
    prepared: &'s Prepared<'s>,
    /// As many restrictions as are told of one sentence.
    most: usize,
    looks: Looks,
    /// The pairs of drafts that were found.
    pairs: BTreeSet<(usize, usize)>,
    /// What was found of each draft: how many restrictions, and whether one leaves nothing.
    of: BTreeMap<usize, (usize, bool)>,
    found: Vec<HeldBack<'p>>,
}

impl<'s, 'p> Search<'s, 'p> {
    /// The pairs of lines of which the one restricts all that the other is about.
    fn candidates(&mut self) -> Candidates {
        let mut aspects = Aspects::of(self.prepared);
        let mut candidates = Vec::new();
        for (index, placed) in self.prepared.drafts.iter().enumerate() {
            if placed.draft.verb == Verb::Avoid {
                continue;
            }
            let against = aspects.against(self.protocol, index, &mut self.looks);
            if !against.is_empty() {
                candidates.push((index, against));
            }
        }
        candidates
    }

    /// Finds what meets for patients of one universe.
    fn in_universe(&mut self, universe: &Universe) {
        let candidates = self.open(&universe.candidates);
        if candidates.is_empty() {
            return;
        }
        let mut times = Times::of_some(self.prepared, self.timings(&candidates));
        let Some(mut scene) = set(self.prepared, &universe.profile, &mut times) else {
            self.looks.undecided = true;
            return;
        };
        let line = |index: usize| {
            let placed = self.prepared.drafts.get(index)?;
            line((self.prepared, &times, 0), placed)
        };
        for (index, against) in &candidates {
            let Some(mine) = line(*index) else {
                continue;
            };
            for other in against.iter() {
                let told = self
                    .of
                    .get(index)
                    .is_some_and(|(told, _)| *told >= self.most);
                if told || !self.looks.spend(1) {
                    break;
                }
                let pair = (*index, *other);
                let Some(theirs) =
                    line(*other).filter(|theirs| theirs.said.rule.span != mine.said.rule.span)
                else {
                    continue;
                };
                self.pair(&mut scene, &universe.profile, pair, (&mine, &theirs));
            }
        }
    }

    /// The pairs of which it is still to be found out whether they meet.
    fn open(&self, candidates: &Candidates) -> Candidates {
        let told = |index: &usize| {
            self.of
                .get(index)
                .is_some_and(|(told, _)| *told >= self.most)
        };
        let open = candidates.iter().filter(|(index, _)| !told(index));
        let open = open.map(|(index, against)| {
            let is_open = |other: &&usize| !self.pairs.contains(&(*index, **other));
            (*index, against.iter().filter(is_open).copied().collect())
        });
        open.filter(|(_, against): &(usize, Rc<[usize]>)| !against.is_empty())
            .collect()
    }

    /// When the lines of pairs hold, by the places of their timings.
    fn timings(&self, candidates: &Candidates) -> BTreeSet<usize> {
        let lines = candidates
            .iter()
            .flat_map(|(index, against)| std::iter::once(index).chain(against.iter()));
        let placed = lines.filter_map(|index| self.prepared.drafts.get(*index));
        placed.map(|placed| placed.timing).collect()
    }

    /// Looks for a patient under two lines that meet.
    fn pair(
        &mut self,
        scene: &mut Scene<'_>,
        profile: &Profile,
        pair: (usize, usize),
        lines: (&Line<'_>, &Line<'_>),
    ) {
        let mut from = 0;
        while let Some((meeting, next)) = meeting::next(scene, lines, from) {
            from = next;
            let Some(example) = Example::of(&scene.truth, profile, &meeting.way) else {
                self.looks.undecided |= patient::is_undecided(&meeting.way);
                continue;
            };
            if let Some(one) = self.finding(scene, pair, lines, meeting, example) {
                self.pairs.insert(pair);
                let (told, worst) = self.of.entry(pair.0).or_default();
                *told += 1;
                *worst |= one.altogether;
                self.found.push(one);
                return;
            }
        }
    }

    /// A meeting, if the plan of such a patient says so, too. Of several of one sentence the first is asked,
    /// the first that leaves nothing, and each of which that alone makes sure.
    fn finding(
        &mut self,
        scene: &Scene<'_>,
        pair: (usize, usize),
        lines: (&Line<'_>, &Line<'_>),
        meeting: Meeting,
        example: Example,
    ) -> Option<HeldBack<'p>> {
        let rule = |index: usize| {
            let placed = self.prepared.drafts.get(index)?;
            let origin = self.origins.get(placed.said)?;
            let said = self.prepared.said.get(placed.said)?;
            let part = again::part(&placed.draft);
            Some((self.protocol.rules.get(*origin)?, (said.rule, part)))
        };
        let ((held, mine), (by, theirs)) = (rule(pair.0)?, rule(pair.1)?);
        let (told, worst) = self.of.get(&pair.0).copied().unwrap_or_default();
        let sure = told > 0
            && (worst || !meeting.altogether)
            && meeting::is_plain(scene, lines.0, &meeting.way);
        let mut cut = again::Cut {
            altogether: meeting.altogether,
            things: Vec::new(),
        };
        if !sure {
            if !self.looks.spend(AGAIN) {
                return None;
            }
            cut = again::is_held_back(self.protocol, &example.profile, (mine, theirs))?;
        }
        // Steps are a routine: what is left out of one for a time is left out of it, which the plan says.
        if !cut.altogether && matches!(held.head, Head::Steps { .. }) {
            return None;
        }
        // What ends a restriction may come before anything is lost.
        let mut told = example.told;
        let awaited = lines.1.fallen.open_until;
        told.extend(awaited.map(|event| Told::Is(format!("`{event}` still to come"))));
        Some(HeldBack {
            held,
            span: mine.0.span,
            by,
            altogether: cut.altogether && awaited.is_none(),
            things: cut.things,
            day: day(scene, meeting.interval),
            patient: example.profile,
            words: a_patient(&told),
        })
    }
}

/// Decides all of a patient of whom a profile tells all that is known.
fn set<'s>(
    prepared: &'s Prepared<'s>,
    profile: &'s Profile,
    times: &mut Times,
) -> Option<Scene<'s>> {
    let mut scene = Scene::of_everybody(prepared, profile).ok()?;
    times.decide(&mut scene, prepared).ok()?;
    Some(scene)
}

/// The first day of an interval, counted from the treatment; the treatment's where it has no start.
fn day(scene: &Scene<'_>, interval: Interval) -> i64 {
    let treated = scene.treatment.days.0;
    if interval.start.is_date() {
        (scene.clock.first_day(interval.start) - treated).num_days()
    } else {
        0
    }
}

/// An instant of an interval, as the patient's clock shows it: its first, or the treatment's where it has none before.
fn moment(scene: &Scene<'_>, at: Interval) -> Moment {
    let treated = scene.treatment.instants.0;
    let instant = if at.start.is_date() {
        at.start
    } else if at.start <= treated && treated < at.end {
        treated
    } else {
        at.end.moved(-MINUTE)
    };
    Moment::at(scene.clock.local(instant))
}

/// A minute in microseconds.
const MINUTE: i64 = 60_000_000;

/// The day of that instant, counted from the treatment.
fn day_of(scene: &Scene<'_>, at: Interval) -> i64 {
    (moment(scene, at).date - scene.treatment.days.0).num_days()
}
