//! Restriction wins: duties, permissions and limits are cut where a restriction is in force, and
//! never moved.

use std::collections::BTreeSet;

use super::fallen::Piece;
use super::interval::{Interval, Intervals};
use super::line::{Held, Line};
use super::lines::Lines;
use super::scene::Scene;
use super::subject::{Coverage, Subject, coverage, subjects_of};
use super::time::Instant;
use super::words;
use crate::check::ThingRef;
use crate::plan::{Strength, Verb};

/// What is left of a line for some of its items.
#[derive(Debug, Clone)]
pub struct Left {
    /// The items.
    pub items: Vec<ThingRef>,
    /// What of the line is left for them.
    pub held: Vec<Held>,
    /// The lines that cut it, or a part of its things, by index.
    pub held_back_by: BTreeSet<usize>,
    /// The parts of the items that are restricted while the rest is not.
    pub restricted_parts: Vec<String>,
}

/// How an item fares.
struct Fate {
    cut: Intervals,
    by: BTreeSet<usize>,
    parts: Vec<String>,
}

/// What restrictions leave of a line: one part for items that fare alike.
pub fn left(scene: &mut Scene<'_>, lines: &Lines<'_>, line: &Line<'_>) -> Vec<Left> {
    let whole = Left {
        items: line.items.to_vec(),
        held: line.held.to_vec(),
        held_back_by: BTreeSet::new(),
        restricted_parts: Vec::new(),
    };
    if line.verb == Verb::Avoid {
        return vec![whole];
    }
    let times: Intervals = line.held.iter().map(|held| held.piece.interval).collect();
    // What cut the line before the day asked is over, and no part of it is left out any more.
    let from_now: Intervals = std::iter::once(Interval {
        start: scene
            .asked
            .map_or(Instant::NEVER_BEGAN, |asked| asked.start),
        end: Instant::NEVER_ENDS,
    })
    .collect();
    let left_of_it = times.meet(&from_now);
    let times = if left_of_it.is_empty() {
        times
    } else {
        left_of_it
    };
    let fates: Vec<Fate> = line
        .items
        .iter()
        .map(|item| fate(scene, lines, item, line.except, &times))
        .collect();
    if line.choice {
        return vec![choice(whole, fates)];
    }
    let mut left: Vec<Left> = Vec::new();
    for (item, fate) in line.items.iter().zip(fates) {
        let held = without(line.held, &fate.cut);
        let alike = left
            .iter_mut()
            .find(|other| other.held == held && other.held_back_by == fate.by);
        match alike {
            Some(other) => {
                other.items.push(item.clone());
                other.restricted_parts.extend(fate.parts);
            }
            None => left.push(Left {
                items: vec![item.clone()],
                held,
                held_back_by: fate.by,
                restricted_parts: fate.parts,
            }),
        }
    }
    left
}

/// A choice is held back only while every one of its items is.
fn choice(whole: Left, fates: Vec<Fate>) -> Left {
    let cut = fates
        .iter()
        .map(|fate| fate.cut.clone())
        .reduce(|one, other| one.meet(&other))
        .unwrap_or_default();
    Left {
        held: without(&whole.held, &cut),
        held_back_by: fates.iter().flat_map(|fate| fate.by.clone()).collect(),
        restricted_parts: fates.into_iter().flat_map(|fate| fate.parts).collect(),
        ..whole
    }
}

/// Pieces without what is cut from them. Only a restriction gives things back, and none is cut.
fn without(held: &[Held], cut: &Intervals) -> Vec<Held> {
    let mut left = Vec::new();
    for held in held {
        let whole: Intervals = std::iter::once(held.piece.interval).collect();
        for interval in whole.without(cut).iter() {
            left.push(Held {
                piece: Piece {
                    interval,
                    strength: held.piece.strength,
                },
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
    item: &ThingRef,
    except: &[ThingRef],
    times: &Intervals,
) -> Fate {
    let mut cut: Option<Intervals> = None;
    let mut by = BTreeSet::new();
    let mut restricted = Vec::new();
    for subject in subjects_of(&scene.protocol.vocabulary, item) {
        if except
            .iter()
            .any(|out| coverage(scene, out, &subject) == Coverage::Full)
        {
            continue;
        }
        let firm = lines.firm(scene, &subject);
        if !firm.whole.meet(times).is_empty() {
            by.extend(firm.lines(times));
            restricted.push((subject.name.clone(), firm.whole.clone()));
        }
        cut = Some(match cut {
            None => firm.whole.clone(),
            Some(cut) => cut.meet(&firm.whole),
        });
        for part in &firm.parts {
            if !part.times.meet(times).is_empty() {
                by.insert(part.line);
                restricted.push((part.name.clone(), part.times.clone()));
            }
        }
    }
    let cut = cut.unwrap_or_default();
    let mut parts: Vec<String> = Vec::new();
    for (name, firm) in restricted {
        if !firm.without(&cut).meet(times).is_empty() && !parts.contains(&name) {
            parts.push(name);
        }
    }
    Fate { cut, by, parts }
}

/// The firm restrictions on a subject, as far as is known.
pub struct Firm {
    pieces: Vec<(usize, Interval)>,
    /// When it is firmly restricted.
    pub whole: Intervals,
    /// What is restricted of it only in part: what has an attribute.
    parts: Vec<Part>,
}

/// A part of a subject, and the line that restricts it.
struct Part {
    line: usize,
    name: String,
    times: Intervals,
}

impl Firm {
    /// What lines firmly restrict of a subject.
    #[must_use]
    pub fn of(scene: &mut Scene<'_>, lines: &Lines<'_>, subject: &Subject) -> Self {
        let verdicts = lines.about(scene, subject);
        let pieces: Vec<(usize, Interval)> = verdicts
            .pieces_in_force()
            .filter(|(_, held, _)| held.piece.strength == Strength::Firm)
            .map(|(line, held, _)| (line, held.piece.interval))
            .collect();
        Self {
            whole: pieces.iter().map(|(_, interval)| *interval).collect(),
            pieces,
            parts: parts_of(scene, lines, subject),
        }
    }

    /// The lines that restrict all of it at some time of these.
    pub fn lines(&self, times: &Intervals) -> impl Iterator<Item = usize> {
        self.pieces
            .iter()
            .filter(|(_, interval)| times.iter().any(|time| time.meets(*interval)))
            .map(|(line, _)| *line)
    }
}

/// The restrictions on a part of a subject only.
fn parts_of(scene: &Scene<'_>, lines: &Lines<'_>, subject: &Subject) -> Vec<Part> {
    let mut parts = Vec::new();
    for index in may_restrict_a_part(scene, lines, subject) {
        let Some(line) = lines.get(index).filter(|line| line.restricts()) else {
            continue;
        };
        for item in line.items {
            if coverage(scene, item, subject) == Coverage::Part {
                parts.push(Part {
                    line: index,
                    name: words::thing(&scene.protocol.vocabulary, item),
                    times: line.firm_in_force(scene),
                });
            }
        }
    }
    parts
}

/// The lines around a subject; of the class of a kind, those about what is below it, too.
fn may_restrict_a_part(scene: &Scene<'_>, lines: &Lines<'_>, subject: &Subject) -> Vec<usize> {
    let vocabulary = &scene.protocol.vocabulary;
    let at_the_bottom = subject
        .thing
        .is_some_and(|thing| vocabulary.thing(thing).children.is_empty());
    if at_the_bottom {
        lines.around(scene, subject)
    } else {
        (0..lines.len()).collect()
    }
}
