//! The answers about things: the patient's own today, and the day on which each is free again.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::plan::{Answer, AnswerBy, Moment, State, ThingAnswer};
use crate::render::dates::Dates;
use crate::render::{Word, clock_words};

use super::context::Context;
use super::page::{Flow, Page};
use super::phrase::{sentence, spoken};
use super::style::Style;

/// What the protocol answers today about what the patient has and takes.
pub(super) fn own(context: &Context<'_>, page: &mut Page) {
    let own = |thing: &&ThingAnswer| thing.own && !thing.ask_prescriber;
    let mut things = context.plan.things.iter().filter(own).peekable();
    if context.plan.on.is_none() || things.peek().is_none() {
        return;
    }
    page.heading(Word::OwnThings.text());
    for thing in things {
        let line = Word::AnswerLine.with(&[("thing", &thing.thing), ("answer", &answer(thing))]);
        page.item(Flow::from(line));
        if thing.state != State::Settled {
            page.under(Flow::new().add(Style::Mark, not_settled(context, thing)));
        }
    }
}

/// The medicines that a restriction would stop, were they not prescribed.
pub(super) fn prescribed(context: &Context<'_>, page: &mut Page) {
    let ask = |thing: &&ThingAnswer| thing.ask_prescriber;
    let mut things = context.plan.things.iter().filter(ask).peekable();
    if things.peek().is_none() {
        return;
    }
    page.heading(Word::Medicines.text());
    for thing in things {
        let text = Word::DoNotStop.with(&[("thing", &thing.thing)]);
        page.item(Flow::new().add(Style::Strong, text));
    }
}

/// `allowed (its restriction is over; at most 1 drink per day)`
fn answer(thing: &ThingAnswer) -> String {
    let word = match thing.answer {
        Answer::Avoid => Word::AnswerAvoid,
        Answer::BetterNot => Word::AnswerBetterNot,
        Answer::Allowed => Word::AnswerAllowed,
        Answer::NotCovered if thing.mentioned => Word::AnswerNotCoveredNow,
        Answer::NotCovered => Word::AnswerNotCovered,
    };
    let mut more: Vec<&str> = Vec::new();
    match thing.by {
        Some(AnswerBy::Sentence) => more.push(Word::BySentence.text()),
        Some(AnswerBy::Release) => more.push(Word::ByRelease.text()),
        None => {}
    }
    more.extend(thing.limits.iter().map(String::as_str));
    if more.is_empty() {
        word.text().to_owned()
    } else {
        format!("{} ({})", word.text(), more.join("; "))
    }
}

/// What an answer hangs on.
fn not_settled(context: &Context<'_>, thing: &ThingAnswer) -> String {
    match (context.see_deciding(&thing.rules), &thing.if_) {
        (Some(see), _) => Word::MayNotApply.with(&[("see", &see)]),
        (None, Some(if_)) => Word::OnlyIf.with(&[("if", &spoken(if_))]),
        (None, None) => Word::MayNotApplyPlain.text().to_owned(),
    }
}

/// When some things are free again, in the order of print: days first, then events.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Free {
    open: bool,
    from: Option<NaiveDate>,
    until: Option<Moment>,
    event: Option<String>,
    again: Option<NaiveDate>,
    mark: Option<String>,
}

/// One entry for each day on which things are free again.
pub(super) fn free_again(context: &Context<'_>, page: &mut Page) {
    let mut groups: BTreeMap<Free, Vec<&str>> = BTreeMap::new();
    for thing in &context.plan.things {
        let dated = thing.free_from.is_some() || thing.open_until.is_some();
        if thing.ask_prescriber || !dated && thing.again_from.is_none() {
            continue;
        }
        let free = Free {
            open: thing.free_from.is_none(),
            from: thing.free_from,
            until: thing.free_from_time,
            event: thing.open_until.clone(),
            again: thing.again_from,
            mark: sooner(context, thing),
        };
        groups.entry(free).or_default().push(&thing.thing);
    }
    if groups.is_empty() {
        return;
    }
    page.heading(Word::FreeAgain.text());
    for (free, things) in &groups {
        let mut dates = Dates::default();
        let mut flow = Flow::from(free_words(context, free, &things.join(", "), &mut dates));
        if let Some(day) = free.again {
            flow = flow.plain(Word::AgainFrom.with(&[("day", &dates.say(day))]));
        }
        if let Some(mark) = &free.mark {
            flow = flow.add(Style::Mark, mark);
        }
        page.item(flow);
    }
}

/// That a restriction which is not settled may not be one.
fn sooner(context: &Context<'_>, thing: &ThingAnswer) -> Option<String> {
    if !matches!(thing.state, State::Provisional | State::Conditional) {
        return None;
    }
    match (context.see_deciding(&thing.rules), &thing.if_) {
        (Some(see), _) => Some(Word::FreeNotSettled.with(&[("see", &see)])),
        (None, Some(if_)) => Some(Word::FreeNotSettledIf.with(&[("if", &spoken(if_))])),
        (None, None) => None,
    }
}

fn free_words(context: &Context<'_>, free: &Free, things: &str, dates: &mut Dates) -> String {
    let Some(from) = free.from else {
        return match &free.event {
            Some(event) => Word::FreeOnce.with(&[("event", event), ("things", things)]),
            None => format!("{}.", sentence(things)),
        };
    };
    let since = context.plan.on.is_some_and(|on| from <= on.date);
    if let Some(Moment {
        date,
        time: Some(time),
    }) = free.until.filter(|_| !since)
    {
        let time = clock_words(time);
        let until = Word::UntilTime.with(&[("time", &time), ("day", &dates.say(date))]);
        return Word::FreeFromTime.with(&[
            ("until", &until),
            ("day", &dates.say(from)),
            ("things", things),
        ]);
    }
    let word = if since {
        Word::FreeSince
    } else {
        Word::FreeFrom
    };
    word.with(&[("day", &dates.say(from)), ("things", things)])
}
