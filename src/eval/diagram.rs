//! Conditions over unknowns as reduced, ordered, multi-valued decision diagrams.
//!
//! Two conditions that are true under the same ways of filling in the unknowns have the same node,
//! so that "true under every way" is a comparison, and the unknowns that a node tests are exactly
//! those that it hangs on. That is what section 3.6 of the language means by *unknown*.

use std::collections::{BTreeMap, BTreeSet};

/// A condition in one [`Diagram`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(u32);

impl Node {
    /// False under every way of filling in.
    pub const FALSE: Self = Self(0);
    /// True under every way of filling in.
    pub const TRUE: Self = Self(1);
    /// Stands for any condition that hangs on something, where nobody asks on what: it is in no diagram,
    /// and nothing is made of it.
    pub const OPEN: Self = Self(u32::MAX);
    /// The same of one that hangs on marked unknowns alone, and is false where none of them is there.
    pub const SYMPTOMS: Self = Self(u32::MAX - 1);
    /// The same of one that is true where none of them is there.
    pub const UNLESS_SYMPTOMS: Self = Self(u32::MAX - 2);

    /// Either truth.
    #[must_use]
    pub fn of(truth: bool) -> Self {
        if truth { Self::TRUE } else { Self::FALSE }
    }

    /// The truth, where nothing is left to be filled in.
    #[must_use]
    pub fn truth(self) -> Option<bool> {
        match self {
            Self::FALSE => Some(false),
            Self::TRUE => Some(true),
            _ => None,
        }
    }
}

/// An unknown, by its place in the diagram's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(pub u32);

/// The most nodes that one evaluation may make. Past it, conditions are taken to hang on something
/// unknown of their own: the answer falls back to provisional, never to settled.
pub const NODE_LIMIT: usize = 200_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Operation {
    And,
    Or,
}

/// The nodes of one evaluation.
#[derive(Debug, Default)]
pub struct Diagram {
    nodes: Vec<(Level, Box<[Node]>)>,
    /// Of each node: whether it hangs on marked unknowns alone.
    marked: Vec<bool>,
    /// The levels of the marked unknowns.
    marks: BTreeSet<Level>,
    unique: BTreeMap<(Level, Box<[Node]>), Node>,
    applied: BTreeMap<(Operation, Node, Node), Node>,
    negated: BTreeMap<Node, Node>,
    /// Of two nodes whether they can be true together.
    met: BTreeMap<(Node, Node), bool>,
}

/// As many pairs of nodes as are remembered of which it is known whether they meet.
const REMEMBERED: usize = 100_000;

/// Of two nodes: how few unknowns a way to true tests, and the first value of such a way.
type Shortest = BTreeMap<(Node, Node), Option<(usize, usize)>>;

impl Diagram {
    /// The unknown that stands for what was too large to be decided.
    pub const TOO_LARGE: Level = Level(u32::MAX);

    /// Hangs on what was too large to be decided, whatever is known.
    const UNDECIDED: Node = Node(2);

    /// Whether so many nodes were made that nothing more is decided exactly.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.nodes.len() >= NODE_LIMIT
    }

    /// The condition that an unknown has a value for which `holds` is true; its values are
    /// `0..values`.
    pub fn unknown(&mut self, level: Level, values: usize, holds: impl Fn(usize) -> bool) -> Node {
        let children = (0..values).map(|value| Node::of(holds(value))).collect();
        self.make(level, children)
    }

    fn make(&mut self, level: Level, children: Box<[Node]>) -> Node {
        if self.nodes.is_empty() {
            // The first node, so that it is there when no more can be made.
            self.add((Self::TOO_LARGE, [Node::FALSE, Node::TRUE].into()));
        }
        let Some(first) = children.first().copied() else {
            return Node::FALSE;
        };
        if children.iter().all(|child| *child == first) {
            return first;
        }
        let key = (level, children);
        if let Some(node) = self.unique.get(&key) {
            return *node;
        }
        self.add(key)
    }

    fn add(&mut self, key: (Level, Box<[Node]>)) -> Node {
        let node = Node(u32::try_from(self.nodes.len() + 2).unwrap_or(u32::MAX));
        self.marked.push(self.is_marked(&key));
        self.nodes.push(key.clone());
        self.unique.insert(key, node);
        node
    }

    /// Marks an unknown, before any condition on it is made.
    pub fn mark(&mut self, level: Level) {
        self.marks.insert(level);
    }

    fn is_marked(&self, (level, children): &(Level, Box<[Node]>)) -> bool {
        self.marks.contains(level)
            && (children.iter()).all(|child| child.truth().is_some() || self.only_marked(*child))
    }

    /// Whether a condition hangs on marked unknowns alone, and on at least one.
    #[must_use]
    pub fn only_marked(&self, node: Node) -> bool {
        let index = (node.0 as usize).checked_sub(2);
        let marked = index.and_then(|index| self.marked.get(index));
        let stand_in = node == Node::SYMPTOMS || node == Node::UNLESS_SYMPTOMS;
        marked.copied().unwrap_or(stand_in)
    }

    /// Whether a condition that hangs on marked unknowns alone is true where each has its first value.
    #[must_use]
    pub fn holds_at_first(&self, node: Node) -> bool {
        let mut at = node;
        while let Some((_, children)) = self.parts(at) {
            let Some(first) = children.first() else {
                return false;
            };
            at = *first;
        }
        at == Node::TRUE || at == Node::UNLESS_SYMPTOMS
    }

    fn parts(&self, node: Node) -> Option<&(Level, Box<[Node]>)> {
        self.nodes.get((node.0 as usize).checked_sub(2)?)
    }

    /// Both.
    pub fn and(&mut self, one: Node, other: Node) -> Node {
        self.apply(Operation::And, one, other)
    }

    /// Either.
    pub fn or(&mut self, one: Node, other: Node) -> Node {
        self.apply(Operation::Or, one, other)
    }

    /// Any of these.
    pub fn any(&mut self, nodes: impl IntoIterator<Item = Node>) -> Node {
        nodes
            .into_iter()
            .fold(Node::FALSE, |one, other| self.or(one, other))
    }

    fn apply(&mut self, operation: Operation, one: Node, other: Node) -> Node {
        let (neutral, absorbing) = match operation {
            Operation::And => (Node::TRUE, Node::FALSE),
            Operation::Or => (Node::FALSE, Node::TRUE),
        };
        if one == other || other == neutral {
            return one;
        }
        if one == neutral {
            return other;
        }
        if one == absorbing || other == absorbing {
            return absorbing;
        }
        let key = (operation, one.min(other), one.max(other));
        if let Some(node) = self.applied.get(&key) {
            return *node;
        }
        if self.is_full() {
            return Self::UNDECIDED;
        }
        let (Some(one_parts), Some(other_parts)) = (self.parts(one), self.parts(other)) else {
            return Self::UNDECIDED;
        };
        let (one_parts, other_parts) = (one_parts.clone(), other_parts.clone());
        let level = one_parts.0.min(other_parts.0);
        let values = if one_parts.0 == level {
            one_parts.1.len()
        } else {
            other_parts.1.len()
        };
        let child = |parts: &(Level, Box<[Node]>), whole: Node, value: usize| {
            if parts.0 == level {
                parts.1.get(value).copied().unwrap_or(whole)
            } else {
                whole
            }
        };
        let children = (0..values)
            .map(|value| {
                let (one, other) = (
                    child(&one_parts, one, value),
                    child(&other_parts, other, value),
                );
                self.apply(operation, one, other)
            })
            .collect();
        let node = self.make(level, children);
        self.applied.insert(key, node);
        node
    }

    /// Not this.
    pub fn not(&mut self, node: Node) -> Node {
        match node {
            Node::FALSE => return Node::TRUE,
            Node::TRUE => return Node::FALSE,
            _ => {}
        }
        if let Some(negated) = self.negated.get(&node) {
            return *negated;
        }
        let Some((level, children)) = self.parts(node).cloned() else {
            return Self::UNDECIDED;
        };
        if self.is_full() {
            return Self::UNDECIDED;
        }
        let children = children.iter().map(|child| self.not(*child)).collect();
        let negated = self.make(level, children);
        self.negated.insert(node, negated);
        negated
    }

    /// A way of filling in under which two conditions are true, one that tests as few unknowns as can be:
    /// each with its value; none where there is none. No node is made.
    #[must_use]
    pub fn example(&self, one: Node, other: Node) -> Option<Vec<(Level, usize)>> {
        let mut shortest = BTreeMap::new();
        self.shortest((one, other), &mut shortest)?;
        let mut way = Vec::new();
        let mut both = (one, other);
        while let (Some(level), Some(Some((_, value)))) = (self.first(both), shortest.get(&both)) {
            way.push((level, *value));
            both = self.below(both, level, *value);
        }
        Some(way)
    }

    /// How few unknowns a way from two nodes to true tests, with the first value of such a way.
    fn shortest(&self, both: (Node, Node), known: &mut Shortest) -> Option<usize> {
        if let Some(best) = known.get(&both) {
            return best.map(|(tests, _)| tests);
        }
        let Some(level) = self.first(both) else {
            return (both == (Node::TRUE, Node::TRUE)).then_some(0);
        };
        if both.0 == Node::FALSE || both.1 == Node::FALSE {
            return None;
        }
        let mut best: Option<(usize, usize)> = None;
        for value in 0..self.values(both, level) {
            if let Some(tests) = self.shortest(self.below(both, level, value), known)
                && best.is_none_or(|(least, _)| tests + 1 < least)
            {
                best = Some((tests + 1, value));
            }
        }
        known.insert(both, best);
        best.map(|(tests, _)| tests)
    }

    /// Whether two conditions can be true together. No node is made.
    pub fn meet(&mut self, one: Node, other: Node) -> bool {
        let both = (one.min(other), one.max(other));
        let Some(level) = self.first(both) else {
            return both == (Node::TRUE, Node::TRUE);
        };
        if both.0 == Node::FALSE || both.1 == Node::FALSE {
            return false;
        }
        if let Some(known) = self.met.get(&both) {
            return *known;
        }
        let mut values = 0..self.values(both, level);
        let meet = values.any(|value| {
            let (one, other) = self.below(both, level, value);
            self.meet(one, other)
        });
        if self.met.len() >= REMEMBERED {
            self.met.clear();
        }
        self.met.insert(both, meet);
        meet
    }

    /// The first unknown that either of two nodes tests.
    fn first(&self, (one, other): (Node, Node)) -> Option<Level> {
        let level = |node| self.parts(node).map(|(level, _)| *level);
        level(one).into_iter().chain(level(other)).min()
    }

    /// How many values that unknown has.
    fn values(&self, (one, other): (Node, Node), at: Level) -> usize {
        let of = |node| self.parts(node).filter(|(level, _)| *level == at);
        of(one)
            .or_else(|| of(other))
            .map_or(0, |(_, children)| children.len())
    }

    /// What two nodes come to once an unknown has a value.
    fn below(&self, (one, other): (Node, Node), at: Level, value: usize) -> (Node, Node) {
        let below = |node| match self.parts(node) {
            Some((level, children)) if *level == at => {
                children.get(value).copied().unwrap_or(Node::FALSE)
            }
            _ => node,
        };
        (below(one), below(other))
    }

    /// Whether a condition can still be true once these unknowns have these values.
    #[must_use]
    pub fn can_be(&self, node: Node, known: &BTreeMap<Level, usize>) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            match self.parts(node) {
                None if node == Node::FALSE => {}
                None => return true,
                Some((level, children)) if seen.insert(node) => match known.get(level) {
                    Some(value) => open.extend(children.get(*value)),
                    None => open.extend(children),
                },
                Some(_) => {}
            }
        }
        false
    }

    /// Whether a condition can be made true by these unknowns, whatever the others are.
    #[must_use]
    pub fn can_be_by(&self, node: Node, by: &BTreeSet<Level>) -> bool {
        self.made_true(node, by, &mut BTreeMap::new())
    }

    fn made_true(
        &self,
        node: Node,
        by: &BTreeSet<Level>,
        known: &mut BTreeMap<Node, bool>,
    ) -> bool {
        let Some((level, children)) = self.parts(node) else {
            return node == Node::TRUE;
        };
        if let Some(known) = known.get(&node) {
            return *known;
        }
        let mut below = children
            .iter()
            .map(|child| self.made_true(*child, by, known));
        let made = if by.contains(level) {
            below.any(|made| made)
        } else {
            below.all(|made| made)
        };
        known.insert(node, made);
        made
    }

    /// The values of the first unknown that a condition tests for which it is true, whatever the others are.
    #[must_use]
    pub fn values_of(&self, node: Node) -> BTreeSet<usize> {
        let children = self.parts(node).map(|(_, children)| children);
        let all = children
            .into_iter()
            .flat_map(|children| children.iter().enumerate());
        let holds = all.filter(|(_, child)| **child == Node::TRUE);
        holds.map(|(value, _)| value).collect()
    }

    /// The unknowns that a condition hangs on.
    #[must_use]
    pub fn support(&self, node: Node) -> BTreeSet<Level> {
        let mut levels = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if let Some((level, children)) = self.parts(node)
                && seen.insert(node)
            {
                levels.insert(*level);
                open.extend(children.iter().copied());
            }
        }
        levels
    }
}

#[cfg(test)]
mod tests;
