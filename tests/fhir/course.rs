//! The course in a bundle: a timing as far as one goes, and the days of the next session.

use serde_json::{Value, json};

use super::{details, made, resources};

#[test]
fn a_course_is_a_timing_and_its_next_session_has_days() {
    let first = "treated = 2026-06-01\nsessions = []\n";
    let bundle = made("one", super::PROTOCOL, first, "2026-06-01").bundle();
    let details = details(&bundle);
    let of = |name: &str| {
        let named = |detail: &&&Value| detail["code"]["text"] == name;
        *details.iter().find(named).unwrap()
    };
    assert_eq!(
        of("Course of treatments: 3 to 6")["scheduledTiming"]["repeat"],
        json!({
            "boundsPeriod": { "start": "2026-06-01", "end": "2026-12-28" },
            "count": 3, "countMax": 6, "frequency": 1,
            "period": 4, "periodMax": 6, "periodUnit": "wk",
        })
    );
    assert_eq!(
        of("Next session: to be booked")["scheduledPeriod"],
        json!({ "start": "2026-06-29", "end": "2026-07-13" })
    );
    let repeat = &of("Maintenance sessions after the course")["scheduledTiming"]["repeat"];
    assert_eq!(repeat["period"], 6);
    assert_eq!(repeat["periodMax"], 12);
    assert_eq!(repeat["periodUnit"], "mo");
    assert_eq!(repeat["count"], Value::Null);
}

#[test]
fn of_a_finished_course_no_session_is_to_be_done() {
    let finished =
        "treated = 2026-06-01\nsessions = [2026-04-01, 2026-05-01]\ncourse_finished = true\n";
    let bundle = made("one", super::PROTOCOL, finished, "2026-06-01").bundle();
    for detail in details(&bundle) {
        let name = detail["code"]["text"].as_str().unwrap();
        assert!(!name.starts_with("Course of treatments") && !name.starts_with("Next session"));
    }
    let notes = resources(&bundle, "CarePlan")[0]["note"].to_string();
    assert!(
        notes.contains("Sessions done: 3. The course is finished."),
        "{notes}"
    );
}

#[test]
fn an_interval_is_said_in_one_unit_as_far_as_that_comes_out_even() {
    for (sentence, period, most, unit) in [
        (
            "sessions 3 every 10 days..2 weeks",
            json!(10),
            json!(14),
            "d",
        ),
        (
            "sessions 3 every 6 months..1 year",
            json!(6),
            json!(12),
            "mo",
        ),
        ("sessions 3 every 4 weeks", json!(4), Value::Null, "wk"),
        (
            "sessions 3 every 24 hours..3 days",
            json!(24),
            Value::Null,
            "h",
        ),
    ] {
        let rules = format!("import skin-care\navoid sauna for 3 days\n{sentence}\n");
        let bundle = made("one", &rules, "treated = 2026-06-01\n", "2026-06-01").bundle();
        let details = details(&bundle);
        let course = details.iter().find(|detail| {
            let name = detail["code"]["text"].as_str().unwrap();
            name == "Course of treatments: 3"
        });
        let repeat = &course.unwrap()["scheduledTiming"]["repeat"];
        assert_eq!(repeat["period"], period, "{sentence}");
        assert_eq!(repeat["periodMax"], most, "{sentence}");
        assert_eq!(repeat["periodUnit"], unit, "{sentence}");
        assert_eq!(repeat["count"], 3, "{sentence}");
        assert_eq!(repeat["countMax"], Value::Null, "{sentence}");
    }
}
