//! Each finding comes with a scenario: pasted behind its protocol it reads, and passes.

use aftercare_dsl::analysis::findings;
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::diagnostic::{Code, Diagnostic};
use aftercare_dsl::scenario;
use aftercare_dsl::source::Sources;

/// What is found of a text, and of each whether its scenario passes behind it; none where it has none.
fn shown(text: &str) -> Vec<(Diagnostic, Option<bool>)> {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", text, &options);
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
    let all = findings(&protocol).into_iter();
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
