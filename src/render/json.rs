//! Plans and read-backs for a machine.

use std::fmt::Write;

use serde::Serialize;

use crate::analysis::Diff;
use crate::check::{Layer, Lineage};
use crate::plan::Plan;
use crate::read::ReadBack;
use crate::receipt::Verified;
use crate::reply::{Ingredients, Questions, Reply};

use super::is_hidden;

/// The JSON Schema (draft 2020-12) of `aftercare-plan/1`.
pub const PLAN_SCHEMA: &str = include_str!("../plan/aftercare-plan-1.schema.json");

/// The JSON Schema of `aftercare-answer/1`.
pub const ANSWER_SCHEMA: &str = include_str!("../reply/aftercare-answer-1.schema.json");

/// The JSON Schema of `aftercare-ingredients/1`.
pub const INGREDIENTS_SCHEMA: &str = include_str!("../reply/aftercare-ingredients-1.schema.json");

/// The JSON Schema of `aftercare-questions/1`.
pub const QUESTIONS_SCHEMA: &str = include_str!("../reply/aftercare-questions-1.schema.json");

/// A plan as `aftercare-plan/1`: pretty, the same bytes for the same plan, and every hidden
/// character written as `\u001b`, so that a terminal can show it safely.
#[must_use]
pub fn json(plan: &Plan) -> String {
    pretty(plan)
}

/// An answer as `aftercare-answer/1`, in the same manner.
#[must_use]
pub fn answer_json(reply: &Reply) -> String {
    pretty(reply)
}

/// The answers about a label as `aftercare-ingredients/1`, in the same manner.
#[must_use]
pub fn ingredients_json(list: &Ingredients) -> String {
    pretty(list)
}

/// Weighed questions as `aftercare-questions/1`, in the same manner.
#[must_use]
pub fn questions_json(questions: &Questions) -> String {
    pretty(questions)
}

pub(super) fn pretty(data: &impl Serialize) -> String {
    #[expect(
        clippy::expect_used,
        reason = "plans, replies and read-backs are plain data with text keys: they cannot fail to serialise"
    )]
    let pretty = serde_json::to_string_pretty(data).expect("plain data serialises");
    hide(&pretty)
}

/// The JSON Schema (draft 2020-12) of `aftercare-read/1`.
pub const READ_SCHEMA: &str = include_str!("../read/aftercare-read-1.schema.json");

/// A protocol read back, as `aftercare-read/1`: pretty and with hidden characters written out, as
/// [`json`] has them.
#[must_use]
pub fn read_back_json(read: &ReadBack) -> String {
    pretty(read)
}

/// The JSON Schema (draft 2020-12) of `aftercare-variants/1`.
pub const VARIANTS_SCHEMA: &str = include_str!("../check/variant/aftercare-variants-1.schema.json");

/// What a variant changes of the protocols that it extends, as `aftercare-variants/1`.
#[derive(Serialize)]
struct Variants<'l> {
    format: &'static str,
    layers: &'l [Layer],
}

/// What a variant changes as `aftercare-variants/1`, in the same manner.
#[must_use]
pub fn variants_json(lineage: &Lineage) -> String {
    pretty(&Variants {
        format: "aftercare-variants/1",
        layers: &lineage.layers,
    })
}

/// The JSON Schema (draft 2020-12) of `aftercare-diff/1`.
pub const DIFF_SCHEMA: &str = include_str!("../analysis/diff/aftercare-diff-1.schema.json");

/// What two protocols come to differently, as `aftercare-diff/1`, in the same manner.
#[must_use]
pub fn diff_json(diff: &Diff) -> String {
    pretty(diff)
}

/// The JSON Schema of `aftercare-verify/1`.
pub const VERIFY_SCHEMA: &str = include_str!("../receipt/aftercare-verify-1.schema.json");

/// Whether a plan still holds as `aftercare-verify/1`, in the same manner.
#[must_use]
pub fn verify_json(verified: &Verified) -> String {
    pretty(verified)
}

/// JSON text with the hidden characters that JSON itself lets pass written as `\u…`. They can only
/// stand inside its strings: between those there are blanks and line ends alone.
pub(super) fn hide(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if character == '\n' || !is_hidden(character) {
            out.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut units) {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// What the schema finds wrong with a value.
    fn faults(value: &serde_json::Value) -> Vec<String> {
        let schema = serde_json::from_str(PLAN_SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        validator
            .iter_errors(value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect()
    }

    #[test]
    fn plans_are_valid_by_the_schema() {
        for plan in [sample::full(), sample::undated(), sample::empty()] {
            let value = serde_json::from_str(&json(&plan)).unwrap();
            assert_eq!(faults(&value), Vec::<String>::new());
        }
    }

    #[test]
    fn the_schema_refuses_what_is_no_plan() {
        let mut value: serde_json::Value = serde_json::from_str(&json(&sample::full())).unwrap();
        value["later"] = serde_json::json!("a key of a later version");
        assert!(faults(&value).is_empty());
        value["status"] = serde_json::json!("fine");
        value["directives"][0]["from"] = serde_json::json!("Monday");
        value["things"][0]
            .as_object_mut()
            .unwrap()
            .remove("free_from");
        assert_eq!(faults(&value).len(), 3);
    }

    /// Every key that a plan can have is described, and every described key is in the full sample.
    #[test]
    fn the_schema_describes_every_key() {
        let schema: serde_json::Value = serde_json::from_str(PLAN_SCHEMA).unwrap();
        let plan: serde_json::Value = serde_json::from_str(&json(&sample::full())).unwrap();
        let mut missing = Vec::new();
        undescribed(&schema, &schema, &plan, "plan", &mut missing);
        assert_eq!(missing, Vec::<String>::new());
    }

    fn undescribed(
        root: &serde_json::Value,
        schema: &serde_json::Value,
        value: &serde_json::Value,
        path: &str,
        missing: &mut Vec<String>,
    ) {
        let schema = match schema.get("$ref").and_then(|link| link.as_str()) {
            Some(link) => root.pointer(link.trim_start_matches('#')).unwrap(),
            None => match schema.get("anyOf") {
                Some(either) => return undescribed(root, &either[0], value, path, missing),
                None => schema,
            },
        };
        match value {
            serde_json::Value::Object(map) => {
                for (key, inner) in map {
                    let path = format!("{path}.{key}");
                    match schema["properties"].get(key) {
                        Some(found) if found["description"].is_string() => {
                            undescribed(root, found, inner, &path, missing);
                        }
                        _ => missing.push(path),
                    }
                }
            }
            serde_json::Value::Array(list) => {
                for inner in list {
                    undescribed(root, &schema["items"], inner, path, missing);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn hidden_characters_are_escaped_and_read_back() {
        let mut plan = sample::full();
        let nasty = "\u{1b}[2J \u{202e}evil\u{e0041}\u{7f}\u{9b}\n\"";
        plan.notes[0].text = nasty.to_owned();
        let text = json(&plan);
        assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)));
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["notes"][0]["text"], nasty);
    }

    #[test]
    fn the_same_plan_gives_the_same_bytes() {
        assert_eq!(json(&sample::full()), json(&sample::full()));
    }
}
