//! A plan as a calendar: each window on its days and no other, names that stay and identify nobody, the same bytes each
//! time, a strict reader that finds each planted fault, and other people's readers that read the same.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod attacks;
mod checker;
mod days;
mod issues;
mod readers;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{Issue, Key, calendar, calendar_faults};
use chrono::{NaiveDate, NaiveDateTime};

use crate::support::{moment, plan, read};

/// An event, read by a reader of a few lines that shares nothing with the program's own.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    uid: String,
    first: NaiveDate,
    /// The first day after it.
    after: NaiveDate,
    title: String,
    text: String,
    tentative: bool,
    alarms: usize,
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y%m%d").unwrap()
}

/// The events of a calendar.
fn events(text: &str) -> Vec<Event> {
    let text = text.replace("\r\n ", "");
    let mut all = Vec::new();
    for event in text.split("BEGIN:VEVENT\r\n").skip(1) {
        let event = event.split("END:VEVENT").next().unwrap();
        let alarms = event.matches("BEGIN:VALARM").count();
        let own = event.split("BEGIN:VALARM").next().unwrap();
        let value = |name: &str| {
            let line = own.split("\r\n").find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("no {name} in {event}"))
                .to_owned()
        };
        let plain = |name: &str| unescaped(&value(name));
        all.push(Event {
            uid: value("UID:"),
            first: day(&value("DTSTART;VALUE=DATE:")),
            after: day(&value("DTEND;VALUE=DATE:")),
            title: plain("SUMMARY:"),
            text: plain("DESCRIPTION:"),
            tentative: value("STATUS:") == "TENTATIVE",
            alarms,
        });
    }
    all
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next().unwrap() {
                'n' => out.push('\n'),
                other => out.push(other),
            },
            (other, false) => out.push(other),
        }
    }
    out
}

fn issue(number: u32) -> Issue {
    Issue {
        key: Key::new(b"the secret of this plan").unwrap(),
        number,
        issued: "2026-06-01T10:30:00".parse::<NaiveDateTime>().unwrap(),
        discreet: false,
    }
}

fn plan_of(protocol: &str, patient: &str, on: &str) -> Plan {
    let (protocol, patient) = read(protocol, patient).unwrap_or_else(|problem| panic!("{problem}"));
    plan(&protocol, &patient, Some(moment(on))).unwrap()
}

/// A calendar, which is well made.
#[track_caller]
fn made(plan: &Plan, issue: &Issue) -> String {
    let text = calendar(plan, issue).unwrap();
    assert_eq!(calendar_faults(text.as_bytes()), [], "{text}");
    text
}

/// A short protocol in which every kind of event stands.
const PROTOCOL: &str = "\
protocol \"Clinic aftercare\"
version \"2.1\"
import skin-care
aftercare for 2 weeks
sun: avoid direct sun for 14 days because \"it darkens\"
actives: avoid retinoids for at least 5 days, better 7 days
avoid sauna for 72 hours
avoid scratching until healed
limit alcohol to 1 drink per day for 3 days
use sunscreen with broad-spectrum daily from day 2
avoid waxing for 5 days before treatment
avoid makeup for 2 days if pregnant
use moisturiser for 3 days if pregnant
avoid exercise for 4 days if swelling
steps \"Evening routine\" { use gentle cleanser, then use moisturiser } daily for 3 days
report fever above 38 C to clinic within 2 hours
sessions 3..6 every 4..6 weeks
visit \"suture removal\" 7..10 days after treatment
";

/// The plans of the example patients and of some of the sheets.
fn plans() -> Vec<(String, Plan)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |path: &str| crate::annotated::text_of(&folder.join(path)).unwrap();
    let mut plans = Vec::new();
    let microneedling = bundled("microneedling").unwrap();
    for patient in [
        "settled",
        "by-brand",
        "mid-course",
        "missing-facts",
        "red-flag",
    ] {
        let profile = text(&format!("examples/patients/{patient}.toml"));
        let plan = plan_of(microneedling, &profile, "2026-06-03");
        plans.push((patient.to_owned(), plan));
    }
    let toxin = bundled("botulinum-toxin").unwrap();
    let profile = text("examples/patients/both-treatments.toml");
    plans.push((
        "both-treatments".to_owned(),
        plan_of(toxin, &profile, "2026-06-03"),
    ));
    for sheet in [
        "MN04", "LR06", "TP05", "EX02", "BT01", "FL03", "IP01", "CP07",
    ] {
        let rules = text(&format!("tests/sheets/{sheet}.rules"));
        for treated in ["2024-01-31T08:15", "2026-12-30"] {
            let profile = format!("treated = {treated}\n");
            let plan = plan_of(&rules, &profile, &treated[..10]);
            plans.push((format!("{sheet} treated {treated}"), plan));
        }
    }
    plans.push((
        "all kinds of events".to_owned(),
        plan_of(PROTOCOL, "treated = 2026-06-01\n", "2026-06-01"),
    ));
    plans.retain(|(_, plan)| !plan.is_withheld());
    plans
}
