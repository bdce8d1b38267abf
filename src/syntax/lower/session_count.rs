//! How many sessions a course has, and whether that is said at all.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{DurationRange, Head, Point, SessionCount};

/// What is to be written for a range where one end of it is said beside it.
const LEAST_ALONE: &str =
    "write the least alone, as in `sessions at least 8 weeks apart`, or `every` and the range";

impl Lower<'_> {
    /// `sessions 4`, `sessions 3..6`, `sessions at least 4`, `sessions up to 6`, `sessions every 4 weeks`
    pub(super) fn sessions(&mut self, parts: &mut Cursor<'_>) -> Option<Head> {
        let count = if let Some(usual) = parts.accept(Rule::usual) {
            let mut parts = Cursor::into(usual);
            let (low, high) = self.some_sessions(&mut parts)?;
            parts.end();
            SessionCount::Usually(low, high)
        } else if matches!(parts.peek(), None | Some(Rule::spaced)) {
            SessionCount::Open
        } else {
            let bound = parts.accept(Rule::bound);
            let numbers = self.some_sessions(parts)?;
            let or_more = parts.took(Rule::more);
            if let (Some(bound), true) = (&bound, or_more || numbers.1.is_some()) {
                self.bound_twice(self.span(bound));
                return None;
            }
            match (bound, numbers) {
                (Some(bound), (least, _)) if bound.as_str().ends_with("least") => {
                    SessionCount::AtLeast(least)
                }
                (Some(_), (most, _)) => SessionCount::UpTo(most),
                (None, (least, Some(most))) => SessionCount::Between(least, most),
                (None, (least, None)) if or_more => SessionCount::AtLeast(least),
                (None, (number, None)) => SessionCount::Exactly(number),
            }
        };
        let spaced = parts.accept(Rule::spaced);
        let at_least = spaced.is_some();
        let every = match spaced {
            Some(spaced) => Some(self.spaced(spaced, LEAST_ALONE)?),
            None => None,
        };
        Some(Head::Sessions {
            count,
            every,
            at_least,
        })
    }

    /// `at least 8 weeks apart`: one length of time, since a range has both its ends.
    pub(super) fn spaced(&mut self, pair: Pair<'_, Rule>, help: &str) -> Option<DurationRange> {
        let mut parts = Cursor::into(pair);
        let length = parts.presume(Rule::drange);
        let span = self.span(&length);
        let range = self.range(length);
        parts.end();
        let range = range?;
        if range.high.is_some() {
            self.both_ends(span, help);
            return None;
        }
        Some(range)
    }

    /// `visit "top-up" at least 4 weeks after treatment`
    pub(super) fn booked(&mut self, parts: &mut Cursor<'_>) -> Option<Head> {
        let title = self.string(&parts.presume(Rule::string));
        let at_least = parts.took(Rule::soonest);
        let about = parts.took(Rule::about);
        let point = self.point(parts.presume(Rule::point))?;
        if let Point::Offset {
            distance: Some(DurationRange { high: Some(_), .. }),
            ..
        } = &point.node
            && at_least
        {
            self.both_ends(
                point.span,
                "leave the word before it out, or write one number",
            );
            return None;
        }
        Some(Head::Visit {
            title,
            about,
            at_least,
            point,
        })
    }

    /// Refuses a range where one end of a time is said beside it.
    fn both_ends(&mut self, span: Span, help: &str) {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                span,
                format!("`{raw}` has both its ends, and what stands beside it says one of them"),
                "one length of time is wanted",
            )
            .with_help(help),
        );
    }

    /// `4`, `3..6`
    fn some_sessions(
        &mut self,
        parts: &mut Cursor<'_>,
    ) -> Option<(Spanned<u32>, Option<Spanned<u32>>)> {
        let low = self.count(&parts.presume(Rule::number))?;
        if low.node == 0 {
            self.out_of_range(
                low.span,
                "is no number of sessions",
                "a course has at least one session",
            );
            return None;
        }
        if !parts.took(Rule::op) {
            return Some((low, None));
        }
        let high = self.count(&parts.presume(Rule::number))?;
        if high.node < low.node {
            self.swap(low.span, high.span);
            return None;
        }
        Some((low, Some(high)))
    }

    /// `at least 3..6`: a range has both ends.
    fn bound_twice(&mut self, bound: Span) {
        let raw = self.quote(bound);
        let whole = self.with_blank_before(bound);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                bound,
                format!("`{raw}` and what follows it say an end of the course twice"),
                "the numbers behind it say it, too",
            )
            .with_help("leave it out, or write one number")
            .with_fix(whole, ""),
        );
    }

    /// `sessions at least 8 weeks apart every 4 weeks`
    pub(super) fn apart_twice(&mut self, every: Span) {
        let whole = self.with_blank_before(every);
        self.refuse(
            Diagnostic::new(
                Code::ClauseTwice,
                every,
                "how far apart the sessions are is given twice",
                "the second one",
            )
            .with_help("keep one of them")
            .with_fix(whole, ""),
        );
    }

    /// A course of which neither is said how many sessions it has nor how far apart they are.
    pub(super) fn no_course(&mut self, span: Span) {
        self.refuse(
            Diagnostic::new(
                Code::MissingThings,
                span,
                "`sessions` wants a number, a range or `every`",
                "none of them is said",
            )
            .with_help("write it as in `sessions 3..6 every 4..6 weeks`"),
        );
    }

    fn swap(&mut self, low: Span, high: Span) {
        let (first, second) = (self.quote(low), self.quote(high));
        self.refuse(
            Diagnostic::new(
                Code::ReversedRange,
                low.to(high),
                "the lower end of a range stands first",
                "this range runs backwards",
            )
            .with_help(format!("write `{second}..{first}`"))
            .with_edits(vec![
                Edit {
                    span: low,
                    text: second,
                },
                Edit {
                    span: high,
                    text: first,
                },
            ]),
        );
    }
}
