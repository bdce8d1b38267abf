//! `--redact`: a plan to show to others. And that what a patient says shows nowhere else.

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::render::REDACTED_FORMAT;
use aftercare_dsl::source::Sources;
use serde_json::Value;

use super::{Folder, Ran, run};

const RULES: &str = "\
import skin-care
import medicines
import actives
avoid retinoids for 7 days
avoid sauna until healed
avoid makeup for 1 month
defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months
report fever to clinic immediately
expect swelling for 3 days
sessions 3..6 every 4..6 weeks
";

const PATIENT: &str = "\
treated = 2026-01-31T10:30:00
zone = \"Europe/London\"
sessions = [2025-12-15]
products = [\"Differin\", { name = \"Gran's balm\", unrecognised = true }]
[facts]
medications = [{ name = \"Roaccutane\", last_taken = 2024-01-01 }]
[events]
healed = 2026-02-05
[symptoms]
swelling = 2026-02-01
";

fn eval(more: &[&str]) -> Ran {
    let folder = Folder::new()
        .with("clinic.rules", RULES)
        .with("jo.toml", PATIENT);
    let eval = [
        "eval",
        "clinic.rules",
        "--patient",
        "jo.toml",
        "--on",
        "2026-02-02",
    ];
    folder.run(&[&eval[..], more].concat())
}

/// What is the patient's own: dates in every form, and names.
const OWN: &[&str] = &[
    "2026",
    "2025",
    "2024",
    "Jan",
    "Feb",
    "Differin",
    "Gran",
    "Roaccutane",
];

#[test]
fn a_redacted_plan_counts_days_and_names_nothing_of_the_patients() {
    eval(&["--redact"]).never_says(OWN).prints(&[
        "Treatment: day 0 at 10:30.",
        "Until the end of day 6; first free day day 7.",
        // A month from 31 January is over with 28 February.
        "Until the end of day 27",
        "product 1",
        "product 2",
        "Next session: between day 28 and day 42.",
    ]);
    let plain = eval(&[]);
    assert!(plain.out.contains("Gran's balm") && plain.out.contains("2026"));
}

#[test]
fn a_redacted_plan_for_a_program_has_a_format_of_its_own() {
    let redacted = eval(&["--redact", "--format", "json"]).never_says(OWN);
    let plan: Value = serde_json::from_str(&redacted.out).unwrap();
    assert_eq!(plan["format"], REDACTED_FORMAT);
    assert_eq!(plan["on"], "day 2");
    assert_eq!(plan["treatments"][0]["treated"], "day 0 10:30");
    assert_eq!(plan["directives"][0]["last_day"], "day 6");
    let folder = Folder::new()
        .with("clinic.rules", RULES)
        .with("plan.json", &redacted.out);
    folder
        .run(&["verify", "plan.json", "clinic.rules"])
        .exits(1)
        .says(&["its `format` is not `aftercare-plan/1`"]);
}

#[test]
fn a_calendar_cannot_be_redacted() {
    let ics = [
        "--format",
        "ics",
        "--issued",
        "2026-02-02",
        "--key",
        "k.key",
        "--redact",
    ];
    eval(&ics)
        .exits(2)
        .says(&["`--redact` is for plans as text or JSON: what is given out has dates"]);
}

/// Every key that a profile for a bundled protocol may have, as `facts --template` lists them.
fn keys() -> Vec<(String, String)> {
    let template = run(&["facts", "microneedling", "--template"]).exits(0).out;
    let mut table = String::new();
    let mut keys = Vec::new();
    for line in template.lines() {
        if line.starts_with('[') {
            line.clone_into(&mut table);
        } else if let Some((key, _)) = line
            .strip_prefix("# ")
            .and_then(|line| line.split_once(" ="))
            && (key.starts_with('"') || !key.contains(' '))
        {
            keys.push((table.clone(), key.to_owned()));
        }
    }
    assert!(keys.len() > 20, "{keys:?}");
    keys
}

/// A value that nobody says by chance.
const CANARY: &str = "zq7canary";

#[test]
fn no_mistake_in_a_profile_repeats_what_the_patient_said() {
    let forms = [
        format!("\"{CANARY}\""),
        format!("[\"{CANARY}\"]"),
        format!("{{ name = \"{CANARY}\" }}"),
        format!("[{{ name = \"{CANARY}\", class = \"{CANARY}\", spf = \"{CANARY}\" }}]"),
        format!("{{ since = \"{CANARY}\", value = \"{CANARY}\", severe = \"{CANARY}\" }}"),
    ];
    let keys = keys();
    for form in &forms {
        let mut profile = String::new();
        let mut table = "";
        for (of, key) in &keys {
            if of != table {
                profile.push_str(&format!("{of}\n"));
                table = of;
            }
            profile.push_str(&format!("{key} = {form}\n"));
        }
        let folder = Folder::new()
            .with("jo.toml", &profile)
            .with("lines.txt", ":patient jo.toml\n:plan\n");
        let patient = ["microneedling", "--patient", "jo.toml"];
        for command in [
            &["eval"][..],
            &["eval", "--format", "json"],
            &[
                "eval",
                "--format",
                "ics",
                "--issued",
                "2026-06-01",
                "--key",
                "k.key",
            ],
            &[
                "eval",
                "--format",
                "fhir",
                "--issued",
                "2026-06-01",
                "--key",
                "k.key",
            ],
            &["eval", "--redact"],
            &["ask", "microneedling", "retinol"],
            &["questions"],
            &["read"],
            &["verify", "plan.json"],
        ] {
            let mut arguments = command.to_vec();
            if command[0] == "ask" {
                arguments.extend(&patient[1..]);
            } else {
                arguments.extend(patient);
            }
            let ran = folder.run(&arguments);
            assert_ne!(ran.code, 0, "{arguments:?}");
            ran.never_says(&[CANARY]);
        }
        folder
            .run(&["repl", "microneedling", "--script", "lines.txt"])
            .never_says(&[CANARY]);
    }
}

#[test]
fn no_answer_on_the_command_line_is_repeated_when_it_is_refused() {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let text = bundled("microneedling").unwrap();
    let checked = check(&mut sources, &Bundled, "microneedling", text, &options);
    let vocabulary = checked.protocol.unwrap().vocabulary;
    let own = [
        "treated",
        "sessions",
        "zone",
        "treated of microneedling",
        "course_finished",
    ];
    let facts = vocabulary.facts().map(|(_, fact)| fact.name.as_str());
    for fact in facts.chain(own) {
        let set = format!("{fact} = {CANARY}");
        let ran = run(&["eval", "microneedling", "--set", &set]);
        assert_eq!(ran.code, 1, "{set}: {}", ran.err);
        ran.never_says(&[CANARY]);
    }
    for option in ["--treated", "--on"] {
        run(&["eval", "microneedling", option, CANARY])
            .exits(2)
            .never_says(&[CANARY]);
    }
}

/// What a profile may say freely is the name of a product: it is in the plan, and in nothing that tells plans apart.
#[test]
fn a_products_name_is_in_no_name_and_no_file() {
    let profile = format!(
        "treated = 2026-06-01\nproducts = [{{ name = \"{CANARY} balm\", unrecognised = true }}]\n"
    );
    let folder = Folder::new().with("jo.toml", &profile);
    let patient = [
        "microneedling",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    let plan = folder.run(&[&["eval"][..], &patient].concat());
    assert!(plan.out.contains(CANARY) && !plan.err.contains(CANARY));
    let ics = [
        "--format",
        "ics",
        "--issued",
        "2026-06-02",
        "--key",
        "k.key",
    ];
    let calendar = folder.run(&[&["eval"][..], &patient, &ics].concat());
    let names = calendar.out.lines().filter(|line| line.starts_with("UID:"));
    assert!(names.clone().count() > 5 && names.clone().all(|name| !name.contains(CANARY)));
    folder.run(
        &[
            &["eval"][..],
            &patient,
            &ics,
            &["--discreet", "-o", "jo.ics"],
        ]
        .concat(),
    );
    let fhir = [
        "--format",
        "fhir",
        "--issued",
        "2026-06-02",
        "--key",
        "k.key",
    ];
    let bundle = folder.run(&[&["eval"][..], &patient, &fhir].concat());
    assert!(bundle.out.contains(CANARY) && !bundle.err.contains(CANARY));
    let bundle: Value = serde_json::from_str(&bundle.out).unwrap();
    let mut names = Vec::new();
    names_in(&bundle, &mut names);
    assert!(names.len() > 20 && names.iter().all(|name| !name.contains(CANARY)));
    folder.run(&[&["eval"][..], &patient, &fhir, &["-o", "jo.json"]].concat());
    folder
        .run(&[&["eval"][..], &patient, &["--redact"]].concat())
        .never_says(&[CANARY]);
    for name in folder.names() {
        assert!(!name.contains(CANARY), "{name}");
    }
}

/// Everything in a bundle that names a resource, an item or a reference.
fn names_in(value: &Value, out: &mut Vec<String>) {
    const NAMES: [&str; 7] = [
        "fullUrl",
        "identifier",
        "reference",
        "linkId",
        "instantiatesCanonical",
        "question",
        "id",
    ];
    match value {
        Value::Array(all) => all.iter().for_each(|one| names_in(one, out)),
        Value::Object(map) => {
            for (key, inner) in map {
                if NAMES.contains(&key.as_str()) {
                    out.push(inner.to_string());
                }
                names_in(inner, out);
            }
        }
        _ => {}
    }
}
