//! The days on which events may have happened that tell patients apart: nothing else is known of them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{NaiveTime, TimeDelta};

use super::Candidates;
use crate::check::{Anchor, Atom, Extent, FromEnd, Point, Window};
use crate::eval::prepared::{Prepared, Timing};
use crate::eval::scene::NOMINAL;
use crate::eval::time::{Reach, Way, months_from, reach};
use crate::plan::Moment;
use crate::profile::Profile;
use crate::syntax::tree::Duration;
use crate::vocabulary::ThingId;

/// On more days than these none is tried: a protocol that counts from so many is left undecided there.
const MOST_DAYS: usize = 400;

/// A treatment and dates of events, and nothing else that is known.
pub struct Universe {
    /// What is known.
    pub profile: Profile,
    /// The pairs of lines that may fall otherwise here than elsewhere.
    pub candidates: Candidates,
}

/// The universes in which events have happened, one of them on each day that may matter, and all of them on
/// each.
pub struct Universes {
    /// They.
    pub all: Vec<Universe>,
    /// Whether events on more days may matter than are tried.
    pub too_many: bool,
}

/// The days on which an event can change how two windows meet, by their places.
type Days = BTreeMap<(usize, usize), Rc<[i32]>>;

/// A day, an event or none for all of them, and a pair of lines.
type Told = (i32, Option<ThingId>, usize, usize);

/// A patient of whom nothing is known but that there is a treatment, on a nominal day.
pub fn nothing_known() -> Profile {
    Profile {
        treated: NaiveTime::from_hms_opt(10, 0, 0).map(|time| Moment::at(NOMINAL.and_time(time))),
        history_complete: false,
        ..Profile::default()
    }
}

impl Universes {
    /// Of these pairs of lines.
    pub fn of(prepared: &Prepared<'_>, candidates: &Candidates) -> Self {
        let events: Vec<BTreeSet<ThingId>> = (0..prepared.drafts.len())
            .map(|draft| events(prepared, draft))
            .collect();
        let mut known = Days::new();
        let mut told: Vec<Told> = Vec::new();
        for (one, against) in candidates {
            for other in against.iter() {
                let (Some(mine), Some(theirs)) = (events.get(*one), events.get(*other)) else {
                    continue;
                };
                let both: BTreeSet<ThingId> = mine.union(theirs).copied().collect();
                if both.is_empty() {
                    continue;
                }
                let together = (both.len() > 1).then_some(None);
                for day in days_of(prepared, &mut known, *one, *other).iter() {
                    let each = both.iter().map(|event| Some(*event)).chain(together);
                    told.extend(each.map(|event| (*day, event, *one, *other)));
                }
            }
        }
        told.sort_unstable();
        let all_events = events.into_iter().flatten().collect();
        Self::told(&told, &all_events)
    }

    fn told(told: &[Told], all_events: &BTreeSet<ThingId>) -> Self {
        let mut days: Vec<i32> = told.iter().map(|(day, ..)| *day).collect();
        days.dedup();
        let last = days.get(MOST_DAYS).copied();
        let same = |one: &Told, next: &Told| (one.0, one.1) == (next.0, next.1);
        let all = told.chunk_by(same).filter_map(|told| {
            let (day, event, ..) = told.first()?;
            let events = event.map_or_else(|| all_events.clone(), |event| [event].into());
            (last.is_none_or(|last| *day < last)).then_some(())?;
            Some(Universe {
                profile: with(events, *day)?,
                candidates: told
                    .chunk_by(|one, next| one.2 == next.2)
                    .filter_map(|of_one| {
                        let others = of_one.iter().map(|(.., other)| *other);
                        Some((of_one.first()?.2, others.collect()))
                    })
                    .collect(),
            })
        });
        Self {
            all: all.collect(),
            too_many: last.is_some(),
        }
    }
}

/// What is known where events have happened on a day.
fn with(events: BTreeSet<ThingId>, day: i32) -> Option<Profile> {
    let date = NOMINAL.checked_add_signed(TimeDelta::days(i64::from(day)))?;
    let mut profile = nothing_known();
    profile.events = events.into_iter().map(|event| (event, date)).collect();
    Some(profile)
}

/// The days on which an event can change how two lines meet.
fn days_of(prepared: &Prepared<'_>, known: &mut Days, one: usize, other: usize) -> Rc<[i32]> {
    let place = |draft| timing(prepared, draft).map_or(0, |timing| timing.window);
    let both = (place(one), place(other));
    let days = known.entry(both).or_insert_with(|| {
        let windows = [both.0, both.1];
        let windows = windows.iter().filter_map(|at| prepared.windows.get(*at));
        days(
            windows.map(|placing| placing.window.as_ref()),
            prepared.protocol.aftercare,
        )
        .into_iter()
        .collect()
    });
    Rc::clone(days)
}

fn timing<'s, 'p>(prepared: &'s Prepared<'p>, draft: usize) -> Option<&'s Timing<'p>> {
    let placed = prepared.drafts.get(draft)?;
    prepared.timings.get(placed.timing)
}

/// The events that the window and the condition of a line wait for.
fn events(prepared: &Prepared<'_>, draft: usize) -> BTreeSet<ThingId> {
    let mut events = BTreeSet::new();
    let Some(timing) = timing(prepared, draft) else {
        return events;
    };
    if let Some(placing) = prepared.windows.get(timing.window) {
        points(&placing.window, &mut |point| {
            for part in point.parts() {
                if let Point::Offset {
                    anchor: Anchor::Event(event),
                    ..
                } = part
                {
                    events.insert(*event);
                }
            }
        });
    }
    let deciding = prepared.conditions.get(timing.condition);
    if let Some(deciding) = deciding.filter(|deciding| deciding.changes) {
        deciding.condition.atoms(&mut |atom| {
            if let Atom::Event(event) = atom {
                events.insert(*event);
            }
        });
    }
    events
}

fn points(window: &Window, visit: &mut impl FnMut(&Point)) {
    match window {
        Window::From { from, end } => {
            visit(from);
            if let FromEnd::Until(until) = end {
                visit(until);
            }
        }
        Window::Until { until, .. } => visit(until),
        _ => {}
    }
}

/// The days, counted from the treatment, on which an event can change how these windows meet: those on which
/// a bound that counts from it falls on, just before or just after a bound that counts from the treatment.
fn days<'w>(
    windows: impl Iterator<Item = &'w Window>,
    aftercare: Option<Duration>,
) -> BTreeSet<i32> {
    let (mut from_treatment, mut from_events) = (BTreeSet::from([0]), BTreeSet::from([0]));
    for window in windows {
        lengths(window, aftercare, &mut |days, of_event| {
            let bounds = if of_event {
                &mut from_events
            } else {
                &mut from_treatment
            };
            bounds.extend([days, days + 1]);
        });
    }
    let mut days = BTreeSet::new();
    for fixed in &from_treatment {
        for moved in &from_events {
            let meeting = fixed - moved;
            days.extend([meeting - 1, meeting, meeting + 1]);
        }
    }
    days.retain(|day| *day >= 0);
    days
}

/// Calls `visit` with the lengths of a window in days, and whether each counts from an event.
fn lengths(window: &Window, aftercare: Option<Duration>, visit: &mut impl FnMut(i32, bool)) {
    let extent = |extent: &Extent, of_event, visit: &mut dyn FnMut(i32, bool)| {
        for length in std::iter::once(extent.firm()).chain(extent.advised()) {
            in_days(length, of_event, visit);
        }
    };
    match window {
        Window::Unsaid => {
            if let Some(length) = aftercare {
                in_days(length, false, visit);
            }
        }
        Window::For(length) | Window::Before(length) => extent(length, false, visit),
        Window::Around { before, after } => {
            extent(before, false, visit);
            extent(after, false, visit);
        }
        Window::Days { first, last } => {
            visit(*first, false);
            visit(*last, false);
        }
        Window::From {
            end: FromEnd::For(length),
            from,
        } => {
            extent(length, !from.is_from_treatment(), visit);
        }
        Window::Until {
            at_least, at_most, ..
        } => {
            for length in at_least.iter().chain(at_most) {
                in_days(*length, false, visit);
            }
        }
        _ => {}
    }
    points(window, &mut |point| {
        for part in point.parts() {
            match part {
                Point::Day(day) => visit(*day, false),
                Point::Offset {
                    distance: Some((near, far)),
                    anchor,
                    ..
                } => {
                    let of_event = matches!(anchor, Anchor::Event(_));
                    for length in std::iter::once(near).chain(far) {
                        in_days(*length, of_event, visit);
                    }
                }
                _ => {}
            }
        }
    });
}

/// Calls `visit` with a length in days: months from the nominal treatment, hours as the whole days in them.
fn in_days(length: Duration, of_event: bool, visit: &mut dyn FnMut(i32, bool)) {
    let days = match reach(length, Way::After) {
        Some(Reach::Days(days)) => Some(days),
        Some(Reach::Months(months)) => {
            let days = (months_from(NOMINAL, months) - NOMINAL).num_days();
            i32::try_from(days).ok()
        }
        Some(Reach::Elapsed(micros)) => i32::try_from(micros / DAY).ok(),
        None => None,
    };
    if let Some(days) = days {
        visit(days, of_event);
    }
}

/// A day in microseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;
