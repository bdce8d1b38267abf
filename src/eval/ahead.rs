//! Days ahead: so many steps from the treatment, counted where somebody asks for them.

use chrono::NaiveDate;

use super::time::{FIRST_DATE, LAST_DATE, OutOfRange, Reach, Way, reach, shift_date};
use crate::syntax::tree::Duration;

/// A span of days, both its ends included.
pub type Days = (NaiveDate, NaiveDate);

/// A span of days that a course leads to.
#[derive(Debug, Clone, Copy)]
pub enum Ahead {
    /// These.
    Between(Days),
    /// At least and at most so many steps, each from a shortest to a longest, from a date: it is known
    /// that no date leaves the years.
    Steps {
        /// From when.
        from: NaiveDate,
        /// A step.
        step: (Duration, Duration),
        /// How many.
        times: (u32, u32),
    },
}

impl Ahead {
    /// So many steps from a date, never step upon step.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn steps(
        from: NaiveDate,
        step: (Duration, Duration),
        times: (u32, u32),
    ) -> Result<Self, OutOfRange> {
        if is_near(from, step, times) {
            Ok(Self::Steps { from, step, times })
        } else {
            spread(from, step, times).map(Self::Between)
        }
    }

    /// The days.
    #[must_use]
    pub fn days(self) -> Days {
        match self {
            Self::Between(days) => days,
            Self::Steps { from, step, times } => {
                spread(from, step, times).unwrap_or((LAST_DATE, LAST_DATE))
            }
        }
    }

    /// From the earliest day of some to the latest.
    pub fn hull(all: impl Iterator<Item = Self>) -> Option<Self> {
        all.reduce(|one, other| {
            let (one, other) = (one.days(), other.days());
            Self::Between((one.0.min(other.0), one.1.max(other.1)))
        })
    }
}

/// Whether steps from a date surely stay within the years, however long their months are.
fn is_near(from: NaiveDate, step: (Duration, Duration), times: (u32, u32)) -> bool {
    let far = |length, times| {
        let days = match reach(length, Way::After)? {
            Reach::Elapsed(_) => 0,
            Reach::Days(days) => i64::from(days),
            Reach::Months(months) => i64::from(months) * 31,
        };
        Some(days.saturating_mul(i64::from(times)))
    };
    let room = i64::from(LAST_DATE.to_epoch_days()) - i64::from(from.to_epoch_days());
    let fits = |length, times| far(length, times).is_some_and(|days| days <= room);
    from >= FIRST_DATE && fits(step.0, times.0) && fits(step.1, times.1)
}

fn spread(
    from: NaiveDate,
    (low, high): (Duration, Duration),
    (least, most): (u32, u32),
) -> Result<Days, OutOfRange> {
    Ok((
        shift_date(from, low, least, Way::After)?,
        shift_date(from, high, most, Way::After)?,
    ))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Ahead, Days, OutOfRange};
    use crate::number::Number;
    use crate::syntax::tree::{Duration, TimeUnit};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days(from: NaiveDate, step: (u32, u32), unit: TimeUnit) -> Result<Days, OutOfRange> {
        let length = |amount| Duration {
            amount: Number::whole(amount),
            unit,
        };
        let step = (length(step.0), length(step.1));
        Ahead::steps(from, step, (1, 3)).map(Ahead::days)
    }

    #[test]
    fn steps_are_counted_from_the_date_and_never_step_upon_step() {
        let on = date(2026, 1, 31);
        let weeks = days(on, (4, 6), TimeUnit::Week);
        assert_eq!(weeks, Ok((date(2026, 2, 28), date(2026, 6, 6))));
        let months = days(on, (1, 1), TimeUnit::Month);
        assert_eq!(months, Ok((date(2026, 2, 28), date(2026, 4, 30))));
    }

    #[test]
    fn steps_may_end_on_the_last_day_of_the_years_and_not_after_it() {
        let end = |day| days(date(2200, 12, day), (1, 2), TimeUnit::Day);
        assert_eq!(end(25), Ok((date(2200, 12, 26), date(2200, 12, 31))));
        assert_eq!(end(26), Err(OutOfRange));
        // Three months are never so long as three of the longest.
        let end = |day| days(date(2200, 9, day), (1, 1), TimeUnit::Month);
        assert_eq!(end(30), Ok((date(2200, 10, 30), date(2200, 12, 30))));
        let late = days(date(2200, 10, 1), (1, 1), TimeUnit::Month);
        assert_eq!(late, Err(OutOfRange));
    }

    #[test]
    fn the_days_of_all_reach_from_the_earliest_to_the_latest() {
        let between = |first, last| Ahead::Between((date(2026, 6, first), date(2026, 6, last)));
        let hull = |all: &[Ahead]| Ahead::hull(all.iter().copied()).map(Ahead::days);
        assert_eq!(hull(&[]), None);
        let two = [between(4, 9), between(2, 6)];
        assert_eq!(hull(&two), Some((date(2026, 6, 2), date(2026, 6, 9))));
    }
}
