//! What other answers would change.

use crate::plan::{Answer, State, Status};
use crate::render::{Word, all_of, date_words};
use crate::reply::{Answered, Change, Difference, LineChange, Reply, ThingChange, WhatIf};

use super::super::context::at;
use super::super::page::{Flow, Page};
use super::super::phrase::{sentence, stopped};
use super::super::style::Style;
use super::super::when::of_windows;
use super::until;

pub(super) fn what_if(reply: &Reply, what_if: &WhatIf, supposed: &[String], page: &mut Page) {
    let settings = all_of(supposed);
    page.heading(Word::WhatIfHeading.with(&[("settings", &settings)]));
    for answered in &what_if.answers {
        page.paragraph(Flow::from(about(reply, answered)));
    }
    let told: Vec<&str> = what_if
        .answers
        .iter()
        .map(|one| one.thing.thing.as_str())
        .collect();
    difference(&what_if.plan, &told, page);
    page.paragraph(Flow::new().add(Style::Quiet, Word::NothingStored.text()));
}

/// The answer about the thing, before and after.
fn about(reply: &Reply, answered: &Answered) -> String {
    let thing = &answered.thing.thing;
    let now = reply.answers.iter().find(|one| one.thing.thing == *thing);
    let said = |one: &Answered| {
        let answer = with_state(one.thing.answer, one.thing.state);
        match until::until(one) {
            empty if empty.is_empty() => answer,
            until => format!("{answer}, {until}"),
        }
    };
    let to = said(answered);
    match now.map(said) {
        Some(from) if from == to => Word::WhatIfSame.with(&[("thing", thing), ("to", &to)]),
        Some(from) => Word::WhatIfThing.with(&[("thing", thing), ("from", &from), ("to", &to)]),
        None => Word::WhatIfThing.with(&[
            ("thing", thing),
            ("from", Word::NotAnswered.text()),
            ("to", &to),
        ]),
    }
}

/// The difference, without the things that were told about already.
pub(super) fn difference(difference: &Difference, told: &[&str], page: &mut Page) {
    if difference.is_nothing() {
        page.paragraph(Flow::new().plain(Word::WhatIfNothing.text()));
        return;
    }
    if let Some(change) = difference.status {
        let (from, to) = (status(change.from), status(change.to));
        let text = Word::WhatIfStatus.with(&[("from", from), ("to", to)]);
        page.paragraph(Flow::new().add(Style::Strong, text));
    }
    for line in &difference.lines {
        page.item(changed(line));
        if !line.windows_from.is_empty() && !line.windows_to.is_empty() {
            let words = |windows| of_windows(windows, None, None);
            let (from, to) = (words(&line.windows_from), words(&line.windows_to));
            page.under(Flow::from(
                Word::ChangeWhen.with(&[("from", &from), ("to", &to)]),
            ));
        }
    }
    let things = difference.things.iter();
    for thing in things.filter(|thing| !told.contains(&thing.thing.as_str())) {
        page.item(Flow::from(thing_words(thing)));
    }
    rest(difference, page);
}

/// What changes beside lines and things.
fn rest(difference: &Difference, page: &mut Page) {
    let mut say = |word: Word, hole: &str, names: &[String]| {
        if !names.is_empty() {
            page.paragraph(Flow::from(word.with(&[(hole, &all_of(names))])));
        }
    };
    say(Word::WhatIfAnswered, "facts", &difference.answered);
    say(Word::WhatIfAsked, "facts", &difference.asked);
    say(Word::WhatIfClinic, "what", &difference.for_the_clinic);
    if difference.course {
        page.paragraph(Flow::new().plain(Word::WhatIfCourse.text()));
    }
}

fn changed(line: &LineChange) -> Flow {
    let word = match line.change {
        Change::Added => Word::ChangeAdded,
        Change::Gone => Word::ChangeGone,
        Change::Settled => Word::ChangeSettled,
        Change::Opened => Word::ChangeOpened,
        Change::Moved => Word::ChangeMoved,
        Change::Changed => Word::ChangeChanged,
    };
    Flow::new()
        .add(Style::Strong, word.text())
        .plain(line.rule.sentence.clone())
        .add(Style::Quiet, at(&line.rule))
}

fn thing_words(thing: &ThingChange) -> String {
    let said = |answer: Option<Answer>, state: Option<State>, free: Option<chrono::NaiveDate>| {
        let Some(answer) = answer else {
            return Word::NotAnswered.text().to_owned();
        };
        let answer = with_state(answer, state.unwrap_or(State::Settled));
        match free {
            Some(day) => Word::WithFree.with(&[("answer", &answer), ("day", &date_words(day))]),
            None => answer,
        }
    };
    let from = said(thing.from, thing.state_from, thing.free_from);
    let to = said(thing.to, thing.state_to, thing.free_to);
    stopped(&sentence(&Word::WhatIfThing.with(&[
        ("thing", &thing.thing),
        ("from", &from),
        ("to", &to),
    ])))
}

/// `avoid (provisional)`
fn with_state(answer: Answer, state: State) -> String {
    let word = match answer {
        Answer::Avoid => Word::AnswerAvoid,
        Answer::BetterNot => Word::AnswerBetterNot,
        Answer::Allowed => Word::AnswerAllowed,
        Answer::NotCovered => Word::AnswerNotCoveredNow,
    };
    let state = match state {
        State::Settled => return word.text().to_owned(),
        State::Provisional => Word::StateProvisional,
        State::Waiting => Word::StateWaiting,
        State::Conditional => Word::StateConditional,
    };
    Word::WithState.with(&[("answer", word.text()), ("state", state.text())])
}

/// The status of a plan, as a word in a sentence.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Contact => Word::IsContact,
        Status::Refuse => Word::IsRefuse,
        Status::Defer => Word::IsDefer,
        Status::Unsettled => Word::IsUnsettled,
        Status::Proceed => Word::IsProceed,
    }
    .text()
}
