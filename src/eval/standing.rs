//! For whom a subject has which answer at a time, as conditions: what two protocols are compared by.

use super::answer::Verdicts;
use super::diagram::{Diagram, Node};
use super::interval::Interval;
use super::lines::Lines;
use super::scene::Scene;
use crate::check::Head;
use crate::plan::{Strength, Verb};

/// For whom what is said of a subject at a time.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// It is firmly restricted.
    pub firm: Node,
    /// It is restricted, firmly or by advice.
    pub any: Node,
    /// A sentence allows it for its own sake.
    pub allowed: Node,
    /// A restriction has given it back.
    pub back: Node,
    /// Something permits it: a sentence, a duty, a limit, or the end of a restriction.
    pub spoken: Node,
    /// A restriction on it has ended, whether or not that gave it back.
    pub ended: Node,
}

impl Standing {
    /// Where nothing is said of it at all.
    pub const SILENT: Self = Self {
        firm: Node::FALSE,
        any: Node::FALSE,
        allowed: Node::FALSE,
        back: Node::FALSE,
        spoken: Node::FALSE,
        ended: Node::FALSE,
    };

    /// For whom another answer is looser: *avoid*, *better not*, not covered, *allowed*, from the strictest on. A duty
    /// and a limit permit what they name, which counts with them; the end of a restriction gives back what that took,
    /// which counts only against another restriction that has ended.
    pub fn looser(&self, diagram: &mut Diagram, other: &Self) -> Node {
        let less_firm = without(diagram, self.firm, other.firm);
        let free = without(diagram, self.any, other.any);
        let given_back = diagram.and(other.back, self.ended);
        let given = diagram.or(other.allowed, given_back);
        let given = without(diagram, given, other.any);
        let silent = diagram.or(self.any, self.spoken);
        let given = without(diagram, given, silent);
        diagram.any([less_firm, free, given])
    }
}

impl Standing {
    /// For whom each of the four answers is given: what is unknown then leaves none of them open.
    pub fn answers(&self, diagram: &mut Diagram) -> [Node; 4] {
        let advised = without(diagram, self.any, self.firm);
        let allowed = without(diagram, self.spoken, self.any);
        let said = diagram.or(self.any, self.spoken);
        [self.firm, advised, allowed, diagram.not(said)]
    }
}

fn without(diagram: &mut Diagram, one: Node, other: Node) -> Node {
    let not = diagram.not(other);
    diagram.and(one, not)
}

impl Verdicts {
    /// For whom what is said at a time within which nothing changes.
    pub fn standing(&self, scene: &mut Scene<'_>, lines: &Lines<'_>, at: Interval) -> Standing {
        let mut standing = Standing {
            back: self.released(scene, at.start),
            ..Standing::SILENT
        };
        for (_, held, node) in self.restricting_at(at) {
            let diagram = &mut scene.unknowns.diagram;
            standing.any = diagram.or(standing.any, node);
            if held.strength == Strength::Firm {
                standing.firm = diagram.or(standing.firm, node);
            }
        }
        for (index, node) in self.permitting_at(at) {
            let diagram = &mut scene.unknowns.diagram;
            standing.spoken = diagram.or(standing.spoken, node);
            let Some(line) = lines.get(index).filter(|line| line.verb == Verb::Allow) else {
                continue;
            };
            // What is resumed was taken by the same sentence.
            let place = if matches!(line.said.rule.head, Head::Resume { .. }) {
                &mut standing.back
            } else {
                &mut standing.allowed
            };
            *place = diagram.or(*place, node);
        }
        for (_, held, node) in self.pieces_in_force() {
            if held.interval.end <= at.start {
                standing.ended = scene.unknowns.diagram.or(standing.ended, node);
            }
        }
        let diagram = &mut scene.unknowns.diagram;
        standing.spoken = diagram.or(standing.spoken, standing.back);
        standing
    }
}
