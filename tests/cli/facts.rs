//! `facts`: what a protocol asks, and a profile to fill in.

use super::{Folder, run};

#[test]
fn every_question_comes_with_its_answers_and_lines() {
    run(&["facts", "microneedling"])
        .exits(0)
        .prints(&[
            "skin type\n",
            "Answers: I, II, III, IV, V or VI",
            "Used by: microneedling:",
        ])
        .prints(&["dermal filler\n", "fever\n"])
        .never_says(&["latex\n"]);
}

#[test]
fn the_template_reads_clean_and_answers_nothing() {
    for protocol in [
        "microneedling",
        "examples/superficial-peel.rules",
        "examples/laser-hair-removal.rules",
    ] {
        let template = run(&["facts", protocol, "--template"]).exits(0).out;
        assert!(template.lines().all(|line| line.chars().count() <= 90));
        let folder = Folder::new().with("jo.toml", template);
        let patient = folder.path.join("jo.toml");
        let without = run(&["eval", protocol, "--format", "json"]);
        let with = run(&[
            "eval",
            protocol,
            "--format",
            "json",
            "--patient",
            patient.to_str().unwrap(),
        ]);
        assert_eq!(with.err, without.err);
        assert_eq!(with.out, without.out);
    }
}

#[test]
fn the_template_asks_all_that_the_plan_asks() {
    let template = run(&["facts", "microneedling", "--template"]).out;
    let plan = run(&["eval", "microneedling", "--format", "json"]).out;
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    for question in plan["questions"].as_array().unwrap() {
        let fact = question["fact"].as_str().unwrap();
        let bare = format!("# {fact} =");
        let quoted = format!("# \"{fact}\" =");
        assert!(
            template.contains(&bare) || template.contains(&quoted),
            "{fact}\n{template}"
        );
    }
}

#[test]
fn a_protocol_that_asks_nothing_says_so() {
    let folder = Folder::new().with("a.rules", "import skin-care\navoid makeup for 2 days\n");
    folder
        .run(&["facts", "a.rules"])
        .exits(0)
        .prints(&["asks nothing"]);
}

#[test]
fn errors_of_the_protocol_are_told() {
    let folder = Folder::new().with("a.rules", "avoid nothing known\n");
    let ran = folder.run(&["facts", "a.rules"]).exits(1);
    assert!(ran.out.is_empty());
    ran.says(&["a.rules:1:7"]);
}
