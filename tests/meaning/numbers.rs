//! Facts that are plain numbers, and the ends between which a number lies.

use super::helped::{found, help, is_clean};
use super::{all, plan};
use crate::support::read;

const SCORE: &str = "fact pain score: number 0..10\n";

#[test]
fn a_plain_number_is_declared_asked_and_compared() {
    let rules = format!(
        "fact INR: number\n{SCORE}refuse if INR above 3\ncaution \"ask about the pain\" if pain score at least 4"
    );
    assert!(is_clean(&rules), "{:?}", found(&rules));
    let open = plan(&rules, "", 1);
    let answers = |plan| -> Vec<String> {
        let answers = all(plan, "questions", "answers").into_iter();
        answers
            .map(|one| one.as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let mut asked = answers(&open);
    asked.sort();
    assert_eq!(asked, ["a number", "a number from 0 to 10"]);
    let above = plan(&rules, "[facts]\nINR = 3.1\n\"pain score\" = 4", 1);
    assert_eq!(above["status"], "refuse");
    let at = plan(&rules, "[facts]\nINR = 3\n\"pain score\" = 3", 1);
    assert_eq!(at["status"], "proceed");
}

#[test]
fn a_number_lies_between_its_ends() {
    let said = help(
        &format!("{SCORE}refuse if pain score above 12"),
        "out-of-range",
    );
    assert!(said.contains("a number from 0 to 10"), "{said}");
    let rules =
        format!("import skin-care\naftercare for 2 weeks\n{SCORE}refuse if pain score above 5\n");
    for score in ["11", "10.5"] {
        let patient = format!("treated = 2026-06-01\n[facts]\n\"pain score\" = {score}\n");
        assert!(read(&rules, &patient).is_err(), "{score}");
    }
    let patient = "treated = 2026-06-01\n[facts]\n\"pain score\" = 10\n";
    assert!(read(&rules, patient).is_ok());
}

#[test]
fn nothing_lies_beyond_the_ends_for_any_patient() {
    // Every score is under 4 or from 4 to 10, and none is above 10.
    let both = format!(
        "{SCORE}avoid makeup for 2 days if pain score under 4\navoid makeup for 2 days if pain score in 4..10"
    );
    let open = plan(&both, "", 1);
    assert_eq!(super::answer(&open, "makeup"), "avoid, settled");
    let rules = format!(
        "import skin-care\naftercare for 2 weeks\n{SCORE}avoid makeup for 2 days if pain score above 10\n"
    );
    let (protocol, _) = read(&rules, "treated = 2026-06-01\n").expect("sound files");
    let told = aftercare_dsl::analysis::findings(&protocol);
    assert!(
        told.iter().any(|one| one.code.name() == "never-applies"),
        "{told:?}"
    );
}

#[test]
fn a_number_without_a_unit_takes_none() {
    let said = help("fact INR: number\nrefuse if INR over 3 mm", "wrong-unit");
    assert!(said.contains("leave the unit out"), "{said}");
    let said = help("refuse if HbA1c over 8", "unknown-name");
    assert!(said.contains("`fact HbA1c: number`"), "{said}");
    let said = help(
        "fact pain score: number 10..0\nrefuse if pain score above 5",
        "reversed-range",
    );
    assert!(said.contains("swap"), "{said}");
}

#[test]
fn numbers_are_compared_as_people_say_it() {
    for (compared, holds, holds_not) in [
        ("INR 3 or more", "3", "2.9"),
        ("INR is 3 or higher", "3", "2.9"),
        ("INR greater than 3", "3.1", "3"),
        ("INR is more than 3", "3.1", "3"),
        ("INR 3 or less", "3", "3.1"),
        ("INR below 3", "2.9", "3"),
        ("INR less than 3", "2.9", "3"),
        ("age older than 70", "71", "70"),
        ("age younger than 18 years", "17", "18"),
        ("age is 70 or over", "70", "69"),
        ("skin type is IV or higher", "\"V\"", "\"III\""),
    ] {
        let declared = match compared.starts_with("INR") {
            true => "fact INR: number\n",
            false => "",
        };
        let rules = format!("{declared}refuse if {compared}");
        assert!(is_clean(&rules), "{compared}: {:?}", found(&rules));
        let fact = compared.split([' ']).take_while(|word| *word != "is");
        let fact = match fact.collect::<Vec<_>>().as_slice() {
            ["skin", "type"] => "\"skin type\"",
            [first, ..] => first,
            [] => "",
        };
        let status =
            |value: &str| plan(&rules, &format!("[facts]\n{fact} = {value}"), 1)["status"].clone();
        assert_eq!(status(holds), "refuse", "{compared}");
        assert_ne!(status(holds_not), "refuse", "{compared}");
    }
    let said = help("refuse if INR is 3 or more", "unknown-name");
    assert!(said.contains("`fact INR: number`"), "{said}");
    let rules = "fact INR: number\nrefuse if INR over 3 or less";
    assert!(found(rules).iter().any(|one| one.0 == "clause-shape"));
    assert!(is_clean(
        "fact pain score: number between 0 and 10\nrefuse if pain score 7 or more"
    ));
}
