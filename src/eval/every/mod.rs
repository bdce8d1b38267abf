//! What holds for every patient: sentences of a protocol that meet for some patient on some day, each
//! with such a patient, of whom the plan has been made again.
//!
//! One evaluation of a patient of whom nothing is known gives each line its times, and what they hang on
//! as a decision diagram over all that may be known: two lines meet where their times do and the
//! conjunction of what they hang on is not false. That is decided, not sampled. Events are tried on each
//! day on which one of them can change what meets (`universe`). The patient of a finding is one way in
//! which the conjunction is true, and nothing more (`patient`).

mod never;
mod patient;
mod universe;

pub use never::{Never, never};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::hold::left;
use super::interval::Interval;
use super::line::{Held, Line};
use super::lines::Lines;
use super::prepared::Prepared;
use super::scene::Scene;
use super::timing::Times;
use crate::check::{Protocol, Rule, Window};
use crate::plan::{Strength, Verb};
use crate::profile::Profile;
use patient::Example;

/// A duty or a permission that a restriction holds back, for some patient on some day.
#[derive(Debug, Clone)]
pub struct HeldBack<'p> {
    /// The duty or the permission.
    pub held: &'p Rule,
    /// The restriction.
    pub by: &'p Rule,
    /// Whether nothing is left of it for the patient.
    pub altogether: bool,
    /// A patient of whom it is so.
    pub patient: Profile,
    /// The patient in words: `skin type V`, `pregnant`.
    pub facts: Vec<String>,
    /// A day on which it is so, counted from the treatment on day 0.
    pub day: i64,
}

/// How much is looked at of one protocol: a pair of sentences is one, and a plan made again is
/// five hundred. Beyond it the rest is left undecided, which [`AllHeldBack::undecided`] says.
pub const LIMIT: usize = 4_000_000;

/// What a plan that is made again costs, in pairs.
const AGAIN: usize = 500;

/// As many restrictions as are told of one sentence.
const TOLD: usize = 8;

/// What was found of a protocol.
#[derive(Debug, Clone, Default)]
pub struct AllHeldBack<'p> {
    /// The duties and permissions that a restriction holds back, in the order of the rules, at most eight
    /// restrictions of each.
    pub found: Vec<HeldBack<'p>>,
    /// Whether so many sentences meet that not all were looked at: past [`LIMIT`].
    pub undecided: bool,
}

/// The duties and permissions of a protocol that a restriction holds back.
#[must_use]
pub fn held_back(protocol: &Protocol) -> AllHeldBack<'_> {
    let prepared = Prepared::new(protocol);
    let mut found = Vec::new();
    let mut looks = Looks::default();
    for profile in universe::universes(&prepared) {
        meetings(protocol, &prepared, &profile, &mut looks, &mut found);
    }
    found.sort_by_key(|one: &HeldBack<'_>| (one.held.span.start, one.by.span.start));
    AllHeldBack {
        found,
        undecided: looks.made >= LIMIT,
    }
}

/// What was looked at so far.
#[derive(Default)]
struct Looks {
    made: usize,
    /// The pairs that were found.
    pairs: BTreeSet<(Place, Place)>,
    /// How many restrictions were found of each sentence.
    of: BTreeMap<Place, usize>,
}

/// The rule of a line, among those of the protocol.
fn rule<'p>(protocol: &'p Protocol, line: &Line<'_>) -> Option<&'p Rule> {
    let span = line.said.rule.span;
    protocol.rules.iter().find(|rule| rule.span == span)
}

/// Where a line stands among the rules: by its rule's place, and which part of the rule it is.
type Place = (u32, Verb);

fn place(line: &Line<'_>) -> Place {
    (line.said.rule.span.start, line.verb)
}

/// Finds what meets for patients of one universe.
fn meetings<'p>(
    protocol: &'p Protocol,
    prepared: &Prepared<'p>,
    profile: &Profile,
    looks: &mut Looks,
    found: &mut Vec<HeldBack<'p>>,
) {
    let mut times = Times::default();
    let Some(mut scene) = set(prepared, profile, &mut times) else {
        return;
    };
    let lines = Lines::of(prepared, &times);
    for line in lines.iter() {
        if line.restricts() || line.hidden || line.verb == Verb::Limit {
            continue;
        }
        for item in line.items {
            for index in lines.overlapping(&scene, item.thing) {
                let Some(other) = lines.get(index).filter(|other| other.restricts()) else {
                    continue;
                };
                let pair = (place(line), place(other));
                looks.made += 1;
                if looks.made >= LIMIT || looks.of.get(&pair.0).is_some_and(|of| *of >= TOLD) {
                    break;
                }
                if looks.pairs.contains(&pair) || line.said.rule.span == other.said.rule.span {
                    continue;
                }
                if let Some(one) = meeting(protocol, &mut scene, (line, other), profile, looks) {
                    looks.pairs.insert(pair);
                    *looks.of.entry(pair.0).or_default() += 1;
                    found.push(one);
                }
            }
        }
    }
}

/// Decides all of a patient of whom a profile tells all that is known.
fn set<'s>(
    prepared: &'s Prepared<'s>,
    profile: &'s Profile,
    times: &mut Times,
) -> Option<Scene<'s>> {
    let mut scene = Scene::new(prepared, profile, None, Box::default(), None).ok()?;
    times.decide(&mut scene, prepared).ok()?;
    Some(scene)
}

/// Where a restriction meets a duty or a permission, if the plan of such a patient says so, too.
fn meeting<'p>(
    protocol: &'p Protocol,
    scene: &mut Scene<'_>,
    (line, other): (&Line<'_>, &Line<'_>),
    profile: &Profile,
    looks: &mut Looks,
) -> Option<HeldBack<'p>> {
    for mine in line.held {
        for theirs in other.held.iter().filter(|held| is_firm(held)) {
            let Some(both) = mine.piece.interval.meet(theirs.piece.interval) else {
                continue;
            };
            let node = scene.unknowns.diagram.and(mine.node, theirs.node);
            let Some(way) = scene.unknowns.example(node) else {
                continue;
            };
            let Some(example) = Example::of(&scene.truth, profile, &way) else {
                continue;
            };
            looks.made += AGAIN;
            let altogether = is_held_back(protocol, &example.profile, (line, other));
            if let Some(altogether) = altogether {
                // What ends a restriction may come before anything is lost.
                let mut facts = example.words;
                let awaited = other.fallen.open_until;
                facts.extend(awaited.map(|event| format!("`{event}` still to come")));
                return Some(HeldBack {
                    held: rule(protocol, line)?,
                    by: rule(protocol, other)?,
                    altogether: altogether && awaited.is_none(),
                    day: day(scene, both),
                    patient: example.profile,
                    facts,
                });
            }
        }
    }
    None
}

fn is_firm(held: &Held) -> bool {
    held.piece.strength == Strength::Firm
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

/// Whether a patient's plan of two sentences alone holds the one back because of the other: then whether
/// altogether. Where a restriction takes a part of the things, or one of a choice, the sentence stands for
/// the rest, which the plan names (3.5): nothing is gainsaid. Nor is it where the author left the window
/// unsaid and some of it is left.
fn is_held_back(
    protocol: &Protocol,
    profile: &Profile,
    (line, other): (&Line<'_>, &Line<'_>),
) -> Option<bool> {
    let alone = Protocol {
        rules: vec![line.said.rule.clone(), other.said.rule.clone()],
        ..without_rules(protocol)
    };
    let prepared = Prepared::new(&alone);
    let mut times = Times::default();
    let mut scene = set(&prepared, profile, &mut times)?;
    let lines = Lines::of(&prepared, &times);
    let same = lines.iter().find(|one| place(one) == place(line))?;
    let by = lines.iter().position(|one| place(one) == place(other))?;
    let all = left(&mut scene, &lines, same);
    let cut = all.iter().find(|left| left.held_back_by.contains(&by))?;
    let altogether = cut.held.is_empty();
    (altogether || line.said.rule.window != Window::Unsaid).then_some(altogether)
}

/// What stands around the rules of a protocol.
fn without_rules(protocol: &Protocol) -> Protocol {
    Protocol {
        title: None,
        version: None,
        treatment: protocol.treatment.clone(),
        aftercare: protocol.aftercare,
        effective: None,
        review_by: None,
        approved: None,
        sources: Vec::new(),
        rules: Vec::new(),
        vocabulary: Arc::clone(&protocol.vocabulary),
        file: protocol.file.clone(),
        fingerprint: String::new(),
    }
}
