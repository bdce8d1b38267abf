//! For how long and for whom a demand is not covered.

use std::collections::BTreeSet;

use super::blocks::Blocks;
use super::demand::{Demand, Source};
use crate::eval::conditions::asking;
use crate::eval::diagram::{Diagram, Node};
use crate::eval::interval::Interval;
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::time::Instant;
use crate::eval::timing::Times;
use crate::eval::unknown::{Unknown, Way};
use crate::plan::{Strength, Verb};
use crate::vocabulary::FactKind;

/// Where less is demanded.
pub(super) struct Less {
    /// When.
    pub interval: Interval,
    /// For whom, as a condition.
    pub node: Node,
    /// For whom.
    pub way: Way,
    /// The same without what only keeps other sentences out.
    pub short: Way,
    /// What takes from a sentence that still stands.
    pub by: Option<Source>,
}

/// When a sentence holds, how strongly and for whom.
#[derive(Debug, Clone, Copy)]
pub(in crate::eval::every) struct Piece {
    pub interval: Interval,
    pub strength: Strength,
    pub node: Node,
}

/// Something that takes from a demand.
struct Take {
    source: Source,
    piece: Piece,
    /// Whether it restricts; or else it permits.
    restricts: bool,
}

/// What takes from a demand: all of these lists together, of each list one piece.
type Taking = Vec<Vec<Take>>;

impl Take {
    /// Whether it takes from what holds so strongly: a firm restriction holds a duty back, and what is only advised
    /// against may be done where something permits it.
    fn takes(&self, strength: Strength, interval: Interval) -> bool {
        let as_strong = if self.restricts {
            self.piece.strength == Strength::Firm
        } else {
            strength == Strength::Advised
        };
        as_strong && self.piece.interval.meets(interval)
    }
}

/// Something that demands as much.
struct Covering {
    pieces: Vec<Piece>,
    taking: Taking,
    instead: bool,
}

/// The first stretch of time of a demand that nothing covers for somebody; `fresh` are the lines that are new.
pub(super) fn less(
    scene: &mut Scene<'_>,
    on: (&Prepared<'_>, &Times),
    demand: &Demand,
    fresh: &[usize],
) -> Option<Less> {
    let own = pieces(scene, on, demand.source);
    if own.is_empty() {
        return None;
    }
    let taking = taking(scene, on, &demand.blocks);
    let covering: Vec<Covering> = (demand.covers.iter())
        .map(|cover| Covering {
            pieces: pieces(scene, on, cover.source),
            taking: self::taking(scene, on, &cover.blocks),
            instead: cover.instead,
        })
        .collect();
    let bounds: Vec<Instant> = (covering.iter())
        .flat_map(|one| one.pieces.iter().chain(of_taking(&one.taking)))
        .chain(of_taking(&taking))
        .flat_map(|piece| [piece.interval.start, piece.interval.end])
        .collect();
    own.iter().find_map(|piece| {
        let mut cuts = stretches(piece.interval, &bounds).into_iter();
        cuts.find_map(|interval| {
            let taken = taken(scene, &taking, piece.strength, interval);
            let left = scene.unknowns.diagram.not(taken);
            let asked = scene.unknowns.diagram.and(piece.node, left);
            let there = there(scene, &covering, piece, interval, false);
            let not = scene.unknowns.diagram.not(there);
            let way = scene.unknowns.example(asked, not)?;
            let own = self::there(scene, &covering, piece, interval, true);
            let takes = covering.iter().flat_map(|one| one.taking.iter().flatten());
            let new = takes.filter(|take| is_fresh(fresh, take));
            let kept: Vec<Node> = (new.map(|take| take.piece.node))
                .chain([piece.node, taken, own])
                .collect();
            let node = scene.unknowns.diagram.and(asked, not);
            let at = (&scene.unknowns.diagram, &way);
            Some(Less {
                node,
                interval,
                by: by(&covering, fresh, (interval, piece.strength), at),
                short: short(scene, &way, &kept),
                way,
            })
        })
    })
}

/// A way of filling in without what none of these conditions reads and only says that something is not so.
fn short(scene: &Scene<'_>, way: &Way, kept: &[Node]) -> Way {
    let read: BTreeSet<Unknown> = (kept.iter())
        .flat_map(|node| scene.unknowns.behind(*node))
        .collect();
    let mut short = way.clone();
    let kept = |(unknown, value): &(Unknown, usize)| {
        *value != 0 || read.contains(unknown) || !may_be_left_out(scene, unknown)
    };
    short.named.retain(kept);
    short
}

/// What nobody would name of a patient who has none of it.
fn may_be_left_out(scene: &Scene<'_>, unknown: &Unknown) -> bool {
    match unknown {
        Unknown::Value(..) | Unknown::Group(..) | Unknown::History(_) | Unknown::Symptom(_) => true,
        Unknown::Fact(fact) => {
            let kind = &scene.protocol.vocabulary.fact(*fact).kind;
            matches!(kind, FactKind::YesNo)
        }
        _ => false,
    }
}

/// What is new and takes from a sentence that still stands: what takes all of it, if one does.
fn by(
    covering: &[Covering],
    fresh: &[usize],
    less: (Interval, Strength),
    at: (&Diagram, &Way),
) -> Option<Source> {
    let (interval, strength) = less;
    let (diagram, way) = at;
    let takes = |take: &&Take| {
        is_fresh(fresh, take)
            && take.takes(strength, interval)
            && diagram.can_be(take.piece.node, &way.levels)
    };
    covering.iter().find_map(|one| {
        let lists: Vec<BTreeSet<Source>> = (one.taking.iter())
            .map(|list| list.iter().filter(takes).map(|take| take.source).collect())
            .collect();
        let all = lists.iter().flatten();
        let takes_all = |source: &&Source| lists.iter().all(|list| list.contains(source));
        all.clone().find(takes_all).or(all.clone().next()).copied()
    })
}

fn is_fresh(fresh: &[usize], take: &Take) -> bool {
    take.source.line().is_some_and(|line| fresh.contains(&line))
}

/// For whom something demands as much in a stretch of time; where it is asked so, what stands in the same place alone.
fn there(
    scene: &mut Scene<'_>,
    covering: &[Covering],
    asked: &Piece,
    interval: Interval,
    instead: bool,
) -> Node {
    let mut all = Node::FALSE;
    for cover in covering.iter().filter(|cover| cover.instead || !instead) {
        let as_strong = |piece: &&Piece| {
            piece.interval.meets(interval)
                && (asked.strength != Strength::Firm || piece.strength == Strength::Firm)
        };
        for piece in cover.pieces.iter().filter(as_strong) {
            let taken = taken(scene, &cover.taking, piece.strength, interval);
            let diagram = &mut scene.unknowns.diagram;
            let left = diagram.not(taken);
            let holds = diagram.and(piece.node, left);
            all = diagram.or(all, holds);
        }
    }
    all
}

/// For whom a demand is taken in a stretch of time. A restriction that holds firmly is never taken: it wins.
fn taken(scene: &mut Scene<'_>, taking: &Taking, strength: Strength, interval: Interval) -> Node {
    if taking.is_empty() {
        return Node::FALSE;
    }
    let diagram = &mut scene.unknowns.diagram;
    let mut all = Node::TRUE;
    for list in taking {
        let takes = list.iter().filter(|take| take.takes(strength, interval));
        let nodes = takes.map(|take| take.piece.node);
        let any = diagram.any(nodes);
        all = diagram.and(all, any);
    }
    all
}

/// An interval, parted at all bounds that lie in it.
pub(in crate::eval::every) fn stretches(whole: Interval, by: &[Instant]) -> Vec<Interval> {
    let inside = by
        .iter()
        .filter(|bound| whole.start < **bound && **bound < whole.end);
    let mut bounds: Vec<Instant> = inside.copied().collect();
    bounds.push(whole.end);
    bounds.sort_unstable();
    let mut start = whole.start;
    let parted = bounds.into_iter().filter_map(|end| {
        let stretch = Interval::new(start, end);
        start = end;
        stretch
    });
    parted.collect()
}

fn of_taking(taking: &Taking) -> impl Iterator<Item = &Piece> {
    taking.iter().flatten().map(|take| &take.piece)
}

fn taking(scene: &mut Scene<'_>, on: (&Prepared<'_>, &Times), blocks: &Blocks) -> Taking {
    let mut all = Taking::new();
    for list in blocks {
        let mut takes = Vec::new();
        for source in list {
            let line = source.line().and_then(|line| on.0.drafts.get(line));
            let restricts = line.is_some_and(|placed| placed.draft.verb == Verb::Avoid);
            let pieces = pieces(scene, on, *source).into_iter();
            takes.extend(pieces.map(|piece| Take {
                source: *source,
                piece,
                restricts,
            }));
        }
        all.push(takes);
    }
    all
}

pub(in crate::eval::every) fn pieces(
    scene: &mut Scene<'_>,
    (prepared, times): (&Prepared<'_>, &Times),
    source: Source,
) -> Vec<Piece> {
    let Some(timing) = source.timing(prepared) else {
        return untimed(scene, prepared, source).into_iter().collect();
    };
    let on_the_clock = times.get(prepared, timing);
    let held = on_the_clock.map_or(&[][..], |clock| clock.held);
    held.iter()
        .map(|held| Piece {
            interval: held.interval,
            strength: held.strength,
            node: held.node,
        })
        .collect()
}

/// Of a sentence that has no window: it holds whenever its condition does.
fn untimed(scene: &mut Scene<'_>, prepared: &Prepared<'_>, source: Source) -> Option<Piece> {
    let Source::Sentence(said) = source else {
        return None;
    };
    let said = prepared.said.get(said)?;
    let before = said.rule.head.is_before_treatment();
    let asked = asking(before);
    let mut node = scene
        .truth
        .node(&mut scene.unknowns, &said.condition, asked);
    if let Some(implied) = crate::eval::deferral::of_deferral(said.rule) {
        let implied = scene.truth.node(&mut scene.unknowns, &implied, asked);
        node = scene.unknowns.diagram.and(node, implied);
    }
    let strength = if said.rule.advised {
        Strength::Advised
    } else {
        Strength::Firm
    };
    (node != Node::FALSE).then_some(Piece {
        interval: Interval::ALWAYS,
        strength,
        node,
    })
}

/// As many conditions as are settled one by one for an example.
pub(in crate::eval::every) const SETTLED: usize = 16;

/// A condition, and that another one is false; or true, where it cannot be false then.
pub(in crate::eval::every) fn either(scene: &mut Scene<'_>, node: Node, other: Node) -> Node {
    let without = without(scene, node, other);
    if without == Node::FALSE {
        scene.unknowns.diagram.and(node, other)
    } else {
        without
    }
}

pub(in crate::eval::every) fn without(scene: &mut Scene<'_>, one: Node, other: Node) -> Node {
    let not = scene.unknowns.diagram.not(other);
    scene.unknowns.diagram.and(one, not)
}
