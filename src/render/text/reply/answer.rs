//! The answer about one thing.

use crate::plan::{Answer, Moment, State, Status};
use crate::render::{Word, all_of, clock_words, date_words};
use crate::reply::{Answered, Reason, Reply};

use super::super::context::at_all;
use super::super::head::{put_off, refused};
use super::super::page::{Flow, Page};
use super::super::phrase::{sentence, spoken};
use super::super::style::Style;
use super::super::things::{ask_prescriber, called, more, until_answered};
use super::{difference, until, why_not};

/// How many sources are named before the others are counted.
const SOURCES: usize = 2;

/// What was asked about, where it was called something else: `Differin is adapalene gel.`
pub(super) fn by_another_name(reply: &Reply) -> Flow {
    let asked = &reply.asked;
    let named = reply.answers.iter().any(|one| one.thing.called.is_some());
    if !asked.by_other_name || named {
        return Flow::new();
    }
    Flow::from(Word::IsCalled.with(&[("typed", &asked.typed), ("name", &asked.name)]))
}

/// The whole reply.
pub(super) fn answer(reply: &Reply, supposed: &[String], page: &mut Page) {
    status(reply.status, page, is_given(reply.on, reply.day));
    let called = by_another_name(reply);
    if !called.is_empty() {
        page.paragraph(called);
    }
    day(reply.on, reply.day, page);
    for group in groups(&reply.answers) {
        one(reply, &group, page);
    }
    for group in groups(&reply.narrower) {
        one(reply, &group, page);
    }
    if let Some(why_not) = &reply.why_not {
        why_not::why_not(why_not, page);
    } else if silent(reply) && reply.not_applying.is_empty() {
        page.blank();
        page.paragraph(Flow::new().add(Style::Quiet, Word::SeeWhyNot.text()));
    }
    if let Some(what_if) = &reply.what_if {
        difference::what_if(reply, what_if, supposed, page);
    }
}

/// Only the ends.
pub(super) fn ends(reply: &Reply, page: &mut Page) {
    let mut ends: Vec<(String, Vec<&str>)> = Vec::new();
    for answered in reply.answers.iter().chain(&reply.narrower) {
        let end = match until::until(answered) {
            empty if empty.is_empty() => verdict(answered),
            until => format!("{}, {until}", verdict(answered)),
        };
        let name = called(&answered.thing);
        match ends.iter_mut().find(|(other, _)| *other == end) {
            Some((_, names)) => names.push(name),
            None => ends.push((end, vec![name])),
        }
    }
    for (end, names) in ends {
        let line = Word::AnswerLine.with(&[("thing", &all_of(&names)), ("answer", &end)]);
        page.paragraph(Flow::from(format!("{line}.")));
    }
}

/// A red flag, a refusal or a deferral stands above any answer.
pub(super) fn status(status: Status, page: &mut Page, given: bool) {
    if let Some(word) = alert(status, given) {
        page.paragraph(Flow::new().add(Style::Alert, word.text()));
    }
}

/// Whether the day asked is after that of the treatment.
pub(super) fn is_given(on: Option<Moment>, day: i64) -> bool {
    on.is_some() && day > 0
}

/// What stands above any answer; `given` where the treatment is over on the day asked.
pub(super) fn alert(status: Status, given: bool) -> Option<Word> {
    match status {
        Status::Contact => Some(Word::StatusContact),
        Status::Refuse => Some(refused(given)),
        Status::Defer => Some(put_off(given)),
        Status::Unsettled | Status::Proceed => None,
    }
}

/// The day that is asked about.
pub(super) fn day(on: Option<Moment>, day: i64, page: &mut Page) {
    let Some(on) = on else {
        page.paragraph(Flow::new().plain(Word::AnswerUndated.text()));
        return;
    };
    let mut date = Word::OnDay.with(&[("day", &date_words(on.date))]);
    if let Some(time) = on.time {
        date = format!("{date} at {}", clock_words(time));
    }
    let date = sentence(&date);
    let text = match day {
        0 => Word::AnswerOnDayZero.with(&[("day", &date)]),
        1.. => Word::AnswerOn.with(&[("day", &date), ("n", &day.to_string())]),
        _ => {
            let days = match day.unsigned_abs() {
                1 => Word::OneDay.text().to_owned(),
                many => Word::ManyDays.with(&[("n", &many.to_string())]),
            };
            Word::AnswerBefore.with(&[("day", &date), ("n", &days)])
        }
    };
    page.paragraph(Flow::from(text));
}

/// Whether the protocol has nothing to say about the thing at all.
fn silent(reply: &Reply) -> bool {
    let mut all = reply.answers.iter().chain(&reply.narrower);
    all.all(|one| one.thing.answer == Answer::NotCovered && !one.thing.mentioned)
}

/// Answers that say the same, together.
pub(super) fn groups(answers: &[Answered]) -> Vec<Vec<&Answered>> {
    let mut groups: Vec<Vec<&Answered>> = Vec::new();
    for answered in answers {
        let alike = groups
            .iter_mut()
            .find(|group| group.first().is_some_and(|first| same(first, answered)));
        match alike {
            Some(group) => group.push(answered),
            None => groups.push(vec![answered]),
        }
    }
    groups.sort_by_key(|group| group.first().map(|first| first.thing.answer));
    groups
}

fn same(one: &Answered, other: &Answered) -> bool {
    let (a, b) = (&one.thing, &other.thing);
    (
        a.answer,
        (a.by, &a.only, a.otherwise),
        a.state,
        &a.if_,
        &a.limits,
        a.ask_prescriber,
        a.own,
    ) == (
        b.answer,
        (b.by, &b.only, b.otherwise),
        b.state,
        &b.if_,
        &b.limits,
        b.ask_prescriber,
        b.own,
    ) && one.until == other.until
        && one.why == other.why
}

fn one(reply: &Reply, group: &[&Answered], page: &mut Page) {
    let Some(first) = group.first() else { return };
    page.blank();
    page.paragraph(Flow::new().add(style(first), title(reply, group)));
    if let Some(mark) = mark(first) {
        page.put("  ", 2, Flow::new().add(Style::Mark, mark));
    }
    if first.thing.ask_prescriber {
        let text = ask_prescriber(&first.thing).with(&[("thing", called(&first.thing))]);
        page.put("  ", 2, Flow::from(text));
    }
    let until = until::until(first);
    if !until.is_empty() {
        page.put("  ", 2, Flow::from(format!("{}.", sentence(&until))));
    } else if let Some(word) = nothing_said(reply, first) {
        page.put("  ", 2, Flow::new().plain(word.text()));
    }
    why(&first.why, page);
}

/// That the protocol says nothing, and what that does not mean.
pub(super) fn nothing_said(reply: &Reply, answered: &Answered) -> Option<Word> {
    let silent = answered.thing.answer == Answer::NotCovered && !answered.thing.ask_prescriber;
    let word = match (answered.thing.mentioned, reply.not_applying.is_empty()) {
        (true, _) => Word::NothingSaidToday,
        (false, true) => Word::NothingSaid,
        (false, false) => Word::NotApplying,
    };
    silent.then_some(word)
}

/// The answer in capitals, and the things that have it.
pub(super) fn title(reply: &Reply, group: &[&Answered]) -> String {
    let Some(first) = group.first() else {
        return String::new();
    };
    let names: Vec<&str> = group.iter().map(|one| called(&one.thing)).collect();
    let mut things = all_of(&names);
    let rest = first.thing.answer == Answer::NotCovered && reply.answers.len() > group.len();
    if rest {
        things = Word::TheRest.with(&[("class", &reply.asked.name), ("things", &names.join(", "))]);
    } else if first.thing.own {
        things = Word::OwnProducts.with(&[("things", &things)]);
    }
    let word = match first.thing.answer {
        Answer::Avoid => Word::IsAvoid,
        Answer::BetterNot => Word::IsBetterNot,
        Answer::Allowed => Word::IsAllowed,
        Answer::NotCovered if first.thing.ask_prescriber => Word::IsAskPrescriber,
        Answer::NotCovered => Word::IsNotCovered,
    };
    let title = word.with(&[("things", &things)]);
    let more = more(&first.thing);
    if more.is_empty() {
        title
    } else {
        format!("{title} ({})", more.join("; "))
    }
}

pub(super) fn style(answered: &Answered) -> Style {
    match answered.thing.answer {
        Answer::Avoid => Style::Alert,
        Answer::BetterNot => Style::Mark,
        Answer::Allowed | Answer::NotCovered => Style::Strong,
    }
}

/// What an answer hangs on that is not settled.
pub(super) fn mark(answered: &Answered) -> Option<String> {
    let thing = &answered.thing;
    let hangs = || {
        let facts = thing.if_.as_ref()?;
        Some(Word::HangsOn.with(&[("facts", facts)]))
    };
    match thing.state {
        State::Settled => None,
        State::Provisional => {
            let may_not = hangs().unwrap_or_else(|| Word::MayNotApplyPlain.text().to_owned());
            let keep = if thing.kind == "medicine" {
                until_answered(thing)
            } else {
                Word::KeepUntilThen
            };
            Some(format!("{may_not} {}", keep.text()))
        }
        State::Waiting => hangs().or_else(|| Some(Word::NotYetPlain.text().to_owned())),
        State::Conditional => {
            let stands = matches!(thing.answer, Answer::Avoid | Answer::BetterNot);
            let mut why = answered.why.iter();
            if let Some(until) = why.find_map(|one| one.unless.as_deref()).filter(|_| stands) {
                return Some(Word::NotIf.with(&[("if", &spoken(until))]));
            }
            let words = answered.why.iter().find_map(|reason| reason.if_.as_deref());
            let words = words.or(thing.if_.as_deref())?;
            // The answer is that of whoever has no such symptom: what hangs on one is not in force (3.6).
            let word = match thing.answer {
                Answer::Avoid | Answer::BetterNot => Word::OnlyIf,
                Answer::Allowed | Answer::NotCovered => Word::OtherIf,
            };
            Some(word.with(&[("if", &spoken(words))]))
        }
    }
}

/// The answer in one word, as the list of things has it.
pub(super) fn verdict(answered: &Answered) -> String {
    let word = match answered.thing.answer {
        Answer::Avoid => Word::AnswerAvoid,
        Answer::BetterNot => Word::AnswerBetterNot,
        Answer::Allowed => Word::AnswerAllowed,
        Answer::NotCovered if answered.thing.mentioned => Word::AnswerNotCoveredNow,
        Answer::NotCovered => Word::AnswerNotCovered,
    };
    let only = &answered.thing.only;
    if only.is_empty() {
        word.text().to_owned()
    } else {
        format!("{} ({})", word.text(), only.join("; "))
    }
}

/// Why, in at most three lines: the sentence that decides; its place, its source and the places of the
/// others; the facts that it used or still asks for.
fn why(reasons: &[Reason], page: &mut Page) {
    let Some((first, others)) = reasons.split_first() else {
        return;
    };
    let lead = format!(
        "  {} ",
        Word::Why
            .text()
            .split('{')
            .next()
            .unwrap_or_default()
            .trim()
    );
    let hang = lead.chars().count();
    page.put(&lead, hang, Flow::from(first.rule.sentence.clone()));
    let indent = " ".repeat(hang);
    page.put(
        &indent,
        hang,
        Flow::new().add(Style::Quiet, grounds(first, others)),
    );
    page.put(
        &indent,
        hang,
        Flow::new().add(Style::Quiet, facts(first).join("; ")),
    );
}

/// The facts that a sentence used, and those that it asks for.
pub(super) fn facts(reason: &Reason) -> Vec<String> {
    let mut facts = Vec::new();
    if !reason.facts.is_empty() {
        facts.push(Word::SettledBy.with(&[("facts", &all_of(&reason.facts))]));
    }
    if !reason.asks.is_empty() {
        facts.push(Word::AskedAbout.with(&[("facts", &all_of(&reason.asks))]));
    }
    facts
}

/// Where a sentence stands, on whose word, and where else is something said.
pub(super) fn grounds(reason: &Reason, others: &[Reason]) -> String {
    let mut parts = vec![at_all([&reason.rule])];
    let titles = reason.sources.iter().map(|source| source.title.clone());
    parts.extend(titles.take(SOURCES));
    let more = reason.sources.len().saturating_sub(SOURCES);
    if more > 0 {
        parts.push(Word::AndMore.with(&[("n", &more.to_string())]));
    }
    let same = reason.rule.also.iter();
    let same = same.map(|location| format!("{}:{}", location.file, location.line));
    let mut also: Vec<String> = same.collect();
    if !others.is_empty() {
        also.push(at_all(others.iter().map(|other| &other.rule)));
    }
    if !also.is_empty() {
        parts.push(Word::AlsoAt.with(&[("places", &also.join(", "))]));
    }
    parts.join("; ")
}
