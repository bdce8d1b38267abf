//! The course: which session this is, when the next one is due, when it all ends.

use chrono::NaiveDate;
use smallvec::SmallVec;

use super::diagram::Node;
use super::prepared::Prepared;
use super::time::{OutOfRange, Way, shift_date};
use super::truth::{Asking, Truth};
use super::unknown::Unknowns;
use crate::check::{Atom, Condition, Head, Protocol, Rule};
use crate::profile::Profile;
use crate::syntax::tree::Duration;
use crate::vocabulary::FactKind;

/// A span of days, both its ends included.
pub type Days = (NaiveDate, NaiveDate);

/// One `sessions` sentence that applies, or may.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// The sentence.
    pub rule: &'a Rule,
    /// The condition that it applies, concerns included.
    pub condition: &'a Condition,
    /// The same, decided.
    pub node: Node,
    /// At least and at most how many sessions; without a maximum the course goes on until the profile says
    /// that it is finished.
    pub count: (u32, Option<u32>),
    /// At least and at most how many are left.
    pub remaining: (u32, Option<u32>),
    /// The next session.
    pub next: Option<Days>,
    /// The last session: its earliest day, and its latest where the course has a maximum.
    pub ends: Option<(NaiveDate, Option<NaiveDate>)>,
}

/// The course of one patient.
#[derive(Debug, Clone, Default)]
pub struct Course<'a> {
    /// How many sessions are done, this one included; a lower bound where `known` is false.
    pub done: u32,
    /// Whether `done` is exact.
    pub known: bool,
    /// The sentences that apply, or may.
    pub candidates: SmallVec<[Candidate<'a>; 1]>,
}

impl<'a> Candidate<'a> {
    /// What a `sessions` rule, which holds under a condition, comes to for a patient of whom `done`
    /// sessions are known, the last on `treated`; none of another rule.
    fn of(
        profile: &Profile,
        (rule, condition, node): (&'a Rule, &'a Condition, Node),
        (done, treated, to_its_end): (u32, NaiveDate, bool),
    ) -> Result<Option<Self>, OutOfRange> {
        let Head::Sessions {
            least,
            most,
            every,
            at_least,
            ..
        } = &rule.head
        else {
            return Ok(None);
        };
        let finished = profile.course_finished || most.is_some_and(|most| done >= most);
        let left = most.map(|most| most.saturating_sub(done));
        let remaining = if finished {
            (0, Some(0))
        } else if profile.sessions.is_some() {
            (least.saturating_sub(done), left)
        } else {
            (0, left)
        };
        let step = every.filter(|_| !finished);
        let later = |least, most| step.map(|step| spread(treated, step, (least, most)));
        let (fewest, most_left) = (remaining.0, remaining.1);
        let ends = if !to_its_end {
            None
        } else if finished {
            Some((treated, Some(treated)))
        } else {
            let days = later(fewest, most_left.unwrap_or(fewest)).transpose()?;
            // Who may wait longer each time has no latest day.
            let last = most_left.filter(|left| *left == 0 || !at_least);
            days.map(|(first, end)| (first, last.map(|_| end)))
        };
        Ok(Some(Self {
            rule,
            condition,
            node,
            count: (*least, *most),
            remaining,
            next: later(1, 1).transpose()?,
            ends,
        }))
    }
}

impl<'a> Course<'a> {
    /// The course of a patient whose last session is, or is to be, on `treated`; without its end where nobody asks
    /// for that.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn of(
        prepared: &'a Prepared<'a>,
        truth: &Truth<'_>,
        unknowns: &mut Unknowns,
        (treated, to_its_end): (NaiveDate, bool),
    ) -> Result<Self, (&'a Rule, OutOfRange)> {
        let profile = truth.profile;
        let earlier = profile.sessions.as_ref().map_or(0, Vec::len);
        let done = u32::try_from(earlier).unwrap_or(u32::MAX - 1) + 1;
        let known = profile.sessions.is_some();
        let mut candidates = SmallVec::new();
        for (said, condition) in &prepared.courses {
            let Some(rule) = prepared.said.get(*said).map(|said| said.rule) else {
                continue;
            };
            let asking = Asking {
                session: 0,
                since: truth.treated,
                at: super::time::Instant::NEVER_ENDS,
                before_treatment: false,
            };
            let node = truth.node(unknowns, condition, asking);
            if node == Node::FALSE {
                continue;
            }
            let candidate = Candidate::of(
                profile,
                (rule, condition, node),
                (done, treated, to_its_end),
            );
            candidates.extend(candidate.map_err(|out_of_range| (rule, out_of_range))?);
        }
        Ok(Self {
            done,
            known,
            candidates,
        })
    }

    /// The next session: from the earliest of all candidates to the latest.
    #[must_use]
    pub fn next(&self) -> Option<Days> {
        hull(
            self.candidates
                .iter()
                .filter_map(|candidate| candidate.next),
        )
    }

    /// Whether the next session may be later than its latest day: one of the courses says `at least`, or it
    /// is overdue on the day asked, and nobody knows when it will be.
    #[must_use]
    pub fn next_is_open(&self, asked: Option<NaiveDate>) -> bool {
        let is_open = |head: &Head| matches!(head, Head::Sessions { at_least: true, .. });
        let mut open = self.candidates.iter();
        self.is_overdue(asked) || open.any(|one| one.next.is_some() && is_open(&one.rule.head))
    }

    /// Whether the latest day of the next session is over on the day asked.
    #[must_use]
    pub fn is_overdue(&self, asked: Option<NaiveDate>) -> bool {
        self.next()
            .zip(asked)
            .is_some_and(|(next, asked)| asked > next.1)
    }

    /// The final session, likewise; none where one of the courses may go on without an end.
    #[must_use]
    pub fn last(&self) -> Option<Days> {
        let (first, last) = self.ending()?;
        last.map(|last| (first, last))
    }

    /// The earliest day of the final session, and its latest, where all the courses have one; none where it
    /// cannot be told of one of them.
    #[must_use]
    pub fn ending(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let all = self.candidates.iter().map(|candidate| candidate.ends);
        let hull = all.reduce(|one, other| {
            let (one, other) = (one?, other?);
            let latest = one.1.zip(other.1).map(|(one, other)| one.max(other));
            Some((one.0.min(other.0), latest))
        });
        hull.flatten()
    }
}

/// `n` steps from a date, never step upon step.
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

/// The days of a first maintenance session: counted from the final session of the course. It has no latest
/// day where that has none.
///
/// # Errors
///
/// A date would leave the years 1900 to 2200.
pub fn maintenance(
    (first, last): (NaiveDate, Option<NaiveDate>),
    (low, high): (Duration, Duration),
) -> Result<(NaiveDate, Option<NaiveDate>), OutOfRange> {
    let latest = last.map(|last| shift_date(last, high, 1, Way::After));
    Ok((shift_date(first, low, 1, Way::After)?, latest.transpose()?))
}

fn hull(spans: impl Iterator<Item = Days>) -> Option<Days> {
    spans.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// A sentence's condition and its concerns: `for acne scars` asks whether the fact `concerns`
/// includes them, where the protocol declares that fact.
#[must_use]
pub fn for_concerns(protocol: &Protocol, rule: &Rule) -> Condition {
    let concerns = &rule.details.concerns;
    let vocabulary = &protocol.vocabulary;
    let Some(fact) = vocabulary.find_fact("concerns") else {
        return rule.condition.clone();
    };
    let FactKind::AnyOf(values) = &vocabulary.fact(fact).kind else {
        return rule.condition.clone();
    };
    let any: Vec<Condition> = concerns
        .iter()
        .filter_map(|concern| {
            let key = crate::vocabulary::fold(concern);
            values
                .iter()
                .position(|value| crate::vocabulary::fold(value) == key)
        })
        .map(|value| Condition::Atom(Atom::Includes { fact, value }))
        .collect();
    if any.is_empty() {
        return rule.condition.clone();
    }
    rule.condition.clone().and(Condition::Any(any))
}
