//! What two protocols come to differently, for the author of the new one: what is looser first.

use super::context::at;
use super::page::{Flow, Page};
use super::style::{Line, Style};
use super::variants::in_short;
use crate::analysis::{Affected, Change, Days, Diff, DiffExample, Met, OldOrNew, Turn, Undecided};
use crate::plan::RuleRef;
use crate::render::date_words;

/// As many sentences as are told of one finding on either side.
const SENTENCES: usize = 5;

/// A comparison as lines.
#[must_use]
pub fn diff_lines(diff: &Diff, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    page.paragraph(Flow::from(format!(
        "{}, against {}:",
        titled(&diff.new),
        titled(&diff.old)
    )));
    for (turn, heading) in [
        (Turn::Looser, "LOOSER"),
        (Turn::Stricter, "STRICTER"),
        (Turn::Different, "DIFFERENT"),
    ] {
        let changes: Vec<&Change> = diff.changes.iter().filter(|one| one.turn == turn).collect();
        if !changes.is_empty() {
            page.heading(format!("{heading}: {}", changes.len()));
            changes
                .into_iter()
                .for_each(|one| change(one, diff, &mut page));
        }
    }
    if diff.changes.iter().any(|one| one.example.is_none()) {
        page.blank();
        let text = "So much differs that examples stand with the first changes alone.";
        page.paragraph(Flow::new().add(Style::Quiet, text));
    }
    if !diff.undecided.is_empty() {
        page.heading(format!("NOT DECIDED: {}", diff.undecided.len()));
        diff.undecided
            .iter()
            .for_each(|one| undecided(one, &mut page));
    }
    page.blank();
    page.paragraph(
        Flow::new()
            .add(Style::Strong, "UNCHANGED:")
            .plain(unchanged(diff)),
    );
    if !diff.patients.is_empty() {
        page.heading("WHO IS AFFECTED");
        diff.patients
            .iter()
            .for_each(|one| patient(one, diff, &mut page));
    }
    page.into_lines()
}

fn titled(one: &OldOrNew) -> String {
    let version = one
        .version
        .as_ref()
        .map(|version| format!(" (version {version})"));
    format!("{}{}", one.file, version.unwrap_or_default())
}

fn unchanged(diff: &Diff) -> String {
    let sentences = match diff.unchanged.sentences {
        1 => "1 sentence".to_owned(),
        count => format!("{count} sentences"),
    };
    if diff.unchanged.all {
        format!("all {sentences}: both come to the same for every patient on every day.")
    } else {
        format!("{sentences} of the old protocol.")
    }
}

fn change(one: &Change, diff: &Diff, page: &mut Page) {
    let style = if one.turn == Turn::Looser {
        Style::Alert
    } else {
        Style::Strong
    };
    page.item(Flow::new().add(style, what(one)));
    was(&one.old, "Was", &diff.old, page);
    was(&one.new, "Now", &diff.new, page);
    if let Some(example) = &one.example {
        page.under(Flow::from(of(one, example)));
    }
    if let Some(days) = days(one) {
        page.under(Flow::new().add(Style::Quiet, days));
    }
}

/// `makeup`; of what a sentence says beside `a warning sign (pus): gone`.
fn what(one: &Change) -> String {
    let things = one.things.join(", ");
    if one
        .example
        .as_ref()
        .is_some_and(|example| example.thing.is_some())
    {
        return things;
    }
    let how = match (one.held_back, one.old.is_empty(), one.new.is_empty()) {
        (true, ..) => "held back by another sentence",
        (_, false, true) => "gone",
        (_, true, false) => "new",
        _ => "changed",
    };
    let parts = if things.is_empty() {
        String::new()
    } else {
        format!(" ({things})")
    };
    format!("{}{parts}: {how}", one.about)
}

/// The sentences of one of the two, or that there is none.
fn was(rules: &[RuleRef], lead: &str, of: &OldOrNew, page: &mut Page) {
    if rules.is_empty() {
        page.under(Flow::from(format!("{lead}: no sentence of {}.", of.file)));
    }
    lines(rules, lead, page);
}

/// As many sentences of one finding as are told, and how many more there are.
fn lines(rules: &[RuleRef], lead: &str, page: &mut Page) {
    for rule in rules.iter().take(SENTENCES) {
        let line = Flow::from(format!("{lead}: {}", in_short(&rule.sentence)));
        page.under(line.add(Style::Quiet, at(rule)));
    }
    if let more @ 1.. = rules.len().saturating_sub(SENTENCES) {
        page.under(Flow::from(format!(
            "{lead}: and {more} more, about the same."
        )));
    }
}

/// `For example, for any patient, on day 5: makeup: avoid; now allowed.`
fn of(one: &Change, example: &DiffExample) -> String {
    let thing = example
        .thing
        .iter()
        .filter(|thing| one.things != [(*thing).clone()]);
    let thing: String = thing.map(|thing| format!("{thing}: ")).collect();
    format!(
        "For example, for {}, on day {}: {thing}{}; now {}.",
        example.patient, example.day, example.old, example.new
    )
}

/// `It differs on days 5 to 6.`
fn days(one: &Change) -> Option<String> {
    if one.days.is_empty() {
        return None;
    }
    let each: Vec<String> = one.days.iter().map(stretch).collect();
    let moves = if one.moves {
        ", and on others as events come"
    } else {
        ""
    };
    Some(format!("It differs {}{moves}.", each.join(", and ")))
}

fn stretch(days: &Days) -> String {
    match (days.first, days.last) {
        (None, None) => "on every day".to_owned(),
        (None, Some(last)) => format!("up to day {last}"),
        (Some(first), None) => format!("from day {first} on"),
        (Some(first), Some(last)) if first == last => format!("on day {first}"),
        (Some(first), Some(last)) => format!("on days {first} to {last}"),
    }
}

fn undecided(one: &Undecided, page: &mut Page) {
    page.item(Flow::new().add(Style::Alert, sentence(&one.why)));
    for (lead, rules) in [("Was", &one.old), ("Now", &one.new)] {
        lines(rules, lead, page);
    }
}

/// A text as a sentence.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

fn patient(one: &Affected, diff: &Diff, page: &mut Page) {
    if one.changes.is_empty() {
        let line = Flow::new().add(Style::Strong, format!("{}:", one.patient));
        page.item(line.plain("nothing changes for this patient."));
        return;
    }
    page.item(Flow::new().add(Style::Strong, format!("{}:", one.patient)));
    for met in &one.changes {
        if let Some(change) = diff.changes.get(met.change) {
            page.under(Flow::from(self::met(met, change)));
        }
    }
}

/// `LOOSER: makeup, on Wed 3 Jun 2026 (day 2).`
fn met(met: &Met, change: &Change) -> String {
    let turn = match met.turn {
        Turn::Looser => "LOOSER",
        Turn::Stricter => "STRICTER",
        Turn::Different => "DIFFERENT",
    };
    let what = if change.things.is_empty() {
        let rule = change.new.first().or(change.old.first());
        rule.map(|rule| format!("{} ({})", in_short(&rule.sentence), at(rule)))
            .unwrap_or_default()
    } else {
        change.things.join(", ")
    };
    let day = |day: i64, date: Option<chrono::NaiveDate>| match date {
        Some(date) => format!("{} (day {day})", date_words(date)),
        None => format!("day {day}"),
    };
    let days: Vec<String> = (met.days.iter())
        .map(|days| {
            let first = days.first.map(|first| day(first, days.first_date));
            let last = days.last.map(|last| day(last, days.last_date));
            match (first, last) {
                (None, None) => "on every day".to_owned(),
                (None, Some(last)) => format!("up to {last}"),
                (Some(first), None) => format!("from {first} on"),
                (Some(first), Some(last)) if first == last => format!("on {first}"),
                (Some(first), Some(last)) => format!("from {first} to {last}"),
            }
        })
        .collect();
    let open = if met.unsettled {
        ", as far as is known"
    } else {
        ""
    };
    let days = if days.is_empty() {
        String::new()
    } else {
        format!("; {}", days.join(", and "))
    };
    format!("{turn}: {what}{days}{open}.")
}
