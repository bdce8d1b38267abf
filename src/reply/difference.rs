//! The difference between two plans of one protocol.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::plan::{Answer, Plan, RuleRef, State, Status, ThingAnswer, Window};

use super::Answered;
use super::flat::{Flat, Key, flat};

/// What other answers of the patient would change. Nothing is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The answers about the thing as they would be; empty where no thing was asked about.
    pub answers: Vec<Answered>,
    /// The difference between the plan as it is and as it would be.
    pub plan: Difference,
}

/// What of a plan changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The status, where it changes.
    pub status: Option<StatusChange>,
    /// The lines that are added, gone or changed, in the order of the protocol.
    pub lines: Vec<LineChange>,
    /// The things whose answer, or the day on which they are free, changes.
    pub things: Vec<ThingChange>,
    /// Whether the numbers or dates of the course change.
    pub course: bool,
    /// The questions that are asked no longer.
    pub answered: Vec<String>,
    /// The questions that are asked as well.
    pub asked: Vec<String>,
    /// The medicines and facts that the clinic has to look after as well, in words.
    pub for_the_clinic: Vec<String>,
}

/// The status before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StatusChange {
    /// As it is.
    pub from: Status,
    /// As it would be.
    pub to: Status,
}

/// A line that is not the same in both plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineChange {
    /// The sentence and its place.
    pub rule: RuleRef,
    /// What kind of line: `avoid`, `do`, `expect`, `caution`, `sessions`.
    pub kind: String,
    /// What it is about, in words.
    pub about: String,
    /// What changes.
    pub change: Change,
    /// The state as it is; none for a line that is added.
    pub state_from: Option<State>,
    /// The state as it would be; none for a line that is gone.
    pub state_to: Option<State>,
    /// The windows as they are, where they change.
    pub windows_from: Vec<Window>,
    /// The windows as they would be, where they change.
    pub windows_to: Vec<Window>,
}

/// What happens to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is not in the plan as it is.
    Added,
    /// It would not be in the plan.
    Gone,
    /// It is open, and would be settled.
    Settled,
    /// It is settled, and would be open.
    Opened,
    /// Its windows change.
    Moved,
    /// Something else of it changes: what it covers, what it leaves out.
    Changed,
}

/// A thing whose answer is not the same in both plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThingChange {
    /// The thing.
    pub thing: String,
    /// The answer as it is; none for a thing that only the other plan answers about.
    pub from: Option<Answer>,
    /// The state of that answer.
    pub state_from: Option<State>,
    /// The answer as it would be, likewise.
    pub to: Option<Answer>,
    /// The state of that answer.
    pub state_to: Option<State>,
    /// The first free day as it is.
    pub free_from: Option<chrono::NaiveDate>,
    /// The first free day as it would be.
    pub free_to: Option<chrono::NaiveDate>,
}

impl Difference {
    /// The difference from one plan to another of the same protocol and day.
    #[must_use]
    pub fn between(from: &Plan, to: &Plan) -> Self {
        let asks = |plan: &Plan| -> Vec<String> {
            let questions = plan.questions.iter();
            questions.map(|question| question.fact.clone()).collect()
        };
        let clinic = |plan: &Plan| -> Vec<String> {
            let lines = plan.for_the_clinic.iter();
            lines.map(|line| line.text.clone()).collect()
        };
        Self {
            status: (from.status != to.status).then_some(StatusChange {
                from: from.status,
                to: to.status,
            }),
            lines: lines(from, to),
            things: things(&from.things, &to.things),
            course: from.treatments != to.treatments,
            answered: without(asks(from), &asks(to)),
            asked: without(asks(to), &asks(from)),
            for_the_clinic: without(clinic(to), &clinic(from)),
        }
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

fn without(all: Vec<String>, known: &[String]) -> Vec<String> {
    let new = all.into_iter().filter(|one| !known.contains(one));
    new.collect()
}

fn lines(from: &Plan, to: &Plan) -> Vec<LineChange> {
    let by_key = |plan| -> BTreeMap<(Key, usize), Flat<'_>> {
        let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
        let flat = flat(plan).into_iter().map(|line| {
            let count = seen.entry(line.key()).or_default();
            *count += 1;
            ((line.key(), *count), line)
        });
        flat.collect()
    };
    let (from, to) = (by_key(from), by_key(to));
    let mut changes: BTreeMap<&(Key, usize), LineChange> = BTreeMap::new();
    for (key, line) in &from {
        if let Some(change) = change(Some(line), to.get(key)) {
            changes.insert(key, change);
        }
    }
    for (key, line) in &to {
        if !from.contains_key(key)
            && let Some(change) = change(None, Some(line))
        {
            changes.insert(key, change);
        }
    }
    changes.into_values().collect()
}

fn change(from: Option<&Flat<'_>>, to: Option<&Flat<'_>>) -> Option<LineChange> {
    let line = to.or(from)?;
    let state = |line: Option<&Flat<'_>>| line.map(|line| line.state);
    let (state_from, state_to) = (state(from), state(to));
    let windows = |line: Option<&Flat<'_>>| line.map_or(&[][..], |line| line.windows).to_vec();
    let (mut windows_from, mut windows_to) = (windows(from), windows(to));
    let open = |state| matches!(state, Some(State::Provisional | State::Waiting));
    let change = match (from, to) {
        (None, _) => Change::Added,
        (_, None) => Change::Gone,
        (Some(one), Some(other)) if one.says == other.says => return None,
        _ if open(state_from) && !open(state_to) => Change::Settled,
        _ if open(state_to) && !open(state_from) => Change::Opened,
        _ if windows_from != windows_to => Change::Moved,
        _ => Change::Changed,
    };
    if windows_from == windows_to {
        windows_from.clear();
        windows_to.clear();
    }
    Some(LineChange {
        rule: line.rule.clone(),
        kind: line.kind.to_owned(),
        about: line.about.clone(),
        change,
        state_from,
        state_to,
        windows_from,
        windows_to,
    })
}

fn things(from: &[ThingAnswer], to: &[ThingAnswer]) -> Vec<ThingChange> {
    let find = |all: &[ThingAnswer], name: &str| all.iter().find(|one| one.thing == name).cloned();
    let only_there = to.iter().filter(|one| find(from, &one.thing).is_none());
    let names: Vec<&String> = from
        .iter()
        .chain(only_there)
        .map(|one| &one.thing)
        .collect();
    names
        .into_iter()
        .filter_map(|name| {
            let (one, other) = (find(from, name), find(to, name));
            let said = |thing: &Option<ThingAnswer>| {
                thing
                    .as_ref()
                    .map(|thing| (thing.answer, thing.state, thing.free_from, thing.again_from))
            };
            if said(&one) == said(&other) {
                return None;
            }
            Some(ThingChange {
                thing: name.clone(),
                from: one.as_ref().map(|thing| thing.answer),
                state_from: one.as_ref().map(|thing| thing.state),
                to: other.as_ref().map(|thing| thing.answer),
                state_to: other.as_ref().map(|thing| thing.state),
                free_from: one.and_then(|thing| thing.free_from),
                free_to: other.and_then(|thing| thing.free_from),
            })
        })
        .collect()
}
