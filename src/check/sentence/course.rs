//! The course: how many sessions, how far apart.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::DurationRange;

/// More sessions than any course has.
const MOST: u32 = 1000;

impl Checker<'_> {
    /// `sessions 3..6 every 4..6 weeks`
    pub(crate) fn sessions(
        &mut self,
        least: Spanned<u32>,
        most: Option<Spanned<u32>>,
        every: Option<&DurationRange>,
    ) -> Option<Head> {
        let low = self.count(least);
        let high = most.map_or(Some(least.node), |most| self.count(most));
        let every = match every {
            None => Some(None),
            Some(every) => self.range(every).map(Some),
        };
        let (low, high) = (low?, high?);
        if low > high {
            let span = most.map_or(least.span, |most| least.span.to(most.span));
            let text = format!("{high}..{low}");
            self.report(
                Diagnostic::new(
                    Code::ReversedRange,
                    span,
                    "the lower end of this range is above its upper end",
                    "reversed",
                )
                .with_help(format!("write `{text}`"))
                .with_fix(span, text),
            );
            return None;
        }
        Some(Head::Sessions {
            least: low,
            most: high,
            every: every?.map(|(low, high)| (low, high.unwrap_or(low))),
        })
    }

    fn count(&mut self, count: Spanned<u32>) -> Option<u32> {
        if (1..=MOST).contains(&count.node) {
            return Some(count.node);
        }
        self.report(
            Diagnostic::new(
                Code::OutOfRange,
                count.span,
                format!("a course of {} sessions is none", count.node),
                "no such course",
            )
            .with_help(format!("write a number from 1 to {MOST}")),
        );
        None
    }
}
