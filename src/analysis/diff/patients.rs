//! Which changes one patient meets, and on which days.

use std::collections::BTreeSet;

use chrono::{Days as Length, NaiveDate};
use serde::Serialize;

use super::Comparison;
use crate::diagnostic::Diagnostic;
use crate::eval::every::{Difference, Named, Question, Said, Turn};
use crate::plan::{Moment, Plan, lines};
use crate::profile::Profile;

/// The changes that a patient meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Affected {
    /// Of which file the patient is, or what else the caller calls her.
    pub patient: String,
    /// Whether the days are dates: the profile has the day of the treatment.
    pub dated: bool,
    /// Those that change something for her.
    pub changes: Vec<Met>,
}

/// A change that a patient meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Met {
    /// Which it is of [`Diff::changes`](super::Diff::changes), from 0 on.
    pub change: usize,
    /// Which way it goes.
    pub turn: Turn,
    /// On which days; none where it is about no days.
    pub days: Vec<MetDays>,
    /// Whether that hangs on something that is not known of her.
    pub unsettled: bool,
}

/// A stretch of days on which a patient meets a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MetDays {
    /// The first day, counted from the treatment; none where there is no first.
    pub first: Option<i64>,
    /// Its date, where the treatment has one.
    pub first_date: Option<NaiveDate>,
    /// The last; none where there is no last.
    pub last: Option<i64>,
    /// Its date.
    pub last_date: Option<NaiveDate>,
}

/// A stretch of days within which nothing changes, and the moments at which it is asked about.
struct Stretch {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    asked: Vec<Moment>,
}

impl Comparison<'_> {
    /// Which changes a patient meets: `old` and `new` are what is known of her, read for either protocol. Without a
    /// date of the treatment days are counted from it.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200: a diagnostic at the sentence whose does.
    pub fn patient(
        &self,
        name: &str,
        old: &Profile,
        new: &Profile,
    ) -> Result<Affected, Diagnostic> {
        let dated = old.treated.is_some();
        let treated = old.treated.unwrap_or(Moment::day(EXAMPLE));
        let with_date = |profile: &Profile| Profile {
            treated: Some(treated),
            ..profile.clone()
        };
        let (old, new) = (with_date(old), with_date(new));
        let sides = &self.asking.sides;
        let plans = [sides.0.plan(&old, None)?, sides.1.plan(&new, None)?];
        let stretches = stretches(&plans, [&old, &new]);
        let all: Vec<(&Difference, Option<&Named>)> =
            self.confirmed.iter().flat_map(|one| asked(one)).collect();
        let questions = (self.questions(true, &all), self.questions(false, &all));
        let mut met: Vec<Vec<MetDays>> = vec![Vec::new(); self.confirmed.len()];
        let mut unsettled: BTreeSet<usize> = BTreeSet::new();
        for stretch in &stretches {
            for on in &stretch.asked {
                let both = (sides.0.said((&old, *on), &questions.0))
                    .zip(sides.1.said((&new, *on), &questions.1));
                let Some((was, is)) = both else { continue };
                for (change, open) in self.turning(&all, &was, &is) {
                    if let Some(days) = met.get_mut(change) {
                        add(days, days_of(stretch, treated.date, dated));
                    }
                    if open {
                        unsettled.insert(change);
                    }
                }
            }
        }
        let changes = met
            .into_iter()
            .enumerate()
            .filter(|(_, days)| !days.is_empty());
        let changes = changes.filter_map(|(change, days)| {
            let told = self.diff.changes.get(change)?;
            Some(Met {
                change,
                turn: told.turn,
                days: if told.days.is_empty() {
                    Vec::new()
                } else {
                    days
                },
                unsettled: unsettled.contains(&change),
            })
        });
        Ok(Affected {
            patient: name.to_owned(),
            dated,
            changes: changes.collect(),
        })
    }

    /// What a protocol is asked of several differences.
    fn questions(&self, is_old: bool, all: &[(&Difference, Option<&Named>)]) -> Vec<Question> {
        let all = all.iter();
        all.map(|(one, named)| self.differing.question(is_old, one, *named))
            .collect()
    }

    /// The changes of which something turns, by their places, and whether that is not settled.
    fn turning(
        &self,
        all: &[(&Difference, Option<&Named>)],
        was: &[Said],
        is: &[Said],
    ) -> Vec<(usize, bool)> {
        let mut turning = Vec::new();
        for (((one, _), was), is) in all.iter().zip(was).zip(is) {
            let mut places = self.confirmed.iter();
            let place = places.position(|known| std::ptr::eq(known, *one));
            let turns = was.turns(is, one.turn);
            turning.extend(
                place
                    .filter(|_| turns)
                    .map(|at| (at, !was.settled || !is.settled)),
            );
        }
        turning
    }
}

/// The day of the treatment where a profile has none.
const EXAMPLE: NaiveDate = match NaiveDate::from_ymd_opt(2026, 6, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// What is asked of a difference: one thing of each kind, or what its sentences say.
fn asked(one: &Difference) -> Vec<(&Difference, Option<&Named>)> {
    if one.kinds.is_empty() {
        return vec![(one, None)];
    }
    one.kinds.iter().map(|named| (one, Some(named))).collect()
}

/// The stretches of days between those on which a line of either plan starts or ends, or something is noticed.
fn stretches(plans: &[Plan; 2], patients: [&Profile; 2]) -> Vec<Stretch> {
    let mut starts: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut times: BTreeSet<Moment> = BTreeSet::new();
    let next = |date: NaiveDate| date.checked_add_days(Length::new(1));
    for plan in plans {
        let again = plan
            .directives
            .iter()
            .flat_map(|one| &one.next_session_windows);
        for window in again {
            starts.extend(window.from);
            starts.extend(window.last_day.and_then(next));
        }
        for stretch in lines(plan)
            .iter()
            .filter_map(|line| line.stretches.as_ref())
            .flatten()
        {
            starts.extend(stretch.first);
            starts.extend(stretch.last.and_then(next));
            let ends = [
                stretch.first.zip(stretch.from),
                stretch.last.zip(stretch.until),
            ];
            times.extend(ends.into_iter().flatten().map(|(date, time)| Moment {
                date,
                time: Some(time),
            }));
        }
    }
    for patient in patients {
        let symptoms = patient.symptoms.values().map(|reported| reported.since);
        let noticed = patient.events.values().copied().chain(symptoms);
        starts.extend(noticed);
        starts.extend(patient.treated.map(|treated| treated.date));
    }
    // A day by the hour stands alone.
    for time in &times {
        starts.insert(time.date);
        starts.extend(next(time.date));
    }
    between(&starts, &times)
}

fn between(starts: &BTreeSet<NaiveDate>, times: &BTreeSet<Moment>) -> Vec<Stretch> {
    let mut all = Vec::new();
    let mut firsts = starts.iter().copied().peekable();
    if let Some(before) = firsts.peek().and_then(|first| first.pred_opt()) {
        all.push(Stretch {
            first: None,
            last: Some(before),
            asked: vec![Moment::day(before)],
        });
    }
    while let Some(first) = firsts.next() {
        let last = firsts.peek().and_then(|next| next.pred_opt());
        let by_the_hour = times.iter().filter(|time| time.date == first);
        all.push(Stretch {
            first: Some(first),
            last,
            asked: std::iter::once(Moment::day(first))
                .chain(by_the_hour.copied())
                .collect(),
        });
    }
    all
}

fn days_of(stretch: &Stretch, treated: NaiveDate, dated: bool) -> MetDays {
    let day = |date: NaiveDate| (date - treated).num_days();
    MetDays {
        first: stretch.first.map(day),
        first_date: stretch.first.filter(|_| dated),
        last: stretch.last.map(day),
        last_date: stretch.last.filter(|_| dated),
    }
}

/// Adds a stretch that comes after all before it, or is the last of them again.
fn add(days: &mut Vec<MetDays>, more: MetDays) {
    match days.last_mut() {
        Some(known) if *known == more => {}
        Some(known) if known.last.map(|last| last + 1) == more.first => {
            (known.last, known.last_date) = (more.last, more.last_date);
        }
        Some(known) if known.last == more.last => {}
        _ => days.push(more),
    }
}
