//! Windows that a file leaves open to two readings.

use crate::check::checker::Checker;
use crate::check::header::Front;
use crate::check::protocol::{Head, Rule};
use crate::check::window::{FromEnd, Point, Window};
use crate::diagnostic::{Code, Diagnostic};

impl Checker<'_> {
    /// Sentences without a window in a file that does not say how long they hold: one warning.
    pub(crate) fn missing_aftercare(&mut self, front: &Front, rules: &[Rule]) {
        if front.aftercare.is_some() {
            return;
        }
        let mut open = rules
            .iter()
            .filter(|rule| rule.window == Window::Unsaid && holds_for_a_time(&rule.head));
        let Some(first) = open.next() else {
            return;
        };
        let more = open.count();
        let others = match more {
            0 => String::new(),
            1 => ", nor does one other".to_owned(),
            more => format!(", nor do {more} others"),
        };
        self.report(
            Diagnostic::new(
                Code::MissingAftercare,
                first.span,
                format!("this sentence has no end{others}"),
                "until when?",
            )
            .with_help("write `aftercare for 2 weeks`, or what is right, in the header"),
        );
    }

    /// `on day 1` or `until day 1` where day 0 is never spoken of.
    pub(crate) fn day_one(&mut self, rules: &[Rule]) {
        let says_zero = rules
            .iter()
            .any(|rule| matches!(rule.window, Window::Today) || days(&rule.window).contains(&0));
        if says_zero {
            return;
        }
        let found = rules.iter().find(|rule| {
            matches!(
                &rule.window,
                Window::Days { first: 1, .. }
                    | Window::Until {
                        until: Point::Day(1),
                        ..
                    }
                    | Window::From {
                        end: FromEnd::Until(Point::Day(1)),
                        ..
                    }
            )
        });
        let Some(rule) = found else {
            return;
        };
        self.report(
            Diagnostic::new(
                Code::DayOne,
                rule.span,
                "day 1 is the day after the treatment, which is on day 0",
                "speaks of day 1",
            )
            .with_help(if matches!(rule.head, Head::Report { .. }) {
                // `today` behind a report would be read as how soon to call.
                "where day 1 is meant to be the day of the treatment, write `on day 0`"
            } else {
                "where day 1 is meant to be the day of the treatment, write `today`"
            }),
        );
    }
}

/// The days that a window names.
fn days(window: &Window) -> Vec<i32> {
    let named = |point: &Point| {
        let days = point.parts().iter().filter_map(|one| match one {
            Point::Day(day) => Some(*day),
            _ => None,
        });
        days.collect::<Vec<_>>()
    };
    match window {
        Window::Days { first, last } => vec![*first, *last],
        Window::From { from, end } => {
            let end = match end {
                FromEnd::Until(end) => named(end),
                _ => Vec::new(),
            };
            named(from).into_iter().chain(end).collect()
        }
        Window::Until { until, .. } => named(until),
        _ => Vec::new(),
    }
}

fn holds_for_a_time(head: &Head) -> bool {
    matches!(
        head,
        Head::Avoid { .. }
            | Head::Duty { .. }
            | Head::Allow { .. }
            | Head::Limit { .. }
            | Head::Expect { .. }
            | Head::Steps { .. }
    )
}
