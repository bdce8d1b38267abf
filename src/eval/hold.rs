//! Restriction wins: duties, permissions and limits are cut where a restriction is in force, and
//! never moved.

use std::collections::BTreeSet;

use super::deed;
use super::firm::Firm;
use super::interval::{Interval, Intervals};
use super::line::{Held, Line};
use super::lines::Lines;
use super::narrow;
use super::scene::Scene;
use super::subject::{Coverage, Subject, coverage, subjects_of};
use super::time::Instant;
use super::words;
use crate::check::ThingRef;
use crate::plan::Verb;

/// What is left of a line for some of its items.
#[derive(Debug, Clone)]
pub struct Left {
    /// The items.
    pub items: Vec<ThingRef>,
    /// What of the line is left for them.
    pub held: Vec<Held>,
    /// The same before the next session.
    pub next: Vec<Held>,
    /// The lines that cut it, by index.
    pub held_back_by: BTreeSet<usize>,
    /// The parts of the items that are restricted while the rest is not.
    pub restricted_parts: Vec<String>,
    /// Of a choice, the items that are restricted while others are not.
    pub restricted_choices: Vec<String>,
    /// The lines that restrict a part or a choice, by index.
    pub part_held_back_by: BTreeSet<usize>,
}

/// How an item fares.
#[derive(Default)]
struct Fate {
    cut: Intervals,
    by: BTreeSet<usize>,
    parts: Vec<String>,
    parts_by: BTreeSet<usize>,
    /// The same as `cut` before the next session.
    cut_next: Intervals,
}

/// What restrictions leave of a line: one part for items that fare alike.
pub fn left(scene: &mut Scene<'_>, lines: &Lines<'_>, line: &Line<'_>) -> Vec<Left> {
    let whole = Left {
        items: line.items.to_vec(),
        held: line.held.to_vec(),
        next: line.next.to_vec(),
        held_back_by: BTreeSet::new(),
        restricted_parts: Vec::new(),
        restricted_choices: Vec::new(),
        part_held_back_by: BTreeSet::new(),
    };
    if line.restricts() {
        return vec![whole];
    }
    let times = from_now(scene, line.held);
    let fates: Vec<Fate> = line
        .items
        .iter()
        .map(|item| {
            let cut_next = before_next(scene, lines, line, item);
            let fate = if line.tends() {
                of_deed(scene, lines, line, item, &times)
            } else {
                fate(scene, lines, (line, line.except), item, &times)
            };
            Fate { cut_next, ..fate }
        })
        .collect();
    if line.choice {
        return vec![choice(scene, whole, fates, &times)];
    }
    let mut left: Vec<Left> = Vec::new();
    for (item, fate) in line.items.iter().zip(fates) {
        let held = without(line.held, &fate.cut);
        let next = without(line.next, &fate.cut_next);
        let alike = left.iter_mut().find(|other| {
            other.held == held
                && other.next == next
                && other.held_back_by == fate.by
                && other.part_held_back_by == fate.parts_by
        });
        match alike {
            Some(other) => {
                other.items.push(item.clone());
                other.restricted_parts.extend(fate.parts);
            }
            None => left.push(Left {
                items: vec![item.clone()],
                held,
                next,
                held_back_by: fate.by,
                restricted_parts: fate.parts,
                restricted_choices: Vec::new(),
                part_held_back_by: fate.parts_by,
            }),
        }
    }
    left
}

/// The times of pieces from the day asked on, or all where none is left. What cut a line before that
/// day is over, and no part of it is left out any more.
fn from_now(scene: &Scene<'_>, held: &[Held]) -> Intervals {
    let times: Intervals = held.iter().map(|held| held.interval).collect();
    let from_now: Intervals = std::iter::once(Interval {
        start: scene
            .asked
            .map_or(Instant::NEVER_BEGAN, |asked| asked.start),
        end: Instant::NEVER_ENDS,
    })
    .collect();
    let left_of_it = times.meet(&from_now);
    if left_of_it.is_empty() {
        times
    } else {
        left_of_it
    }
}

/// Whether what is the patient's own is firmly restricted, or may be, while what is left of a duty or a
/// permission holds: then that does not cover it.
pub fn is_restricted(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    (line, left): (&Line<'_>, &Left),
    own: &Subject,
) -> bool {
    let times = from_now(scene, &left.held);
    let firm = lines.firm(scene, own);
    let against = firm.against(scene, lines, &line.said.rule.details, &left.held);
    !against.whole.meet(&times).is_empty()
}

/// What of the things that a duty or a permission is done with is firmly restricted while it holds, and
/// by which lines. The duty stands all the same: what it is done with is none of its things.
#[derive(Debug, Default)]
pub struct NotUsed {
    /// The things, or the parts of them.
    pub parts: Vec<String>,
    /// The lines, by index.
    pub by: BTreeSet<usize>,
}

/// What of `using THINGS` other lines restrict while what is left of the line holds.
pub fn not_used(scene: &mut Scene<'_>, lines: &Lines<'_>, line: &Line<'_>, left: &Left) -> NotUsed {
    let mut not_used = NotUsed::default();
    if line.verb == Verb::Avoid {
        return not_used;
    }
    let times = from_now(scene, &left.held);
    let Some(using) = &line.said.rule.details.using else {
        return not_used;
    };
    for item in &using.things {
        let fate = fate(scene, lines, (line, &[]), item, &times);
        if !fate.by.is_empty() {
            not_used
                .parts
                .push(words::thing(&scene.protocol.vocabulary, item));
        }
        not_used.parts.extend(fate.parts);
        not_used.by.extend(fate.by);
        not_used.by.extend(fate.parts_by);
    }
    not_used
}

/// A choice is held back only while every one of its items is. While some are not, those that are fall
/// away, and nothing is held back.
fn choice(scene: &Scene<'_>, whole: Left, fates: Vec<Fate>, times: &Intervals) -> Left {
    let cuts = fates.iter().map(|fate| fate.cut.clone());
    let cut = cuts.reduce(|one, other| one.meet(&other));
    let cut = cut.unwrap_or_default();
    let held_back = !cut.meet(times).is_empty();
    let nexts = fates.iter().map(|fate| fate.cut_next.clone());
    let cut_next = nexts.reduce(|one, other| one.meet(&other));
    let mut left = Left {
        held: without(&whole.held, &cut),
        next: without(&whole.next, &cut_next.unwrap_or_default()),
        ..whole
    };
    for (item, fate) in left.items.iter().zip(fates) {
        left.restricted_parts.extend(fate.parts);
        left.part_held_back_by.extend(fate.parts_by);
        if !fate.cut.without(&cut).meet(times).is_empty() {
            let name = words::thing(&scene.protocol.vocabulary, item);
            left.restricted_choices.push(name);
            left.part_held_back_by.extend(&fate.by);
        }
        if held_back {
            left.held_back_by.extend(fate.by);
        }
    }
    left
}

/// Pieces without what is cut from them. Only a restriction gives things back, and none is cut.
fn without(held: &[Held], cut: &Intervals) -> Vec<Held> {
    let mut left = Vec::new();
    for held in held {
        let whole: Intervals = std::iter::once(held.interval).collect();
        for interval in whole.without(cut).iter() {
            left.push(Held {
                interval,
                strength: held.strength,
                node: held.node,
                releases: false,
            });
        }
    }
    left
}

/// When every thing below an item is firmly restricted, and which parts are while others are not.
fn fate(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    (line, except): (&Line<'_>, &[ThingRef]),
    item: &ThingRef,
    times: &Intervals,
) -> Fate {
    let mut cut: Option<Intervals> = None;
    let mut firms = Vec::new();
    for subject in subjects_of(&scene.protocol.vocabulary, item) {
        let mut except = except.iter();
        if except.any(|out| coverage(scene, out, &subject) == Coverage::Full) {
            continue;
        }
        let firm = lines.firm(scene, &subject);
        let against = firm.against(scene, lines, &line.said.rule.details, line.held);
        cut = Some(match cut {
            None => against.whole.clone(),
            Some(cut) => cut.meet(&against.whole),
        });
        firms.push((subject.name, firm, against));
    }
    let cut = cut.unwrap_or_default();
    let held_back = cut.meet(times);
    let by = firms.iter();
    let by = by.map(|(_, _, against)| against.lines(&held_back).collect());
    let mut fate = Fate {
        by: responsible(by.collect()),
        cut,
        parts: Vec::new(),
        parts_by: BTreeSet::new(),
        cut_next: Intervals::default(),
    };
    for (name, firm, against) in &firms {
        let more = against.whole.without(&fate.cut).meet(times);
        fate.part(name, &more, against.lines(&more));
        for part in &firm.parts {
            let more = part.times.without(&fate.cut).meet(times);
            fate.part(&part.name, &more, [part.line]);
        }
        for (index, interval) in &against.elsewhere {
            let beside: Intervals = std::iter::once(*interval).collect();
            let more = beside.without(&fate.cut).meet(times);
            let name = elsewhere(scene, lines, *index, item, name);
            fate.part(&name, &more, [*index]);
        }
    }
    fate
}

/// When every thing below an item is firmly restricted while a line holds before the next session.
fn before_next(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    item: &ThingRef,
) -> Intervals {
    if line.next.is_empty() {
        return Intervals::default();
    }
    if line.tends() {
        let against = deed::against(scene, lines, (line, true), item);
        return against.map(|against| against.whole).unwrap_or_default();
    }
    let mut cut: Option<Intervals> = None;
    for subject in subjects_of(&scene.protocol.vocabulary, item) {
        let mut except = line.except.iter();
        if except.any(|out| coverage(scene, out, &subject) == Coverage::Full) {
            continue;
        }
        let firm = Firm::with_next(scene, lines, &subject);
        let whole = firm
            .against(scene, lines, &line.said.rule.details, line.next)
            .whole;
        cut = Some(match cut {
            None => whole,
            Some(cut) => cut.meet(&whole),
        });
    }
    cut.unwrap_or_default()
}

/// The lines that hold the whole of an item back: those that restrict all of its things, or else, where
/// only several together do, each that restricts some.
fn responsible(by_subject: Vec<BTreeSet<usize>>) -> BTreeSet<usize> {
    let all = by_subject.iter().cloned();
    let each = all.reduce(|one, other| &one & &other).unwrap_or_default();
    if each.is_empty() {
        by_subject.into_iter().flatten().collect()
    } else {
        each
    }
}

/// How what a duty tends fares: only bans on the deed itself hold it back.
fn of_deed(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    item: &ThingRef,
    times: &Intervals,
) -> Fate {
    let mut fate = Fate::default();
    if let Some(against) = deed::against(scene, lines, (line, false), item) {
        fate.by = against.lines(&against.whole.meet(times)).collect();
        fate.cut = against.whole;
    }
    fate
}

/// `makeup while asleep`: what of an item, or of a thing below it, a narrow restriction is about.
fn elsewhere(
    scene: &Scene<'_>,
    lines: &Lines<'_>,
    restriction: usize,
    item: &ThingRef,
    below: &str,
) -> String {
    let vocabulary = &scene.protocol.vocabulary;
    let Some(line) = lines.get(restriction) else {
        return below.to_owned();
    };
    let of_all = line
        .items
        .iter()
        .any(|class| class.attributes.is_empty() && vocabulary.is_under(item.thing, class.thing));
    let name = if of_all {
        words::thing(vocabulary, item)
    } else {
        below.to_owned()
    };
    match narrow::words(&line.said.rule.details) {
        Some(words) => format!("{name} {words}"),
        None => name,
    }
}

impl Fate {
    /// Takes in a part that lines restrict at times at which the rest is free; at none, nothing.
    fn part(&mut self, name: &str, times: &Intervals, by: impl IntoIterator<Item = usize>) {
        if times.is_empty() {
            return;
        }
        self.parts_by.extend(by);
        if !self.parts.iter().any(|known| known == name) {
            self.parts.push(name.to_owned());
        }
    }
}
