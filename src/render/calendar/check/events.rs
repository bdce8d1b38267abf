//! What an event is held to.

use chrono::{NaiveDate, NaiveDateTime};

use super::content::{Component, Property};
use super::{Fault, FaultKind, fault};

/// Of each of these an event has one at most.
const ONCE: [&str; 12] = [
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "CLASS",
    "LAST-MODIFIED",
];

/// And of each of these one at least.
const REQUIRED: [&str; 4] = ["UID", "DTSTAMP", "DTSTART", "SUMMARY"];

/// A day, or a time of a day, as a property writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Date,
    Utc,
    Local,
}

pub(super) fn of_event(event: &Component<'_>, zones: &[&str], found: &mut Vec<Fault>) {
    for name in ONCE {
        if let Some(second) = event.all(name).nth(1) {
            let message = format!("`{name}` is there twice");
            found.push(fault(second.line, FaultKind::Twice, message));
        }
    }
    for name in REQUIRED {
        if event.one(name).is_none_or(|one| one.value.is_empty()) {
            let message = format!("the event has no `{name}`");
            found.push(fault(event.line, FaultKind::Required, message));
        }
    }
    if let Some(uid) = event.one("UID").filter(|uid| !is_uuid(&uid.value)) {
        let message = format!("`{}` is no UUID, and may name somebody", uid.value);
        found.push(fault(uid.line, FaultKind::NamingUid, message));
    }
    if let Some(sequence) = event.one("SEQUENCE")
        && (sequence.value.parse::<u32>().is_err() || sequence.value.starts_with('+'))
    {
        let message = format!("`{}` is no whole number from 0", sequence.value);
        found.push(fault(sequence.line, FaultKind::Sequence, message));
    }
    times(event, zones, found);
    alarms(event, found);
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let mut bytes = text.bytes();
    lengths == [8, 4, 4, 4, 12] && bytes.all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

fn times(event: &Component<'_>, zones: &[&str], found: &mut Vec<Fault>) {
    let mut read = |name: &str| {
        let property = event.one(name)?;
        let time = time(property);
        if time.is_none() {
            let message = format!("`{}` is no date that there is", property.value);
            found.push(fault(property.line, FaultKind::NoDate, message));
        }
        if let Some(zone) = property
            .parameter("TZID")
            .filter(|zone| !zones.contains(zone))
        {
            let message = format!("the calendar has no zone `{zone}`");
            found.push(fault(property.line, FaultKind::Zone, message));
        }
        time.map(|time| (property, time))
    };
    let (start, end, stamp) = (read("DTSTART"), read("DTEND"), read("DTSTAMP"));
    if let Some((property, (form, _))) = stamp
        && form != Form::Utc
    {
        let message = "`DTSTAMP` is not in UTC: it ends with no `Z`";
        found.push(fault(property.line, FaultKind::Stamp, message));
    }
    if let (Some(end), Some(_)) = (event.one("DTEND"), event.one("DURATION")) {
        let message = "the event has an end and a duration";
        found.push(fault(end.line, FaultKind::EndAndDuration, message));
    }
    let (Some((start, (form, from))), Some((end, (other, to)))) = (start, end) else {
        return;
    };
    if form != other || start.parameter("TZID") != end.parameter("TZID") {
        let message = "start and end are not of one form";
        found.push(fault(end.line, FaultKind::Mixed, message));
    } else if to <= from {
        let message = "the end, which is exclusive, is not after the start";
        found.push(fault(end.line, FaultKind::EndFirst, message));
    }
}

/// A date or a time in its form; none where it is no such.
fn time(property: &Property<'_>) -> Option<(Form, NaiveDateTime)> {
    let value = property.value.as_ref();
    let digits = |text: &str, count: usize| {
        text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let as_date = property.parameter("VALUE") == Some("DATE");
    let (date, time) = match value.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (value, None),
    };
    let day = Some(date).filter(|date| digits(date, 8))?;
    let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?;
    let Some(time) = time.filter(|_| !as_date) else {
        let midnight = day.and_hms_opt(0, 0, 0)?;
        return (as_date && time.is_none()).then_some((Form::Date, midnight));
    };
    let (time, form) = match time.strip_suffix('Z') {
        Some(time) => (time, Form::Utc),
        None => (time, Form::Local),
    };
    let number = |from: usize| time.get(from..from + 2)?.parse().ok();
    let (hour, minute, second) = (number(0)?, number(2)?, number(4)?);
    let at = day.and_hms_opt(hour, minute, second)?;
    digits(time, 6).then_some((form, at))
}

fn alarms(event: &Component<'_>, found: &mut Vec<Fault>) {
    let alarms = event.inner.iter().filter(|inner| inner.name == "VALARM");
    for alarm in alarms {
        let action = alarm.one("ACTION").map(|action| action.value.as_ref());
        for (name, needed) in [
            ("ACTION", true),
            ("TRIGGER", true),
            ("DESCRIPTION", action == Some("DISPLAY")),
        ] {
            let is_there = alarm.one(name).is_some_and(|one| !one.value.is_empty());
            if needed && !is_there {
                let message = format!("the alarm has no `{name}`");
                found.push(fault(alarm.line, FaultKind::Alarm, message));
            }
        }
        if let Some(trigger) = alarm.one("TRIGGER").filter(|one| !is_trigger(one)) {
            let message = format!("`{}` is no time to go off at", trigger.value);
            found.push(fault(trigger.line, FaultKind::Alarm, message));
        }
    }
    let mut after = event.properties.iter();
    if let Some(first) = event.first_inner
        && let Some(late) = after.find(|property| property.line > first)
    {
        let message = format!("`{}` stands behind an alarm", late.name);
        found.push(fault(late.line, FaultKind::AlarmFirst, message));
    }
}

/// A duration (3.3.6), or an instant of UTC.
fn is_trigger(property: &Property<'_>) -> bool {
    if property.parameter("VALUE") == Some("DATE-TIME") {
        return time(property).is_some_and(|(form, _)| form == Form::Utc);
    }
    let text = property.value.trim_start_matches(['+', '-']);
    let signs = property.value.len() - text.len();
    let Some(text) = text.strip_prefix('P').filter(|_| signs <= 1) else {
        return false;
    };
    let (days, time) = match text.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (text, None),
    };
    let right = |text: &str, units: &str| {
        let mut units = units.chars();
        let mut digits = 0;
        text.chars().all(|letter| {
            if letter.is_ascii_digit() {
                digits += 1;
                return true;
            }
            let known = digits > 0 && units.any(|unit| unit == letter);
            digits = 0;
            known
        }) && digits == 0
    };
    match time {
        Some(time) => right(days, "D") && !time.is_empty() && right(time, "HMS"),
        None => !days.is_empty() && (right(days, "D") || right(days, "W")),
    }
}
