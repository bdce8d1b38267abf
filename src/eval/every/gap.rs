//! Values of a fact that nothing is said about, where an author says something of the others.

use std::collections::{BTreeMap, BTreeSet};

use super::patient::{Example, in_words};
use super::{Looks, set, universe};
use crate::check::{Atom, Condition, Head, Protocol, Rule};
use crate::eval::conditions::asking;
use crate::eval::diagram::Node;
use crate::eval::prepared::{Placed, Prepared};
use crate::eval::scene::Scene;
use crate::eval::timing::Times;
use crate::eval::unknown::Unknown;
use crate::plan::Verb;
use crate::profile::Profile;
use crate::vocabulary::{FactId, FactKind, ThingId};

/// Two sentences about the same, each for some values of a fact, and a value of which neither speaks.
#[derive(Debug, Clone)]
pub struct Gap<'p> {
    /// The fact.
    pub fact: FactId,
    /// The sentence for the values before it.
    pub rule: &'p Rule,
    /// Another one, for values that the first is not for.
    pub other: &'p Rule,
    /// A patient of whom nothing is said.
    pub patient: Profile,
    /// The patient in words.
    pub words: String,
}

/// A sentence that is for some values of a fact alone.
struct Arm<'p> {
    rule: &'p Rule,
    /// What else must be so.
    rest: Vec<&'p Condition>,
    values: BTreeSet<usize>,
}

/// Of a protocol, in the order of the rules. What lies outside of all numbers that are named is left alone: of
/// an ordered fact each value counts, of a number what lies between.
pub fn gaps<'p>(protocol: &'p Protocol, looks: &mut Looks) -> Vec<Gap<'p>> {
    let prepared = Prepared::apart(protocol);
    let nobody = universe::nothing_known();
    let mut times = Times::default();
    let Some(mut scene) = set(&prepared, &nobody, &mut times) else {
        return Vec::new();
    };
    let mut arms: BTreeMap<(FactId, Subject), Vec<Arm<'_>>> = BTreeMap::new();
    for rule in &protocol.rules {
        let Some(subject) = subject(rule) else {
            continue;
        };
        for (fact, arm) in arms_of(&mut scene, rule) {
            arms.entry((fact, subject.clone())).or_default().push(arm);
        }
    }
    let mut found = Vec::new();
    for ((fact, _), arms) in arms.iter().filter(|(_, arms)| arms.len() > 1) {
        for (at, first) in arms.iter().enumerate() {
            if !looks.spend(arms.len()) {
                return found;
            }
            let alike: Vec<&Arm<'_>> = arms.iter().filter(|arm| arm.rest == first.rest).collect();
            // Once for all that are for the same patients otherwise.
            if arms.iter().take(at).any(|arm| arm.rest == first.rest) {
                continue;
            }
            found.extend(gap(&mut scene, &prepared, *fact, &alike));
        }
    }
    found.sort_by_key(|gap| (gap.rule.span.source, gap.rule.span.start));
    found
}

/// What a sentence does with what.
type Subject = (Verb, Vec<ThingId>);

fn subject(rule: &Rule) -> Option<Subject> {
    let verb = match &rule.head {
        Head::Avoid { .. } => Verb::Avoid,
        Head::Duty { .. } => Verb::Do,
        Head::Allow { .. } | Head::Resume { .. } => Verb::Allow,
        Head::Limit { .. } => Verb::Limit,
        _ => return None,
    };
    let mut things: Vec<_> = rule.head.things().map(|item| item.thing).collect();
    things.sort_unstable();
    Some((verb, things))
}

/// The facts with ordered values that a sentence is for some values of.
fn arms_of<'p>(scene: &mut Scene<'_>, rule: &'p Rule) -> Vec<(FactId, Arm<'p>)> {
    let parts: Vec<&Condition> = match &rule.condition {
        Condition::All(all) => all.iter().collect(),
        one => vec![one],
    };
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let Some(fact) = only_fact(part).filter(|fact| is_ordered(scene, *fact)) else {
            continue;
        };
        let node = scene.truth.node(&mut scene.unknowns, part, asking(false));
        let values = scene.unknowns.diagram.values_of(node);
        let rest = parts.iter().enumerate().filter(|(other, _)| *other != at);
        let arm = Arm {
            rule,
            rest: rest.map(|(_, part)| *part).collect(),
            values,
        };
        found.push((fact, arm));
    }
    found
}

fn is_ordered(scene: &Scene<'_>, fact: FactId) -> bool {
    let kind = &scene.protocol.vocabulary.fact(fact).kind;
    matches!(kind, FactKind::Ordered(_) | FactKind::Number(_))
}

/// The fact that a condition asks about, where it asks about one value of one fact alone.
fn only_fact(condition: &Condition) -> Option<FactId> {
    let mut facts = BTreeSet::new();
    let mut others = false;
    condition.atoms(&mut |atom| match atom {
        Atom::Number { fact, .. } | Atom::OneOf { fact, .. } => {
            facts.insert(*fact);
        }
        _ => others = true,
    });
    let mut facts = facts.into_iter();
    match (facts.next(), facts.next(), others) {
        (Some(fact), None, false) => Some(fact),
        _ => None,
    }
}

/// The first value that none of these sentences is for, if nothing else about the same is either.
fn gap<'p>(
    scene: &mut Scene<'_>,
    prepared: &Prepared<'p>,
    fact: FactId,
    arms: &[&Arm<'p>],
) -> Option<Gap<'p>> {
    let first = arms.first()?;
    let other = arms
        .iter()
        .find(|arm| arm.values.is_disjoint(&first.values))?;
    let said: BTreeSet<usize> = arms
        .iter()
        .flat_map(|arm| arm.values.iter().copied())
        .collect();
    let (low, high) = (*said.first()?, *said.last()?);
    let all = scene.truth.values_of(fact);
    let every_value = matches!(
        scene.protocol.vocabulary.fact(fact).kind,
        FactKind::Ordered(_)
    );
    let between = |value: &usize| every_value || (low..high).contains(value);
    let mut unsaid = (0..all)
        .filter(|value| !said.contains(value))
        .filter(between);
    unsaid.find_map(|value| {
        let more = usize::from(scene.truth.of_everybody);
        let is = scene
            .unknowns
            .is(Unknown::Fact(fact), all + more, |one| one == value);
        let rest = first.rest.iter().fold(Node::TRUE, |so_far, part| {
            let node = scene.truth.node(&mut scene.unknowns, part, asking(false));
            scene.unknowns.diagram.and(so_far, node)
        });
        let way = scene.unknowns.example(is, rest)?;
        let nobody = universe::nothing_known();
        let example = Example::of(&scene.truth, &nobody, &way)?;
        nothing_is_said(prepared, first.rule, &example.profile).then(|| Gap {
            fact,
            rule: first.rule,
            other: other.rule,
            words: in_words(&scene.truth, &way),
            patient: example.profile,
        })
    })
}

/// Whether a patient is under no sentence that does the same with the same things, or with all of a class of
/// them: the interpreter says so.
fn nothing_is_said(prepared: &Prepared<'_>, rule: &Rule, patient: &Profile) -> bool {
    let mut times = Times::default();
    let Some(_scene) = set(prepared, patient, &mut times) else {
        return false;
    };
    let Some((verb, things)) = subject(rule) else {
        return false;
    };
    let vocabulary = &prepared.protocol.vocabulary;
    let says = |placed: &Placed<'_>| {
        let items = &placed.draft.items;
        let about = things.iter().all(|thing| {
            items
                .iter()
                .any(|item| vocabulary.is_under(*thing, item.thing))
        });
        let held = || times.get(prepared, placed.timing).is_some();
        placed.draft.verb == verb && about && held()
    };
    !prepared.drafts.iter().any(says)
}
