//! The day of the treatment: what has no day of its own, above all when to call.

use super::Issue;
use super::events::{Event, is_shown};
use super::lines;
use crate::plan::{Moment, Plan, Treatment, Verb, Visit};
use crate::render::text::{sentence, stopped, when_of, with_verb};
use crate::render::{CalendarWord, Word, all_of, date_words};

/// What tells it from the other events.
pub(super) const ITEM: &str = "treatment";

/// What the plan is of.
pub(in crate::render) fn name(plan: &Plan) -> String {
    let names: Vec<&str> = plan.treatments.iter().map(name_of).collect();
    if names.is_empty() {
        return Word::AftercarePlan.text().to_owned();
    }
    all_of(&names)
}

fn name_of(treatment: &Treatment) -> &str {
    let name = treatment.protocol.as_deref().or(treatment.name.as_deref());
    name.unwrap_or(Word::AftercarePlan.text())
}

/// What the treatment is called that is first in time.
fn of_first(plan: &Plan) -> String {
    let treatment = first(plan).and_then(|(of, _)| plan.treatments.get(of));
    treatment.map_or_else(|| name(plan), |one| name_of(one).to_owned())
}

/// The treatment that is first in time, and when it is.
pub(super) fn first(plan: &Plan) -> Option<(usize, Moment)> {
    let dated = plan.treatments.iter().enumerate();
    let dated = dated.filter_map(|(of, one)| Some((of, one.treated?)));
    dated.min_by_key(|(_, treated)| *treated)
}

/// The days of the other treatments, of several.
pub(super) fn others(plan: &Plan) -> Vec<Event> {
    let Some((first, _)) = first(plan) else {
        return Vec::new();
    };
    let others = plan.treatments.iter().enumerate();
    let others = others.filter(|(of, _)| *of != first);
    let event = |(_, one): (usize, &Treatment)| {
        let treated = one.treated?;
        let name = name_of(one);
        let version = one.version.as_ref();
        let version = version.map(|version| Word::Version.with(&[("version", version)]));
        Some(Event {
            item: format!("{ITEM}\n{name}"),
            first: treated.date,
            last: treated.date,
            title: CalendarWord::Treatment.with(&[("name", name)]),
            text: version.into_iter().collect(),
            tentative: false,
            alarm: false,
        })
    };
    others.filter_map(event).collect()
}

/// The day of the treatment.
pub(super) fn event(plan: &Plan, treated: Moment, issue: &Issue) -> Event {
    let mut text = Vec::new();
    let reported = plan.red_flags.iter().filter(|flag| flag.reported);
    text.extend(reported.map(lines::flag));
    if plan.treatments.iter().any(|one| one.status == "draft") {
        text.push(format!(
            "{} {}.",
            Word::Draft.text(),
            Word::DraftText.text()
        ));
    }
    for one in &plan.treatments {
        if let Some(version) = &one.version {
            let version = Word::Version.with(&[("version", version)]);
            text.push(match plan.treatments.len() {
                1 => version,
                _ => format!("{}: {version}", sentence(name_of(one))),
            });
        }
    }
    text.push(CalendarWord::Issue.with(&[("n", &issue.number.to_string())]));
    if issue.number > 1 {
        let before = (issue.number - 1).to_string();
        text.push(CalendarWord::Replaces.with(&[("n", &before)]));
    }
    calls(plan, &mut text);
    undated(plan, treated, &mut text);
    open(plan, &mut text);
    text.push(String::new());
    text.push(CalendarWord::Alarms.text().to_owned());
    let facts = plan.facts_used();
    if !facts.is_empty() && !issue.discreet {
        text.push(CalendarWord::Facts.with(&[("facts", &facts.join("; "))]));
    }
    if let Some(on) = plan.on {
        text.push(Word::PlanFor.with(&[("when", &date_words(on.date))]));
    }
    let receipt = [
        ("engine", plan.engine.as_str()),
        ("fingerprint", plan.fingerprint.as_str()),
    ];
    text.push(Word::Receipt.with(&receipt));
    text.push(Word::IntendedUse.text().to_owned());
    Event {
        item: ITEM.to_owned(),
        first: treated.date,
        last: treated.date,
        title: CalendarWord::Treatment.with(&[("name", &of_first(plan))]),
        text,
        tentative: false,
        alarm: false,
    }
}

fn heading(text: &mut Vec<String>, word: CalendarWord, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    text.push(String::new());
    text.push(word.text().to_owned());
    text.extend(lines.into_iter().map(|line| format!("- {line}")));
}

fn calls(plan: &Plan, text: &mut Vec<String>) {
    let mut flags: Vec<_> = plan.red_flags.iter().collect();
    flags.sort_by_key(|flag| flag.urgency);
    let flags = flags.into_iter().map(lines::flag).collect();
    heading(text, CalendarWord::Calls, flags);
}

/// What waits for something that has no date yet.
fn undated(plan: &Plan, treated: Moment, text: &mut Vec<String>) {
    let lines = plan.directives.iter();
    let lines = lines.filter(|line| {
        let in_force = line.verb != Verb::Allow && !line.never_in_force;
        let mut windows = line.windows.iter().chain(&line.next_session_windows);
        let waits = crate::plan::State::Waiting;
        in_force && line.state != waits && !windows.any(is_shown)
    });
    let mut all: Vec<String> = lines
        .map(|line| {
            let when = when_of(line, (Some(treated.date), None), treated.time.is_none());
            let words = format!("{}: {when}", sentence(&with_verb(line)));
            stopped(&words.replace('\u{a0}', " "))
        })
        .collect();
    let visits = plan.visits.iter();
    let visits = visits.filter(|visit| visit.earliest.is_none() && visit.latest.is_none());
    all.extend(visits.map(|visit: &Visit| stopped(&format!("{}: {}", visit.title, visit.when))));
    heading(text, CalendarWord::Undated, all);
}

/// What waits for an answer.
fn open(plan: &Plan, text: &mut Vec<String>) {
    let waits = |state| state == crate::plan::State::Waiting;
    let lines = plan.directives.iter();
    let lines = lines.filter(|line| line.verb != Verb::Allow && !line.never_in_force);
    let lines = lines
        .filter(|line| waits(line.state) || line.windows.iter().any(|window| waits(window.state)));
    let mut all: Vec<String> = lines
        .map(|line| stopped(&sentence(&with_verb(line))))
        .collect();
    let steps = plan.steps.iter().filter(|steps| waits(steps.state));
    all.extend(steps.map(|steps| stopped(&sentence(&steps.title))));
    let visits = plan.visits.iter().filter(|visit| waits(visit.state));
    all.extend(visits.map(|visit| stopped(&visit.title)));
    all.dedup();
    heading(text, CalendarWord::Open, all);
    // The questions themselves are asked by staff, about "the patient".
    let questions = plan.questions.iter();
    let questions = questions.map(|question| question.fact.clone()).collect();
    heading(text, CalendarWord::Questions, questions);
}
