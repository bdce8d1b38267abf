//! Replies for a person: the answer first, then until when, then why.

mod answer;
mod brief;
mod difference;
mod ingredients;
mod questions;
mod until;
mod why_not;

use super::TextOptions;
use super::head;
use super::page::Page;
use super::style::{Line, paint};
use crate::plan::{Plan, Question};
use crate::reply::{Ingredients, Questions, Reply, Weighed, WhatIf, WhyNot};

/// An answer as text. `supposed` are the settings of `what_if`, as they were given.
#[must_use]
pub fn answer(reply: &Reply, supposed: &[String], options: &TextOptions) -> String {
    printed(options, |page| answer::answer(reply, supposed, page))
}

/// An answer in at most three lines: what, until when, why.
#[must_use]
pub fn brief(reply: &Reply, width: usize) -> Vec<Line> {
    laid_out(width, |page| brief::brief(reply, page))
}

/// What other answers of the patient would change.
#[must_use]
pub fn difference(what_if: &WhatIf, width: usize) -> Vec<Line> {
    laid_out(width, |page| brief::what_if(what_if, page))
}

/// Until when the answers hold, as lines.
#[must_use]
pub fn until_lines(reply: &Reply, width: usize) -> Vec<Line> {
    laid_out(width, |page| answer::ends(reply, page))
}

/// Weighed questions, as lines.
#[must_use]
pub fn questions_lines(questions: &Questions, width: usize) -> Vec<Line> {
    laid_out(width, |page| questions::questions(questions, page))
}

/// One question of an interview, as lines.
#[must_use]
pub fn asked_lines(number: usize, question: &Question, width: usize) -> Vec<Line> {
    laid_out(width, |page| questions::asked(number, question, page))
}

/// What the answers of one question would change, as lines.
#[must_use]
pub fn effects_lines(weighed: &Weighed, width: usize) -> Vec<Line> {
    laid_out(width, |page| questions::help(weighed, page))
}

/// Why a thing is not allowed, as lines.
#[must_use]
pub fn why_not_lines(why_not: &WhyNot, width: usize) -> Vec<Line> {
    laid_out(width, |page| why_not::why_not(why_not, page))
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
    paint(&laid_out(options.width, print), options.colour)
}

fn laid_out(width: usize, print: impl FnOnce(&mut Page)) -> Vec<Line> {
    let mut page = Page::new(width);
    print(&mut page);
    page.into_lines()
}
