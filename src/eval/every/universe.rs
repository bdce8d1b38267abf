//! The days on which events may have happened that tell patients apart: nothing else is known of them.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::check::{Anchor, Atom, FromEnd, Point, Window};
use crate::eval::prepared::Prepared;
use crate::eval::scene::NOMINAL;
use crate::plan::Moment;
use crate::profile::Profile;
use crate::vocabulary::ThingId;

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

/// The days, counted from the treatment, around which windows begin or end: an event on one of them, or
/// the day before or after, comes before or after all that it can.
fn days(prepared: &Prepared<'_>) -> BTreeSet<i32> {
    let mut days = BTreeSet::from([0, 1]);
    let reach = prepared.reach.clamp(1, 400);
    days.extend([2, 3, 7, 14, reach, reach + 1]);
    days
}
