//! The open questions, each with what its answers would change.

use crate::plan::Question;
use crate::render::{InterviewWord, Word, any_of};
use crate::reply::{Change, Difference, Effect, LineChange, Questions, Weighed};

use super::super::page::{Flow, Page};
use super::super::phrase::{spoken, stopped};
use super::super::style::Style;
use super::super::tail::decides;
use super::difference::status;

/// How many lines are named before the others are counted.
const NAMED: usize = 2;

/// How many answers are named before the others are counted.
const ANSWERS: usize = 6;

pub(super) fn questions(questions: &Questions, page: &mut Page) {
    if questions.questions.is_empty() {
        page.paragraph(Flow::new().plain(Word::NoQuestions.text()));
        return;
    }
    page.heading(Word::QuestionsWeighed.text());
    for (number, weighed) in (1_usize..).zip(&questions.questions) {
        question(number, weighed, page);
    }
}

fn question(number: usize, weighed: &Weighed, page: &mut Page) {
    let question = &weighed.question;
    let answers = Word::Answers.with(&[("answers", question.answers.trim_end_matches('.'))]);
    let flow = Flow::new()
        .add(Style::Strong, stopped(&question.text))
        .plain(answers);
    page.blank();
    page.put(&format!("{number:>2}. "), 4, flow);
    page.under(Flow::new().add(Style::Quiet, decides(&question.decides)));
    effects(&weighed.effects, page);
}

/// A question as an interview asks it.
pub(super) fn asked(number: usize, question: &Question, page: &mut Page) {
    let text = Flow::new().add(Style::Strong, stopped(&question.text));
    page.put(&format!("{number}. "), 3, text);
    let answers = question.answers.trim_end_matches('.');
    let answers = InterviewWord::Answers.with(&[("answers", answers)]);
    page.put("   ", 3, Flow::new().add(Style::Quiet, answers));
}

/// Why a question is asked.
pub(super) fn help(weighed: &Weighed, page: &mut Page) {
    page.under(Flow::from(decides(&weighed.question.decides)));
    effects(&weighed.effects, page);
}

/// What each answer would change.
fn effects(effects: &[Effect], page: &mut Page) {
    for effect in effects {
        let what = in_a_few_words(&effect.difference);
        let more = effect.answers.len().saturating_sub(ANSWERS);
        let answers = if more > 0 {
            let first: Vec<&str> = effect
                .answers
                .iter()
                .take(ANSWERS)
                .map(String::as_str)
                .collect();
            let (first, more) = (first.join(", "), more.to_string());
            Word::SomeOf.with(&[("first", &first), ("n", &more)])
        } else {
            any_of(&effect.answers)
        };
        let line = Word::EffectLine.with(&[("answers", &answers), ("what", &what)]);
        page.put("    - ", 6, Flow::from(line));
    }
}

/// `settles avoid makeup for 7 days; drops avoid direct sun; the plan is then ready`
fn in_a_few_words(difference: &Difference) -> String {
    let mut parts = Vec::new();
    let has = |change| difference.lines.iter().any(|line| line.change == change);
    let gains = has(Change::Settled) || has(Change::Added);
    for (change, word) in [
        (Change::Settled, Word::EffectSettles),
        (Change::Added, Word::EffectAdds),
        (Change::Gone, Word::EffectDrops),
        (Change::Opened, Word::EffectOpens),
        (Change::Moved, Word::EffectChanges),
        (Change::Changed, Word::EffectChanges),
    ] {
        let lines: Vec<&LineChange> = difference
            .lines
            .iter()
            .filter(|line| line.change == change)
            .collect();
        if !lines.is_empty() {
            let gained = matches!(change, Change::Settled | Change::Added);
            let what = match lines.len() {
                _ if gained || !gains => some(&lines),
                1 => Word::OneLine.text().to_owned(),
                many => Word::ManyLines.with(&[("n", &many.to_string())]),
            };
            parts.push(word.with(&[("what", &what)]));
        }
    }
    if difference.course && difference.lines.is_empty() {
        parts.push(Word::EffectCourse.text().to_owned());
    }
    if let Some(change) = difference.status {
        parts.push(Word::EffectStatus.with(&[("status", status(change.to))]));
    }
    if parts.is_empty() {
        Word::EffectNothing.text().to_owned()
    } else {
        parts.join("; ")
    }
}

/// The first lines by what they are about, and the number of the others.
fn some(lines: &[&LineChange]) -> String {
    let mut named: Vec<String> = Vec::new();
    for line in lines {
        let about = spoken(&format!("{} {}", line.kind, line.about));
        let about = format!("`{}`", about.trim());
        if !named.contains(&about) {
            named.push(about);
        }
    }
    let more = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let first = named.join(", ");
    if more == 0 {
        first
    } else {
        Word::SomeOf.with(&[("first", &first), ("n", &more.to_string())])
    }
}
