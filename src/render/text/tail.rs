//! The end of the page: what is open, what is not said, where it comes from.

use crate::plan::{Loosening, Plan, RuleRef};
use crate::render::Word;

use super::context::{Context, at, at_all};
use super::page::{Flow, Page};
use super::phrase::{sentence, stopped};
use super::style::Style;
use super::{several, variants};

/// Questions, additions, the clinic's lines, gaps, warnings, sources and the intended use.
pub(super) fn tail(context: &Context<'_>, page: &mut Page) {
    let plan = context.plan;
    questions(plan, page);
    can_be_added(plan, page);
    for_the_clinic(plan, page);
    not_covered(plan, page);
    several::changes(plan, page);
    loosened(&plan.loosened, page);
    warnings(plan, page);
    sources(plan, page);
    page.blank();
    let receipt = Word::Receipt.with(&[
        ("engine", plan.engine.as_str()),
        ("fingerprint", plan.fingerprint.as_str()),
    ]);
    page.paragraph(Flow::new().add(Style::Quiet, receipt));
    page.paragraph(Flow::new().plain(Word::IntendedUse.text()));
}

fn questions(plan: &Plan, page: &mut Page) {
    if plan.questions.is_empty() {
        return;
    }
    page.heading(Word::Questions.text());
    for (number, question) in (1_usize..).zip(&plan.questions) {
        let answers = Word::Answers.with(&[("answers", question.answers.trim_end_matches('.'))]);
        let flow = Flow::new()
            .add(Style::Strong, stopped(&question.text))
            .plain(answers);
        page.put(&format!("{number:>2}. "), 4, flow);
        let words = match plan.decides_what_is_over(question) {
            true => [Word::DecidesOneOver, Word::DecidesOver],
            false => [Word::DecidesOne, Word::Decides],
        };
        page.under(Flow::new().add(Style::Quiet, decided(&question.decides, words)));
    }
    page.blank();
    page.paragraph(Flow::new().plain(Word::AnswerHow.text()));
    for question in &plan.questions {
        page.under(Flow::from(question.answer_with.clone()));
    }
}

pub(super) fn decides(rules: &[RuleRef]) -> String {
    decided(rules, [Word::DecidesOne, Word::Decides])
}

/// What an answer decides, in the words for one line and for more.
fn decided(rules: &[RuleRef], [one, more]: [Word; 2]) -> String {
    let places = at_all(rules);
    match rules.len() {
        0 => String::new(),
        1 => one.with(&[("places", &places)]),
        many => more.with(&[("n", &many.to_string()), ("places", &places)]),
    }
}

pub(super) fn can_be_added(plan: &Plan, page: &mut Page) {
    if plan.can_be_added.is_empty() {
        return;
    }
    page.heading(Word::CanBeAdded.text());
    for line in &plan.can_be_added {
        named(page, &line.what, &line.text);
    }
}

pub(super) fn for_the_clinic(plan: &Plan, page: &mut Page) {
    if plan.for_the_clinic.is_empty() {
        return;
    }
    page.heading(Word::ForTheClinic.text());
    for line in &plan.for_the_clinic {
        let place = line.rule.as_ref().map(at).unwrap_or_default();
        let text = stopped(&sentence(&line.text));
        page.item(Flow::from(text).add(Style::Quiet, place));
    }
}

pub(super) fn not_covered(plan: &Plan, page: &mut Page) {
    if plan.not_covered.is_empty() {
        return;
    }
    page.heading(Word::NotCovered.text());
    for line in &plan.not_covered {
        named(page, &line.thing, &line.text);
    }
}

/// Where a variant asks less.
pub(super) fn loosened(all: &[Loosening], page: &mut Page) {
    if all.is_empty() {
        return;
    }
    page.heading(Word::Loosened.text());
    for one in all {
        variants::loosening(one, page);
    }
}

pub(super) fn warnings(plan: &Plan, page: &mut Page) {
    if plan.warnings.is_empty() {
        return;
    }
    page.heading(Word::Warnings.text());
    for line in &plan.warnings {
        let place = line.location.as_ref();
        let place = place.map(|place| format!("{}:{}", place.file, place.line));
        let text = stopped(&sentence(&line.text));
        page.item(Flow::from(text).add(Style::Quiet, place.unwrap_or_default()));
    }
}

pub(super) fn sources(plan: &Plan, page: &mut Page) {
    if plan.sources.is_empty() {
        return;
    }
    page.heading(Word::Sources.text());
    for (number, source) in (1_usize..).zip(&plan.sources) {
        let mut flow = Flow::from(source.title.clone());
        if let Some(url) = &source.url {
            flow = flow.add(Style::Quiet, format!("<{url}>"));
        }
        let lead = format!("[{number}] ");
        page.put(&lead, lead.len(), flow);
    }
}

/// A thing and what there is to say about it.
fn named(page: &mut Page, name: &str, text: &str) {
    page.item(
        Flow::new()
            .add(Style::Strong, format!("{name}:"))
            .plain(stopped(text)),
    );
}
