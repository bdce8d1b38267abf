//! Spans of time: whole, not nothing, not endless, not reversed.

use crate::check::checker::Checker;
use crate::check::window::Extent;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Spanned;
use crate::syntax::tree::{self, Duration, DurationRange, TimeUnit};
use crate::vocabulary::Unit;

/// The longest span that a protocol can mean, in years.
const MOST_YEARS: i64 = 300;

/// The size of a unit in the smallest of its group, minutes or months.
fn size(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Minute | TimeUnit::Month => 1,
        TimeUnit::Hour => 60,
        TimeUnit::Day => 24 * 60,
        TimeUnit::Week => 7 * 24 * 60,
        TimeUnit::Year => 12,
    }
}

/// How long a span is in thousandths of the smallest unit of its group.
pub(crate) fn measure(duration: Duration) -> i64 {
    duration
        .amount
        .as_thousandths()
        .saturating_mul(size(duration.unit))
}

/// The longest span of a unit's group, measured likewise.
fn longest(unit: TimeUnit) -> i64 {
    if unit.is_monthly() {
        MOST_YEARS * 12 * 1000
    } else {
        MOST_YEARS * 365 * 24 * 60 * 1000
    }
}

impl Checker<'_> {
    /// A span that is not nothing.
    pub(crate) fn length(&mut self, written: Spanned<Duration>) -> Option<Duration> {
        if written.node.amount == Number::whole(0) {
            let text = super::super::wording::duration(written.node);
            self.report(
                Diagnostic::new(
                    Code::OutOfRange,
                    written.span,
                    format!("`{text}` is no time at all"),
                    "nothing",
                )
                .with_help("write how long, or `today` for the day of the treatment"),
            );
            return None;
        }
        self.distance(written)
    }

    /// A span that may be nothing: `from 0 days`.
    pub(crate) fn distance(&mut self, written: Spanned<Duration>) -> Option<Duration> {
        let duration = written.node;
        if measure(duration) > longest(duration.unit) {
            self.report(
                Diagnostic::new(
                    Code::OutOfRange,
                    written.span,
                    format!("a span of more than {MOST_YEARS} years is beyond any protocol"),
                    "too long",
                )
                .with_help("write a shorter span, or `always`"),
            );
            return None;
        }
        if duration.amount.as_whole().is_some() {
            return Some(duration);
        }
        let smaller = in_smaller_unit(duration);
        match smaller {
            Some(smaller) if duration.unit == TimeUnit::Hour => Some(smaller),
            _ => {
                self.part_of_day(written, smaller);
                None
            }
        }
    }

    fn part_of_day(&mut self, written: Spanned<Duration>, smaller: Option<Duration>) {
        let unit = Unit::Time(written.node.unit).name(true);
        let diagnostic = Diagnostic::new(
            Code::PartOfDay,
            written.span,
            format!(
                "`{}` {unit} is not a whole number of {unit}",
                written.node.amount
            ),
            "not whole",
        );
        let diagnostic = match smaller {
            Some(smaller) => {
                let text = super::super::wording::duration(smaller);
                diagnostic
                    .with_help(format!("write `{text}`"))
                    .with_fix(written.span, text)
            }
            None => diagnostic.with_help(format!("write a whole number of {unit}")),
        };
        self.report(diagnostic);
    }

    /// A range of spans, or one.
    pub(crate) fn range(&mut self, range: &DurationRange) -> Option<(Duration, Option<Duration>)> {
        let low = self.length(range.low);
        let Some(written) = range.high else {
            return Some((low?, None));
        };
        let high = self.length(written);
        let (low, high) = (low?, high?);
        let span = range.low.span.to(written.span);
        if low.unit.is_monthly() != high.unit.is_monthly() {
            self.report(
                Diagnostic::new(
                    Code::MixedRange,
                    span,
                    "a range cannot run from days or weeks to months or years",
                    "how long a month is depends on when it starts",
                )
                .with_help("write both ends in days and weeks, or both in months and years"),
            );
            return None;
        }
        if measure(low) > measure(high) {
            let swapped = range_text(written.node, range.low.node);
            self.report(
                Diagnostic::new(
                    Code::ReversedRange,
                    span,
                    "the lower end of this range is above its upper end",
                    "reversed",
                )
                .with_help(format!("write `{swapped}`"))
                .with_fix(span, swapped),
            );
            return None;
        }
        let high = (measure(low) != measure(high)).then_some(high);
        Some((low, high))
    }

    /// How long a window says it lasts.
    pub(crate) fn extent(&mut self, extent: &tree::Extent) -> Option<Extent> {
        match extent {
            tree::Extent::Range(range) => {
                let (low, high) = self.range(range)?;
                Some(match high {
                    None => Extent::Exactly(low),
                    Some(high) => Extent::Between(low, high),
                })
            }
            // Windows that end so are none of an extent: see `Checker::vague_end`.
            tree::Extent::Vague(_) => None,
            tree::Extent::UpTo(most) => self.length(*most).map(Extent::Exactly),
            tree::Extent::AtLeast { minimum, better } => {
                let Some(better) = better else {
                    return Some(Extent::AtLeast {
                        minimum: self.length(*minimum)?,
                        better: None,
                    });
                };
                let range = DurationRange {
                    low: *minimum,
                    high: Some(*better),
                };
                let (minimum, better) = self.ordered_bounds(&range)?;
                Some(Extent::AtLeast { minimum, better })
            }
        }
    }

    /// Two bounds that stand apart in the text, the lower first.
    pub(crate) fn ordered_bounds(
        &mut self,
        range: &DurationRange,
    ) -> Option<(Duration, Option<Duration>)> {
        let (low, high) = (self.length(range.low), self.length(range.high?));
        let (low, high) = (low?, high?);
        let mixed = low.unit.is_monthly() != high.unit.is_monthly();
        if mixed || measure(low) <= measure(high) {
            return Some((low, Some(high)));
        }
        let at = range.high?.span;
        let text = super::super::wording::duration(high);
        self.report(
            Diagnostic::new(
                Code::ReversedRange,
                at,
                format!("`{text}` is shorter than the minimum before it"),
                "below the minimum",
            )
            .with_label(range.low.span, "the minimum")
            .with_help("write the shorter span as the minimum"),
        );
        None
    }
}

/// `5..7 days`, `24 hours..3 days`
fn range_text(low: Duration, high: Duration) -> String {
    let high_text = super::super::wording::duration(high);
    if low.unit == high.unit {
        format!("{}..{high_text}", low.amount)
    } else {
        format!("{}..{high_text}", super::super::wording::duration(low))
    }
}

/// The same span as a whole number of a smaller unit, where it is one.
fn in_smaller_unit(duration: Duration) -> Option<Duration> {
    let (unit, factor) = match duration.unit {
        TimeUnit::Hour => (TimeUnit::Minute, 60),
        TimeUnit::Day => (TimeUnit::Hour, 24),
        TimeUnit::Week => (TimeUnit::Day, 7),
        TimeUnit::Year => (TimeUnit::Month, 12),
        TimeUnit::Minute | TimeUnit::Month => return None,
    };
    let amount = Number::thousandths(duration.amount.as_thousandths().checked_mul(factor)?);
    amount.as_whole()?;
    Some(Duration { amount, unit })
}
