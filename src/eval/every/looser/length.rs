//! Which of two lengths of time is the longer, whatever they are counted from.

use crate::eval::time::{Reach, Way, reach};
use crate::syntax::tree::Duration;

/// A day in microseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// The days of the shortest and of the longest month.
const MONTH: (i64, i64) = (28, 31);

/// Whether a length lasts as long as another, from whatever instant both are counted.
#[must_use]
pub fn no_shorter(one: Duration, other: Duration) -> bool {
    let (Some(one), Some(other)) = (reach(one, Way::After), reach(other, Way::After)) else {
        return false;
    };
    match (one, other) {
        (Reach::Elapsed(one), Reach::Elapsed(other)) => one >= other,
        (Reach::Days(one), Reach::Days(other)) | (Reach::Months(one), Reach::Months(other)) => {
            one >= other
        }
        (Reach::Months(months), Reach::Days(days)) => {
            i64::from(months) * MONTH.0 >= i64::from(days)
        }
        (Reach::Days(days), Reach::Months(months)) => {
            i64::from(days) >= i64::from(months) * MONTH.1
        }
        (one, other) => at_least(one) >= at_most(other),
    }
}

/// The least that a length can be by the clock: a day ends at its midnight, however late it was begun.
fn at_least(length: Reach) -> i64 {
    match length {
        Reach::Elapsed(micros) => micros,
        Reach::Days(days) => (i64::from(days) - 1) * DAY,
        Reach::Months(months) => (i64::from(months) * MONTH.0 - 1) * DAY,
    }
}

/// The most that it can be.
fn at_most(length: Reach) -> i64 {
    match length {
        Reach::Elapsed(micros) => micros,
        Reach::Days(days) => i64::from(days) * DAY,
        Reach::Months(months) => i64::from(months) * MONTH.1 * DAY,
    }
}

#[cfg(test)]
mod tests {
    use super::no_shorter;
    use crate::span::{Span, Spanned};
    use crate::syntax::tree::{Duration, Header, Item};

    fn length(text: &str) -> Duration {
        let source = crate::source::Sources::new().add("", "");
        let rules = format!("aftercare for {text}\n");
        let parsed = crate::syntax::parse(source, &rules, &std::collections::BTreeSet::new());
        match parsed.file.items.first() {
            Some(Spanned {
                node: Item::Header(Header::Aftercare(length)),
                span: Span { .. },
            }) => length.node,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_length_is_as_long_only_from_whatever_it_is_counted() {
        let longer = [
            ("2 weeks", "14 days"),
            ("14 days", "2 weeks"),
            ("1 year", "12 months"),
            ("24 hours", "1 day"),
            ("1 month", "4 weeks"),
            ("31 days", "1 month"),
        ];
        let not = [
            ("1 day", "12 hours"),
            ("1 day", "1 minute"),
            ("30 days", "1 month"),
            ("1 month", "5 weeks"),
            ("23 hours", "1 day"),
        ];
        for (one, other) in longer {
            assert!(no_shorter(length(one), length(other)), "{one}, {other}");
        }
        for (one, other) in not {
            assert!(!no_shorter(length(one), length(other)), "{one}, {other}");
        }
    }
}
