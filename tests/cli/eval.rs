//! `eval`: plans, questions and exit codes.

use aftercare_dsl::render::PLAN_SCHEMA;

use super::{Folder, run, run_with};

/// A protocol with one question and one refusal.
const PROTOCOL: &str = "\
protocol \"Test\"
version \"1\"
treatment test
aftercare for 1 week
effective 2026-01-01
review by 2199-01-01
import skin-care
when skin type in IV..VI { avoid direct sun for 14 days }
avoid makeup for 7 days
refuse if conditions includes active skin cancer
defer if pregnant
report fever to clinic immediately
";

/// Answers to all its questions.
const SETTLED: [&str; 6] = [
    "--set",
    "skin type = II",
    "--set",
    "conditions = none",
    "--set",
    "pregnant = no",
];

fn folder() -> Folder {
    Folder::new().with("test.rules", PROTOCOL)
}

fn eval<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["eval", "test.rules", "--on", "2026-06-01"];
    arguments.extend(more);
    arguments
}

#[test]
fn without_a_patient_the_plan_is_in_relative_days_and_asks() {
    run(&["eval", "microneedling"])
        .exits(3)
        .prints(&[
            "Day 0 is the day of the treatment",
            "day 0 to day 6",
            "questions are open",
        ])
        .prints(&[
            "--set 'skin type = I/II/III/IV/V/VI'",
            "facts microneedling --template",
        ]);
}

#[test]
fn a_settled_plan_ends_with_0_and_no_command() {
    let ran = folder().run(&eval(&SETTLED));
    ran.exits(0)
        .prints(&["READY"])
        .never_says(&["ON THE COMMAND LINE"]);
}

#[test]
fn every_kind_of_plan_has_its_code() {
    let folder = folder();
    let with = |last: &str| {
        let mut arguments = eval(&SETTLED);
        arguments.extend(["--set", last]);
        folder.run(&arguments).code
    };
    assert_eq!(with("age = 34"), 0);
    assert_eq!(with("pregnant = unsure"), 3);
    assert_eq!(with("pregnant = yes"), 4);
    assert_eq!(with("conditions = active skin cancer"), 4);
    assert_eq!(
        with("fever = 2026-06-01"),
        0,
        "a red flag changes the status, not the code"
    );
}

#[test]
fn a_red_flag_leaves_the_code_of_the_rest() {
    let folder = folder();
    let mut arguments = eval(&["--set", "fever = 2026-06-01"]);
    folder.run(&arguments).exits(3).prints(&["CALL"]);
    arguments.extend(["--set", "pregnant = yes"]);
    folder.run(&arguments).exits(4).prints(&["CALL"]);
}

#[test]
fn the_examples_have_the_codes_that_their_names_promise() {
    for (name, code) in [
        ("settled", 0),
        ("missing-facts", 3),
        ("refused", 4),
        ("deferred", 4),
    ] {
        let patient = format!("examples/patients/{name}.toml");
        run(&[
            "eval",
            "microneedling",
            "--patient",
            &patient,
            "--on",
            "2026-06-04",
        ])
        .exits(code);
    }
}

#[test]
fn a_patient_who_had_both_treatments_has_a_plan_of_each() {
    let patient = "examples/patients/both-treatments.toml";
    let on = ["--patient", patient, "--on", "2026-06-01"];
    // On the seventh day the week without laser and peels is over, and what is advised against for two is not.
    for (protocol, says) in [
        (
            &["eval", "microneedling", "botulinum-toxin"][..],
            &[
                "This plan is for Mon 1 Jun 2026. Microneedling: day 0. Botulinum toxin: day 7.",
                "no free day follows: another line still holds\n    it (botulinum-toxin:105",
            ][..],
        ),
        (
            &["eval", "microneedling"][..],
            &["Treatment: Mon 1 Jun 2026 at 10:30. Session 1."][..],
        ),
        (
            &["eval", "botulinum-toxin"],
            &[
                "Treatment: Mon 25 May 2026 at 17:00.",
                "Call emergency services\n    immediately.",
                "Since Mon 1 Jun 2026: chemical peels",
                "Better not until the end of Sun 7 Jun 2026; first free day Mon 8 Jun.",
            ],
        ),
    ] {
        let ran = run(&[protocol, &on].concat()).exits(3).prints(says);
        assert_eq!(ran.err, "");
    }
}

#[test]
fn set_stands_above_the_profile() {
    let profile =
        "treated = 2026-06-01\n[facts]\n\"skin type\" = \"V\"\npregnant = true\nconditions = []\n";
    let folder = folder().with("jo.toml", profile);
    let arguments = eval(&["--patient", "jo.toml"]);
    folder
        .run(&arguments)
        .exits(4)
        .prints(&["Until the end of Sun 14 Jun 2026"]);
    let arguments = eval(&[
        "--patient",
        "jo.toml",
        "--set",
        "pregnant = no",
        "--set",
        "skin type = II",
    ]);
    folder.run(&arguments).exits(0).never_says(&["14 Jun"]);
}

#[test]
fn treated_stands_above_the_profile() {
    let folder = folder().with("jo.toml", "treated = 2026-06-01\n");
    let arguments = eval(&["--patient", "jo.toml", "--treated", "2026-05-20T10:30"]);
    folder.run(&arguments).prints(&["Wed 20 May 2026 at 10:30"]);
}

#[test]
fn the_command_at_the_end_answers_nothing_as_it_stands() {
    let ran = folder().run(&eval(&[])).exits(3);
    let (_, command) = ran.out.split_once("aftercare-dsl eval test.rules").unwrap();
    let (command, _) = command.split_once("\n\n").unwrap();
    let sets: Vec<&str> = command.split("--set '").skip(1).collect();
    assert_eq!(sets.len(), 3, "{command}");
    for set in sets {
        let (set, _) = set.split_once('\'').unwrap();
        folder()
            .run(&eval(&["--set", set]))
            .exits(1)
            .says(&["error[profile-"]);
    }
}

#[test]
fn the_command_at_the_end_keeps_what_was_given() {
    let short = ["eval", "test.rules", "--set", "skin type = II"];
    folder()
        .run(&short)
        .exits(3)
        .prints(&["eval test.rules --set 'skin type = II' \\\n"]);
    let long = eval(&["--treated", "2026-06-01", "--set", "skin type = II"]);
    let lines = [
        "eval test.rules",
        "--treated 2026-06-01",
        "--on 2026-06-01",
        "--set 'skin type = II'",
        "--set 'conditions",
    ];
    folder()
        .run(&long)
        .exits(3)
        .prints(&[&lines.join(" \\\n    ")]);
}

#[test]
fn json_is_valid_by_its_schema() {
    for arguments in [
        &["eval", "microneedling", "--format", "json"][..],
        &[
            "eval",
            "microneedling",
            "--format",
            "json",
            "--treated",
            "2026-06-01",
        ],
        &[
            "eval",
            "microneedling",
            "--format",
            "json",
            "--patient",
            "examples/patients/red-flag.toml",
        ],
    ] {
        let plan = run(arguments).json(PLAN_SCHEMA);
        assert_eq!(plan["format"], "aftercare-plan/1");
        assert_eq!(
            plan["on"].is_string(),
            arguments.len() > 4,
            "a dated plan is about today"
        );
    }
}

#[test]
fn the_protocol_or_the_patient_comes_from_standard_input() {
    run_with(PROTOCOL.as_bytes(), &["eval", "-"])
        .exits(3)
        .prints(&["day 0 to day 6"]);
    let folder = folder();
    let arguments = eval(&["--patient", "-"]);
    let toml = b"treated = 2026-06-01\n";
    folder
        .with_input(toml, &arguments)
        .exits(3)
        .prints(&["Mon 1 Jun 2026"]);
    let json = br#"{"treated": "2026-06-01"}"#;
    folder
        .with_input(json, &arguments)
        .exits(3)
        .prints(&["Mon 1 Jun 2026"]);
    run(&["eval", "-", "--patient", "-"])
        .exits(2)
        .says(&["standard input"]);
}

#[test]
fn names_that_nothing_has_get_a_suggestion() {
    run(&["eval", "microneedlin"])
        .exits(2)
        .says(&["did you mean `microneedling`?"]);
    run(&["eval", "./microneedling.rules"])
        .exits(5)
        .says(&["`microneedling` is bundled"]);
    folder()
        .run(&["eval", "test"])
        .exits(2)
        .says(&["`./test.rules`"]);
}

#[test]
fn a_text_without_sentences_is_never_ready() {
    run(&["eval", "skin-care"])
        .exits(1)
        .says(&["no sentences"])
        .never_says(&["READY"]);
    run_with(b"", &["eval", "-"])
        .exits(1)
        .never_says(&["READY"]);
}

#[test]
fn mistakes_in_a_protocol_stop_it() {
    let folder = Folder::new().with("bad.rules", "import skin-care\navoid retinods for 7 days\n");
    let ran = folder.run(&["eval", "bad.rules"]).exits(1);
    assert!(ran.out.is_empty());
    ran.says(&["error[unknown-name]", "bad.rules:2:7", "retinoids"]);
}

#[test]
fn mistakes_in_a_profile_stop_it() {
    let folder = folder().with(
        "jo.toml",
        "[facts]\npregnnt = true\n\"skin type\" = \"X\"\n",
    );
    let ran = folder
        .run(&eval(&["--patient", "jo.toml", "--set", "conditions"]))
        .exits(1);
    assert!(ran.out.is_empty());
    ran.says(&["jo.toml:2:1", "jo.toml:3:15", "--set:1:1"]);
}

#[test]
fn wrong_dates_are_wrong_usage_and_not_repeated() {
    for option in ["--treated", "--on"] {
        for date in ["2026-02-30", "01/06/2026", "2026-06-01T10:30Z", "Jo Smith"] {
            run(&["eval", "microneedling", option, date])
                .exits(2)
                .says(&[option])
                .never_says(&[date]);
        }
    }
}

#[test]
fn an_answer_without_quotes_is_not_repeated() {
    run(&["eval", "microneedling", "--set", "pregnant", "=", "secret"])
        .exits(2)
        .says(&["--set 'skin type = IV'"])
        .never_says(&["secret"]);
}

#[test]
fn a_date_out_of_reach_is_an_error_of_the_protocol() {
    let folder = Folder::new().with(
        "far.rules",
        "import skin-care\navoid direct sun for 250 years\n",
    );
    folder
        .run(&["eval", "far.rules", "--treated", "2026-06-01"])
        .exits(1)
        .says(&["date-out-of-range", "far.rules:2"]);
}
