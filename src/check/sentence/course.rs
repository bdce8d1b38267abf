//! The course: how many sessions, how far apart.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{DurationRange, SessionCount};

/// More sessions than any course has.
const MOST: u32 = 1000;

impl Checker<'_> {
    /// `sessions 3..6 every 4..6 weeks`, `sessions at least 4`, `sessions every 4 weeks`
    pub(crate) fn sessions(
        &mut self,
        count: SessionCount,
        every: Option<&DurationRange>,
        at_least: bool,
    ) -> Option<Head> {
        let numbers = match count {
            SessionCount::Exactly(number) => self.count(number).map(|count| (count, Some(count))),
            SessionCount::Between(least, most) => self
                .count(least)
                .zip(self.count(most))
                .map(|(least, most)| (least, Some(most))),
            SessionCount::AtLeast(least) => self.count(least).map(|least| (least, None)),
            SessionCount::UpTo(most) => self.count(most).map(|most| (1, Some(most))),
            SessionCount::Usually(..) | SessionCount::Open => Some((1, None)),
        };
        let usually = match count {
            SessionCount::Usually(low, high) => {
                let low = self.count(low)?;
                let high = high.map_or(Some(low), |high| self.count(high))?;
                Some((low, high))
            }
            _ => None,
        };
        let every = match every {
            None => Some(None),
            Some(every) => self.range(every).map(Some),
        };
        let (least, most) = numbers?;
        Some(Head::Sessions {
            least,
            most,
            usually,
            every: every?.map(|(low, high)| (low, high.unwrap_or(low))),
            at_least,
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
