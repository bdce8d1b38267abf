//! What changed, and why.

use serde_json::Value;

use super::matched::{LISTS, called, pairs, without_places};
use super::{ChangeKind, KeyChange, LineChange, WasIs};

/// Keys that tell why a line says what it says, and are no part of that.
const REASONS: [&str; 2] = ["facts", "rule"];

/// The lines that changed, in the order of the plan's lists.
pub(super) fn changes(old: &Value, new: &Value) -> Vec<LineChange> {
    let mut all = Vec::new();
    for ((name, was), (_, is)) in lists(old).into_iter().zip(lists(new)) {
        let (of_new, gone) = pairs(&was, &is);
        for (line, old) in is.iter().zip(of_new) {
            match old.and_then(|place| was.get(place)) {
                None => all.push(one_sided(&name, line, ChangeKind::New)),
                Some(old) => all.extend(changed(&name, old, line)),
            }
        }
        let gone = gone.into_iter().filter_map(|place| was.get(place));
        all.extend(gone.map(|line| one_sided(&name, line, ChangeKind::Gone)));
    }
    all
}

/// The lists of a plan by name, without places; of the course its sentences.
fn lists(plan: &Value) -> Vec<(String, Vec<Value>)> {
    let rows = |value: Option<&Value>| -> Vec<Value> {
        let rows = value.and_then(Value::as_array);
        rows.map(|rows| rows.iter().map(without_places).collect())
            .unwrap_or_default()
    };
    let mut all: Vec<(String, Vec<Value>)> = LISTS
        .iter()
        .map(|name| ((*name).to_owned(), rows(plan.get(*name))))
        .collect();
    let treatments = plan.get("treatments").and_then(Value::as_array);
    let (mut sessions, mut maintenance) = (Vec::new(), Vec::new());
    for one in treatments.into_iter().flatten() {
        let course = one
            .get("sessions")
            .and_then(|course| course.get("candidates"));
        sessions.extend(rows(course));
        maintenance.extend(rows(one.get("maintenance")));
    }
    all.push(("sessions".to_owned(), sessions));
    all.push(("maintenance".to_owned(), maintenance));
    all
}

/// What a plan says of its treatment under a key.
pub(super) fn of_treatment(plan: &Value, key: &str) -> Value {
    let treatments = plan.get("treatments").and_then(Value::as_array);
    let each = treatments.into_iter().flatten();
    let each: Vec<&Value> = each.filter_map(|one| one.get(key)).collect();
    match &each[..] {
        [] => Value::Null,
        [one] => (*one).clone(),
        several => {
            let words = several.iter().filter_map(|one| one.as_str());
            Value::String(words.collect::<Vec<&str>>().join(", "))
        }
    }
}

fn one_sided(list: &str, line: &Value, kind: ChangeKind) -> LineChange {
    let facts = in_words(line.get("facts").unwrap_or(&Value::Null));
    LineChange {
        list: list.to_owned(),
        line: called(line),
        kind,
        keys: Vec::new(),
        why: facts
            .map(|facts| format!("by the facts {facts}"))
            .into_iter()
            .collect(),
    }
}

/// What of a line is not as it was; nothing where it is all the same.
fn changed(list: &str, old: &Value, new: &Value) -> Option<LineChange> {
    let keys = keys(old).chain(keys(new).filter(|key| old.get(*key).is_none()));
    let keys: Vec<&str> = keys.collect();
    let differing_keys = keys.iter().filter(|key| !REASONS.contains(key));
    let values = |key: &str| {
        let of = |line: &Value| known_rules(line.get(key).unwrap_or(&Value::Null));
        differing(&of(old), &of(new))
    };
    let said: Vec<KeyChange> = differing_keys
        .filter_map(|key| {
            let values = values(key)?;
            Some(KeyChange {
                key: (*key).to_owned(),
                values,
            })
        })
        .collect();
    if said.is_empty() {
        // Another fact, label or wording that comes to the same is no change of what the patient was told.
        return None;
    }
    let mut why = Vec::new();
    let sentence = |line: &Value| {
        let rule = line.get("rule").and_then(|rule| rule.get("sentence"));
        rule.and_then(Value::as_str).map(str::to_owned)
    };
    if let (Some(was), Some(is)) = (sentence(old), sentence(new))
        && was != is
    {
        why.push(format!("its sentence was `{was}` and is `{is}`"));
    }
    if let Some(facts) = values("facts") {
        why.push(match (facts.was, facts.is) {
            (Some(was), Some(is)) => format!("it hung on {was}, and hangs on {is}"),
            (Some(was), None) => format!("it hung on {was}, and does not any more"),
            (None, is) => format!("it hangs on {} now", is.unwrap_or_default()),
        });
    }
    Some(LineChange {
        list: list.to_owned(),
        line: called(new),
        kind: ChangeKind::Changed,
        keys: said,
        why,
    })
}

fn keys(line: &Value) -> impl Iterator<Item = &str> {
    let keys = line.as_object().into_iter();
    keys.flat_map(|keys| keys.keys().map(String::as_str))
}

/// A value in which a rule is what it is known by, its label or its sentence: of a line that others hold back, another
/// wording of those that comes to the same is no change.
fn known_rules(value: &Value) -> Value {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    match value {
        Value::Object(_) if text("sentence").is_some() => {
            let known = text("label").or_else(|| text("sentence"));
            Value::from(known.unwrap_or_default())
        }
        Value::Object(keys) => {
            let keys = keys
                .iter()
                .map(|(key, value)| (key.clone(), known_rules(value)));
            Value::Object(keys.collect())
        }
        Value::Array(all) => Value::Array(all.iter().map(known_rules).collect()),
        other => other.clone(),
    }
}

pub(super) fn differing(was: &Value, is: &Value) -> Option<WasIs> {
    (was != is).then(|| WasIs {
        was: in_words(was),
        is: in_words(is),
    })
}

/// A value as one reads it; none of nothing.
fn in_words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Bool(false) => Some("no".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().filter_map(in_words).collect();
            (!all.is_empty()).then(|| all.join("; "))
        }
        // What other lines hold, and which do.
        Value::Object(keys) if keys.contains_key("things") && keys.contains_key("rules") => {
            let [things, rules] = ["things", "rules"].map(|key| keys.get(key).and_then(in_words));
            let rules = rules.map(|rules| format!(" ({rules})"));
            Some(things.unwrap_or_default() + &rules.unwrap_or_default())
        }
        Value::Object(keys) => {
            let all = keys.iter().filter_map(|(key, value)| {
                let words = in_words(value)?;
                Some(format!("{} {words}", key.replace('_', " ")))
            });
            let all: Vec<String> = all.collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
    }
}
