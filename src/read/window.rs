//! When a rule holds, in words: every end, which part is firm, and what comes after.

use super::point::{at, days};
use crate::check::{Anchor, Extent, FromEnd, Point, Window};
use crate::eval::reading::{Role, duration};
use crate::syntax::tree::Duration;
use crate::vocabulary::Vocabulary;

/// What the words of a window hang on.
#[derive(Clone, Copy)]
pub(super) struct Times<'a> {
    /// The names.
    pub vocabulary: &'a Vocabulary,
    /// `aftercare for D`
    pub aftercare: Option<Duration>,
    /// What the rule does: ranges read otherwise of what restricts.
    pub role: Role,
    /// How the softer part of a range is called: `as advice only`, of what is normal `at times`.
    pub soft: &'static str,
}

impl Times<'_> {
    /// `for 7 days, from the treatment (day 0) until the end of day 6`
    pub(super) fn phrase(self, window: &Window) -> String {
        match window {
            Window::Unsaid => self.unsaid(),
            Window::For(extent) => self.after(*extent),
            Window::Before(extent) => self.before(*extent),
            Window::Around {
                before: first,
                after: then,
            } => format!("{}, and {}", self.before(*first), self.after(*then)),
            Window::Days { first, last } if first == last => {
                format!("on all of day {first}")
            }
            Window::Days { first, last } => format!(
                "on days {first} to {last}, from the start of day {first} until the end of day {last}"
            ),
            Window::From { from, end } => self.from(from, end),
            Window::Until {
                until,
                at_least,
                at_most,
                usually,
            } => self.until(until, *at_least, *at_most, usually.as_deref()),
            Window::Today => {
                "on the day of the treatment (day 0), from the treatment until that day ends"
                    .to_owned()
            }
            Window::ForTheCourse => {
                "for the course, from the treatment until the final session".to_owned()
            }
            Window::BetweenSessions => "between sessions, from the first to the last".to_owned(),
            Window::BeforeTreatment => {
                "at any time before the treatment, until the treatment itself".to_owned()
            }
            Window::Always => {
                "always, before the treatment and after it, without an end".to_owned()
            }
        }
    }

    /// Where a window starts that says only when it ends.
    fn start(self) -> &'static str {
        match self.role {
            Role::GoingOn => "already before the treatment, and",
            _ => "from the treatment (day 0)",
        }
    }

    fn unsaid(self) -> String {
        match self.aftercare {
            Some(length) => format!(
                "for the {} of aftercare (no time is written), {} {}",
                duration(length),
                self.start(),
                end(length)
            ),
            None => format!(
                "{}, without an end (no time is written, and the header has no aftercare)",
                match self.role {
                    Role::GoingOn => "already before the treatment, and after it",
                    _ => "from the treatment on",
                }
            ),
        }
    }

    fn from(self, from: &Point, end: &FromEnd) -> String {
        let start = format!("from {}{}", at(self.vocabulary, from), self.early(from));
        match end {
            FromEnd::Open => format!("{start} on, without an end"),
            FromEnd::Until(until) => format!("{start} {}", self.until_point(until)),
            FromEnd::For(extent) => {
                let last = match (from, days(extent.firm())) {
                    (Point::Day(day), Some(more)) => {
                        let last = i64::from(*day) + i64::from(more) - 1;
                        format!(" (until the end of day {last})")
                    }
                    _ => String::new(),
                };
                format!("{start} {}{last}{}", lasting(*extent), self.then(*extent))
            }
        }
    }

    /// What the earlier end of a starting range means.
    fn early(self, from: &Point) -> &'static str {
        if !is_range(from) {
            return "";
        }
        match self.role {
            Role::Restriction | Role::Expected => " (already from the earlier of the two)",
            Role::Duty | Role::GoingOn | Role::Permission => {
                " (from the earlier as advice only, from the later firmly)"
            }
        }
    }

    fn until_point(self, until: &Point) -> String {
        if let Point::Offset {
            anchor: Anchor::Vague(length),
            ..
        } = until
        {
            return format!("for {length} (how long that is, is not said)");
        }
        let range = if is_range(until) {
            format!(
                " (firmly until the earlier, then {} until the later)",
                self.soft
            )
        } else {
            String::new()
        };
        let last = match until {
            Point::Day(day) => format!(" (day {} is the last day)", i64::from(*day) - 1),
            _ => String::new(),
        };
        format!("until {}{last}{range}", at(self.vocabulary, until))
    }

    fn until(
        self,
        until: &Point,
        at_least: Option<Duration>,
        at_most: Option<Duration>,
        usually: Option<&str>,
    ) -> String {
        let mut text = format!("{} {}", self.start(), self.until_point(until));
        if let Some(least) = at_least {
            text.push_str(&format!(
                ", but at least for {} ({})",
                duration(least),
                end(least)
            ));
        }
        if let Some(most) = at_most {
            text.push_str(&format!(
                ", but at most for {} ({})",
                duration(most),
                end(most)
            ));
        }
        if let Some(usually) = usually {
            text.push_str(&format!(
                ", which is usually after {usually} (that ends nothing)"
            ));
        }
        text
    }

    /// What is advised after the firm part.
    fn then(self, extent: Extent) -> String {
        match extent.advised() {
            None => String::new(),
            Some(more) => format!(", then {} until {} have passed", self.soft, duration(more)),
        }
    }

    fn after(self, extent: Extent) -> String {
        let firm = format!(
            "{}, from the treatment (day 0) {}",
            lasting(extent),
            end(extent.firm())
        );
        match extent.advised() {
            None => firm,
            Some(more) => format!(
                "{firm}, and then {} up to {}, {}",
                self.soft,
                duration(more),
                end(more)
            ),
        }
    }

    fn before(self, extent: Extent) -> String {
        let from = days(extent.firm())
            .map_or_else(String::new, |day| format!("from the start of day -{day} "));
        let firm = format!(
            "{} before the treatment, {from}until the treatment itself",
            lasting(extent)
        );
        match extent.advised() {
            None => firm,
            Some(more) => format!(
                "{firm}, and before that already, {}, {}{} before the treatment",
                self.soft,
                start(more),
                duration(more)
            ),
        }
    }
}

fn is_range(point: &Point) -> bool {
    point.parts().iter().any(|one| {
        matches!(
            one,
            Point::Offset {
                distance: Some((_, Some(_))),
                ..
            }
        )
    })
}

/// `until the end of day 6`, `until 24 hours after it`
pub(super) fn end(length: Duration) -> String {
    match days(length) {
        Some(count) => format!("until the end of day {}", i64::from(count) - 1),
        None if length.unit.is_elapsed() => format!("until {} after it", duration(length)),
        None => format!("until the date {} later begins", duration(length)),
    }
}

/// `for 7 days`, `for at least 7 days`
fn lasting(extent: Extent) -> String {
    let least = if extent.is_minimum() { "at least " } else { "" };
    format!("for {least}{}", duration(extent.firm()))
}

/// `from the start of day -14, `
fn start(length: Duration) -> String {
    days(length).map_or_else(
        || "from ".to_owned(),
        |day| format!("from the start of day -{day}, "),
    )
}

/// What comes once a restriction is over.
pub(super) fn afterwards(window: &Window) -> String {
    const NOTHING: &str = "After that the protocol says nothing about it.";
    const ENDLESS: &str = "It has no end.";
    const UNCOUNTED: &str = "It never ends by itself: no end date is known.";
    const MINIMUM: &str = "After that it is not given back: the protocol says nothing about it \
                           until another rule speaks.";
    match window {
        Window::Unsaid => NOTHING.to_owned(),
        Window::Before(_) | Window::BeforeTreatment => {
            "With the treatment it is over, and the protocol says nothing more about it.".to_owned()
        }
        Window::Always
        | Window::From {
            end: FromEnd::Open, ..
        } => ENDLESS.to_owned(),
        Window::For(extent) | Window::Around { after: extent, .. } if extent.is_minimum() => {
            MINIMUM.to_owned()
        }
        Window::For(extent) | Window::Around { after: extent, .. } => {
            allowed_again(Some(extent.advised().unwrap_or(extent.firm())))
        }
        Window::Days { last, .. } if *last < 0 => NOTHING.to_owned(),
        Window::Days { last, .. } => free_on(i64::from(*last) + 1),
        Window::From {
            end: FromEnd::For(extent),
            ..
        } if extent.is_minimum() => MINIMUM.to_owned(),
        Window::From {
            end: FromEnd::Until(until),
            ..
        }
        | Window::Until { until, .. }
            if never_comes(until) =>
        {
            let vague = until.parts().iter().any(is_uncounted);
            (if vague { UNCOUNTED } else { NOTHING }).to_owned()
        }
        Window::Until {
            at_most: Some(_), ..
        } => {
            "After that it is allowed again; where the most came first, the protocol says nothing \
             about it."
                .to_owned()
        }
        Window::From {
            end: FromEnd::Until(Point::Day(day)),
            ..
        }
        | Window::Until {
            until: Point::Day(day),
            ..
        } => free_on(i64::from(*day)),
        Window::From { .. }
        | Window::Until { .. }
        | Window::ForTheCourse
        | Window::BetweenSessions => allowed_again(None),
        Window::Today => free_on(1),
    }
}

fn free_on(day: i64) -> String {
    format!("After that it is allowed again: day {day} is the first free day.")
}

fn allowed_again(length: Option<Duration>) -> String {
    match length.and_then(days) {
        Some(day) => free_on(i64::from(day)),
        None => "After that it is allowed again.".to_owned(),
    }
}

/// Whether a point is printed and not computed, so that nothing is given back at it.
fn never_comes(point: &Point) -> bool {
    point.parts().iter().any(|one| {
        matches!(
            one,
            Point::Offset {
                anchor: Anchor::Step(_) | Anchor::Bedtime | Anchor::Vague(_),
                ..
            }
        )
    })
}

/// Whether a point is the end of a length of time without a number.
fn is_uncounted(point: &Point) -> bool {
    matches!(
        point,
        Point::Offset {
            anchor: Anchor::Vague(_),
            ..
        }
    )
}
