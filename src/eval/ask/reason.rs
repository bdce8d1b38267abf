//! The lines behind an answer.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::check::Condition;
use crate::eval::assemble::{provenance, span};
use crate::eval::fallen::Place;
use crate::eval::line::Line;
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::eval::unless::unless;
use crate::eval::words;
use crate::plan::{SourceNote, State, Strength};
use crate::reply::Reason;

/// The lines at these places, what decides first: settled before open, firm before advised, and of
/// those the one that lasts longest.
pub(super) fn reasons(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    at: &BTreeSet<usize>,
) -> Vec<Reason> {
    let mut behind: Vec<&Line<'_>> = at.iter().filter_map(|index| lines.get(*index)).collect();
    behind.sort_by_key(|line| {
        let pieces = || line.held.iter().chain(line.next);
        let firm = pieces().any(|held| held.strength == Strength::Firm);
        let end = pieces().map(|held| held.interval.end).max();
        (line.state != State::Settled, !firm, Reverse(end))
    });
    let mut reasons: Vec<Reason> = Vec::new();
    for line in behind {
        let reason = reason(scene, line);
        if reasons.iter().all(|other| other.rule != reason.rule) {
            reasons.push(reason);
        }
    }
    reasons
}

fn reason(scene: &mut Scene<'_>, line: &Line<'_>) -> Reason {
    let rule = line.said.rule;
    let unknowns = provenance::unknowns(scene, &line.hangs_on());
    let mut windows = span::windows(scene, line.verb, line.held, line.fallen);
    // What waits to start is told once, and not again of each session to come.
    let next = Place {
        starts_at: None,
        ..line.fallen
    };
    windows.extend(span::windows(scene, line.verb, line.next, next));
    let left = provenance::left(scene, line.said, line.held);
    let say = |condition: Condition| words::condition(&scene.protocol.vocabulary, &condition);
    Reason {
        rule: provenance::rule_ref(line.said),
        verb: line.verb,
        state: line.state,
        windows,
        because: rule.details.because.clone(),
        sources: sources(scene, &rule.details.sources),
        facts: provenance::facts(scene, &line.said.condition),
        unless: left.as_ref().and_then(unless).map(say),
        if_: left.map(say),
        asks: provenance::asks(scene, &unknowns, false),
    }
}

/// The sources behind keys.
fn sources(scene: &Scene<'_>, keys: &[String]) -> Vec<SourceNote> {
    let declared = &scene.protocol.sources;
    keys.iter()
        .filter_map(|key| declared.iter().find(|source| source.key == *key))
        .map(|source| SourceNote {
            key: source.key.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
        })
        .collect()
}
