//! Two lines of one universe that meet: when, and for whom.

use std::collections::BTreeMap;

use crate::check::Window;
use crate::eval::diagram::{Diagram, Level};
use crate::eval::interval::{Interval, Intervals};
use crate::eval::line::{Held, Line};
use crate::eval::scene::Scene;
use crate::eval::unknown::{Unknown, Way};
use crate::plan::{Strength, Verb};
use crate::syntax::tree::Kind;

/// Where a line meets a restriction of all that it is about.
pub struct Meeting {
    /// When.
    pub interval: Interval,
    /// For whom.
    pub way: Way,
    /// Whether nothing is left of the line then.
    pub altogether: bool,
}

/// The next place, from a pair of pieces on, where a line meets a restriction, and the pair behind it. Some are
/// gainsaid only where nothing of them is left.
pub fn next(
    scene: &mut Scene<'_>,
    (line, other): (&Line<'_>, &Line<'_>),
    from: usize,
) -> Option<(Meeting, usize)> {
    let diagram = &mut scene.unknowns.diagram;
    let unsaid = wholly_or_not(&line.said.rule.window, line.verb);
    let theirs = other.held.iter().filter(|held| is_firm(held));
    let pairs = (line.held.iter()).flat_map(|mine| theirs.clone().map(move |their| (mine, their)));
    let (at, interval, nodes) = pairs
        .enumerate()
        .skip(from)
        .find_map(|(at, (mine, their))| {
            let both = mine.interval.meet(their.interval)?;
            if unsaid && !covered(other.held.iter(), mine) {
                return None;
            }
            (diagram.meet(mine.node, their.node)).then_some((at, both, (mine.node, their.node)))
        })?;
    let way = scene.unknowns.example(nodes.0, nodes.1)?;
    let altogether = is_altogether(&scene.unknowns.diagram, (line, other), &way.levels);
    let meeting = Meeting {
        interval,
        way,
        altogether,
    };
    Some((meeting, at + 1))
}

/// Whether what is cut from a line gainsays it only where nothing is left: its author left the window unsaid, or
/// it is a cap, within which nothing at all lies, too.
pub fn wholly_or_not(window: &Window, verb: Verb) -> bool {
    *window == Window::Unsaid || verb == Verb::Limit
}

fn is_firm(held: &Held) -> bool {
    held.strength == Strength::Firm
}

/// Whether firm pieces leave nothing of a piece.
fn covered<'h>(held: impl Iterator<Item = &'h Held>, piece: &Held) -> bool {
    let firm: Intervals = (held.filter(|held| is_firm(held)))
        .map(|held| held.interval)
        .collect();
    let whole: Intervals = std::iter::once(piece.interval).collect();
    whole.without(&firm).is_empty()
}

/// Whether a restriction leaves nothing of a line, once these unknowns are known.
fn is_altogether(
    diagram: &Diagram,
    (line, other): (&Line<'_>, &Line<'_>),
    known: &BTreeMap<Level, usize>,
) -> bool {
    let holds = |held: &&Held| diagram.can_be(held.node, known);
    let mut mine = line.held.iter().filter(holds);
    mine.all(|piece| covered(other.held.iter().filter(holds), piece))
}

/// Whether what is known of a patient moves no window, and tells of no medicine: then a meeting needs no plan
/// to be sure of.
pub fn is_plain(scene: &Scene<'_>, line: &Line<'_>, way: &Way) -> bool {
    let vocabulary = &scene.protocol.vocabulary;
    let medicine = |thing| vocabulary.thing(thing).kind == Kind::Medicine;
    let plain = |unknown: &Unknown| {
        matches!(
            unknown,
            Unknown::Fact(_) | Unknown::Value(..) | Unknown::Symptom(_) | Unknown::Qualifier(..)
        )
    };
    way.named.iter().all(|(unknown, _)| plain(unknown))
        && !line.items.iter().any(|item| medicine(item.thing))
}
