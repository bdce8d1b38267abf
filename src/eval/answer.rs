//! The four answers: avoid, better not, allowed, not covered.

mod place;
mod release;

use std::collections::BTreeSet;

use super::diagram::Node;
use super::firm::Sessions;
use super::interval::{Interval, Intervals};
use super::line::{Held, Line};
use super::lines::Lines;
use super::member;
use super::scene::Scene;
use super::subject::{Subject, covers};
use super::time::Instant;
use crate::plan::{Answer, AnswerBy, State, Strength, Verb};

/// Everything that the lines say about one subject, ready to be asked at any time.
pub struct Verdicts {
    restrictions: Vec<Restriction>,
    permissions: Vec<Permission>,
    /// Whether the patient is known to be prescribed it.
    pub prescribed: Node,
    /// Whether a restriction would cover it, were it not prescribed.
    pub restricted_if_not_prescribed: bool,
    /// The lines about it that wait for something without a date to start, by index.
    pub waiting: BTreeSet<usize>,
    /// Whether some line restricts it for an allergy.
    pub of_allergy: bool,
}

/// A piece of a restriction on the subject.
#[derive(Debug, Clone, Copy)]
struct Restriction {
    line: usize,
    held: Held,
    /// The condition of the piece, and that it covers the subject.
    node: Node,
    /// Whether it waits for a symptom: then it is not in force.
    conditional: bool,
    /// Whether it is before the next session.
    next: bool,
    /// The treatment, of several, whose protocol has it.
    treatment: usize,
    /// Whether it lasts beyond that treatment, and its end gives nothing back.
    keeps: bool,
}

#[derive(Debug, Clone, Copy)]
struct Permission {
    line: usize,
    interval: Interval,
    node: Node,
    /// Whether it waits for a symptom: then it is not in force.
    conditional: bool,
}

/// An answer, and what is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// Why it is allowed.
    pub by: Option<AnswerBy>,
    /// How sure it is.
    pub state: State,
    /// The lines behind it, by index.
    pub lines: BTreeSet<usize>,
    /// What it hangs on, where it is not settled.
    pub hangs_on: Node,
}

impl Verdicts {
    /// What the lines say about a subject.
    pub fn of(scene: &mut Scene<'_>, lines: &Lines<'_>, subject: &Subject) -> Self {
        let medicine = subject.medicine(&scene.protocol.vocabulary);
        let prescribed = match medicine {
            Some(thing) => scene.truth.prescribed(&mut scene.unknowns, thing),
            None => Node::FALSE,
        };
        let not_prescribed = scene.unknowns.diagram.not(prescribed);
        let mut verdicts = Self {
            restrictions: Vec::new(),
            permissions: Vec::new(),
            prescribed,
            restricted_if_not_prescribed: false,
            waiting: BTreeSet::new(),
            of_allergy: false,
        };
        for index in lines.around(scene, subject) {
            let Some(line) = lines.get(index) else {
                continue;
            };
            let covered = covers(scene, line.items, line.except, subject);
            if covered == Node::FALSE {
                continue;
            }
            if line.held.is_empty() && line.fallen.starts_at.is_some() && !line.hidden {
                verdicts.waiting.insert(index);
            }
            if line.restricts() {
                verdicts.restricted_if_not_prescribed |=
                    !line.held.is_empty() || !line.next.is_empty();
                verdicts.of_allergy |= medicine.is_some() && line.is_of_allergy(scene);
                let pieces = line.held.iter().map(|held| (held, false));
                for (held, next) in pieces.chain(line.next.iter().map(|held| (held, true))) {
                    let node = scene.unknowns.diagram.and(held.node, covered);
                    let node = scene.unknowns.diagram.and(node, not_prescribed);
                    if node == Node::FALSE {
                        continue;
                    }
                    let keeps = line.keeps(scene, held);
                    let mut held = *held;
                    // What a deed is the contrary of was not forbidden for its own sake: its end gives nothing back.
                    held.releases &= medicine.is_none() && !line.hidden;
                    verdicts.restrictions.push(Restriction {
                        line: index,
                        held,
                        node,
                        conditional: scene.unknowns.waits_for_symptom(held.node),
                        next,
                        treatment: line.treatment,
                        keeps,
                    });
                }
            } else if !line.tends() {
                verdicts.permit(scene, index, line, subject, covered);
            }
        }
        if verdicts.restricted_if_not_prescribed {
            for permission in &mut verdicts.permissions {
                permission.node = scene.unknowns.diagram.and(permission.node, not_prescribed);
            }
        }
        verdicts
    }

    fn permit(
        &mut self,
        scene: &mut Scene<'_>,
        index: usize,
        line: &Line<'_>,
        subject: &Subject,
        covered: Node,
    ) {
        for held in line.held.iter().chain(line.next) {
            let of_member = member::own_condition(scene, line, held, subject);
            let node = scene.unknowns.diagram.and(held.node, covered);
            let node = scene.unknowns.diagram.and(node, of_member);
            if node != Node::FALSE {
                self.permissions.push(Permission {
                    line: index,
                    interval: held.interval,
                    node,
                    conditional: scene.unknowns.only_symptoms(held.node),
                });
            }
        }
    }

    /// The answer on a day, or at an instant.
    pub fn at(&self, scene: &mut Scene<'_>, asked: Interval) -> Verdict {
        if self.prescribed == Node::TRUE && self.restricted_if_not_prescribed {
            return Verdict {
                answer: Answer::NotCovered,
                by: None,
                state: State::Settled,
                lines: self.restrictions.iter().map(|piece| piece.line).collect(),
                hangs_on: Node::TRUE,
            };
        }
        let firm = self.restricted(scene, asked, Some(Strength::Firm));
        if firm.0 != Node::FALSE {
            return restricted(scene, Answer::Avoid, firm);
        }
        let any = self.restricted(scene, asked, None);
        if any.0 != Node::FALSE {
            return restricted(scene, Answer::BetterNot, any);
        }
        let mut verdict = self.permitted(scene, asked);
        // What nothing says anything about yet, something may once it starts.
        if verdict.answer == Answer::NotCovered {
            verdict.lines.extend(&self.waiting);
        }
        verdict
    }

    /// Under which ways of filling in it is restricted, and by which lines.
    fn restricted(
        &self,
        scene: &mut Scene<'_>,
        asked: Interval,
        strength: Option<Strength>,
    ) -> (Node, BTreeSet<usize>) {
        let mut node = Node::FALSE;
        let mut lines = BTreeSet::new();
        for piece in &self.restrictions {
            let strong = strength.is_none_or(|strength| piece.held.strength == strength);
            if strong && !piece.conditional && piece.held.interval.meets(asked) {
                node = scene.unknowns.diagram.or(node, piece.node);
                lines.insert(piece.line);
            }
        }
        (node, lines)
    }

    fn permitted(&self, scene: &mut Scene<'_>, asked: Interval) -> Verdict {
        let (by_sentence, by_symptom, mut lines) = self.named(scene, asked);
        let by_release = self.released(scene, asked.start);
        let allowed = scene.unknowns.diagram.or(by_sentence, by_release);
        let (threat, threatening) = self.threat(scene, asked);
        if allowed == Node::TRUE {
            let by = if by_sentence == Node::TRUE || by_release != Node::TRUE {
                AnswerBy::Sentence
            } else {
                lines = self.ended(asked.start);
                AnswerBy::Release
            };
            lines.extend(threatening);
            return Verdict {
                answer: Answer::Allowed,
                by: Some(by),
                state: if threat == Node::FALSE {
                    State::Settled
                } else {
                    State::Conditional
                },
                lines,
                hangs_on: scene.unknowns.diagram.not(threat),
            };
        }
        let hanging = scene.unknowns.diagram.or(threat, by_symptom);
        let state = match allowed {
            Node::FALSE if hanging == Node::FALSE => State::Settled,
            Node::FALSE => State::Conditional,
            allowed if scene.unknowns.only_symptoms(allowed) => State::Conditional,
            _ => State::Waiting,
        };
        lines.extend(threatening);
        if by_release != Node::FALSE {
            lines.extend(self.ended(asked.start));
        }
        Verdict {
            answer: Answer::NotCovered,
            by: None,
            state,
            lines,
            hangs_on: if allowed == Node::FALSE {
                hanging
            } else {
                allowed
            },
        }
    }

    /// Under which ways of filling in a sentence permits it, and one that waits for a symptom does; and
    /// those sentences.
    fn named(&self, scene: &mut Scene<'_>, asked: Interval) -> (Node, Node, BTreeSet<usize>) {
        let (mut by_sentence, mut by_symptom) = (Node::FALSE, Node::FALSE);
        let mut lines = BTreeSet::new();
        let all = self.permissions.iter();
        for permission in all.filter(|permission| permission.interval.meets(asked)) {
            let node = if permission.conditional {
                &mut by_symptom
            } else {
                &mut by_sentence
            };
            *node = scene.unknowns.diagram.or(*node, permission.node);
            lines.insert(permission.line);
        }
        (by_sentence, by_symptom, lines)
    }

    /// Under which ways of filling in a restriction that waits for a symptom would hold, and which.
    fn threat(&self, scene: &mut Scene<'_>, asked: Interval) -> (Node, Vec<usize>) {
        let all = self.restrictions.iter();
        let threatening: Vec<&Restriction> = all
            .filter(|piece| piece.conditional && piece.held.interval.meets(asked))
            .collect();
        let nodes = threatening.iter().map(|piece| piece.node);
        let lines = threatening.iter().map(|piece| piece.line).collect();
        (scene.unknowns.diagram.any(nodes), lines)
    }

    /// The restrictions around this treatment that are in force, or taken to be.
    fn here(&self) -> impl Iterator<Item = &Restriction> {
        self.restrictions
            .iter()
            .filter(|piece| !piece.next && !piece.conditional)
    }

    fn ended(&self, by: Instant) -> BTreeSet<usize> {
        self.here()
            .filter(|piece| piece.held.releases && piece.held.interval.end <= by)
            .map(|piece| piece.line)
            .collect()
    }

    /// The days of restriction around this treatment, firm or advised, and around the next session.
    #[must_use]
    pub fn restricted_times(&self) -> (Intervals, Intervals) {
        let times = |next: bool| {
            self.restrictions
                .iter()
                .filter(|piece| !piece.conditional && piece.next == next)
                .map(|piece| piece.held.interval)
                .collect()
        };
        (times(false), times(true))
    }

    /// The pieces of restriction that do not wait for a symptom, around this treatment: the line's
    /// index, the piece and its condition.
    pub fn pieces_in_force(&self) -> impl Iterator<Item = (usize, &Held, Node)> {
        self.pieces_around(Sessions::This)
    }

    /// The same, around these sessions.
    pub fn pieces_around(&self, sessions: Sessions) -> impl Iterator<Item = (usize, &Held, Node)> {
        let pieces = self.restrictions.iter().filter(|piece| !piece.conditional);
        pieces
            .filter(move |piece| sessions.hold(piece.next))
            .map(|piece| (piece.line, &piece.held, piece.node))
    }

    /// The lines of which a piece of restriction that does not wait for a symptom meets a time, before
    /// the next session too: the line's index and the piece's condition.
    pub fn restricting(&self, time: Interval) -> impl Iterator<Item = (usize, Node)> {
        let pieces = self.restrictions.iter().filter(|piece| !piece.conditional);
        pieces
            .filter(move |piece| piece.held.interval.meets(time))
            .map(|piece| (piece.line, piece.node))
    }

    /// The pieces of restriction at a time, before the next session too: the line's index, the piece and its condition.
    pub(super) fn restricting_at(
        &self,
        time: Interval,
    ) -> impl Iterator<Item = (usize, Held, Node)> {
        let pieces = self.restrictions.iter();
        pieces
            .filter(move |piece| piece.held.interval.meets(time))
            .map(|piece| (piece.line, piece.held, piece.node))
    }

    /// The lines that permit it at a time, each with its condition.
    pub(super) fn permitting_at(&self, time: Interval) -> impl Iterator<Item = (usize, Node)> {
        let all = self.permissions.iter();
        all.filter(move |one| one.interval.meets(time))
            .map(|one| (one.line, one.node))
    }

    /// The lines that say anything about the subject.
    #[must_use]
    pub fn lines(&self) -> BTreeSet<usize> {
        self.restrictions
            .iter()
            .map(|piece| piece.line)
            .chain(self.permissions.iter().map(|permission| permission.line))
            .chain(self.waiting.iter().copied())
            .collect()
    }

    /// The instants at which an answer may change.
    pub fn bounds(&self) -> impl Iterator<Item = Instant> {
        let restrictions = self.restrictions.iter().map(|piece| piece.held.interval);
        let permissions = self
            .permissions
            .iter()
            .map(|permission| permission.interval);
        restrictions
            .chain(permissions)
            .flat_map(|interval| [interval.start, interval.end])
    }

    /// The limits in force, by line.
    #[must_use]
    pub fn limits(&self, lines: &[Line<'_>], asked: Interval) -> BTreeSet<usize> {
        self.permissions
            .iter()
            .filter(|permission| permission.interval.meets(asked))
            .map(|permission| permission.line)
            .filter(|index| {
                lines
                    .get(*index)
                    .is_some_and(|line| line.verb == Verb::Limit)
            })
            .collect()
    }
}

fn restricted(
    scene: &Scene<'_>,
    answer: Answer,
    (node, lines): (Node, BTreeSet<usize>),
) -> Verdict {
    Verdict {
        answer,
        by: None,
        state: match node {
            Node::TRUE => State::Settled,
            // It stands until a symptom is reported; nobody is asked.
            node if scene.unknowns.only_symptoms(node) => State::Conditional,
            _ => State::Provisional,
        },
        lines,
        hangs_on: node,
    }
}
