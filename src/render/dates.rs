//! Days and clock times in words. The names of days and months are in the table of words.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::Word;
use crate::plan::counted;

/// `Mon 1 Jun 2026`
#[must_use]
pub fn date_words(date: NaiveDate) -> String {
    match counted(date) {
        Some(counted) => counted,
        None => format!("{} {}", day_and_month(date), date.year()),
    }
}

/// `10:30`
#[must_use]
pub fn clock_words(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// `Mon 1 Jun`
fn day_and_month(date: NaiveDate) -> String {
    let weekday = date.weekday().num_days_from_monday() as usize;
    let name = |names: &[Word], index: usize| names.get(index).map_or("", |word| word.text());
    format!(
        "{} {} {}",
        name(&Word::WEEKDAYS, weekday),
        date.day(),
        name(&Word::MONTHS, date.month0() as usize)
    )
}

/// The dates of one phrase: the first says its year, a later one only where the year is another.
#[derive(Debug, Default)]
pub(super) struct Dates {
    year: Option<i32>,
}

impl Dates {
    /// The next date of the phrase, held together by no-break spaces.
    pub(super) fn say(&mut self, date: NaiveDate) -> String {
        let words = if counted(date).is_none() && self.year == Some(date.year()) {
            day_and_month(date)
        } else {
            date_words(date)
        };
        self.year = Some(date.year());
        words.replace(' ', "\u{a0}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_said_once_until_it_changes() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let mut dates = Dates::default();
        let said = [day(2026, 12, 30), day(2026, 12, 31), day(2027, 1, 1)].map(|d| dates.say(d));
        assert_eq!(
            said.map(|words| words.replace('\u{a0}', " ")),
            ["Wed 30 Dec 2026", "Thu 31 Dec", "Fri 1 Jan 2027"]
        );
    }
}
