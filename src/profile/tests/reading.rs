//! Every shape of a profile, in TOML and in JSON, gives the same facts.

use chrono::NaiveDate;

use super::support::{Outcome, fact_id, file, id, json, toml};
use crate::number::Number;
use crate::profile::{Answered, History, Medication, Product, Profile, Value};
use crate::syntax::tree::TimeUnit;

const TOML: &str = r#"
treated = 2026-06-01T10:30:00        # or a date alone
zone = "Europe/London"
sessions = [2026-05-01, 2026-03-30]
course_finished = true
products = ["Differin", { name = "Corner Shop SPF", class = "sunscreen", spf = 50, mineral = true }, { name = "Gran's balm", unrecognised = true }]
[facts]
age = 34
"skin type" = "iv"
Pregnant = "unsure"
sex = "does not apply"
concerns = ["acne scars", "Enlarged pore"]
medications = [{ name = "Roaccutane", last_taken = 2026-01-10 }, { name = "aspirin", prescribed = true }, "anticoagulants"]
"area-treated" = ["face"]
"needle depth" = "0.5 mm"
"prescribed warfarin" = "unsure"
[history]
filler = 2026-02-14
"chemical peel" = "never"
calm = [2025-02-01, 2025-01-01]
others = "none"
[events]
healed = 2026-06-06
[symptoms]
swelling = 2026-06-02
others = "none"
[symptoms.fever]
since = 2026-06-03
until = 2026-06-05
value = "38.5 C"
severe = true
spreading = false
worsening = "unsure"
lasting = "2 days"
despite = ["Pressure"]
"#;

const JSON: &str = r#"{
  "treated": "2026-06-01T10:30", "zone": "Europe/London",
  "sessions": ["2026-05-01", "2026-03-30"], "course_finished": "yes",
  "products": ["Differin", {"name": "Corner Shop SPF", "class": "sunscreen", "spf": "50+", "mineral": "yes"},
               {"name": "Gran's balm", "unrecognised": true}],
  "facts": {
    "age": "34 years", "skin type": "IV", "pregnant": "unsure", "sex": "Does not apply",
    "concerns": ["acne scars", "enlarged pores"],
    "medications": [{"name": "Roaccutane", "last_taken": "2026-01-10"}, {"name": "aspirin", "prescribed": true},
                    "anticoagulants"],
    "area treated": [{"name": "face"}], "needle depth": 0.5, "prescribed warfarin": "unsure"
  },
  "history": {"dermal filler": ["2026-02-14"], "chemical peel": [], "calm": ["2025-01-01", "2025-02-01"], "others": "never"},
  "events": {"healed": "2026-06-06"},
  "symptoms": {
    "swelling": "2026-06-02", "others": "none",
    "fever": {"since": "2026-06-03", "until": "2026-06-05", "value": "38.5 celsius", "severe": true, "spreading": "no",
              "worsening": "unsure", "lasting": "2 days", "despite": "pressure"}
  }
}"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn both_forms_give_the_same_profile() {
    let (toml, json) = (toml(TOML), json(JSON));
    let shown = |outcome: &Outcome| format!("{:#?}", outcome.success());
    assert_eq!(shown(&toml), shown(&json));
}

#[test]
fn the_top_says_when_and_how_often() {
    let outcome = toml(TOML);
    let profile = outcome.success();
    assert_eq!(profile.treated.unwrap().to_string(), "2026-06-01T10:30");
    assert_eq!(profile.zone, Some(chrono_tz::Europe::London));
    assert_eq!(
        profile.sessions,
        Some(vec![day("2026-03-30"), day("2026-05-01")])
    );
    assert!(profile.course_finished && profile.history_complete && profile.symptoms_complete);
}

#[test]
fn products_are_known_by_name_by_class_or_not_at_all() {
    let outcome = toml(TOML);
    let products = outcome.success().products.clone().unwrap();
    let sunscreen = Product {
        name: "Corner Shop SPF".to_owned(),
        thing: Some(id("sunscreen")),
        by_class: true,
        attributes: [
            (id("spf"), Number::whole(50)),
            (id("mineral"), Number::whole(1)),
        ]
        .into(),
    };
    assert_eq!(products[0].thing, Some(id("adapalene")));
    assert_eq!(products[1], sunscreen);
    assert_eq!(
        (products[2].name.as_str(), products[2].thing),
        ("Gran's balm", None)
    );
}

#[test]
fn facts_have_values_of_their_kind() {
    let outcome = toml(TOML);
    let profile = outcome.success();
    let fact = |name: &str| profile.facts[&fact_id(name)].clone();
    let known = Answered::Known;
    assert_eq!(fact("age"), known(Value::Number(Number::whole(34))));
    assert_eq!(
        fact("needle depth"),
        known(Value::Number(Number::thousandths(500)))
    );
    assert_eq!(fact("skin type"), known(Value::Index(3)));
    assert_eq!(fact("pregnant"), Answered::Unsure);
    assert_eq!(fact("sex"), Answered::DoesNotApply);
    assert_eq!(fact("concerns"), known(Value::Indexes([0, 2].into())));
    let now = |name: &str, prescribed| Medication {
        name: name.to_owned(),
        thing: id(name),
        last_taken: None,
        prescribed,
    };
    assert_eq!(
        fact("area treated"),
        known(Value::Things(vec![now("face", None)]))
    );
    assert_eq!(
        fact("medications"),
        known(Value::Things(vec![
            Medication {
                name: "Roaccutane".to_owned(),
                last_taken: Some(day("2026-01-10")),
                ..now("isotretinoin", None)
            },
            now("aspirin", Some(true)),
            now("anticoagulants", None),
        ]))
    );
    assert_eq!(profile.prescribed[&id("aspirin")], known(Value::Yes(true)));
    assert_eq!(profile.prescribed[&id("warfarin")], Answered::Unsure);
}

#[test]
fn the_past_events_and_symptoms_have_their_days() {
    let outcome = toml(TOML);
    let profile = outcome.success();
    let past = |name: &str| profile.history[&id(name)].clone();
    assert_eq!(past("dermal filler"), History::On(vec![day("2026-02-14")]));
    assert_eq!(past("chemical peel"), History::Never);
    assert_eq!(
        past("calm"),
        History::On(vec![day("2025-01-01"), day("2025-02-01")])
    );
    assert_eq!(profile.events[&id("healed")], day("2026-06-06"));
    assert_eq!(profile.symptoms[&id("swelling")].severe, None);
    let fever = &profile.symptoms[&id("fever")];
    assert_eq!(
        (fever.since, fever.until),
        (day("2026-06-03"), Some(day("2026-06-05")))
    );
    let (value, unit) = fever.value.unwrap();
    assert_eq!(format!("{value} {}", unit.name(true)), "38.5 C");
    assert_eq!(
        (fever.severe, fever.spreading, fever.worsening),
        (Some(true), Some(false), None)
    );
    assert_eq!(fever.lasting.unwrap().unit, TimeUnit::Day);
    assert!(fever.despite.contains("pressure"));
}

#[test]
fn words_stand_for_whole_lists() {
    let all = |profile: &Profile| {
        assert_eq!(profile.products, Some(Vec::new()));
        assert_eq!(profile.sessions, Some(Vec::new()));
        assert!(profile.history_complete && profile.symptoms_complete);
        let none = Answered::Known(Value::Things(Vec::new()));
        assert_eq!(profile.facts[&fact_id("medications")], none);
    };
    all(toml(
        "products = []\nsessions = []\nhistory = 'none'\nsymptoms = 'none'\nfacts.medications = []",
    )
    .success());
    all(json(
        r#"{"products": "none", "sessions": "none", "history": "never", "symptoms": "none", "facts": {"medications": "none"}}"#,
    )
    .success());
}

#[test]
fn an_absent_symptom_is_told_apart_from_an_unasked_one() {
    let outcome = toml("[symptoms]\nfever = false\n'high temperatur' = 2026-06-01");
    assert_eq!(outcome.shown(), ["profile-unknown-key: 'high temperatur'"]);
    let outcome = toml("[symptoms]\nfever = false\nswelling = 'no'");
    let profile = outcome.success();
    assert_eq!(
        profile.symptoms_absent,
        [id("fever"), id("swelling")].into()
    );
    assert!(profile.symptoms.is_empty() && !profile.symptoms_complete);
}

#[test]
fn an_empty_profile_knows_nothing() {
    for (name, text) in [
        ("a.toml", ""),
        ("a.toml", "# nothing\n[facts]\n"),
        ("a.json", "{}"),
        ("-", " { }"),
        ("A.JSON", "{}"),
    ] {
        let outcome = file(name, text);
        let profile = outcome.success();
        assert!(profile.treated.is_none() && profile.facts.is_empty());
        assert!(profile.products.is_none() && !profile.symptoms_complete);
    }
}

#[test]
fn a_class_takes_the_place_of_an_unknown_name() {
    let outcome = toml(
        "facts.medications = [{ name = 'Thinex', class = 'anticoagulants' }, { name = 'Flowex', class = 'anticoagulants' }, { name = 'aspirin', class = 'medicine' }]",
    );
    let profile = outcome.success();
    let Answered::Known(Value::Things(things)) = &profile.facts[&fact_id("medications")] else {
        panic!("{profile:?}");
    };
    let ids: Vec<_> = things.iter().map(|one| one.thing).collect();
    assert_eq!(
        ids,
        [id("anticoagulants"), id("anticoagulants"), id("aspirin")]
    );
}

#[test]
fn parts_of_an_hour_are_minutes() {
    let outcome = toml("symptoms.fever = { since = 2026-06-01, lasting = '1.5 hours' }");
    let lasting = outcome.success().symptoms[&id("fever")].lasting.unwrap();
    assert_eq!(
        (lasting.amount, lasting.unit),
        (Number::whole(90), TimeUnit::Minute)
    );
}
