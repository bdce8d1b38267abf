//! What other lines still restrict on the day after a line's own end: nobody may read a first free day
//! of what is held on by another line (3.5).

use std::collections::{BTreeMap, BTreeSet};

use smallvec::SmallVec;

use super::provenance::rule_ref;
use crate::check::ThingRef;
use crate::eval::diagram::Node;
use crate::eval::hold::Left;
use crate::eval::interval::Interval;
use crate::eval::line::{Held as Piece, Line};
use crate::eval::lines::Lines;
use crate::eval::narrow;
use crate::eval::scene::Scene;
use crate::eval::subject::{Coverage, Subject, coverage, members_of};
use crate::eval::words;
use crate::plan::{Phase, StillHeld, Verb};
use crate::vocabulary::ThingId;

/// What lines still restrict of another's things, each part with the lines that do.
type Held = Vec<(Part, BTreeSet<usize>)>;

/// A thing that is restricted still, but for what the other line leaves out.
#[derive(Debug, Clone)]
struct Part {
    item: ThingRef,
    except: Vec<ThingRef>,
}

/// What other lines restrict of a restriction's things on the day after its own last one; of what
/// waits for an event or a symptom, nothing is said yet.
pub fn still_held(scene: &mut Scene<'_>, lines: &Lines<'_>, line: &Line<'_>) -> Vec<StillHeld> {
    match day_after(scene, line) {
        Some(day) => held_on(scene, lines, line, day),
        None => Vec::new(),
    }
}

/// What other lines restrict, on the day asked about, of the things of a restriction that is over.
pub fn off_now(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    phase: Option<Phase>,
) -> Vec<StillHeld> {
    let over = line.restricts() && phase == Some(Phase::Past);
    match scene.asked.filter(|_| over) {
        Some(day) => held_on(scene, lines, line, day),
        None => Vec::new(),
    }
}

fn held_on(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    day: Interval,
) -> Vec<StillHeld> {
    let nodes = line.held.iter().map(|held| held.node);
    let node = scene.unknowns.diagram.any(nodes);
    let mut held = Held::new();
    let mut all = true;
    for item in line.items {
        let others = others(scene, lines, line, item, day);
        if others.is_empty() {
            all = false;
            continue;
        }
        let mut look = Look {
            scene,
            lines,
            of: line.treatment,
            except: line.except,
            node,
            day,
            others: &others,
            holding: Vec::new(),
            below: BTreeMap::new(),
        };
        all &= look.at(item, &mut held);
    }
    grouped(scene, lines, &held, all)
}

/// Whether a permission ends, and no other line speaks of its things after that, or gives them back.
pub fn nothing_after(scene: &Scene<'_>, lines: &Lines<'_>, line: &Line<'_>, left: &Left) -> bool {
    let end = left.held.iter().map(|held| held.interval.end).max();
    let Some(end) = end.filter(|end| end.is_date()) else {
        return false;
    };
    let others = |item: &ThingRef| lines.overlapping(scene, item.thing);
    let mut others = line.items.iter().flat_map(others);
    matches!(line.verb, Verb::Allow | Verb::Limit)
        && others.all(|index| {
            let other = lines.get(index);
            other.is_none_or(|other| {
                let waits = other.fallen.starts_at.is_some() || other.fallen.open_until.is_some();
                let mut held = other.held.iter();
                std::ptr::eq(other, line)
                    || !waits && held.all(|held| held.interval.end <= end && !held.releases)
            })
        })
}

/// The other lines that may restrict something of an item on a day.
fn others(
    scene: &Scene<'_>,
    lines: &Lines<'_>,
    line: &Line<'_>,
    item: &ThingRef,
    day: Interval,
) -> Vec<usize> {
    let vocabulary = &scene.protocol.vocabulary;
    let details = &line.said.rule.details;
    let mut others = lines.overlapping(scene, item.thing);
    others.retain(|index| {
        let other = lines.get(*index);
        other.is_some_and(|other| {
            !std::ptr::eq(other, line)
                && (restricts(scene, other, day) || keeps(scene, line.treatment, other, day))
                && !narrow::are_apart(vocabulary, details, &other.said.rule.details)
        })
    });
    others
}

/// Whether a line of another treatment restricted something until a day, and its end gave nothing back.
fn keeps(scene: &Scene<'_>, of: usize, other: &Line<'_>, day: Interval) -> bool {
    let ended = |held: &Piece| held.interval.end <= day.start;
    let mut held = other.held.iter();
    other.treatment != of
        && other.restricts()
        && held.clone().all(|held| !held.releases)
        && held.any(|held| {
            ended(held) && other.keeps(scene, held) && !scene.unknowns.waits_for_symptom(held.node)
        })
}

/// Parts that the same lines restrict, together.
fn grouped(scene: &Scene<'_>, lines: &Lines<'_>, held: &Held, all: bool) -> Vec<StillHeld> {
    let mut groups: Vec<(&BTreeSet<usize>, Vec<&Part>)> = Vec::new();
    for (part, by) in held {
        match groups.iter_mut().find(|(known, _)| *known == by) {
            Some((_, parts)) => parts.push(part),
            None => groups.push((by, vec![part])),
        }
    }
    let rule = |index: &usize| lines.get(*index).map(|line| rule_ref(line.said));
    let groups = groups.into_iter().map(|(by, parts)| StillHeld {
        things: names(scene, &parts),
        all,
        rules: by.iter().filter_map(rule).collect(),
    });
    groups.collect()
}

/// The day after the last one that the line restricts; none where it has no end, or gives nothing back.
fn day_after(scene: &Scene<'_>, line: &Line<'_>) -> Option<Interval> {
    if !line.restricts() || !line.held.iter().any(|held| held.releases) {
        return None;
    }
    let end = line.held.iter().map(|held| held.interval.end).max()?;
    let day = end.is_date().then(|| scene.clock.last_day(end))?;
    let day = day.succ_opt()?;
    Some(Interval {
        start: scene.clock.start_of(day),
        end: scene.clock.end_of(day),
    })
}

/// Whether a line restricts something on a day, firmly or not.
fn restricts(scene: &Scene<'_>, line: &Line<'_>, day: Interval) -> bool {
    let mut held = line.held.iter().chain(line.next);
    line.restricts()
        && held.any(|held| held.interval.meets(day) && !scene.unknowns.waits_for_symptom(held.node))
}

/// The things of a line, looked at on a day.
struct Look<'l, 's, 'p> {
    scene: &'l mut Scene<'s>,
    lines: &'l Lines<'p>,
    /// The treatment, of several, that the line is of.
    of: usize,
    /// What the line leaves out.
    except: &'l [ThingRef],
    /// Under which ways of filling in the line holds: one that never holds beside it is none to name.
    node: Node,
    day: Interval,
    /// The lines that restrict something of it on the day.
    others: &'l [usize],
    /// The sets of lines that restrict all of some thing at the bottom, each once.
    holding: Vec<BTreeSet<usize>>,
    /// Of what is below a thing and not left out, the sets of lines that restrict it.
    below: BTreeMap<ThingId, Holding>,
}

/// Which of the sets of lines, ascending.
type Holding = SmallVec<[usize; 4]>;

impl Look<'_, '_, '_> {
    /// Adds what is held of an item, and says whether nothing of it is free: by the names of the largest
    /// classes of which all is, and its parts as the other lines name them.
    fn at(&mut self, item: &ThingRef, held: &mut Held) -> bool {
        // The class of a kind is answered by itself alone, so that what is below it is no member.
        let vocabulary = &self.scene.protocol.vocabulary;
        let itself = members_of(vocabulary, item) == [item.thing];
        let kind = itself && vocabulary.is_kind_class(item.thing);
        if !kind && self.classes(item, held) {
            return true;
        }
        let mut all = false;
        for index in self.others {
            for part in self.parts(*index, item, kind) {
                all |= part.except.is_empty() && is_same(&part.item, item);
                add(held, part, [*index]);
            }
        }
        all
    }

    /// Adds the largest classes of an item of which all is held by the same lines, and says whether
    /// nothing of it is free. A thing that lies in several classes is told of once.
    fn classes(&mut self, item: &ThingRef, held: &mut Held) -> bool {
        self.look_below(item);
        let all = !self.holding_below(item.thing).any(BTreeSet::is_empty);
        let mut told = BTreeSet::new();
        let mut open = vec![item.thing];
        while let Some(thing) = open.pop() {
            if !told.insert(thing) {
                continue;
            }
            let mut by = self.holding_below(thing);
            match (by.next(), by.next()) {
                (Some(by), None) if !by.is_empty() => {
                    let (item, except) = (of(item, thing), Vec::new());
                    add(held, Part { item, except }, by.iter().copied());
                }
                (Some(_), Some(_)) => open.extend(self.children(thing).iter().rev()),
                _ => {}
            }
        }
        all
    }

    /// Which sets of lines restrict what is below a thing, or the thing where nothing is.
    fn holding_below(&self, thing: ThingId) -> impl Iterator<Item = &BTreeSet<usize>> {
        let below = self.below.get(&thing).into_iter().flatten();
        below.filter_map(|index| self.holding.get(*index))
    }

    /// Finds out which lines restrict an item, and each thing below it: what is below first.
    fn look_below(&mut self, item: &ThingRef) {
        let mut open = vec![(item.thing, false)];
        while let Some((thing, seen)) = open.pop() {
            if self.below.contains_key(&thing) {
                continue;
            }
            let children = self.children(thing);
            if !seen && !children.is_empty() {
                let below = children.iter().map(|child| (*child, false));
                open.push((thing, true));
                open.extend(below);
                continue;
            }
            let mut below: Holding = children
                .iter()
                .filter_map(|child| self.below.get(child))
                .flatten()
                .copied()
                .collect();
            let bottom = of(item, thing);
            if children.is_empty() && !self.is_left_out(&bottom) {
                below.push(self.held_by(&bottom));
            }
            below.sort_unstable();
            below.dedup();
            self.below.insert(thing, below);
        }
    }

    /// The place in `holding` of the lines that restrict a thing at the bottom.
    fn held_by(&mut self, bottom: &ThingRef) -> usize {
        let by = self.whole(bottom);
        let known = self.holding.iter().position(|known| *known == by);
        known.unwrap_or_else(|| {
            self.holding.push(by);
            self.holding.len() - 1
        })
    }

    /// What is right below a thing.
    fn children(&self, thing: ThingId) -> Vec<ThingId> {
        self.scene.protocol.vocabulary.thing(thing).children.clone()
    }

    fn is_left_out(&self, item: &ThingRef) -> bool {
        let subject = Subject::named(&self.scene.protocol.vocabulary, item);
        let mut except = self.except.iter();
        except.any(|out| coverage(self.scene, out, &subject) == Coverage::Full)
    }

    /// The lines that restrict all of a thing at the bottom of the vocabulary on the day.
    fn whole(&mut self, item: &ThingRef) -> BTreeSet<usize> {
        let subject = Subject::named(&self.scene.protocol.vocabulary, item);
        let verdicts = self.lines.about(self.scene, &subject);
        let mut by = BTreeSet::new();
        let kept = verdicts.kept(self.scene, (self.of, self.day.start));
        for (line, node) in verdicts.restricting(self.day).chain(kept) {
            if self.others.contains(&line) && self.beside(node) {
                by.insert(line);
            }
        }
        by
    }

    /// The parts of an item that another line restricts on the day: what it narrows by an attribute,
    /// and, of the class of a kind, all that it names.
    fn parts(&mut self, index: usize, item: &ThingRef, kind: bool) -> Vec<Part> {
        let Some(line) = self.lines.get(index) else {
            return Vec::new();
        };
        let kept = keeps(self.scene, self.of, line, self.day);
        let pieces = line.held.iter().chain(line.next);
        let pieces = pieces.filter(|held| kept || held.interval.meets(self.day));
        let node = self
            .scene
            .unknowns
            .diagram
            .any(pieces.map(|held| held.node));
        if !self.beside(node) {
            return Vec::new();
        }
        let vocabulary = &self.scene.protocol.vocabulary;
        let subjects = members_of(vocabulary, item).into_iter();
        let subjects = subjects.map(|member| Subject::named(vocabulary, &of(item, member)));
        let subjects: Vec<Subject> = subjects.collect();
        let covers = |named: &&ThingRef, how: Coverage| {
            let mut subjects = subjects.iter();
            subjects.any(|subject| coverage(self.scene, named, subject) == how)
        };
        let whole = line
            .items
            .iter()
            .filter(|named| kind && covers(named, Coverage::Full));
        let parts = line
            .items
            .iter()
            .filter(|named| covers(named, Coverage::Part));
        let parts = whole
            .map(|_| item)
            .chain(parts.filter(|part| !self.is_left_out(part)));
        parts.filter_map(|part| self.but_for(line, part)).collect()
    }

    /// A part without what the line that restricts it leaves out; none where that is all of it.
    fn but_for(&self, line: &Line<'_>, part: &ThingRef) -> Option<Part> {
        let vocabulary = &self.scene.protocol.vocabulary;
        let subject = Subject::named(vocabulary, part);
        let mut except = Vec::new();
        for out in line.except {
            match coverage(self.scene, out, &subject) {
                Coverage::Full => return None,
                Coverage::Part => except.push(out.clone()),
                // A class beside the part may share a member with it.
                Coverage::None => {
                    let mut members = members_of(vocabulary, part).into_iter();
                    let shared = members.any(|member| {
                        let member = Subject::named(vocabulary, &of(part, member));
                        coverage(self.scene, out, &member) == Coverage::Full
                    });
                    if shared {
                        except.push(out.clone());
                    }
                }
                Coverage::May(_) => {}
            }
        }
        let item = part.clone();
        Some(Part { item, except })
    }

    /// Whether something can hold while the line does.
    fn beside(&mut self, node: Node) -> bool {
        self.scene.unknowns.diagram.and(self.node, node) != Node::FALSE
    }
}

fn add(held: &mut Held, part: Part, by: impl IntoIterator<Item = usize>) {
    let known = held.iter_mut().find(|(known, _)| {
        let except = || known.except.iter().zip(&part.except);
        is_same(&known.item, &part.item)
            && known.except.len() == part.except.len()
            && except().all(|(one, other)| is_same(one, other))
    });
    match known {
        Some((_, lines)) => lines.extend(by),
        None => held.push((part, by.into_iter().collect())),
    }
}

/// Whether two sentences name one thing, wherever they stand.
fn is_same(one: &ThingRef, other: &ThingRef) -> bool {
    one.thing == other.thing
        && one.attributes == other.attributes
        && one.qualifiers == other.qualifiers
}

/// The names of things; what a class among them says already is not said again.
fn names(scene: &Scene<'_>, parts: &[&Part]) -> Vec<String> {
    let vocabulary = &scene.protocol.vocabulary;
    let said = |part: &Part| {
        let mut classes = parts.iter();
        classes.any(|class| {
            class.item.thing != part.item.thing
                && class.item.attributes == part.item.attributes
                && class.except.is_empty()
                && vocabulary.is_under(part.item.thing, class.item.thing)
        })
    };
    let parts = parts.iter().filter(|part| !said(part));
    let name = |part: &&Part| {
        let name = words::thing(vocabulary, &part.item);
        let except = part.except.iter().map(|out| words::thing(vocabulary, out));
        let except: Vec<String> = except.collect();
        if except.is_empty() {
            return name;
        }
        format!("{name} except {}", words::list(&except, "and"))
    };
    parts.map(name).collect()
}

/// A thing, narrowed as a sentence narrows another.
fn of(item: &ThingRef, thing: ThingId) -> ThingRef {
    ThingRef {
        thing,
        written: None,
        ..item.clone()
    }
}
