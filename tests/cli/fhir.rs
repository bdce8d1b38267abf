//! `eval --format fhir`: the options, the key, the file, and what has no bundle.

use serde_json::Value;

use super::{EVAL, Folder, run};

const RULES: &str = "import skin-care\navoid sauna for 3 days\ndefer if pregnant\n";
const ISSUED: [&str; 4] = ["--format", "fhir", "--issued", "2026-06-01T10:30"];

fn folder() -> Folder {
    Folder::new().with("test.rules", RULES)
}

fn bundle<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = EVAL.to_vec();
    arguments.extend(ISSUED);
    arguments.extend(more);
    arguments
}

#[test]
fn the_same_command_gives_the_same_bundle_and_another_key_other_names() {
    let folder = folder();
    let first = folder.run(&bundle(&["--key", "jo.key"])).exits(0);
    let again = folder
        .run(&bundle(&["--key", "jo.key", "--issue", "1"]))
        .exits(0);
    assert_eq!(first.out, again.out);
    let value: Value = serde_json::from_str(&first.out).unwrap();
    assert_eq!(value["resourceType"], "Bundle");
    let first_name = value["entry"][0]["fullUrl"].as_str().unwrap();
    let other = folder.run(&bundle(&["--key", "other.key"])).exits(0);
    assert!(!other.out.contains(first_name));
    folder
        .run(&bundle(&["--key", "jo.key"]))
        .says(&["where this bundle replaces an earlier one of the plan, add `--issue 2`"]);
}

#[test]
fn a_bundle_and_a_calendar_of_a_plan_have_one_key() {
    let folder = folder();
    folder.run(&bundle(&["--key", "jo.key"])).exits(0);
    let calendar = [
        "eval",
        "test.rules",
        "--treated",
        "2026-06-01",
        "--set",
        "pregnant = no",
        "--format",
        "ics",
        "--issued",
        "2026-06-01T10:30",
        "--key",
        "jo.key",
    ];
    folder.run(&calendar).exits(0);
}

#[test]
fn a_moment_has_the_patients_zone_or_none() {
    let patient = |zone: &str| format!("treated = 2026-06-01\n{zone}[facts]\npregnant = false\n");
    let folder = folder()
        .with("zone.toml", patient("zone = \"Europe/London\"\n"))
        .with("none.toml", patient(""));
    let of = |profile: &str, issued: &str| -> Value {
        let arguments = [
            "eval",
            "test.rules",
            "--patient",
            profile,
            "--key",
            "k.key",
            "--format",
            "fhir",
            "--issued",
            issued,
        ];
        let out = folder.run(&arguments).exits(0).out;
        let bundle: Value = serde_json::from_str(&out).unwrap();
        bundle["entry"].as_array().unwrap().last().unwrap()["resource"].clone()
    };
    let known = of("zone.toml", "2026-06-01T10:30");
    assert_eq!(known["recorded"], "2026-06-01T10:30:00+01:00");
    for (profile, issued) in [
        ("none.toml", "2026-06-01T10:30"),
        ("zone.toml", "2026-06-01"),
    ] {
        let unknown = of(profile, issued);
        assert_eq!(unknown["recorded"], Value::Null);
        assert_eq!(unknown["occurredDateTime"], "2026-06-01");
    }
}

#[test]
fn what_a_bundle_needs_is_asked_for() {
    let folder = folder();
    let run = |arguments: &[&str]| folder.run(arguments).exits(2);
    let treated = [
        "eval",
        "test.rules",
        "--treated",
        "2026-06-01",
        "--format",
        "fhir",
    ];
    run(&treated).says(&["FHIR needs `--key`", "--key jo.key"]);
    let with_key = [&treated[..], &["--key", "jo.key"]].concat();
    run(&with_key).says(&["FHIR needs `--issued`", "--issued 2026-06-01T10:30"]);
    let no_date = [&["eval", "test.rules", "--key", "jo.key"], &ISSUED[..]].concat();
    run(&no_date).says(&["FHIR needs the day of the treatment"]);
    run(&bundle(&["--key", "jo.key", "--discreet"])).says(&["`--discreet` is for calendars"]);
    run(&bundle(&["--key", "jo.key", "--phone", "1"])).says(&["`--phone` is for handouts"]);
    run(&bundle(&["--key", "jo.key", "--redact"]))
        .says(&["`--redact` is for plans as text or JSON"]);
    assert!(!folder.path.join("jo.key").exists());
}

#[test]
fn what_is_put_off_has_no_bundle_and_writes_nothing() {
    let folder = folder();
    let mut arguments = vec!["eval", "test.rules", "--treated", "2026-06-01"];
    arguments.extend([
        "--set",
        "pregnant = yes",
        "--key",
        "jo.key",
        "-o",
        "jo.json",
    ]);
    arguments.extend(ISSUED);
    folder.run(&arguments).exits(4).says(&[
        "the protocol refuses or defers this treatment, so that there is no bundle of it",
        "the same command without `--format fhir` says why",
    ]);
    assert!(!folder.path.join("jo.json").exists());
    assert!(!folder.path.join("jo.key").exists());
}

#[test]
fn a_bundle_is_written_whole_or_not_at_all() {
    let folder = folder().with("jo.json", "old");
    folder
        .run(&bundle(&["--key", "jo.key", "-o", "nowhere/jo.json"]))
        .exits(5)
        .says(&["`nowhere/jo.json` cannot be written"]);
    folder
        .run(&bundle(&["--key", "jo.json", "-o", "jo.json"]))
        .exits(2)
        .says(&["the bundle would be written over its key"]);
    assert_eq!(folder.text("jo.json"), "old");
    let whole = folder.run(&bundle(&["--key", "jo.key"])).exits(0).out;
    folder
        .run(&bundle(&["--key", "jo.key", "-o", "jo.json"]))
        .exits(0);
    assert_eq!(folder.text("jo.json"), whole);
}

#[test]
fn what_is_open_is_said_and_the_code_is_that_of_the_plan() {
    let folder = folder();
    let arguments = [
        &[
            "eval",
            "test.rules",
            "--treated",
            "2026-06-01",
            "--key",
            "jo.key",
        ][..],
        &ISSUED[..],
    ];
    folder
        .run(&arguments.concat())
        .exits(3)
        .says(&["the bundle is made; something of the plan is open, and its entries say what"]);
}

#[test]
fn a_plan_of_several_treatments_has_one_bundle() {
    let folder = Folder::new();
    let ran = folder.run(&[
        "eval",
        "microneedling",
        "botulinum-toxin",
        "--patient",
        super::root()
            .join("examples/patients/both-treatments.toml")
            .to_str()
            .unwrap(),
        "--format",
        "fhir",
        "--issued",
        "2026-06-01",
        "--key",
        "k.key",
    ]);
    let bundle: Value = serde_json::from_str(&ran.out).unwrap();
    let plan = &bundle["entry"][0]["resource"];
    assert_eq!(plan["instantiatesCanonical"].as_array().unwrap().len(), 2);
    run(&["eval", "microneedling", "--key", "jo.key"])
        .exits(2)
        .says(&["`--key` is for calendars and FHIR", "--format fhir"]);
}
