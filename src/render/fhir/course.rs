//! The course, maintenance and visits: as timings as far as those go, and as days between which to book.

use chrono::NaiveDate;

use super::activity::{Sure, noted};
use super::resource::{Concept, Decimal, Detail, Period, Repeat, Said, Scheduled, Timing};
use crate::check::{Head, Protocol};
use crate::number::Number;
use crate::plan::{Candidate, Maintenance, Plan, RuleRef, Treatment, Visit};
use crate::render::text::{Parts, of_treatment};
use crate::render::{CalendarWord, FhirWord};
use crate::syntax::tree::{Duration, TimeUnit};

/// All of them.
pub(super) fn all(plan: &Plan, protocols: &[&Protocol], parts: &Parts<'_>) -> Vec<Detail> {
    let mut all = Vec::new();
    for treatment in &plan.treatments {
        let course = treatment.sessions.iter();
        for one in course.flat_map(|course| &course.candidates) {
            all.extend(candidate(plan, treatment, one, protocols, parts));
        }
        for one in &treatment.maintenance {
            all.extend(maintenance(plan, one, protocols, parts));
        }
    }
    all.extend(plan.visits.iter().map(|one| visit(plan, one, parts)));
    all
}

/// The head of the sentence that a line comes from: a plan has its numbers in words alone.
fn head_of<'p>(protocols: &[&'p Protocol], rule: &RuleRef) -> Option<&'p Head> {
    let mut rules = protocols.iter().flat_map(|protocol| &protocol.rules);
    let same = |head: &Head| matches!(head, Head::Sessions { .. } | Head::Maintenance { .. });
    let at = |one: &&crate::check::Rule| {
        one.location == rule.location
            && one.treatment.as_deref() == rule.treatment.as_deref()
            && same(&one.head)
    };
    rules.find(at).map(|one| &one.head)
}

/// A course as a whole, and the days of its next session. Of one that is finished nothing is to be done.
fn candidate(
    plan: &Plan,
    treatment: &Treatment,
    one: &Candidate,
    protocols: &[&Protocol],
    parts: &Parts<'_>,
) -> Vec<Detail> {
    let finished = treatment.sessions.as_ref().is_some_and(|all| all.finished);
    if finished {
        return Vec::new();
    }
    let said = parts.candidate(one, true);
    let sure = Sure::of(one.state, one.if_.as_deref());
    let mut all = Vec::new();
    if let Some(Head::Sessions {
        least,
        most,
        every,
        at_least,
        ..
    }) = head_of(protocols, &one.rule)
    {
        // The first session's day is known where this is the first.
        let first = treatment.session_known && treatment.session == 1;
        let start = treatment.treated.filter(|_| first).map(|when| when.date);
        // Of a course without a maximum nobody knows how many sessions there are.
        let (count, count_max) = match most {
            Some(most) => (Some(*least), (most > least).then_some(*most)),
            None => (None, None),
        };
        let repeat = Repeat {
            bounds_period: Period::of(start, one.ends.and_then(|ends| ends.latest)),
            count,
            count_max,
            // No timing says "or more": an exact one would be another course.
            ..every.filter(|_| !at_least).map(repeat).unwrap_or_default()
        };
        let title = FhirWord::CourseTitle.with(&[("sessions", &sessions(*least, *most))]);
        let text = format!("{said} {}", FhirWord::CourseHow.text());
        all.push(timed(of_treatment(&one.rule, title), sure, repeat, &text));
    }
    if let Some(next) = one.next {
        let title = of_treatment(&one.rule, FhirWord::NextSession.text().to_owned());
        let mut how = Vec::new();
        if next.optional {
            how.push(FhirWord::MayEnd.text().to_owned());
        }
        all.push(booking(
            plan,
            title,
            how,
            sure,
            (next.earliest, next.latest),
            &said,
        ));
    }
    all
}

fn sessions(least: u32, most: Option<u32>) -> String {
    match most {
        Some(most) if most == least => most.to_string(),
        Some(most) => format!("{least} to {most}"),
        None => format!("{least} or more"),
    }
}

/// The sessions after the course, and the days of the first.
fn maintenance(
    plan: &Plan,
    one: &Maintenance,
    protocols: &[&Protocol],
    parts: &Parts<'_>,
) -> Vec<Detail> {
    let said = parts.maintenance(one);
    let sure = Sure::of(one.state, one.if_.as_deref());
    let mut all = Vec::new();
    if let Some(Head::Maintenance { every }) = head_of(protocols, &one.rule) {
        let start = one.first.and_then(|first| first.earliest);
        let repeat = Repeat {
            bounds_period: Period::of(start, None),
            ..repeat(*every)
        };
        let title = FhirWord::MaintenanceTitle.text().to_owned();
        all.push(timed(of_treatment(&one.rule, title), sure, repeat, &said));
    }
    if let Some(first) = one.first {
        let title = of_treatment(&one.rule, FhirWord::Maintenance.text().to_owned());
        let days = (first.earliest, first.latest);
        all.push(booking(plan, title, Vec::new(), sure, days, &said));
    }
    all
}

fn visit(plan: &Plan, one: &Visit, parts: &Parts<'_>) -> Detail {
    let sure = Sure::of(one.state, one.if_.as_deref());
    let title = FhirWord::Visit.with(&[("title", &one.title)]);
    let title = of_treatment(&one.rule, title);
    let days = (one.earliest, one.latest);
    let mut detail = booking(plan, title, Vec::new(), sure, days, &parts.visit(one));
    if detail.scheduled.is_none() {
        detail.scheduled = Some(Scheduled::Text(Said::new(&one.when)));
    }
    detail
}

fn timed(title: String, sure: Sure<'_>, repeat: Repeat, text: &str) -> Detail {
    let how: Vec<String> = sure.how().into_iter().collect();
    Detail {
        kind: "Appointment",
        code: Concept::new(&noted(title, &how)),
        status: "not-started",
        status_reason: sure.reason(),
        do_not_perform: None,
        scheduled: (repeat != Repeat::default()).then_some(Scheduled::Timing(Timing { repeat })),
        description: Said::new(text),
    }
}

/// Something to be booked between two days.
fn booking(
    plan: &Plan,
    title: String,
    mut how: Vec<String>,
    sure: Sure<'_>,
    (earliest, latest): (Option<NaiveDate>, Option<NaiveDate>),
    said: &str,
) -> Detail {
    how.extend(sure.how());
    let mut text = vec![said.to_owned(), FhirWord::ToBook.text().to_owned()];
    for (word, day) in [
        (CalendarWord::NotBefore, earliest),
        (CalendarWord::NotAfter, latest),
    ] {
        text.extend(day.map(|day| word.with(&[("day", &crate::render::date_words(day))])));
    }
    Detail {
        kind: "Appointment",
        code: Concept::new(&noted(title, &how)),
        status: super::activity::status(plan, latest),
        status_reason: sure.reason(),
        do_not_perform: None,
        scheduled: Period::of(earliest, latest).map(Scheduled::Period),
        description: Said::new(&text.join(" ")),
    }
}

/// Once in so long, or in so long to so long. A timing has one unit: where the two have different ones, both are
/// counted in the smaller one, if that comes out even, and only the shorter one is said where it does not.
pub(super) fn repeat((least, most): (Duration, Duration)) -> Repeat {
    let unit = unit(least.unit);
    let longer = in_unit(most, least.unit);
    let period_max = longer.filter(|longer| *longer != least.amount).map(decimal);
    Repeat {
        frequency: Some(1),
        period: Some(decimal(least.amount)),
        period_max,
        period_unit: Some(unit),
        ..Repeat::default()
    }
}

/// A length in another unit; none where that cannot be said of every such length.
pub(super) fn in_unit(length: Duration, unit: TimeUnit) -> Option<Number> {
    let times = match (length.unit, unit) {
        (same, other) if same == other => 1,
        (TimeUnit::Hour, TimeUnit::Minute) => 60,
        (TimeUnit::Week, TimeUnit::Day) => 7,
        (TimeUnit::Year, TimeUnit::Month) => 12,
        _ => return None,
    };
    Some(Number::thousandths(length.amount.as_thousandths() * times))
}

/// A unit of time in UCUM, as R4 has them.
pub(super) fn unit(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Minute => "min",
        TimeUnit::Hour => "h",
        TimeUnit::Day => "d",
        TimeUnit::Week => "wk",
        TimeUnit::Month => "mo",
        TimeUnit::Year => "a",
    }
}

/// A number as JSON has it.
#[expect(
    clippy::cast_precision_loss,
    reason = "a thousandth of at most a thousand million fits an f64"
)]
pub(super) fn decimal(number: Number) -> Decimal {
    match number.as_whole() {
        Some(whole) => Decimal::Whole(i64::from(whole)),
        None => Decimal::Part(number.as_thousandths() as f64 / 1000.0),
    }
}
