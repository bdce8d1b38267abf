//! Each finding comes with a scenario: pasted behind its protocol it reads, and passes.

use aftercare_dsl::analysis::{findings, with_findings};
use aftercare_dsl::check::{Bundled, CheckOptions, Checked, check};
use aftercare_dsl::diagnostic::{Code, Diagnostic};
use aftercare_dsl::scenario;
use aftercare_dsl::source::Sources;

/// What is found of a text, and of each whether its scenario passes behind it; none where it has none.
fn shown(text: &str) -> Vec<(Diagnostic, Option<bool>)> {
    shown_of(text, |checked| {
        checked.protocol.as_ref().map_or_else(Vec::new, findings)
    })
}

/// The same of what a check finds of a symptom that is both expected and reported.
fn shown_of_symptoms(text: &str) -> Vec<(Diagnostic, Option<bool>)> {
    let mut all = shown_of(text, with_findings);
    all.retain(|(one, _)| one.code == Code::ExpectedAndReported);
    all
}

fn shown_of(
    text: &str,
    found: impl Fn(&Checked) -> Vec<Diagnostic>,
) -> Vec<(Diagnostic, Option<bool>)> {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", text, &options);
    let all = found(&checked).into_iter();
    let protocol = checked.protocol.unwrap();
    let passes = |found: &Diagnostic| {
        let with = format!("{text}\n{}", found.scenario.as_ref()?);
        let mut sources = Sources::new();
        let checked = check(&mut sources, &Bundled, "with.rules", &with, &options);
        let (scenarios, mistakes) = scenario::read(&protocol, &checked.file);
        let results = scenario::run(&protocol, &scenarios);
        let sound = checked.protocol.is_some() && mistakes.is_empty() && results.len() == 1;
        Some(sound && results.iter().all(scenario::Result::passed))
    };
    all.map(|found| (found.clone(), passes(&found))).collect()
}

const EACH: &str = "import skin-care
aftercare for 2 weeks
avoid makeup for 3 days if pregnant
allow makeup from 2 days
wash: use cleansers on days 1..3 if healed and taking warfarin
avoid cleansers for 5 days if not prescribed warfarin and had dermal filler within 2 weeks
avoid sauna for 5 days if age over 21
avoid sauna for 7 days if age over 18
when skin type in I..II { avoid direct sun for 3 days }
when skin type in IV..VI { avoid direct sun for 7 days }
avoid waxing from day 2
avoid running for 7 days if age < 7 and age > 14
avoid NSAIDs for 7 days
";

#[test]
fn what_is_found_is_shown_by_a_scenario_that_passes() {
    let all = shown(EACH);
    let codes: Vec<(Code, Option<bool>)> = all
        .iter()
        .map(|(one, passes)| (one.code, *passes))
        .collect();
    let expected = [
        (Code::HeldBack, Some(true)),
        (Code::HeldBack, Some(true)),
        (Code::Implied, Some(true)),
        (Code::Gap, Some(true)),
        (Code::NeverEnds, Some(true)),
        // Of nobody there is no scenario.
        (Code::NeverApplies, None),
        (Code::NoPrescriber, Some(true)),
    ];
    assert_eq!(codes, expected, "{all:#?}");
    let scenario = all[0].0.scenario.as_deref().unwrap();
    assert_eq!(
        scenario,
        "scenario \"line 4 on day 2\" {\n  given treated 2026-06-01 at 10:00, pregnant\n  \
         on day 2 then avoid makeup\n}\n"
    );
}

#[test]
fn the_first_twenty_are_shown_and_all_are_told() {
    let one = |at: u32| format!("avoid \"thing {at}\" from day 2\n");
    let text: String = (20..50).map(one).collect();
    let all = shown(&format!("import skin-care\n{text}"));
    assert_eq!(all.len(), 30);
    let with = all.iter().filter(|(_, passes)| *passes == Some(true));
    assert_eq!(with.count(), 20);
}

/// The words of the labels of a finding.
fn labels(one: &Diagnostic) -> Vec<&str> {
    let words = one.labels.iter();
    words.map(|label| label.text.as_str()).collect()
}

const TWO_SOURCES: &str = "import skin-care
source leeds = \"Leeds leaflet\"
source york = \"York leaflet\"
";

#[test]
fn a_symptom_expected_and_reported_is_shown_by_who_is_to_call() {
    let all = shown_of_symptoms(&format!(
        "{TWO_SOURCES}expect redness on days 2..5 if skin type in I..III [leeds]\n\
         report redness to clinic within 2 hours if age over 60 [york]\n\
         symptom skin trouble {{\nrash\nhives\n}}\n\
         expect skin trouble for 3 days unless pregnant\nreport rash to clinic\n"
    ));
    assert_eq!(all.len(), 2, "{all:#?}");
    assert!(
        all.iter().all(|(_, passes)| *passes == Some(true)),
        "{all:#?}"
    );
    let (redness, rash) = (&all[0].0, &all[1].0);
    assert_eq!(
        labels(redness),
        [
            "to be reported, on the word of `York leaflet`",
            "to be expected, on the word of `Leeds leaflet`"
        ]
    );
    assert_eq!(
        redness.help.as_deref().unwrap(),
        "for a patient of 61 with skin type I, on day 2: say what makes it a reason to call: \
         `redness severe`, `redness lasting 3 days`"
    );
    assert_eq!(
        redness.scenario.as_deref().unwrap(),
        "scenario \"line 5 on day 2\" {\n  given treated 2026-06-01 at 10:00, age 61, skin type I, redness on day 2\n  \
         on day 2 then contact\n}\n"
    );
    assert_eq!(
        rash.scenario.as_deref().unwrap(),
        "scenario \"line 11 on day 0\" {\n  given treated 2026-06-01 at 10:00, not pregnant, rash on day 0\n  \
         on day 0 then contact\n}\n"
    );
}

#[test]
fn a_symptom_is_told_where_one_patient_can_be_under_both_alone() {
    let text = "import skin-care\nexpect redness for 3 days if age under 7\n\
                expect redness for 5 days if pregnant and age under 30\n\
                report redness to clinic if age over 14 and not pregnant\n";
    assert_eq!(shown_of_symptoms(text), []);
    let all = shown_of_symptoms(&text.replace("and not pregnant", "and skin type in I..II"));
    let help = all[0].0.help.as_deref().unwrap();
    assert!(help.starts_with("for a patient of "), "{help}");
    assert!(
        help.contains("with skin type I, pregnant, on day 0: "),
        "{help}"
    );
    assert_eq!(all[0].1, Some(true));
    let accepted = text.replace(
        "and not pregnant",
        "accept expected-and-reported because \"the clinic wants to know\"",
    );
    assert_eq!(shown_of_symptoms(&accepted), []);
}

#[test]
fn what_waits_for_an_event_is_told_without_a_day() {
    let all = shown_of_symptoms(
        "import skin-care\nexpect redness from healed for 3 days\nreport redness to clinic from healed\n",
    );
    let [(one, None)] = all.as_slice() else {
        panic!("{all:#?}");
    };
    assert!(
        one.help
            .as_deref()
            .unwrap()
            .starts_with("for any patient: say")
    );
}

#[test]
fn two_courses_are_told_with_their_sources() {
    let text = format!(
        "{TWO_SOURCES}sessions 3 every 4 weeks if age under 30 [leeds]\n\
         sessions 5 every 4 weeks if skin type in IV..VI [york]\n"
    );
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", &text, &options);
    let all = with_findings(&checked);
    let mut courses = all
        .iter()
        .filter(|one| one.code == Code::OverlappingSessions);
    let one = courses.next().unwrap();
    assert_eq!(
        labels(one),
        [
            "a second course, on the word of `York leaflet`",
            "the first, on the word of `Leeds leaflet`"
        ]
    );
    assert_eq!(one.scenario, None);
}

#[test]
fn who_is_to_call_for_something_else_is_no_example() {
    let all = shown_of_symptoms(
        "import skin-care\nexpect redness for 3 days if pus\nreport pus to clinic\nreport redness to clinic\n",
    );
    let [(one, None)] = all.as_slice() else {
        panic!("{all:#?}");
    };
    let help = one.help.as_deref().unwrap();
    assert!(
        help.starts_with("for a patient with yellow discharge, on day 0: "),
        "{help}"
    );
}
