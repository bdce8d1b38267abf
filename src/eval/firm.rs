//! What lines firmly restrict of a subject, and what that comes to for a sentence that asks for it or
//! permits it, where and while that holds.

use super::diagram::Node;
use super::interval::{Interval, Intervals};
use super::line::Held;
use super::lines::Lines;
use super::narrow;
use super::scene::Scene;
use super::subject::{Coverage, Subject, coverage};
use super::words;
use crate::check::Details;
use crate::plan::Strength;

/// Around which sessions restrictions are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sessions {
    /// This one.
    This,
    /// This one, and before the next.
    Both,
    /// Before the next one alone.
    Next,
}

impl Sessions {
    /// Whether a piece is looked at that stands before the next session, or else around this one.
    #[must_use]
    pub fn hold(self, next: bool) -> bool {
        match self {
            Self::This => !next,
            Self::Both => true,
            Self::Next => next,
        }
    }
}

/// The firm restrictions on a subject, as far as is known.
pub struct Firm {
    pieces: Vec<(usize, Interval, Node)>,
    /// What is restricted of it only in part: what has an attribute.
    pub parts: Vec<Part>,
}

/// A part of a subject, and the line that restricts it.
pub struct Part {
    /// The line, by index.
    pub line: usize,
    /// The part.
    pub name: String,
    /// When.
    pub times: Intervals,
}

/// What firm restrictions on a subject come to for one sentence that asks for it or permits it.
pub struct Against {
    pieces: Vec<(usize, Interval)>,
    /// When it is firmly restricted at all places of the sentence, and while whatever it holds.
    pub whole: Intervals,
    /// The lines that restrict it at other places, at some of its places or in other situations alone, and when.
    pub elsewhere: Vec<(usize, Interval)>,
}

impl Firm {
    /// What lines firmly restrict of a subject around these sessions.
    #[must_use]
    pub fn around(
        sessions: Sessions,
        scene: &mut Scene<'_>,
        lines: &Lines<'_>,
        subject: &Subject,
    ) -> Self {
        let verdicts = lines.about(scene, subject);
        let pieces = verdicts
            .pieces_around(sessions)
            .filter(|(_, held, _)| held.strength == Strength::Firm)
            .map(|(line, held, node)| (line, held.interval, node))
            .collect();
        Self {
            pieces,
            parts: parts_of(scene, lines, subject, sessions),
        }
    }

    /// What that comes to for a sentence with these details and pieces.
    pub fn against(
        &self,
        scene: &mut Scene<'_>,
        lines: &Lines<'_>,
        details: &Details,
        held: &[Held],
    ) -> Against {
        let mut pieces = Vec::new();
        let mut elsewhere = Vec::new();
        let mut at_each = vec![Vec::new(); details.spots().len().max(1)];
        for (index, interval, node) in &self.pieces {
            if never_together(scene, held, *interval, *node) {
                continue;
            }
            let vocabulary = &scene.protocol.vocabulary;
            let Some(restriction) = lines.get(*index) else {
                continue;
            };
            let own = &restriction.said.rule.details;
            if narrow::leaves_out(vocabulary, own, details) {
                continue;
            }
            let reached = narrow::reached(vocabulary, own, details);
            if reached.contains(&true) {
                pieces.push((*index, *interval));
            }
            if reached.contains(&false) {
                elsewhere.push((*index, *interval));
            }
            for (at, reached) in at_each.iter_mut().zip(reached) {
                at.extend(reached.then_some(*interval));
            }
        }
        let at_each = at_each.into_iter().map(Intervals::from_iter);
        Against {
            whole: at_each
                .reduce(|one, other| one.meet(&other))
                .unwrap_or_default(),
            pieces,
            elsewhere,
        }
    }
}

/// Whether, under every way of filling in what is not known, either a restriction holds or the pieces
/// that it meets: `allow aspirin if C` beside `avoid aspirin unless C`.
fn never_together(scene: &mut Scene<'_>, held: &[Held], interval: Interval, node: Node) -> bool {
    let mut met = held
        .iter()
        .filter(|held| held.interval.meets(interval))
        .peekable();
    met.peek().is_some()
        && met.all(|held| scene.unknowns.diagram.and(held.node, node) == Node::FALSE)
}

impl Against {
    /// Leaves out the lines that do not count.
    pub fn keep(&mut self, counts: impl Fn(usize) -> bool) {
        self.pieces.retain(|(line, _)| counts(*line));
        self.elsewhere.retain(|(line, _)| counts(*line));
        let counted: Intervals = self.pieces.iter().map(|(_, interval)| *interval).collect();
        self.whole = self.whole.meet(&counted);
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
fn parts_of(
    scene: &Scene<'_>,
    lines: &Lines<'_>,
    subject: &Subject,
    sessions: Sessions,
) -> Vec<Part> {
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
                    times: line.firm_in_force(scene, sessions),
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
