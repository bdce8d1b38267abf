//! Replies for a person: the answer first, then until when, then why.

mod answer;
mod difference;
mod ingredients;
mod questions;
mod until;
mod why_not;

use super::TextOptions;
use super::head;
use super::page::Page;
use super::style::paint;
use crate::plan::{Plan, Question};
use crate::reply::{Ingredients, Questions, Reply, Weighed};

/// An answer as text. `supposed` are the settings of `what_if`, as they were given.
#[must_use]
pub fn answer(reply: &Reply, supposed: &[String], options: &TextOptions) -> String {
    printed(options, |page| answer::answer(reply, supposed, page))
}

/// Only until when the answers hold.
#[must_use]
pub fn until(reply: &Reply, options: &TextOptions) -> String {
    printed(options, |page| answer::ends(reply, page))
}

/// The answers about a label as text: what is to be avoided first, what is not known never last.
#[must_use]
pub fn ingredients(list: &Ingredients, options: &TextOptions) -> String {
    printed(options, |page| ingredients::ingredients(list, page))
}

/// Weighed questions as text.
#[must_use]
pub fn questions(questions: &Questions, options: &TextOptions) -> String {
    printed(options, |page| questions::questions(questions, page))
}

/// One question of an interview.
#[must_use]
pub fn asked(number: usize, question: &Question, options: &TextOptions) -> String {
    printed(options, |page| questions::asked(number, question, page))
}

/// What the answers of one question would change.
#[must_use]
pub fn effects(weighed: &Weighed, options: &TextOptions) -> String {
    printed(options, |page| questions::help(weighed, page))
}

/// The status of a plan and what is behind it.
#[must_use]
pub fn status(plan: &Plan, options: &TextOptions) -> String {
    printed(options, |page| head::standing(plan, page))
}

fn printed(options: &TextOptions, print: impl FnOnce(&mut Page)) -> String {
    let mut page = Page::new(options.width);
    print(&mut page);
    paint(&page.into_lines(), options.colour)
}
