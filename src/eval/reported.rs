//! Symptoms: what was reported, since when and how bad; what was not is never taken as absent.

use super::diagram::Node;
use super::truth::{Asking, Truth};
use super::unknown::{Unknown, Unknowns};
use crate::check::Qualifier;
use crate::number::Number;
use crate::profile::Reported;
use crate::syntax::tree::{Duration, TimeUnit};
use crate::vocabulary::{ThingId, Unit};

/// The reports of a symptom, or of any under it where it is a class, that are of this treatment.
pub fn under<'a>(
    truth: &'a Truth<'_>,
    symptom: ThingId,
) -> impl Iterator<Item = (ThingId, &'a Reported)> {
    since(truth, symptom, truth.treated)
}

/// The same of the session on a day.
pub fn since<'a>(
    truth: &'a Truth<'_>,
    symptom: ThingId,
    day: Option<chrono::NaiveDate>,
) -> impl Iterator<Item = (ThingId, &'a Reported)> {
    all_under(truth, symptom).filter(move |(_, report)| day.is_none_or(|day| report.since >= day))
}

fn all_under<'a>(
    truth: &'a Truth<'_>,
    symptom: ThingId,
) -> impl Iterator<Item = (ThingId, &'a Reported)> {
    truth
        .profile
        .symptoms
        .iter()
        .filter(move |(id, _)| truth.vocabulary.is_under(**id, symptom))
        .map(|(id, report)| (*id, report))
}

/// Whether the patient has a symptom, as bad as the qualifier says, when it is asked.
pub fn node(
    truth: &Truth<'_>,
    unknowns: &mut Unknowns,
    symptom: ThingId,
    qualifier: Option<&Qualifier>,
    asking: Asking,
) -> Node {
    let reports: Vec<(ThingId, Reported)> = if asking.before_treatment {
        all_under(truth, symptom)
            .filter(|(_, report)| {
                truth.treated.is_none_or(|treated| {
                    report.since <= treated && report.until.is_none_or(|until| until >= treated)
                })
            })
            .map(|(id, report)| (id, report.clone()))
            .collect()
    } else {
        since(truth, symptom, asking.since)
            .filter(|(_, report)| {
                truth.clock.start_of(report.since) <= asking.at
                    && report
                        .until
                        .is_none_or(|until| asking.at < truth.clock.end_of(until))
            })
            .map(|(id, report)| (id, report.clone()))
            .collect()
    };
    let mut found = Node::FALSE;
    for (id, report) in &reports {
        let as_bad = match qualifier {
            None => Node::TRUE,
            Some(qualifier) => qualified(unknowns, *id, report, qualifier, truth.today),
        };
        found = unknowns.diagram.or(found, as_bad);
    }
    if found == Node::TRUE || truth.profile.symptoms_complete {
        return found;
    }
    for leaf in truth.vocabulary.leaves(symptom) {
        if truth.profile.symptoms.contains_key(&leaf) && reported_in_range(truth, leaf, asking) {
            continue;
        }
        let absent = truth.profile.symptoms_absent.iter();
        if absent
            .into_iter()
            .any(|absent| truth.vocabulary.is_under(leaf, *absent))
        {
            continue;
        }
        let there = unknowns.yes(Unknown::Symptom(leaf));
        let as_bad = match qualifier {
            None => Node::TRUE,
            Some(qualifier) => unknowns.yes(Unknown::Qualifier(leaf, qualifier.clone())),
        };
        let both = unknowns.diagram.and(there, as_bad);
        found = unknowns.diagram.or(found, both);
    }
    found
}

/// Whether a report of a symptom settles it at all: one of an earlier treatment does not.
fn reported_in_range(truth: &Truth<'_>, symptom: ThingId, asking: Asking) -> bool {
    asking.before_treatment || since(truth, symptom, asking.since).next().is_some()
}

/// Whether a reported symptom is as bad as a qualifier says; unknown where the report does not say.
pub fn qualified(
    unknowns: &mut Unknowns,
    symptom: ThingId,
    report: &Reported,
    qualifier: &Qualifier,
    today: Option<chrono::NaiveDate>,
) -> Node {
    let said = match qualifier {
        Qualifier::Severe => report.severe,
        Qualifier::Spreading => report.spreading,
        Qualifier::Worsening => report.worsening,
        Qualifier::Lasting(length) => lasting(report, *length, today),
        Qualifier::Above {
            number,
            unit,
            or_equal,
        } => report
            .value
            .and_then(|(value, given)| in_unit(value, given, *unit))
            .map(|value| value > *number || *or_equal && value == *number),
        Qualifier::Despite(what) => report
            .despite
            .contains(&crate::vocabulary::fold(what))
            .then_some(true),
    };
    match said {
        Some(truth) => Node::of(truth),
        None => unknowns.yes(Unknown::Qualifier(symptom, qualifier.clone())),
    }
}

/// Whether a symptom has lasted so long: as reported, or because it was there on so many days.
fn lasting(report: &Reported, length: Duration, today: Option<chrono::NaiveDate>) -> Option<bool> {
    if let Some(lasted) = report.lasting {
        return Some(minutes(lasted)? >= minutes(length)?);
    }
    let last = report.until.or(today)?;
    let nights = (last - report.since).num_days();
    let day = 24 * 60;
    let wanted = minutes(length)?;
    if (nights - 1).max(0) * day >= wanted && nights > 1 {
        Some(true)
    } else if (nights + 1) * day < wanted {
        Some(false)
    } else {
        None
    }
}

/// A length of time in minutes, months and years as their shortest.
fn minutes(length: Duration) -> Option<i64> {
    let amount = length.amount.as_thousandths();
    let unit = match length.unit {
        TimeUnit::Minute => 1,
        TimeUnit::Hour => 60,
        TimeUnit::Day => 24 * 60,
        TimeUnit::Week => 7 * 24 * 60,
        TimeUnit::Month => 28 * 24 * 60,
        TimeUnit::Year => 365 * 24 * 60,
    };
    amount.checked_mul(unit).map(|total| total / 1000)
}

/// A measurement in another unit, where the two measure the same: degrees convert.
fn in_unit(value: Number, given: Unit, wanted: Unit) -> Option<Number> {
    if given == wanted {
        return Some(value);
    }
    let thousandths = value.as_thousandths();
    match (given.name(false), wanted.name(false)) {
        ("C", "F") => Some(Number::thousandths(thousandths * 9 / 5 + 32_000)),
        ("F", "C") => Some(Number::thousandths((thousandths - 32_000) * 5 / 9)),
        _ => None,
    }
}
