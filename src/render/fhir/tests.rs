//! That nothing of a plan is lost on its way into a bundle.

use super::super::sample;
use super::*;
use crate::plan::{
    CanBeAdded, Clash, ClinicLine, Loosening, LooseningKind, NotCovered, PlanChange, Warning,
};

fn issue() -> FhirIssue {
    FhirIssue {
        key: Key::new(b"the secret of this plan").unwrap(),
        number: 1,
        day: sample::june(1),
        at: None,
    }
}

fn bundle(plan: &Plan) -> serde_json::Value {
    let protocol = Protocol::default();
    let text = fhir(plan, &[&protocol], &issue()).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The sample plan without what withholds it, with something in each list.
fn full() -> Plan {
    let mut plan = sample::full();
    plan.before_treatment.retain(|line| {
        !matches!(
            line.verb,
            crate::plan::BeforeVerb::Refuse | crate::plan::BeforeVerb::Defer
        )
    });
    plan.status = crate::plan::Status::Unsettled;
    plan.expectations = vec![sample::expectation("redness", vec![sample::window(1, 3)])];
    plan.before_treatment.push(sample::before(
        crate::plan::BeforeVerb::Prepare,
        Some("a bag"),
    ));
    plan.questions = sample::questions();
    plan.can_be_added = vec![CanBeAdded {
        what: "healed".to_owned(),
        text: "add its date".to_owned(),
    }];
    plan.for_the_clinic = vec![ClinicLine {
        text: "find out: age".to_owned(),
        rule: None,
    }];
    plan.not_covered = vec![NotCovered {
        thing: "balm".to_owned(),
        text: "nothing is said".to_owned(),
        reported: false,
    }];
    plan.changes = vec![PlanChange {
        by: sample::rule(90),
        was: None,
        now: Some("avoid pools".to_owned()),
        because: None,
        loosened: false,
    }];
    plan.clashes = vec![Clash {
        things: vec!["pools".to_owned()],
        asks: sample::rule(91),
        allows: false,
        doses: false,
        class: None,
        avoids: sample::rule(92),
        until: None,
    }];
    plan.loosened = vec![Loosening {
        kind: LooseningKind::Dropped,
        was: sample::rule(93),
        by: None,
        now: None,
        because: None,
        patient: "age 34".to_owned(),
        day: 1,
        decided: true,
    }];
    plan.warnings = vec![Warning {
        code: "no_zone".to_owned(),
        text: "no zone is given".to_owned(),
        location: None,
    }];
    plan
}

const MARK: &str = "Zq7marked";

/// Puts the mark into a plan's list in one place, by its JSON pointer-like name.
fn marked(list: &str) -> Plan {
    let mut plan = full();
    let text = || MARK.to_owned();
    match list {
        "treatments" => plan.treatments[0].protocol = Some(text()),
        "directives" => {
            plan.directives[0].items = vec![text()];
            plan.directives[0].written = vec![text()];
        }
        "things" => {
            let thing = &mut plan.things[0];
            thing.thing = text();
            thing.called = Some(text());
            thing.free_from = Some(sample::june(9));
        }
        "expectations" => plan.expectations[0].written = vec![text()],
        "red_flags" => plan.red_flags[0].written = vec![text()],
        "steps" => plan.steps[0].items[0].text = text(),
        "notes" => plan.notes[0].text = text(),
        "visits" => plan.visits[0].title = text(),
        "before_treatment" => {
            if let Some(line) = plan.before_treatment.last_mut() {
                line.text = Some(text());
            }
        }
        "questions" => plan.questions[0].text = text(),
        "can_be_added" => plan.can_be_added[0].what = text(),
        "for_the_clinic" => plan.for_the_clinic[0].text = text(),
        "not_covered" => plan.not_covered[0].thing = text(),
        "changes" => plan.changes[0].now = Some(text()),
        "clashes" => plan.clashes[0].things = vec![text()],
        "loosened" => plan.loosened[0].patient = text(),
        "warnings" => plan.warnings[0].text = text(),
        "sources" => plan.sources[0].title = text(),
        "status_reasons" => plan.status_reasons = vec![text()],
        "engine" => plan.engine = text(),
        "fingerprint" => plan.fingerprint = text(),
        other => panic!("nothing marks `{other}`"),
    }
    plan
}

/// Each key of a plan stands in the module's table, and what has texts arrives in a resource and, but for who made it, in
/// the narrative of one.
#[test]
fn each_list_of_a_plan_arrives_and_stands_in_the_table() {
    let source = include_str!("mod.rs");
    let table: String = source
        .lines()
        .filter(|line| line.starts_with("//! |"))
        .collect();
    let plan = serde_json::to_value(full()).unwrap();
    let keys: Vec<String> = plan.as_object().unwrap().keys().cloned().collect();
    for key in keys {
        assert!(
            table.contains(&format!("`{key}`")),
            "no `{key}` in the table"
        );
        if ["format", "on", "status"].contains(&key.as_str()) {
            continue;
        }
        let bundle = bundle(&marked(&key));
        let mut narrative = String::new();
        let mut beside = bundle.clone();
        for entry in beside["entry"].as_array_mut().unwrap() {
            let text = entry["resource"]["text"].take();
            narrative.push_str(text["div"].as_str().unwrap_or_default());
        }
        assert!(beside.to_string().contains(MARK), "`{key}` is lost");
        let made_by = key == "engine";
        assert!(
            made_by || narrative.contains(MARK),
            "`{key}` is not in words"
        );
    }
}

#[test]
fn a_plan_without_a_treatment_date_has_no_bundle() {
    let protocol = Protocol::default();
    assert_eq!(
        fhir(&sample::undated(), &[&protocol], &issue()),
        Err(NoBundle::NoTreatmentDate)
    );
}
