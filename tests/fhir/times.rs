//! The times of a protocol as a PlanDefinition has them: a sentence, how it stands to the treatment, and how long it lasts.

use aftercare_dsl::render::fhir_definition;
use serde_json::{Value, json};

use super::definition::{protocol, value};

/// `after 2 d` and `before 5 d`, or nothing; then the bounds: `7 d`, `3..5 d`, `5.. d`, or nothing.
const TIMES: [(&str, &str, &str); 14] = [
    ("avoid sauna for 7 days", "after", "7 d"),
    ("avoid sauna", "after", "2 wk"),
    ("avoid sauna for 72 hours", "after", "72 h"),
    ("avoid sauna for 1 month", "after", "1 mo"),
    ("avoid sauna for 3..5 days", "after", "3..5 d"),
    ("avoid sauna for 10 days..2 weeks", "after", "10..14 d"),
    // The two ends have no unit in common: the firm one is said.
    ("avoid sauna for 24 hours..3 days", "after", "24 h"),
    ("avoid sauna for at least 5 days", "after", "5.. d"),
    ("avoid sauna on days 2..4", "after 2 d", "3 d"),
    (
        "avoid sauna from 1 week after treatment for 3 days",
        "after 1 wk",
        "3 d",
    ),
    (
        "avoid sauna for 5 days before treatment",
        "before 5 d",
        "5 d",
    ),
    ("avoid sauna until healed", "after", ""),
    ("avoid sauna always", "", ""),
    (
        "visit \"removal\" 7..10 days after treatment",
        "after 7..10 d",
        "",
    ),
];

fn length(text: &str) -> Value {
    let (value, code) = text.split_once(' ').unwrap();
    let unit = match code {
        "h" => "hours",
        "d" => "days",
        "wk" => "weeks",
        "mo" => "months",
        other => panic!("{other}"),
    };
    let value: i64 = value.parse().unwrap();
    json!({ "value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": code })
}

/// A length or a range, under its name.
fn named(text: &str, name: &str) -> Option<(String, Value)> {
    if text.is_empty() {
        return None;
    }
    let Some((low, rest)) = text.split_once("..") else {
        return Some((format!("{name}Duration"), length(text)));
    };
    let (high, code) = rest.split_once(' ').unwrap();
    let mut range = json!({ "low": length(&format!("{low} {code}")) });
    if !high.is_empty() {
        range["high"] = length(&format!("{high} {code}"));
    }
    Some((format!("{name}Range"), range))
}

#[test]
fn a_time_that_counts_from_the_treatment_is_said() {
    for (sentence, starts, lasts) in TIMES {
        let rules = format!("import skin-care\naftercare for 2 weeks\n{sentence}\n");
        let definition = value(&fhir_definition(&protocol(&rules)));
        let action = &definition["action"][1];
        let expected = match starts.split_once(' ').unwrap_or((starts, "")) {
            ("", _) => Value::Null,
            (relationship, offset) => {
                let mut related = json!({
                    "actionId": "treatment",
                    "relationship": format!("{relationship}-start"),
                });
                if let Some((name, offset)) = named(offset, "offset") {
                    related[name] = offset;
                }
                json!([related])
            }
        };
        assert_eq!(action["relatedAction"], expected, "{sentence}");
        let expected = match named(lasts, "bounds") {
            None => Value::Null,
            Some((name, bounds)) => json!({ name: bounds }),
        };
        assert_eq!(action["timingTiming"]["repeat"], expected, "{sentence}");
    }
}

#[test]
fn a_course_and_its_maintenance_are_timings() {
    for (sentence, repeat) in [
        (
            "sessions 3..6 every 4..6 weeks",
            json!({ "count": 3, "countMax": 6, "frequency": 1, "period": 4, "periodMax": 6, "periodUnit": "wk" }),
        ),
        (
            "sessions at least 4 every 4 weeks",
            json!({ "frequency": 1, "period": 4, "periodUnit": "wk" }),
        ),
        ("sessions 3", json!({ "count": 3 })),
        (
            "maintenance every 6..12 months",
            json!({ "frequency": 1, "period": 6, "periodMax": 12, "periodUnit": "mo" }),
        ),
    ] {
        let rules = format!("import skin-care\navoid sauna for 3 days\n{sentence}\n");
        let definition = value(&fhir_definition(&protocol(&rules)));
        let action = &definition["action"][2];
        assert_eq!(action["timingTiming"]["repeat"], repeat, "{sentence}");
    }
}
