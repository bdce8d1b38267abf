//! Scenarios: what is given and what is expected, and tables whose columns stand below one another.

use unicode_width::UnicodeWidthStr;

use super::name::{name, text};
use super::wrap::{Chunk, Comma};
use super::writer::Writer;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{
    Expected, Known, KnownWhen, Outcome, Scenario, ScenarioDay, ScenarioLine,
};

impl Writer<'_> {
    /// A scenario that ends before `next`.
    pub(super) fn scenario(&mut self, scenario: &Scenario, span: Span, next: u32) {
        let block = self.trivia.block(scenario.name.span.end);
        self.start(span.start, block.0);
        self.page
            .line(format!("scenario {} {{", text(&scenario.name.node)));
        let widths = widths(scenario);
        let first = scenario.lines.first().map(|first| first.span.start);
        self.block(block, first, |inside| {
            for (at, line) in scenario.lines.iter().enumerate() {
                let next = scenario.lines.get(at + 1);
                let next = next.map_or(block.1, |next| next.span.start);
                inside.scenario_line(line, next, &widths);
            }
        });
        self.page.line("}");
        self.end(span.end, next);
    }

    fn scenario_line(&mut self, line: &Spanned<ScenarioLine>, next: u32, widths: &[usize]) {
        let place = (line.span.start, line.span.end);
        match &line.node {
            ScenarioLine::Given(all) => self.whole(place, next, given(all), Comma::Joins),
            ScenarioLine::Expected(one) => {
                self.start(place.0, place.1);
                self.page.line(expected(one));
                self.end(place.1, next);
            }
            ScenarioLine::Row(cells) => {
                self.start(place.0, place.1);
                self.page.line(row(cells, widths));
                self.end(place.1, next);
            }
        }
    }
}

/// How wide each column is.
fn widths(scenario: &Scenario) -> Vec<usize> {
    let mut widths = Vec::new();
    for (_, cells) in scenario.rows() {
        for (at, cell) in cells.iter().enumerate() {
            if at == widths.len() {
                widths.push(0);
            }
            if let Some(width) = widths.get_mut(at) {
                *width = cell.node.width().max(*width);
            }
        }
    }
    widths
}

/// `| V | 10 | avoid |`
fn row(cells: &[Spanned<String>], widths: &[usize]) -> String {
    let mut out = "|".to_owned();
    for (cell, width) in cells.iter().zip(widths) {
        let gap = " ".repeat(width.saturating_sub(cell.node.width()));
        out.push_str(&format!(" {}{gap} |", cell.node));
    }
    out
}

/// `given skin type V, age 34`, which goes on behind a comma.
fn given(all: &[Spanned<Known>]) -> Vec<Chunk> {
    let last = all.len().saturating_sub(1);
    let parts = all.iter().enumerate().map(|(at, one)| {
        let comma = if at < last { "," } else { "" };
        let given = if at == 0 { "given " } else { "" };
        Chunk::from(format!("{given}{}{comma}", known(&one.node)))
    });
    parts.collect()
}

/// `healed on day 5`
pub(crate) fn known(known: &Known) -> String {
    match known {
        Known::Treated { on, at } => {
            let at = at.map_or_else(String::new, |at| format!(" at {}", at.format("%H:%M")));
            format!("treated {on}{at}")
        }
        Known::Said { words, when } => match when {
            None => words.node.clone(),
            Some(KnownWhen::On(on)) => format!("{} on {}", words.node, day(on.node)),
            Some(KnownWhen::LastTaken(on)) => {
                format!("{} last taken {}", words.node, day(on.node))
            }
        },
    }
}

/// `on day 10 at 09:00 then avoid direct sun`
pub(crate) fn expected(expected: &Expected) -> String {
    let on = expected.on.map(|on| format!("on {} ", day(on.node)));
    let at = expected.at.map(|at| format!("at {} ", at.format("%H:%M")));
    format!(
        "{}{}then {}",
        on.unwrap_or_default(),
        at.unwrap_or_default(),
        outcome(&expected.outcome.node)
    )
}

/// `avoid direct sun`
pub(crate) fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Answer { answer, thing } => format!("{} {}", answer.words(), thing.node),
        Outcome::Refused => "refused".to_owned(),
        Outcome::Contact => "contact".to_owned(),
        Outcome::Deferred(None) => "deferred".to_owned(),
        Outcome::Deferred(Some(until)) => format!("deferred until {}", day(until.node)),
        Outcome::FirstFree { thing, day: first } => {
            format!("first free day of {} is {}", thing.node, day(first.node))
        }
        Outcome::Asks(fact) => format!("asks {}", fact.node),
        Outcome::Says {
            saying,
            label,
            words,
        } => {
            let words = words
                .as_ref()
                .map(|words| format!(" {}", text(&words.node)));
            let words = words.unwrap_or_default();
            format!("{} {}{words}", saying.words(), name(label))
        }
    }
}

/// `day 10`, `2026-06-11`
pub(crate) fn day(day: ScenarioDay) -> String {
    match day {
        ScenarioDay::Day(number) => format!("day {number}"),
        ScenarioDay::Date(date) => date.to_string(),
    }
}
