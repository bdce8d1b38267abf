//! Instants, days and distances, as LANGUAGE.md 3.1 to 3.3 count them.

use std::cell::Cell;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

use super::*;
use crate::number::Number;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time")
}

fn utc(text: &str) -> Instant {
    Instant::from(time(text))
}

/// `2 weeks`, in thousandths of the unit.
fn span(thousandths: i64, unit: TimeUnit) -> Duration {
    Duration {
        amount: Number::thousandths(thousandths),
        unit,
    }
}

fn whole(number: u32, unit: TimeUnit) -> Duration {
    Duration {
        amount: Number::whole(number),
        unit,
    }
}

const HAVANA: Option<Tz> = Some(Tz::America__Havana);

#[test]
fn what_never_began_is_before_all_dates_and_what_never_ends_after_them() {
    assert_eq!(Instant::NEVER_BEGAN.as_time(), NaiveDateTime::MIN);
    assert_eq!(Instant::NEVER_ENDS.as_time(), NaiveDateTime::MAX);
    let clock = Clock::new(HAVANA, None);
    assert_eq!(clock.local(Instant::NEVER_BEGAN), NaiveDateTime::MIN);
    assert_eq!(clock.local(Instant::NEVER_ENDS), NaiveDateTime::MAX);
    assert_eq!(clock.time_in_day(Instant::NEVER_ENDS), None);
    assert_eq!(
        Clock::new(None, None).time_in_day(Instant::NEVER_ENDS),
        None
    );
}

#[test]
fn an_instant_is_the_same_as_its_date_and_time() {
    for text in ["1969-12-31 23:59", "1970-01-01 00:00", "2026-06-01 10:30"] {
        assert_eq!(utc(text).as_time(), time(text));
        assert!(utc(text).is_date());
    }
    assert!(!Instant::NEVER_BEGAN.is_date());
    assert!(!Instant::NEVER_ENDS.is_date());
    assert_eq!(
        utc("2026-06-01 10:30").moved(MINUTE),
        utc("2026-06-01 10:31")
    );
    assert_eq!(Instant::from(date("1969-12-30")), utc("1969-12-30 00:00"));
}

#[test]
fn a_minute_before_and_a_minute_after() {
    let start = utc("2026-06-01 00:00");
    assert_eq!(just_before(start), utc("2026-05-31 23:59"));
    assert_eq!(just_after(start), utc("2026-06-01 00:01"));
    assert_eq!(just_before(Instant::NEVER_BEGAN), Instant::NEVER_BEGAN);
    assert_eq!(just_after(Instant::NEVER_ENDS), Instant::NEVER_ENDS);
}

/// In Havana the clock goes from 00:00 to 01:00 on 8 March 2026, and from 01:00 back to 00:00 on
/// 1 November.
#[test]
fn a_day_starts_with_its_first_instant_whatever_the_clock_does_at_midnight() {
    let clock = Clock::new(HAVANA, None);
    let skipped = clock.start_of(date("2026-03-08"));
    assert_eq!(skipped, utc("2026-03-08 05:00"));
    assert_eq!(clock.local(skipped), time("2026-03-08 01:00"));
    assert_eq!(clock.end_of(date("2026-03-07")), skipped);
    assert_eq!(clock.time_in_day(skipped), None);
    let twice = clock.start_of(date("2026-11-01"));
    assert_eq!(twice, utc("2026-11-01 04:00"));
    assert_eq!(clock.local(twice), time("2026-11-01 00:00"));
}

#[test]
fn a_local_time_that_a_clock_change_repeats_or_skips_is_both_that_it_may_be() {
    let clock = Clock::new(Some(Tz::Europe__London), None);
    let at = |text| clock.span_of(Moment::at(time(text)));
    let both = |one, other| (utc(one), utc(other));
    assert_eq!(
        at("2026-06-01 10:30"),
        both("2026-06-01 09:30", "2026-06-01 09:30")
    );
    assert_eq!(
        at("2026-10-25 01:30"),
        both("2026-10-25 00:30", "2026-10-25 01:30")
    );
    assert_eq!(
        at("2026-03-29 01:30"),
        both("2026-03-29 00:30", "2026-03-29 01:30")
    );
    let day = clock.span_of(Moment::day(date("2026-03-29")));
    assert_eq!(day, both("2026-03-29 00:00", "2026-03-29 23:00"));
}

#[test]
fn the_last_day_is_the_one_before_an_end_at_midnight() {
    let clock = Clock::new(Some(Tz::Europe__London), None);
    let midnight = clock.start_of(date("2026-06-08"));
    assert_eq!(clock.first_day(midnight), date("2026-06-08"));
    assert_eq!(clock.last_day(midnight), date("2026-06-07"));
    assert_eq!(clock.last_day(just_after(midnight)), date("2026-06-08"));
    assert_eq!(clock.time_in_day(midnight), None);
    let after = NaiveTime::from_hms_opt(0, 1, 0);
    assert_eq!(clock.time_in_day(just_after(midnight)), after);
}

#[test]
fn a_start_that_is_kept_is_the_one_that_would_be_looked_up() {
    let mut starts = DayStarts::default();
    for zone in [HAVANA, Some(Tz::Europe__London), None, HAVANA] {
        starts.set_zone(zone);
        let (kept, looked_up) = (Clock::new(zone, Some(&starts)), Clock::new(zone, None));
        // Days that share a place push each other out, days before 1970 among them.
        for day in [20_520, 20_520 + STARTS, 20_520, -3, STARTS - 3, -3] {
            assert_eq!(kept.start_of_day(day), looked_up.start_of_day(day), "{day}");
        }
    }
}

#[test]
fn a_start_is_looked_up_once_while_its_place_is_its_own() {
    let mut starts = DayStarts::default();
    starts.set_zone(HAVANA);
    let looked_up = Cell::new(0);
    let get = |day| {
        starts.get(day, || {
            looked_up.set(looked_up.get() + 1);
            Instant::of_day(day)
        })
    };
    assert_eq!((get(7), get(7)), (Instant::of_day(7), Instant::of_day(7)));
    assert_eq!(looked_up.get(), 1);
    assert_eq!(get(7 + STARTS), Instant::of_day(7 + STARTS));
    assert_eq!(looked_up.get(), 2);
}

#[test]
fn a_start_is_known_by_being_near_its_day() {
    let noon = utc("2026-06-01 12:00");
    let day = 24 * 60 * MINUTE;
    for near in [0, 1, -1, day, 2 * day - 1, 1 - 2 * day] {
        assert!(noon.is_near(noon.moved(near)), "{near}");
    }
    for far in [2 * day, -2 * day, i64::from(STARTS) * day] {
        assert!(!noon.is_near(noon.moved(far)), "{far}");
    }
    assert!(!noon.is_near(Instant::NEVER_BEGAN));
}

#[test]
fn starts_of_another_zone_are_not_used() {
    let mut starts = DayStarts::default();
    starts.set_zone(HAVANA);
    let clock = Clock::new(Some(Tz::Europe__London), Some(&starts));
    let day = date("2026-06-01");
    assert_eq!(clock.start_of(day), utc("2026-05-31 23:00"));
    starts.set_zone(Some(Tz::Europe__London));
    let clock = Clock::new(Some(Tz::Europe__London), Some(&starts));
    assert_eq!(clock.start_of(day), utc("2026-05-31 23:00"));
}

#[test]
fn hours_are_elapsed_and_weeks_and_years_are_days_and_months() {
    let long = [
        (span(90_000, TimeUnit::Minute), Length::Minutes(90)),
        (span(1_500, TimeUnit::Hour), Length::Minutes(90)),
        (whole(24, TimeUnit::Hour), Length::Minutes(24 * 60)),
        (whole(3, TimeUnit::Day), Length::Days(3)),
        (whole(2, TimeUnit::Week), Length::Days(14)),
        (whole(5, TimeUnit::Month), Length::Months(5)),
        (whole(2, TimeUnit::Year), Length::Months(24)),
    ];
    for (duration, expected) in long {
        assert_eq!(length(duration), Ok(expected), "{duration:?}");
    }
    assert_eq!(length(span(1_500, TimeUnit::Day)), Err(OutOfRange));
    let years = whole(u32::MAX / 10, TimeUnit::Year);
    assert_eq!(length(years), Err(OutOfRange));
}

#[test]
fn a_reach_is_signed() {
    let both = |duration| [Way::After, Way::Before].map(|way| reach(duration, way));
    let signed = |make: fn(i32) -> Reach, size: i32| [Some(make(size)), Some(make(-size))];
    let hours = both(span(1_500, TimeUnit::Hour));
    let micros = 90 * MINUTE;
    assert_eq!(
        hours,
        [micros, -micros].map(|one| Some(Reach::Elapsed(one)))
    );
    assert_eq!(both(whole(2, TimeUnit::Week)), signed(Reach::Days, 14));
    assert_eq!(both(whole(1, TimeUnit::Year)), signed(Reach::Months, 12));
}

#[test]
fn months_are_clamped_to_their_last_day_and_never_step_upon_step() {
    let month = whole(1, TimeUnit::Month);
    let from = date("2026-01-31");
    let after = |times| shift_date(from, month, times, Way::After);
    assert_eq!(after(1), Ok(date("2026-02-28")));
    assert_eq!(after(2), Ok(date("2026-03-31")));
    let before = |times| shift_date(date("2026-05-31"), month, times, Way::Before);
    assert_eq!(before(1), Ok(date("2026-04-30")));
    assert_eq!(before(2), Ok(date("2026-03-31")));
    let leap = shift_date(date("2024-02-29"), whole(1, TimeUnit::Year), 1, Way::After);
    assert_eq!(leap, Ok(date("2025-02-28")));
    assert_eq!(months_from(from, 1), date("2026-02-28"));
    assert_eq!(months_from(from, 0), from);
    assert_eq!(months_from(date("2026-05-31"), -3), date("2026-02-28"));
}

#[test]
fn days_are_counted_on_the_calendar_and_hours_leave_it_alone() {
    let from = date("2026-06-01");
    let week = whole(1, TimeUnit::Week);
    assert_eq!(
        shift_date(from, week, 3, Way::After),
        Ok(date("2026-06-22"))
    );
    assert_eq!(
        shift_date(from, week, 3, Way::Before),
        Ok(date("2026-05-11"))
    );
    let hours = whole(48, TimeUnit::Hour);
    assert_eq!(shift_date(from, hours, 1, Way::After), Ok(from));
    assert_eq!(shift_days(from, -1), Ok(date("2026-05-31")));
}

#[test]
fn dates_run_from_1900_to_2200() {
    let (first, last) = (date("1900-01-01"), date("2200-12-31"));
    let day = whole(1, TimeUnit::Day);
    assert_eq!((FIRST_DATE, LAST_DATE), (first, last));
    assert_eq!(shift_days(first, 0), Ok(first));
    assert_eq!(shift_days(first, -1), Err(OutOfRange));
    assert_eq!(shift_days(last, 1), Err(OutOfRange));
    assert_eq!(shift_date(first, day, 1, Way::Before), Err(OutOfRange));
    assert_eq!(shift_date(last, day, 1, Way::After), Err(OutOfRange));
}

#[test]
fn an_instant_stays_within_the_same_years() {
    let hour = whole(1, TimeUnit::Hour);
    let shift = |from: &str, way| shift_instant(utc(from), hour, way);
    assert_eq!(
        shift("2026-06-01 10:30", Way::After),
        Ok(utc("2026-06-01 11:30"))
    );
    assert_eq!(
        shift("2026-06-01 10:30", Way::Before),
        Ok(utc("2026-06-01 09:30"))
    );
    assert_eq!(
        shift("1900-01-01 01:00", Way::Before),
        Ok(utc("1900-01-01 00:00"))
    );
    assert_eq!(shift("1900-01-01 00:59", Way::Before), Err(OutOfRange));
    assert_eq!(
        shift("2200-12-31 22:59", Way::After),
        Ok(utc("2200-12-31 23:59"))
    );
    assert_eq!(shift("2200-12-31 23:00", Way::After), Err(OutOfRange));
    let day = whole(1, TimeUnit::Day);
    assert_eq!(
        shift_instant(utc("2026-06-01 10:30"), day, Way::After),
        Err(OutOfRange)
    );
}
