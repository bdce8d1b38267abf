//! Steps, notes and visits.

use super::provenance::{self, Hanging, Shown, rule_ref};
use super::span;
use super::symptoms::shown;
use crate::check::{Anchor, Details, Head, Point, Step as CheckedStep, ThingRef};
use crate::eval::anchor::{Spot, Spots};
use crate::eval::deferral;
use crate::eval::diagram::Node;
use crate::eval::firm::Sessions;
use crate::eval::interval::Intervals;
use crate::eval::line::{Held, state};
use crate::eval::lines::Lines;
use crate::eval::residual;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::subject::subjects_of;
use crate::eval::time::OutOfRange;
use crate::eval::timing::Times;
use crate::plan::{Note, RuleRef, State, Step, Steps, Verb, Visit};
use crate::syntax::tree::{Duration, SessionWord, TimeUnit};

/// Ordered steps.
pub fn steps(
    scene: &mut Scene<'_>,
    (times, lines): (&Times, &Lines<'_>),
    said: &Said<'_>,
) -> Option<(Steps, Hanging)> {
    let Head::Steps { title, items } = &said.rule.head else {
        return None;
    };
    let shown = shown(scene, times, said)?;
    let held = [shown.held, shown.next].concat();
    let around = shown.fallen.intervals();
    let next = shown.next.iter().map(|held| held.interval);
    let times: Intervals = around.iter().chain(next).collect();
    let details = &said.rule.details;
    let mut nodes = shown.nodes.to_vec();
    let mut steps = Vec::new();
    for item in items {
        let by = held_back_by(scene, lines, item, (details, &held), &times);
        let (step, node) = step(scene, item, by);
        nodes.push(node);
        steps.extend(step);
    }
    let asking = provenance::asking(scene, false);
    let unknowns = provenance::unknowns(scene, &nodes);
    let rule = rule_ref(said);
    let plan = Steps {
        title: title.clone(),
        items: steps,
        windows: span::windows(scene, Verb::Do, shown.held, shown.fallen),
        next_session_windows: span::next_windows(scene, Verb::Do, shown.next, shown.fallen),
        window_text: said.rule.window_text.clone(),
        frequency: details.frequency.clone(),
        phase: span::phase(scene, shown.held, shown.next),
        state: shown.state,
        asks: provenance::asks(scene, &unknowns, false),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, &said.condition, asking),
        details: provenance::details(scene, said.rule, &[Shown::Window, Shown::Frequency]),
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: rule.clone(),
    };
    let hanging = Hanging {
        rule,
        unknowns,
        before_treatment: false,
    };
    Some((plan, hanging))
}

/// One step; none where its own condition is false.
fn step(
    scene: &mut Scene<'_>,
    item: &CheckedStep,
    held_back_by: Vec<RuleRef>,
) -> (Option<Step>, Node) {
    let asking = provenance::asking(scene, false);
    let node = scene
        .truth
        .node(&mut scene.unknowns, &item.condition, asking);
    if node == Node::FALSE {
        return (None, node);
    }
    let step = Step {
        text: item.text.clone(),
        join: item.join.clone(),
        state: state(scene, Verb::Do, [node]),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, &item.condition, asking),
        because: item.because.clone(),
        sources: item.sources.clone(),
        held_back_by,
    };
    (Some(step), node)
}

/// The rules that firmly restrict something that a step uses, at some time while the steps hold.
fn held_back_by(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    item: &CheckedStep,
    (details, held): (&Details, &[Held]),
    times: &Intervals,
) -> Vec<RuleRef> {
    let mut by = std::collections::BTreeSet::new();
    // What takes something away is held back by nothing.
    let used: &[ThingRef] = match item.own.as_deref().map(|own| &own.head) {
        Some(Head::Avoid { .. } | Head::Resume { .. } | Head::Limit { .. }) => &[],
        _ => &item.things,
    };
    for thing in used {
        for subject in subjects_of(&scene.protocol.vocabulary, thing) {
            let firm = lines.firm(scene, Sessions::Both, &subject);
            let against = firm.against(scene, lines, details, held);
            if !against.whole.meet(times).is_empty() {
                by.extend(against.lines(times));
            }
        }
    }
    by.into_iter()
        .filter_map(|index| lines.get(index))
        .map(|line| rule_ref(line.said))
        .collect()
}

/// A note.
pub fn note(scene: &mut Scene<'_>, times: &Times, said: &Said<'_>) -> Option<(Note, Hanging)> {
    let Head::Note(text) = &said.rule.head else {
        return None;
    };
    let shown = shown(scene, times, said)?;
    let details = &said.rule.details;
    let asking = provenance::asking(scene, false);
    let unknowns = provenance::unknowns(scene, shown.nodes);
    let rule = rule_ref(said);
    let note = Note {
        text: text.clone(),
        window_text: said.rule.window_text.clone(),
        state: shown.state,
        asks: provenance::asks(scene, &unknowns, false),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, &said.condition, asking),
        details: provenance::details(scene, said.rule, &[Shown::Window]),
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: rule.clone(),
    };
    let hanging = Hanging {
        rule,
        unknowns,
        before_treatment: false,
    };
    Some((note, hanging))
}

/// A visit to book. A visit is a deadline: its date is its earliest.
pub fn visit(
    scene: &mut Scene<'_>,
    said: &Said<'_>,
) -> Result<Option<(Visit, Hanging)>, OutOfRange> {
    let Head::Visit {
        title,
        point,
        point_text,
        at_least,
        ..
    } = &said.rule.head
    else {
        return Ok(None);
    };
    let asking = provenance::asking(scene, false);
    let node = scene
        .truth
        .node(&mut scene.unknowns, &said.condition, asking);
    if node == Node::FALSE {
        return Ok(None);
    }
    let counts = deferral::counts_from(point, SessionWord::First);
    let first = deferral::first_session(scene, counts).unwrap_or(Node::TRUE);
    let node = scene.unknowns.diagram.and(node, first);
    let details = &said.rule.details;
    let when = when(scene, point)?;
    let unknowns = provenance::unknowns(scene, &[node]);
    let rule = rule_ref(said);
    let visit = Visit {
        title: title.clone(),
        when: point_text.clone(),
        earliest: when.0.filter(|_| scene.dated),
        latest: when.1.filter(|_| scene.dated && !at_least),
        after: when.2,
        state: match node {
            Node::TRUE => State::Settled,
            node => state(scene, Verb::Do, [node]),
        },
        asks: provenance::asks(scene, &unknowns, false),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, &said.condition, asking),
        details: provenance::details(scene, said.rule, &[]),
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: rule.clone(),
    };
    let hanging = Hanging {
        rule,
        unknowns,
        before_treatment: false,
    };
    Ok(Some((visit, hanging)))
}

type When = (
    Option<chrono::NaiveDate>,
    Option<chrono::NaiveDate>,
    Option<String>,
);

/// The days of a visit, the earlier first; none where it counts by the hour from a treatment without a
/// clock time: the day before would be as likely as that day.
fn when(scene: &Scene<'_>, point: &Point) -> Result<When, OutOfRange> {
    let Spots { near, far } = scene.anchors.spots(point)?;
    let clock = scene.clock;
    let day = |spot: &Spot| match spot {
        Spot::At { earliest, .. } => Some(clock.first_day(*earliest)),
        Spot::Open(_) | Spot::Void => None,
    };
    if let Spot::Open(name) = near {
        return Ok((None, None, Some(name)));
    }
    if scene.treatment.vague && is_by_the_hour(point) {
        return Ok((None, None, None));
    }
    let near = day(&near);
    let far = far.map_or(near, |far| day(&far));
    Ok(match (near, far) {
        (Some(near), Some(far)) => (Some(near.min(far)), Some(near.max(far)), None),
        _ => (None, None, None),
    })
}

/// `30..40 minutes before treatment`
fn is_by_the_hour(point: &Point) -> bool {
    matches!(
        point,
        Point::Offset {
            distance: Some((
                Duration {
                    unit: TimeUnit::Minute | TimeUnit::Hour,
                    ..
                },
                _
            )),
            anchor: Anchor::Treatment,
            ..
        }
    )
}
