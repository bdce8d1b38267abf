//! Windows.

use super::length::measure;
use crate::check::checker::Checker;
use crate::check::window::{Anchor, Extent, FromEnd, Point, Window};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, DurationRange, TimeUnit, WindowKind};

impl Checker<'_> {
    /// A window.
    pub(crate) fn window(&mut self, written: &Spanned<tree::Window>) -> Option<Window> {
        let window = match &written.node.kind {
            WindowKind::For(tree::Extent::Vague(vague)) => plain_until(vague_end(vague)),
            WindowKind::At(point) => once(self.point(point)?),
            WindowKind::For(extent) => {
                self.warn_one_day(extent, written.span);
                Window::For(self.extent(extent)?)
            }
            WindowKind::ForBefore(extent) => Window::Before(self.extent(extent)?),
            WindowKind::ForAround { before, after } => {
                let (before, after) = (self.extent(before), self.extent(after));
                Window::Around {
                    before: before?,
                    after: after?,
                }
            }
            WindowKind::OnDays { first, last } => self.days(*first, *last, written.span)?,
            WindowKind::From {
                from,
                at_least,
                until,
                length,
            } => {
                let window = self.from(from, *at_least, until.as_deref(), length.as_deref());
                window?
            }
            WindowKind::Until {
                until,
                at_least,
                at_most,
                usually,
            } => {
                let point = self.point(until);
                let bounds = self.at_least_and_most(*at_least, *at_most);
                if let Some(usually) = usually {
                    self.range(usually)?;
                }
                let (at_least, at_most) = bounds?;
                Window::Until {
                    until: point?,
                    at_least,
                    at_most,
                    usually: usually.as_deref().map(wording::duration_range),
                }
            }
            WindowKind::Today => Window::Today,
            WindowKind::Tonight => plain_until(Point::NextMorning),
            WindowKind::ForTheCourse => Window::ForTheCourse,
            WindowKind::BetweenSessions => Window::BetweenSessions,
            WindowKind::BeforeTreatment => Window::BeforeTreatment,
            WindowKind::Always => Window::Always,
        };
        Some(window)
    }

    /// The bounds of an end that waits for something.
    fn at_least_and_most(
        &mut self,
        at_least: Option<Spanned<tree::Duration>>,
        at_most: Option<Spanned<tree::Duration>>,
    ) -> Option<(Option<tree::Duration>, Option<tree::Duration>)> {
        match (at_least, at_most) {
            (Some(low), Some(high)) => {
                let range = DurationRange {
                    low,
                    high: Some(high),
                };
                self.ordered_bounds(&range)
                    .map(|(low, high)| (Some(low), high))
            }
            (Some(low), None) => self.length(low).map(|low| (Some(low), None)),
            (None, Some(high)) => self.length(high).map(|high| (None, Some(high))),
            (None, None) => Some((None, None)),
        }
    }

    fn days(
        &mut self,
        first: Spanned<i32>,
        last: Option<Spanned<i32>>,
        span: Span,
    ) -> Option<Window> {
        let low = self.day(first);
        let high = last.map_or(Some(first.node), |last| self.day(last));
        let (low, high) = (low?, high?);
        if low > high {
            let text = format!("on days {high}..{low}");
            self.report(
                Diagnostic::new(
                    Code::ReversedRange,
                    last.map_or(first.span, |last| first.span.to(last.span)),
                    "the first of these days is after the last",
                    "reversed",
                )
                .with_help(format!("write `{text}`"))
                .with_fix(span, text),
            );
            return None;
        }
        Some(Window::Days {
            first: low,
            last: high,
        })
    }

    fn from(
        &mut self,
        from: &Spanned<tree::Point>,
        at_least: Option<Spanned<tree::Duration>>,
        until: Option<&Spanned<tree::Point>>,
        length: Option<&tree::Extent>,
    ) -> Option<Window> {
        let start = self.point(from);
        let start = match at_least {
            None => start,
            Some(least) => self
                .length(least)
                .zip(start)
                .map(|(least, start)| not_before(start, least)),
        };
        let end = match (until, length) {
            (Some(until), _) => self.point(until).map(FromEnd::Until),
            (None, Some(tree::Extent::Vague(vague))) => Some(FromEnd::Until(vague_end(vague))),
            (None, Some(length)) => self.extent(length).map(FromEnd::For),
            (None, None) => Some(FromEnd::Open),
        };
        let (start, end) = (start?, end?);
        if let (FromEnd::Until(end), Some(until)) = (&end, until)
            && let (Some(first), Some(last)) = (start.minutes(), end.minutes())
            && first >= last
        {
            let message = format!(
                "`{}` is not after `{}`",
                wording::point(&until.node),
                wording::point(&from.node)
            );
            self.report(
                Diagnostic::new(
                    Code::ReversedRange,
                    until.span,
                    message,
                    "ends before it starts",
                )
                .with_label(from.span, "the start")
                .with_help("write the earlier point after `from`"),
            );
            return None;
        }
        Some(Window::From { from: start, end })
    }

    /// `for 1 day` is what is left of the day of the treatment: likely not what was meant.
    fn warn_one_day(&mut self, extent: &tree::Extent, span: Span) {
        let length = match extent {
            tree::Extent::Range(DurationRange { low, high: None }) => low,
            tree::Extent::UpTo(length) => length,
            _ => return,
        };
        if length.node.unit != TimeUnit::Day || length.node.amount != Number::whole(1) {
            return;
        }
        self.report(
            Diagnostic::new(
                Code::OneDay,
                span,
                "one day is what is left of the day of the treatment",
                "ends at midnight",
            )
            .with_help("write `today` if that is meant, or `for 24 hours`")
            .with_fix(span, "today")
            .with_fix(span, "for 24 hours"),
        );
    }
}

/// `until healed`
fn plain_until(until: Point) -> Window {
    Window::Until {
        until,
        at_least: None,
        at_most: None,
        usually: None,
    }
}

/// Once: from the point on until its day ends.
fn once(from: Point) -> Window {
    let length = tree::Duration {
        amount: Number::whole(days_of(&from)),
        unit: TimeUnit::Day,
    };
    Window::From {
        from,
        end: FromEnd::For(Extent::Exactly(length)),
    }
}

/// The later of a point and so long after the treatment.
fn not_before(point: Point, least: tree::Duration) -> Point {
    let mut points = point.parts().to_vec();
    points.push(Point::Offset {
        distance: Some((least, None)),
        before: false,
        anchor: Anchor::Treatment,
    });
    Point::Latest(points)
}

/// The end of a length without a number: something that nobody has said, and so never comes.
fn vague_end(vague: &tree::Vague) -> Point {
    Point::Offset {
        distance: None,
        before: false,
        anchor: Anchor::Vague(vague.words.clone()),
    }
}

impl Point {
    /// Minutes after the start of day 0, for points whose place does not depend on a date; the
    /// treatment is taken to be as the day begins.
    pub(crate) fn minutes(&self) -> Option<i64> {
        match self {
            Self::Day(day) => Some(i64::from(*day) * 24 * 60),
            Self::Offset {
                distance,
                before,
                anchor: super::super::window::Anchor::Treatment,
            } => {
                let minutes = match distance {
                    None => 0,
                    Some((low, _)) if low.unit.is_monthly() => return None,
                    Some((low, _)) => measure(*low) / 1000,
                };
                Some(if *before { -minutes } else { minutes })
            }
            Self::Latest(points) => {
                let minutes: Option<Vec<i64>> = points.iter().map(Self::minutes).collect();
                minutes?.into_iter().max()
            }
            Self::Offset { .. } | Self::NextMorning => None,
        }
    }
}

impl Extent {
    /// Its longest end in minutes, where that does not depend on a date.
    pub(crate) fn minutes(self) -> Option<i64> {
        let end = self.advised().unwrap_or(self.firm());
        (!end.unit.is_monthly()).then(|| measure(end) / 1000)
    }
}

impl Window {
    /// Its start and end in minutes around the treatment, where they are known without a date.
    pub(crate) fn minutes(&self) -> Option<(i64, i64)> {
        let always = i64::MAX;
        let day = 24 * 60;
        match self {
            Self::Unsaid => Some((0, always)),
            Self::For(extent) => Some((0, extent.minutes()?)),
            Self::Before(extent) => Some((-extent.minutes()?, 0)),
            Self::Around { before, after } => Some((-before.minutes()?, after.minutes()?)),
            Self::Days { first, last } => {
                Some((i64::from(*first) * day, (i64::from(*last) + 1) * day))
            }
            Self::From { from, end } => {
                let start = from.minutes()?;
                let end = match end {
                    FromEnd::Open => always,
                    FromEnd::Until(point) => point.minutes()?,
                    FromEnd::For(extent) => start + extent.minutes()?,
                };
                Some((start, end))
            }
            Self::Until { until, .. } => Some((0, until.minutes()?)),
            Self::Today => Some((0, day)),
            Self::ForTheCourse | Self::BetweenSessions | Self::BeforeTreatment | Self::Always => {
                None
            }
        }
    }

    /// Whether the two are sure to share some time.
    pub(crate) fn surely_overlaps(&self, other: &Self) -> bool {
        match (self.minutes(), other.minutes()) {
            (Some((start, end)), Some((from, until))) => start < until && from < end,
            _ => self == other,
        }
    }

    /// Whether this one is sure to hold whenever the other does.
    pub(crate) fn surely_covers(&self, other: &Self) -> bool {
        match (self.minutes(), other.minutes()) {
            (Some((start, end)), Some((from, until))) => start <= from && until <= end,
            _ => *self == Self::Always || self == other,
        }
    }

    /// Whether the two are sure to share no time.
    pub(crate) fn surely_apart(&self, other: &Self) -> bool {
        match (self.minutes(), other.minutes()) {
            (Some((start, end)), Some((from, until))) => start >= until || from >= end,
            _ => false,
        }
    }
}

/// How many days a point takes: of `5..7 days` each from the first to the last.
fn days_of(point: &Point) -> u32 {
    const DAY: i64 = 24 * 60 * 1000;
    let Point::Offset {
        distance: Some((low, Some(high))),
        ..
    } = point
    else {
        return 1;
    };
    let between = if low.unit.is_monthly() {
        // The longest that so many months can be, since the deed may be done until then.
        (measure(*high) - measure(*low)).saturating_mul(31) / 1000
    } else {
        (measure(*high) - measure(*low)) / DAY
    };
    u32::try_from(between).map_or(1, |days| days.saturating_add(1))
}
