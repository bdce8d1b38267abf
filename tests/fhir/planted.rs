//! Errors that are planted in a good bundle, and who finds each: no validator finds all, which is why there are three.

use serde_json::{Value, json};

use super::all_kinds;
use super::codes;
use super::readers::{by_python, by_schema};

/// An error, and how it is planted.
struct Planted {
    name: &'static str,
    /// Where, as a JSON pointer of the bundle; `@NAME` stands for the entry of that name.
    at: &'static str,
    /// What stands there then; `null` takes it away.
    value: Value,
    /// Whether the schema finds it.
    schema: bool,
    /// The invariants that it breaks.
    broken: &'static [&'static str],
    /// Whether fhir.resources refuses it.
    refused: bool,
}

fn planted() -> Vec<Planted> {
    let one = |name, at, value, schema, broken, refused| Planted {
        name,
        at,
        value,
        schema,
        broken,
        refused,
    };
    vec![
        one(
            "no intent",
            "/entry/0/resource/intent",
            Value::Null,
            false,
            &[],
            true,
        ),
        one(
            "no status",
            "/entry/0/resource/status",
            Value::Null,
            false,
            &[],
            true,
        ),
        one(
            "a status that there is not",
            "/entry/0/resource/status",
            json!("planned"),
            false,
            &[],
            false,
        ),
        one(
            "a status of an activity that there is not",
            "@direct sun (to be avoided)/status",
            json!("todo"),
            true,
            &[],
            false,
        ),
        one(
            "a kind that there is not",
            "@direct sun (to be avoided)/kind",
            json!("Restriction"),
            false,
            &[],
            false,
        ),
        one(
            "a longest period without a period",
            "@Course of treatments: 3 to 6/scheduledTiming/repeat/period",
            Value::Null,
            false,
            &["tim-6"],
            false,
        ),
        one(
            "a period without its unit",
            "@Course of treatments: 3 to 6/scheduledTiming/repeat/periodUnit",
            Value::Null,
            false,
            &["tim-2"],
            false,
        ),
        one(
            "a highest count without a count",
            "@Course of treatments: 3 to 6/scheduledTiming/repeat/count",
            Value::Null,
            false,
            &["tim-8"],
            false,
        ),
        one(
            "a unit in words",
            "@Course of treatments: 3 to 6/scheduledTiming/repeat/periodUnit",
            json!("weeks"),
            true,
            &[],
            false,
        ),
        one(
            "a period below zero",
            "@Course of treatments: 3 to 6/scheduledTiming/repeat/period",
            json!(-4),
            false,
            &["tim-5"],
            false,
        ),
        one(
            "an offset without a when",
            "@Course of treatments: 3 to 6/scheduledTiming/repeat/offset",
            json!(5),
            false,
            &["tim-9"],
            false,
        ),
        one(
            "an end before the start",
            "@direct sun (to be avoided)/scheduledPeriod/end",
            json!("2026-05-30"),
            false,
            &["per-1"],
            false,
        ),
        one(
            "31 February",
            "@direct sun (to be avoided)/scheduledPeriod/start",
            json!("2026-02-31"),
            false,
            &[],
            true,
        ),
        one(
            "a day that is no date",
            "@direct sun (to be avoided)/scheduledPeriod/start",
            json!("1 June"),
            true,
            &[],
            true,
        ),
        one(
            "a detail and a reference",
            "/entry/0/resource/activity/0/reference",
            json!({ "reference": "urn:uuid:85dfb434-145c-87c1-a087-36b33eb80fef" }),
            false,
            &["cpl-3"],
            false,
        ),
        one(
            "two names of one entry",
            "/entry/1/fullUrl",
            json!("=/entry/0/fullUrl"),
            false,
            &["bdl-7"],
            false,
        ),
        one(
            "an entry without a resource",
            "/entry/1/resource",
            Value::Null,
            false,
            &["bdl-5"],
            false,
        ),
        one(
            "two items of one name",
            "/entry/%/resource/item/1",
            json!("=/entry/%/resource/item/0"),
            false,
            &["que-2"],
            false,
        ),
        one(
            "a group of nothing",
            "/entry/%/resource/item/0/type",
            json!("group"),
            false,
            &["que-1"],
            false,
        ),
        one(
            "an item without a type",
            "/entry/%/resource/item/0/type",
            Value::Null,
            false,
            &[],
            true,
        ),
        one(
            "an element of a later version",
            "/entry/0/resource/activity/0/plannedActivityReference",
            json!({ "display": "later" }),
            true,
            &[],
            true,
        ),
        one(
            "an empty text",
            "/entry/0/resource/title",
            json!(""),
            true,
            &[],
            true,
        ),
        one(
            "no subject",
            "/entry/0/resource/subject",
            Value::Null,
            true,
            &[],
            true,
        ),
        one(
            "a narrative that is no XHTML",
            "/entry/0/resource/text/div",
            json!("words"),
            false,
            &["txt-1"],
            false,
        ),
    ]
}

/// A bundle with an error in it.
fn with(bundle: &Value, error: &Planted) -> Value {
    let mut bundle = bundle.clone();
    let entries = bundle["entry"].as_array().unwrap();
    let form = entries
        .iter()
        .position(|entry| entry["resource"]["resourceType"] == "Questionnaire");
    let form = form.unwrap().to_string();
    let path = match error.at.strip_prefix('@') {
        Some(at) => {
            let (name, rest) = at.split_once('/').unwrap();
            let activities = bundle["entry"][0]["resource"]["activity"]
                .as_array()
                .unwrap();
            let index = activities
                .iter()
                .position(|one| one["detail"]["code"]["text"] == name)
                .unwrap();
            format!("/entry/0/resource/activity/{index}/detail/{rest}")
        }
        None => error.at.replace('%', &form),
    };
    let value = match error.value.as_str().and_then(|text| text.strip_prefix('=')) {
        Some(from) => bundle.pointer(&from.replace('%', &form)).unwrap().clone(),
        None => error.value.clone(),
    };
    let (parent, key) = path.rsplit_once('/').unwrap();
    match bundle.pointer_mut(parent).unwrap() {
        Value::Object(map) if value.is_null() => {
            map.remove(key).unwrap();
        }
        Value::Object(map) => {
            map.insert(key.to_owned(), value);
        }
        Value::Array(all) => {
            let index: usize = key.parse().unwrap();
            if index == all.len() {
                all.push(value);
            } else {
                all[index] = value;
            }
        }
        other => panic!("{other}"),
    }
    bundle
}

fn texts() -> Vec<String> {
    let bundle = all_kinds().bundle();
    let planted = planted();
    let texts = planted.iter().map(|error| with(&bundle, error).to_string());
    texts.collect()
}

#[test]
fn each_planted_error_is_found_by_those_that_are_there_for_it() {
    let bundle = all_kinds().bundle();
    for error in planted() {
        // Wrong codes at places whose value sets no validator has are for our own table of R4's codes.
        let found = error.schema || error.refused || !error.broken.is_empty();
        let coded = codes::wrong(&with(&bundle, &error)).len();
        assert!(found || coded == 1, "{}", error.name);
    }
    let texts = texts();
    let mut wrong = Vec::new();
    if let Some(found) = by_schema("planted", &texts) {
        for (error, faults) in planted().iter().zip(&found) {
            if faults.is_empty() == error.schema {
                wrong.push(format!("{}: the schema says {faults:?}", error.name));
            }
        }
    }
    if let Some(found) = by_python("planted", &texts) {
        for (error, read) in planted().iter().zip(&found) {
            if read.broken != error.broken {
                wrong.push(format!("{}: broken are {:?}", error.name, read.broken));
            }
            if read.refused.is_empty() == error.refused {
                wrong.push(format!(
                    "{}: fhir.resources says {:.200?}",
                    error.name, read.refused
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_of_the_three_finds_something_that_no_other_does() {
    let planted = planted();
    let only = |of: fn(&Planted) -> [bool; 3], index: usize| {
        planted.iter().any(|error| {
            let found = of(error);
            found[index] && found.iter().filter(|found| **found).count() == 1
        })
    };
    let of = |error: &Planted| [error.schema, !error.broken.is_empty(), error.refused];
    for index in 0..3 {
        assert!(only(of, index), "{index}");
    }
}
