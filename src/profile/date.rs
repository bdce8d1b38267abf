//! Dates and local times, in every form that a profile may give them.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::mistake;
use super::reader::Reader;
use super::value::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Moment;

/// The years that dates may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateError {
    /// It is not written as year-month-day; it may be clear which day is meant.
    Form(Option<NaiveDate>),
    /// The day is fine, and the time is not written as hours and minutes.
    Clock,
    /// There is no such day or time.
    NoSuch,
    /// It lies outside 1900 to 2200.
    Range,
    /// It has an offset from UTC.
    Offset,
}

impl Reader<'_> {
    /// A day.
    pub(super) fn date(&mut self, key: &str, node: &Node) -> Option<NaiveDate> {
        let moment = self.moment(key, node)?;
        if moment.time.is_none() {
            return Some(moment.date);
        }
        let found = Diagnostic::new(
            Code::ProfileDate,
            node.span,
            format!("`{}` takes a date without a time", mistake::shown(key)),
            "the time is one too many",
        )
        .with_help("leave the time out")
        .with_fix(node.span, self.format.date(moment.date));
        self.tell(found);
        None
    }

    /// A day, and a local time where there is one.
    pub(super) fn moment(&mut self, key: &str, node: &Node) -> Option<Moment> {
        let (NodeKind::Date(text) | NodeKind::Text(text)) = &node.kind else {
            self.wrong_kind(
                key,
                node,
                "a date",
                "write it as year-month-day, such as 2026-06-01",
            );
            return None;
        };
        match parse(text) {
            Ok(moment) => Some(moment),
            Err(error) => {
                let found = self.date_mistake(key, node, error);
                self.tell(found);
                None
            }
        }
    }

    fn date_mistake(&self, key: &str, node: &Node, error: DateError) -> Diagnostic {
        let key = mistake::shown(key);
        let new = |code, what: String, label: &str| Diagnostic::new(code, node.span, what, label);
        match error {
            DateError::Offset => new(
                Code::ProfileOffset,
                format!("the time of `{key}` has an offset from UTC"),
                "not a local time",
            )
            .with_help(
                "give the patient's local time without an offset, and the time zone as `zone`",
            ),
            DateError::Range => new(
                Code::ProfileDate,
                format!("the date of `{key}` lies outside the years 1900 to 2200"),
                "outside 1900 to 2200",
            )
            .with_help("check the year"),
            DateError::Clock => new(
                Code::ProfileDate,
                format!("the time of `{key}` is not written as hours and minutes"),
                "no time of a 24-hour clock",
            )
            .with_help("write the time behind a `T`, from T00:00 to T23:59"),
            DateError::NoSuch => new(
                Code::ProfileDate,
                format!("the date of `{key}` does not exist"),
                "no such day or time",
            )
            .with_help("check the day, the month and the time"),
            DateError::Form(meant) => {
                let found = new(
                    Code::ProfileDate,
                    format!("the date of `{key}` is not written as year-month-day"),
                    "not year-month-day",
                )
                .with_help("write it as year-month-day, such as 2026-06-01");
                match meant {
                    Some(date) => found.with_fix(node.span, self.format.date(date)),
                    None => found,
                }
            }
        }
    }
}

/// `2026-06-01`, `2026-06-01T10:30`, `2026-06-01 10:30:00`
pub(super) fn parse(text: &str) -> Result<Moment, DateError> {
    let text = text.trim();
    let (date, rest) = text
        .split_at_checked(10)
        .ok_or_else(|| DateError::Form(meant(text)))?;
    let date = numbers(date, '-', &[4, 2, 2]).ok_or_else(|| DateError::Form(meant(text)))?;
    let date = day(&date)?;
    if rest.is_empty() {
        return Ok(Moment::day(date));
    }
    let clock = rest
        .strip_prefix(['T', 't', ' '])
        .ok_or(DateError::Form(None))?
        .trim_start();
    if let Some(at) = clock.find(['Z', 'z', '+', '-']) {
        return Err(match clock.get(..at).map(time) {
            Some(Ok(_)) => DateError::Offset,
            _ => DateError::Clock,
        });
    }
    Ok(Moment {
        date,
        time: Some(time(clock)?),
    })
}

/// The day of a year, a month and a day.
fn day(parts: &[u32]) -> Result<NaiveDate, DateError> {
    let [year, month, day] = parts else {
        return Err(DateError::Form(None));
    };
    let year = i32::try_from(*year).map_err(|_| DateError::Range)?;
    let date = NaiveDate::from_ymd_opt(year, *month, *day).ok_or(DateError::NoSuch)?;
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(DateError::Range)
    }
}

/// `10:30`, `10:30:00`, `10:30:00.5`; parts of a second are dropped.
fn time(text: &str) -> Result<NaiveTime, DateError> {
    let whole = match text.split_once('.') {
        Some((whole, part))
            if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            whole
        }
        Some(_) => return Err(DateError::Clock),
        None => text,
    };
    let parts = numbers(whole, ':', &[2, 2, 2])
        .or_else(|| numbers(whole, ':', &[2, 2]))
        .ok_or(DateError::Clock)?;
    let part = |at: usize| parts.get(at).copied().unwrap_or(0);
    NaiveTime::from_hms_opt(part(0), part(1), part(2)).ok_or(DateError::NoSuch)
}

/// Numbers of just these widths with `sign` between them.
fn numbers(text: &str, sign: char, widths: &[usize]) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split(sign).collect();
    let fits = parts.len() == widths.len()
        && parts.iter().zip(widths).all(|(part, width)| {
            part.len() == *width && part.bytes().all(|byte| byte.is_ascii_digit())
        });
    fits.then(|| parts.iter().map(|part| part.parse().ok()).collect())?
}

/// The day of `2026/6/1`, `13/06/2026` and `1 June 2026`, which can be read in one way only.
fn meant(text: &str) -> Option<NaiveDate> {
    in_words(text).or_else(|| in_digits(text))
}

/// `2026/6/1`, and `13/06/2026` where one of the two can be no month.
fn in_digits(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    let digits = |part: &&str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !parts.iter().all(digits) {
        return None;
    }
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| part.parse::<u32>().ok();
    let (one, two) = (number(first)?, number(second)?);
    if first.len() == 4 {
        return day(&[one, two, number(third)?]).ok();
    }
    let (month, of_month) = match (one > 12, two > 12) {
        (true, false) => (two, one),
        (false, true) => (one, two),
        _ => return None,
    };
    let year = number(third).filter(|_| third.len() == 4)?;
    day(&[year, month, of_month]).ok()
}

/// `1 June 2026`, `June 1st, 2026`: a month's name, a day and a year of four digits.
fn in_words(text: &str) -> Option<NaiveDate> {
    let words = text
        .split([' ', ',', '.', '-'])
        .filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter(|word| *word != "of").collect();
    let [one, two, year] = words.as_slice() else {
        return None;
    };
    let (month, of_month) = match (month(one), month(two)) {
        (Some(month), None) => (month, two),
        (None, Some(month)) => (month, one),
        _ => return None,
    };
    let bare = of_month.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = of_month.get(bare.len()..)?;
    if year.len() != 4 || !["", "st", "nd", "rd", "th"].contains(&ending) {
        return None;
    }
    day(&[year.parse().ok()?, month, bare.parse().ok()?]).ok()
}

/// The number of a month by its English name, whole or its first three letters.
fn month(word: &str) -> Option<u32> {
    let found: chrono::Month = word.parse().ok()?;
    Some(found.number_from_month())
}

#[cfg(test)]
mod tests {
    use super::{DateError, parse};

    #[test]
    fn dates_and_local_times_are_read() {
        for (text, moment) in [
            ("2026-06-01", "2026-06-01"),
            ("2026-06-01T10:30", "2026-06-01T10:30"),
            ("2026-06-01 10:30:59.25", "2026-06-01T10:30"),
            ("1900-01-01", "1900-01-01"),
            ("2200-12-31", "2200-12-31"),
            ("2028-02-29", "2028-02-29"),
        ] {
            assert_eq!(parse(text).unwrap().to_string(), moment);
        }
    }

    #[test]
    fn everything_else_is_refused_for_its_own_reason() {
        use DateError::{Clock, Form, NoSuch, Offset, Range};
        for (text, error) in [
            ("2026-02-30", NoSuch),
            ("2026-13-01", NoSuch),
            ("2026-06-01T25:00", NoSuch),
            ("1899-12-31", Range),
            ("2201-01-01", Range),
            ("2026-06-01T10:30Z", Offset),
            ("2026-06-01T10:30:00+01:00", Offset),
            ("2026-06-01T10:30:00-05:00", Offset),
            ("2026-06-01T", Clock),
            ("2026-06-01T9:30", Clock),
            ("2026-06-01 10.30am", Clock),
            ("2026-06-01 2:30 pm", Clock),
            ("2026-06-01 at noon", Clock),
            ("01/06/2026", Form(None)),
            ("Monday 2026", Form(None)),
            ("1 June 26", Form(None)),
            ("", Form(None)),
            ("\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}", Form(None)),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
        let meant = "2026-06-13".parse().ok();
        for text in [
            "2026/6/13",
            "2026.06.13",
            "13/06/2026",
            "6/13/2026",
            "13 June 2026",
            "13th of June, 2026",
            "Jun 13, 2026",
        ] {
            assert_eq!(parse(text), Err(Form(meant)), "{text}");
        }
    }
}
