//! `23 November 2026`, `Nov 23`, `Mon 23 Nov 2026`, and `03/04/2026`, which may be two days.

use chrono::{Datelike, NaiveDate};

use super::{Around, NoDay, either, iso, month, no_day, weekday};

/// The most days between a day without a year and what it is counted from: past them the year before or
/// after may be meant.
const NEAR: i64 = 120;

/// The months' names.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `23 November 2026`, as it can be typed.
pub(super) fn in_full(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// A date in words or digits; none where it is written as a profile's is, or is none at all.
pub(super) fn read(lower: &str, around: Around) -> Result<Option<NaiveDate>, NoDay> {
    if iso(lower) {
        return Ok(None);
    }
    let words = lower.split([' ', ',', '.', '-', '/']);
    let mut words: Vec<&str> = words
        .filter(|word| !word.is_empty() && !["of", "the"].contains(word))
        .collect();
    let named = words.first().and_then(|word| weekday(word));
    if named.is_some() {
        words.remove(0);
    }
    let (one, two, year) = match words.as_slice() {
        [one, two] => (*one, *two, None),
        [one, two, year] => (*one, *two, Some(*year)),
        _ => return Ok(None),
    };
    let (month, day) = match (month(one), month(two), number(one), number(two)) {
        (Some(month), None, _, Some(day)) | (None, Some(month), Some(day), _) => (month, day),
        (None, None, Some(one), Some(two)) => return Err(in_digits(one, two, year, around)),
        _ => return Ok(None),
    };
    let date = match year {
        None => nearest(month, day, around)?,
        Some(year) => of_year(year, month, day)?,
    };
    match named {
        Some(named) if named != date.weekday() => Err(NoDay {
            message: format!("that day is a {}", date.format("%A")),
            help: format!("is it `{}`?", in_full(date)),
        }),
        _ => Ok(Some(date)),
    }
}

/// The number of a day, `23` or `23rd`.
fn number(word: &str) -> Option<u32> {
    let bare = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = word.get(bare.len()..)?;
    ["", "st", "nd", "rd", "th"]
        .contains(&ending)
        .then(|| bare.parse().ok())?
}

fn of_year(year: &str, month: u32, day: u32) -> Result<NaiveDate, NoDay> {
    match year.parse() {
        Ok(number) if year.len() == 4 => {
            NaiveDate::from_ymd_opt(number, month, day).ok_or_else(no_such)
        }
        _ => Err(NoDay {
            message: "the year has no four digits".to_owned(),
            help: "write it in full: `5 June 2026`".to_owned(),
        }),
    }
}

fn no_such() -> NoDay {
    no_day("there is no such day in that month")
}

/// Why digits with strokes or points between them are no date: which is the month differs from land to
/// land.
fn in_digits(one: u32, two: u32, year: Option<&str>, around: Around) -> NoDay {
    let year = year.map_or(Some(around.today.year()), |year| {
        year.parse().ok().filter(|_| year.len() == 4)
    });
    let Some(year) = year else {
        return no_day("digits alone do not tell the day from the month and the year");
    };
    let day_first = NaiveDate::from_ymd_opt(year, two, one);
    let month_first = NaiveDate::from_ymd_opt(year, one, two);
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => either(one, other),
        (Some(only), _) | (None, Some(only)) => NoDay {
            message: "digits alone do not tell the day from the month for sure".to_owned(),
            help: format!("name the month: `{}`", in_full(only)),
        },
        (None, None) => no_day("there is no such day"),
    }
}

/// The year of a day without one: the nearest to the treatment and to today.
fn nearest(month: u32, day: u32, around: Around) -> Result<NaiveDate, NoDay> {
    let today = near(month, day, around.today);
    let Some(treated) = around.treated.map(|treated| near(month, day, treated)) else {
        return today;
    };
    match (treated, today) {
        (Ok(one), Ok(other)) if one != other => Err(either(one, other)),
        (Ok(one), _) | (Err(_), Ok(one)) => Ok(one),
        (Err(no_day), Err(_)) => Err(no_day),
    }
}

/// The day of a month that is the nearest to another day.
///
/// # Errors
///
/// There is no such day in the years around it, or it is months off either way: both years are named.
fn near(month: u32, day: u32, to: NaiveDate) -> Result<NaiveDate, NoDay> {
    let years = (to.year() - 1)..=(to.year() + 1);
    let days: Vec<NaiveDate> = years
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .collect();
    let off = |day: &NaiveDate| (*day - to).num_days().abs();
    let Some(found) = days.iter().min_by_key(|day| off(day)).copied() else {
        return Err(no_such());
    };
    if off(&found) <= NEAR {
        return Ok(found);
    }
    let before = days.iter().rev().find(|day| **day < to);
    let after = days.iter().find(|day| **day > to);
    Err(match (before, after) {
        (Some(before), Some(after)) => either(*before, *after),
        _ => NoDay {
            message: "the year is missing".to_owned(),
            help: format!("write it, too: `{}`", in_full(found)),
        },
    })
}
