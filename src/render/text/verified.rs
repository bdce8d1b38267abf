//! Whether a plan that was given out still holds, and what changed.

use super::page::{Flow, Page};
use super::phrase::stopped;
use super::style::{Line, Style};
use super::verified_words::{key_words, value_words};
use crate::receipt::{ChangeKind, KeyChange, LineChange, Verified, WasIs};
use crate::render::{VerifyWord, all_of};

/// Keys that say once more, for programs, what others say.
const BESIDE: [&str; 8] = [
    "asks",
    "window_text",
    "windows",
    "next_session_windows",
    "written",
    "firm_until",
    "advised_until",
    "rules",
];

/// So many lines are read one by one, even where the whole is about something else.
const FEW: usize = 5;

/// What was found, as lines.
#[must_use]
pub fn verified_lines(verified: &Verified, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    let count = verified.changes.len();
    let head = match (verified.holds, count) {
        (true, _) => Flow::new().add(Style::Strong, VerifyWord::Holds.text()),
        (false, 1) => Flow::new().add(Style::Alert, VerifyWord::ChangedOne.text()),
        (false, many) => {
            let text = VerifyWord::Changed.with(&[("n", &many.to_string())]);
            Flow::new().add(Style::Alert, text)
        }
    };
    page.paragraph(head);
    matter(verified, &mut page);
    if let Some(status) = &verified.status {
        let words = |value: &Option<String>| status_words(value.as_deref().unwrap_or_default());
        let text =
            VerifyWord::Status.with(&[("was", &words(&status.was)), ("is", &words(&status.is))]);
        page.paragraph(Flow::new().add(Style::Alert, text));
    }
    let protocol = match (&verified.fingerprint, verified.holds) {
        (None, _) => VerifyWord::SameProtocol,
        (Some(_), true) => VerifyWord::OtherProtocolHolds,
        (Some(_), false) => VerifyWord::OtherProtocol,
    };
    page.paragraph(Flow::new().add(Style::Quiet, protocol.text()));
    if let Some(engine) = &verified.engine {
        page.paragraph(Flow::new().add(Style::Quiet, both(VerifyWord::Engine, engine)));
    }
    // Where all of it is about something else, nobody reads each line.
    let other = verified.protocol.is_some() || verified.treated.is_some();
    let counted = other && verified.changes.len() > FEW;
    for (kind, word) in [
        (ChangeKind::Changed, VerifyWord::ChangedLines),
        (ChangeKind::New, VerifyWord::NewLines),
        (ChangeKind::Gone, VerifyWord::GoneLines),
    ] {
        let changes = verified.changes.iter().filter(|one| one.kind == kind);
        let changes: Vec<&LineChange> = changes.collect();
        if changes.is_empty() {
            continue;
        }
        page.heading(word.text());
        if counted {
            counts(&changes, &mut page);
        } else {
            changes.into_iter().for_each(|one| change(one, &mut page));
        }
    }
    if counted {
        page.paragraph(Flow::new().add(Style::Quiet, VerifyWord::Each.text()));
    }
    page.into_lines()
}

/// What is the matter with the whole: another protocol, another date, answers that are missing.
fn matter(verified: &Verified, page: &mut Page) {
    if let Some(protocol) = &verified.protocol {
        page.paragraph(Flow::new().add(Style::Alert, both(VerifyWord::OtherTitle, protocol)));
    }
    if let Some(treated) = &verified.treated {
        page.paragraph(Flow::new().add(Style::Alert, both(VerifyWord::Treated, treated)));
    }
    if !verified.unanswered.is_empty() {
        let facts = all_of(&verified.unanswered);
        let text = VerifyWord::Unanswered.with(&[("facts", &facts)]);
        page.paragraph(Flow::new().add(Style::Alert, text));
    }
}

/// How many lines of each list, in the order of the plan.
fn counts(changes: &[&LineChange], page: &mut Page) {
    let mut lists: Vec<(&str, usize)> = Vec::new();
    for one in changes {
        match lists.iter_mut().find(|(name, _)| *name == one.list) {
            Some((_, many)) => *many += 1,
            None => lists.push((&one.list, 1)),
        }
    }
    for (name, many) in lists {
        let text = VerifyWord::Count.with(&[("list", &list(name)), ("n", &many.to_string())]);
        page.item(Flow::from(text));
    }
}

fn change(one: &LineChange, page: &mut Page) {
    let line = VerifyWord::Line.with(&[("line", &one.line), ("list", &list(&one.list))]);
    page.item(Flow::new().add(Style::Strong, line));
    let said = one
        .keys
        .iter()
        .filter(|key| !BESIDE.contains(&key.key.as_str()));
    let mut said: Vec<&KeyChange> = said.collect();
    if said.is_empty() {
        said = one.keys.iter().collect();
    }
    for key in said {
        let name = key_words(&key.key);
        let none = VerifyWord::Nothing.text();
        let value = |value: &Option<String>| match value {
            Some(value) => value_words(value),
            None => none.to_owned(),
        };
        let text = VerifyWord::Key.with(&[
            ("key", &name),
            ("was", &value(&key.values.was)),
            ("is", &value(&key.values.is)),
        ]);
        page.under(Flow::from(stopped(&text)));
    }
    if !one.why.is_empty() {
        let why = VerifyWord::Why.with(&[("why", &all_of(&one.why))]);
        page.under(Flow::new().add(Style::Quiet, stopped(&why)));
    }
}

/// A status as one says it.
fn status_words(status: &str) -> String {
    let word = match status {
        "contact" => VerifyWord::Contact,
        "refuse" => VerifyWord::Refuse,
        "defer" => VerifyWord::Defer,
        "unsettled" => VerifyWord::Unsettled,
        "proceed" => VerifyWord::Proceed,
        other => return other.to_owned(),
    };
    word.text().to_owned()
}

/// A list of the plan as one says it.
fn list(name: &str) -> String {
    let word = match name {
        "directives" => VerifyWord::Directives,
        "things" => VerifyWord::Things,
        "expectations" => VerifyWord::Expectations,
        "red_flags" => VerifyWord::RedFlags,
        "steps" => VerifyWord::Steps,
        "notes" => VerifyWord::Notes,
        "visits" => VerifyWord::Visits,
        "before_treatment" => VerifyWord::BeforeTreatment,
        "questions" => VerifyWord::Questions,
        "can_be_added" => VerifyWord::CanBeAdded,
        "for_the_clinic" => VerifyWord::ForTheClinic,
        "not_covered" => VerifyWord::NotCovered,
        "warnings" => VerifyWord::Warnings,
        "sessions" => VerifyWord::Sessions,
        "maintenance" => VerifyWord::Maintenance,
        other => return other.replace('_', " "),
    };
    word.text().to_owned()
}

fn both(word: VerifyWord, values: &WasIs) -> String {
    let of = |value: &Option<String>| value.as_deref().map(value_words).unwrap_or_default();
    word.with(&[("was", &of(&values.was)), ("is", &of(&values.is))])
}
