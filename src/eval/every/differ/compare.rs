//! The answers of both protocols about one group of things, for the patients of one world.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::found::{About, Found, Key};
use super::joint::Joint;
use super::same::Same;
use super::subjects::{Group, is_of};
use super::{Shown, Turn, mark};
use crate::check::Details;
use crate::eval::answer::Verdicts;
use crate::eval::conditions::{Told as InWords, a_patient};
use crate::eval::diagram::{Diagram, Node};
use crate::eval::every::looser::{World, either, stretches};
use crate::eval::every::patient::{Example, is_undecided};
use crate::eval::every::{day_of, moment};
use crate::eval::interval::Interval;
use crate::eval::lines::Lines;
use crate::eval::narrow;
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::standing::Standing;
use crate::eval::subject::Subject;
use crate::eval::time::Instant;
use crate::eval::timing::Times;
use crate::eval::unknown::{Unknown, Way};
use crate::vocabulary::FactId;

/// Both protocols on the calendar of one world.
pub(super) struct Stage<'s, 'p> {
    pub joint: &'s Joint,
    pub prepared: &'s Prepared<'p>,
    pub same: &'s Same,
    aspects: &'s [Details],
    pub times: &'s Times,
    world: &'s World,
    /// By side and by what else is looked at: the lines that hold there, and the place of each among all.
    lines: BTreeMap<(bool, usize), Rc<Side<'s>>>,
}

/// The lines of one protocol that hold where, while what and with what something else does.
pub(super) struct Side<'s> {
    pub lines: Lines<'s>,
    /// Of each line which it is of all.
    places: Vec<usize>,
}

impl Side<'_> {
    /// Which of all lines one of these is.
    pub fn place(&self, line: usize) -> Option<usize> {
        self.places.get(line).copied()
    }
}

/// How something that differs is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Whether it is about days.
    pub has_days: bool,
    /// Whether it is tried out with the events that it hangs on.
    pub tried: bool,
}

/// What one of the protocols says about a subject.
type Spoken<'s> = (Rc<Side<'s>>, Option<Rc<Verdicts>>);

impl<'s, 'p> Stage<'s, 'p> {
    pub fn new(
        joint: &'s Joint,
        prepared: &'s Prepared<'p>,
        same: &'s Same,
        aspects: &'s [Details],
        times: &'s Times,
        world: &'s World,
    ) -> Self {
        Self {
            joint,
            prepared,
            same,
            aspects,
            times,
            world,
            lines: BTreeMap::new(),
        }
    }

    /// Compares what both answer about a group.
    pub fn group(
        &mut self,
        scene: &mut Scene<'_>,
        (place, group): (usize, &Group),
        found: &mut Found,
        undecided: &mut (BTreeSet<usize>, BTreeSet<usize>),
    ) {
        let (was, now) = group.subjects(self.joint);
        for aspect in &group.aspects {
            if !self.differs(group, *aspect) {
                continue;
            }
            let old = self.spoken(scene, true, *aspect, was.as_ref());
            let new = self.spoken(scene, false, *aspect, now.as_ref());
            let of = |(_, said): &Spoken<'_>| -> Vec<Instant> {
                said.iter().flat_map(|said| said.bounds()).collect()
            };
            let mut bounds = of(&old);
            bounds.extend(of(&new));
            for at in stretches(self.since(scene), &bounds) {
                let (old_at, new_at) = (standing(scene, &old, at), standing(scene, &new, at));
                let diagram = &mut scene.unknowns.diagram;
                let turns = [
                    (Turn::Looser, old_at.looser(diagram, &new_at)),
                    (Turn::Stricter, new_at.looser(diagram, &old_at)),
                ];
                for (turn, node) in told_apart(diagram, &turns, (&old_at, &new_at)) {
                    let key = Key {
                        turn,
                        answers: true,
                        held_back: false,
                        old: self.behind(scene, group, &old, (at, node), true),
                        new: self.behind(scene, group, &new, (at, node), false),
                    };
                    let about = About::Things(place, &group.members);
                    let kind = Told {
                        has_days: true,
                        tried: true,
                    };
                    self.record(scene, (key, about), (at, node), kind, found, undecided);
                }
            }
        }
    }

    /// The time that is looked at: asked about an earlier day, what has happened on a later one has not happened yet,
    /// which is another world.
    pub fn since(&self, scene: &Scene<'_>) -> Interval {
        let first = self.world.profile.events.values().max();
        let start = first.map(|date| scene.clock.start_of(*date));
        Interval {
            start: start.unwrap_or(Instant::NEVER_BEGAN),
            ..Interval::ALWAYS
        }
    }

    /// Whether the sentences that hold there are not all in both.
    fn differs(&self, group: &Group, aspect: usize) -> bool {
        let lines = group
            .lines
            .iter()
            .filter(|line| self.reaches(**line, aspect));
        lines
            .filter_map(|line| self.prepared.drafts.get(*line))
            .any(|placed| self.same.is_changed(placed.said))
    }

    fn reaches(&self, line: usize, aspect: usize) -> bool {
        let rule = self.prepared.drafts.get(line);
        let rule = rule.and_then(|placed| self.joint.rules.get(placed.said));
        let (Some(rule), Some(details)) = (rule, self.aspects.get(aspect)) else {
            return false;
        };
        !narrow::reached(self.joint.vocabulary(), &rule.details, details).contains(&false)
    }

    /// The lines of one protocol that hold there.
    pub fn side(&mut self, is_old: bool, aspect: usize) -> Rc<Side<'s>> {
        if let Some(known) = self.lines.get(&(is_old, aspect)) {
            return Rc::clone(known);
        }
        let (joint, prepared) = (self.joint, self.prepared);
        let among =
            |line: usize| is_of(joint, prepared, line, is_old) && self.reaches(line, aspect);
        let holds = |line: &usize| {
            let placed = prepared.drafts.get(*line);
            placed.is_some_and(|placed| self.times.get(prepared, placed.timing).is_some())
        };
        let side = Rc::new(Side {
            lines: Lines::among(prepared, self.times, &among),
            places: (0..prepared.drafts.len())
                .filter(|line| among(*line))
                .filter(holds)
                .collect(),
        });
        self.lines.insert((is_old, aspect), Rc::clone(&side));
        side
    }

    /// The place among all that are told apart of where, while what and with what a sentence holds.
    pub fn aspect_of(&self, rule: usize) -> usize {
        let rule = self.joint.rules.get(rule);
        let own = rule.map(|rule| super::subjects::aspects_in(&rule.details));
        let first = own.and_then(|own| own.into_iter().next());
        let mut aspects = self.aspects.iter();
        aspects
            .position(|known| Some(known) == first.as_ref())
            .unwrap_or_default()
    }

    fn spoken(
        &mut self,
        scene: &mut Scene<'_>,
        is_old: bool,
        aspect: usize,
        subject: Option<&Subject>,
    ) -> Spoken<'s> {
        let side = self.side(is_old, aspect);
        let said = subject.map(|subject| side.lines.about(scene, subject));
        (side, said)
    }

    /// The sentences of one protocol that are behind an answer and not in the other one; where none of those is, all
    /// that are about the group.
    fn behind(
        &self,
        scene: &Scene<'_>,
        group: &Group,
        (side, said): &Spoken<'_>,
        (at, node): (Interval, Node),
        is_old: bool,
    ) -> BTreeSet<usize> {
        let way = scene.unknowns.example(node, Node::TRUE);
        let can_be = |node: Node| {
            let levels = way.as_ref().map(|way| &way.levels);
            levels.is_none_or(|levels| scene.unknowns.diagram.can_be(node, levels))
        };
        let restricting = said.iter().flat_map(|said| said.restricting_at(at));
        let permitting = said.iter().flat_map(|said| said.permitting_at(at));
        let lines = restricting
            .map(|(line, _, node)| (line, node))
            .chain(permitting)
            .filter(|(_, node)| can_be(*node));
        let lines: BTreeSet<usize> = lines.filter_map(|(line, _)| side.place(line)).collect();
        let behind = self.changed(&lines, is_old);
        if behind.is_empty() {
            self.changed(&group.lines, is_old)
        } else {
            behind
        }
    }

    /// The sentences of one protocol behind some lines that the other one has not, by their places in it.
    fn changed(&self, lines: &BTreeSet<usize>, is_old: bool) -> BTreeSet<usize> {
        let placed = lines
            .iter()
            .filter_map(|line| self.prepared.drafts.get(*line));
        let said = placed.map(|placed| placed.said);
        let changed = said.filter(|said| self.same.is_changed(*said));
        changed
            .filter_map(|said| place(self.joint, said, is_old))
            .collect()
    }

    /// Of the patients of whom something is so those of whom nothing is listed that one of the protocols has no name for,
    /// if there are any: both can be asked about them.
    fn nameable(&self, scene: &mut Scene<'_>, mut node: Node) -> Node {
        let values = scene.truth.recency().values();
        for unknown in scene.unknowns.behind(node) {
            let Unknown::Group(fact, group) = unknown else {
                continue;
            };
            if self.is_named(fact, group) {
                continue;
            }
            let listed =
                (scene.unknowns).is(Unknown::Group(fact, group), values, |value| value > 0);
            node = either(scene, node, listed);
        }
        node
    }

    /// Whether both protocols have a name for what stands for a group of things.
    fn is_named(&self, fact: FactId, group: usize) -> bool {
        let groups = self.prepared.landmarks.groups.get(&fact);
        let members = groups.and_then(|groups| groups.members.get(group));
        let first = members.and_then(|members| members.first());
        first.is_some_and(|thing| self.joint.is_of_both(*thing))
    }

    /// Leaves out that something is not listed that one of the protocols has no name for, where something else is.
    fn leave_unnamed(&self, way: &mut Way) {
        let listing: BTreeSet<FactId> = (way.named.iter())
            .filter_map(|(unknown, value)| match unknown {
                Unknown::Group(fact, _) if *value > 0 => Some(*fact),
                _ => None,
            })
            .collect();
        way.named.retain(|(unknown, value)| match unknown {
            Unknown::Group(fact, group) => {
                *value > 0 || !listing.contains(fact) || self.is_named(*fact, *group)
            }
            _ => true,
        });
    }

    /// Takes in that something differs for some patients in a stretch of time.
    pub fn record(
        &self,
        scene: &mut Scene<'_>,
        (key, about): (Key, About<'_>),
        (at, node): (Interval, Node),
        kind: Told,
        found: &mut Found,
        undecided: &mut (BTreeSet<usize>, BTreeSet<usize>),
    ) {
        let node = self.nameable(scene, node);
        let scene = &*scene;
        let Some(mut way) = scene.unknowns.example(node, Node::TRUE) else {
            return;
        };
        self.leave_unnamed(&mut way);
        // On which day it has happened is tried out by itself.
        let happened = |(unknown, value): &(Unknown, usize)| {
            matches!(unknown, Unknown::Event(_)) && *value == 1
        };
        if kind.tried && way.named.iter().any(happened) {
            return;
        }
        let apart = way.named.iter().any(|(unknown, _)| match unknown {
            Unknown::Fact(fact) | Unknown::Value(fact, _) | Unknown::Group(fact, _) => {
                self.joint.apart.contains(fact)
            }
            _ => false,
        });
        let example = Example::of(&scene.truth, &self.world.profile, &way);
        let shown = example.filter(|_| !apart && !is_undecided(&way));
        let Some(example) = shown else {
            let sides = [(&key.old, 0), (&key.new, self.joint.old)];
            for (rules, from) in sides {
                rules
                    .iter()
                    .for_each(|said| mark(self.joint, undecided, said + from));
            }
            return;
        };
        let beside = self.world.told.iter().cloned().map(InWords::Is);
        let told: Vec<InWords> = example.told.into_iter().chain(beside).collect();
        let shown = Shown {
            patient: example.profile,
            size: told.len(),
            words: a_patient(&told),
            day: day_of(scene, at),
            on: moment(scene, at),
            thing: match about {
                About::Things(_, things) => things.first().cloned(),
                About::Part(_) => None,
            },
            alike: match about {
                About::Things(_, things) => things.len(),
                About::Part(_) => 1,
            },
        };
        found.add(key, about, kind.has_days.then(|| days(scene, at)), shown);
    }
}

/// For whom something turns, by the answers that both protocols give: of one patient each is one.
fn told_apart(
    diagram: &mut Diagram,
    turns: &[(Turn, Node)],
    (old, new): (&Standing, &Standing),
) -> Vec<(Turn, Node)> {
    let mut all = Vec::new();
    for (turn, node) in turns.iter().filter(|(_, node)| *node != Node::FALSE) {
        for was in old.answers(diagram) {
            let node = diagram.and(*node, was);
            for is in new.answers(diagram) {
                let node = diagram.and(node, is);
                all.extend((node != Node::FALSE).then_some((*turn, node)));
            }
        }
    }
    all
}

/// A sentence of both protocols, by its place in one of them; none where it is of the other.
pub(super) fn place(joint: &Joint, said: usize, is_old: bool) -> Option<usize> {
    match said.checked_sub(joint.old) {
        None => is_old.then_some(said),
        Some(said) => (!is_old).then_some(said),
    }
}

fn standing(scene: &mut Scene<'_>, (side, said): &Spoken<'_>, at: Interval) -> Standing {
    match said {
        Some(said) => said.standing(scene, &side.lines, at),
        None => Standing::SILENT,
    }
}

/// The first and the last day that an interval touches; none where it has no such end.
fn days(scene: &Scene<'_>, at: Interval) -> (Option<i64>, Option<i64>) {
    let treated = scene.treatment.days.0;
    let first = at.start.is_date().then(|| scene.clock.first_day(at.start));
    let last = at.end.is_date().then(|| scene.clock.last_day(at.end));
    let day = |date: chrono::NaiveDate| (date - treated).num_days();
    (first.map(day), last.map(day))
}
