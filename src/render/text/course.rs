//! The course: what is done, what comes, and when to book.

use chrono::NaiveDate;

use crate::plan::{Candidate, Maintenance, Next, NextState, Remaining, Sessions, Spread, Status};
use crate::render::dates::Dates;
use crate::render::{Word, all_of};

use super::context::Context;
use super::page::{Flow, Page};
use super::phrase::{sentence, spoken, stopped};
use super::style::Style;

/// The courses of all treatments.
pub(super) fn course(context: &Context<'_>, page: &mut Page) {
    let some = |treatment: &&crate::plan::Treatment| {
        treatment.sessions.is_some() || !treatment.maintenance.is_empty()
    };
    let mut treatments = context.plan.treatments.iter().filter(some).peekable();
    if treatments.peek().is_none() {
        return;
    }
    page.heading(Word::Course.text());
    let several = context.plan.treatments.len() > 1;
    for treatment in treatments {
        if let Some(name) = treatment.name.as_deref().filter(|_| several) {
            page.paragraph(Flow::new().add(Style::Strong, sentence(name)));
        }
        if let Some(course) = &treatment.sessions {
            sessions(context, page, course, treatment.treated.is_some());
        }
        for line in &treatment.maintenance {
            maintenance(context, page, line);
        }
    }
}

fn sessions(context: &Context<'_>, page: &mut Page, course: &Sessions, dated: bool) {
    if dated {
        let done = if course.done_known {
            Word::SessionsDone
        } else {
            Word::SessionsDoneAtLeast
        };
        let mut flow = Flow::from(done.with(&[("n", &course.done.to_string())]));
        if course.finished {
            flow = flow.plain(Word::CourseFinished.text());
        }
        page.paragraph(flow);
    }
    let side_by_side = course.candidates.len() > 1;
    if side_by_side {
        page.paragraph(Flow::new().add(Style::Mark, Word::SideBySide.text()));
    }
    for line in &course.candidates {
        candidate(context, page, line, dated && !course.finished);
    }
    if let Some(day) = course.book_not_before.filter(|_| side_by_side) {
        let day = Dates::default().say(day);
        page.paragraph(Flow::from(Word::BookNotBefore.with(&[("day", &day)])));
    }
}

pub(super) fn candidate(context: &Context<'_>, page: &mut Page, line: &Candidate, open: bool) {
    let mut what = planned(line.least, line.most);
    for part in [
        line.usually
            .as_deref()
            .map(|usually| Word::SessionsUsually.with(&[("n", usually)])),
        line.every
            .as_deref()
            .map(|every| Word::Every.with(&[("every", &every_words(every))])),
        concerns(&line.concerns),
    ] {
        what.extend(part.map(|part| format!(", {part}")));
    }
    page.item(Flow::new().add(Style::Strong, stopped(&what)));
    page.under(context.said_mark(&line.into()));
    let mut flow = Flow::new();
    if open {
        flow = flow.plain(remaining(line.remaining));
    }
    if let Some(next) = line.next {
        flow = flow.plain(next_words(next));
        let put_off = match context.plan.status {
            Status::Defer => Some(Word::NextPutOff),
            Status::Refuse => Some(Word::NextRefused),
            _ => None,
        };
        if let Some(word) = put_off {
            flow = flow.add(Style::Mark, word.text());
        }
    }
    // Of a course that may end today, and may go on for ever, that is no date.
    let says_when = |ends: &Spread| ends.latest.is_some() || line.remaining.at_least > 0;
    if let Some(ends) = line.ends.filter(says_when)
        && let Some(when) = between(ends.earliest, ends.latest, &mut Dates::default())
    {
        flow = flow.plain(Word::CourseEnds.with(&[("when", &when)]));
    }
    context.close(page, flow, line);
}

pub(super) fn maintenance(context: &Context<'_>, page: &mut Page, line: &Maintenance) {
    let mut what = Word::MaintenanceEvery.with(&[("every", &every_words(&line.every))]);
    let first = line
        .first
        .and_then(|first| between(first.earliest, first.latest, &mut Dates::default()));
    for part in [
        concerns(&line.concerns),
        first.map(|when| Word::MaintenanceFirst.with(&[("when", &when)])),
    ] {
        what.extend(part.map(|part| format!(", {part}")));
    }
    let flow = Flow::new().add(Style::Strong, stopped(&what));
    context.said(page, flow, line);
}

/// An interval without its own `every`.
fn every_words(every: &str) -> String {
    spoken(every.strip_prefix("every ").unwrap_or(every))
}

fn concerns(concerns: &[String]) -> Option<String> {
    (!concerns.is_empty()).then(|| Word::ForConcerns.with(&[("concerns", &all_of(concerns))]))
}

fn planned(least: u32, most: Option<u32>) -> String {
    let least = least.to_string();
    let Some(most) = most.map(|most| most.to_string()) else {
        return match least.as_str() {
            "1" => Word::SessionsOpen.text().to_owned(),
            _ => Word::SessionsAtLeast.with(&[("least", &least)]),
        };
    };
    if least != most {
        Word::SessionsSpread.with(&[("least", &least), ("most", &most)])
    } else if most == "1" {
        Word::SessionPlannedOne.text().to_owned()
    } else {
        Word::SessionsPlanned.with(&[("n", &most)])
    }
}

fn remaining(remaining: Remaining) -> String {
    let least = remaining.at_least.to_string();
    let Some(most) = remaining.at_most.map(|most| most.to_string()) else {
        return match least.as_str() {
            "0" => Word::RemainingOpen.text().to_owned(),
            _ => Word::RemainingAtLeast.with(&[("least", &least)]),
        };
    };
    if least == most {
        Word::RemainingExactly.with(&[("n", &most)])
    } else {
        Word::RemainingSpread.with(&[("least", &least), ("most", &most)])
    }
}

/// `Next session: between Mon 29 Jun 2026 and Mon 13 Jul. It is due now.`
fn next_words(next: Next) -> String {
    let dated = between(next.earliest, next.latest, &mut Dates::default());
    let when = dated.or_else(|| relative(next.earliest_day, next.latest_day));
    let mut parts: Vec<String> = Vec::new();
    parts.extend(when.map(|when| Word::NextOn.with(&[("when", &when)])));
    let state = next.state.map(|state| match state {
        NextState::Early => Word::NextEarly,
        NextState::Due => Word::NextDue,
        NextState::Overdue => Word::NextOverdue,
    });
    parts.extend(state.map(|word| word.text().to_owned()));
    if next.optional {
        parts.push(Word::NextOptional.text().to_owned());
    }
    parts.join(" ")
}

/// Days counted from the treatment, as in a plan without a date.
fn relative(earliest: Option<i64>, latest: Option<i64>) -> Option<String> {
    let day = |day: i64| {
        let day = day.to_string();
        Word::RelativeDay
            .with(&[("n", &day)])
            .replace(' ', "\u{a0}")
    };
    if earliest.is_some() && earliest == latest {
        return earliest.map(|on| Word::OnDay.with(&[("day", &day(on))]));
    }
    spread(earliest.map(day), latest.map(day))
}

/// Two days in words; none where there is neither.
pub(super) fn between(
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
    dates: &mut Dates,
) -> Option<String> {
    if earliest.is_some() && earliest == latest {
        return earliest.map(|day| Word::OnDay.with(&[("day", &dates.say(day))]));
    }
    let earliest = earliest.map(|day| dates.say(day));
    let latest = latest.map(|day| dates.say(day));
    spread(earliest, latest)
}

fn spread(earliest: Option<String>, latest: Option<String>) -> Option<String> {
    match (earliest, latest) {
        (None, None) => None,
        (Some(day), None) => Some(Word::NotBefore.with(&[("day", &day)])),
        (None, Some(day)) => Some(Word::NotAfter.with(&[("day", &day)])),
        (Some(from), Some(to)) => Some(Word::Between.with(&[("from", &from), ("to", &to)])),
    }
}
