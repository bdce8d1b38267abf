//! One golden per code: a mistake as its reader sees it, 80 columns wide, in `tests/goldens/CODE.txt`.
//!
//! It is the first one of `tests/fixtures/wrong/CODE.rules`, or else of the first fixture that has
//! one; mistakes of profiles, and those that no small file can hold, stand in the tables below.
//! `AFTERCARE_BLESS=1 cargo test goldens` writes the goldens anew: read what changed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests fail as tests do"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use aftercare_dsl::check::{Bundled, CheckOptions, Protocol, check, thing_asked};
use aftercare_dsl::diagnostic::{Code, Diagnostic};
use aftercare_dsl::eval::evaluate;
use aftercare_dsl::profile;
use aftercare_dsl::render::plain;
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::MAX_BYTES;

use crate::annotated::text_of;
use crate::wrong::all_ran;

/// How wide the page is.
const WIDTH: usize = 80;

/// A profile for each mistake that one can hold; the protocol is the bundled one.
const PROFILES: &[(Code, &str)] = &[
    (
        Code::ProfileAttribute,
        "products = [{ name = \"Stick\", class = \"cleanser\", spf = 30 }]\n",
    ),
    (
        Code::ProfileContradiction,
        "products = [\n  { name = \"Balm\", class = \"moisturiser\", unrecognised = true },\n]\n",
    ),
    (Code::ProfileDate, "[events]\nhealed = 2026-02-30\n"),
    (
        Code::ProfileDateOrder,
        "treated = 2026-06-01\nsessions = [2026-03-30, 2026-06-01]\n",
    ),
    (
        Code::ProfileDuplicate,
        "[facts]\n\"skin type\" = \"IV\"\n\"Skin-type\" = \"V\"\n",
    ),
    (
        Code::ProfileMissing,
        "[symptoms]\nfever = { severe = true }\n",
    ),
    (Code::ProfileNumber, "[facts]\nage = -3\n"),
    (Code::ProfileOffset, "treated = 2026-06-01T10:30:00+01:00\n"),
    (Code::ProfileSyntax, "[facts]\nskin type = \"IV\"\n"),
    (
        Code::ProfileTooLarge,
        "products = [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]\n",
    ),
    (Code::ProfileUnknownKey, "[facts]\npregnnt = true\n"),
    (Code::ProfileUnknownName, "products = [\"Gran's balm\"]\n"),
    (
        Code::ProfileUnknownValue,
        "[facts]\n\"skin type\" = \"VII\"\n",
    ),
    (Code::ProfileUnknownZone, "zone = \"Europe/Londn\"\n"),
    (Code::ProfileWrongKind, "[facts]\npregnant = 1\n"),
    (Code::ProfileWrongPlace, "[facts]\nhealed = 2026-06-06\n"),
];

#[test]
fn every_code_reads_as_its_golden() {
    let shown = shown();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !shown.contains_key(code))
        .map(|code| code.name())
        .collect();
    assert!(missing.is_empty(), "no fixture has one of {missing:?}");
    if std::env::var_os("AFTERCARE_BLESS").is_some() {
        for (code, text) in &shown {
            std::fs::write(golden(*code), text).unwrap();
        }
    }
    let differing: Vec<String> = shown
        .iter()
        .filter(|(code, text)| text_of(&golden(**code)).as_ref() != Some(*text))
        .map(|(code, text)| format!("{} is now\n{text}", code.name()))
        .collect();
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
fn every_golden_is_of_a_code() {
    let codes: BTreeSet<PathBuf> = Code::ALL.iter().map(|code| golden(*code)).collect();
    for entry in folder().read_dir().unwrap() {
        let path = entry.unwrap().path();
        assert!(codes.contains(&path), "{}", path.display());
    }
}

#[test]
fn no_golden_is_wider_than_its_page() {
    for code in Code::ALL {
        for line in text_of(&golden(*code)).unwrap().lines() {
            assert!(line.chars().count() <= WIDTH, "{}: {line}", code.name());
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

fn golden(code: Code) -> PathBuf {
    folder().join(format!("{}.txt", code.name()))
}

/// The text of one mistake of each code.
fn shown() -> BTreeMap<Code, String> {
    let mut shown = BTreeMap::new();
    for (fixture, ran) in all_ran() {
        let code = Code::from_name(fixture.name.trim_end_matches(".rules"));
        let own: Vec<Diagnostic> = ran
            .diagnostics
            .iter()
            .filter(|one| Some(one.code) == code)
            .cloned()
            .collect();
        first_of_each(&mut shown, &own, &ran.sources);
    }
    for (_, ran) in all_ran() {
        first_of_each(&mut shown, &ran.diagnostics, &ran.sources);
    }
    for (code, text) in PROFILES {
        let (found, sources) = profile_mistakes(text);
        let one = found.iter().find(|one| one.code == *code);
        let one = one.unwrap_or_else(|| panic!("{text} is no {}: {found:?}", code.name()));
        shown.insert(*code, plain(one, &sources, WIDTH));
    }
    for (found, sources) in [
        set_without_a_value(),
        too_large(),
        date_out_of_range(),
        asked_with_a_window(),
    ] {
        first_of_each(&mut shown, &found, &sources);
    }
    shown
}

fn first_of_each(shown: &mut BTreeMap<Code, String>, found: &[Diagnostic], sources: &Sources) {
    for one in found {
        shown
            .entry(one.code)
            .or_insert_with(|| plain(one, sources, WIDTH));
    }
}

/// What is found, and the texts that it is found in.
type Mistakes = (Vec<Diagnostic>, Sources);

fn protocol(sources: &mut Sources, text: &str) -> Protocol {
    let options = CheckOptions::default();
    let checked = check(sources, &Bundled, "clinic.rules", text, &options);
    checked.protocol.unwrap()
}

fn microneedling(sources: &mut Sources) -> Protocol {
    protocol(
        sources,
        aftercare_dsl::bundled::bundled("microneedling").unwrap(),
    )
}

fn profile_mistakes(text: &str) -> Mistakes {
    let mut sources = Sources::new();
    let protocol = microneedling(&mut sources);
    let file = sources.add("patient.toml", text);
    let (_, found) = profile::read(file, "patient.toml", text, &protocol.vocabulary);
    (found, sources)
}

/// `--set pregnant`
fn set_without_a_value() -> Mistakes {
    let mut sources = Sources::new();
    let protocol = microneedling(&mut sources);
    let text = "pregnant";
    let source = sources.add("--set", text);
    let mut patient = profile::Profile::default();
    let found = profile::set(&mut patient, source, text, &protocol.vocabulary);
    (found, sources)
}

/// A file of more than 8 MiB.
fn too_large() -> Mistakes {
    let mut sources = Sources::new();
    let line = "# a protocol is a few hundred lines\n";
    let text = line.repeat(MAX_BYTES / line.len() + 1);
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", &text, &options);
    (checked.diagnostics, sources)
}

/// `ask microneedling "makeup for 3 days"`
fn asked_with_a_window() -> Mistakes {
    let mut sources = Sources::new();
    let protocol = microneedling(&mut sources);
    let text = "makeup for 3 days";
    let source = sources.add("the question", text);
    let found = thing_asked(&protocol.vocabulary, source, text).unwrap_err();
    (vec![found], sources)
}

/// A century of restriction that starts in 2150.
fn date_out_of_range() -> Mistakes {
    let mut sources = Sources::new();
    let text = "import skin-care\navoid direct sun for 100 years\n";
    let protocol = protocol(&mut sources, text);
    let facts = "treated = 2150-06-01\n";
    let file = sources.add("patient.toml", facts);
    let (patient, _) = profile::read(file, "patient.toml", facts, &protocol.vocabulary);
    let found = evaluate(&protocol, &patient, None).unwrap_err();
    (vec![found], sources)
}
