//! What is to be booked: sessions, upkeep and visits.

use super::page::{Block, Item};
use super::text::Text;
use super::when::between;
use super::words::Say;
use super::writing::Writing;
use crate::plan::{Candidate, Maintenance, Next, NextState, Sessions, Visit};

/// The sessions and visits to come.
pub(super) fn next(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let mut block = Block::new("next", sayer.say(Say::Next));
    let mut items = Vec::new();
    for treatment in &writing.plan.treatments {
        if let Some(course) = &treatment.sessions {
            block.lead.extend(so_far(writing, course));
            items.extend(
                course
                    .candidates
                    .iter()
                    .map(|line| candidate(writing, course, line)),
            );
        }
        items.extend(
            treatment
                .maintenance
                .iter()
                .map(|line| upkeep(writing, line)),
        );
    }
    items.extend(writing.plan.visits.iter().map(|line| visit(writing, line)));
    block.groups = Block::of_items("next", Text::default(), items).groups;
    block
}

fn so_far(writing: &Writing<'_>, course: &Sessions) -> Vec<Text> {
    let sayer = &writing.sayer;
    let done = if course.done_known {
        Say::SessionsSoFar
    } else {
        Say::SessionsSoFarAtLeast
    };
    let mut lead = vec![sayer.count(done, course.done)];
    if course.finished {
        lead.push(sayer.say(Say::SessionsFinished));
    }
    if course.candidates.len() > 1 {
        if let Some(day) = course.book_not_before {
            lead.push(sayer.with(Say::BookNotBefore, &[("day", &sayer.day(day))]));
        }
        lead.push(sayer.say(Say::SideBySide));
    }
    lead
}

fn candidate(writing: &Writing<'_>, course: &Sessions, line: &Candidate) -> Item {
    let sayer = &writing.sayer;
    let next = line.next.filter(|_| !course.finished);
    let planned = planned(writing, line);
    // When the next one is counts most.
    let (lead, behind) = match next.and_then(|next| next_words(writing, next)) {
        Some(next) => (next, Some(planned.sentence().stopped())),
        None => (planned, None),
    };
    let mut item = writing.item(&lead, line);
    let mut body = Vec::new();
    if let Some(next) = next {
        body.extend(match next.state {
            Some(NextState::Due) => Some(sayer.say(Say::NextDue)),
            Some(NextState::Overdue) => Some(sayer.say(Say::NextOverdue)),
            Some(NextState::Early) | None => None,
        });
        if next.optional {
            body.push(sayer.say(Say::NextOptional));
        }
    }
    body.extend(behind);
    item.body.splice(0..0, body);
    item
}

/// The day of the next session, or the days between which it is to be.
fn next_words(writing: &Writing<'_>, next: Next) -> Option<Text> {
    let sayer = &writing.sayer;
    let when = between(sayer, next.earliest, next.latest)?;
    Some(sayer.with(Say::NextSession, &[("when", &when)]))
}

/// `3 to 6 sessions, every 4 to 6 weeks, for acne scars`
fn planned(writing: &Writing<'_>, line: &Candidate) -> Text {
    let sayer = &writing.sayer;
    let least = Text::figure(line.least);
    let sessions = match line.most {
        None if line.least <= 1 => sayer.say(Say::SessionsOpen),
        None => sayer.with(Say::SessionsAtLeast, &[("least", &least)]),
        Some(most) if most == line.least => sayer.count(Say::SessionsPlanned, most),
        Some(most) => {
            let most = Text::figure(most);
            sayer.with(Say::SessionsRange, &[("least", &least), ("most", &most)])
        }
    };
    let usually = line.usually.as_deref().map(|usually| {
        let n = sayer.theirs(usually);
        sayer.with(Say::SessionsUsually, &[("n", &n)])
    });
    let every = line.every.as_deref().map(|every| {
        let length = length_of(writing, every);
        sayer.with(Say::Every, &[("length", &length)])
    });
    let concerns = concerns(writing, &line.concerns);
    let parts: Vec<Text> = [Some(sessions), usually, every, concerns]
        .into_iter()
        .flatten()
        .collect();
    Text::join(&parts, ", ")
}

fn length_of(writing: &Writing<'_>, every: &str) -> Text {
    writing
        .sayer
        .length(every.strip_prefix("every ").unwrap_or(every))
}

fn concerns(writing: &Writing<'_>, concerns: &[String]) -> Option<Text> {
    let sayer = &writing.sayer;
    let said = sayer.things(concerns, false);
    (!concerns.is_empty()).then(|| sayer.with(Say::ForConcerns, &[("concerns", &said)]))
}

fn upkeep(writing: &Writing<'_>, line: &Maintenance) -> Item {
    let sayer = &writing.sayer;
    let length = length_of(writing, &line.every);
    let what = sayer.with(Say::Upkeep, &[("length", &length)]);
    let first = line
        .first
        .and_then(|first| between(sayer, first.earliest, first.latest));
    let first = first.map(|when| sayer.with(Say::UpkeepFirst, &[("when", &when)]));
    let concerns = concerns(writing, &line.concerns);
    let parts: Vec<Text> = [Some(what), concerns, first]
        .into_iter()
        .flatten()
        .collect();
    writing.item(&Text::join(&parts, ", "), line)
}

fn visit(writing: &Writing<'_>, line: &Visit) -> Item {
    let sayer = &writing.sayer;
    let title = sayer.theirs(&line.title).sentence();
    let when = visit_when(writing, line);
    let said = sayer.with(Say::Visit, &[("title", &title), ("when", &when)]);
    writing.item(&said, line)
}

fn visit_when(writing: &Writing<'_>, line: &Visit) -> Text {
    let sayer = &writing.sayer;
    if let Some(event) = &line.after {
        let said = sayer.theirs(event);
        // `3 days after the first session` says by itself that it is after something.
        return match event.starts_with(|first: char| first.is_ascii_digit()) {
            true => sayer.with(
                Say::InBrackets,
                &[("text", &said), ("more", &sayer.say(Say::NoDateShort))],
            ),
            false => sayer.with(Say::AfterEvent, &[("event", &said)]),
        };
    }
    let by_the_hour = ["minute", "hour"]
        .iter()
        .any(|unit| line.when.contains(unit));
    match between(sayer, line.earliest, line.latest) {
        Some(days) if by_the_hour => Text::join(&[days, sayer.theirs(&line.when)], ", "),
        Some(days) if line.when.starts_with("about ") => {
            sayer.with(Say::ThenAbout, &[("days", &days)])
        }
        Some(days) => days,
        None => sayer.theirs(&line.when),
    }
}
