//! Points in time, in words that say which instant is meant.

use super::names::{list, name, quoted};
use crate::check::{Anchor, Point};
use crate::eval::reading::{duration, durations};
use crate::plan::vague_end;
use crate::syntax::tree::{Duration, SessionWord, TimeUnit};
use crate::vocabulary::Vocabulary;

/// The instant of a point: `the start of day 5`, `24 hours after the treatment`.
pub(super) fn at(vocabulary: &Vocabulary, point: &Point) -> String {
    match point {
        Point::Day(day) => format!("the start of day {day}"),
        Point::NextMorning => {
            "the next morning (some time from 06:00 to 12:00 on day 1)".to_owned()
        }
        Point::Latest(points) => {
            let each: Vec<String> = points.iter().map(|one| at(vocabulary, one)).collect();
            format!("the latest of these: {}", list(&each, "and"))
        }
        Point::Offset {
            distance,
            before,
            anchor,
        } => {
            let way = if *before { "before" } else { "after" };
            match distance {
                None if *before => format!("before {}", itself(vocabulary, anchor)),
                None => itself(vocabulary, anchor),
                Some((near, None)) => one(vocabulary, *near, way, anchor),
                Some((near, Some(far))) => {
                    let both = durations(*near, *far);
                    counted(vocabulary, &both, far.unit, way, anchor)
                }
            }
        }
    }
}

fn one(vocabulary: &Vocabulary, length: Duration, way: &str, anchor: &Anchor) -> String {
    let words = counted(vocabulary, &duration(length), length.unit, way, anchor);
    let day = days(length).filter(|_| *anchor == Anchor::Treatment);
    match day {
        Some(day) if way == "after" => format!("{words} (day {day})"),
        Some(day) => format!("{words} (day -{day})"),
        None => words,
    }
}

/// A distance from an anchor: hours from its instant, days from its day.
fn counted(
    vocabulary: &Vocabulary,
    distance: &str,
    unit: TimeUnit,
    way: &str,
    anchor: &Anchor,
) -> String {
    let anchor = of(vocabulary, anchor);
    if unit.is_elapsed() {
        format!("{distance} {way} {anchor}")
    } else {
        format!("the start of the day {distance} {way} {anchor}")
    }
}

/// Whole days of a length that is counted in days or weeks.
pub(super) fn days(length: Duration) -> Option<u32> {
    let amount = length.amount.as_whole()?;
    match length.unit {
        TimeUnit::Day => Some(amount),
        TimeUnit::Week => amount.checked_mul(7),
        TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Month | TimeUnit::Year => None,
    }
}

/// An anchor as a point of its own.
fn itself(vocabulary: &Vocabulary, anchor: &Anchor) -> String {
    match anchor {
        Anchor::Event(_) | Anchor::Procedure(_) | Anchor::LastTaken(_) => {
            format!("the start of {}", of(vocabulary, anchor))
        }
        Anchor::Treatment
        | Anchor::Session(_)
        | Anchor::Step(_)
        | Anchor::Bedtime
        | Anchor::Vague(_) => of(vocabulary, anchor),
    }
}

/// What a distance is counted from.
fn of(vocabulary: &Vocabulary, anchor: &Anchor) -> String {
    match anchor {
        Anchor::Treatment => "the treatment".to_owned(),
        Anchor::Event(thing) => format!("the first day of {}", event(vocabulary, *thing)),
        Anchor::Procedure(thing) => format!("the day of the last {}", name(vocabulary, *thing)),
        Anchor::LastTaken(thing) => {
            format!("the day {} was last taken", name(vocabulary, *thing))
        }
        Anchor::Session(word) => format!("the {} session", session(*word)),
        Anchor::Step(step) => format!("the step {} (which has no date)", quoted(step)),
        Anchor::Bedtime => "bedtime".to_owned(),
        Anchor::Vague(length) => vague_end(length),
    }
}

/// An event by its name, with what it means where the vocabulary says so.
pub(super) fn event(vocabulary: &Vocabulary, thing: crate::vocabulary::ThingId) -> String {
    let name = name(vocabulary, thing);
    match &vocabulary.thing(thing).description {
        Some(description) => format!("{name} ({})", quoted(description)),
        None => name,
    }
}

fn session(word: SessionWord) -> &'static str {
    match word {
        SessionWord::Previous => "previous",
        SessionWord::This => "present",
        SessionWord::Next => "next",
        SessionWord::First => "first",
        SessionWord::Final => "final",
    }
}
