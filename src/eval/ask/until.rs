//! Until when an answer holds, and what comes then.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::eval::answer::Verdicts;
use crate::eval::assemble::things;
use crate::eval::interval::Interval;
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::eval::time::Instant;
use crate::plan::{Answer, ClockTime, State, Strength};
use crate::reply::{Day, Until};

/// A run of days with one answer.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    first: NaiveDate,
    answer: Answer,
}

/// Until when the answer at `asked` holds.
pub(super) fn until(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    verdicts: &Verdicts,
    asked: Interval,
) -> Until {
    let (stretches, opens) = stretches(scene, verdicts, asked);
    let mut until = Until::default();
    let Some((now, later)) = stretches.split_first() else {
        return until;
    };
    let last_of = |index: usize| {
        let next = later.get(index)?;
        let before = next.first.pred_opt()?;
        Some(before.max(now.first))
    };
    let last = last_of(0);
    until.last_day = last.map(|day| shown(scene, day));
    until.open_from = opens.map(|day| shown(scene, day));
    if let (true, Some(last)) = (restricts(now.answer), last) {
        until.last_time = ends_at(scene, verdicts, now.answer, asked.start, last);
    }
    if now.answer == Answer::Avoid
        && later.first().map(|next| next.answer) == Some(Answer::BetterNot)
    {
        let last = last_of(1);
        until.better_not_until = last.map(|day| shown(scene, day));
        until.better_not_time =
            last.and_then(|last| ends_at(scene, verdicts, Answer::BetterNot, asked.start, last));
    }
    let free = stretches.iter().position(|one| !restricts(one.answer));
    let ends = free.and_then(|index| stretches.get(index));
    if restricts(now.answer)
        && ends.is_some_and(|free| is_ended_by_next(scene, verdicts, free.first))
    {
        until.until_next_session = true;
        return until;
    }
    if let Some(free) = free.and_then(|index| stretches.get(index)) {
        until.then = Some(free.answer).filter(|_| restricts(now.answer));
        until.first_free_day = until.then.map(|_| shown(scene, free.first));
    } else if now.answer != Answer::Allowed {
        until.open_until = things::open_until(lines, verdicts);
    }
    let again = free
        .and_then(|free| {
            stretches
                .iter()
                .skip(free)
                .find(|one| restricts(one.answer))
        })
        .map(|again| again.first);
    if let Some(day) = again {
        again_from(scene, verdicts, asked, day, &mut until);
    }
    if !restricts(now.answer) {
        until.then = later.first().map(|next| next.answer);
    }
    until
}

fn restricts(answer: Answer) -> bool {
    matches!(answer, Answer::Avoid | Answer::BetterNot)
}

/// The answers from the day asked on, one for each run of days that have it; and the day on which the
/// first of them, settled until then, is open.
fn stretches(
    scene: &mut Scene<'_>,
    verdicts: &Verdicts,
    asked: Interval,
) -> (Vec<Stretch>, Option<NaiveDate>) {
    let clock = scene.clock;
    let today = clock.first_day(asked.start);
    let now = verdicts.at(scene, asked);
    let settled = now.state == State::Settled;
    let mut opens = None;
    let mut all = vec![Stretch {
        first: today,
        answer: now.answer,
    }];
    // After a minute, the rest of its day.
    let rest = Interval::new(asked.end, clock.end_of(today));
    let days: BTreeSet<NaiveDate> = verdicts
        .bounds()
        .filter(|bound| bound.is_date() && *bound > asked.start)
        .map(|bound| clock.first_day(bound))
        .flat_map(|day| [Some(day), day.succ_opt()])
        .flatten()
        .filter(|day| *day > today)
        .collect();
    let later = days.into_iter().map(|day| {
        let whole = Interval {
            start: clock.start_of(day),
            end: clock.end_of(day),
        };
        (day, whole)
    });
    for (first, time) in rest.map(|rest| (today, rest)).into_iter().chain(later) {
        let verdict = verdicts.at(scene, time);
        let answer = verdict.answer;
        if all.last().is_none_or(|last| last.answer != answer) {
            all.push(Stretch { first, answer });
        } else if settled && opens.is_none() && all.len() == 1 && verdict.state != State::Settled {
            opens = Some(first);
        }
    }
    (all, opens)
}

/// The clock time on its last day at which a run of restriction ends.
fn ends_at(
    scene: &Scene<'_>,
    verdicts: &Verdicts,
    answer: Answer,
    after: Instant,
    last: NaiveDate,
) -> Option<ClockTime> {
    let day_end = scene.clock.end_of(last);
    let firm_only = answer == Answer::Avoid;
    let end = verdicts
        .pieces_in_force()
        .filter(|(_, held, _)| !firm_only || held.strength == Strength::Firm)
        .map(|(_, held, _)| held.interval.end)
        .filter(|end| *end > after && *end <= day_end)
        .max()?;
    clock_time(scene, end)
}

fn clock_time(scene: &Scene<'_>, instant: Instant) -> Option<ClockTime> {
    let time = scene.clock.time_in_day(instant).filter(|_| scene.dated);
    time.map(ClockTime)
}

/// Whether what is restricted up to a day is so before the next session alone.
fn is_ended_by_next(scene: &Scene<'_>, verdicts: &Verdicts, free: NaiveDate) -> bool {
    let clock = scene.clock;
    let last = free
        .pred_opt()
        .and_then(|last| Interval::new(clock.start_of(last), clock.end_of(last)));
    let (here, next) = verdicts.restricted_times();
    last.is_some_and(|last| {
        next.iter().any(|one| one.meets(last)) && !here.iter().any(|one| one.meets(last))
    })
}

/// When it is restricted again.
fn again_from(
    scene: &Scene<'_>,
    verdicts: &Verdicts,
    asked: Interval,
    day: NaiveDate,
    until: &mut Until,
) {
    let clock = scene.clock;
    let Some(time) = Interval::new(clock.start_of(day).max(asked.end), clock.end_of(day)) else {
        return;
    };
    let (here, next) = verdicts.restricted_times();
    let start = here
        .iter()
        .chain(next.iter())
        .filter(|one| one.meets(time))
        .map(|one| one.start)
        .min();
    until.again_from = Some(shown(scene, day));
    until.again_time = start
        .filter(|start| *start > time.start)
        .and_then(|start| clock_time(scene, start));
    until.before_next_session = !here.iter().any(|one| one.meets(time));
}

/// A day as the reply has it.
fn shown(scene: &Scene<'_>, date: NaiveDate) -> Day {
    Day {
        day: (date - scene.treatment.days.0).num_days(),
        date: Some(date).filter(|_| scene.dated),
    }
}
