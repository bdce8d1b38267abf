//! What the end of a restriction gives back, and what it does not where another treatment has it still (3.5).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Restriction, Verdicts};
use crate::eval::diagram::Node;
use crate::eval::scene::Scene;
use crate::eval::time::Instant;

impl Verdicts {
    /// Under which ways of filling in a restriction has ended for good by `from`: one that gives
    /// back has, and none that ends later, or is still to come, is there.
    ///
    /// Of several treatments each gives back for itself alone: what one of them restricted for `at least` a time is not
    /// free because the rule of another one ends.
    pub(in crate::eval) fn released(&self, scene: &mut Scene<'_>, from: Instant) -> Node {
        let mut released = released(scene, self.here(), from);
        for of in self.of_several() {
            if released == Node::FALSE {
                break;
            }
            let back = self.given_back(scene, of, from);
            released = scene.unknowns.diagram.and(released, back);
        }
        released
    }

    /// The lines of the other treatments that restricted it until `from` or some time before, and whose protocols have not
    /// given it back by then: the line's index and under which ways of filling in.
    pub(in crate::eval) fn kept(
        &self,
        scene: &mut Scene<'_>,
        (besides, from): (usize, Instant),
    ) -> Vec<(usize, Node)> {
        let mut kept = Vec::new();
        for of in self.of_several().into_iter().filter(|of| *of != besides) {
            let back = self.given_back(scene, of, from);
            let still = scene.unknowns.diagram.not(back);
            for piece in self.keeping(of) {
                let node = scene.unknowns.diagram.and(piece.node, still);
                if node != Node::FALSE && piece.held.interval.end <= from {
                    kept.push((piece.line, node));
                }
            }
        }
        kept
    }

    /// The treatments whose protocols restrict it, where there are several.
    fn of_several(&self) -> BTreeSet<usize> {
        let all: BTreeSet<usize> = self.here().map(|piece| piece.treatment).collect();
        if all.len() < 2 { BTreeSet::new() } else { all }
    }

    /// The restrictions of a treatment whose own ends give nothing back.
    fn keeping(&self, of: usize) -> impl Iterator<Item = &Restriction> {
        self.here()
            .filter(move |piece| piece.treatment == of && piece.keeps)
    }

    /// Under which ways of filling in a treatment's own protocol holds nothing of it back from `from` on: none of its
    /// restrictions needs giving back, or it has done so.
    fn given_back(&self, scene: &mut Scene<'_>, of: usize, from: Instant) -> Node {
        let nodes: Vec<Node> = self.keeping(of).map(|piece| piece.node).collect();
        let kept = scene.unknowns.diagram.any(nodes);
        let free = scene.unknowns.diagram.not(kept);
        let own = self.here().filter(|piece| piece.treatment == of);
        let released = released(scene, own, from);
        scene.unknowns.diagram.or(free, released)
    }
}

/// Under which ways of filling in one of these restrictions that gives back has ended by `from`, and none ends later.
fn released<'r>(
    scene: &mut Scene<'_>,
    here: impl Iterator<Item = &'r Restriction>,
    from: Instant,
) -> Node {
    let mut here: Vec<&Restriction> = here.collect();
    here.sort_by_key(|piece| Reverse(piece.held.interval.end));
    let mut released = Node::FALSE;
    let mut later = Node::FALSE;
    for alike in here.chunk_by(|one, other| one.held.interval.end == other.held.interval.end) {
        let alone = scene.unknowns.diagram.not(later);
        for last in alike {
            if last.held.releases && last.held.interval.end <= from {
                let gives_back = scene.unknowns.diagram.and(last.node, alone);
                released = scene.unknowns.diagram.or(released, gives_back);
            }
        }
        for last in alike {
            later = scene.unknowns.diagram.or(later, last.node);
        }
    }
    released
}
