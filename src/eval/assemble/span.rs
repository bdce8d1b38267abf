//! Pieces of time as the plan's windows: days, and clock times where hours count.

use chrono::NaiveDate;

use crate::eval::fallen::Place;
use crate::eval::line::{Held, state};
use crate::eval::scene::Scene;
use crate::eval::time::Instant;
use crate::plan::{ClockTime, Phase, Strength, Verb, Window};

/// The windows of a line, neighbours of one strength and state joined.
pub fn windows(scene: &Scene<'_>, verb: Verb, held: &[Held], fallen: Place<'_>) -> Vec<Window> {
    let mut joined: Vec<Held> = Vec::new();
    for held in held {
        match joined.last_mut() {
            Some(last)
                if last.node == held.node
                    && last.strength == held.strength
                    && last.interval.end >= held.interval.start =>
            {
                last.interval.end = last.interval.end.max(held.interval.end);
            }
            _ => joined.push(*held),
        }
    }
    let first = fallen.pieces.first().map(|piece| piece.interval.start);
    let mut windows: Vec<Window> = joined
        .iter()
        .map(|held| {
            let vague = fallen.vague_start && Some(held.interval.start) == first;
            window(scene, verb, held, fallen, vague)
        })
        .collect();
    if let Some(start) = fallen.starts_at {
        windows.push(Window {
            from: None,
            from_time: None,
            last_day: None,
            until_time: None,
            strength: Strength::Firm,
            state: state(scene, verb, []),
            from_day: None,
            to_day: None,
            starts_at: Some(start.to_owned()),
            ends_at: fallen.then_until.map(str::to_owned),
        });
    }
    windows
}

/// The windows of a line before the next session. What waits to start is told once, and not again of each session to
/// come.
pub fn next_windows(
    scene: &Scene<'_>,
    verb: Verb,
    held: &[Held],
    fallen: Place<'_>,
) -> Vec<Window> {
    let next = Place {
        starts_at: None,
        ..fallen
    };
    windows(scene, verb, held, next)
}

fn window(scene: &Scene<'_>, verb: Verb, held: &Held, fallen: Place<'_>, vague: bool) -> Window {
    let clock = scene.clock;
    let (start, end) = (held.interval.start, held.interval.end);
    let first = start.is_date().then(|| clock.first_day(start));
    let last = end.is_date().then(|| clock.last_day(end));
    let time = |instant: Instant| {
        clock
            .time_in_day(instant)
            .filter(|_| scene.dated)
            .map(ClockTime)
    };
    let day = |date: Option<NaiveDate>| date.map(|date| (date - scene.treatment.days.0).num_days());
    let until_time = time(end);
    Window {
        from: first.filter(|_| scene.dated),
        from_time: time(start).filter(|_| !vague),
        last_day: last.filter(|_| scene.dated),
        until_time,
        strength: held.strength,
        state: state(scene, verb, [held.node]),
        from_day: day(first),
        to_day: day(last),
        starts_at: None,
        ends_at: fallen
            .open_until
            .filter(|_| fallen.pieces.last().map(|piece| piece.interval.end) == Some(end))
            .map(str::to_owned),
    }
}

/// The ends of a line over all its windows.
#[derive(Debug, Clone, Default)]
pub struct Hull {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub last_day: Option<NaiveDate>,
    /// The last firm day.
    pub firm_until: Option<NaiveDate>,
    /// The last advised day.
    pub advised_until: Option<NaiveDate>,
}

/// The ends of windows. A window without an end leaves its last day open.
pub fn hull(windows: &[Window]) -> Hull {
    let last = |strength: Option<Strength>| {
        let days: Vec<Option<NaiveDate>> = windows
            .iter()
            .filter(|window| strength.is_none_or(|strength| window.strength == strength))
            .map(|window| window.last_day)
            .collect();
        if days.contains(&None) {
            return None;
        }
        days.into_iter().flatten().max()
    };
    let starts: Vec<Option<NaiveDate>> = windows.iter().map(|window| window.from).collect();
    Hull {
        from: if starts.contains(&None) {
            None
        } else {
            starts.into_iter().flatten().min()
        },
        last_day: last(None),
        firm_until: last(Some(Strength::Firm)),
        advised_until: last(Some(Strength::Advised)),
    }
}

/// Where the asked day stands to pieces of time, those around the next session included.
pub fn phase(scene: &Scene<'_>, held: &[Held], next: &[Held]) -> Option<Phase> {
    let asked = scene.asked?;
    let mut all = held.iter().chain(next);
    if all.clone().any(|held| held.interval.meets(asked)) {
        Some(Phase::Active)
    } else if held.is_empty() && next.is_empty() || all.any(|held| held.interval.start >= asked.end)
    {
        Some(Phase::Upcoming)
    } else {
        Some(Phase::Past)
    }
}
