//! `:calendar`: a month, and what is off on each of its days.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::Call;
use crate::plan::{Directive, Strength, Verb};
use crate::render::{Style, all_of, date_words};
use crate::session::reply::{Reply, Sheet, refuse, say};
use crate::session::{Session, World, day};

/// The letters of lines; more lines share the last.
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// The columns of a cell below which each day has a line of its own.
const NARROW: usize = 8;

/// The most letters in a day's cell; more are told by a `+`.
const IN_CELL: usize = 5;

/// `:calendar [MONTH]`
pub(super) fn calendar(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    if session.treated_on().is_none() {
        return say(
            session.width,
            "The treatment has no date yet, so that there is no calendar: give it with `:treated 2026-06-01`.",
        );
    }
    let month = match month(session, call.rest, world) {
        Ok(month) => month,
        Err(reply) => return *reply,
    };
    let on = session.chosen_day(world);
    let asked = match session.asked(Some(on)) {
        Ok(asked) => asked,
        Err(reply) => return *reply,
    };
    let off: Vec<&Directive> = asked
        .plan
        .directives
        .iter()
        .filter(|line| matches!(line.verb, Verb::Avoid | Verb::Limit))
        .filter(|line| days(month).any(|day| reaches(line, day)))
        .collect();
    let mut sheet = Sheet::new(session.width);
    grid(session, month, &off, on.date, &mut sheet);
    legend(&off, month, &mut sheet);
    sheet.reply()
}

/// The first day of the month that was typed, or of the chosen day.
fn month(session: &Session, typed: &str, world: &dyn World) -> Result<NaiveDate, Box<Reply>> {
    let chosen = session.chosen_day(world).date;
    let lower = typed.to_lowercase();
    let words: Vec<&str> = lower
        .split([' ', ',', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| day::month(word).or_else(|| word.parse().ok());
    let year = |word: &str| word.parse().ok().filter(|_| word.len() == 4);
    let first = match words.as_slice() {
        [] => Ok(chosen),
        [name] => day::month(name).map_or(Err(false), |month| Ok(nearest(month, chosen))),
        [one, two] => match (year(one).zip(number(two)), year(two).zip(day::month(one))) {
            (Some((year, month)), _) | (None, Some((year, month))) => of(year, month).ok_or(true),
            (None, None) => Err(false),
        },
        _ => Err(false),
    };
    match first {
        Ok(first) => Ok(first_of(first)),
        // A day's month is meant as well.
        Err(false) => Ok(first_of(session.day(typed, world)?.date)),
        Err(true) => Err(Box::new(refuse(
            session.width,
            "there is no such month in the years 1900 to 2200",
            Some("write a month such as `:calendar 2026-07` or `:calendar July`"),
        ))),
    }
}

/// The month of a name that is the nearest to a day; the page says of which year.
fn nearest(month: u32, chosen: NaiveDate) -> NaiveDate {
    let years = [chosen.year(), chosen.year() + 1, chosen.year() - 1];
    let months = years.into_iter().filter_map(|year| of(year, month));
    let nearest = months.min_by_key(|first| (*first - first_of(chosen)).num_days().abs());
    nearest.unwrap_or(chosen)
}

/// The first day of a month within the years that plans may reach.
fn of(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    first.filter(|_| (1900..=2200).contains(&year))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The days of a month.
fn days(month: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    month.iter_days().take_while(move |day| *day < next)
}

/// Whether a line holds on some part of a day.
fn reaches(line: &Directive, day: NaiveDate) -> bool {
    line.windows
        .iter()
        .any(|window| window_reaches(window, day))
}

fn window_reaches(window: &crate::plan::Window, day: NaiveDate) -> bool {
    // What starts with an event that has not happened has no day yet.
    let started = match window.from {
        Some(from) => from <= day,
        None => window.starts_at.is_none(),
    };
    started && window.last_day.is_none_or(|last| day <= last)
}

/// The weeks, a cell for each day: its number and the letters of what is off.
fn grid(
    session: &Session,
    month: NaiveDate,
    off: &[&Directive],
    chosen: NaiveDate,
    sheet: &mut Sheet,
) {
    let cell = (session.width.saturating_sub(1) / 7).clamp(3, 11);
    if cell < NARROW {
        return rows(month, off, chosen, sheet);
    }
    let letters = cell.saturating_sub(4).min(IN_CELL);
    sheet.styled(Style::Heading, month.format("%B %Y").to_string());
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let head: String = names.iter().map(|name| format!("{name:<cell$}")).collect();
    sheet.row(&[(Style::Quiet, head.trim_end().to_owned())]);
    let mut week: Vec<(Style, String)> = Vec::new();
    let before = month.weekday().num_days_from_monday() as usize;
    if before > 0 {
        week.push((Style::Plain, " ".repeat(before * cell)));
    }
    for day in days(month) {
        let marks: Vec<char> = off
            .iter()
            .enumerate()
            .filter(|(_, line)| reaches(line, day))
            .map(|(at, _)| letter(at))
            .collect();
        let mut text = format!("{:>2}", day.day());
        text.push(if day == chosen { '<' } else { ' ' });
        if marks.len() > letters {
            text.extend(marks.iter().take(letters.saturating_sub(1)));
            text.push('+');
        } else {
            text.extend(&marks);
        }
        let style = if marks.is_empty() {
            Style::Plain
        } else {
            Style::Mark
        };
        week.push((style, format!("{text:<cell$}")));
        let last = day
            .checked_add_days(Days::new(1))
            .is_none_or(|next| next.month() != day.month());
        if day.weekday() == chrono::Weekday::Sun || last {
            if let Some((_, last)) = week.last_mut() {
                last.truncate(last.trim_end().len());
            }
            sheet.row(&week);
            week.clear();
        }
    }
}

/// A line for each day, where seven cells don't fit.
fn rows(month: NaiveDate, off: &[&Directive], chosen: NaiveDate, sheet: &mut Sheet) {
    sheet.styled(Style::Heading, month.format("%B %Y").to_string());
    for day in days(month) {
        let marks: String = off
            .iter()
            .enumerate()
            .filter(|(_, line)| reaches(line, day))
            .map(|(at, _)| letter(at))
            .collect();
        let sign = if day == chosen { '<' } else { ' ' };
        let text = format!("{} {:>2}{sign}{marks}", day.format("%a"), day.day());
        sheet.row(&[(Style::Plain, text.trim_end().to_owned())]);
    }
}

fn letter(at: usize) -> char {
    let letter = LETTERS.get(at.min(LETTERS.len() - 1)).copied();
    letter.map_or('z', char::from)
}

/// What each letter stands for, and until when.
fn legend(off: &[&Directive], month: NaiveDate, sheet: &mut Sheet) {
    sheet.blank();
    if off.is_empty() {
        sheet.say("Nothing is off in this month by these rules. What they do not name is not covered: that does not make it fine.");
        return;
    }
    for (at, line) in off.iter().enumerate() {
        let advised = line
            .windows
            .iter()
            .all(|window| window.strength == Strength::Advised);
        let mut text = all_of(&line.written);
        if let (Verb::Limit, Some(limit)) = (line.verb, &line.limit) {
            text.push_str(&format!(" ({})", limit.text));
        } else if advised {
            text.push_str(" (better not)");
        }
        let last = line.windows.iter().filter(|window| {
            window
                .from
                .is_none_or(|from| from <= days(month).last().unwrap_or(from))
        });
        let last = last.filter_map(|window| window.last_day).max();
        let until = match last {
            Some(last) => format!("until the end of {}", date_words(last)),
            None => "no end date".to_owned(),
        };
        let state = match line.state {
            crate::plan::State::Settled => "",
            _ => " This hangs on an answer.",
        };
        let lead = format!("{}  ", letter(at));
        sheet.item(&lead, 3, format!("{text}, {until}.{state}"));
    }
    sheet.styled(
        Style::Quiet,
        "A letter means that it is off for some part of the day, `+` that more is than fits; `<` marks the chosen day.",
    );
}
