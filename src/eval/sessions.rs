//! The other sessions: every one, past or planned, is an anchor, and a restriction holds around each.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::anchor::{Anchored, Anchors};
use super::diagram::Node;
use super::fallen::Fallen;
use super::interval::{Interval, Intervals};
use super::line::{Held, cut, fall};
use super::prepared::{Deciding, Placing};
use super::scene::Scene;
use super::time::{Instant, OutOfRange};
use super::window::Role;
use crate::check::Window;
use crate::plan::{Moment, Strength};

/// A restriction's window around an earlier session.
#[derive(Debug)]
pub struct Earlier {
    /// How many sessions before this one, as a negative number.
    session: i64,
    date: NaiveDate,
    fallen: Fallen,
}

/// Where a restriction's window falls around the earlier sessions after which it may still hold. What
/// it still restricts after this treatment, or on the day asked, unites with what this session does.
///
/// # Errors
///
/// A date would leave the years 1900 to 2200.
pub fn earlier(
    scene: &Scene<'_>,
    placing: &Placing<'_>,
    all: &mut Vec<Earlier>,
) -> Result<(), OutOfRange> {
    if !scene.dated || !is_told_around_each(&placing.window) {
        return Ok(());
    }
    let sessions = scene.profile.sessions.as_deref().unwrap_or_default();
    let count = i64::try_from(sessions.len()).unwrap_or(i64::MAX);
    let this = scene.treatment.days.0;
    for (index, date) in (0_i64..).zip(sessions) {
        let position = usize::try_from(index).unwrap_or(usize::MAX);
        let next = sessions.get(position + 1).copied().unwrap_or(this);
        let anchors = Anchors {
            treated: Some(*date),
            session: Anchored::treatment(scene.clock, Moment::day(*date)),
            previous: position
                .checked_sub(1)
                .and_then(|before| sessions.get(before))
                .copied(),
            next: Some((next, next)),
            next_is_open: false,
            ..scene.anchors
        };
        let fallen = fall(&anchors, scene, placing)?;
        let mut pieces = fallen.pieces.iter();
        if pieces.any(|piece| still_matters(scene, piece.interval)) {
            all.push(Earlier {
                session: index - count,
                date: *date,
                fallen,
            });
        }
    }
    Ok(())
}

/// Whether a time around an earlier session is after this treatment, or on the day asked.
fn still_matters(scene: &Scene<'_>, interval: Interval) -> bool {
    interval.end > scene.treatment.instants.0
        || scene.asked.is_some_and(|asked| asked.meets(interval))
}

impl Earlier {
    /// Adds what the window still restricts under a condition.
    pub fn hold(&self, scene: &mut Scene<'_>, deciding: &Deciding<'_>, held: &mut Vec<Held>) {
        let asked = (self.session, Some(self.date));
        let mut over_time = Vec::new();
        (scene.truth).over_time(&mut scene.unknowns, deciding, asked, &mut over_time);
        let mut all = Vec::new();
        cut(self.fallen.place(), &over_time, &mut all);
        held.extend((all.into_iter()).filter(|held| still_matters(scene, held.interval)));
    }
}

/// What is left, done or limited before the next session, which is not booked yet: it starts before the earliest
/// day and lasts to the latest, or without an end where there is none. So does a duty: whoever started it before the
/// latest day alone would be late for an earlier session.
///
/// # Errors
///
/// A date would leave the years 1900 to 2200.
pub fn next<'a>(
    scene: &mut Scene<'a>,
    placing: &Placing<'a>,
    deciding: &Deciding<'a>,
    held: &mut Vec<Held>,
) -> Result<(), OutOfRange> {
    if !placing.window.starts_before() {
        return Ok(());
    }
    let before = match &*placing.window {
        Window::Around { before, .. } => Window::Before(*before),
        other => other.clone(),
    };
    let Some(days) = scene.anchors.next.filter(|_| scene.dated) else {
        return Ok(());
    };
    let session = Anchored::session_between(scene.clock, days);
    let anchors = Anchors {
        session,
        ..scene.anchors
    };
    let before = Placing {
        window: Cow::Owned(before),
        role: Role::Restriction,
        advised: placing.advised,
    };
    let mut fallen = fall(&anchors, scene, &before)?;
    // What holds after it, and what is free then, is told once it has been.
    fallen.releases = false;
    let (first, latest) = session.instants;
    fallen.pieces.retain(|piece| piece.interval.start < first);
    for piece in &mut fallen.pieces {
        piece.interval.end = piece.interval.end.min(latest);
    }
    // Nobody knows how long it is put off: what is off before it stays off until it is booked.
    if scene.anchors.next_is_open
        && let Some(last) = fallen.pieces.last_mut()
    {
        last.interval.end = Instant::NEVER_ENDS;
    }
    let mut over_time = Vec::new();
    let asked = (1, Some(days.0));
    (scene.truth).over_time(&mut scene.unknowns, deciding, asked, &mut over_time);
    cut(fallen.place(), &over_time, held);
    Ok(())
}

/// Whether a window falls anew around each session; the others hold once, or before a session only.
fn is_told_around_each(window: &Window) -> bool {
    !matches!(
        window,
        Window::Before(_) | Window::ForTheCourse | Window::BeforeTreatment | Window::Always
    )
}

/// Pieces without those that hang on something while a sure piece of the same line, around another
/// session, holds all the same: nobody need be asked for them.
#[must_use]
pub fn without_the_needless(held: &[Held]) -> Vec<Held> {
    let sure = |least: Strength| -> Intervals {
        held.iter()
            .filter(|held| held.node == Node::TRUE && held.strength <= least)
            .map(|held| held.interval)
            .collect()
    };
    let (firm, any) = (sure(Strength::Firm), sure(Strength::Advised));
    held.iter()
        .filter(|held| {
            let whole: Intervals = std::iter::once(held.interval).collect();
            let covering = match held.strength {
                Strength::Firm => &firm,
                Strength::Advised => &any,
            };
            held.node == Node::TRUE || !whole.without(covering).is_empty()
        })
        .copied()
        .collect()
}
