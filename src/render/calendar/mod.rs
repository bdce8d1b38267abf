//! A plan as a calendar (iCalendar, RFC 5545), to be imported by the one that the patient already uses.
//!
//! What importers really do decides its form. Windows are whole days with an exclusive end, so that no zone can move
//! them; what is to be booked is tentative; alarms stand last in their events, and none is the only warning, because
//! importers drop them; a later issue keeps the names of its events and says in words that it replaces the earlier one,
//! because importers add to it instead. Nothing is taken from the clock: the same plan and [`Issue`] give the same bytes.
//!
//! | in the plan | in the calendar |
//! |---|---|
//! | the treatment | a day with all that has no day of its own: when to call, what waits, what is open |
//! | `directives` that restrict, limit or ask for something | their windows; before a next session too, tentative |
//! | `steps` | their windows |
//! | `things` | the first free day of each, all rules together |
//! | the course, `maintenance`, `visits` | the days between which to book, tentative |
//!
//! Permissions, what is normal, notes and what stands before the treatment are in the printed plan alone.

mod check;
pub(super) mod events;
mod lines;
mod overview;
mod uid;
mod write;

pub use check::{Fault, FaultKind, faults};
pub(super) use overview::name as plan_name;
pub use uid::Key;
pub(super) use uid::as_uuid;

use chrono::NaiveDateTime;

use crate::plan::Plan;
use events::Event;
use write::Writer;

use super::CalendarWord;

/// One giving out of a plan's calendar.
#[derive(Debug, Clone)]
pub struct Issue {
    /// The plan's secret, of which the events' names are made.
    pub key: Key,
    /// Which it is: 1 for the first, at least 1.
    pub number: u32,
    /// When it is given out, in UTC.
    pub issued: NaiveDateTime,
    /// Whether titles, alarms and the calendar's name say nothing about the treatment: calendars are shown to others, and
    /// sent to employers. Descriptions say all.
    pub discreet: bool,
}

/// Why a plan has no calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCalendar {
    /// There is no treatment date, from which all days are counted.
    NoTreatmentDate,
    /// The protocol refuses or defers the treatment.
    Withheld,
}

/// A plan as a calendar, with CRLF line ends.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::eval::evaluate;
/// use aftercare_dsl::profile;
/// use aftercare_dsl::render::{Issue, Key, calendar, calendar_faults};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let options = CheckOptions::default();
/// let rules = "import skin-care\navoid retinoids for 7 days\n";
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
/// let patient = "treated = 2026-06-01\n";
/// let source = sources.add("patient.toml", patient);
/// let (patient, _) = profile::read(source, "patient.toml", patient, &protocol.vocabulary);
/// let plan = evaluate(&protocol, &patient, None).expect("the date is in range");
/// let issue = Issue {
///     key: Key::new(b"a secret of this plan alone").expect("16 bytes or more"),
///     number: 1,
///     issued: "2026-06-01T10:30:00".parse().expect("a date and a time"),
///     discreet: false,
/// };
/// let text = calendar(&plan, &issue).expect("a treatment date, and nothing refused");
/// assert!(text.contains("DTSTART;VALUE=DATE:20260601\r\nDTEND;VALUE=DATE:20260608\r\n"), "{text}");
/// assert!(calendar_faults(text.as_bytes()).is_empty());
/// ```
///
/// # Errors
///
/// There is no treatment date, or the protocol refuses or defers the treatment.
pub fn calendar(plan: &Plan, issue: &Issue) -> Result<String, NoCalendar> {
    if plan.is_withheld() {
        return Err(NoCalendar::Withheld);
    }
    let (_, treated) = overview::first(plan).ok_or(NoCalendar::NoTreatmentDate)?;
    let mut events = vec![overview::event(plan, treated, issue)];
    events.extend(overview::others(plan));
    events.extend(events::all(plan, treated));
    // By day; the day of the treatment first.
    events.sort_by_key(|event| event.first);
    events.sort_by_key(|event| event.item != overview::ITEM);
    Ok(written(plan, issue, &events))
}

fn written(plan: &Plan, issue: &Issue, events: &[Event]) -> String {
    let mut out = Writer::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.text("PRODID", &format!("-//aftercare-dsl//{}//EN", plan.engine));
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    let name = if issue.discreet {
        CalendarWord::DiscreetName.text().to_owned()
    } else {
        overview::name(plan)
    };
    // The second is the older name, which more importers read.
    out.text("NAME", &name);
    out.text("X-WR-CALNAME", &name);
    let mut known: Vec<&str> = Vec::new();
    for event in events {
        let twins = known.iter().filter(|item| **item == event.item).count();
        known.push(&event.item);
        event_lines(&mut out, issue, event, twins);
    }
    out.line("END", "VCALENDAR");
    out.finish()
}

/// Whether an alarm is still to ring when the calendar is given out. What is past by then stays in it, so that a later issue
/// has a word about each day of the one before; but a reader may ring for all that it has missed.
fn rings_after(event: &Event, issued: NaiveDateTime) -> bool {
    let nine = event.first.and_hms_opt(9, 0, 0);
    nine.is_some_and(|nine| nine > issued)
}

fn event_lines(out: &mut Writer, issue: &Issue, event: &Event, twins: usize) {
    let title = if issue.discreet {
        let word = if event.tentative {
            CalendarWord::DiscreetBook
        } else {
            CalendarWord::DiscreetDay
        };
        word.text()
    } else {
        &event.title
    };
    let item = match twins {
        0 => event.item.clone(),
        more => format!("{}\n{more}", event.item),
    };
    out.line("BEGIN", "VEVENT");
    out.line("UID", &issue.key.name(&item));
    out.instant("DTSTAMP", issue.issued);
    out.line("SEQUENCE", &issue.number.saturating_sub(1).to_string());
    out.day("DTSTART", event.first);
    // The end is the first day that is no longer in it (RFC 5545, 3.6.1).
    out.day("DTEND", event.last.succ_opt().unwrap_or(event.last));
    out.text("SUMMARY", title);
    out.texts("DESCRIPTION", &event.text);
    let status = if event.tentative {
        "TENTATIVE"
    } else {
        "CONFIRMED"
    };
    out.line("STATUS", status);
    out.line("TRANSP", "TRANSPARENT");
    out.line("CLASS", "PRIVATE");
    if event.alarm && rings_after(event, issue.issued) {
        out.line("BEGIN", "VALARM");
        out.line("ACTION", "DISPLAY");
        // At nine in the morning of its first day, on the clock of whoever has it.
        out.line("TRIGGER", "PT9H");
        out.text("DESCRIPTION", title);
        out.line("END", "VALARM");
    }
    out.line("END", "VEVENT");
}
