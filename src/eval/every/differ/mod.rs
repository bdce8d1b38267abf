//! Where two protocols come to something else: for each patient and each instant the answer about each thing, and what
//! each says beside.
//!
//! The sentences of both are put under one vocabulary by their names (`joint`), and on one calendar over one diagram
//! of what may be known. Sentences that say the same in both are told apart from those that do not (`same`): what is
//! only about the former is the same, whatever it is. For all other things, in groups of which the same sentences
//! speak (`subjects`), the interpreter's own answers are taken as conditions, for each stretch of time that the bounds
//! of both leave (`compare`). Duties, limits, warning signs and all else that is no answer are held against what says
//! as much (`facets`, `held`).

mod apart;
mod compare;
mod facets;
mod found;
mod held;
mod joint;
mod names;
mod person;
mod same;
mod subjects;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::asked::Question;
use super::looser::{Source, World, worlds};
use super::{Candidates, Looks, universe};
use crate::check::{Details, Protocol, ThingRef};
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::timing::Times;
use crate::plan::Moment;
use crate::profile::Profile;
use crate::span::{SourceId, Span};
use crate::vocabulary::{FactId, ThingId};
use compare::Stage;
use facets::{Facet, Finder, bans};
use found::Found;
use joint::Joint;
use same::Same;
pub(crate) use subjects::Named;
use subjects::{Group, aspects, groups};

/// Which way something turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The new protocol asks less, or permits more.
    Looser,
    /// It asks more, or permits less.
    Stricter,
    /// Neither can be said.
    Different,
}

impl Turn {
    /// The other way round.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Looser => Self::Stricter,
            Self::Stricter => Self::Looser,
            Self::Different => Self::Different,
        }
    }
}

/// Something in which two protocols differ.
#[derive(Debug)]
pub(crate) struct Difference {
    pub turn: Turn,
    /// Whether the sentence stands in both, and what only one of them restricts takes from it.
    pub held_back: bool,
    /// Of such a one the sentence in each.
    pub twins: (Vec<usize>, Vec<usize>),
    /// The old sentences behind it, by their places.
    pub old: Vec<usize>,
    /// The new ones.
    pub new: Vec<usize>,
    /// The things whose answers differ; none where it is what sentences say beside.
    pub things: BTreeSet<Named>,
    /// One of each kind of them: those of one kind have one answer.
    pub kinds: Vec<Named>,
    /// Of a sentence that says several things those that differ; none where all do.
    pub parts: BTreeSet<String>,
    /// Whether the days move with events: those told are some of them.
    pub moves: bool,
    /// From which day to which, counted from the treatment; none where there is no such end. What is about no days
    /// has none.
    pub days: Vec<(Option<i64>, Option<i64>)>,
    /// Patients of whom it is so, the one of whom least is told first.
    pub shown: Vec<Shown>,
}

impl Difference {
    /// The sentences of the old protocol, or of the new one, that say it or do not.
    fn asked(&self, is_old: bool) -> &[usize] {
        match (self.held_back, is_old) {
            (true, true) => &self.twins.0,
            (true, false) => &self.twins.1,
            (false, true) => &self.old,
            (false, false) => &self.new,
        }
    }
}

/// A patient of whom it is so, in the names of both protocols.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub patient: Profile,
    /// How much is told.
    pub size: usize,
    pub words: String,
    pub day: i64,
    pub on: Moment,
    /// The thing of which it was found, where answers about things differ.
    pub thing: Option<Named>,
    /// How many things are as that one is.
    pub alike: usize,
}

impl Shown {
    /// Of whom least is told stands first, then the first day from the treatment on, then what most things are like.
    fn by_size(&self) -> impl Ord + use<> {
        let narrowed = self
            .thing
            .as_ref()
            .map_or(0, |thing| thing.attributes.len());
        (
            self.size,
            self.day < 0,
            self.day.unsigned_abs(),
            narrowed,
            std::cmp::Reverse(self.alike),
        )
    }
}

/// All in which two protocols differ.
pub(crate) struct Differing {
    pub found: Vec<Difference>,
    /// The sentences of which it is not decided whether they come to something else: old ones and new ones.
    pub undecided: (BTreeSet<usize>, BTreeSet<usize>),
    /// Whether not all was looked at.
    pub unfinished: bool,
    /// The facts that are of one kind in the one and of another in the other, by name.
    pub apart: BTreeSet<String>,
    /// The symptoms, places, events and situations that sentences name and that hold others in each, by name.
    pub otherwise: BTreeSet<String>,
    /// What both protocols are called by.
    joint: Joint,
}

impl Differing {
    /// The patient in the names of the old protocol, or of the new one.
    pub fn patient(&self, is_old: bool, patient: &Profile) -> Profile {
        let names = self.names(is_old);
        person::of(names, patient)
    }

    /// What the old protocol, or the new one, is asked of a difference: about a thing, or else what its sentences say.
    pub fn question(&self, is_old: bool, one: &Difference, named: Option<&Named>) -> Question {
        match named {
            Some(named) => Question::Thing(self.thing(is_old, named)),
            None => Question::Sentences(one.asked(is_old).to_vec()),
        }
    }

    /// A thing as the old protocol names it, or the new one; none where it knows none.
    pub fn thing(&self, is_old: bool, named: &Named) -> Option<ThingRef> {
        let names = self.names(is_old);
        let thing = if is_old {
            named.things.0
        } else {
            named.things.1
        }?;
        let back = |thing: ThingId| person::back(&names.things, thing);
        let attributes = named.attributes.iter().map(|test| {
            let mut test = test.clone();
            test.attribute = back(test.attribute)?;
            Some(test)
        });
        Some(ThingRef {
            thing: back(thing)?,
            attributes: attributes.collect::<Option<_>>()?,
            qualifiers: Vec::new(),
            written: None,
            span: nowhere(),
        })
    }

    fn names(&self, is_old: bool) -> &names::Names {
        if is_old {
            &self.joint.names.0
        } else {
            &self.joint.names.1
        }
    }
}

/// A place in no text.
fn nowhere() -> Span {
    Span::new(SourceId::default(), 0, 0)
}

/// Compares two protocols.
pub(crate) fn differ(old: &Protocol, new: &Protocol, looks: &mut Looks) -> Differing {
    let joint = Joint::of(old, new);
    let same = Same::of(&joint);
    let aspects = aspects(&joint.rules);
    let mut found = Found::default();
    let mut undecided = (BTreeSet::new(), BTreeSet::new());
    {
        let mut prepared = Prepared::apart(&joint.protocol);
        // An example names what both protocols have a name for, where something of the kind has.
        for groups in prepared.landmarks.groups.values_mut() {
            groups.shown_by(|thing| joint.is_of_both(thing));
        }
        let finder = Finder {
            joint: &joint,
            prepared: &prepared,
            same: &same,
            bans: bans(&prepared, &same),
        };
        let facets = finder.all();
        let nobody = universe::nothing_known();
        let groups = match Scene::of_all_known(&prepared, &nobody) {
            Ok(scene) => groups(&joint, (&prepared, &scene), (&same, &aspects)),
            Err(_) => {
                looks.undecided = true;
                Vec::new()
            }
        };
        let mut search = Search {
            joint: &joint,
            prepared: &prepared,
            same: &same,
            aspects: &aspects,
            groups,
            facets,
            found: &mut found,
            undecided: &mut undecided,
        };
        search.all(looks);
    }
    let name = |fact: &FactId| joint.vocabulary().fact(*fact).name.clone();
    let mut found = found.all();
    for one in found.iter_mut().filter(|one| one.held_back) {
        one.twins = twins(&joint, &same, one);
    }
    Differing {
        found,
        undecided,
        unfinished: looks.undecided,
        otherwise: apart::named_otherwise(&joint),
        apart: apart::read_apart(&joint).iter().map(name).collect(),
        joint,
    }
}

/// The sentences of each protocol that say the same as one that stands in both and is held back in one.
fn twins(joint: &Joint, same: &Same, one: &Difference) -> (Vec<usize>, Vec<usize>) {
    let of = one
        .old
        .iter()
        .copied()
        .chain(one.new.iter().map(|said| said + joint.old));
    let said: BTreeSet<usize> = of
        .filter(|said| !same.is_changed(*said))
        .map(|said| same.said(said))
        .collect();
    let alike = (0..joint.rules.len()).filter(|rule| said.contains(&same.said(*rule)));
    let (old, new): (Vec<usize>, Vec<usize>) = alike.partition(|rule| *rule < joint.old);
    (old, new.into_iter().map(|said| said - joint.old).collect())
}

struct Search<'s, 'p> {
    joint: &'s Joint,
    prepared: &'s Prepared<'p>,
    same: &'s Same,
    aspects: &'s [Details],
    groups: Vec<Group>,
    facets: Vec<Facet>,
    found: &'s mut Found,
    undecided: &'s mut (BTreeSet<usize>, BTreeSet<usize>),
}

impl Search<'_, '_> {
    fn all(&mut self, looks: &mut Looks) {
        let (worlds, too_many) = worlds(self.prepared, &self.candidates());
        looks.undecided |= too_many;
        for world in &worlds {
            if !self.in_world(world, looks) {
                break;
            }
        }
        self.not_comparable();
    }

    /// The pairs of lines whose events tell apart how they meet.
    fn candidates(&self) -> Candidates {
        let mut pairs: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for group in &self.groups {
            for line in &group.lines {
                pairs.entry(*line).or_default().extend(&group.lines);
            }
        }
        for facet in &self.facets {
            if let Source::Line(own) = facet.source {
                let with = pairs.entry(own).or_default();
                with.insert(own);
                with.extend(facet.sources().filter_map(Source::line));
            }
        }
        let list = |(own, with): (usize, BTreeSet<usize>)| {
            (own, with.into_iter().collect::<Rc<[usize]>>())
        };
        pairs.into_iter().map(list).collect()
    }

    /// Compares for the patients of one world; whether more may be looked at.
    fn in_world(&mut self, world: &World, looks: &mut Looks) -> bool {
        let touched = |lines: &BTreeSet<usize>| {
            let about = world.about.as_ref();
            about.is_none_or(|about| !about.is_disjoint(lines))
        };
        let groups: Vec<usize> = (0..self.groups.len())
            .filter(|at| {
                let group = self.groups.get(*at);
                group.is_some_and(|group| touched(&group.lines))
            })
            .collect();
        let facets: Vec<usize> = (0..self.facets.len())
            .filter(|at| {
                let facet = self.facets.get(*at);
                facet.is_some_and(|facet| {
                    touched(&facet.sources().filter_map(Source::line).collect())
                })
            })
            .collect();
        if groups.is_empty() && facets.is_empty() {
            return true;
        }
        let mut times = Times::default();
        let Some(mut scene) = set(self.prepared, &world.profile, &mut times) else {
            looks.undecided = true;
            return true;
        };
        let mut stage = Stage::new(
            self.joint,
            self.prepared,
            self.same,
            self.aspects,
            &times,
            world,
        );
        for (at, group) in groups
            .iter()
            .filter_map(|at| Some((*at, self.groups.get(*at)?)))
        {
            if !looks.spend(group.lines.len() * group.aspects.len()) {
                return false;
            }
            stage.group(&mut scene, (at, group), self.found, self.undecided);
        }
        for facet in facets.iter().filter_map(|at| self.facets.get(*at)) {
            if !looks.spend(1 + facet.covers.len() + facet.others.len()) {
                return false;
            }
            stage.facet(&mut scene, facet, self.found, self.undecided);
        }
        looks.undecided |= scene.unknowns.diagram.is_full();
        true
    }

    /// Marks what hangs on other sessions, on procedures and on what is only printed, where another sentence about the
    /// same is another one.
    fn not_comparable(&mut self) {
        let vocabulary = self.joint.vocabulary();
        for group in &self.groups {
            let changed: Vec<(usize, bool)> = (group.lines.iter())
                .filter_map(|line| self.prepared.drafts.get(*line))
                .filter(|placed| self.same.is_changed(placed.said))
                .map(|placed| {
                    let window = &placed.draft.window;
                    (placed.said, super::looser::is_placed(vocabulary, window))
                })
                .collect();
            let both = changed.iter().any(|(said, _)| *said < self.joint.old)
                && changed.iter().any(|(said, _)| *said >= self.joint.old);
            let windows: BTreeSet<_> = (changed.iter())
                .filter_map(|(said, _)| self.joint.rules.get(*said))
                .map(|rule| &rule.window)
                .collect();
            if both && windows.len() > 1 && changed.iter().any(|(_, placed)| !placed) {
                changed
                    .iter()
                    .for_each(|(said, _)| mark(self.joint, self.undecided, *said));
            }
        }
        for facet in self.facets.iter().filter(|facet| !facet.comparable) {
            mark(self.joint, self.undecided, facet.of);
        }
    }
}

/// Notes that something of a sentence is not decided.
fn mark(joint: &Joint, undecided: &mut (BTreeSet<usize>, BTreeSet<usize>), said: usize) {
    match said.checked_sub(joint.old) {
        None => undecided.0.insert(said),
        Some(said) => undecided.1.insert(said),
    };
}

fn set<'s>(
    prepared: &'s Prepared<'s>,
    profile: &'s Profile,
    times: &mut Times,
) -> Option<Scene<'s>> {
    let mut scene = Scene::of_all_known(prepared, profile).ok()?;
    times.decide(&mut scene, prepared).ok()?;
    Some(scene)
}
