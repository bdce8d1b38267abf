//! The normal course, steps, visits and notes.

use crate::plan::{
    Expectation, Phase, Steps, Strength, Verb, Visit, Window, left_on, only_next_is_left_on,
};
use crate::render::dates::Dates;
use crate::render::{Word, all_of, any_of};

use super::context::{Backing, Context};
use super::directives::held_back;
use super::next::{next_session, next_session_on};
use super::page::{Flow, Page};
use super::phrase::{place, sentence, spoken, stopped};
use super::style::Style;
use super::when::{When, ended, in_one_run};

/// What is normal, and until when.
pub(super) fn expectations(context: &Context<'_>, page: &mut Page) {
    let lines = &context.plan.expectations;
    if lines.is_empty() {
        return;
    }
    page.heading(Word::Expect.text());
    let (over, open): (Vec<&Expectation>, Vec<&Expectation>) = lines
        .iter()
        .partition(|line| line.phase == Some(Phase::Past));
    for line in open.into_iter().chain(over) {
        let what = if line.choice { any_of } else { all_of };
        let mut what = sentence(&what(&line.written));
        if let Some(where_) = &line.place {
            what = format!("{what} {}", place(where_));
        }
        let flow = Flow::new().add(Style::Strong, format!("{what}:"));
        context.said(
            page,
            flow.plain(stopped(&expected(line, context))),
            Backing::from(line).on_days(&line.typical_days),
        );
    }
}

/// When something is expected. Where the author gives no end, nobody has said that it never ends.
fn expected(line: &Expectation, context: &Context<'_>) -> String {
    let on = context.plan.on.map(|on| on.date);
    if line.phase == Some(Phase::Past) {
        return ended(&line.windows);
    }
    let when = When {
        windows: left_on(&line.windows, on),
        words: line.window_text.as_deref(),
        usually: None,
        phase: line.phase,
        verb: None,
        treated: None,
        vague: context.by_day(),
    }
    .say(&mut Dates::default());
    // `from day 3` has no end either; `always` is one.
    if line.window_text.as_deref() == Some("always") {
        return when;
    }
    let how_long = Word::HowLongNotSaid.text();
    match when.strip_suffix(Word::NoEnd.text()) {
        None => when,
        Some("") => how_long.to_owned(),
        Some(start) => format!("{}; {how_long}", start.trim_end_matches([' ', ','])),
    }
}

/// What to do in order.
pub(super) fn steps(context: &Context<'_>, page: &mut Page) {
    let lines = &context.plan.steps;
    if lines.is_empty() {
        return;
    }
    page.heading(Word::StepsHeading.text());
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        in_order(context, page, line);
    }
}

/// One list of steps.
pub(super) fn in_order(context: &Context<'_>, page: &mut Page, line: &Steps) {
    let title = Flow::new().add(Style::Strong, format!("{}:", sentence(&line.title)));
    page.paragraph(title.plain(stopped(&steps_when(line, context))));
    page.under(context.mark(&line.into()));
    for (number, step) in (1_usize..).zip(&line.items) {
        let joined = match &step.join {
            Some(join) => format!("{join}: {}", step.text),
            None => step.text.clone(),
        };
        let mut flow = Flow::from(stopped(&sentence(&spoken(&joined))));
        if let Some(if_) = &step.if_ {
            flow = flow.add(Style::Mark, Word::OnlyIf.with(&[("if", if_)]));
        }
        let flow = context.reason(flow, step.because.as_deref(), &step.sources);
        page.put(&format!("{number:>2}. "), 4, flow);
        let held = held_back(&step.held_back_by, Word::StepHeldBack);
        if !held.is_empty() {
            page.put("    ", 4, held);
        }
    }
    page.under(context.ground(&line.into()));
}

fn firm(window: Window) -> Window {
    Window {
        strength: Strength::Firm,
        ..window
    }
}

fn steps_when(line: &Steps, context: &Context<'_>) -> String {
    let vague = context.by_day();
    let next = &line.next_session_windows;
    let on = context.plan.on.map(|on| on.date);
    let again = on.filter(|on| only_next_is_left_on(&line.windows, next, *on));
    let when = if let Some(on) = again {
        next_session_on(next, on)
    } else if line.phase == Some(Phase::Past) {
        ended(&line.windows)
    } else {
        // `from 4..6 hours`: from when, and from when better, is one start to whoever does them.
        let left = left_on(&line.windows, on);
        let better_later = left.last().map(|last| last.strength) == Some(Strength::Firm);
        let run = match in_one_run(left) {
            run if better_later => run.into_iter().map(firm).collect(),
            _ => left.to_vec(),
        };
        When {
            windows: &run,
            words: line.window_text.as_deref(),
            usually: None,
            phase: line.phase,
            verb: Some(Verb::Do),
            treated: None,
            vague: vague || run.len() < left.len(),
        }
        .say(&mut Dates::default())
    };
    let when = match next_session(next, &mut Dates::default()).filter(|_| again.is_none()) {
        Some(next) => format!("{when}; {next}"),
        None => when,
    };
    match &line.frequency {
        Some(frequency) => format!("{frequency}, {when}"),
        None => when,
    }
}

/// What to book.
pub(super) fn visits(context: &Context<'_>, page: &mut Page) {
    let lines = &context.plan.visits;
    if lines.is_empty() {
        return;
    }
    page.heading(Word::Visits.text());
    for line in lines {
        visit(context, page, line);
    }
}

/// One of them.
pub(super) fn visit(context: &Context<'_>, page: &mut Page, line: &Visit) {
    let title = Flow::new().add(Style::Strong, format!("{}:", sentence(&line.title)));
    context.item(page, title.plain(stopped(&visit_when(line))), line);
}

fn visit_when(line: &Visit) -> String {
    if let Some(event) = &line.after {
        // `3 days after the first session` says by itself that it is after something.
        let counted = event.starts_with(|first: char| first.is_ascii_digit());
        let word = if counted { Word::NoDate } else { Word::After };
        return word.with(&[("event", event)]);
    }
    let words = spoken(&line.when);
    let by_the_hour = ["minute", "hour"].iter().any(|unit| words.contains(unit));
    match super::course::between(line.earliest, line.latest, &mut Dates::default()) {
        Some(days) if by_the_hour => format!("{days}, {words}"),
        Some(days) if words.starts_with("about ") => Word::AboutThen.with(&[("days", &days)]),
        Some(days) => days,
        None => words,
    }
}

/// What the protocol says in free words.
pub(super) fn notes(context: &Context<'_>, page: &mut Page) {
    let lines = &context.plan.notes;
    if lines.is_empty() {
        return;
    }
    page.heading(Word::Notes.text());
    for line in lines {
        let mut text = sentence(line.text.trim());
        if let Some(words) = &line.window_text {
            let words = spoken(words);
            text = format!("{} ({words})", text.trim_end_matches('.'));
        }
        context.said(page, Flow::from(stopped(&text)), line);
    }
}
