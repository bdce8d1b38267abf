//! The days on which events may have happened that tell patients apart: nothing else is known of them.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::check::{Anchor, Atom, Extent, FromEnd, Point, Window};
use crate::eval::prepared::Prepared;
use crate::eval::scene::NOMINAL;
use crate::eval::time::{Reach, Way, months_from, reach};
use crate::plan::Moment;
use crate::profile::Profile;
use crate::syntax::tree::Duration;
use crate::vocabulary::ThingId;

/// Of more days than these none is tried: a protocol that counts from so many is left undecided there.
const MOST_DAYS: usize = 400;

/// Profiles that hold nothing but a treatment and dates of events: none of them happened, one of them on
/// each day that may matter, and all of them on each.
pub fn universes(prepared: &Prepared<'_>) -> Vec<Profile> {
    let nothing = Profile {
        treated: NaiveTime::from_hms_opt(10, 0, 0).map(|time| Moment::at(NOMINAL.and_time(time))),
        history_complete: false,
        ..Profile::default()
    };
    let events = events(prepared);
    let mut all = vec![nothing.clone()];
    for day in days(prepared) {
        let Some(date) = NOMINAL.checked_add_signed(TimeDelta::days(i64::from(day))) else {
            continue;
        };
        for event in &events {
            all.push(with(&nothing, [*event], date));
        }
        if events.len() > 1 {
            all.push(with(&nothing, events.iter().copied(), date));
        }
    }
    all
}

fn with(profile: &Profile, events: impl IntoIterator<Item = ThingId>, date: NaiveDate) -> Profile {
    let mut profile = profile.clone();
    profile
        .events
        .extend(events.into_iter().map(|event| (event, date)));
    profile
}

/// The events that windows and conditions wait for.
fn events(prepared: &Prepared<'_>) -> BTreeSet<ThingId> {
    let mut events = BTreeSet::new();
    for placing in &prepared.windows {
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
    for deciding in &prepared.conditions {
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

/// The days, counted from the treatment, on which an event can change what meets: those on which a bound
/// that counts from it falls on, just before or just after a bound that counts from the treatment.
fn days(prepared: &Prepared<'_>) -> BTreeSet<i32> {
    let (mut from_treatment, mut from_events) = (BTreeSet::from([0]), BTreeSet::from([0]));
    for placing in &prepared.windows {
        lengths(&placing.window, &mut |days, of_event| {
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
    days.into_iter().take(MOST_DAYS).collect()
}

/// Calls `visit` with the lengths of a window in days, and whether each counts from an event.
fn lengths(window: &Window, visit: &mut impl FnMut(i32, bool)) {
    let extent = |extent: &Extent, of_event, visit: &mut dyn FnMut(i32, bool)| {
        for length in std::iter::once(extent.firm()).chain(extent.advised()) {
            in_days(length, of_event, visit);
        }
    };
    match window {
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
