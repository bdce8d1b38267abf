//! A rule as it holds for this patient: its pieces of time, each with what it hangs on.

use super::anchor::Anchors;
use super::diagram::Node;
use super::interval::{Interval, Intervals};
use super::scene::Scene;
use super::sessions;
use super::time::{Instant, OutOfRange};
use super::unknown::Unknown;
use super::window::{Fallen, Falling, Piece, Role};
use crate::check::{Anchor, Condition, Head, Point, Rule, ThingRef, Window};
use crate::plan::{State, Strength, Verb};
use crate::profile::History;
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary};

/// A rule, and the rules that say the same.
#[derive(Debug, Clone)]
pub struct Said<'a> {
    /// The first of them.
    pub rule: &'a Rule,
    /// The others.
    pub also: Vec<&'a Rule>,
    /// The condition that one of them holds.
    pub condition: Condition,
}

/// The rules, those that say the same under different conditions joined by `or`: repeating a
/// sentence changes nothing.
#[must_use]
pub fn said(rules: &[Rule]) -> Vec<Said<'_>> {
    let mut all: Vec<Said<'_>> = Vec::new();
    let mut alike: std::collections::BTreeMap<Vec<ThingId>, Vec<usize>> =
        std::collections::BTreeMap::new();
    for rule in rules {
        let key: Vec<ThingId> = rule.head.things().map(|item| item.thing).collect();
        let near = alike.entry(key).or_default();
        let same = near.iter().copied().find(|index| {
            all.get(*index)
                .is_some_and(|said| said.rule.says_the_same(rule))
        });
        match same.and_then(|index| all.get_mut(index)) {
            Some(same) => {
                same.also.push(rule);
                let conditions = vec![same.condition.clone(), rule.condition.clone()];
                same.condition = Condition::Any(conditions);
            }
            None => {
                near.push(all.len());
                all.push(Said {
                    rule,
                    also: Vec::new(),
                    condition: rule.condition.clone(),
                });
            }
        }
    }
    all
}

/// A piece of a line and the condition that it hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// When, and how strongly.
    pub piece: Piece,
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
    pub said: Said<'a>,
    /// What kind.
    pub verb: Verb,
    /// The things.
    pub items: Vec<ThingRef>,
    /// Examples of them.
    pub including: Vec<ThingRef>,
    /// What it leaves out.
    pub except: Vec<ThingRef>,
    /// Whether one of the items will do.
    pub choice: bool,
    /// The window, as it falls around this session.
    pub fallen: Fallen,
    /// What is in force, or may be.
    pub held: Vec<Held>,
    /// The same around the next session.
    pub next: Vec<Held>,
    /// How sure it is.
    pub state: State,
    /// What its condition hangs on, all pieces together.
    pub hangs_on: Vec<Node>,
    /// Whether it only stands behind another line: what an action opposes.
    pub hidden: bool,
}

/// A line before it is put on the clock.
struct Draft {
    verb: Verb,
    items: Vec<ThingRef>,
    including: Vec<ThingRef>,
    except: Vec<ThingRef>,
    choice: bool,
    window: Window,
    hidden: bool,
}

impl Line<'_> {
    /// Whether it restricts: what is unknown then counts as if it held.
    #[must_use]
    pub fn restricts(&self) -> bool {
        self.verb == Verb::Avoid
    }

    /// The pieces that are in force, or are taken to be: not those that wait for a symptom.
    pub fn in_force<'s>(&'s self, scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Held> {
        self.held
            .iter()
            .filter(|held| !scene.unknowns.only_symptoms(held.node))
    }

    /// When it is firmly restricted, as far as is known.
    #[must_use]
    pub fn firm_in_force(&self, scene: &Scene<'_>) -> Intervals {
        self.in_force(scene)
            .filter(|held| held.piece.strength == Strength::Firm)
            .map(|held| held.piece.interval)
            .collect()
    }
}

/// The lines that a patient's plan has, in the order of the rules.
///
/// # Errors
///
/// A date would leave the years 1900 to 2200: the rule whose window does.
pub fn lines<'a>(
    scene: &mut Scene<'a>,
    all: &[Said<'a>],
) -> Result<Vec<Line<'a>>, (&'a Rule, OutOfRange)> {
    let mut lines = Vec::new();
    for said in all {
        for draft in drafts(&scene.protocol.vocabulary, said.rule) {
            let line = on_the_clock(scene, said, draft)
                .map_err(|out_of_range| (said.rule, out_of_range))?;
            lines.extend(line);
        }
    }
    Ok(lines)
}

/// What a rule says, taken apart: `use only X` also avoids all else, `allow X but not Y` also
/// avoids Y, `resume X from P` is avoided until P, an action restricts what it opposes.
fn drafts(vocabulary: &Vocabulary, rule: &Rule) -> Vec<Draft> {
    let draft = |verb, items: &[ThingRef], including: &[ThingRef]| Draft {
        verb,
        items: items.to_vec(),
        including: including.to_vec(),
        except: rule.details.except.clone(),
        choice: false,
        window: rule.window.clone(),
        hidden: false,
    };
    match &rule.head {
        Head::Avoid { things, including } => vec![draft(Verb::Avoid, things, including)],
        Head::Duty {
            only,
            things,
            including,
            choice,
            ..
        } => {
            let mut duty = draft(Verb::Do, things, including);
            duty.choice = *choice;
            let opposed = opposed(vocabulary, things);
            let mut drafts = vec![duty];
            if *only {
                let mut rest = draft(Verb::Avoid, &kinds_of(vocabulary, things), &[]);
                rest.except.extend(things.iter().cloned());
                drafts.push(rest);
            }
            if !opposed.is_empty() {
                let mut hidden = draft(Verb::Avoid, &opposed, &[]);
                hidden.hidden = true;
                drafts.push(hidden);
            }
            drafts
        }
        Head::Allow {
            things,
            including,
            but_not,
        } => {
            let mut allow = draft(Verb::Allow, things, including);
            allow.except.extend(but_not.iter().cloned());
            let mut drafts = vec![allow];
            if !but_not.is_empty() {
                drafts.push(draft(Verb::Avoid, but_not, &[]));
            }
            drafts
        }
        Head::Resume { things, including } => {
            let mut drafts = Vec::new();
            if let Some(until) = until_resumed(&rule.window) {
                let mut avoid = draft(Verb::Avoid, things, including);
                avoid.window = until;
                drafts.push(avoid);
            }
            drafts.push(draft(Verb::Allow, things, including));
            drafts
        }
        Head::Limit {
            things, including, ..
        } => vec![draft(Verb::Limit, things, including)],
        _ => Vec::new(),
    }
}

/// When what is resumed is still avoided: until the point from which it is resumed.
pub fn until_resumed(window: &Window) -> Option<Window> {
    let until = match window {
        Window::From { from, .. } => from.clone(),
        Window::Days { first, .. } => Point::Day(*first),
        _ => return None,
    };
    Some(Window::Until {
        until,
        at_least: None,
        at_most: None,
        usually: None,
    })
}

/// The kinds' classes of things, each once.
pub fn kinds_of(vocabulary: &Vocabulary, things: &[ThingRef]) -> Vec<ThingRef> {
    let mut kinds: Vec<ThingRef> = Vec::new();
    for item in things {
        // A substance is used as a product: all else of its kind is all other products.
        let kind = match vocabulary.thing(item.thing).kind {
            Kind::Substance => Kind::Product,
            kind => kind,
        };
        let class = Vocabulary::kind_class(kind);
        if kinds.iter().all(|known| known.thing != class) {
            kinds.push(ThingRef {
                thing: class,
                attributes: Vec::new(),
                qualifiers: Vec::new(),
                span: item.span,
            });
        }
    }
    kinds
}

/// What actions oppose.
pub fn opposed(vocabulary: &Vocabulary, things: &[ThingRef]) -> Vec<ThingRef> {
    let mut opposed: Vec<ThingId> = Vec::new();
    for item in things {
        opposed.extend(&vocabulary.thing(item.thing).opposes);
    }
    let span = things.first().map(|item| item.span);
    opposed
        .into_iter()
        .zip(std::iter::repeat(span))
        .filter_map(|(thing, span)| {
            Some(ThingRef {
                thing,
                attributes: Vec::new(),
                qualifiers: Vec::new(),
                span: span?,
            })
        })
        .collect()
}

/// Which way caution goes for a kind of line.
fn role(verb: Verb) -> Role {
    match verb {
        Verb::Avoid | Verb::Limit => Role::Restriction,
        Verb::Do => Role::Duty,
        Verb::Allow => Role::Permission,
    }
}

fn on_the_clock<'a>(
    scene: &mut Scene<'a>,
    said: &Said<'a>,
    draft: Draft,
) -> Result<Option<Line<'a>>, OutOfRange> {
    let fallen = fall(
        &scene.anchors(),
        scene,
        said.rule,
        &draft.window,
        role(draft.verb),
    )?;
    let over_time =
        scene
            .truth
            .over_time(&mut scene.unknowns, &said.condition, 0, scene.truth.treated);
    let mut held = cut(&fallen, &over_time);
    let mut next = Vec::new();
    if draft.verb == Verb::Avoid || draft.verb == Verb::Limit {
        held.extend(sessions::earlier(scene, said, &draft.window)?);
        held = sessions::without_the_needless(&held);
        held.sort_by_key(|held| (held.piece.interval, held.piece.strength));
    }
    if draft.verb == Verb::Avoid {
        next = sessions::next(scene, said, &draft.window)?;
    }
    let past = if fallen.starts_at.is_some() && role(draft.verb) == Role::Restriction {
        starts_in_the_past(scene, &draft.window)
    } else {
        None
    };
    if past == Some(Node::FALSE) {
        return Ok(None);
    }
    let never = from_now(scene, &over_time)
        .iter()
        .all(|node| *node == Node::FALSE);
    let waits = fallen.starts_at.is_some() && !never;
    if held.is_empty() && next.is_empty() && !waits {
        return Ok(None);
    }
    let hangs_on: Vec<Node> = if let Some(past) = past {
        vec![past]
    } else if held.is_empty() && next.is_empty() {
        // What it waits for is still to come: only what holds from now on counts.
        from_now(scene, &over_time)
    } else {
        held.iter().chain(&next).map(|held| held.node).collect()
    };
    let state = state(scene, draft.verb, &hangs_on);
    Ok(Some(Line {
        said: said.clone(),
        verb: draft.verb,
        items: draft.items,
        including: draft.including,
        except: draft.except,
        choice: draft.choice,
        fallen,
        held,
        next,
        state,
        hangs_on,
        hidden: draft.hidden,
    }))
}

/// Where a rule's window falls around the session of these anchors.
pub fn fall(
    anchors: &Anchors<'_>,
    scene: &Scene<'_>,
    rule: &Rule,
    window: &Window,
    role: Role,
) -> Result<Fallen, OutOfRange> {
    Falling {
        anchors,
        role,
        advised: rule.advised,
        aftercare: scene.protocol.aftercare,
    }
    .fall(window)
}

/// The pieces of a window where its condition is not false.
pub fn cut(fallen: &Fallen, over_time: &[(Interval, Node)]) -> Vec<Held> {
    let end = fallen
        .pieces
        .last()
        .map_or(Instant::NEVER_ENDS, |piece| piece.interval.end);
    let mut held: Vec<Held> = Vec::new();
    for piece in &fallen.pieces {
        for (time, node) in over_time {
            let Some(interval) = piece.interval.meet(*time) else {
                continue;
            };
            if *node == Node::FALSE {
                continue;
            }
            held.push(Held {
                piece: Piece {
                    interval,
                    strength: piece.strength,
                },
                node: *node,
                releases: fallen.releases && interval.end == end,
            });
        }
    }
    held
}

/// How sure a line is whose pieces hang on these conditions.
pub fn state(scene: &Scene<'_>, verb: Verb, nodes: &[Node]) -> State {
    let open = nodes
        .iter()
        .any(|node| node.truth().is_none() && !scene.unknowns.only_symptoms(*node));
    if open {
        return match verb {
            Verb::Avoid | Verb::Limit => State::Provisional,
            Verb::Do | Verb::Allow => State::Waiting,
        };
    }
    if nodes.contains(&Node::TRUE) {
        State::Settled
    } else {
        State::Conditional
    }
}

/// What a condition comes to from the day asked on.
fn from_now(scene: &Scene<'_>, over_time: &[(Interval, Node)]) -> Vec<Node> {
    let now = scene
        .asked
        .map_or(scene.treatment.instants.0, |asked| asked.start);
    over_time
        .iter()
        .filter(|(interval, _)| interval.end > now)
        .map(|(_, node)| *node)
        .collect()
}

/// Of a window that starts at something of the past without a known date: what it hangs on. What is
/// unknown is never fine: such a restriction is provisional until the date, or that there is none,
/// is given.
fn starts_in_the_past(scene: &mut Scene<'_>, window: &Window) -> Option<Node> {
    let Window::From {
        from: Point::Offset { anchor, .. },
        ..
    } = window
    else {
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
