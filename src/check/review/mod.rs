//! What only the whole protocol shows: doubles, gaps, contradictions, what is never used.

mod at_odds;
mod before_then;
mod by_whom;
mod cap;
mod course;
mod course_cap;
mod ended_by_event;
mod ended_sign;
mod excluded;
mod from_treatment;
mod going_on;
mod header;
mod late_flag;
mod left_out;
mod lost;
mod namesake;
pub(crate) mod no_import;
mod not_everybody;
mod only_of_kind;
mod outside_class;
mod put_on_before;
mod red_flag;
pub(crate) mod repeated;
mod reported_later;
mod stopped;
pub(crate) mod unused;
mod visit_twice;
mod window;

pub(crate) use red_flag::tell_apart;

use super::checker::Checker;
use super::files::LoadedFile;
use super::header::Front;
use super::protocol::Rule;
use super::run::CheckOptions;
use crate::span::Span;
use crate::syntax::tree::{File, Item, Sentence, Statement};

impl Checker<'_> {
    /// Looks at the whole protocol: its own file, and the sentences that it has, whichever file says them.
    pub(crate) fn review(
        &mut self,
        (main, whole): (&LoadedFile, &File),
        front: &Front,
        rules: &[Rule],
        options: &CheckOptions,
    ) {
        self.missing_header(main, front);
        self.review_due(front, options);
        self.missing_aftercare(front, rules);
        self.day_one(rules);
        self.ended_signs(main);
        self.ended_by_events(rules);
        self.by_whom(rules);
        self.expected_and_reported(rules);
        self.late_flags(main, rules);
        self.lengths_from_treatment(main, rules);
        self.reported_later(main, rules);
        self.unlike_others(rules);
        self.already_covered(rules);
        self.above_caps(rules);
        self.courses_above_caps(front, rules);
        self.at_odds(rules);
        self.before_then(rules);
        self.banned_from_treatment_on(rules);
        self.excluded_unsaid(main, rules);
        self.only_of_kind(rules);
        self.stopped_and_taking(rules);
        self.left_out_of_going_on(rules);
        self.going_on_and_left(rules);
        self.ends_not_for_everybody(main, rules);
        self.namesakes(rules);
        self.visits_twice(rules);
        self.overlapping_sessions(rules);
        self.large_conditions(rules);
        self.repeated(whole);
        self.unused(main);
        self.outside_classes(main, rules);
    }
}

/// Calls `visit` with every sentence of a file, in order.
pub(crate) fn sentences<'f>(file: &'f File, visit: &mut impl FnMut(&'f Sentence)) {
    placed_sentences(file, &mut |sentence, _| visit(sentence));
}

/// Calls `visit` with every sentence of a file and its place, in order.
pub(crate) fn placed_sentences<'f>(file: &'f File, visit: &mut impl FnMut(&'f Sentence, Span)) {
    fn inside<'f>(
        statement: &'f Statement,
        span: Span,
        visit: &mut impl FnMut(&'f Sentence, Span),
    ) {
        match statement {
            Statement::Sentence(sentence) => visit(sentence, span),
            Statement::Section { body, .. } => {
                for inner in body {
                    inside(&inner.node, inner.span, visit);
                }
            }
            Statement::When {
                body, otherwise, ..
            } => {
                for inner in body.iter().chain(otherwise.iter().flatten()) {
                    inside(&inner.node, inner.span, visit);
                }
            }
        }
    }
    for item in &file.items {
        if let Item::Statement(statement) = &item.node {
            inside(statement, item.span, visit);
        }
    }
}
