//! A day as it is typed: `day 5`, `2026-06-05`, `today`, `Friday`, `23 Nov`, `23 November 2026 at 10:30`.
//!
//! What can be read in two ways is refused, with both. Whoever takes a day says which one it was.

#[cfg(test)]
mod tests;
mod words;
mod written;

use chrono::{Days, NaiveDate};

use crate::diagnostic::Code;
use crate::plan::Moment;
use crate::profile::{self, Profile};
use crate::render::date_words;
use crate::source::Sources;
use crate::vocabulary::Vocabulary;

pub(super) use words::{month, weekday};
use written::in_full;

/// Why a text is no day, in words that do not repeat it, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoDay {
    pub message: String,
    pub help: String,
}

/// What days without a year, or without a date, are counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The treatment, which `day 5` counts from.
    pub treated: Option<NaiveDate>,
    pub today: NaiveDate,
    /// Whether it has happened: `Friday` is then the last one, and else the next.
    pub past: bool,
}

/// How a day is written.
const FORM: &str = "write a day such as `day 5`, `5 June 2026`, `2026-06-05`, `Friday` or `today`";

/// Reads a day, with a clock time where one is given.
///
/// # Errors
///
/// It is no day, could be two, lies outside the years 1900 to 2200, or counts from a treatment without a
/// date.
pub(super) fn read(text: &str, around: Around) -> Result<Moment, NoDay> {
    let text = text.trim().trim_end_matches('.');
    let (day, clock) = parted(text);
    let date = match whole(day, around)? {
        Some(date) => date,
        None => return dated(text),
    };
    if !in_range(date) {
        return Err(out_of_range());
    }
    match clock {
        None => Ok(Moment::day(date)),
        Some(clock) => timed(date, clock),
    }
}

/// Whether a text may be meant as a day.
pub(super) fn looks_like(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let first = lower
        .split([' ', ',', '.', '-', '/'])
        .next()
        .unwrap_or_default();
    ["day", "today", "tomorrow", "yesterday"].contains(&first)
        || lower.starts_with(|first: char| first.is_ascii_digit())
        || weekday(first).is_some()
        || month(first).is_some()
        || words::relative(&lower).is_some()
}

/// The day and the clock time of `5 June 2026 at 10:30` and of `today 10:30`.
fn parted(text: &str) -> (&str, Option<&str>) {
    let parted = text
        .rsplit_once(" at ")
        .or_else(|| text.rsplit_once(' ').filter(|(_, last)| last.contains(':')));
    match parted {
        Some((day, clock)) => (day.trim(), Some(clock.trim())),
        None => (text, None),
    }
}

/// A day without a clock time; none where it is to be read as a profile's date is.
fn whole(text: &str, around: Around) -> Result<Option<NaiveDate>, NoDay> {
    let today = around.today;
    let lower = text.to_lowercase();
    let date = match lower.as_str() {
        "" => return Err(no_day("there is no day")),
        "today" => today,
        "tomorrow" => today
            .checked_add_days(Days::new(1))
            .ok_or_else(out_of_range)?,
        "yesterday" => today
            .checked_sub_days(Days::new(1))
            .ok_or_else(out_of_range)?,
        _ => match lower.strip_prefix("day") {
            Some(number) => counted(number.trim(), around.treated)?,
            None => {
                return words::read(&lower, around)
                    .unwrap_or_else(|| written::read(&lower, around));
            }
        },
    };
    Ok(Some(date))
}

fn counted(number: &str, treated: Option<NaiveDate>) -> Result<NaiveDate, NoDay> {
    let Ok(number) = number.parse::<i64>() else {
        return Err(no_day("what follows `day` is no whole number"));
    };
    let Some(treated) = treated else {
        return Err(NoDay {
            message: "days are counted from the treatment, and its date is not known".to_owned(),
            help: "give it with `:treated 2026-06-01`".to_owned(),
        });
    };
    let days = Days::new(number.unsigned_abs());
    let date = if number < 0 {
        treated.checked_sub_days(days)
    } else {
        treated.checked_add_days(days)
    };
    date.ok_or_else(out_of_range)
}

/// A day with a clock time, which is read as a profile's is.
fn timed(date: NaiveDate, clock: &str) -> Result<Moment, NoDay> {
    let padded = if clock.find(':') == Some(1) { "0" } else { "" };
    dated(&format!("{date}T{padded}{clock}")).map_err(|_| NoDay {
        message: "the time of day is not written as hours and minutes".to_owned(),
        help: format!(
            "write it by the 24-hour clock: `{} at 14:30`",
            in_full(date)
        ),
    })
}

/// A date is read as a profile's is.
fn dated(text: &str) -> Result<Moment, NoDay> {
    let mut sources = Sources::new();
    let setting = format!("treated = {text}");
    let source = sources.add("typed", setting.as_str());
    let mut profile = Profile::default();
    let found = profile::set(&mut profile, source, &setting, &Vocabulary::new());
    match (profile.treated, found.first()) {
        (Some(moment), None) => Ok(moment),
        (_, Some(found)) if found.code == Code::ProfileDate && iso(text) => Err(no_day(
            &found.message.replace("`treated`", "what was typed"),
        )),
        (_, Some(found)) if found.code == Code::ProfileOffset => Err(NoDay {
            message: "the time has an offset from UTC".to_owned(),
            help: "give the patient's local time: `2026-06-01T10:30`".to_owned(),
        }),
        _ => Err(no_day("this is no day")),
    }
}

/// Whether a text starts as `2026-06-01` does.
fn iso(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text.as_bytes().get(4) == Some(&b'-')
}

/// The years that plans may reach.
fn in_range(date: NaiveDate) -> bool {
    use chrono::Datelike;
    (1900..=2200).contains(&date.year())
}

fn no_day(message: &str) -> NoDay {
    NoDay {
        message: message.to_owned(),
        help: FORM.to_owned(),
    }
}

fn out_of_range() -> NoDay {
    no_day("that day lies outside the years 1900 to 2200")
}

/// That a text may be two days.
fn either(one: NaiveDate, other: NaiveDate) -> NoDay {
    NoDay {
        message: format!("that may be {} or {}", date_words(one), date_words(other)),
        help: format!("write `{}` or `{}`", in_full(one), in_full(other)),
    }
}
