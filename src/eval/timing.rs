//! When everything holds for one patient: each window put on the clock once, each condition decided
//! once, and each pair of them that sentences have.

mod clock;
mod some;

use super::deferral::{self, window_is_at};
use super::diagram::Node;
use super::fallen::{Fallen, Piece, Place};
use super::interval::Interval;
use super::line::{Held, fall, state};
use super::pair::{Pair, Part, Pieces, Timed, comes_again, shown_state};
use super::prepared::{Deciding, Manner, Placing, Prepared, Timing};
use super::quick::{Patient, Simple};
use super::scene::Scene;
use super::sessions::{self, Earlier};
use super::time::OutOfRange;
use crate::check::Rule;
use crate::plan::Verb;
use crate::syntax::tree::SessionWord;

pub use clock::OnTheClock;
use some::Wanted;

/// What is decided of one patient, in buffers that the next patient uses again.
#[derive(Debug, Default)]
pub struct Times {
    /// By window.
    standing: Vec<Standing>,
    /// The pieces of windows.
    fallen: Vec<Piece>,
    /// Windows that wait for something, to start or to end.
    waits: Vec<Fallen>,
    /// By condition.
    decided: Vec<Decided>,
    over_time: Vec<(Interval, Node)>,
    /// By window of a restriction, as far as any was found out: its part of `earlier`.
    around_earlier: Vec<Option<Part>>,
    earlier: Vec<Earlier>,
    /// By timing; none where nothing of it holds.
    timed: Vec<Option<Timed>>,
    pieces: Pieces,
    /// Whether nothing but states is asked, so that a stand-in will do for what is not known.
    states_alone: bool,
    /// The timings that are asked about; none where all are.
    wanted: Option<Wanted>,
}

/// A window, by its part of the buffers.
#[derive(Debug, Clone, Copy)]
struct Standing {
    pieces: Part,
    releases: bool,
    vague_start: bool,
    waits: Waits,
}

/// What a window waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waits {
    /// Nothing.
    No,
    /// What its short way says, to end.
    ToEnd,
    /// What its short way says, to start.
    ToStart,
    /// What is kept at this place.
    Kept(u32),
}

/// A condition, decided.
#[derive(Debug, Clone, Copy)]
enum Decided {
    /// The same around all sessions, at all times.
    Always(Node),
    /// Around this session the same at all times.
    Here(Node),
    /// By its part of `over_time`.
    Changes(Part),
}

impl Times {
    /// Of which windows and states alone are asked, and never what they hang on.
    #[must_use]
    pub fn of_states() -> Self {
        Self {
            states_alone: true,
            ..Self::default()
        }
    }

    /// Decides everything anew, for the patient of a scene.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200: the first rule whose window does.
    pub fn decide<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        prepared: &'a Prepared<'a>,
    ) -> Result<(), (&'a Rule, OutOfRange)> {
        self.clear();
        let patient = Patient::of(scene, prepared);
        self.timed.reserve(prepared.timings.len());
        for timing in &prepared.timings {
            self.time(scene, prepared, &patient, timing)
                .map_err(|out_of_range| (timing.rule, out_of_range))?;
        }
        Ok(())
    }

    /// Forgets the patient.
    pub fn clear(&mut self) {
        self.standing.clear();
        self.fallen.clear();
        self.waits.clear();
        self.decided.clear();
        self.over_time.clear();
        self.around_earlier.clear();
        self.earlier.clear();
        self.timed.clear();
        self.pieces.held.clear();
        self.pieces.nodes.clear();
    }

    /// What something of a timing comes to; none where nothing of it holds.
    #[must_use]
    pub fn timed(&self, timing: usize) -> Option<&Timed> {
        self.timed.get(timing)?.as_ref()
    }

    /// What of it is in force around this session, or may be.
    #[must_use]
    pub fn held(&self, timed: &Timed) -> Option<&[Held]> {
        timed.held.of(&self.pieces.held)
    }

    /// The same around the next session.
    #[must_use]
    pub fn next(&self, timed: &Timed) -> Option<&[Held]> {
        timed.next.of(&self.pieces.held)
    }

    /// Finds out about the next timing. There is one way for all and for some, so that it is laid out flat in the
    /// loop over them: that is what most of an evaluation takes.
    fn time<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        prepared: &'a Prepared<'a>,
        patient: &Patient<'_>,
        timing: &Timing<'a>,
    ) -> Result<(), OutOfRange> {
        // Windows and conditions are numbered in the order in which timings use them.
        let wanted = self.wanted.as_ref();
        let wants_window = wanted.is_none_or(|some| some.windows.contains(&timing.window));
        let wants_condition = wanted.is_none_or(|some| some.conditions.contains(&timing.condition));
        let wants = wanted.is_none_or(|some| some.timings.contains(&self.timed.len()));
        if timing.window == self.standing.len() {
            let standing = if wants_window {
                self.stand(scene, prepared, patient, timing.window)?
            } else {
                Standing::NOWHERE
            };
            self.standing.push(standing);
        }
        if timing.condition == self.decided.len()
            && let Some(deciding) = prepared.conditions.get(timing.condition)
            && let Some(simple) = prepared.simple.get(timing.condition)
        {
            let decided = if wants_condition {
                self.condition(scene, deciding, simple, patient)
            } else {
                Decided::Always(Node::FALSE)
            };
            self.decided.push(decided);
        }
        if !wants {
            self.timed.push(None);
            return Ok(());
        }
        let timed = match self.shortly(scene, prepared, patient, timing) {
            Some(timed) => timed,
            None => self.at_length(scene, prepared, timing)?,
        };
        self.timed.push(timed);
        Ok(())
    }

    /// When something of a timing holds, whatever its window and its condition hang on.
    fn at_length<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        prepared: &'a Prepared<'a>,
        timing: &Timing<'a>,
    ) -> Result<Option<Timed>, OutOfRange> {
        let (Some(placing), Some(deciding)) = (
            prepared.windows.get(timing.window),
            prepared.conditions.get(timing.condition),
        ) else {
            return Ok(None);
        };
        self.around_earlier_sessions(scene, timing, placing)?;
        let around = self.around_earlier.get(timing.window).copied().flatten();
        let earlier = around.and_then(|part| part.of(&self.earlier));
        let single;
        let over_time = match self.decided.get(timing.condition) {
            Some(Decided::Always(node) | Decided::Here(node)) => {
                single = [(Interval::ALWAYS, *node)];
                Some(&single[..])
            }
            Some(Decided::Changes(part)) => part.of(&self.over_time),
            None => None,
        };
        let hanging;
        let over_time = match (
            over_time,
            deferral::first_session(scene, window_is_at(&placing.window, SessionWord::First)),
        ) {
            (Some(over_time), Some(first)) => {
                hanging = hang(scene, over_time, first);
                Some(&hanging[..])
            }
            (over_time, _) => over_time,
        };
        let mut pieces = std::mem::take(&mut self.pieces);
        let pair = Pair {
            placing,
            deciding,
            fallen: self
                .place(prepared, timing.window)
                .unwrap_or(Place::NOWHERE),
            over_time: over_time.unwrap_or_default(),
            earlier: earlier.unwrap_or_default(),
        };
        let timed = match timing.manner {
            Manner::Line(verb) => pair.line(scene, verb, &mut pieces),
            manner => pair.shown(scene, manner, &mut pieces),
        };
        self.pieces = pieces;
        timed
    }

    /// Puts the window of a restriction or a cap around the earlier sessions, once.
    fn around_earlier_sessions<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        timing: &Timing<'a>,
        placing: &'a Placing<'a>,
    ) -> Result<(), OutOfRange> {
        if self.around_earlier.len() <= timing.window {
            self.around_earlier.resize(timing.window + 1, None);
        }
        if let Manner::Line(Verb::Avoid | Verb::Limit) = timing.manner
            && let Some(around @ None) = self.around_earlier.get_mut(timing.window)
        {
            let from = self.earlier.len();
            sessions::earlier(scene, placing, &mut self.earlier)?;
            *around = Some(Part::between(from, self.earlier.len()));
        }
        Ok(())
    }

    /// Puts a window on the clock.
    fn stand<'a>(
        &mut self,
        scene: &Scene<'a>,
        prepared: &'a Prepared<'a>,
        patient: &Patient<'_>,
        window: usize,
    ) -> Result<Standing, OutOfRange> {
        let start = self.fallen.len();
        if let Some(ground) = &patient.ground
            && let Some(short) = prepared
                .short
                .get(window)
                .and_then(|short| short.window.as_ref())
            && short.suits(scene.profile)
        {
            let vague_start = short.place(ground, &mut self.fallen);
            return Ok(Standing {
                pieces: Part::between(start, self.fallen.len()),
                releases: short.releases,
                vague_start,
                waits: match &short.awaited {
                    None => Waits::No,
                    Some(awaited) if awaited.to_start => Waits::ToStart,
                    Some(_) => Waits::ToEnd,
                },
            });
        }
        let fallen = match prepared.windows.get(window) {
            Some(placing) => fall(&scene.anchors, scene, placing)?,
            None => return Err(OutOfRange),
        };
        self.fallen.extend_from_slice(&fallen.pieces);
        let (releases, vague_start) = (fallen.releases, fallen.vague_start);
        let waits = if fallen.starts_at.is_some() || fallen.open_until.is_some() {
            self.waits.push(fallen);
            Waits::Kept(u32::try_from(self.waits.len() - 1).unwrap_or(u32::MAX))
        } else {
            Waits::No
        };
        Ok(Standing {
            pieces: Part::between(start, self.fallen.len()),
            releases,
            vague_start,
            waits,
        })
    }

    /// Decides a condition around this session.
    fn condition<'a>(
        &mut self,
        scene: &mut Scene<'a>,
        deciding: &'a Deciding<'a>,
        simple: &Simple,
        patient: &Patient<'_>,
    ) -> Decided {
        let constant = |node| {
            if deciding.by_session {
                Decided::Here(node)
            } else {
                Decided::Always(node)
            }
        };
        let shortly = !deciding.changes || patient.eventless;
        if shortly && !scene.truth.of_everybody {
            let verdict = simple.decide(&scene.truth);
            let node = if self.states_alone {
                verdict.stand_in()
            } else {
                verdict.truth()
            };
            if let Some(node) = node {
                return constant(node);
            }
        }
        let (from, asked) = (self.over_time.len(), (0, scene.truth.treated));
        (scene.truth).over_time(&mut scene.unknowns, deciding, asked, &mut self.over_time);
        match self.over_time.get(from..) {
            Some([(_, node)]) if !deciding.changes => constant(*node),
            _ => Decided::Changes(Part::between(from, self.over_time.len())),
        }
    }

    /// When something of a timing holds, where its window is in one piece with what is decided of its
    /// condition: it hangs on nothing around other sessions. None where it is to be found out at length.
    fn shortly<'a>(
        &mut self,
        scene: &Scene<'a>,
        prepared: &'a Prepared<'a>,
        patient: &Patient<'_>,
        timing: &Timing<'a>,
    ) -> Option<Option<Timed>> {
        let standing = *self.standing.get(timing.window)?;
        let (node, always) = match self.decided.get(timing.condition)? {
            Decided::Always(node) => (*node, true),
            Decided::Here(node) => (*node, false),
            Decided::Changes(_) => return None,
        };
        if matches!(standing.waits, Waits::Kept(_)) {
            return None;
        }
        let mut before = None;
        if let Manner::Line(Verb::Avoid | Verb::Limit) = timing.manner
            && patient.earlier
        {
            return None;
        }
        if timing.before && comes_again(timing.manner) && patient.has_next {
            let short = prepared.short.get(timing.window)?.before.as_ref()?;
            before = Some((short, patient.next.as_ref().filter(|_| always)?));
        }
        if node == Node::FALSE {
            return Some(None);
        }
        let start = self.pieces.held.len();
        self.pieces
            .hold(standing.pieces.of(&self.fallen)?, node, standing.releases);
        let end = self.pieces.held.len();
        let mut next = Part::NONE;
        if let Some((short, ground)) = before {
            let placed = self.fallen.len();
            short.place_aside(ground, &mut self.fallen);
            self.pieces.hold(self.fallen.get(placed..)?, node, false);
            self.fallen.truncate(placed);
            next = Part::between(end, self.pieces.held.len());
        }
        let nothing = start == self.pieces.held.len();
        let (hangs, state) = match timing.manner {
            // What it waits for is still to come.
            Manner::Line(_) if nothing && standing.waits != Waits::ToStart => return Some(None),
            Manner::Line(verb) => (nothing, state(scene, verb, [node])),
            manner => (true, shown_state(scene, manner, &[node])),
        };
        Some(Some(Timed {
            held: Part::between(start, end),
            next,
            nodes: if hangs {
                self.pieces.hang(node)
            } else {
                Part::NONE
            },
            state,
        }))
    }
}

/// What is decided of a condition, and something else.
fn hang(
    scene: &mut Scene<'_>,
    over_time: &[(Interval, Node)],
    other: Node,
) -> Vec<(Interval, Node)> {
    let both =
        |(interval, node): &(Interval, Node)| (*interval, scene.unknowns.diagram.and(*node, other));
    over_time.iter().map(both).collect()
}
