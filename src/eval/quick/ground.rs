//! A session as numbers: what bounds of windows are added to.

use chrono::NaiveDate;

use super::bound::{Base, Counted, Origin};
use crate::eval::anchor::Anchored;
use crate::eval::time::{Clock, FIRST_DATE, Instant, LAST_DATE, just_before, months_from};
use crate::eval::window::Role;

/// A session that is surely so far from the first and the last date that no bound leaves them.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    clock: Clock<'a>,
    dates: (NaiveDate, NaiveDate),
    days: (i32, i32),
    /// As these days begin where no clock changes.
    midnights: (Instant, Instant),
    /// By the place of a base.
    bases: [Instant; 5],
    vague: bool,
}

impl<'a> Ground<'a> {
    /// A treatment, or a session that is not booked; none where a bound so many days away might leave
    /// the years that a plan may reach.
    pub fn new(clock: Clock<'a>, session: Anchored, reach: i32) -> Option<Self> {
        let dates = session.days;
        let days = (dates.0.to_epoch_days(), dates.1.to_epoch_days());
        let near = days.0.saturating_sub(reach) > FIRST_DATE.to_epoch_days();
        let far = days.1.saturating_add(reach) < LAST_DATE.to_epoch_days();
        let (earliest, latest) = session.itself;
        // At an unknown clock time a duty or permission starts in the last minute of its day.
        let late_start = if session.vague {
            just_before(latest)
        } else {
            latest
        };
        let (never_began, never_ends) = (Instant::NEVER_BEGAN, Instant::NEVER_ENDS);
        (near && far).then_some(Self {
            clock,
            dates,
            days,
            midnights: (Instant::of_day(days.0), Instant::of_day(days.1)),
            bases: [never_began, never_ends, earliest, latest, late_start],
            vague: session.vague,
        })
    }

    /// The instant of a bound; of one that follows another, `before` is where that one ends.
    pub fn instant(&self, bound: Counted, before: Instant) -> Instant {
        match bound.from {
            Origin::Base(base) => self.base(base).moved(bound.micros),
            Origin::Day(side, _) if !self.clock.changes() => {
                side.of(self.midnights).moved(bound.micros)
            }
            Origin::Day(side, days) => self.clock.start_of_day(side.of(self.days) + days),
            Origin::Month(side, months) => {
                let date = months_from(side.of(self.dates), months);
                self.clock.start_of(date)
            }
            Origin::Before => before,
        }
    }

    fn base(&self, base: Base) -> Instant {
        let [never_began, never_ends, earliest, latest, late_start] = self.bases;
        match base {
            Base::NeverBegan => never_began,
            Base::NeverEnds => never_ends,
            Base::Earliest => earliest,
            Base::Latest => latest,
            Base::LateStart => late_start,
        }
    }

    /// Whether a window that starts there starts with a treatment whose clock time is not known.
    pub fn is_vague(&self, role: Role, start: Instant) -> bool {
        self.vague && start == self.base(Base::start(role))
    }
}
