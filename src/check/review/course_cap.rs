//! A course of more treatments than a limit on that treatment allows.

use crate::check::checker::Checker;
use crate::check::details::Dose;
use crate::check::header::Front;
use crate::check::protocol::{Head, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{Duration, TimeUnit};
use crate::vocabulary::TIMES;

impl Checker<'_> {
    /// Reports courses of the protocol's own treatment that let it be planned more often than one of its limits
    /// allows.
    pub(crate) fn courses_above_caps(&mut self, front: &Front, rules: &[Rule]) {
        let treatment = front.treatment.as_deref();
        let Some(treatment) = treatment.and_then(|name| self.vocabulary.find_thing(name)) else {
            return;
        };
        let limits = rules.iter().filter_map(|rule| match &rule.head {
            Head::Limit {
                things,
                cap: Some(cap @ Dose { unit: None, .. }),
                ..
            } if (things.iter()).any(|class| self.vocabulary.is_under(treatment, class.thing)) => {
                Some((rule, cap))
            }
            _ => None,
        });
        let is_course =
            |rule: &&Rule| matches!(rule.head, Head::Sessions { .. } | Head::Maintenance { .. });
        let all: Vec<&Rule> = rules.iter().filter(is_course).collect();
        let mut found = Vec::new();
        for (limit, cap) in limits {
            let courses = all.iter();
            let courses = courses.filter_map(|rule| Some((*rule, planned(rule, cap.per?)?)));
            found.extend(courses.filter_map(|(course, planned)| {
                let one_patient = course.condition == limit.condition
                    || course.condition.is_truth()
                    || limit.condition.is_truth();
                let allowed = cap.number.as_whole()?;
                (one_patient && planned > allowed).then_some((course.span, limit.span, planned))
            }));
        }
        for (course, limit, planned) in found {
            let name = self.vocabulary.name(treatment).to_owned();
            self.report(
                Diagnostic::new(
                    Code::AboveCap,
                    course,
                    format!("this lets `{name}` be planned more often than is allowed"),
                    format!("up to {planned} {TIMES} in that time"),
                )
                .with_label(limit, "the limit")
                .with_help("plan the sessions further apart, or fewer of them"),
            );
        }
    }
}

/// How many sessions may fall into a length of time: as many as the course may have, as near each other as they may
/// be.
fn planned(course: &Rule, within: Duration) -> Option<u32> {
    let (most, (earliest, _)) = match &course.head {
        Head::Sessions { most, every, .. } => (most.unwrap_or(u32::MAX), (*every)?),
        Head::Maintenance { every } => (u32::MAX, *every),
        _ => return None,
    };
    let (shortest, _) = days(within)?;
    let (_, longest) = days(earliest)?;
    // One at the start, and one more for each step that ends before the time does.
    let steps = shortest.checked_sub(1)?.checked_div(longest)?;
    let fitting = u32::try_from(steps).ok()?.checked_add(1)?;
    Some(fitting.min(most))
}

/// How many days a length has at the least and at the most; none of one that is no whole number of days.
fn days(length: Duration) -> Option<(u64, u64)> {
    let amount = u64::from(length.amount.as_whole()?);
    let (least, most) = match length.unit {
        TimeUnit::Minute | TimeUnit::Hour => return None,
        TimeUnit::Day => (1, 1),
        TimeUnit::Week => (7, 7),
        TimeUnit::Month => (28, 31),
        TimeUnit::Year => (365, 366),
    };
    Some((amount * least, amount * most))
}
