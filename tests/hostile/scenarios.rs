//! Scenarios that nobody should write.

use aftercare_dsl::check::Bundled;
use aftercare_dsl::check::CheckOptions;
use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::scenario::{coverage, run, suggest, suite};
use aftercare_dsl::source::Sources;

use super::{many, watched};

/// Whether a protocol with this scenario reads, runs, and is looked into within the time.
fn survives(text: String) -> bool {
    watched(move || {
        let options = CheckOptions::default();
        let suite = suite(&mut Sources::new(), &Bundled, "a.rules", &text, &options);
        if let Some(protocol) = &suite.protocol {
            let results = run(protocol, &suite.scenarios);
            assert_eq!(results.len(), suite.scenarios.len());
            let (met, all) = coverage(protocol, &suite.scenarios).figures();
            assert!(met <= all);
            assert!(suggest(protocol, &suite.scenarios).left.len() <= protocol.rules.len());
        }
        !any_error(&suite.diagnostics)
    })
}

fn scenario(lines: &str) -> String {
    format!(
        "import skin-care\nsun: avoid direct sun for 7 days if pregnant\nscenario \"x\" {{\n{lines}\n}}\n"
    )
}

/// A run of blanks was looked at again from each of its blanks.
#[test]
fn blanks_and_words_without_end() {
    let blanks = " ".repeat(many(1_000_000));
    let words = "a ".repeat(many(200_000));
    assert!(survives(scenario(&format!(
        "  given{blanks}pregnant{blanks}\n  then{blanks}says{blanks}sun{blanks}"
    ))));
    for line in [
        format!("  given {words}"),
        format!("  then avoid {words}"),
        format!("  then first free day of {words}is day 3"),
        format!("  | {words} |\n  | {words} |"),
        format!("  |{}", "|".repeat(many(200_000))),
        format!("  given {}", "and ".repeat(many(200_000))),
        format!("  given{}", ", age 3".repeat(many(20_000))),
        format!("  then says sun \"{words}\""),
        "  given \"".to_owned(),
        "  on day 999999999999 then refused".to_owned(),
        "  given healed on day -109500\n  on day 109500 then says sun".to_owned(),
        "  given treated 2200-12-31\n  on day 100 then says sun".to_owned(),
        "  given treated 1900-01-01\n  on day -100 then says sun".to_owned(),
    ] {
        survives(scenario(&line));
    }
}

#[test]
fn dates_at_the_end_of_the_calendar_are_refused_or_said() {
    assert!(!survives(scenario(
        "  given healed on day -109500\n  then says sun"
    )));
    assert!(survives(scenario(
        "  given treated 2200-12-30, pregnant\n  on day 1 then says sun"
    )));
}

#[test]
fn many_scenarios_are_read() {
    let one = |number: usize| {
        format!("scenario \"{number}\" {{\n  given pregnant\n  then says sun\n}}\n")
    };
    let all: String = (0..many(2_000)).map(one).collect();
    let text = format!("import skin-care\nsun: avoid direct sun for 7 days if pregnant\n{all}");
    assert!(survives(text));
}
