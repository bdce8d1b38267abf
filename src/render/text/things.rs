//! The answers about things: the patient's own today, and the day on which each is free again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::plan::{Answer, AnswerBy, Moment, State, ThingAnswer, vague_length};
use crate::render::dates::Dates;
use crate::render::{Word, all_of, clock_words};

use super::context::Context;
use super::page::{Flow, Page};
use super::phrase::{sentence, spoken};
use super::style::Style;

/// How many things of one day are named before the others are counted.
const MEMBERS: usize = 8;

/// What the protocol answers today about what the patient has and takes.
pub(super) fn own(context: &Context<'_>, page: &mut Page) {
    let own = |thing: &&ThingAnswer| thing.own && !thing.ask_prescriber;
    let mut things = context.plan.things.iter().filter(own).peekable();
    if context.plan.on.is_none() || things.peek().is_none() {
        return;
    }
    page.heading(Word::OwnThings.text());
    for thing in things {
        let name = called(thing);
        let line = Word::AnswerLine.with(&[("thing", name), ("answer", &answer(thing))]);
        page.item(Flow::from(line));
        if thing.state != State::Settled {
            let mark = Flow::new().add(Style::Mark, not_settled(context, thing));
            page.under(mark.plain(until_known(thing)));
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
        let text = ask_prescriber(thing).with(&[("thing", called(thing))]);
        page.item(Flow::new().add(Style::Strong, text));
    }
}

/// What to do with a medicine that is prescribed and restricted: nobody stops it by themselves, and nobody is told to go on
/// with what they may be allergic to.
pub(super) fn ask_prescriber(thing: &ThingAnswer) -> Word {
    match thing.of_allergy {
        true => Word::AskAtOnce,
        false => Word::DoNotStop,
    }
}

/// The same of one of which it is not known whether it is prescribed.
pub(super) fn until_answered(thing: &ThingAnswer) -> Word {
    match thing.of_allergy {
        true => Word::AskAtOnceUntilThen,
        false => Word::DoNotStopUntilThen,
    }
}

/// What the patient calls it, and what it is.
pub(super) fn called(thing: &ThingAnswer) -> &str {
    thing.called.as_deref().unwrap_or(&thing.thing)
}

/// Nobody may read that a medicine is to be stopped while it may be prescribed.
fn until_known(thing: &ThingAnswer) -> &'static str {
    let restricted = matches!(thing.answer, Answer::Avoid | Answer::BetterNot);
    if restricted && thing.kind == "medicine" && thing.state == State::Provisional {
        until_answered(thing).text()
    } else {
        ""
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
    let more = more(thing);
    if more.is_empty() {
        word.text().to_owned()
    } else {
        format!("{} ({})", word.text(), more.join("; "))
    }
}

/// What belongs to an answer: where and while what it holds, why it is allowed, how much.
pub(super) fn more(thing: &ThingAnswer) -> Vec<String> {
    let mut more = thing.only.clone();
    match thing.otherwise {
        Some(Answer::Allowed) => more.push(Word::OtherwiseAllowed.text().to_owned()),
        Some(_) => more.push(Word::OtherwiseNotCovered.text().to_owned()),
        None => {}
    }
    match thing.by {
        Some(AnswerBy::Sentence) => more.push(Word::BySentence.text().to_owned()),
        Some(AnswerBy::Release) => more.push(Word::ByRelease.text().to_owned()),
        None => {}
    }
    more.extend(thing.limits.iter().cloned());
    more
}

/// What an answer hangs on.
fn not_settled(context: &Context<'_>, thing: &ThingAnswer) -> String {
    match (context.see_deciding(&thing.rules), &thing.if_) {
        (Some(see), _) => Word::MayNotApply.with(&[("see", &see)]),
        (None, Some(facts)) => Word::HangsOn.with(&[("facts", &spoken(facts))]),
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
    let mut groups: BTreeMap<Free, Vec<&ThingAnswer>> = BTreeMap::new();
    let mut never: Vec<&ThingAnswer> = Vec::new();
    let mut off_again: BTreeMap<NaiveDate, Vec<&ThingAnswer>> = BTreeMap::new();
    for thing in context
        .plan
        .things
        .iter()
        .filter(|thing| !thing.ask_prescriber)
    {
        let dated = thing.free_from.is_some() || thing.open_until.is_some();
        if !dated && thing.again_from.is_none() {
            let restricted = matches!(thing.answer, Answer::Avoid | Answer::BetterNot);
            never.extend(Some(thing).filter(|_| restricted && context.plan.on.is_some()));
            continue;
        }
        // What is off again is not free since.
        let is_off = |again: &NaiveDate| context.plan.on.is_some_and(|on| *again <= on.date);
        let restricted = matches!(thing.answer, Answer::Avoid | Answer::BetterNot);
        if let Some(again) = thing.again_from.filter(is_off)
            && restricted
        {
            off_again.entry(again).or_default().push(thing);
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
        groups.entry(free).or_default().push(thing);
    }
    if groups.is_empty() && never.is_empty() && off_again.is_empty() {
        return;
    }
    page.heading(Word::FreeAgain.text());
    for (free, things) in &groups {
        let mut dates = Dates::default();
        let mut flow = Flow::from(free_words(context, free, &listed(things), &mut dates));
        if let Some(day) = free.again {
            flow = flow.plain(Word::AgainFrom.with(&[("day", &dates.say(day))]));
        }
        if let Some(mark) = &free.mark {
            flow = flow.add(Style::Mark, mark);
        }
        page.item(flow);
    }
    for (day, things) in &off_again {
        let day = Dates::default().say(*day);
        let holes = [("day", &*day), ("things", &*listed(things))];
        page.item(Flow::from(Word::FreeAgainSince.with(&holes)));
    }
    let (settled, open): (Vec<&ThingAnswer>, Vec<&ThingAnswer>) = never
        .into_iter()
        .partition(|thing| thing.state == State::Settled);
    for (word, things) in [(Word::FreeNever, settled), (Word::FreeOpen, open)] {
        if !things.is_empty() {
            page.item(Flow::from(word.with(&[("things", &listed(&things))])));
        }
    }
}

/// The names of things that are answered alike, the patient's own first where there are many: a member
/// goes without saying beside its class, and what is too long is counted.
pub(in crate::render) fn listed(things: &[&ThingAnswer]) -> String {
    let (words, more) = first_of(things);
    if more == 0 {
        return words.join(", ");
    }
    let more = Word::MoreThings.with(&[("n", &more.to_string())]);
    all_of(&[words, vec![more]].concat())
}

/// The same in a title: without a word of where the others stand.
pub(in crate::render) fn listed_in_short(things: &[&ThingAnswer]) -> String {
    let (mut words, more) = first_of(things);
    if more > 0 {
        words.push(Word::AndMore.with(&[("n", &more.to_string())]));
    }
    words.join(", ")
}

/// The same, however many there are.
pub(in crate::render) fn listed_in_full(things: &[&ThingAnswer]) -> String {
    let words: Vec<String> = said(things).into_iter().map(narrowed).collect();
    words.join(", ")
}

/// Things, those left out of which a class says the same that is among them.
fn said<'a>(things: &[&'a ThingAnswer]) -> Vec<&'a ThingAnswer> {
    let names: BTreeSet<&str> = things.iter().map(|thing| thing.thing.as_str()).collect();
    let in_class = |thing: &ThingAnswer| {
        let mut classes = thing.classes.iter();
        classes.any(|class| *class != thing.thing && names.contains(class.as_str()))
    };
    let things = things.iter().copied();
    things
        .filter(|thing| thing.own || !in_class(thing))
        .collect()
}

/// The first of them, the patient's own before others, and how many more there are.
fn first_of(things: &[&ThingAnswer]) -> (Vec<String>, usize) {
    let mut said = said(things);
    let more = match said.len().saturating_sub(MEMBERS) {
        1 => 0,
        more => more,
    };
    if more > 0 {
        said.sort_by_key(|thing| !thing.own);
        said.truncate(MEMBERS);
    }
    (said.into_iter().map(narrowed).collect(), more)
}

/// `massaging on lips`: a thing, and where and while what alone it is restricted, on the day asked or on other days.
fn narrowed(thing: &ThingAnswer) -> String {
    let only = match thing.answer {
        Answer::Avoid | Answer::BetterNot => &thing.only,
        Answer::Allowed | Answer::NotCovered => &thing.off_only,
    };
    if only.is_empty() {
        return called(thing).to_owned();
    }
    format!("{} {}", called(thing), all_of(only))
}

/// That the day on which something is free again is not settled.
fn sooner(context: &Context<'_>, thing: &ThingAnswer) -> Option<String> {
    if !matches!(thing.state, State::Provisional | State::Conditional) {
        return None;
    }
    // What hangs on a symptom is not in force: the day may be sooner, and later where a ban would join.
    let (by_line, by_facts) = match thing.state {
        State::Conditional => (Word::FreeOther, Word::FreeOtherIf),
        _ => (Word::FreeNotSettled, Word::FreeNotSettledIf),
    };
    match (context.see_deciding(&thing.rules), &thing.if_) {
        (Some(see), _) => Some(by_line.with(&[("see", &see)])),
        (None, Some(facts)) => Some(by_facts.with(&[("facts", &spoken(facts))])),
        (None, None) => None,
    }
}

fn free_words(context: &Context<'_>, free: &Free, things: &str, dates: &mut Dates) -> String {
    let Some(from) = free.from else {
        return match &free.event {
            Some(event) if let Some(length) = vague_length(event) => {
                Word::FreeNobodyKnows.with(&[("length", length), ("things", things)])
            }
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
