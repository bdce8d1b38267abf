//! A rule as it holds for this patient: its pieces of time, each with what it hangs on.

use super::allergy::is_of_allergy;
use super::anchor::Anchors;
use super::diagram::Node;
use super::fallen::{Fallen, Place};
use super::firm::Sessions;
use super::interval::{Interval, Intervals};
use super::prepared::{Placed, Placing, Prepared};
use super::said::Said;
use super::scene::Scene;
use super::time::{Instant, OutOfRange};
use super::timing::Times;
use super::unknown::Unknown;
use super::window::Falling;
use crate::check::{Anchor, Head, Point, ThingRef, Window};
use crate::plan::{State, Strength, Verb};
use crate::profile::History;

/// A piece of a line and the condition that it hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    // Of its own: copied with its padding, a piece that was only just put down is dear to read.
    /// When.
    pub interval: Interval,
    /// Firm or advised.
    pub strength: Strength,
    /// Under which ways of filling in; never false.
    pub node: Node,
    /// Whether its end gives things back: it is the window's own end, and not one that a condition
    /// or the next session cut.
    pub releases: bool,
}

/// A restriction, duty, permission or limit of this patient's plan.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The rules behind it.
    pub said: &'a Said<'a>,
    /// The treatment, of several, whose protocol has it.
    pub treatment: usize,
    /// What kind.
    pub verb: Verb,
    /// The things.
    pub items: &'a [ThingRef],
    /// Examples of them.
    pub including: &'a [ThingRef],
    /// What it leaves out.
    pub except: &'a [ThingRef],
    /// Whether one of the items will do.
    pub choice: bool,
    /// The window, as it falls around this session.
    pub fallen: Place<'a>,
    /// What is in force, or may be.
    pub held: &'a [Held],
    /// The same around the next session.
    pub next: &'a [Held],
    /// How sure it is.
    pub state: State,
    /// What its condition hangs on where that is not what its pieces hang on.
    nodes: &'a [Node],
    /// Whether it only stands behind another line: what an action opposes.
    pub hidden: bool,
}

impl Line<'_> {
    /// Whether it restricts: what is unknown then counts as if it held.
    #[must_use]
    pub fn restricts(&self) -> bool {
        self.verb == Verb::Avoid
    }

    /// Whether it restricts what the patient may be allergic to.
    #[must_use]
    pub fn is_of_allergy(&self, scene: &Scene<'_>) -> bool {
        self.restricts()
            && is_of_allergy(&scene.protocol.vocabulary, &self.said.condition, self.items)
    }

    /// Whether it tends its things or takes them off: then it does not permit their use, and no ban on that
    /// holds it back.
    #[must_use]
    pub fn tends(&self) -> bool {
        let tending =
            matches!(self.said.rule.head, Head::Duty { verb: Some(verb), .. } if verb.tends());
        tending && !self.restricts()
    }

    /// Whether a piece of a restriction lasts beyond the treatment, and its end gives nothing back: of several treatments
    /// the end of another one's rule does not do so either.
    #[must_use]
    pub fn keeps(&self, scene: &Scene<'_>, held: &Held) -> bool {
        !held.releases
            && !self.hidden
            && held.interval.end.is_date()
            && held.interval.end > scene.treated_by(self.treatment)
    }

    /// The pieces that are in force, or are taken to be: not those that wait for a symptom.
    pub fn in_force<'s>(&'s self, scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Held> {
        self.held
            .iter()
            .filter(|held| !scene.unknowns.waits_for_symptom(held.node))
    }

    /// What its condition hangs on, all pieces together.
    #[must_use]
    pub fn hangs_on(&self) -> Vec<Node> {
        self.left_hanging_on(self.held)
    }

    /// The same where these pieces are left of it: a piece that others took away whole asks for nothing.
    #[must_use]
    pub fn left_hanging_on(&self, held: &[Held]) -> Vec<Node> {
        if self.nodes.is_empty() {
            let held = held.iter().chain(self.next);
            held.map(|held| held.node).collect()
        } else {
            self.nodes.to_vec()
        }
    }

    /// When it is firmly restricted around these sessions, as far as is known.
    #[must_use]
    pub fn firm_in_force(&self, scene: &Scene<'_>, sessions: Sessions) -> Intervals {
        let here = self.held.iter().filter(|_| sessions.hold(false));
        let before_next = self.next.iter().filter(|_| sessions.hold(true));
        here.chain(before_next)
            .filter(|held| !scene.unknowns.waits_for_symptom(held.node))
            .filter(|held| held.strength == Strength::Firm)
            .map(|held| held.interval)
            .collect()
    }
}

/// A line as it holds for a patient; none where it does not.
#[must_use]
pub fn line<'a>(
    (prepared, times, treatment): (&'a Prepared<'a>, &'a Times, usize),
    placed: &'a Placed<'a>,
) -> Option<Line<'a>> {
    let on_the_clock = times.get(prepared, placed.timing)?;
    let draft = &placed.draft;
    Some(Line {
        said: prepared.said.get(placed.said)?,
        treatment,
        verb: draft.verb,
        items: &draft.items,
        including: draft.including,
        except: &draft.except,
        choice: draft.choice,
        fallen: on_the_clock.fallen,
        held: on_the_clock.held,
        next: on_the_clock.next,
        state: on_the_clock.state,
        nodes: on_the_clock.nodes,
        hidden: draft.hidden,
    })
}

/// Where a window falls around the session of these anchors.
pub fn fall(
    anchors: &Anchors<'_>,
    scene: &Scene<'_>,
    placing: &Placing<'_>,
) -> Result<Fallen, OutOfRange> {
    Falling {
        anchors,
        role: placing.role,
        advised: placing.advised,
        aftercare: scene.protocol.aftercare,
    }
    .fall(&placing.window)
}

/// The pieces of a window where its condition is not false.
pub fn cut(fallen: Place<'_>, over_time: &[(Interval, Node)], held: &mut Vec<Held>) {
    let end = fallen
        .pieces
        .last()
        .map_or(Instant::NEVER_ENDS, |piece| piece.interval.end);
    for piece in fallen.pieces {
        for (time, node) in over_time {
            let Some(interval) = piece.interval.meet(*time) else {
                continue;
            };
            if *node == Node::FALSE {
                continue;
            }
            held.push(Held {
                interval,
                strength: piece.strength,
                node: *node,
                releases: fallen.releases && interval.end == end,
            });
        }
    }
}

/// How sure a line is whose pieces hang on these conditions.
pub fn state(scene: &Scene<'_>, verb: Verb, nodes: impl IntoIterator<Item = Node>) -> State {
    let mut settled = false;
    for node in nodes {
        settled |= node == Node::TRUE;
        if node.truth().is_none() && !scene.unknowns.only_symptoms(node) {
            return match verb {
                Verb::Avoid | Verb::Limit => State::Provisional,
                Verb::Do | Verb::Allow => State::Waiting,
            };
        }
    }
    if settled {
        State::Settled
    } else {
        State::Conditional
    }
}

/// What a condition comes to from the day asked on.
pub fn from_now(scene: &Scene<'_>, over_time: &[(Interval, Node)]) -> impl Iterator<Item = Node> {
    let now = scene
        .asked
        .map_or(scene.treatment.instants.0, |asked| asked.start);
    over_time
        .iter()
        .filter(move |(interval, _)| interval.end > now)
        .map(|(_, node)| *node)
}

/// Of a window that starts at something of the past without a known date: what it hangs on. What is
/// unknown is never fine: such a restriction is provisional until the date, or that there is none,
/// is given.
pub fn starts_in_the_past(scene: &mut Scene<'_>, window: &Window) -> Option<Node> {
    let Window::From { from, .. } = window else {
        return None;
    };
    let mut all = None;
    for one in from.parts() {
        let Some(node) = past_start(scene, one) else {
            continue;
        };
        all = Some(match all {
            None => node,
            Some(before) => scene.unknowns.diagram.and(before, node),
        });
    }
    all
}

fn past_start(scene: &mut Scene<'_>, point: &Point) -> Option<Node> {
    let Point::Offset { anchor, .. } = point else {
        return None;
    };
    let thing = match anchor {
        Anchor::Procedure(thing) | Anchor::LastTaken(thing) => *thing,
        _ => return None,
    };
    let never = scene.profile.history_complete
        || scene.profile.history.get(&thing) == Some(&History::Never);
    Some(if never && matches!(anchor, Anchor::Procedure(_)) {
        Node::FALSE
    } else {
        scene.unknowns.yes(Unknown::History(thing))
    })
}
