//! Restriction wins: duties, permissions and limits are cut where a restriction is in force, and
//! never moved.

mod told;

use std::collections::BTreeSet;

use super::deed;
use super::firm::Sessions;
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
use told::Aside;
pub use told::Left;

/// How an item fares around this session, and before the next one.
#[derive(Default)]
struct Fate {
    here: Share,
    /// What the line holds before the next session alone.
    next: Share,
    /// What it goes on with beyond this one, of which what stands before the next session takes something.
    beyond: Share,
}

/// What restrictions take of an item at some times.
#[derive(Default)]
struct Share {
    cut: Intervals,
    by: BTreeSet<usize>,
    parts: Vec<String>,
    parts_by: BTreeSet<usize>,
}

/// A line, and its pieces that are looked at.
#[derive(Clone, Copy)]
struct Of<'l> {
    line: &'l Line<'l>,
    except: &'l [ThingRef],
    held: &'l [Held],
    /// Around which sessions restrictions count.
    sessions: Sessions,
}

/// When a line is looked at.
struct Times {
    here: Intervals,
    next: Intervals,
    /// Whether what is before the next session alone is left of it.
    over: bool,
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
        next_parts: Vec::new(),
        next_held_back_by: BTreeSet::new(),
    };
    if line.restricts() {
        return vec![whole];
    }
    let times = Times::of(scene, line);
    let fates = line.items.iter();
    let fates = fates.map(|item| Fate {
        here: share(scene, lines, Of::here(line), item, &times.here),
        next: share(scene, lines, Of::next(line), item, &times.next),
        beyond: share(scene, lines, Of::beyond(line), item, &times.here),
    });
    let fates: Vec<Fate> = fates.collect();
    if line.choice {
        return vec![choice(scene, whole, fates, &times)];
    }
    let mut left: Vec<Left> = Vec::new();
    for (item, fate) in line.items.iter().zip(fates) {
        let mut own = Left {
            items: vec![item.clone()],
            held: without(&without(line.held, &fate.here.cut), &fate.beyond.cut),
            next: without(line.next, &fate.next.cut),
            ..whole.clone()
        };
        let next = Aside::of(fate.next).and(Aside::of(fate.beyond));
        own.tell(Aside::of(fate.here), next, times.over);
        let alike = left.iter_mut().find(|other| {
            other.held == own.held
                && other.next == own.next
                && other.held_back_by == own.held_back_by
                && other.part_held_back_by == own.part_held_back_by
                && other.next_held_back_by == own.next_held_back_by
        });
        match alike {
            Some(other) => {
                other.items.append(&mut own.items);
                other.restricted_parts.append(&mut own.restricted_parts);
                other.next_parts.append(&mut own.next_parts);
            }
            None => left.push(own),
        }
    }
    left
}

impl<'l> Of<'l> {
    /// The pieces around this session.
    fn here(line: &'l Line<'l>) -> Self {
        Self {
            line,
            except: line.except,
            held: line.held,
            sessions: Sessions::This,
        }
    }

    /// Those before the next one.
    fn next(line: &'l Line<'l>) -> Self {
        Self {
            held: line.next,
            sessions: Sessions::Both,
            ..Self::here(line)
        }
    }

    /// Those around this session, which may reach the time before the next one.
    fn beyond(line: &'l Line<'l>) -> Self {
        Self {
            sessions: Sessions::Next,
            ..Self::here(line)
        }
    }
}

impl Times {
    fn of(scene: &Scene<'_>, line: &Line<'_>) -> Self {
        let is_over = |asked: Interval| {
            let mut held = line.held.iter();
            !line.held.is_empty() && held.all(|held| held.interval.end <= asked.start)
        };
        Self {
            here: from_now(scene, line.held),
            next: from_now(scene, line.next),
            over: !line.next.is_empty() && scene.asked.is_some_and(is_over),
        }
    }
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
    let firm = lines.firm(scene, Sessions::Both, own);
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
        let used = Of {
            except: &[],
            sessions: Sessions::Both,
            ..Of::here(line)
        };
        let fate = fate(scene, lines, used, item, &times);
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
fn choice(scene: &Scene<'_>, whole: Left, fates: Vec<Fate>, times: &Times) -> Left {
    let of_all = |of: fn(&Fate) -> &Share| {
        let cuts = fates.iter().map(|fate| of(fate).cut.clone());
        let cut = cuts.reduce(|one, other| one.meet(&other));
        cut.unwrap_or_default()
    };
    let (cut, cut_next) = (of_all(|fate| &fate.here), of_all(|fate| &fate.next));
    let cut_beyond = of_all(|fate| &fate.beyond);
    let mut left = Left {
        held: without(&without(&whole.held, &cut), &cut_beyond),
        next: without(&whole.next, &cut_next),
        ..whole
    };
    let (mut here, mut next) = (Aside::default(), Aside::default());
    for (item, fate) in left.items.iter().zip(fates) {
        let name = words::thing(&scene.protocol.vocabulary, item);
        here.choose(name.clone(), fate.here, (&cut, &times.here));
        next.choose(name.clone(), fate.next, (&cut_next, &times.next));
        next.choose(name, fate.beyond, (&cut_beyond, &times.here));
    }
    left.tell(here, next, times.over);
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

/// What restrictions take of an item: nothing before the next session where the line has no such pieces, or nothing is
/// restricted then.
fn share(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    of: Of<'_>,
    item: &ThingRef,
    times: &Intervals,
) -> Share {
    let nothing_then = of.sessions == Sessions::Next && !lines.hold_before_next();
    if nothing_then || of.sessions != Sessions::This && of.held.is_empty() {
        return Share::default();
    }
    if of.line.tends() {
        return of_deed(scene, lines, of, item, times);
    }
    fate(scene, lines, of, item, times)
}

/// When every thing below an item is firmly restricted, and which parts are while others are not.
fn fate(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    of: Of<'_>,
    item: &ThingRef,
    times: &Intervals,
) -> Share {
    let mut cut: Option<Intervals> = None;
    let mut firms = Vec::new();
    for subject in subjects_of(&scene.protocol.vocabulary, item) {
        let mut except = of.except.iter();
        if except.any(|out| coverage(scene, out, &subject) == Coverage::Full) {
            continue;
        }
        let firm = lines.firm(scene, of.sessions, &subject);
        let against = firm.against(scene, lines, &of.line.said.rule.details, of.held);
        cut = Some(match cut {
            None => against.whole.clone(),
            Some(cut) => cut.meet(&against.whole),
        });
        firms.push((subject, firm, against));
    }
    let cut = cut.unwrap_or_default();
    let held_back = cut.meet(times);
    let by = firms.iter();
    let by = by.map(|(_, _, against)| against.lines(&held_back).collect());
    let mut share = Share {
        by: responsible(by.collect()),
        cut,
        parts: Vec::new(),
        parts_by: BTreeSet::new(),
    };
    for (subject, firm, against) in &firms {
        let more = against.whole.without(&share.cut).meet(times);
        let whole = against.lines(&more);
        let named = whole.filter_map(|index| named_by(scene, lines.get(index)?, item, subject));
        let named = named.min();
        let name = named.as_deref().unwrap_or(&subject.name);
        share.part(name, &more, against.lines(&more));
        for part in &firm.parts {
            let more = part.times.without(&share.cut).meet(times);
            share.part(&part.name, &more, [part.line]);
        }
        for (index, interval) in &against.elsewhere {
            let beside: Intervals = std::iter::once(*interval).collect();
            let more = beside.without(&share.cut).meet(times);
            let name = elsewhere(scene, lines, *index, item, &subject.name);
            share.part(&name, &more, [*index]);
        }
    }
    share
}

/// What a restriction without exceptions calls the part of an item in which a subject lies: `mineral sunscreen` says more
/// than the names of those that are known to be.
fn named_by(
    scene: &Scene<'_>,
    restriction: &Line<'_>,
    item: &ThingRef,
    subject: &Subject,
) -> Option<String> {
    let vocabulary = &scene.protocol.vocabulary;
    let is_part = |named: &&ThingRef| {
        let narrower = named.thing != item.thing || !named.attributes.is_empty();
        narrower
            && vocabulary.is_under(named.thing, item.thing)
            && coverage(scene, named, subject) == Coverage::Full
    };
    let mut named = restriction.items.iter();
    let whole =
        restriction.except.is_empty() && restriction.said.rule.details.except_while.is_none();
    whole
        .then(|| named.find(is_part))
        .flatten()
        .map(|named| words::thing(vocabulary, named))
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
    of: Of<'_>,
    item: &ThingRef,
    times: &Intervals,
) -> Share {
    let mut share = Share::default();
    if let Some(against) = deed::against(scene, lines, (of.line, of.held, of.sessions), item) {
        share.by = against.lines(&against.whole.meet(times)).collect();
        share.cut = against.whole;
    }
    share
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

impl Share {
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
