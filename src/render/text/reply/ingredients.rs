//! The answers about a label, what is to be avoided first.

use crate::plan::{Answer, State};
use crate::render::{Word, all_of};
use crate::reply::{Answered, Ingredient, Ingredients};

use super::super::page::{Flow, Page};
use super::super::phrase::sentence;
use super::super::style::Style;
use super::super::things::ask_prescriber;
use super::{answer, until};

/// The groups, in the order of need.
const GROUPS: [Group; 6] = [
    Group::Avoid,
    Group::BetterNot,
    Group::Unknown,
    Group::AskPrescriber,
    Group::NotCovered,
    Group::Allowed,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Avoid,
    BetterNot,
    Unknown,
    AskPrescriber,
    NotCovered,
    Allowed,
}

pub(super) fn ingredients(list: &Ingredients, page: &mut Page) {
    answer::status(list.status, page, answer::is_given(list.on, list.day));
    answer::day(list.on, list.day, page);
    if list.ingredients.is_empty() {
        page.paragraph(Flow::new().plain(Word::NoIngredients.text()));
    }
    for group in GROUPS {
        let mut items: Vec<Flow> = Vec::new();
        for ingredient in &list.ingredients {
            items.extend(of_group(ingredient, group));
        }
        if items.is_empty() {
            continue;
        }
        let (heading, text) = words(group);
        page.heading(heading.text());
        if let Some(text) = text {
            page.paragraph(Flow::new().plain(text.text()));
        }
        for item in items {
            page.item(item);
        }
    }
}

fn words(group: Group) -> (Word, Option<Word>) {
    match group {
        Group::Avoid => (Word::ToAvoid, None),
        Group::BetterNot => (Word::ToLeave, None),
        Group::Unknown => (Word::Unknown, Some(Word::UnknownText)),
        Group::AskPrescriber => (Word::ToAskPrescriber, None),
        Group::NotCovered => (Word::ListNotCovered, Some(Word::ListNotCoveredText)),
        Group::Allowed => (Word::ListAllowed, None),
    }
}

/// What of an ingredient is in a group.
fn of_group(ingredient: &Ingredient, group: Group) -> Vec<Flow> {
    if group == Group::Unknown {
        return unknown(ingredient).into_iter().collect();
    }
    let found = ingredient.found.iter().flat_map(|found| &found.answers);
    found
        .filter(|answered| group_of(answered) == group)
        .map(|answered| entry(ingredient, answered))
        .collect()
}

fn group_of(answered: &Answered) -> Group {
    match answered.thing.answer {
        Answer::Avoid => Group::Avoid,
        Answer::BetterNot => Group::BetterNot,
        Answer::NotCovered if answered.thing.ask_prescriber => Group::AskPrescriber,
        Answer::NotCovered => Group::NotCovered,
        Answer::Allowed => Group::Allowed,
    }
}

fn entry(ingredient: &Ingredient, answered: &Answered) -> Flow {
    let name = &answered.thing.thing;
    let label = &ingredient.label;
    let name = if name.eq_ignore_ascii_case(label) {
        name.clone()
    } else {
        Word::InLabel.with(&[("name", name), ("label", label)])
    };
    let mut flow = Flow::new().add(Style::Strong, format!("{name}."));
    if let (State::Provisional | State::Waiting, Some(facts)) =
        (answered.thing.state, &answered.thing.if_)
    {
        flow = flow.add(Style::Mark, Word::HangsOn.with(&[("facts", facts)]));
    }
    if answered.thing.ask_prescriber {
        flow =
            flow.plain(ask_prescriber(&answered.thing).with(&[("thing", &answered.thing.thing)]));
    }
    let until = until::until(answered);
    if !until.is_empty() {
        flow = flow.plain(format!("{}.", sentence(&until)));
    }
    if ingredient.may_contain {
        flow = flow.plain(format!("{}.", sentence(Word::MayContain.text())));
    }
    let places = answered.thing.rules.iter();
    flow.add(Style::Quiet, super::super::context::at_all(places))
}

fn unknown(ingredient: &Ingredient) -> Option<Flow> {
    if ingredient.unknown.is_empty() {
        return None;
    }
    let names = all_of(&ingredient.unknown);
    let name = if names.eq_ignore_ascii_case(&ingredient.label) {
        names
    } else {
        Word::InLabel.with(&[("name", &names), ("label", &ingredient.label)])
    };
    let mut flow = Flow::new().add(Style::Strong, format!("{name}."));
    if let Some(near) = &ingredient.near {
        flow = flow.plain(sentence(&Word::NearName.with(&[("name", near)])));
    }
    if ingredient.may_contain {
        flow = flow.plain(format!("{}.", sentence(Word::MayContain.text())));
    }
    Some(flow)
}
