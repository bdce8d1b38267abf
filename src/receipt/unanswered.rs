//! Which facts were known when a plan was made, and are asked now.

use std::collections::BTreeSet;

use serde_json::Value;

use super::matched::LISTS;

/// The names of these facts. Their answers are the patient's, and are not repeated.
pub(super) fn facts(old: &Value, new: &Value) -> Vec<String> {
    let asked_then = asked(old);
    let known = known(old);
    let asked = asked(new).into_iter();
    asked
        .filter(|fact| known.contains(fact) && !asked_then.contains(fact))
        .map(str::to_owned)
        .collect()
}

/// The facts that a plan asks for.
fn asked(plan: &Value) -> BTreeSet<&str> {
    rows(plan, "questions")
        .filter_map(|question| question.get("fact")?.as_str())
        .collect()
}

/// The facts that settled lines of a plan.
fn known(plan: &Value) -> BTreeSet<&str> {
    LISTS
        .iter()
        .flat_map(|list| rows(plan, list))
        .filter_map(|line| line.get("facts")?.as_array())
        .flatten()
        .filter_map(|fact| Some(fact.as_str()?.split_once(": ")?.0))
        .collect()
}

fn rows<'v>(plan: &'v Value, list: &str) -> impl Iterator<Item = &'v Value> {
    plan.get(list)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::facts;

    #[test]
    fn a_fact_that_was_answered_and_is_asked_now_is_named_without_its_answer() {
        let old = json!({"directives": [{"facts": ["skin type: V", "age: 34"]}], "questions": [{"fact": "pregnant"}]});
        let new = json!({"directives": [], "questions": [{"fact": "skin type"}, {"fact": "pregnant"}, {"fact": "sex"}]});
        assert_eq!(facts(&old, &new), ["skin type"]);
    }
}
