//! `read`: a protocol read back to its author.

use aftercare_dsl::render::READ_SCHEMA;

use super::{Folder, run, run_with};

const RULES: &str =
    "import skin-care\navoid retinoids for 7 days if pregnant\nuse moisturiser daily\n";

#[test]
fn each_sentence_stands_before_what_it_means() {
    let folder = Folder::new().with("clinic.rules", RULES);
    folder
        .run(&["read", "clinic.rules"])
        .exits(0)
        .prints(&[
            "clinic.rules:2: avoid retinoids for 7 days if pregnant\n  = A ban, only if pregnant is yes. For 7 days,",
            "an example: a treatment on Mon 1 Jun 2026 at 10:30.",
            "until the end of Sun 7 Jun; first free\n    day Mon 8 Jun.",
            "adapalene gel (Differin, ",
        ])
        .never_says(&["This patient"]);
}

#[test]
fn a_patient_brings_dates_and_answers() {
    let folder = Folder::new().with("clinic.rules", RULES).with(
        "jo.toml",
        "treated = 2026-07-01\n[facts]\npregnant = true\n",
    );
    folder
        .run(&["read", "clinic.rules", "--patient", "jo.toml"])
        .exits(0)
        .prints(&[
            "treated on Wed 1 Jul 2026",
            "it holds (pregnant is yes: true)",
            "Tue 7 Jul",
        ]);
    folder
        .run(&["read", "clinic.rules", "--treated", "2026-08-01T09:00"])
        .exits(0)
        .prints(&["NOT KNOWN YET (pregnant is yes: not known)", "Fri 7 Aug"]);
    let ran = folder.run(&["read", "clinic.rules", "--treated", "tomorrow"]);
    ran.exits(2).says(&["`--treated`"]);
}

#[test]
fn the_json_is_valid_by_its_schema() {
    for protocol in ["microneedling", "tests/read/forms.rules", "skin-care"] {
        let patient = "examples/patients/settled.toml";
        for more in [
            &[][..],
            &["--treated", "2026-06-01"],
            &["--patient", patient],
        ] {
            if protocol != "microneedling" && more.contains(&patient) {
                continue;
            }
            let arguments = [&["read", protocol, "--format", "json"][..], more].concat();
            let value = run(&arguments).json(READ_SCHEMA);
            assert_eq!(value["format"], "aftercare-read/1");
        }
    }
}

#[test]
fn the_result_goes_into_a_file_but_never_over_its_own() {
    let folder = Folder::new().with("clinic.rules", RULES);
    let ran = folder
        .run(&["read", "clinic.rules", "-o", "back.txt"])
        .exits(0);
    assert!(ran.out.is_empty());
    assert!(folder.text("back.txt").contains("A ban, only if"));
    folder
        .run(&["read", "clinic.rules", "-o", "clinic.rules"])
        .exits(2)
        .says(&["written over"]);
    assert_eq!(folder.text("clinic.rules"), RULES);
}

#[test]
fn standard_input_is_one_of_the_two() {
    run_with(RULES.as_bytes(), &["read", "-"])
        .exits(0)
        .prints(&["standard input:3: use moisturiser daily"]);
    run(&["read", "-", "--patient", "-"])
        .exits(2)
        .says(&["standard input"]);
}

#[test]
fn a_protocol_with_errors_is_not_read_back() {
    let ran = run_with(b"avoid nothing known\n", &["read", "-"]).exits(1);
    assert!(ran.out.is_empty());
}

#[test]
fn what_a_file_holds_is_escaped() {
    let rules = "import skin-care\nnote \"a\u{202e}b\"\n";
    let ran = run_with(rules.as_bytes(), &["read", "-"]);
    assert!(!ran.out.contains('\u{202e}'), "{}", ran.out);
}
