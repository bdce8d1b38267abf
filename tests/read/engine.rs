//! The dates that a rule is read back with are those of its line in the plan.

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::plan::{Plan, Verb};
use aftercare_dsl::profile::Profile;
use aftercare_dsl::read::{Comes, Dates, DatesFor, EXAMPLE, ReadBack, read_back};
use aftercare_dsl::source::Sources;
use chrono::NaiveDate;

use crate::annotated::text_of;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A protocol, read back with a profile, and the plan of the same.
fn both(text: &str, facts: &str) -> (ReadBack, Plan) {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "a.rules", text, &options);
    let protocol = checked
        .protocol
        .unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let file = sources.add("patient.toml", facts);
    let (patient, found) =
        aftercare_dsl::profile::read(file, "patient.toml", facts, &protocol.vocabulary);
    assert!(found.is_empty(), "{found:?}");
    let back = read_back(&protocol, &sources, Some(&patient)).unwrap();
    let plan = evaluate(&protocol, &patient, None).unwrap();
    (back, plan)
}

#[test]
fn restrictions_have_the_dates_of_the_plan() {
    let microneedling = bundled("microneedling").unwrap();
    let toxin = bundled("botulinum-toxin").unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let peel = text_of(&path.join("examples/superficial-peel.rules")).unwrap();
    let forms = text_of(&path.join("tests/read/forms.rules")).unwrap();
    for text in [microneedling, toxin, &peel, &forms] {
        let (back, plan) = both(text, "treated = 2026-06-01T10:30:00\n");
        let mut compared = 0;
        for line in plan
            .directives
            .iter()
            .filter(|line| line.verb == Verb::Avoid)
        {
            let rule = back
                .rules
                .iter()
                .find(|rule| rule.location.line == line.rule.location.line)
                .unwrap();
            for dates in &rule.dates {
                let Dates::Holds {
                    verb: Some(Verb::Avoid),
                    windows,
                    first_free_day,
                    ..
                } = dates
                else {
                    continue;
                };
                let days = |windows: &[aftercare_dsl::plan::Window]| {
                    let days = windows.iter().map(|window| {
                        (
                            window.from,
                            window.from_time,
                            window.last_day,
                            window.until_time,
                            window.strength,
                        )
                    });
                    days.collect::<Vec<_>>()
                };
                assert_eq!(days(windows), days(&line.windows), "{}", rule.written);
                assert_eq!(*first_free_day, line.first_free_day, "{}", rule.written);
                compared += 1;
            }
        }
        assert!(compared > 3, "{compared}");
    }
}

#[test]
fn the_example_is_fixed() {
    let mut sources = Sources::new();
    let text = "import skin-care\nsessions 3..6 every 4..6 weeks\n";
    let checked = check(
        &mut sources,
        &Bundled,
        "a.rules",
        text,
        &CheckOptions::default(),
    );
    let back = read_back(&checked.protocol.unwrap(), &sources, None).unwrap();
    assert_eq!(back.dates_for, DatesFor::Example(EXAMPLE));
    let next = Dates::NextSession {
        earliest: day(6, 29),
        latest: Some(day(7, 13)),
    };
    assert_eq!(back.rules[0].dates, [next]);
}

#[test]
fn a_patients_conditions_are_true_false_or_not_known() {
    let text = "import skin-care
avoid makeup for 2 days if skin type in IV..VI
avoid makeup for 3 days if pregnant
avoid makeup for 4 days if age under 18 or skin type = I
avoid makeup for 5 days if healed
avoid makeup for 6 days
";
    let facts = "treated = 2026-06-01
[facts]
\"skin type\" = \"IV\"
pregnant = false
[events]
healed = 2026-06-03
";
    let (back, _) = both(text, facts);
    let comes: Vec<Option<Comes>> = back
        .rules
        .iter()
        .map(|rule| rule.patient.as_ref().map(|patient| patient.condition))
        .collect();
    assert_eq!(
        comes,
        [
            Some(Comes::True),
            Some(Comes::False),
            Some(Comes::Unknown),
            Some(Comes::PartOfTheTime),
            None
        ]
    );
    let parts: Vec<Comes> = back.rules[2]
        .patient
        .as_ref()
        .unwrap()
        .parts
        .iter()
        .map(|part| part.comes)
        .collect();
    assert_eq!(parts, [Comes::Unknown, Comes::False]);
}

#[test]
fn a_patient_without_a_date_has_days() {
    let (back, _) = both(
        "import skin-care\navoid makeup for 2 days\nsessions 3 every 4 weeks\n",
        "",
    );
    assert_eq!(back.dates_for, DatesFor::Undated);
    let Dates::Holds { windows, .. } = &back.rules[0].dates[0] else {
        panic!("{:?}", back.rules[0].dates);
    };
    assert_eq!((windows[0].from, windows[0].to_day), (None, Some(1)));
    assert!(back.rules[1].dates.is_empty());
}

#[test]
fn dates_out_of_range_are_said_at_their_rule() {
    let mut sources = Sources::new();
    let text = "import skin-care\navoid makeup for 200 years\navoid makeup for 2 days\n";
    let checked = check(
        &mut sources,
        &Bundled,
        "a.rules",
        text,
        &CheckOptions::default(),
    );
    let protocol = checked.protocol.unwrap();
    let back = read_back(&protocol, &sources, None).unwrap();
    assert_eq!(back.rules[0].dates, [Dates::OutOfRange]);
    assert_ne!(back.rules[1].dates, [Dates::OutOfRange]);
    let text = "import skin-care\nsessions 3 every 200 years\n";
    let checked = check(
        &mut sources,
        &Bundled,
        "b.rules",
        text,
        &CheckOptions::default(),
    );
    let found = read_back(
        &checked.protocol.unwrap(),
        &sources,
        Some(&Profile::default()),
    );
    assert!(found.is_ok() || found.is_err_and(|found| found.span().is_some()));
}
