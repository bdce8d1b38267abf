//! The limits that README.md publishes are those of the code: at each one a text is read, past it not.

use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::render::{PRINTED, plain_all};
use aftercare_dsl::source::Sources;
use aftercare_dsl::{check, eval, profile, syntax};

use super::{checked, watched};
use crate::docs::tables::table;

/// The number in the row that starts with `what`.
fn published(what: &str) -> usize {
    let rows = table("Limits");
    let row = rows.iter().find(|row| row[0] == what);
    let row = row.unwrap_or_else(|| panic!("no row `{what}`"));
    let number = row[1].split_whitespace().next().unwrap_or_default();
    let number = number.replace(',', "");
    number
        .parse()
        .unwrap_or_else(|_| panic!("no number: {row:?}"))
}

/// Whether a protocol has a mistake of this kind.
fn has(code: Code, text: &str) -> bool {
    let (checked, _) = checked(text);
    checked.diagnostics.iter().any(|one| one.code == code)
}

/// Asserts that `text` of a limit has no such mistake, and of one more has it.
fn starts_past(limit: usize, code: Code, text: impl Fn(usize) -> String) {
    assert!(!has(code, &text(limit)), "{limit} is too many");
    assert!(has(code, &text(limit + 1)), "{} is not too many", limit + 1);
}

/// The mistakes of a profile.
fn profile_codes(text: &str) -> Vec<Code> {
    let (checked, _) = checked("import skin-care\n");
    let source = Sources::new().add("p.toml", text);
    let (_, mistakes) = profile::read(source, "p.toml", text, &checked.vocabulary);
    mistakes.iter().map(|one| one.code).collect()
}

#[test]
fn every_row_is_tested_here() {
    const HERE: &str = include_str!("limits.rs");
    for row in table("Limits") {
        assert!(HERE.contains(&format!("\"{}\"", row[0])), "{row:?}");
    }
}

#[test]
fn bytes() {
    let limit = published("a file, protocol or profile") * 1024 * 1024;
    assert_eq!((syntax::MAX_BYTES, profile::MAX_BYTES), (limit, limit));
    let text = format!("# {}", "x".repeat(limit - 1));
    assert!(has(Code::TooLarge, &text));
    assert_eq!(profile_codes(&text), [Code::ProfileTooLarge]);
    let label = published("a list of ingredients") * 1024;
    assert_eq!(eval::MAX_LABEL, label);
}

#[test]
fn sentences() {
    // `size` reads a hundred thousand.
    let rows = table("Limits");
    let row = rows.iter().find(|row| row[0] == "sentences");
    assert!(row.is_some_and(|row| row[1].contains("more than 100,000")));
    let line = "avoid makeup for 2 days\n";
    assert!(syntax::MAX_BYTES / line.len() > 100_000);
}

#[test]
fn nesting() {
    let limit = published("parentheses or blocks inside each other");
    assert_eq!(syntax::MAX_DEPTH, limit);
    starts_past(limit, Code::TooDeep, |depth| {
        format!(
            "refuse if {}pregnant{}",
            "(".repeat(depth),
            ")".repeat(depth)
        )
    });
    starts_past(limit, Code::TooDeep, |depth| {
        format!(
            "{}{}",
            "section \"a\" {\n".repeat(depth),
            "}\n".repeat(depth)
        )
    });
    let limit = published("brackets of a profile inside each other");
    let nested = |depth: usize| format!("x = {}{}", "[".repeat(depth), "]".repeat(depth));
    let [read, refused] = [limit, limit + 1].map(|depth| profile_codes(&nested(depth)));
    assert!(!read.contains(&Code::ProfileTooLarge), "{read:?}");
    assert!(refused.contains(&Code::ProfileTooLarge), "{refused:?}");
}

#[test]
fn classes() {
    let limit = published("classes that lie in each other");
    assert_eq!(check::MAX_CLASSES_DEEP, limit);
    let tower = |things: usize, upwards: bool| {
        let mut lines: Vec<String> = (1..things)
            .map(|at| format!("substance storey {at} in storey {}\n", at - 1))
            .collect();
        lines.insert(0, "substance storey 0\n".to_owned());
        if upwards {
            lines.reverse();
        }
        lines.concat()
    };
    starts_past(limit, Code::TooDeep, |things| tower(things, false));
    starts_past(limit, Code::TooDeep, |things| tower(things, true));
    let mistakes = watched(move || super::errors(&tower(10_000, true)));
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
}

/// Each class lies in both of the level above, which gives 2^60 ways from the top to the bottom.
#[test]
fn classes_that_many_ways_lead_to_are_answered_once() {
    let mut text =
        "treatment microneedling\nsubstance top\nsubstance a0 in top\nsubstance b0 in top\n"
            .to_owned();
    for level in 1..60 {
        for side in ["a", "b"] {
            let above = level - 1;
            text += &format!("substance {side}{level} in a{above}, b{above}\n");
        }
    }
    text += "avoid top for 7 days\navoid a59 for 9 days\n";
    let answers = watched(move || {
        let (checked, shown) = checked(&text);
        let protocol = checked.protocol.unwrap_or_else(|| panic!("{shown}"));
        let treated = "treated = 2026-06-01\n";
        let source = Sources::new().add("p.toml", treated);
        let (patient, _) = profile::read(source, "p.toml", treated, &protocol.vocabulary);
        let plan = eval::evaluate(&protocol, &patient, None).unwrap();
        let still = plan.directives.iter().flat_map(|line| &line.still_held);
        let still: Vec<String> = still.flat_map(|held| held.things.clone()).collect();
        (plan.things.len(), still)
    });
    assert_eq!(answers, (2, vec!["a59".to_owned()]));
}

#[test]
fn imports() {
    let limit = published("imports that import others, protocols that extend others");
    let too_deep = |chain: fn(usize) -> (Vec<Code>, bool), files: usize| {
        chain(files - 1).0.contains(&Code::ImportDepth)
    };
    for chain in [super::imports::chain, super::variants::chain] {
        assert!(!too_deep(chain, limit));
        assert!(too_deep(chain, limit + 1));
    }
}

#[test]
fn mistakes() {
    let limit = published("mistakes of a file that are looked into");
    assert_eq!(syntax::MAX_MISTAKES, limit);
    // Of misspelt lines each is told, up to the limit.
    let (checked, _) = checked(&"aviod makeup\n".repeat(limit + 100));
    let told = checked
        .diagnostics
        .iter()
        .filter(|one| one.code == Code::UnknownHead)
        .count();
    assert!((limit - 1..=limit).contains(&told), "{told}");
    let limit = published("mistakes that are printed");
    assert_eq!(PRINTED, limit);
    let mut sources = Sources::new();
    let text = "aviod makeup\n".repeat(limit + 1);
    let source = sources.add("a.rules", text.as_str());
    let parsed = syntax::parse(source, &text, &std::collections::BTreeSet::new());
    let shown = plain_all(&parsed.diagnostics, &sources, 80);
    assert_eq!(shown.matches("error[").count(), limit);
}

#[test]
fn decisions() {
    assert_eq!(eval::NODE_LIMIT, published("conditions decided exactly"));
}

/// `analysis` in tests has thousands of sentences that all meet.
#[test]
fn pairs() {
    let limit = published("pairs of sentences looked at for every patient");
    assert_eq!(aftercare_dsl::analysis::LIMIT, limit);
}

#[test]
fn examples_of_a_comparison() {
    let limit = published("examples of a comparison");
    assert_eq!(aftercare_dsl::analysis::CONFIRMED, limit);
}

/// Past it nothing is said of a change: `mutate` in the library has the counts.
#[test]
fn changes_by_scenarios() {
    let limit = published("changes of a protocol by its scenarios");
    assert_eq!(aftercare_dsl::scenario::MUTATED, limit);
}

#[test]
fn sessions() {
    let limit = published("sessions of a course");
    starts_past(limit, Code::OutOfRange, |sessions| {
        format!("import skin-care\nsessions {sessions} every 4 weeks")
    });
}

#[test]
fn numbers() {
    let limit = published("a number");
    starts_past(limit, Code::OutOfRange, |number| {
        format!("import skin-care\nfact thickness: mm\nrefuse if thickness over {number} mm")
    });
}

#[test]
fn dates() {
    let row = table("Limits")
        .into_iter()
        .find(|row| row[0] == "dates")
        .expect("the row");
    let numbers = row[1].split(|letter: char| !letter.is_ascii_digit());
    let numbers: Vec<i32> = numbers.filter_map(|number| number.parse().ok()).collect();
    let [first, last, years] = numbers[..] else {
        panic!("{row:?}")
    };
    let dated = |date: String| {
        has(Code::ImpossibleDate, &format!("effective {date}"))
            || has(Code::OutOfRange, &format!("effective {date}"))
    };
    assert!(!dated(format!("{first}-01-01")) && !dated(format!("{last}-12-31")));
    assert!(dated(format!("{}-12-31", first - 1)) && dated(format!("{}-01-01", last + 1)));
    starts_past(years as usize, Code::OutOfRange, |years| {
        format!("aftercare for {years} years")
    });
}

#[test]
fn findings_with_a_scenario() {
    let limit = published("findings shown by a scenario");
    let shown = |count: usize, more: usize| {
        let ban = |at: usize| format!("avoid \"thing {at}\" from day 2\n");
        let text: String = (1..=count).map(ban).collect();
        let others: String = (0..more).map(|at| format!("note \"{at}\"\n")).collect();
        let (checked, _) = checked(&format!("import skin-care\n{text}note \"x\"\n{others}"));
        let found = aftercare_dsl::analysis::findings(&checked.protocol.unwrap());
        assert_eq!(found.len(), count);
        let with = found.iter().filter(|one| one.scenario.is_some());
        with.count()
    };
    assert_eq!(shown(limit, 0), limit);
    assert_eq!(shown(limit + 3, 0), limit);
    assert_eq!(shown(limit, 1_250 - limit - 1), 2);
    assert_eq!(shown(limit, 1_250 - limit), 1);
}

/// No patient is under seven and over fourteen: what is told all the same is past the limit.
#[test]
fn pairs_of_expected_and_reported_symptoms() {
    let row = "pairs of an expected and a reported symptom of which one patient is looked for";
    starts_past(published(row), Code::ExpectedAndReported, |pairs| {
        let pair = |index: usize| {
            format!(
                "symptom sign{index}\nexpect sign{index} if age under 7\n\
                 report sign{index} to clinic if age over 14\n"
            )
        };
        let pairs: String = (0..pairs).map(pair).collect();
        format!("import skin-care\n{pairs}")
    });
}
