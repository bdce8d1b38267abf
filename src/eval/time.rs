//! Instants on the patient's clock, and calendar arithmetic on dates.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{
    DateTime, Days, MappedLocalTime, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset,
    TimeDelta, TimeZone,
};
use chrono_tz::Tz;

use crate::plan::Moment;
use crate::syntax::tree::{Duration, TimeUnit};

/// The first day that a plan may reach.
pub const FIRST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};
/// The last day that a plan may reach.
pub const LAST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(2200, 12, 31) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// A minute in microseconds.
const MINUTE: i64 = 60_000_000;

/// A date left the years that a plan may reach, 1900 to 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange;

/// A point in time: in UTC where the patient's zone is known, on the patient's clock otherwise. Held in
/// microseconds from the start of 1970, because most of an evaluation is comparing instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i64);

impl Instant {
    /// Before all others: the start of what has none.
    pub const NEVER_BEGAN: Self = Self(i64::MIN);
    /// After all others: the end of what has none.
    pub const NEVER_ENDS: Self = Self(i64::MAX);

    /// As the day so many days after the start of 1970 begins where no clock changes.
    #[must_use]
    pub fn of_day(day: i32) -> Self {
        Self(i64::from(day) * 24 * 60 * MINUTE)
    }

    /// Whether less than two days lie between them.
    fn is_near(self, other: Self) -> bool {
        self.0.abs_diff(other.0) < 2 * 24 * 60 * MINUTE.unsigned_abs()
    }

    /// The instant so many microseconds later.
    #[must_use]
    pub fn moved(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Whether it is a date at all, rather than the lack of a start or an end.
    #[must_use]
    pub fn is_date(self) -> bool {
        self != Self::NEVER_BEGAN && self != Self::NEVER_ENDS
    }

    /// The same as a date and a time.
    #[must_use]
    pub fn as_time(self) -> NaiveDateTime {
        match DateTime::from_timestamp_micros(self.0) {
            Some(time) => time.naive_utc(),
            None if self < Self(0) => NaiveDateTime::MIN,
            None => NaiveDateTime::MAX,
        }
    }
}

impl From<NaiveDateTime> for Instant {
    fn from(time: NaiveDateTime) -> Self {
        Self(time.and_utc().timestamp_micros())
    }
}

impl From<NaiveDate> for Instant {
    /// As a day starts where no clock changes.
    fn from(date: NaiveDate) -> Self {
        Self::of_day(date.to_epoch_days())
    }
}

/// How many days' starts are kept: the days around a clinic's treatments.
const STARTS: i32 = 1024;

/// The starts of days in one zone, each looked up once for all patients of that zone.
#[derive(Debug, Default)]
pub struct DayStarts {
    zone: Option<Tz>,
    /// Each at the place that its day has in a round of so many; what was there before is forgotten. The
    /// start tells the day: no clock is two days from another, and no other day has the place so soon.
    kept: Vec<AtomicI64>,
}

impl DayStarts {
    /// Makes it one of another zone.
    pub fn set_zone(&mut self, zone: Option<Tz>) {
        if self.zone != zone {
            self.zone = zone;
            self.kept.clear();
        }
        if zone.is_some() {
            let none = || AtomicI64::new(Instant::NEVER_BEGAN.0);
            self.kept.resize_with(STARTS as usize, none);
        }
    }

    fn get(&self, day: i32, look_up: impl FnOnce() -> Instant) -> Instant {
        let place = usize::try_from(day.rem_euclid(STARTS)).unwrap_or_default();
        let Some(kept) = self.kept.get(place) else {
            return look_up();
        };
        // One word, so that threads that look at once see a start or none, and agree on it.
        let known = Instant(kept.load(Ordering::Relaxed));
        if known.is_near(Instant::of_day(day)) {
            return known;
        }
        let start = look_up();
        kept.store(start.0, Ordering::Relaxed);
        start
    }
}

/// The patient's clock.
#[derive(Debug, Clone, Copy)]
pub struct Clock<'a> {
    zone: Option<Tz>,
    starts: Option<&'a DayStarts>,
}

impl<'a> Clock<'a> {
    /// A clock in this zone; without one, a clock that never changes.
    #[must_use]
    pub fn new(zone: Option<Tz>, starts: Option<&'a DayStarts>) -> Self {
        let starts = starts.filter(|starts| starts.zone == zone);
        Self { zone, starts }
    }

    /// Whether it may change.
    #[must_use]
    pub fn changes(self) -> bool {
        self.zone.is_some()
    }

    /// The earliest and the latest instant that a local time may be. They differ where a clock
    /// change makes it ambiguous, or skips it: then it is what the clock would have shown before
    /// the change, or would have after it.
    fn instants(self, local: NaiveDateTime) -> (Instant, Instant) {
        let Some(zone) = self.zone else {
            let instant = Instant::from(local);
            return (instant, instant);
        };
        match zone.from_local_datetime(&local) {
            MappedLocalTime::Single(time) => {
                let utc = Instant::from(time.naive_utc());
                (utc, utc)
            }
            MappedLocalTime::Ambiguous(one, other) => {
                let (one, other) = (one.naive_utc(), other.naive_utc());
                (Instant::from(one.min(other)), Instant::from(one.max(other)))
            }
            MappedLocalTime::None => {
                let around = |delta| {
                    let near = local.checked_add_signed(delta).unwrap_or(local);
                    let offset = zone.offset_from_utc_datetime(&near).fix();
                    Instant::from(local.checked_sub_offset(offset).unwrap_or(local))
                };
                let (one, other) = (around(-TimeDelta::days(1)), around(TimeDelta::days(1)));
                (one.min(other), one.max(other))
            }
        }
    }

    /// The first instant of a day.
    #[must_use]
    pub fn start_of(self, date: NaiveDate) -> Instant {
        self.start_of_day(date.to_epoch_days())
    }

    /// The first instant of the day so many days after the start of 1970.
    #[must_use]
    pub fn start_of_day(self, day: i32) -> Instant {
        let Some(zone) = self.zone else {
            return Instant::of_day(day);
        };
        match self.starts {
            Some(starts) => starts.get(day, || self.look_up(zone, day)),
            None => self.look_up(zone, day),
        }
    }

    fn look_up(self, zone: Tz, day: i32) -> Instant {
        let Some(date) = NaiveDate::from_epoch_days(day) else {
            return Instant::of_day(day);
        };
        let midnight = date.and_time(NaiveTime::MIN);
        if let MappedLocalTime::Single(time) = zone.from_local_datetime(&midnight) {
            return Instant::from(time.naive_utc());
        }
        let (first, last) = self.instants(midnight);
        // A midnight that a clock change skips: the day starts at the change, which is where the
        // clock as it was before would have shown midnight.
        if self.local(first).date() < date {
            last
        } else {
            first
        }
    }

    /// The first instant after a day.
    #[must_use]
    pub fn end_of(self, date: NaiveDate) -> Instant {
        date.succ_opt()
            .map_or(Instant::NEVER_ENDS, |next| self.start_of(next))
    }

    /// The instants between which a moment lies: a day without a time may be any of its instants.
    #[must_use]
    pub fn span_of(self, moment: Moment) -> (Instant, Instant) {
        match moment.time {
            None => (self.start_of(moment.date), self.end_of(moment.date)),
            Some(time) => self.instants(moment.date.and_time(time)),
        }
    }

    /// What the patient's clock shows.
    #[must_use]
    pub fn local(self, instant: Instant) -> NaiveDateTime {
        match self.zone {
            Some(zone) if instant.is_date() => {
                zone.from_utc_datetime(&instant.as_time()).naive_local()
            }
            _ => instant.as_time(),
        }
    }

    /// The day on which something starts.
    #[must_use]
    pub fn first_day(self, start: Instant) -> NaiveDate {
        self.local(start).date()
    }

    /// The last day any part of which lies before an end.
    #[must_use]
    pub fn last_day(self, end: Instant) -> NaiveDate {
        let day = self.local(end).date();
        if self.start_of(day) < end {
            day
        } else {
            day.pred_opt().unwrap_or(day)
        }
    }

    /// The clock time of an instant, unless it is the start of its day.
    #[must_use]
    pub fn time_in_day(self, instant: Instant) -> Option<NaiveTime> {
        let local = self.local(instant);
        (instant.is_date() && self.start_of(local.date()) != instant).then(|| local.time())
    }
}

/// A length of time as the clock or the calendar counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Minutes(i64),
    Days(u64),
    Months(u32),
}

fn length(duration: Duration) -> Result<Length, OutOfRange> {
    let thousandths = duration.amount.as_thousandths();
    let whole = duration.amount.as_whole().ok_or(OutOfRange);
    Ok(match duration.unit {
        TimeUnit::Minute => Length::Minutes(thousandths / 1000),
        TimeUnit::Hour => Length::Minutes(thousandths.checked_mul(60).ok_or(OutOfRange)? / 1000),
        TimeUnit::Day => Length::Days(u64::from(whole?)),
        TimeUnit::Week => Length::Days(u64::from(whole?) * 7),
        TimeUnit::Month => Length::Months(whole?),
        TimeUnit::Year => Length::Months(whole?.checked_mul(12).ok_or(OutOfRange)?),
    })
}

/// Which way to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Into the future.
    After,
    /// Into the past.
    Before,
}

/// A distance from one point to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Microseconds by the clock.
    Elapsed(i64),
    /// Days.
    Days(i32),
    /// Months by the calendar.
    Months(i32),
}

/// How far a length of time reaches; none where it is longer than any plan.
#[must_use]
pub fn reach(duration: Duration, way: Way) -> Option<Reach> {
    let sign = if way == Way::After { 1 } else { -1 };
    Some(match length(duration).ok()? {
        Length::Minutes(minutes) => Reach::Elapsed(minutes.checked_mul(MINUTE)? * sign),
        Length::Days(days) => Reach::Days(i32::try_from(days).ok()? * sign as i32),
        Length::Months(months) => Reach::Months(i32::try_from(months).ok()? * sign as i32),
    })
}

/// The date so many months from another, clamped to the month's last day. A month that chrono does not
/// know is the caller's to rule out: the date is then the same.
#[must_use]
pub fn months_from(date: NaiveDate, months: i32) -> NaiveDate {
    let length = Months::new(months.unsigned_abs());
    let away = if months < 0 {
        date.checked_sub_months(length)
    } else {
        date.checked_add_months(length)
    };
    away.unwrap_or(date)
}

/// The date `times` durations of calendar units from `date`, months clamped to their last day.
/// Durations by the clock leave the date as it is.
///
/// # Errors
///
/// The date would leave the years 1900 to 2200.
pub fn shift_date(
    date: NaiveDate,
    duration: Duration,
    times: u32,
    way: Way,
) -> Result<NaiveDate, OutOfRange> {
    let shifted = match (length(duration)?, way) {
        (Length::Minutes(_), _) => Some(date),
        (Length::Days(days), Way::After) => {
            date.checked_add_days(Days::new(days * u64::from(times)))
        }
        (Length::Days(days), Way::Before) => {
            date.checked_sub_days(Days::new(days * u64::from(times)))
        }
        (Length::Months(months), Way::After) => {
            date.checked_add_months(Months::new(months.checked_mul(times).ok_or(OutOfRange)?))
        }
        (Length::Months(months), Way::Before) => {
            date.checked_sub_months(Months::new(months.checked_mul(times).ok_or(OutOfRange)?))
        }
    };
    in_range(shifted.ok_or(OutOfRange)?)
}

/// The date `days` days after `date`, or before where negative.
///
/// # Errors
///
/// The date would leave the years 1900 to 2200.
pub fn shift_days(date: NaiveDate, days: i64) -> Result<NaiveDate, OutOfRange> {
    let delta = TimeDelta::try_days(days).ok_or(OutOfRange)?;
    in_range(date.checked_add_signed(delta).ok_or(OutOfRange)?)
}

fn in_range(date: NaiveDate) -> Result<NaiveDate, OutOfRange> {
    if (FIRST_DATE..=LAST_DATE).contains(&date) {
        Ok(date)
    } else {
        Err(OutOfRange)
    }
}

/// The instant a duration by the clock from another.
///
/// # Errors
///
/// The instant would leave the years 1900 to 2200.
pub fn shift_instant(
    instant: Instant,
    duration: Duration,
    way: Way,
) -> Result<Instant, OutOfRange> {
    let Length::Minutes(minutes) = length(duration)? else {
        return Err(OutOfRange);
    };
    let signed = if way == Way::After { minutes } else { -minutes };
    let delta = signed.checked_mul(MINUTE).ok_or(OutOfRange)?;
    let shifted = Instant(instant.0.checked_add(delta).ok_or(OutOfRange)?);
    let range = Instant::from(FIRST_DATE)..Instant::from(LAST_DATE);
    if range.contains(&shifted) || in_range(shifted.as_time().date()).is_ok() {
        Ok(shifted)
    } else {
        Err(OutOfRange)
    }
}

/// An instant one minute earlier: inside what ends there.
#[must_use]
pub fn just_before(instant: Instant) -> Instant {
    Instant(instant.0.saturating_sub(MINUTE))
}

/// An instant one minute later: what is asked at a minute is asked until the next.
#[must_use]
pub fn just_after(instant: Instant) -> Instant {
    Instant(instant.0.saturating_add(MINUTE))
}

#[cfg(test)]
mod tests;
