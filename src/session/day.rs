//! A day as it is typed: `day 5`, `2026-06-05`, `2026-06-05T10:30`, `today`.

use chrono::{Days, NaiveDate};

use crate::diagnostic::Code;
use crate::plan::Moment;
use crate::profile::{self, Profile};
use crate::source::Sources;
use crate::vocabulary::Vocabulary;

/// Why a text is no day, in words that do not repeat it, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoDay {
    pub message: String,
    pub help: &'static str,
}

/// How a day is written.
const FORM: &str = "write a day such as `day 5`, `2026-06-05` or `today`";

/// Reads a day. `treated` is what `day 5` counts from.
///
/// # Errors
///
/// It is no day, lies outside the years 1900 to 2200, or counts from a treatment without a date.
pub(super) fn read(text: &str, treated: Option<Moment>, today: NaiveDate) -> Result<Moment, NoDay> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let tomorrow = || today.checked_add_days(Days::new(1));
    match lower.as_str() {
        "" => return Err(no_day("there is no day")),
        "today" => return Ok(Moment::day(today)),
        "tomorrow" => return tomorrow().map(Moment::day).ok_or_else(out_of_range),
        "yesterday" => {
            let day = today.checked_sub_days(Days::new(1));
            return day.map(Moment::day).ok_or_else(out_of_range);
        }
        _ => {}
    }
    match lower.strip_prefix("day").map(str::trim) {
        Some(number) => counted(number, treated),
        None => dated(text),
    }
}

/// Whether a text may be meant as a day.
pub(super) fn looks_like(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    ["day ", "today", "tomorrow", "yesterday"]
        .iter()
        .any(|word| lower.starts_with(word))
        || lower.starts_with(|first: char| first.is_ascii_digit())
}

fn counted(number: &str, treated: Option<Moment>) -> Result<Moment, NoDay> {
    let Ok(number) = number.parse::<i64>() else {
        return Err(no_day("what follows `day` is no whole number"));
    };
    let Some(treated) = treated else {
        return Err(NoDay {
            message: "days are counted from the treatment, and its date is not known".to_owned(),
            help: "give it with `:treated 2026-06-01`",
        });
    };
    let days = Days::new(number.unsigned_abs());
    let date = if number < 0 {
        treated.date.checked_sub_days(days)
    } else {
        treated.date.checked_add_days(days)
    };
    date.map(Moment::day)
        .filter(|moment| in_range(moment.date))
        .ok_or_else(out_of_range)
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
        (_, Some(found)) if found.code == Code::ProfileDate => Err(no_day(
            &found.message.replace("`treated`", "what was typed"),
        )),
        _ => Err(no_day("this is no day")),
    }
}

/// The years that plans may reach.
fn in_range(date: NaiveDate) -> bool {
    use chrono::Datelike;
    (1900..=2200).contains(&date.year())
}

fn no_day(message: &str) -> NoDay {
    NoDay {
        message: message.to_owned(),
        help: FORM,
    }
}

fn out_of_range() -> NoDay {
    no_day("that day lies outside the years 1900 to 2200")
}
