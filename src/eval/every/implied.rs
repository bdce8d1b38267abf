//! Sentences that add nothing: whoever is under one is under another that says all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;

use super::patient::{Example, in_words};
use super::{Looks, day, set, universe};
use crate::check::{Details, FromEnd, Head, Protocol, Rule, ThingRef, Window};
use crate::eval::conditions::asking;
use crate::eval::diagram::Node;
use crate::eval::fallen::Place;
use crate::eval::interval::Intervals;
use crate::eval::line::Held;
use crate::eval::naming::Naming;
use crate::eval::narrow;
use crate::eval::prepared::Prepared;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::timing::Times;
use crate::plan::Strength;
use crate::profile::Profile;
use crate::vocabulary::Vocabulary;

/// A sentence that adds nothing to another.
#[derive(Debug, Clone)]
pub struct Implied<'p> {
    /// The sentence.
    pub rule: &'p Rule,
    /// The one that says all of it.
    pub by: &'p Rule,
    /// Whether the other one says no more than it either.
    pub same: bool,
    /// A patient who is under both; none where no profile says all of it.
    pub patient: Option<Profile>,
    /// The patient in words.
    pub words: String,
    /// A day on which that patient is, counted from the treatment on day 0.
    pub day: i64,
}

/// A sentence as every patient is under it.
pub(super) struct Under<'s, 'p> {
    pub rule: &'p Rule,
    pub node: Node,
    not: Node,
    /// When it holds, of a sentence that has a window.
    pub held: &'s [Held],
    fallen: Place<'s>,
}

/// The sentences of a protocol that add nothing to another one, in the order of the rules; of two that say the
/// same, the later.
pub fn implied<'p>(protocol: &'p Protocol, looks: &mut Looks) -> Vec<Implied<'p>> {
    let prepared = Prepared::apart(protocol);
    let mut times = Times::default();
    let nobody = universe::nothing_known();
    let Some(mut scene) = set(&prepared, &nobody, &mut times) else {
        return Vec::new();
    };
    let all = sentences(&mut scene, (&prepared, &times));
    let mut naming = Naming::default();
    for (index, one) in all.iter().enumerate() {
        let things: Vec<ThingRef> = one.rule.head.things().cloned().collect();
        naming.add(index, &things);
    }
    let without_things: BTreeSet<usize> = (0..all.len())
        .filter(|index| all.get(*index).is_some_and(|one| names_nothing(one.rule)))
        .collect();
    let mut found = Vec::new();
    for (index, one) in all.iter().enumerate() {
        let near = near(&protocol.vocabulary, &naming, &without_things, one.rule);
        for other in near.into_iter().filter(|other| *other != index) {
            if !looks.spend(1) {
                return found;
            }
            let Some(by) = all.get(other) else { continue };
            if !adds_nothing(&mut scene, one, by) {
                continue;
            }
            let same = adds_nothing(&mut scene, by, one);
            if !same || other < index {
                found.extend(told(&scene, one, by, same));
                break;
            }
        }
    }
    found
}

/// The sentences of a protocol, but those that no patient is under.
pub(super) fn sentences<'s, 'p>(
    scene: &mut Scene<'_>,
    (prepared, times): (&'s Prepared<'p>, &'s Times),
) -> Vec<Under<'s, 'p>> {
    let mut timing: BTreeMap<usize, usize> = BTreeMap::new();
    for placed in &prepared.drafts {
        timing.entry(placed.said).or_insert(placed.timing);
    }
    (prepared.said.iter().enumerate())
        .filter_map(|(index, said)| {
            let timing = timing.get(&index).copied().or(said.timing);
            under(scene, (prepared, times), said, timing)
        })
        .collect()
}

fn under<'s, 'p>(
    scene: &mut Scene<'_>,
    (prepared, times): (&'s Prepared<'p>, &'s Times),
    said: &Said<'p>,
    timing: Option<usize>,
) -> Option<Under<'s, 'p>> {
    let clock = timing.map(|timing| times.get(prepared, timing));
    let (held, fallen) = match clock {
        // What no patient is under is told as such.
        Some(None) => return None,
        Some(Some(clock)) => (clock.held, clock.fallen),
        None => (&[][..], Place::NOWHERE),
    };
    let asking = asking(said.rule.head.is_before_treatment());
    let node = scene
        .truth
        .node(&mut scene.unknowns, &said.condition, asking);
    let not = scene.unknowns.diagram.not(node);
    (node != Node::FALSE).then_some(Under {
        rule: said.rule,
        node,
        not,
        held,
        fallen,
    })
}

fn names_nothing(rule: &Rule) -> bool {
    rule.head.things().next().is_none()
}

/// The sentences that name the first thing of a sentence or a class above it; of one that names nothing, those
/// that name nothing either.
fn near(
    vocabulary: &Vocabulary,
    naming: &Naming,
    without_things: &BTreeSet<usize>,
    rule: &Rule,
) -> BTreeSet<usize> {
    let Some(first) = rule.head.things().next() else {
        return without_things.clone();
    };
    let above = vocabulary.above(first.thing).into_iter();
    let classes = std::iter::once(first.thing).chain(above);
    let near = classes.flat_map(|class| naming.of(class));
    near.copied().collect()
}

/// Whether whoever is under the one is, at all its times, under the other, which says all that it says.
fn adds_nothing(scene: &mut Scene<'_>, one: &Under<'_, '_>, by: &Under<'_, '_>) -> bool {
    let vocabulary = &scene.protocol.vocabulary;
    discriminant(&one.rule.head) == discriminant(&by.rule.head)
        && says_no_more(vocabulary, one.rule, by.rule)
        && at_no_other_time(one, by)
        && !scene.unknowns.diagram.meet(one.node, by.not)
}

/// Whether one sentence says no more than another, times and conditions aside.
fn says_no_more(vocabulary: &Vocabulary, one: &Rule, by: &Rule) -> bool {
    let things = match (&one.head, &by.head) {
        (Head::Note(_) | Head::Sessions { .. } | Head::Maintenance { .. }, _) => false,
        (Head::Avoid { things, .. }, Head::Avoid { things: of, .. }) => {
            (one.advised || !by.advised)
                && things.iter().all(|thing| covered(vocabulary, thing, of))
        }
        (
            Head::Allow {
                things, but_not, ..
            },
            Head::Allow {
                things: of,
                but_not: other,
                ..
            },
        ) => {
            but_not == other && one.details.except == by.details.except && {
                let all = but_not.is_empty() && one.details.except.is_empty();
                all && things.iter().all(|thing| covered(vocabulary, thing, of)) || things == of
            }
        }
        (
            Head::Report {
                symptoms,
                to,
                otherwise,
                within,
            },
            Head::Report {
                symptoms: of,
                to: other,
                otherwise: else_other,
                within: soon,
            },
        ) => {
            // A warning sign under its class is named for the patient, who may not know that it is one.
            let named = |symptom: &ThingRef| of.iter().any(|one| one.thing == symptom.thing);
            (to, otherwise, within) == (other, else_other, soon)
                && (symptoms.iter()).all(|one| named(one) && covered(vocabulary, one, of))
        }
        (head, other) => head == other && one.advised == by.advised,
    };
    things && details(vocabulary, one, by)
}

/// Whether a thing is all of one of these, or under it.
pub(super) fn covered(vocabulary: &Vocabulary, thing: &ThingRef, of: &[ThingRef]) -> bool {
    of.iter().any(|class| {
        vocabulary.is_under(thing.thing, class.thing)
            && class
                .attributes
                .iter()
                .all(|test| thing.attributes.contains(test))
            && class
                .qualifiers
                .iter()
                .all(|test| thing.qualifiers.contains(test))
    })
}

/// Whether what is said beside is said by the other sentence, too. A restriction that names no place holds at
/// each, one that names no situation in each.
pub(super) fn details(vocabulary: &Vocabulary, one: &Rule, by: &Rule) -> bool {
    let (own, other) = (one.details.as_ref(), by.details.as_ref());
    if !matches!(one.head, Head::Avoid { .. }) {
        return without_grounds(own) == without_grounds(other);
    }
    let kept_out = other.except.iter().all(|out| {
        let apart = |thing: &ThingRef| {
            !vocabulary.is_under(out.thing, thing.thing)
                && !vocabulary.is_under(thing.thing, out.thing)
        };
        one.head.things().all(apart) || own.except.contains(out)
    });
    let anywhere = |details: &Details| Details {
        places: None,
        while_: None,
        during: None,
        except_while: None,
        outside: Vec::new(),
        using: None,
        except: Vec::new(),
        ..without_grounds(details)
    };
    kept_out
        && !narrow::reached(vocabulary, other, own).contains(&false)
        && narrow::leaves_out_no_more(vocabulary, other, own)
        && anywhere(own) == anywhere(other)
}

pub(super) fn without_grounds(details: &Details) -> Details {
    Details {
        because: None,
        sources: Vec::new(),
        ..details.clone()
    }
}

/// Whether one sentence holds at no time at which the other does not, as firmly, and gives back no sooner.
fn at_no_other_time(one: &Under<'_, '_>, by: &Under<'_, '_>) -> bool {
    if one.rule.window == by.rule.window {
        return true;
    }
    if !is_fixed(&one.rule.window) || !is_fixed(&by.rule.window) {
        return false;
    }
    // `for at least 3 days` says that it may be longer, and `for 3 days` that it is not.
    let end = |of: &Under<'_, '_>| of.held.iter().map(|held| held.interval.end).max();
    let gives_back = (one.fallen.releases, by.fallen.releases);
    if one.held.is_empty()
        || gives_back == (true, false)
        || gives_back == (false, true) && end(one) == end(by)
    {
        return false;
    }
    one.held.iter().all(|held| {
        let as_firm = by
            .held
            .iter()
            .filter(|other| held.strength != Strength::Firm || other.strength == Strength::Firm);
        let there: Intervals = as_firm.map(|other| other.interval).collect();
        let whole: Intervals = std::iter::once(held.interval).collect();
        whole.without(&there).is_empty()
    })
}

/// Whether a window counts from the treatment alone, so that where it falls tells all.
pub(super) fn is_fixed(window: &Window) -> bool {
    match window {
        Window::Unsaid
        | Window::For(_)
        | Window::Before(_)
        | Window::Around { .. }
        | Window::Days { .. }
        | Window::Today
        | Window::BeforeTreatment
        | Window::Always => true,
        Window::From { from, end } => {
            let ends = match end {
                FromEnd::Until(until) => until.is_from_treatment(),
                FromEnd::Open | FromEnd::For(_) => true,
            };
            from.is_from_treatment() && ends
        }
        Window::Until { until, .. } => until.is_from_treatment(),
        Window::ForTheCourse | Window::BetweenSessions => false,
    }
}

fn told<'p>(
    scene: &Scene<'_>,
    one: &Under<'_, 'p>,
    by: &Under<'_, 'p>,
    same: bool,
) -> Option<Implied<'p>> {
    let way = scene.unknowns.example(one.node, by.node)?;
    let example = Example::of(&scene.truth, scene.profile, &way);
    let first = one.held.first();
    Some(Implied {
        rule: one.rule,
        by: by.rule,
        same,
        patient: example.map(|example| example.profile),
        words: in_words(&scene.truth, &way),
        day: first.map_or(0, |held| day(scene, held.interval)),
    })
}
