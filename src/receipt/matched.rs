//! Which line of one plan is which of another.

use serde_json::Value;

/// The lists of a plan, in its order.
pub(super) const LISTS: [&str; 13] = [
    "directives",
    "things",
    "expectations",
    "red_flags",
    "steps",
    "notes",
    "visits",
    "before_treatment",
    "questions",
    "can_be_added",
    "for_the_clinic",
    "not_covered",
    "warnings",
];

/// Where something stands, which is no part of what a plan says.
const PLACES: [&str; 5] = ["file", "line", "column", "also", "location"];

/// A value without the places in it.
pub(super) fn without_places(value: &Value) -> Value {
    match value {
        Value::Array(all) => Value::Array(all.iter().map(without_places).collect()),
        Value::Object(keys) => {
            let kept = keys
                .iter()
                .filter(|(key, _)| !PLACES.contains(&key.as_str()));
            Value::Object(
                kept.map(|(key, value)| (key.clone(), without_places(value)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

/// What a line is called.
pub(super) fn called(line: &Value) -> String {
    let text = |key: &str| line.get(key).and_then(Value::as_str);
    let sentence = line.get("rule").and_then(|rule| rule.get("sentence"));
    let called = sentence.and_then(Value::as_str);
    let called = called.or_else(|| text("thing")).or_else(|| text("fact"));
    let called = called.or_else(|| text("what")).or_else(|| text("text"));
    called.unwrap_or_default().to_owned()
}

/// The ways in which two lines may be one, the surest first: by the sentence's label, by the sentence, by what it is
/// about.
type Same = fn(&Value) -> Option<String>;
const SAME: [Same; 4] = [by_all, by_label, by_sentence, by_matter];

fn by_all(line: &Value) -> Option<String> {
    Some(line.to_string())
}

fn rule<'v>(line: &'v Value, key: &str) -> Option<&'v str> {
    line.get("rule")?.get(key)?.as_str()
}

fn with_verb(line: &Value, what: &str) -> String {
    let verb = line.get("verb").and_then(Value::as_str).unwrap_or_default();
    format!("{verb}\n{what}")
}

fn by_label(line: &Value) -> Option<String> {
    Some(with_verb(line, rule(line, "label")?))
}

fn by_sentence(line: &Value) -> Option<String> {
    Some(with_verb(line, rule(line, "sentence")?))
}

fn by_matter(line: &Value) -> Option<String> {
    let keys = ["items", "thing", "fact", "what", "title", "code"];
    let matter = keys.iter().find_map(|key| line.get(*key))?;
    Some(with_verb(line, &matter.to_string()))
}

/// Of two lists the places of the lines that are one line: each new one with its old one, and the old ones that have none.
pub(super) fn pairs(old: &[Value], new: &[Value]) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut of_new: Vec<Option<usize>> = vec![None; new.len()];
    let mut open: Vec<usize> = (0..old.len()).collect();
    for same in SAME {
        for (line, own) in new.iter().zip(&mut of_new) {
            if own.is_some() {
                continue;
            }
            let Some(wanted) = same(line) else { continue };
            let is_it = |index: &usize| old.get(*index).and_then(same).as_ref() == Some(&wanted);
            if let Some(place) = open.iter().position(is_it) {
                *own = Some(open.remove(place));
            }
        }
    }
    (of_new, open)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn line(label: Option<&str>, sentence: &str, items: &[&str]) -> Value {
        json!({"verb": "avoid", "items": items, "rule": {"label": label, "sentence": sentence}})
    }

    #[test]
    fn a_line_is_known_by_its_label_then_its_sentence_then_what_it_is_about() {
        let old = [
            line(Some("sun"), "avoid sun for 7 days", &["sun"]),
            line(None, "avoid sauna for 3 days", &["sauna"]),
            line(None, "avoid heat for 3 days", &["heat"]),
        ];
        let new = [
            line(None, "avoid heat for 5 days", &["heat"]),
            line(
                Some("sun"),
                "avoid sun and sunbeds for 9 days",
                &["sun", "sunbeds"],
            ),
            line(None, "avoid sauna for 3 days", &["sauna"]),
            line(None, "avoid gym for 1 day", &["gym"]),
        ];
        let (of_new, gone) = pairs(&old, &new);
        assert_eq!(of_new, [Some(2), Some(0), Some(1), None]);
        assert_eq!(gone, Vec::<usize>::new());
    }

    #[test]
    fn of_two_alike_each_is_one() {
        let same = line(None, "avoid sauna for 3 days", &["sauna"]);
        let (of_new, gone) = pairs(&[same.clone(), same.clone()], &[same]);
        assert_eq!((of_new, gone), (vec![Some(0)], vec![1]));
    }

    #[test]
    fn where_a_sentence_stands_is_no_part_of_what_it_says() {
        let at = |line: u32| json!({"rule": {"sentence": "a", "file": "b", "line": line, "column": 1}, "also": [line]});
        assert_eq!(without_places(&at(3)), without_places(&at(40)));
    }
}
