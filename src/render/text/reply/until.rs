//! Until when an answer holds, in words: dates, or days from the treatment.

use crate::plan::{Answer, ClockTime};
use crate::render::Word;
use crate::render::dates::Dates;
use crate::render::text::when::{behind, until_event};
use crate::reply::{Answered, Day, Until};

/// `until the end of Sun 7 Jun 2026; first free day Mon 8 Jun`; empty where nothing is said.
pub(super) fn until(answered: &Answered) -> String {
    let until = &answered.until;
    let mut dates = Dates::default();
    let mut parts = match answered.thing.answer {
        Answer::Avoid | Answer::BetterNot => restricted(until, &mut dates),
        Answer::Allowed => allowed(until, &mut dates),
        Answer::NotCovered => not_covered(until, &mut dates),
    };
    if let Some(day) = until.open_from {
        parts.push(Word::OpenFrom.with(&[("day", &say(day, &mut dates))]));
    }
    parts.join("; ")
}

fn restricted(until: &Until, dates: &mut Dates) -> Vec<String> {
    let mut parts = vec![match (until.last_day, &until.open_until) {
        (Some(last), _) => end(last, until.last_time, dates),
        (None, Some(event)) => until_event(event, None, None),
        (None, None) => Word::NoEnd.text().to_owned(),
    }];
    if let Some(last) = until.better_not_until {
        let when = end(last, until.better_not_time, dates);
        parts.push(Word::ThenBetterNot.with(&[("when", &behind(&when))]));
    }
    let hours = until.last_time.is_some() || until.better_not_time.is_some();
    if let Some(free) = until.first_free_day {
        let word = match (until.then, hours) {
            (Some(Answer::Allowed), true) => Word::FirstWholeFree,
            (Some(Answer::Allowed), false) => Word::FirstFree,
            _ => Word::NotSaidAfter,
        };
        parts.push(word.with(&[("day", &say(free, dates))]));
    }
    if until.until_next_session {
        parts.push(Word::NotKnownAfterNext.text().to_owned());
    }
    parts.extend(again(until, dates));
    parts
}

fn allowed(until: &Until, dates: &mut Dates) -> Vec<String> {
    let Some(last) = until.last_day else {
        return Vec::new();
    };
    let mut parts = vec![end(last, None, dates)];
    match (until.again_from, until.then) {
        (Some(_), Some(Answer::Avoid | Answer::BetterNot)) => parts.extend(again(until, dates)),
        (_, Some(Answer::NotCovered)) => {
            parts.push(Word::NotSaidAfter.text().to_owned());
            parts.extend(again(until, dates));
        }
        _ => {}
    }
    parts
}

fn not_covered(until: &Until, dates: &mut Dates) -> Vec<String> {
    if let Some(again) = until.again_from {
        let day = say(again, dates);
        return vec![match until.again_time {
            Some(time) => {
                Word::RestrictedFromTime.with(&[("time", &time.to_string()), ("day", &day)])
            }
            None => Word::RestrictedFrom.with(&[("day", &day)]),
        }];
    }
    match (until.then, until.last_day) {
        (Some(Answer::Allowed), Some(last)) => {
            let next = Day {
                day: last.day + 1,
                date: last.date.and_then(|date| date.succ_opt()),
            };
            vec![Word::AllowedFrom.with(&[("day", &say(next, dates))])]
        }
        _ => Vec::new(),
    }
}

fn again(until: &Until, dates: &mut Dates) -> Option<String> {
    let again = until.again_from?;
    let day = match until.again_time {
        Some(time) => {
            let from = say(again, dates);
            let words = Word::FromTime.with(&[("time", &time.to_string()), ("day", &from)]);
            words.trim_start_matches("from ").to_owned()
        }
        None => say(again, dates),
    };
    let word = if until.before_next_session {
        Word::AgainBeforeNext
    } else {
        Word::Again
    };
    Some(word.with(&[("day", &day)]))
}

/// The end of a run of days.
fn end(last: Day, time: Option<ClockTime>, dates: &mut Dates) -> String {
    let day = say(last, dates);
    match time {
        Some(time) => Word::UntilTime.with(&[("time", &time.to_string()), ("day", &day)]),
        None => Word::Until.with(&[("day", &day)]),
    }
}

/// A day, by its date or counted from the treatment.
fn say(day: Day, dates: &mut Dates) -> String {
    match day.date {
        Some(date) => dates.say(date),
        None => Word::RelativeDay
            .with(&[("n", &day.day.to_string())])
            .replace(' ', "\u{a0}"),
    }
}
