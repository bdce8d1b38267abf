//! What became of scenarios, for the author of a protocol: what was expected, what the plan says and why.

use super::page::{Flow, Page};
use super::reply::brief;
use super::style::{Line, Style};
use crate::plan::{State, Status};
use crate::render::{all_of, date_words};
use crate::scenario::{Failure, Result, Said};
use crate::source::Sources;

/// How far in stands what the plan says instead.
const INSET: usize = 4;

/// The scenarios that failed, with all that they expected in vain.
#[must_use]
pub fn failure_lines(results: &[Result], sources: &Sources, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    for result in results.iter().filter(|result| !result.passed()) {
        page.blank();
        let name = format!("{}:", result.name);
        let title = Flow::new()
            .add(Style::Alert, "FAILED")
            .add(Style::Strong, name);
        page.paragraph(title);
        for failure in &result.failures {
            one(failure, sources, &mut page);
        }
    }
    page.into_lines()
}

fn one(failure: &Failure, sources: &Sources, page: &mut Page) {
    let place = format!(
        "{}:{}",
        sources.name(failure.span),
        sources.position(failure.span).line
    );
    let day = format!("on {} (day {})", date_words(failure.on.date), failure.day);
    page.item(
        Flow::from(format!("Expected {day}:"))
            .add(Style::Strong, failure.expected.clone())
            .add(Style::Quiet, place),
    );
    match &failure.found {
        Said::Answer(reply) => page.inset(brief(reply, page.width().saturating_sub(INSET)), INSET),
        other => said(other).into_iter().for_each(|line| page.under(line)),
    }
}

/// What the plan says instead, in sentences.
fn said(found: &Said) -> Vec<Flow> {
    match found {
        Said::Answer(_) => Vec::new(),
        Said::Status {
            status,
            reasons,
            until,
        } => {
            let until = until.map(|day| format!(" until {}", date_words(day)));
            let until = until.unwrap_or_default();
            let first = format!("The plan's status is {}{until}.", status_words(*status));
            let reasons = reasons.iter().map(|reason| Flow::from(reason.clone()));
            std::iter::once(Flow::from(first)).chain(reasons).collect()
        }
        Said::Questions(facts) if facts.is_empty() => {
            vec![Flow::from("The plan asks nothing.".to_owned())]
        }
        Said::Questions(facts) => {
            vec![Flow::from(format!(
                "The plan asks about {}.",
                all_of(facts)
            ))]
        }
        Said::NoPlan(diagnostic) => {
            vec![Flow::from(format!(
                "No plan can be made: {}.",
                diagnostic.message
            ))]
        }
        Said::Lines { rule, state, words } => {
            let what = match (rule, state) {
                (None, _) => {
                    "The plan does not have this sentence: its condition is not so for this patient."
                }
                (Some(_), None) => "The sentence does not hold on this day.",
                (Some(_), Some(_)) if !words.is_empty() => "The sentence is there, and says:",
                (Some(_), Some(State::Settled)) => "The sentence is there, and settled.",
                (Some(_), Some(State::Conditional)) => {
                    "The sentence is there, and holds once a symptom is."
                }
                (Some(_), Some(State::Provisional)) => {
                    "The sentence is there as long as something is not known."
                }
                (Some(_), Some(State::Waiting)) => {
                    "The sentence is there, and waits for an answer."
                }
            };
            let mut flows = vec![Flow::from(what.to_owned())];
            if !words.is_empty() {
                flows.push(Flow::from(words.join("; ")));
            }
            flows.extend(rule.as_ref().map(|rule| {
                let place = format!("{}:{}", rule.location.file, rule.location.line);
                Flow::from(format!("Why: {}", rule.sentence)).add(Style::Quiet, place)
            }));
            flows
        }
    }
}

/// A status, as scenarios and plans name it.
fn status_words(status: Status) -> &'static str {
    match status {
        Status::Contact => "`contact`: a warning sign is reported",
        Status::Refuse => "`refused`",
        Status::Defer => "`deferred`",
        Status::Unsettled => "not final: parts of the plan hang on what is not known",
        Status::Proceed => "ready: nothing refuses or defers the treatment",
    }
}

/// What the plan says in place of what was expected, in sentences, each by itself.
pub(crate) fn said_in_words(found: &Said) -> Vec<String> {
    let flows = match found {
        Said::Answer(reply) => {
            let mut page = Page::new(usize::from(u16::MAX));
            page.inset(brief(reply, page.width()), 0);
            page.into_lines()
        }
        other => {
            let mut page = Page::new(usize::from(u16::MAX));
            for flow in said(other) {
                page.paragraph(flow);
            }
            page.into_lines()
        }
    };
    let text = |line: Line| -> String { line.into_iter().map(|piece| piece.text).collect() };
    let texts = flows.into_iter().map(text);
    texts.map(|text| text.trim().to_owned()).collect()
}
