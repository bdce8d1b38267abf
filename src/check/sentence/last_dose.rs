//! `take aciclovir until day 7`: a point is where a time ends, so that day 7 has no dose. Of a ban that is what sheets
//! mean; of a course of tablets it seldom is.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::check::window::{Anchor, FromEnd, Point, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, TimeUnit};

impl Checker<'_> {
    /// Warns of a medicine's course that ends before the day that is named, and offers both readings in days.
    pub(super) fn last_dose(&mut self, head: &Head, window: &Window, span: Span) {
        let Head::Duty { things, .. } = head else {
            return;
        };
        let is_medicine = |id| self.vocabulary.thing(id).kind == Kind::Medicine;
        let Some((first, end)) = days_of(window).filter(|(first, end)| first < end) else {
            return;
        };
        if !things.iter().any(|one| is_medicine(one.thing)) {
            return;
        }
        let last = end - 1;
        let raw = self.one_line(span);
        // `until 5 days` is how long, as other helps write it; `until 5 days after treatment` names the day.
        let names_a_day = raw.contains("day ") || raw.contains(" after ");
        if !names_a_day {
            return;
        }
        let (with, without) = (on_days(first, end), on_days(first, last));
        self.report(
            Diagnostic::new(
                Code::LastDose,
                span,
                format!("`{raw}` ends as day {end} begins: day {last} is the last day"),
                format!("no dose on day {end}"),
            )
            .with_help(format!(
                "where day {end} has a dose, too, write `{with}`; where it has none, `{without}`"
            ))
            .with_fix(span, with)
            .with_fix(span, without),
        );
    }
}

fn on_days(first: i32, last: i32) -> String {
    if first == last {
        format!("on day {first}")
    } else {
        format!("on days {first}..{last}")
    }
}

/// The first day of a time that ends as a day begins, and that day; none where it does not count in days.
fn days_of(window: &Window) -> Option<(i32, i32)> {
    match window {
        Window::Until {
            until,
            at_least: None,
            at_most: None,
            ..
        } => Some((0, day_of(until)?)),
        Window::From {
            from,
            end: FromEnd::Until(end),
        } => Some((day_of(from)?, day_of(end)?)),
        _ => None,
    }
}

/// The day on which a point lies, where it counts in days from the treatment.
fn day_of(point: &Point) -> Option<i32> {
    match point {
        Point::Day(day) => Some(*day),
        Point::Offset {
            distance,
            before,
            anchor: Anchor::Treatment,
        } => {
            let days = match distance {
                None => 0,
                Some((length, None)) => {
                    let times = match length.unit {
                        TimeUnit::Day => 1,
                        TimeUnit::Week => 7,
                        _ => return None,
                    };
                    i32::try_from(length.amount.as_whole()?)
                        .ok()?
                        .checked_mul(times)?
                }
                Some((_, Some(_))) => return None,
            };
            Some(if *before { -days } else { days })
        }
        _ => None,
    }
}
