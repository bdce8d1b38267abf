//! `verify`: a plan that was given out, made again.

use aftercare_dsl::render::VERIFY_SCHEMA;

use super::{Folder, Ran, run};

const RULES: &str = "\
protocol \"Clinic aftercare\"
import skin-care
sun: avoid direct sun for 7 days
avoid sauna for 3 days
avoid makeup for 2 days if skin type in IV..VI
report fever to clinic immediately
";

const PATIENT: &str = "treated = 2026-06-01\n[facts]\n\"skin type\" = \"V\"\n";

/// A folder with a protocol, a patient and the plan of both.
fn folder() -> Folder {
    let folder = Folder::new()
        .with("clinic.rules", RULES)
        .with("jo.toml", PATIENT);
    let plan = [
        "eval",
        "clinic.rules",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
        "--format",
        "json",
        "-o",
        "plan.json",
    ];
    folder.run(&plan).exits(0);
    folder
}

fn verify(folder: &Folder, more: &[&str]) -> Ran {
    let arguments = [
        "verify",
        "plan.json",
        "clinic.rules",
        "--patient",
        "jo.toml",
    ];
    folder.run(&[&arguments[..], more].concat())
}

#[test]
fn a_plan_holds_while_nothing_that_it_says_changes() {
    let folder = folder();
    verify(&folder, &[])
        .exits(0)
        .prints(&["IT HOLDS", "The protocol is the same."]);
    let moved = RULES.replace(
        "import skin-care\n",
        "import skin-care\n\n# a word for the next author\n",
    );
    let folder = folder.with("clinic.rules", &moved);
    verify(&folder, &[]).exits(0).prints(&[
        "IT HOLDS",
        "The protocol has changed since, and nothing of this plan.",
    ]);
}

#[test]
fn another_number_is_told_with_both_sentences() {
    let folder = folder().with("clinic.rules", RULES.replace("for 7 days", "for 10 days"));
    verify(&folder, &[]).exits(7).prints(&[
        "IT DOES NOT HOLD ANY MORE",
        "last day: was Sun 7 Jun 2026, is Wed 10 Jun 2026",
        "its sentence was `sun: avoid direct sun for 7 days` and is `sun: avoid",
        "direct sun for 10 days`",
    ]);
}

#[test]
fn another_fact_is_told_as_the_reason() {
    let folder = folder().with("jo.toml", PATIENT.replace("\"V\"", "\"II\""));
    verify(&folder, &[]).exits(7).prints(&[
        "NOT THERE ANY MORE",
        "avoid makeup for 2 days if skin type in IV..VI",
        "by the facts skin type: V",
    ]);
}

#[test]
fn another_treatment_date_is_told_as_the_reason() {
    let folder = folder().with("jo.toml", PATIENT.replace("2026-06-01", "2026-06-03"));
    verify(&folder, &[])
        .exits(7)
        .prints(&["It was made for another treatment date: the treatment was on Mon 1 Jun 2026"]);
}

#[test]
fn another_protocol_is_said_to_be_another_one() {
    let folder = folder().with(
        "clinic.rules",
        RULES.replace("Clinic aftercare", "Peel aftercare"),
    );
    verify(&folder, &[]).prints(&[
        "It was made from another protocol: from Clinic aftercare, and this one is Peel",
    ]);
}

#[test]
fn a_treatment_that_is_refused_now_is_said_so_plainly() {
    let rules = format!("{RULES}refuse if skin type is V\n");
    let folder = folder().with("clinic.rules", rules);
    verify(&folder, &[])
        .exits(7)
        .prints(&["The plan was final, and is now a refusal: do not treat."]);
}

#[test]
fn a_sentence_that_is_gone_and_one_that_is_new_are_told_apart() {
    let rules = RULES.replace("avoid sauna for 3 days", "avoid swimming for 3 days");
    let folder = folder().with("clinic.rules", rules);
    verify(&folder, &[]).exits(7).prints(&[
        "NEW\n  - avoid swimming for 3 days (what to do and not to do)",
        "NOT THERE ANY MORE\n  - avoid sauna for 3 days (what to do and not to do)",
    ]);
}

#[test]
fn without_a_patient_the_date_is_the_plans_and_missing_facts_are_told() {
    let folder = folder();
    folder
        .run(&["verify", "plan.json", "clinic.rules"])
        .exits(7)
        .prints(&[
            "It was made with answers that are not given now: skin type.",
            "how sure: was settled, is not final",
        ]);
    folder
        .run(&[
            "verify",
            "plan.json",
            "clinic.rules",
            "--set",
            "skin type = V",
        ])
        .exits(0);
}

#[test]
fn the_json_is_valid_by_its_schema() {
    let folder = folder();
    verify(&folder, &["--format", "json"])
        .exits(0)
        .json(VERIFY_SCHEMA);
    let folder = folder.with("clinic.rules", RULES.replace("for 7 days", "for 10 days"));
    let found = verify(&folder, &["--format", "json"])
        .exits(7)
        .json(VERIFY_SCHEMA);
    assert_eq!(found["holds"], false);
    assert_eq!(found["changes"][0]["kind"], "changed");
}

#[test]
fn every_example_patients_plan_holds_when_it_is_made_again() {
    for patient in [
        "settled",
        "by-brand",
        "mid-course",
        "missing-facts",
        "red-flag",
        "refused",
        "deferred",
    ] {
        let folder = Folder::new();
        let file = format!(
            "{}/examples/patients/{patient}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        let arguments = [
            "eval",
            "microneedling",
            "--patient",
            &file,
            "--on",
            "2026-06-03",
        ];
        let to_json = ["--format", "json", "-o", "plan.json"];
        folder.run(&[&arguments[..], &to_json].concat());
        folder
            .run(&["verify", "plan.json", "microneedling", "--patient", &file])
            .exits(0)
            .prints(&["IT HOLDS"]);
    }
}

#[test]
fn what_is_no_plan_is_refused_and_not_repeated() {
    let folder = folder()
        .with("text.json", "secret words")
        .with("other.json", "{\"format\": \"aftercare-diff/1\", \"secret\": 1}")
        .with("part.json", "{\"format\": \"aftercare-plan/1\", \"engine\": \"x\", \"fingerprint\": \"y\", \"status\": \"proceed\"}")
        .with("rows.json", "{\"format\": \"aftercare-plan/1\", \"engine\": \"x\", \"fingerprint\": \"y\", \"status\": \"proceed\", \"directives\": [1]}");
    let run = |file: &str| {
        let ran = folder.run(&["verify", file, "clinic.rules"]).exits(1);
        assert!(!ran.err.contains("secret"), "{}", ran.err);
        ran
    };
    run("text.json").says(&[
        "`text.json` is no plan: it is no JSON",
        "eval --format json",
    ]);
    run("other.json").says(&["its `format` is not `aftercare-plan/1`"]);
    run("part.json").says(&["`directives` is missing"]);
    run("rows.json").says(&["`directives` is missing or of another form"]);
    folder
        .run(&["verify", "nowhere.json", "clinic.rules"])
        .exits(5);
    run_twice();
}

#[track_caller]
fn run_twice() {
    run(&["verify", "-", "-"])
        .exits(2)
        .says(&["`-` is both the plan and the protocol"]);
}
