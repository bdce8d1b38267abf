//! A session as numbers: what bounds of windows are added to.

use chrono::NaiveDate;

use super::bound::{Bound, Counted, Side};
use crate::eval::anchor::Anchored;
use crate::eval::time::{Clock, FIRST_DATE, Instant, LAST_DATE, just_before, months_from};
use crate::eval::window::Role;

const FIRST_DAY: i32 = FIRST_DATE.to_epoch_days();
const LAST_DAY: i32 = LAST_DATE.to_epoch_days();

/// A session that is surely so far from the first and the last date that no bound leaves them.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    clock: Clock<'a>,
    dates: (NaiveDate, NaiveDate),
    days: (i32, i32),
    instants: (Instant, Instant),
    vague: bool,
    /// By the place of a base.
    bases: [Instant; 7],
    /// How many of these there are: none of those that stand where no clock changes where one may.
    known: usize,
}

impl<'a> Ground<'a> {
    /// A treatment, or a session that is not booked; none where a bound so many days away might leave
    /// the years that a plan may reach.
    pub fn new(clock: Clock<'a>, session: Anchored, reach: i32) -> Option<Self> {
        let (dates, instants) = (session.days, session.itself);
        let first = dates.0.to_epoch_days();
        let last = if dates.0 == dates.1 {
            first
        } else {
            dates.1.to_epoch_days()
        };
        let near = first.saturating_sub(reach) > FIRST_DAY;
        let far = last.saturating_add(reach) < LAST_DAY;
        let bases = [
            Instant::NEVER_BEGAN,
            Instant::NEVER_ENDS,
            instants.0,
            instants.1,
            start(Role::Duty, instants, session.vague),
            Instant::of_day(first),
            Instant::of_day(last),
        ];
        (near && far).then_some(Self {
            clock,
            dates,
            days: (first, last),
            instants,
            vague: session.vague,
            bases,
            known: bases.len() - if clock.changes() { 2 } else { 0 },
        })
    }

    /// The instant of a bound; of one that follows another, `before` is where that one ends.
    #[inline]
    pub fn instant(&self, counted: &Counted, before: Instant) -> Instant {
        let place = counted.base as usize;
        match self.bases.get(place) {
            Some(base) if place < self.known => base.moved(counted.micros),
            _ => self.find(counted.bound, before),
        }
    }

    #[inline(never)]
    fn find(&self, bound: Bound, before: Instant) -> Instant {
        match bound {
            Bound::NeverBegan => Instant::NEVER_BEGAN,
            Bound::NeverEnds => Instant::NEVER_ENDS,
            Bound::Start(role) => start(role, self.instants, self.vague),
            Bound::Treated(side) => side.of(self.instants),
            Bound::Elapsed(side, micros) => side.of(self.instants).moved(micros),
            Bound::Day(side, days) => self.clock.start_of_day(side.of(self.days) + days),
            Bound::Months(side, months) => {
                let date = months_from(side.of(self.dates), months);
                self.clock.start_of(date)
            }
            Bound::Following => before,
        }
    }

    /// Whether a window that starts there starts with a treatment whose clock time is not known.
    pub fn is_vague(&self, role: Role, at: Instant) -> bool {
        self.vague && role != Role::GoingOn && at == start(role, self.instants, self.vague)
    }
}

/// The treatment as a window of a role starts with it: at an unknown clock time a duty or permission
/// starts in the last minute of its day.
fn start(role: Role, instants: (Instant, Instant), vague: bool) -> Instant {
    if role == Role::GoingOn {
        return Instant::NEVER_BEGAN;
    }
    let start = Side::of_start(role).of(instants);
    if vague && !role.starts_early() {
        just_before(start)
    } else {
        start
    }
}
