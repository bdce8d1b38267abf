//! `questions`: what each answer would change, and the interview.

use super::{Folder, run};
use aftercare_dsl::render::QUESTIONS_SCHEMA;

const RULES: &str = "\
import skin-care
aftercare for 2 weeks
avoid makeup for 7 days if age under 18
when skin type in IV..VI { avoid direct sun for 14 days } otherwise { avoid direct sun for 7 days }
refuse if pregnant
avoid aspirin for 7 days
defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months
";

fn clinic() -> Folder {
    Folder::new().with("clinic.rules", RULES)
}

/// The interview of a new patient, with answers piped in.
fn interview(folder: &Folder, answers: &str, more: &[&str]) -> super::Ran {
    let base = [
        "questions",
        "clinic.rules",
        "--treated",
        "2026-06-01",
        "--on",
        "2026-06-02",
    ];
    let arguments = [&base[..], &["--interview"], more].concat();
    folder.with_input(answers.as_bytes(), &arguments)
}

#[test]
fn questions_come_ranked_with_what_their_answers_change() {
    let ran = clinic()
        .run(&["questions", "clinic.rules"])
        .exits(3)
        .prints(&[
            "QUESTIONS, THE ONE THAT SETTLES MOST FIRST",
            "It decides 2 lines: clinic.rules:4.",
            "- under 18 years: settles `avoid makeup`.",
            "- 18 years or over 18 years: drops `avoid makeup`.",
            "- yes: settles `refuse`; the plan is then refused.",
            "- no: drops `refuse`.",
        ]);
    let at = |text: &str| ran.out.find(text).unwrap();
    assert!(at("Which medicines") < at("How old"), "{}", ran.out);
}

#[test]
fn nothing_open_is_said_so() {
    let folder = Folder::new().with("a.rules", "import skin-care\navoid makeup for 2 days\n");
    folder
        .run(&["questions", "a.rules"])
        .exits(0)
        .prints(&["No question is open"]);
    folder
        .run(&["questions", "a.rules", "--interview"])
        .exits(0)
        .prints(&["No question is open.", "Nothing was answered."]);
}

#[test]
fn json_is_valid_by_its_schema() {
    for protocol in ["clinic.rules", "microneedling"] {
        let questions = clinic().run(&["questions", protocol, "--format", "json"]);
        let questions = questions.exits(3).json(QUESTIONS_SCHEMA);
        assert_eq!(questions["format"], "aftercare-questions/1");
        for question in questions["questions"].as_array().unwrap() {
            assert!(
                !question["effects"].as_array().unwrap().is_empty(),
                "{question}"
            );
        }
    }
}

#[test]
fn an_interview_asks_the_best_first_and_writes_the_profile() {
    let folder = clinic();
    let answers = "isotretinoin last taken 2025-01-10, aspirin\nIV\n34\nno\ny\n";
    interview(&folder, answers, &["-o", "jo.toml"])
        .exits(0)
        .prints(&[
            "1. Which medicines",
            "READY: nothing in this plan is open.",
            "`jo.toml`",
        ]);
    let written = folder.text("jo.toml");
    for line in [
        "treated = 2026-06-01",
        "age = 34",
        "pregnant = false",
        "\"skin type\" = \"IV\"",
        "medications = [{ name = \"isotretinoin\", last_taken = 2025-01-10 }, \"aspirin\"]",
        "\"prescribed aspirin\" = true",
    ] {
        assert!(written.contains(line), "no `{line}` in\n{written}");
    }
    let with = [
        "eval",
        "clinic.rules",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    folder.run(&with).exits(0).prints(&["READY"]);
    assert_eq!(folder.names(), ["clinic.rules", "jo.toml"]);
}

#[test]
fn bad_answers_are_explained_and_asked_again() {
    let folder = clinic();
    interview(
        &folder,
        "snake oil\nnone\nVII\nIV\nyoung\n-3\n17\nperhaps\nn\n",
        &[],
    )
    .exits(0)
    .prints(&[
        "Not taken: an entry of `medications` is not in the vocabulary.",
        "Not taken: the value of `skin type` is none of I, II, III, IV, V, VI.",
        "Not taken: the number of `age` is below zero.",
        "Not taken: the value of `pregnant` is neither yes nor no.",
        "THE ANSWERS, AS A PROFILE",
        "age = 17",
    ])
    .never_says(&["snake oil", "perhaps", "young", "VII"]);
}

#[test]
fn help_says_what_an_answer_changes() {
    interview(&clinic(), "none\n?\nstop\n", &[])
        .exits(3)
        .prints(&[
            "It decides 2 lines",
            "- I, II or III: settles `avoid direct sun`; drops 1 line.",
            "Left open: skin type",
        ]);
}

#[test]
fn unsure_is_left_to_the_clinic_and_back_takes_an_answer_back() {
    let folder = clinic();
    interview(
        &folder,
        "back\nnone\nunsure\nback\nV\n12\nno\n",
        &["-o", "jo.toml"],
    )
    .exits(0)
    .prints(&[
        "There is no answer to take back.",
        "The last answer is taken back.",
    ]);
    let written = folder.text("jo.toml");
    assert!(written.contains("\"skin type\" = \"V\""), "{written}");
    interview(&folder, "none\nunsure\nstop\n", &["-o", "ann.toml"])
        .exits(3)
        .prints(&["unsure: skin type"]);
    assert!(
        folder
            .text("ann.toml")
            .contains("\"skin type\" = \"unsure\"")
    );
}

#[test]
fn what_was_answered_before_the_input_ends_is_kept() {
    let folder = clinic();
    interview(&folder, "none\n\n", &["-o", "jo.toml"])
        .exits(3)
        .prints(&["Left open: ", "skin type"]);
    assert!(folder.text("jo.toml").contains("medications = []"));
}

#[test]
fn a_profile_that_is_there_keeps_its_comments() {
    let own = "# Jo\ntreated = 2026-06-01 # a Monday\n\n[facts]\nAge = 34 # told on the phone\n\n[symptoms]\nswelling = 2026-06-02\n";
    let folder = clinic().with("jo.toml", own);
    let base = [
        "questions",
        "clinic.rules",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    folder
        .with_input(b"none\nII\nno\n", &[&base[..], &["--interview"]].concat())
        .exits(0);
    assert_eq!(folder.text("jo.toml"), own);
    folder
        .with_input(
            b"none\nII\nno\n",
            &[&base[..], &["--interview", "-o", "jo.toml"]].concat(),
        )
        .exits(0);
    let written = folder.text("jo.toml");
    for kept in [
        "# Jo\n",
        " # a Monday\n",
        "Age = 34 # told on the phone\n",
        "swelling = 2026-06-02\n",
    ] {
        assert!(written.contains(kept), "no `{kept}` in\n{written}");
    }
    assert!(written.contains("\"skin type\" = \"II\""), "{written}");
}

#[test]
fn no_other_patients_profile_is_written_over() {
    let folder = clinic().with("ann.toml", "[facts]\nage = 50\n");
    interview(&folder, "none\n", &["-o", "ann.toml"])
        .exits(2)
        .says(&["not this patient's profile"]);
    assert_eq!(folder.text("ann.toml"), "[facts]\nage = 50\n");
    interview(&folder, "none\n", &["-o", "jo.json"])
        .exits(2)
        .says(&["answers are written as TOML"]);
}

#[test]
fn a_json_profile_is_gone_on_with_in_toml() {
    let folder = clinic().with(
        "jo.json",
        "{ \"treated\": \"2026-06-01\", \"facts\": { \"age\": 34, \"pregnant\": \"unsure\" }, \"symptoms\": { \"fever\": { \"since\": \"2026-06-02\", \"value\": \"38.5 C\" } } }",
    );
    let base = [
        "questions",
        "clinic.rules",
        "--patient",
        "jo.json",
        "--on",
        "2026-06-03",
    ];
    let ran = folder.with_input(
        b"none\nII\n",
        &[&base[..], &["--interview", "-o", "jo.toml"]].concat(),
    );
    ran.prints(&["`jo.toml`"]);
    let written = folder.text("jo.toml");
    for line in [
        "age = 34",
        "fever = { since = 2026-06-02, value = \"38.5 C\" }",
    ] {
        assert!(written.contains(line), "no `{line}` in\n{written}");
    }
}

#[test]
fn an_answer_is_not_repeated_where_errors_go() {
    let ran = interview(&clinic(), "secret balm\n\u{1b}[2J\n\0\nnone\n", &[]);
    assert!(
        ran.err.lines().all(|line| line.starts_with("note: ")),
        "{}",
        ran.err
    );
    ran.never_says(&["secret balm", "\u{1b}"]);
}

#[test]
fn eval_names_the_interview() {
    clinic()
        .run(&[
            "eval",
            "clinic.rules",
            "--treated",
            "2026-06-01",
            "--on",
            "2026-06-02",
        ])
        .exits(3)
        .prints(&[
            "Or be asked one question at a time:",
            "aftercare-dsl questions clinic.rules",
        ])
        .prints(&["--interview -o patient.toml"]);
}

#[test]
fn what_does_not_go_together_is_refused() {
    run(&["questions", "microneedling", "-o", "a.toml"]).exits(2);
    run(&["questions", "-", "--interview"]).exits(2);
    run(&[
        "questions",
        "microneedling",
        "--interview",
        "--format",
        "json",
    ])
    .exits(2);
}
