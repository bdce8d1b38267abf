//! `explain CODE` shows a wrong form and a right one: the wrong one gives exactly that code, the right
//! one nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests fail as tests do"
)]

use aftercare_dsl::analysis::with_findings;
use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::profile;
use aftercare_dsl::source::Sources;

/// The codes whose wrong form is told in words, since no line or two can show it; `tests/goldens` and
/// `tests/fixtures/wrong` do.
const IN_WORDS: &[Code] = &[
    Code::TooLarge,
    Code::TooDeep,
    Code::ControlCharacter,
    Code::MissingHeader,
    Code::ImportBoth,
    Code::ImportUnreadable,
    Code::ImportCycle,
    Code::ImportDepth,
    Code::ParentsDiffer,
    Code::ConditionTooLarge,
    Code::DateOutOfRange,
    Code::ProfileSet,
    Code::AskedThing,
];

/// The codes whose right form is no part of a file either.
const NO_FILE: &[Code] = &[Code::MissingHeader, Code::ProfileSet, Code::AskedThing];

/// Warnings that a line or two always have, or that come of what is shown without its use.
const BESIDE: &[Code] = &[
    Code::MissingHeader,
    Code::MissingAftercare,
    Code::UnusedName,
    Code::UnusedSource,
];

/// The codes about imports and headers, whose forms bring their own.
const WHOLE: &[Code] = &[
    Code::NoImport,
    Code::NotAsked,
    Code::UnknownImport,
    Code::ImportPath,
    Code::ImportProtocol,
    Code::RepeatedImport,
    Code::HeaderShape,
    Code::VariantShape,
    Code::ExtendsNothing,
    Code::ExtendsWords,
    Code::UnknownLabel,
    Code::ReplacedTwice,
    Code::ShorterAftercare,
    Code::LoosenedUnsaid,
];

/// What forms speak of and the bundled vocabulary lacks.
const DECLARED: &[(&str, &str)] = &[
    (
        "concerns",
        "fact concerns: any of acne scars, wrinkles, melasma",
    ),
    ("needle depth", "fact needle depth: mm"),
    ("[guide]", "source guide = \"The guide\""),
];

/// Where a key of a profile stands that is no fact.
const HEADINGS: &[(&str, &str)] = &[
    ("treated", ""),
    ("zone", ""),
    ("sessions", ""),
    ("products", ""),
    ("healed", "[events]"),
    ("fever", "[symptoms]"),
];

#[test]
fn every_explanation_holds() {
    let failures: Vec<String> = Code::ALL.iter().filter_map(|code| differs(*code)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// Why a code's explanation does not hold, if it does not.
fn differs(code: Code) -> Option<String> {
    let text = code.explanation().replace('\n', " ");
    let (_, forms) = text.split_once("Wrong: ")?;
    let (wrong, right) = forms.split_once(" Right: ").unwrap();
    let (wrong, right) = (quoted(wrong), quoted(right));
    let name = code.name();
    if !IN_WORDS.contains(&code) {
        let found = codes(code, &wrong);
        if found != [code] {
            return Some(format!("{name}: {wrong:?} gives {found:?}"));
        }
    }
    let is_shown = !right.is_empty() && !NO_FILE.contains(&code);
    let left = if is_shown {
        codes(code, &right)
    } else {
        Vec::new()
    };
    (!left.is_empty()).then(|| format!("{name}: {right:?} gives {left:?}"))
}

#[test]
fn every_explanation_shows_both_forms() {
    for code in Code::ALL {
        let text = code.explanation();
        let forms = ["Wrong: ", "Right: "];
        assert!(
            forms.iter().all(|form| text.contains(form)),
            "{}",
            code.name()
        );
    }
}

/// The texts in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// What is found in a form, the usual warnings aside unless it is about them.
fn codes(code: Code, form: &[&str]) -> Vec<Code> {
    let mut found = if code.name().starts_with("profile-") {
        profile_codes(form)
    } else {
        protocol_codes(code, form)
    };
    found.retain(|one| *one == code || !BESIDE.contains(one));
    found
}

fn protocol_codes(code: Code, form: &[&str]) -> Vec<Code> {
    let mut text = String::new();
    if !WHOLE.contains(&code) {
        text.push_str("import skin-care\n");
        if code != Code::MissingAftercare {
            text.push_str("aftercare for 2 weeks\n");
        }
    }
    let body: Vec<String> = form
        .iter()
        .map(|line| match line.starts_with("if ") {
            true => format!("caution \"x\" {line}"),
            false => (*line).to_owned(),
        })
        .collect();
    let body = body.join("\n");
    for (word, line) in DECLARED {
        let declares = line.split([':', '=']).next().unwrap();
        if body.contains(word) && !body.contains(declares) {
            text.push_str(line);
            text.push('\n');
        }
    }
    // A file without a sentence is a vocabulary, in which nothing need be used.
    text.push_str(&format!("{body}\nnote \"a sentence\"\n"));
    let options = CheckOptions {
        on: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
    };
    let checked = check(
        &mut Sources::new(),
        &Bundled,
        "clinic.rules",
        &text,
        &options,
    );
    with_findings(&checked).iter().map(|one| one.code).collect()
}

fn profile_codes(form: &[&str]) -> Vec<Code> {
    let heading = form.iter().find(|line| line.starts_with('['));
    let lines = form.iter().filter(|line| !line.starts_with('['));
    let mut text = String::new();
    for line in lines {
        let key = line.split([' ', '=']).next().unwrap();
        if line.starts_with('{') {
            text.push_str(&format!("products = [{line}]\n"));
            continue;
        }
        let own = HEADINGS.iter().find(|(word, _)| *word == key);
        let own = own.map_or("[facts]", |(_, heading)| *heading);
        let heading = heading.copied().unwrap_or(own);
        if text.contains(heading) {
            text.push_str(&format!("{line}\n"));
        } else {
            text.push_str(&format!("{heading}\n{line}\n"));
        }
    }
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let protocol = bundled("microneedling").unwrap();
    let checked = check(&mut sources, &Bundled, "clinic.rules", protocol, &options);
    let vocabulary = checked.protocol.unwrap().vocabulary;
    let file = sources.add("patient.toml", text.as_str());
    let (_, found) = profile::read(file, "patient.toml", &text, &vocabulary);
    found.iter().map(|one| one.code).collect()
}
