//! An answer in at most three lines: what, until when, why.

use crate::plan::Moment;
use crate::render::{Word, all_of, date_words};
use crate::reply::{Answered, Reply, WhatIf};

use super::super::page::{Flow, Page};
use super::super::phrase::{sentence, stopped};
use super::super::style::Style;
use super::super::things::ask_prescriber;
use super::{answer, difference, until};

/// The most lines of an answer.
const LINES: usize = 3;

/// The whole answer.
pub(super) fn brief(reply: &Reply, page: &mut Page) {
    let all: Vec<Answered> = reply
        .answers
        .iter()
        .chain(&reply.narrower)
        .cloned()
        .collect();
    let groups = answer::groups(&all);
    match groups.as_slice() {
        [only] => one(reply, only, page),
        groups => several(reply, groups, page),
    }
}

/// One answer: the verdict with its day, until when, why.
fn one(reply: &Reply, group: &[&Answered], page: &mut Page) {
    let Some(first) = group.first() else { return };
    let mut flow = alert(reply)
        .add(answer::style(first), answer::title(reply, group))
        .plain(day(reply.on, reply.day));
    if let Some(mark) = answer::mark(first) {
        flow = flow.add(Style::Mark, mark);
    }
    page.put("", 2, flow);
    let called = answer::by_another_name(reply);
    page.put("  ", 2, called.plain(ends(reply, first)));
    page.put("  ", 2, why(first));
}

/// Several answers, a line for each.
fn several(reply: &Reply, groups: &[Vec<&Answered>], page: &mut Page) {
    let more = groups.len().saturating_sub(LINES);
    let shown = if more > 0 { LINES - 1 } else { LINES };
    for (at, group) in groups.iter().take(shown).enumerate() {
        let Some(first) = group.first() else { continue };
        let mut flow = if at == 0 { alert(reply) } else { Flow::new() };
        let title = answer::title(reply, group);
        flow = if at == 0 {
            flow.add(answer::style(first), title)
                .plain(day(reply.on, reply.day))
        } else {
            flow.add(answer::style(first), stopped(&title))
        };
        if let Some(mark) = answer::mark(first) {
            flow = flow.add(Style::Mark, mark);
        }
        page.put("", 2, flow.plain(ends(reply, first)));
    }
    if more > 0 {
        let rest = groups.iter().skip(shown).flatten();
        let names: Vec<&str> = rest.map(|one| one.thing.thing.as_str()).collect();
        let text = Word::BriefMore.with(&[("things", &all_of(&names))]);
        page.put("", 2, Flow::from(text));
    }
}

/// A red flag, a refusal or a deferral stands before any answer.
fn alert(reply: &Reply) -> Flow {
    match answer::alert(reply.status, answer::is_given(reply.on, reply.day)) {
        Some(word) => Flow::new().add(Style::Alert, word.text()),
        None => Flow::new(),
    }
}

/// `on Thu 4 Jun 2026 (day 3).`
fn day(on: Option<Moment>, day: i64) -> String {
    let number = day.to_string();
    match on {
        Some(on) => Word::BriefDay.with(&[("day", &date_words(on.date)), ("n", &number)]),
        None => Word::BriefUndated.text().to_owned(),
    }
}

/// Until when, or that nothing is said; a prescribed medicine is never stopped.
fn ends(reply: &Reply, answered: &Answered) -> String {
    let mut parts: Vec<String> = Vec::new();
    if answered.thing.ask_prescriber {
        parts.push(ask_prescriber(&answered.thing).with(&[("thing", &answered.thing.thing)]));
    }
    let until = until::until(answered);
    if !until.is_empty() {
        parts.push(stopped(&sentence(&until)));
    } else if let Some(word) = answer::nothing_said(reply, answered) {
        parts.push(word.text().to_owned());
    }
    parts.join(" ")
}

/// The sentence that decides, its place, its source and the facts that it used.
fn why(answered: &Answered) -> Flow {
    let Some((first, others)) = answered.why.split_first() else {
        return Flow::new();
    };
    let sentence = stopped(&first.rule.sentence);
    let mut grounds = vec![answer::grounds(first, others)];
    grounds.extend(answer::facts(first));
    Flow::from(Word::BriefWhy.with(&[("sentence", &sentence)]))
        .add(Style::Quiet, stopped(&grounds.join("; ")))
}

/// What other answers would change, in at most three lines where little does.
pub(super) fn what_if(what_if: &WhatIf, page: &mut Page) {
    difference::difference(&what_if.plan, &[], page);
}
