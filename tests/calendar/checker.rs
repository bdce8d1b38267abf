//! The strict reader of calendars: each rule with a calendar that breaks it, and nothing else.

use aftercare_dsl::render::{CalendarFaultKind as Kind, calendar_faults};

/// A calendar that holds to all rules.
const RIGHT: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//test//EN
METHOD:PUBLISH
BEGIN:VEVENT
UID:0b2c7e2e-3d3f-8f4a-9b1c-5a6f7e8d9c0b
DTSTAMP:20260601T103000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20260601
DTEND;VALUE=DATE:20260608
SUMMARY:Avoid: retinoids\\, acids
DESCRIPTION:Until the end of Sun 7 Jun\\; then free.\\nWhy: \\\\o/
STATUS:CONFIRMED
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:PT9H
DESCRIPTION:Avoid: retinoids
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:1b2c7e2e-3d3f-8f4a-9b1c-5a6f7e8d9c0b
DTSTAMP:20260601T103000Z
DTSTART:20260601T090000Z
DTEND:20260601T100000Z
SUMMARY:Session
END:VEVENT
END:VCALENDAR
";

fn kinds(text: &str) -> Vec<Kind> {
    let faults = calendar_faults(text.as_bytes());
    faults.into_iter().map(|fault| fault.kind).collect()
}

fn with_line_ends(text: &str) -> String {
    text.replace('\n', "\r\n")
}

#[test]
fn a_calendar_that_is_right_has_no_fault() {
    assert_eq!(kinds(&with_line_ends(RIGHT)), []);
}

/// The rule, what of the right calendar is changed, and into what.
const WRONG: &[(Kind, &str, &str)] = &[
    (
        Kind::LineLength,
        "SUMMARY:Session",
        "SUMMARY:Session that takes a title which is longer than a line of a calendar may be",
    ),
    (Kind::Encoding, "SUMMARY:Session", "SUMMARY:Session\u{7}"),
    (
        Kind::Form,
        "SUMMARY:Session\n",
        "SUMMARY:Session\nno value at all\n",
    ),
    (
        Kind::Form,
        "DTSTART;VALUE=DATE:20260601\n",
        "DTSTART;VALUE:20260601\nDTSTART;VALUE=DATE:20260601\n",
    ),
    (
        Kind::Nesting,
        "END:VALARM\nEND:VEVENT",
        "END:VEVENT\nEND:VALARM",
    ),
    (Kind::Nesting, "END:VCALENDAR\n", ""),
    (
        Kind::Nesting,
        "END:VCALENDAR\n",
        "END:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
    ),
    (
        Kind::Nesting,
        "BEGIN:VCALENDAR\n",
        "X-NOTE:outside\nBEGIN:VCALENDAR\n",
    ),
    (Kind::Header, "VERSION:2.0\n", ""),
    (Kind::Header, "VERSION:2.0", "VERSION:1.0"),
    (Kind::Header, "PRODID:-//test//test//EN\n", ""),
    (Kind::Header, "METHOD:PUBLISH\n", ""),
    (Kind::Header, "METHOD:PUBLISH", "METHOD:REQUEST"),
    (
        Kind::Header,
        "METHOD:PUBLISH\n",
        "METHOD:PUBLISH\nMETHOD:PUBLISH\n",
    ),
    (Kind::Twice, "SEQUENCE:0\n", "SEQUENCE:0\nSEQUENCE:0\n"),
    (
        Kind::Twice,
        "SUMMARY:Session\n",
        "SUMMARY:Session\nSUMMARY:Another\n",
    ),
    (
        Kind::Required,
        "UID:1b2c7e2e-3d3f-8f4a-9b1c-5a6f7e8d9c0b\n",
        "",
    ),
    (Kind::Required, "SUMMARY:Session\n", ""),
    (Kind::Required, "SUMMARY:Session\n", "SUMMARY:\n"),
    (
        Kind::Required,
        "DTSTART:20260601T090000Z\nDTEND:20260601T100000Z\n",
        "",
    ),
    (Kind::SameUid, "UID:1b2c", "UID:0b2c"),
    (
        Kind::NamingUid,
        "UID:1b2c7e2e-3d3f-8f4a-9b1c-5a6f7e8d9c0b",
        "UID:jo.smith-1983@clinic.example",
    ),
    (
        Kind::NamingUid,
        "UID:1b2c7e2e-3d3f-8f4a-9b1c-5a6f7e8d9c0b",
        "UID:chart-4711",
    ),
    (
        Kind::NoDate,
        "DTEND;VALUE=DATE:20260608",
        "DTEND;VALUE=DATE:20260631",
    ),
    (
        Kind::NoDate,
        "DTEND;VALUE=DATE:20260608",
        "DTEND;VALUE=DATE:2026-06-08",
    ),
    (
        Kind::NoDate,
        "DTEND:20260601T100000Z",
        "DTEND:20260601T250000Z",
    ),
    (Kind::NoDate, "DTEND;VALUE=DATE:20260608", "DTEND:20260608"),
    (
        Kind::Mixed,
        "DTEND;VALUE=DATE:20260608",
        "DTEND:20260608T000000Z",
    ),
    (
        Kind::Mixed,
        "DTEND:20260601T100000Z",
        "DTEND:20260601T100000",
    ),
    (
        Kind::EndFirst,
        "DTEND;VALUE=DATE:20260608",
        "DTEND;VALUE=DATE:20260601",
    ),
    (
        Kind::EndFirst,
        "DTEND;VALUE=DATE:20260608",
        "DTEND;VALUE=DATE:20260531",
    ),
    (
        Kind::EndFirst,
        "DTEND:20260601T100000Z",
        "DTEND:20260601T090000Z",
    ),
    (
        Kind::EndAndDuration,
        "DTEND;VALUE=DATE:20260608\n",
        "DTEND;VALUE=DATE:20260608\nDURATION:P7D\n",
    ),
    (
        Kind::Stamp,
        "DTSTAMP:20260601T103000Z\nDTSTART",
        "DTSTAMP:20260601T103000\nDTSTART",
    ),
    (Kind::Escape, "retinoids\\, acids", "retinoids, acids"),
    (Kind::Escape, "Jun\\; then", "Jun; then"),
    (Kind::Escape, "\\\\o/", "\\o/"),
    (Kind::Escape, "\\\\o/", "o/\\"),
    (Kind::Sequence, "SEQUENCE:0", "SEQUENCE:-1"),
    (Kind::Sequence, "SEQUENCE:0", "SEQUENCE:first"),
    (Kind::Alarm, "TRIGGER:PT9H\n", ""),
    (Kind::Alarm, "TRIGGER:PT9H", "TRIGGER:at nine"),
    (Kind::Alarm, "TRIGGER:PT9H", "TRIGGER:PT"),
    (Kind::Alarm, "ACTION:DISPLAY\n", ""),
    (
        Kind::Alarm,
        "DESCRIPTION:Avoid: retinoids\nEND:VALARM",
        "END:VALARM",
    ),
    (
        Kind::AlarmFirst,
        "END:VALARM\n",
        "END:VALARM\nTRANSP:TRANSPARENT\n",
    ),
];

#[test]
fn each_planted_fault_is_found_and_nothing_else() {
    for (kind, of, into) in WRONG {
        assert!(RIGHT.contains(of), "{of}");
        let text = with_line_ends(&RIGHT.replacen(of, into, 1));
        let found = kinds(&text);
        assert!(found.contains(kind), "{into:?}: {found:?}");
        let besides: Vec<&Kind> = found.iter().filter(|one| *one != kind).collect();
        // A component that does not close takes what stands in it along.
        if *kind != Kind::Nesting {
            assert_eq!(besides, Vec::<&Kind>::new(), "{into:?}");
        }
    }
}

#[test]
fn a_zone_must_be_in_the_calendar() {
    let zoned = RIGHT
        .replace(
            "DTSTART:20260601T090000Z",
            "DTSTART;TZID=Europe/London:20260601T090000",
        )
        .replace(
            "DTEND:20260601T100000Z",
            "DTEND;TZID=Europe/London:20260601T100000",
        );
    assert_eq!(kinds(&with_line_ends(&zoned)), [Kind::Zone, Kind::Zone]);
    let zone = "METHOD:PUBLISH\nBEGIN:VTIMEZONE\nTZID:Europe/London\nEND:VTIMEZONE\n";
    let with_zone = zoned.replace("METHOD:PUBLISH\n", zone);
    assert_eq!(kinds(&with_line_ends(&with_zone)), []);
}

#[test]
fn line_ends_are_crlf_to_the_last() {
    assert!(kinds(RIGHT).iter().all(|kind| *kind == Kind::LineEnd));
    assert_eq!(kinds(RIGHT).len(), RIGHT.lines().count());
    let text = with_line_ends(RIGHT);
    assert_eq!(kinds(text.trim_end()), [Kind::LineEnd]);
    assert_eq!(kinds(&text.replacen("\r\n", "\n", 1)), [Kind::LineEnd]);
}

#[test]
fn a_folded_line_is_one_line_and_faults_name_its_first() {
    let folded = with_line_ends(RIGHT).replace(
        "Avoid: retinoids\\, acids",
        "Avoid: reti\r\n noids\\, acids",
    );
    assert_eq!(kinds(&folded), []);
    let wrong = folded.replace("noids\\, acids", "noids, acids");
    let faults = calendar_faults(wrong.as_bytes());
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].line, 11);
}

#[test]
fn what_is_no_calendar_at_all_is_said_to_be_none() {
    assert_eq!(kinds(""), [Kind::Nesting]);
    assert_eq!(calendar_faults(&[0xff, 0xfe])[0].kind, Kind::Encoding);
    for text in [
        "no calendar",
        "{\"json\": 1}",
        "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
    ] {
        assert!(!kinds(text).is_empty(), "{text}");
    }
}
