//! When a sentence holds, as far as R4 can say it: how long after the treatment it starts, and how long it lasts.

use super::shapes::{Length, RelatedAction, Repeat, Span};
use crate::check::{Anchor, Extent, FromEnd, Head, Point, Protocol, Rule, Window};
use crate::number::Number;
use crate::render::FhirWord;
use crate::render::fhir::course::{decimal, in_unit, repeat, unit};
use crate::render::fhir::resource;
use crate::syntax::tree::{Duration, SessionWord, TimeUnit};

/// The action from which times count.
pub(super) const TREATMENT: &str = "treatment";

/// When, and what of that R4 cannot say.
#[derive(Debug, Default)]
pub(super) struct When {
    pub(super) starts: Option<RelatedAction>,
    pub(super) repeat: Option<Repeat>,
    pub(super) unsaid: Vec<FhirWord>,
}

/// The time of a rule.
pub(super) fn when(protocol: &Protocol, rule: &Rule) -> When {
    match &rule.head {
        Head::Sessions { .. } | Head::Maintenance { .. } => course(&rule.head),
        // A time that starts something says when it is, and not when at the soonest.
        Head::Visit { at_least: true, .. } => When {
            unsaid: vec![FhirWord::CannotOrMore],
            ..When::default()
        },
        Head::Visit { point, .. } => {
            let mut when = When::default();
            when.start(point);
            // A visit is between the two ends of its time, and not better at the later one.
            when.unsaid.retain(|word| *word != FhirWord::CannotAdvised);
            when
        }
        head if crate::read::has_time(head, &rule.window) => {
            let mut when = if rule.goes_on_before(&protocol.vocabulary) {
                When {
                    unsaid: vec![FhirWord::CannotTime],
                    ..When::default()
                }
            } else {
                windowed(protocol, &rule.window)
            };
            // Of what is expected or told, a range is no order that turns into advice.
            if matches!(
                head,
                Head::Expect { .. } | Head::Report { .. } | Head::Note(_)
            ) {
                when.unsaid.retain(|word| *word != FhirWord::CannotAdvised);
            }
            when
        }
        _ => When::default(),
    }
}

/// What a `resume` bans: up to the time from which on it permits.
pub(super) fn resumed(rule: &Rule) -> When {
    let mut when = When::default();
    if let Window::From { from, .. } = &rule.window {
        when.after(None);
        when.until(from);
    }
    when
}

fn course(head: &Head) -> When {
    let (often, unsaid) = match head {
        Head::Sessions {
            least,
            most,
            every,
            at_least,
            ..
        } => {
            let (count, count_max) = match most {
                Some(most) => (Some(*least), (most > least).then_some(*most)),
                None => (None, None),
            };
            let often = resource::Repeat {
                count,
                count_max,
                ..every.filter(|_| !at_least).map(repeat).unwrap_or_default()
            };
            let mut unsaid = vec![FhirWord::CannotSince];
            unsaid.extend(at_least.then_some(FhirWord::CannotOrMore));
            (often, unsaid)
        }
        Head::Maintenance { every } => (repeat(*every), vec![FhirWord::CannotAfterCourse]),
        _ => (resource::Repeat::default(), Vec::new()),
    };
    let said = often != resource::Repeat::default();
    When {
        starts: None,
        repeat: said.then_some(Repeat {
            often,
            ..Repeat::default()
        }),
        unsaid,
    }
}

fn windowed(protocol: &Protocol, window: &Window) -> When {
    let mut when = When::default();
    match window {
        Window::Unsaid => {
            when.after(None);
            if let Some(length) = protocol.aftercare {
                when.lasts(Extent::Exactly(length));
            }
        }
        Window::For(extent) => {
            when.after(None);
            when.lasts(*extent);
        }
        Window::Before(extent) => {
            when.starts = Some(related(
                "before-start",
                Some((extent.firm(), extent.advised())),
            ));
            when.lasts(*extent);
        }
        Window::Days { first, last } => {
            when.day(*first);
            when.lasts(Extent::Exactly(days((last - first + 1).unsigned_abs())));
        }
        Window::From { from, end } => {
            when.start(from);
            match end {
                FromEnd::Open => {}
                FromEnd::For(extent) => when.lasts(*extent),
                FromEnd::Until(_) => when.unsaid.push(FhirWord::CannotEnd),
            }
        }
        Window::Until {
            until,
            at_least,
            at_most,
            ..
        } => {
            when.after(None);
            when.until(until);
            if at_least.is_some() || at_most.is_some() {
                when.unsaid.push(FhirWord::CannotBounds);
            }
        }
        Window::Around { .. } => when.unsaid.push(FhirWord::CannotTwice),
        Window::Today
        | Window::ForTheCourse
        | Window::BetweenSessions
        | Window::BeforeTreatment => {
            when.unsaid.push(FhirWord::CannotTime);
        }
        Window::Always => {}
    }
    when
}

impl When {
    fn after(&mut self, offset: Option<(Duration, Option<Duration>)>) {
        self.starts = Some(related("after-start", offset));
    }

    /// From a day on, counted from the treatment on day 0.
    fn day(&mut self, day: i32) {
        let offset = (day != 0).then(|| (days(day.unsigned_abs()), None));
        if day < 0 {
            self.starts = Some(related("before-start", offset));
        } else {
            self.after(offset);
        }
    }

    /// From a point on.
    fn start(&mut self, from: &Point) {
        match from {
            Point::Day(day) => {
                self.day(*day);
            }
            Point::Offset {
                distance,
                before,
                anchor: Anchor::Treatment | Anchor::Session(SessionWord::This),
            } => {
                let relationship = if *before {
                    "before-start"
                } else {
                    "after-start"
                };
                self.starts = Some(related(relationship, *distance));
                if distance.is_some_and(|(_, far)| far.is_some()) {
                    self.unsaid.push(FhirWord::CannotAdvised);
                }
            }
            _ => self.unsaid.push(FhirWord::CannotTime),
        }
    }

    /// Up to a point, from the treatment on.
    fn until(&mut self, until: &Point) {
        match until {
            Point::Day(day) if *day > 0 => {
                self.lasts(Extent::Exactly(days(day.unsigned_abs())));
            }
            Point::Offset {
                distance: Some((near, far)),
                before: false,
                anchor: Anchor::Treatment | Anchor::Session(SessionWord::This),
            } => self.lasts(match far {
                Some(far) => Extent::Between(*near, *far),
                None => Extent::Exactly(*near),
            }),
            _ => self.unsaid.push(FhirWord::CannotTime),
        }
    }

    fn lasts(&mut self, extent: Extent) {
        let firm = extent.firm();
        let mut repeat = Repeat::default();
        match extent {
            Extent::Exactly(length) => repeat.bounds_duration = Some(self::length(length)),
            Extent::Between(low, high) => {
                let range = span(low, Some(high));
                // Where the two ends have no unit in common, the firm one is said.
                match range.high {
                    Some(_) => repeat.bounds_range = Some(range),
                    None => repeat.bounds_duration = Some(self::length(low)),
                }
                self.unsaid.push(FhirWord::CannotAdvised);
            }
            Extent::AtLeast { better, .. } => {
                repeat.bounds_range = Some(span(firm, better));
                self.unsaid.push(FhirWord::CannotMinimum);
            }
        }
        self.repeat = Some(repeat);
    }
}

/// Where a sentence stands to the treatment.
fn related(
    relationship: &'static str,
    offset: Option<(Duration, Option<Duration>)>,
) -> RelatedAction {
    let (offset_duration, offset_range) = match offset {
        None => (None, None),
        Some((near, None)) => (Some(length(near)), None),
        Some((near, Some(far))) => match span(near, Some(far)) {
            range if range.high.is_some() => (None, Some(range)),
            _ => (Some(length(near)), None),
        },
    };
    RelatedAction {
        action_id: TREATMENT.to_owned(),
        relationship,
        offset_duration,
        offset_range,
    }
}

fn days(days: u32) -> Duration {
    Duration {
        amount: Number::whole(days),
        unit: TimeUnit::Day,
    }
}

fn length(length: Duration) -> Length {
    amount(length.amount, length.unit)
}

fn amount(number: Number, of: TimeUnit) -> Length {
    Length {
        value: decimal(number),
        unit: match of {
            TimeUnit::Minute => "minutes",
            TimeUnit::Hour => "hours",
            TimeUnit::Day => "days",
            TimeUnit::Week => "weeks",
            TimeUnit::Month => "months",
            TimeUnit::Year => "years",
        },
        system: "http://unitsofmeasure.org",
        code: unit(of),
    }
}

/// Both ends in the unit of the lower one; without the higher one where that does not come out even.
fn span(low: Duration, high: Option<Duration>) -> Span {
    let high = high.and_then(|high| in_unit(high, low.unit));
    let high = high.filter(|high| *high >= low.amount);
    Span {
        low: length(low),
        high: high.map(|high| amount(high, low.unit)),
    }
}
