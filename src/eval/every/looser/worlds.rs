//! The patients that are told apart by dates: when events have happened, how long ago procedures were, and on which
//! day and at what time the treatment is. All else that may be known of them is decided at once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use crate::check::{Atom, Window};
use crate::eval::deferral::of_deferral;
use crate::eval::every::Candidates;
use crate::eval::every::universe::{Universe, Universes, nothing_known};
use crate::eval::prepared::Prepared;
use crate::eval::scene::NOMINAL;
use crate::eval::time::{Reach, Way, months_from, reach};
use crate::plan::Moment;
use crate::profile::{History, Profile};
use crate::syntax::tree::Duration;
use crate::vocabulary::ThingId;

/// On more dates of procedures than these none is tried.
const MOST_DATES: usize = 400;

/// Patients of whom dates alone are known.
pub(in crate::eval::every) struct World {
    /// What is known.
    pub profile: Profile,
    /// The lines that may fall otherwise here than elsewhere; none where all may.
    pub about: Option<BTreeSet<usize>>,
    /// What of it is to be told beside the dates of events: `treated at 00:00`.
    pub told: Option<String>,
}

/// The worlds that matter to these pairs of lines, and whether there are more than are tried.
pub(in crate::eval::every) fn worlds(
    prepared: &Prepared<'_>,
    candidates: &Candidates,
) -> (Vec<World>, bool) {
    let by_event = Universes::of(prepared, candidates);
    let mut all = vec![World {
        profile: nothing_known(),
        about: None,
        told: None,
    }];
    all.extend(by_event.all.iter().map(of_universe));
    let moments = moments(prepared);
    let moved: Vec<World> = (moments.iter())
        .flat_map(|(moment, told)| all.iter().filter_map(|world| world.at(*moment, told)))
        .collect();
    all.extend(moved);
    let (past, too_many) = past(prepared);
    all.extend(past);
    (all, by_event.too_many || too_many)
}

fn of_universe(universe: &Universe) -> World {
    World {
        profile: universe.profile.clone(),
        about: Some(universe.candidates.iter().map(|(line, _)| *line).collect()),
        told: None,
    }
}

impl World {
    /// The same with the treatment at another moment, all dates moved with it.
    fn at(&self, moment: Moment, told: &str) -> Option<Self> {
        let by = moment.date.signed_duration_since(NOMINAL);
        let mut profile = self.profile.clone();
        profile.treated = Some(moment);
        for date in profile.events.values_mut() {
            *date = date.checked_add_signed(by)?;
        }
        Some(Self {
            profile,
            about: self.about.clone(),
            told: Some(told.to_owned()),
        })
    }
}

/// The other moments of the treatment that tell windows apart: its time where hours meet days, its date where months
/// meet days.
fn moments(prepared: &Prepared<'_>) -> Vec<(Moment, String)> {
    let aftercare = prepared.protocol.aftercare;
    let windows = || {
        prepared
            .windows
            .iter()
            .map(|placing| placing.window.as_ref())
    };
    let any = |is: &dyn Fn(&Duration) -> bool| {
        windows().any(|window: &Window| window.has_length(aftercare, is))
    };
    let mut all = Vec::new();
    if any(&|length| length.unit.is_elapsed()) {
        let times = [NaiveTime::MIN, LAST];
        all.extend(times.map(|time| {
            let told = format!("treated at {}", time.format("%H:%M"));
            (Moment::at(NOMINAL.and_time(time)), told)
        }));
    }
    if any(&|length| length.unit.is_monthly()) {
        let months = (0..12).map(|month| months_from(FIRST, month));
        let noon = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
        all.extend(months.chain([LONGEST]).map(|date| {
            let told = format!("treated on {date}");
            (Moment::at(date.and_time(noon)), told)
        }));
    }
    all
}

/// The last minute of a day.
const LAST: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The first day of a year of 365 days, and its first day that some months do not have.
const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(2001, 1, 1) {
    Some(date) => date,
    None => NOMINAL,
};
const LONGEST: NaiveDate = match NaiveDate::from_ymd_opt(2001, 1, 31) {
    Some(date) => date,
    None => NOMINAL,
};

/// The dates around those on which `had X within D` and the like change, each procedure by itself and all together.
fn past(prepared: &Prepared<'_>) -> (Vec<World>, bool) {
    let mut lengths: BTreeMap<ThingId, Vec<Duration>> = BTreeMap::new();
    for said in &prepared.said {
        let mut note = |atom: &Atom| {
            if let Atom::Had { thing, within } = atom {
                lengths.entry(*thing).or_default().push(*within);
            }
        };
        said.condition.atoms(&mut note);
        if let Some(implied) = of_deferral(said.rule) {
            implied.atoms(&mut note);
        }
    }
    // Of one length nothing is told apart that whether it was so does not tell.
    let dates: BTreeMap<NaiveDate, BTreeSet<ThingId>> = around(&lengths);
    let too_many = dates.len() > MOST_DATES;
    let vocabulary = &prepared.protocol.vocabulary;
    let mut all = Vec::new();
    for (date, things) in dates.iter().take(MOST_DATES) {
        let each = things.iter().map(|thing| vec![*thing]);
        let together = lengths.keys().copied().collect::<Vec<ThingId>>();
        let several = (together.len() > 1).then_some(together);
        for things in each.chain(several) {
            let names: Vec<&str> = things.iter().map(|thing| vocabulary.name(*thing)).collect();
            let days = (NOMINAL - *date).num_days();
            let mut profile = nothing_known();
            for thing in &things {
                profile.history.insert(*thing, History::On(vec![*date]));
            }
            all.push(World {
                profile,
                about: None,
                told: Some(format!("{} {days} days before", names.join(" and "))),
            });
        }
    }
    (all, too_many)
}

/// The dates on which one of several lengths since something ends, and those beside.
fn around(lengths: &BTreeMap<ThingId, Vec<Duration>>) -> BTreeMap<NaiveDate, BTreeSet<ThingId>> {
    let mut dates: BTreeMap<NaiveDate, BTreeSet<ThingId>> = BTreeMap::new();
    for (thing, lengths) in lengths {
        let different = lengths.iter().any(|length| Some(length) != lengths.first());
        for length in lengths.iter().filter(|_| different) {
            let Some(bound) = before(*length) else {
                continue;
            };
            let beside = [-1, 0, 1].map(|days| bound.checked_add_signed(TimeDelta::days(days)));
            for date in beside.into_iter().flatten().filter(|date| *date <= NOMINAL) {
                dates.entry(date).or_default().insert(*thing);
            }
        }
    }
    dates
}

/// The date so long before the nominal treatment.
fn before(length: Duration) -> Option<NaiveDate> {
    match reach(length, Way::Before)? {
        Reach::Days(days) => NOMINAL.checked_add_signed(TimeDelta::days(i64::from(days))),
        Reach::Months(months) => Some(months_from(NOMINAL, months)),
        Reach::Elapsed(_) => NOMINAL.checked_sub_days(Days::new(1)),
    }
}
