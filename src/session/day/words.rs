//! `Friday`, and the names of weekdays and months.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Around, NoDay, either, no_day};

/// A weekday by its English name, whole or its first three or four letters.
pub(in crate::session) fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "tues" => Some(Weekday::Tue),
        "thur" | "thurs" => Some(Weekday::Thu),
        _ => word.parse().ok(),
    }
}

/// The number of a month by its English name, whole or its first three or four letters.
pub(in crate::session) fn month(word: &str) -> Option<u32> {
    if word == "sept" {
        return Some(9);
    }
    let month: chrono::Month = word.parse().ok()?;
    Some(month.number_from_month())
}

/// The weekday of `next Friday`, `last Friday` and `this Friday`.
pub(super) fn relative(lower: &str) -> Option<Weekday> {
    let (first, rest) = lower.split_once(' ')?;
    let which = ["next", "last", "this", "coming"].contains(&first);
    which.then(|| weekday(rest.trim())).flatten()
}

/// A weekday alone: the last one or the next, today among them. None where the text is something else.
pub(super) fn read(lower: &str, around: Around) -> Option<Result<Option<NaiveDate>, NoDay>> {
    if let Some(named) = relative(lower) {
        return Some(Err(which(lower, named, around.today)));
    }
    let named = weekday(lower)?;
    let date = if around.past {
        back(around.today, named)
    } else {
        let from = around
            .treated
            .map_or(around.today, |day| day.max(around.today));
        on(from, named)
    };
    Some(date.map(Some).ok_or_else(super::out_of_range))
}

/// `next Friday` is the coming one to some, and the one after it to others.
fn which(lower: &str, named: Weekday, today: NaiveDate) -> NoDay {
    let week = Days::new(7);
    let days = if lower.starts_with("last") {
        let last = today.pred_opt().and_then(|day| back(day, named));
        last.and_then(|last| Some((last, last.checked_sub_days(week)?)))
    } else {
        let next = on(today, named);
        next.and_then(|next| Some((next, next.checked_add_days(week)?)))
    };
    days.map_or_else(
        || no_day("this is no day"),
        |(one, other)| either(one, other),
    )
}

/// The first such weekday on a day or after it.
fn on(from: NaiveDate, named: Weekday) -> Option<NaiveDate> {
    from.iter_days().take(7).find(|day| day.weekday() == named)
}

/// The last such weekday on a day or before it.
fn back(to: NaiveDate, named: Weekday) -> Option<NaiveDate> {
    let ahead = to.weekday().days_since(named);
    to.checked_sub_days(Days::new(u64::from(ahead)))
}
