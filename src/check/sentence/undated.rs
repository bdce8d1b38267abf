//! `avoid washing hair for 2 days after PRP`: a thing is no event, and a ban that counts from one would never start.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::check::window::{Anchor, FromEnd, Point, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{self, WindowKind};
use crate::vocabulary::{VERBS, fold};

impl Checker<'_> {
    /// Refuses a restriction of days, or a sign, that starts with what has no date; whether it did. Minutes and hours may count
    /// from something that is done again and again.
    pub(super) fn undated(
        &mut self,
        (head, head_span): (&Head, Span),
        window: &Window,
        span: Span,
    ) -> bool {
        let Window::From { from, end } = window else {
            return false;
        };
        let is_sign = matches!(head, Head::Report { .. } | Head::Expect { .. });
        let is_restriction = matches!(head, Head::Avoid { .. } | Head::Limit { .. });
        if !(is_sign || is_restriction) || is_by_the_clock(end) {
            return false;
        }
        let mut steps = from.parts().iter().filter_map(step_of);
        let Some(thing) = steps.find(|step| !self.is_step(step)) else {
            return false;
        };
        let raw = self.one_line(span);
        let help = if is_sign {
            self.cause_as_sign(head_span, span)
        } else {
            format!(
                "leave `after {thing}` out to count from the treatment; what happens on another day is an event, such as \
                 `event {thing} done`"
            )
        };
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                span,
                format!(
                    "`{thing}` is no event: nobody says when it was, and `{raw}` would never start"
                ),
                "starts with no day",
            )
            .with_help(help),
        );
        true
    }

    /// `report itching from numbing cream`: what the sign comes from is a part of its name.
    fn cause_as_sign(&self, head: Span, from: Span) -> String {
        let (said, from) = (self.one_line(head), self.one_line(from));
        let (verb, sign) = said.split_once(' ').unwrap_or(("report", said.as_str()));
        let one = !sign.contains([',', '"']) && !sign.contains(" or ") && !sign.contains(" and ");
        let example = if one { sign } else { "itching" };
        format!(
            "for what the sign comes from declare `symptom \"{example} {from}\" in {example}`, and write `{verb} \
             \"{example} {from}\"`; to count from the treatment, leave `{from}` out"
        )
    }
}

impl Checker<'_> {
    /// None of a window that hangs on what has no date of this treatment, which it reports.
    pub(super) fn hangs_on_a_date(
        &mut self,
        head: &tree::Head,
        window: &tree::Window,
        span: Span,
    ) -> Option<()> {
        let refused = self.done_at(head, window, span)
            || self.around_a_procedure(window, span)
            || self.until_a_verb(window, span);
        (!refused).then_some(())
    }

    /// Refuses `until dry`, where `dry` is a verb and no step of a routine: nobody could say when it was; whether it did.
    fn until_a_verb(&mut self, window: &tree::Window, span: Span) -> bool {
        let until = match &window.kind {
            WindowKind::Until { until, .. } => until,
            WindowKind::From {
                until: Some(until), ..
            } => until,
            _ => return false,
        };
        let tree::Point::Offset {
            distance: None,
            anchor,
            ..
        } = &until.node
        else {
            return false;
        };
        let tree::Anchor::Named(name) = &anchor.node else {
            return false;
        };
        let key = fold(&name.text);
        let is_verb = VERBS.iter().any(|row| row.word == key);
        if !is_verb || self.steps.contains(&key) || self.read(&name.text).is_some() {
            return false;
        }
        let (raw, word) = (self.one_line(span), &name.text);
        self.report(
            Diagnostic::new(
                Code::WrongKind,
                span,
                format!("`{word}` is a verb and no event: nobody can say when it was, and `{raw}` would never end"),
                "ends on no day",
            )
            .with_help(format!(
                "declare what happens, `event {word}`, or in more words, as in `event wound is {word}`, and write it behind \
                 `until`"
            )),
        );
        true
    }
}

fn step_of(point: &Point) -> Option<&str> {
    match point {
        Point::Offset {
            anchor: Anchor::Step(step),
            ..
        } => Some(step),
        _ => None,
    }
}

/// Whether a time is over on the same day: `for 30 minutes after sunscreen` is meant each time.
fn is_by_the_clock(end: &FromEnd) -> bool {
    const HALF_A_DAY: i64 = 12 * 60;
    match end {
        FromEnd::For(extent) => extent.minutes().is_some_and(|minutes| minutes < HALF_A_DAY),
        _ => false,
    }
}
