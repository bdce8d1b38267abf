//! Errors that are planted in a good bundle and a good definition, and who finds each (`planted.txt`): no validator finds
//! all, which is why there are three, and our own table of codes.

use serde_json::Value;

use super::codes;
use super::definition::all_kinds as definition;
use super::readers::{by_python, by_schema};
use super::{all_kinds, text_of};

/// An error, and how it is planted.
struct Planted {
    name: String,
    at: String,
    value: String,
    found_by: Vec<String>,
}

fn planted() -> Vec<Planted> {
    let text = text_of("tests/fhir/planted.txt");
    let rows = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let row = |line: &str| {
        let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [name, at, value, found_by] = parts[..] else {
            panic!("{line}");
        };
        Planted {
            name: name.to_owned(),
            at: at.to_owned(),
            value: value.to_owned(),
            found_by: found_by.split(' ').map(str::to_owned).collect(),
        }
    };
    rows.map(row).collect()
}

/// What is good, with an error in it.
fn with(error: &Planted) -> Value {
    let (of, at) = error.at.split_once(' ').unwrap();
    let mut value: Value = match of {
        "bundle" => all_kinds().bundle(),
        "definition" => serde_json::from_str(&definition().text).unwrap(),
        other => panic!("{other}"),
    };
    let form = super::list(&value["entry"])
        .iter()
        .position(|entry| entry["resource"]["resourceType"] == "Questionnaire");
    let form = form.unwrap_or_default().to_string();
    let path = match at.strip_prefix('@') {
        Some(at) => {
            let (name, rest) = at.split_once('/').unwrap();
            let activities = super::list(&value["entry"][0]["resource"]["activity"]);
            let index = activities
                .iter()
                .position(|one| one["detail"]["code"]["text"] == name)
                .unwrap();
            format!("/entry/0/resource/activity/{index}/detail/{rest}")
        }
        None => at.replace('%', &form),
    };
    let new = match error.value.strip_prefix('=') {
        Some(from) => Some(value.pointer(&from.replace('%', &form)).unwrap().clone()),
        None if error.value == "-" => None,
        None => Some(serde_json::from_str(&error.value).unwrap()),
    };
    let (parent, key) = path.rsplit_once('/').unwrap();
    let found = value.pointer_mut(parent);
    match found.unwrap_or_else(|| panic!("{}: no {parent}", error.name)) {
        Value::Object(map) => match new {
            None => drop(map.remove(key).unwrap()),
            Some(new) => drop(map.insert(key.to_owned(), new)),
        },
        Value::Array(all) => {
            let index: usize = key.parse().unwrap();
            let new = new.unwrap();
            match all.get_mut(index) {
                Some(old) => *old = new,
                None => all.push(new),
            }
        }
        other => panic!("{other}"),
    }
    value
}

#[test]
fn each_planted_error_is_found_by_those_that_are_there_for_it() {
    let planted = planted();
    let values: Vec<Value> = planted.iter().map(with).collect();
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    let schema = by_schema("planted", &texts);
    let python = by_python("planted", &texts);
    let mut wrong = Vec::new();
    for (index, error) in planted.iter().enumerate() {
        // Of whom is not here nothing is compared.
        let mut found: Vec<String> = Vec::new();
        let mut asked: Vec<&str> = vec!["codes"];
        if let Some(schema) = &schema {
            asked.push("schema");
            found.extend((!schema[index].is_empty()).then(|| "schema".to_owned()));
        }
        if let Some(python) = &python {
            asked.push("");
            asked.push("resources");
            found.extend(python[index].broken.iter().cloned());
            let refused = !python[index].refused.is_empty();
            found.extend(refused.then(|| "resources".to_owned()));
        }
        let coded = !codes::wrong(&values[index]).is_empty();
        found.extend(coded.then(|| "codes".to_owned()));
        let is_asked = |who: &&String| match who.as_str() {
            named @ ("schema" | "resources" | "codes") => asked.contains(&named),
            _ => asked.contains(&""),
        };
        let expected: Vec<&String> = error.found_by.iter().filter(is_asked).collect();
        if found.iter().collect::<Vec<_>>() != expected {
            wrong.push(format!("{}: {found:?}", error.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_of_the_three_finds_something_that_no_other_does() {
    let alone: Vec<String> = planted()
        .into_iter()
        .filter(|error| error.found_by.len() == 1)
        .map(|error| error.found_by[0].clone())
        .collect();
    for who in ["schema", "resources", "tim-6", "codes"] {
        assert!(alone.iter().any(|one| one == who), "{who}");
    }
}
