//! A strict reader of calendars: it finds what importers stumble over or silently read otherwise, and what the readers
//! that there are let pass (an end before its start, a bare line feed, an unfolded line, a name twice, an alarm without
//! a trigger).

mod content;
mod events;

use content::{Component, Property};

/// What is wrong with a calendar, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line of the text, from 1; of a folded one its first.
    pub line: usize,
    /// What kind of fault.
    pub kind: FaultKind,
    /// In words.
    pub message: String,
}

/// The rules that a calendar is held to. Numbers are sections of RFC 5545.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// Text is UTF-8, without control characters (3.1.4, 3.3.11).
    Encoding,
    /// A line ends with CRLF, the last one too (3.1).
    LineEnd,
    /// A line has at most 75 octets (3.1).
    LineLength,
    /// A line is a name, parameters and a value (3.1).
    Form,
    /// One calendar, whose components open and close inside each other (3.4, 3.6).
    Nesting,
    /// `VERSION:2.0`, a `PRODID` and a `METHOD` of those that importers know, once each (3.6, 3.7).
    Header,
    /// A property that there may be only one of is there twice (3.6.1).
    Twice,
    /// An event has a `UID`, a `DTSTAMP`, a `DTSTART` and a `SUMMARY` (3.6.1; without a summary it shows as nothing).
    Required,
    /// No two events have one `UID` (3.8.4.7).
    SameUid,
    /// A `UID` is a UUID, and so names no user, host or domain (RFC 7986, 5.3).
    NamingUid,
    /// A date or a time is one that there is, in its form (3.3.4, 3.3.5).
    NoDate,
    /// Start and end are of one form (3.8.2.2).
    Mixed,
    /// An end is after its start (3.8.2.2); it is exclusive.
    EndFirst,
    /// An end or a duration, not both (3.6.1).
    EndAndDuration,
    /// `DTSTAMP` is in UTC (3.8.7.2).
    Stamp,
    /// A time in a zone has that zone in the calendar (3.2.19).
    Zone,
    /// Text has its commas, semicolons and backslashes escaped, and no other escapes (3.3.11).
    Escape,
    /// `SEQUENCE` is a whole number from 0 (3.8.7.4).
    Sequence,
    /// An alarm has an action and a trigger, and one that shows something has its text (3.6.6).
    Alarm,
    /// Alarms stand last: one importer stumbles over properties behind them.
    AlarmFirst,
}

/// What is wrong with a calendar, in the order of its lines; nothing with one that holds to all of [`FaultKind`].
#[must_use]
pub fn faults(text: &[u8]) -> Vec<Fault> {
    let Ok(text) = std::str::from_utf8(text) else {
        return vec![fault(1, FaultKind::Encoding, "the text is no UTF-8")];
    };
    let mut found = Vec::new();
    let lines = content::lines(text, &mut found);
    let properties: Vec<Property<'_>> = lines
        .iter()
        .filter_map(|line| content::property(line, &mut found))
        .collect();
    let calendars = content::components(&properties, &mut found);
    match calendars.as_slice() {
        [calendar] if calendar.name == "VCALENDAR" => of_calendar(calendar, &mut found),
        [] => found.push(fault(1, FaultKind::Nesting, "there is no calendar")),
        [first, ..] => found.push(fault(
            first.line,
            FaultKind::Nesting,
            "a file is one VCALENDAR and nothing beside it",
        )),
    }
    found.sort();
    found
}

fn fault(line: usize, kind: FaultKind, message: impl Into<String>) -> Fault {
    Fault {
        line,
        kind,
        message: message.into(),
    }
}

fn of_calendar(calendar: &Component<'_>, found: &mut Vec<Fault>) {
    let version = |value: &str| value == "2.0";
    let method = |value: &str| ["PUBLISH", "CANCEL"].contains(&value);
    let any = |value: &str| !value.is_empty();
    header(calendar, "VERSION", &version, found);
    header(calendar, "PRODID", &any, found);
    header(calendar, "METHOD", &method, found);
    let zones: Vec<&str> = calendar
        .inner
        .iter()
        .filter(|inner| inner.name == "VTIMEZONE")
        .filter_map(|zone| zone.one("TZID"))
        .map(|property| property.value.as_ref())
        .collect();
    texts(calendar, found);
    let mut known = Vec::new();
    for event in calendar.inner.iter().filter(|inner| inner.name == "VEVENT") {
        events::of_event(event, &zones, found);
        let Some(uid) = event.one("UID") else {
            continue;
        };
        if known.contains(&uid.value) {
            let message = format!("another event has the UID `{}`, too", uid.value);
            found.push(fault(uid.line, FaultKind::SameUid, message));
        }
        known.push(uid.value.clone());
    }
}

fn header(
    calendar: &Component<'_>,
    name: &str,
    right: &dyn Fn(&str) -> bool,
    found: &mut Vec<Fault>,
) {
    let all: Vec<&Property<'_>> = calendar.all(name).collect();
    match all.as_slice() {
        [one] if right(&one.value) => {}
        [one] => found.push(fault(
            one.line,
            FaultKind::Header,
            format!("`{name}` is `{}`", one.value),
        )),
        [] => found.push(fault(
            calendar.line,
            FaultKind::Header,
            format!("there is no `{name}`"),
        )),
        [_, second, ..] => found.push(fault(
            second.line,
            FaultKind::Header,
            format!("`{name}` is there twice"),
        )),
    }
}

/// Properties whose value is one text.
const TEXTS: [&str; 7] = [
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "COMMENT",
    "NAME",
    "X-WR-CALNAME",
    "PRODID",
];

fn texts(component: &Component<'_>, found: &mut Vec<Fault>) {
    for property in &component.properties {
        if TEXTS.contains(&property.name.as_str())
            && let Some(message) = escape_fault(&property.value)
        {
            found.push(fault(property.line, FaultKind::Escape, message));
        }
    }
    for inner in &component.inner {
        texts(inner, found);
    }
}

fn escape_fault(text: &str) -> Option<String> {
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ',' | ';' => return Some(format!("`{letter}` has no backslash before it")),
            '\\' => match letters.next() {
                Some('\\' | ';' | ',' | 'n' | 'N') => {}
                Some(other) => return Some(format!("`\\{other}` is no escape")),
                None => return Some("the text ends within an escape".to_owned()),
            },
            _ => {}
        }
    }
    None
}
