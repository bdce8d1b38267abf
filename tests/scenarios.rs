//! Scenarios: what holds and what does not, what is tried, suggested and noticed; and those of the bundled protocol.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

use aftercare_dsl::bundled::{PROTOCOLS, SCENARIOS, bundled};
use aftercare_dsl::check::{Bundled, CheckOptions};
use aftercare_dsl::diagnostic::any_error;
use aftercare_dsl::render::{coverage_lines, failure_lines, mutant_lines, paint, plain_all};
use aftercare_dsl::scenario::{
    Change, Fate, Mutant, Suite, changes, coverage, mutants, noticing, run, suggest, suite,
};
use aftercare_dsl::source::Sources;

use crate::support::cases;

/// A text with its scenarios, which has no mistake.
fn read(text: &str) -> (Suite, Sources) {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let suite = suite(&mut sources, &Bundled, "clinic.rules", text, &options);
    let wrong = any_error(&suite.diagnostics);
    assert!(!wrong, "{}", plain_all(&suite.diagnostics, &sources, 80));
    (suite, sources)
}

/// What the scenarios of a text say that do not hold.
fn failures(text: &str) -> String {
    let (suite, sources) = read(text);
    let results = run(suite.protocol.as_ref().unwrap(), &suite.scenarios);
    paint(&failure_lines(&results, &sources, 80), false)
}

/// The sentences that most tests are about.
const RULES: &str = "\
import skin-care
aftercare for 2 weeks
actives: avoid retinoids for 7 days
makeup: avoid makeup for 24..48 hours
sun: avoid direct sun for 14 days if skin type in IV..VI
minimum: avoid sauna for at least 3 days
pain-relief: avoid aspirin for 5 days
lips: avoid lip balm while asleep for 3 days
moist: use moisturiser twice daily from day 1
no-pregnancy: refuse if pregnant
gap: defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months
no-acne: defer if conditions includes active acne
call: report fever above 38 C or pus to clinic within 2 hours
calm: avoid exfoliants if stinging
swim: avoid swimming until healed
series: sessions 3..6 every 4..6 weeks
";

/// Each line: what is given, what is expected, and whether it is so.
const HELD: &[(&str, &str, bool)] = &[
    ("treated 2026-06-01", "on day 6 then avoid retinoids", true),
    ("treated 2026-06-01", "on day 6 then avoid Differin", true),
    ("treated 2026-06-01", "on day 7 then avoid retinoids", false),
    (
        "treated 2026-06-01",
        "on day 7 then allowed retinoids",
        true,
    ),
    (
        "treated 2026-06-01",
        "on 2026-06-08 then allowed retinoids",
        true,
    ),
    (
        "treated 2026-06-01",
        "then first free day of retinoids is 2026-06-08",
        true,
    ),
    (
        "treated 2026-06-01",
        "then first free day of retinoids is day 7",
        true,
    ),
    (
        "treated 2026-06-01",
        "then first free day of retinoids is day 8",
        false,
    ),
    // A class whose members have several answers has none of them.
    (
        "treated 2026-06-01",
        "on day 1 then avoid active ingredients",
        false,
    ),
    // What is not known is not settled, and what is provisional is not avoided for good.
    ("age 34", "on day 3 then avoid direct sun", false),
    (
        "age 34",
        "on day 3 then provisionally avoid direct sun",
        true,
    ),
    ("age 34", "on day 3 then allowed direct sun", false),
    ("age 34", "then asks skin type", true),
    ("skin type V", "then asks skin type", false),
    ("skin type V", "on day 13 then avoid direct sun", true),
    (
        "skin type V",
        "on day 13 then provisionally avoid direct sun",
        false,
    ),
    ("skin type II", "on day 3 then not covered direct sun", true),
    ("skin type II", "on day 3 then allowed direct sun", false),
    (
        "skin type unsure",
        "on day 3 then provisionally avoid direct sun",
        true,
    ),
    ("skin type unsure", "then asks skin type", false),
    // Hours are asked by the clock.
    (
        "treated 2026-06-01 at 10:30",
        "on day 1 at 10:29 then avoid makeup",
        true,
    ),
    (
        "treated 2026-06-01 at 10:30",
        "on day 1 at 10:31 then better not makeup",
        true,
    ),
    (
        "treated 2026-06-01 at 10:30",
        "on day 2 at 10:31 then allowed makeup",
        true,
    ),
    (
        "treated 2026-06-01 at 10:30",
        "on day 1 at 10:31 then avoid makeup",
        false,
    ),
    (
        "treated 2026-06-01 at 10:30",
        "on day 1 at 10:29 then says makeup",
        true,
    ),
    (
        "treated 2026-06-01 at 10:30",
        "on day 2 at 10:31 then does not say makeup",
        true,
    ),
    // The end of a minimum gives nothing back.
    (
        "treated 2026-06-01",
        "on day 3 then not covered sauna",
        true,
    ),
    ("treated 2026-06-01", "on day 3 then allowed sauna", false),
    // A prescribed medicine is never stopped.
    (
        "taking prescribed aspirin",
        "on day 1 then not covered aspirin",
        true,
    ),
    (
        "taking prescribed aspirin",
        "on day 1 then avoid aspirin",
        false,
    ),
    (
        "taking aspirin, not prescribed aspirin",
        "on day 1 then avoid aspirin",
        true,
    ),
    ("taking aspirin", "then asks prescribed aspirin", true),
    // An answer for one situation is none for the thing.
    ("treated 2026-06-01", "on day 1 then avoid lip balm", false),
    (
        "treated 2026-06-01",
        "on day 1 then says lips \"asleep\"",
        true,
    ),
    // Whether to treat.
    ("pregnant", "then refused", true),
    ("not pregnant", "then refused", false),
    ("age 34", "then refused", false),
    ("age 34", "then provisionally says no-pregnancy", true),
    ("not pregnant", "then does not say no-pregnancy", true),
    (
        "isotretinoin last taken 2026-03-15",
        "then deferred until 2026-09-15",
        true,
    ),
    (
        "isotretinoin last taken 2026-03-15",
        "then deferred until 2026-09-14",
        false,
    ),
    ("isotretinoin last taken 2026-03-15", "then deferred", true),
    ("isotretinoin last taken 2025-11-30", "then deferred", false),
    ("conditions active acne", "then deferred", true),
    (
        "conditions active acne",
        "then deferred until 2026-06-02",
        false,
    ),
    ("conditions eczema, warts", "then deferred", false),
    ("conditions eczema, active acne", "then deferred", true),
    (
        "no conditions, no medications",
        "then does not say gap",
        true,
    ),
    // Whom to call; a qualifier counts, and an unknown one, too.
    ("fever 38.5 C on day 2", "on day 2 then contact", true),
    ("fever 37.5 C on day 2", "on day 2 then contact", false),
    ("fever since day 2", "on day 3 then contact", true),
    ("no symptoms", "on day 2 then contact", false),
    ("pus on day 2", "on day 1 then contact", false),
    (
        "pus on day 2",
        "on day 2 then says call \"within 2 hours\"",
        true,
    ),
    (
        "pus on day 2",
        "on day 2 then says call \"within 3 hours\"",
        false,
    ),
    // Conditions that change, and events.
    ("stinging on day 2", "on day 2 then says calm", true),
    ("stinging on day 2", "on day 1 then says calm", false),
    ("no stinging", "on day 2 then does not say calm", true),
    ("healed on day 5", "on day 4 then avoid swimming", true),
    ("healed on day 5", "on day 5 then allowed swimming", true),
    ("age 34", "on day 90 then avoid swimming", true),
    // What is the patient's own, and what is known of the course.
    ("product Differin", "on day 3 then avoid Differin", true),
    ("no products", "on day 3 then avoid Differin", true),
    ("zone Europe/London", "on day 6 then avoid retinoids", true),
    ("course finished", "then says series", true),
    (
        "had dermal filler on day -20, no symptoms",
        "then refused",
        false,
    ),
    (
        "pregnant unsure",
        "then provisionally says no-pregnancy",
        true,
    ),
    (
        "pregnant does not apply",
        "then does not say no-pregnancy",
        true,
    ),
    // Duties and the course, by their labels.
    ("age 34", "then does not say moist", true),
    ("age 34", "on day 1 then says moist \"twice daily\"", true),
    ("age 34", "on day 1 then says moist \"daily twice\"", false),
    (
        "no earlier session",
        "then says series \"3 to 6 sessions\"",
        true,
    ),
    (
        "no earlier session",
        "then says series \"4 to 6 weeks\"",
        true,
    ),
    ("earlier session on day -30", "then says series", true),
];

#[test]
fn what_is_expected_is_held_against_the_plan() {
    let mut wrong = Vec::new();
    for (given, expected, holds) in HELD {
        let text = format!("{RULES}scenario \"x\" {{\n  given {given}\n  {expected}\n}}\n");
        let found = failures(&text);
        if found.is_empty() != *holds {
            wrong.push(format!("{given} | {expected} | {holds}\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_failure_says_what_was_expected_what_is_so_and_why() {
    let text = format!(
        "{RULES}scenario \"too soon\" {{\n  given skin type II\n  on day 6 then allowed Differin\n}}\n"
    );
    assert_eq!(
        failures(&text),
        "FAILED too soon:
  - Expected on Sun 7 Jun 2026 (day 6): on day 6 then allowed Differin
    clinic.rules:19
    AVOID: adapalene gel on Sun 7 Jun 2026 (day 6).
      Differin is adapalene gel. Until the end of Sun 7 Jun 2026; first free day
      Mon 8 Jun.
      Why: actives: avoid retinoids for 7 days. clinic.rules:3.
"
    );
}

/// A row is the patient that the lines of a scenario would give.
#[test]
fn a_row_is_a_scenario() {
    let table = "scenario \"t\" {
  given treated 2026-06-01
  | skin type | taking           | healed | day | direct sun  | swimming | says sun | status  | asks |
  | V         | nothing          | day 5  | 13  | avoid       | allowed  | yes      |         |      |
  | II        | aspirin, ibuprofen | 4      | 3   | not covered | avoid    | no       |         | prescribed aspirin |
  | II        | nothing          |        | 3   | avoid       |          | yes      | refused |      |
}
";
    let found = failures(&format!("{RULES}{table}"));
    let failed: Vec<&str> = found
        .lines()
        .filter(|line| line.contains("FAILED"))
        .collect();
    assert_eq!(failed, ["FAILED t, row 3:"], "{found}");
    assert_eq!(found.matches("Expected").count(), 3, "{found}");
}

#[test]
fn scenarios_change_no_plan() {
    let (with, _) = read(&format!(
        "{RULES}scenario \"x\" {{\n  given pregnant\n  then refused\n}}\n"
    ));
    let (without, _) = read(RULES);
    let rules = |suite: &Suite| suite.protocol.as_ref().unwrap().rules.len();
    assert_eq!(rules(&with), rules(&without));
}

/// What is suggested passes, and leaves only what is said to be left.
#[test]
fn what_is_suggested_passes_and_tries_what_was_not() {
    let unlabelled =
        "import skin-care\naftercare for 2 weeks\nnote \"x\"\navoid makeup for 2 days\n";
    for text in [
        RULES,
        unlabelled,
        include_str!("../examples/superficial-peel.rules"),
    ] {
        let (before, _) = read(text);
        let protocol = before.protocol.as_ref().unwrap();
        let suggested = suggest(protocol, &before.scenarios);
        let (after, sources) = read(&format!("{text}\n{}", suggested.text));
        let protocol = after.protocol.as_ref().unwrap();
        let results = run(protocol, &after.scenarios);
        let failed = failure_lines(&results, &sources, 80);
        assert!(failed.is_empty(), "{}", paint(&failed, false));
        let tried = coverage(protocol, &after.scenarios);
        let open = tried
            .sentences
            .iter()
            .filter(|one| one.missing().next().is_some());
        let open: Vec<u32> = open.map(|one| one.rule.location.line).collect();
        let left: Vec<u32> = suggested.left.iter().map(|(place, _)| place.line).collect();
        let shown = paint(&coverage_lines(&tried, &sources, 80), false);
        assert!(
            open.iter().all(|line| left.contains(line)),
            "{left:?}\n{shown}"
        );
    }
}

#[test]
fn coverage_asks_for_both_sides_of_each_bound() {
    let rules = "import skin-care\nactives: avoid retinoids for 7 days if pregnant\nscenario \"x\" {\n  given pregnant\n  on day 6 then avoid retinoids\n}\n";
    let (suite, sources) = read(rules);
    let tried = coverage(suite.protocol.as_ref().unwrap(), &suite.scenarios);
    assert_eq!(tried.figures(), (2, 4));
    assert_eq!(
        paint(&coverage_lines(&tried, &sources, 80), false),
        "TRIED BY SCENARIOS: 2 of 4 (50%)

NOT TRIED YET
  - actives: avoid retinoids for 7 days if pregnant clinic.rules:2
    Not tried: that its condition is not so; the day after its last day.

THE TEXT: + tried, ~ tried in part, - not tried
~    2 | actives: avoid retinoids for 7 days if pregnant
"
    );
}

/// The changes that nothing notices, as `was>now`.
fn survivors(text: &str) -> Vec<String> {
    let (suite, _) = read(text);
    let all = changes(&suite);
    let mutants = mutants(&[suite], &Bundled, all);
    let survived = mutants.iter().filter(|one| one.fate == Fate::Survived);
    survived
        .map(|one| format!("{}>{}", one.change.was, one.change.now))
        .collect()
}

/// It would fail under each change, too.
#[test]
fn a_scenario_that_fails_anyway_notices_nothing() {
    let wrong = "import skin-care\navoid retinoids for 7 days\nscenario \"a\" {\n  on day 3 then allowed retinoids\n}\n";
    assert_eq!(survivors(wrong), ["7>8", "7>6"]);
}

#[test]
fn a_change_is_noticed_where_a_scenario_is_about_it() {
    let rules = "import skin-care\naftercare for 2 weeks\nactives: avoid retinoids for 7 days unless pregnant\nyoung: caution \"young\" if age under 18 and skin type in II..IV\n";
    let last_day = "scenario \"a\" {\n  given not pregnant\n  on day 6 then avoid retinoids\n}\n";
    let free_day = "scenario \"b\" {\n  given not pregnant\n  on day 7 then allowed retinoids\n}\n";
    let others = "scenario \"c\" {\n  given pregnant\n  on day 1 then does not say actives\n}\nscenario \"d\" {\n  | age | skin type | says young |\n  | 17 | II | yes |\n  | 17 | IV | yes |\n  | 17 | I | no |\n  | 17 | V | no |\n  | 18 | II | no |\n}\n";
    let of_young = [
        "age under 18 and skin type in II..IV>not (age under 18 and skin type in II..IV)",
        "under>at least",
        "18>19",
        "18>17",
        "II>I",
        "II>III",
        "IV>III",
        "IV>V",
    ];
    let of_actives = ["7>8", "7>6", "unless pregnant>"];
    let expect = |first: &[&str]| -> Vec<String> {
        first
            .iter()
            .chain(&of_young)
            .map(|one| (*one).to_owned())
            .collect()
    };
    assert_eq!(
        survivors(&format!("{rules}{last_day}")),
        expect(&["7>8", "unless pregnant>"])
    );
    assert_eq!(
        survivors(&format!("{rules}{free_day}")),
        expect(&["7>6", "unless pregnant>"])
    );
    assert_eq!(
        survivors(&format!("{rules}{last_day}{free_day}{others}")),
        Vec::<String>::new()
    );
    assert_eq!(of_actives.len(), 3);
}

/// With labels, so that a scenario can name each sentence.
const LABELLED: &str = "import skin-care
aftercare for 2 weeks
actives: avoid retinoids for 7 days unless pregnant
young: caution \"young\" if age under 18 and skin type in II..IV
covered: avoid makeup for 24..48 hours
series: sessions 3..6 every 4..6 weeks
acid: defer until 6 months after isotretinoin last taken if took isotretinoin within 6 months
call: report fever above 38 C to clinic within 2 hours
when skin type in IV..VI { sun: avoid direct sun for 14 days }
no: refuse if pregnant and age over 40
drinks: limit alcohol to 2 drinks per day for 3 days
heal: avoid swimming until healed, at least 5 days
";

/// What is suggested passes, and notices each change that nothing noticed; without the scenarios for what is not tried,
/// too.
#[test]
fn what_is_suggested_notices_what_nothing_noticed() {
    let text = LABELLED;
    let (before, _) = read(text);
    let protocol = before.protocol.as_ref().unwrap();
    let suggested = suggest(protocol, &before.scenarios).text;
    for suggested in ["", &suggested] {
        let (before, _) = read(text);
        let found = noticing(&[before], &Bundled, suggested);
        assert_eq!(found.left, []);
        assert_eq!(found.untried, 0);
        let pasted = format!("{text}\n{suggested}\n{}", found.text);
        assert_eq!(failures(&pasted), "", "{pasted}");
        assert_eq!(survivors(&pasted), Vec::<String>::new(), "{pasted}");
    }
}

/// How much a sentence permits, which no scenario can name without a label.
#[test]
fn what_no_scenario_can_notice_is_left_and_said() {
    let text = "import skin-care\nlimit alcohol to 2 drinks per day for 3 days\n";
    let (before, _) = read(text);
    let found = noticing(&[before], &Bundled, "");
    let left: Vec<&str> = found.left.iter().map(|one| one.now.as_str()).collect();
    assert_eq!(left, ["3", "1"], "{}", found.text);
    let pasted = format!("{text}\n{}", found.text);
    assert_eq!(survivors(&pasted), ["2>3", "2>1"]);
}

/// On any number of cores: those that stand together are tried after one another.
#[test]
fn what_becomes_of_changes_hangs_on_no_machine() {
    let (suite, _) = shipped(SCENARIOS[0]);
    let all: Vec<Change> = changes(&suite).into_iter().take(12).collect();
    let suites = [suite];
    let of = |changes: &[Change]| -> Vec<Fate> {
        let mutants = mutants(&suites, &Bundled, changes.to_vec());
        mutants.into_iter().map(|one| one.fate).collect()
    };
    let together = of(&all);
    let apart: Vec<Fate> = all.chunks(4).flat_map(of).collect();
    assert_eq!(together, apart);
}

/// Never told as noticed.
#[test]
fn what_is_not_tried_is_told_from_where_on() {
    let (suite, sources) = read(RULES);
    let fates = [Fate::Survived, Fate::Untried, Fate::Untried];
    let mutants: Vec<Mutant> = (changes(&suite).into_iter().zip(fates))
        .map(|(change, fate)| Mutant { change, fate })
        .collect();
    assert_eq!(
        paint(&mutant_lines(&mutants, &sources, 80), false),
        "CHANGES THAT A SCENARIO NOTICES: 0 of 3 (0%)

NOTICED BY NO SCENARIO
  - `8` in place of `7` clinic.rules:3
    actives: avoid retinoids for 7 days

NOT TRIED: 2
  - All changes from `7` in clinic.rules:3 on. So many changes by so many
    scenarios are too many: whether a scenario notices them is not known.
"
    );
}

/// Bundled scenarios, with the protocol that they are about.
fn shipped((name, text): (&str, &str)) -> (Suite, Sources) {
    let mut sources = Sources::new();
    let suite = suite(&mut sources, &Bundled, name, text, &CheckOptions::default());
    let found = &suite.diagnostics;
    assert!(!any_error(found), "{}", plain_all(found, &sources, 80));
    let protocol = name.strip_suffix("-scenarios").unwrap();
    assert_eq!(Some(suite.text.as_str()), bundled(protocol));
    (suite, sources)
}

#[test]
fn each_bundled_protocol_has_scenarios() {
    let names: Vec<String> = (SCENARIOS.iter().map(|(name, _)| (*name).to_owned())).collect();
    let wanted: Vec<String> = (PROTOCOLS.iter().map(|name| format!("{name}-scenarios"))).collect();
    assert_eq!(names, wanted);
}

#[test]
fn each_bundled_protocol_holds_its_scenarios_which_try_all_of_it() {
    for scenarios in SCENARIOS {
        let (suite, sources) = shipped(*scenarios);
        let protocol = suite.protocol.as_ref().unwrap();
        let results = run(protocol, &suite.scenarios);
        let failed = failure_lines(&results, &sources, 80);
        assert!(failed.is_empty(), "{}", paint(&failed, false));
        let tried = coverage(protocol, &suite.scenarios);
        let (met, all) = tried.figures();
        let shown = coverage_lines(&tried, &sources, 80);
        assert_eq!(met, all, "{}", paint(&shown, false));
    }
}

/// A tenth of the changes in CI, all in a full run.
#[test]
fn no_change_of_a_bundled_protocol_goes_unnoticed() {
    for scenarios in SCENARIOS {
        let (suite, sources) = shipped(*scenarios);
        let all = changes(&suite);
        let step = all.len() / usize::try_from(cases(u32::try_from(all.len()).unwrap())).unwrap();
        let some = all.into_iter().step_by(step).collect();
        let mutants = mutants(&[suite], &Bundled, some);
        let survived: Vec<String> = mutants
            .iter()
            .filter(|one| one.fate == Fate::Survived)
            .map(|one| {
                let line = sources.position(one.change.span).line;
                format!("{line}: {} as {}", one.change.was, one.change.now)
            })
            .collect();
        assert_eq!(survived, Vec::<String>::new());
    }
}
