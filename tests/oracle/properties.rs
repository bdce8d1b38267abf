//! What holds between two runs of the engine, whatever they say.

use std::collections::BTreeMap;

use aftercare_dsl::plan::{Answer, Moment, Plan, Question, State, ThingAnswer};
use proptest::prelude::*;
use serde_json::Value;

use super::compare::entries;
use super::generate::{patients, protocols};
use super::model::{Answer as Asked, THINGS, leaves};
use super::text::date;
use crate::support::{self, config};

fn plan(text: &str, toml: &str, day: i64) -> Result<Plan, TestCaseError> {
    let fail = |problem| TestCaseError::fail(format!("{problem}\n\n{text}\n----\n{toml}"));
    let (protocol, profile) = support::read(text, toml).map_err(fail)?;
    support::plan(&protocol, &profile, Some(Moment::day(date(day)))).map_err(fail)
}

/// The same without what 3.6 does not count as the plan: whom to ask about a prescription. A medicine
/// that is prescribed is not covered whether a restriction would name it or none does (3.7); the
/// prescriber is asked in one case, and the clinic in the other.
fn asked_about(plan: &Plan) -> Value {
    let things = plan.things.clone();
    let medicine = |name: &str| {
        let mut own = things.iter().filter(|entry| entry.own);
        own.any(|entry| entry.thing == name && entry.kind == "medicine")
    };
    let mut plan = plan.clone();
    plan.not_covered
        .retain(|line| line.reported || !medicine(&line.thing));
    // Nor does it count whether a class that is not covered has a row of its own, which hangs on whether the patient's
    // medicine is told apart from it.
    let has_medicine = things
        .iter()
        .any(|entry| entry.own && entry.kind == "medicine");
    let uncovered =
        |entry: &ThingAnswer| entry.kind == "medicine" && entry.answer == Answer::NotCovered;
    plan.things
        .retain(|entry| entry.own || !has_medicine || !uncovered(entry));
    for entry in plan.things.iter_mut().filter(|entry| uncovered(entry)) {
        entry.rules.clear();
    }
    let mut data = data(&plan);
    strip(&mut data, &["for_the_clinic", "ask_prescriber"]);
    data
}

/// The plan as data, without what the property lets change.
fn data(plan: &Plan) -> Value {
    let mut data = worded(plan);
    strip(&mut data, &["if"]);
    data
}

/// The same with what is left of the conditions, in words: of `concerns includes scars or (fever and
/// vegan)` the answer "vegan" leaves another question than the answer "not vegan".
fn worded(plan: &Plan) -> Value {
    let mut data = serde_json::to_value(plan).expect("a plan is data");
    strip(
        &mut data,
        &["facts", "line", "column", "also", "fingerprint", "sentence"],
    );
    data
}

/// The first line in which two plans differ.
fn first_difference(one: &Value, other: &Value) -> Option<String> {
    let text = |value| serde_json::to_string_pretty(value).expect("a plan is data");
    let (one, other) = (text(one), text(other));
    let mut lines = one.lines().zip(other.lines());
    let different = lines.find(|(one, other)| one != other);
    different
        .map(|(one, other)| format!("{} / {}", one.trim(), other.trim()))
        .or_else(|| (one != other).then(|| "one is longer".to_owned()))
}

/// Takes keys out, and the order out of the lists of objects.
fn strip(value: &mut Value, keys: &[&str]) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| !keys.contains(&key.as_str()));
            map.values_mut().for_each(|value| strip(value, keys));
        }
        Value::Array(values) => {
            values.iter_mut().for_each(|value| strip(value, keys));
            values.sort_by_key(Value::to_string);
        }
        _ => {}
    }
}

/// The things that are restricted, and whether that is settled; the patient's products beside them.
fn restricted(plan: &Plan) -> BTreeMap<String, bool> {
    let restricts =
        |entry: &&ThingAnswer| matches!(entry.answer, Answer::Avoid | Answer::BetterNot);
    let settled = |entry: &ThingAnswer| entry.state == State::Settled;
    let mut found = BTreeMap::new();
    for leaf in leaves() {
        // The patient's own class is one of its members, and nobody knows which.
        let mut entries = entries(plan, leaf);
        entries.retain(|entry| !entry.own || entry.thing == THINGS[leaf].0);
        if let Some(entry) = entries.into_iter().find(restricts) {
            found.insert(THINGS[leaf].0.to_owned(), settled(entry));
        }
    }
    for entry in plan
        .things
        .iter()
        .filter(|entry| entry.own)
        .filter(restricts)
    {
        found.insert(entry.thing.clone(), settled(entry));
    }
    found
}

/// The lines of a profile that answer a question, one for each answer tried.
fn answers(question: &Question) -> Vec<Patch> {
    let values: &[&str] = match question.fact.as_str() {
        "vegan" | "pierced" => &["true", "false"],
        // A value on and between all the ages that generated conditions name: an age need not be whole.
        "age" => &["16", "17", "17.5", "18", "18.5", "19", "20", "30", "31"],
        "skin type" => &["\"I\"", "\"II\"", "\"III\"", "\"IV\""],
        "concerns" => &[
            "[]",
            "[\"scars\"]",
            "[\"wrinkles\"]",
            "[\"pores\"]",
            "[\"scars\", \"wrinkles\"]",
            "[\"scars\", \"pores\"]",
            "[\"wrinkles\", \"pores\"]",
            "[\"scars\", \"wrinkles\", \"pores\"]",
        ],
        _ => &[],
    };
    let key = format!("\"{}\"", question.fact);
    values
        .iter()
        .map(|value| Patch(format!("{key} = {value}\n")))
        .collect()
}

/// A line put under `[facts]`.
struct Patch(String);

impl Patch {
    fn on(&self, toml: &str) -> String {
        toml.replace("[facts]\n", &format!("[facts]\n{}", self.0))
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    /// Section 3.6: what is restricted once a question is answered was restricted before.
    #[test]
    fn restrictions_under_unknown_facts_include_those_of_every_answer(
        protocol in protocols(), patient in patients(), day in -5..30_i64,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let open = plan(&text, &toml, day)?;
        for question in &open.questions {
            for patch in answers(question) {
                let answered = patch.on(&toml);
                let closed = plan(&text, &answered, day)?;
                let before = restricted(&open);
                for thing in restricted(&closed).keys() {
                    prop_assert!(
                        before.contains_key(thing),
                        "`{thing}` is restricted on day {day} once {}\n{text}\n----\n{toml}",
                        patch.0,
                    );
                }
            }
        }
    }

    /// What was settled stays restricted whatever is answered.
    #[test]
    fn an_answer_never_silences_a_settled_restriction(
        protocol in protocols(), patient in patients(), day in -5..30_i64,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let open = plan(&text, &toml, day)?;
        for patch in open.questions.iter().flat_map(answers) {
            let closed = plan(&text, &patch.on(&toml), day)?;
            let after = restricted(&closed);
            for (thing, _) in restricted(&open).into_iter().filter(|(_, settled)| *settled) {
                prop_assert!(
                    after.contains_key(&thing),
                    "`{thing}` was settled on day {day}, and is not restricted once {}\n{text}\n----\n{toml}",
                    patch.0,
                );
            }
        }
    }

    /// The order of the file and a sentence said twice change nothing but places.
    #[test]
    fn order_and_repetition_change_nothing(
        protocol in protocols(), patient in patients(), day in -5..30_i64, first in 0..4_usize,
    ) {
        let toml = patient.toml();
        let plain = plan(&protocol.text(), &toml, day)?;
        let mut turned = protocol.clone();
        turned.rules.reverse();
        let other = data(&plan(&turned.text(), &toml, day)?);
        let told = first_difference(&data(&plain), &other);
        prop_assert!(told.is_none(), "reversed on day {day}: {told:?}\n{}\n{toml}", protocol.text());
        let mut repeated = protocol.clone();
        repeated.rules.push(protocol.rules[first % protocol.rules.len()].clone());
        let other = data(&plan(&repeated.text(), &toml, day)?);
        let told = first_difference(&data(&plain), &other);
        prop_assert!(told.is_none(), "{told:?}: sentence {first} repeated on day {day}\n{}\n{toml}", protocol.text());
    }

    /// Nobody knows yet what is dated after the day that is asked about.
    #[test]
    fn what_is_dated_later_changes_nothing(
        protocol in protocols(), patient in patients(), day in -5..30_i64,
    ) {
        let text = protocol.text();
        let whole = worded(&plan(&text, &patient.toml(), day)?);
        let known = patient.without_what_is_later(day).toml();
        let told = first_difference(&whole, &worded(&plan(&text, &known, day)?));
        prop_assert!(told.is_none(), "on day {day}: {told:?}\n{text}\n----\n{}\n----\n{known}", patient.toml());
    }

    /// No listed fact is useless, and no unlisted fact matters.
    #[test]
    fn the_questions_are_exactly_the_facts_that_matter(
        protocol in protocols(), patient in patients(), day in -5..30_i64,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let open = plan(&text, &toml, day)?;
        let absent = [
            ("vegan", patient.vegan == Asked::NotAsked),
            ("pierced", patient.pierced == Asked::NotAsked),
            ("age", patient.age == Asked::NotAsked),
            ("skin type", patient.skin == Asked::NotAsked),
            ("concerns", patient.concerns == Asked::NotAsked),
        ];
        for (fact, absent) in absent {
            if !absent {
                continue;
            }
            let listed = open.questions.iter().any(|question| question.fact == fact);
            let question = Question {
                fact: fact.to_owned(),
                text: String::new(),
                answers: String::new(),
                answer_with: String::new(),
                decides: Vec::new(),
            };
            let mut plans = Vec::new();
            for patch in answers(&question) {
                let answered = plan(&text, &patch.on(&toml), day)?;
                plans.push(if listed { worded(&answered) } else { asked_about(&answered) });
            }
            let told = plans.iter().find_map(|other| first_difference(&plans[0], other));
            if listed {
                prop_assert!(told.is_some(), "`{fact}` is asked on day {day} and changes nothing\n{text}\n----\n{toml}");
            } else {
                let told = told.or_else(|| first_difference(&plans[0], &asked_about(&open)));
                prop_assert!(told.is_none(), "`{fact}` is not asked on day {day} and changes the plan: {told:?}\n{text}\n----\n{toml}");
            }
        }
    }
}
