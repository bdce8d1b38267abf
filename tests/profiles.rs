//! Wrong profiles, annotated: every file of `tests/fixtures/profiles/` says under each line what is
//! wrong in it and what its author would write on being told, and the `README.md` there how. All are read
//! against the bundled microneedling protocol.

#![allow(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::diagnostic::{Code, Diagnostic, Fix};
use aftercare_dsl::profile;
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::SourceId;
use aftercare_dsl::vocabulary::Vocabulary;

use crate::annotated::{Annotated, badly_written, fixtures, shown, shown_annotation};

/// The codes of profiles that no file of this size can hold.
const ELSEWHERE: &[Code] = &[Code::ProfileSet, Code::ProfileTooLarge];

#[test]
fn every_mistake_is_found_where_it_stands() {
    let failures: Vec<String> = all().iter().filter_map(Wrong::differs).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

#[test]
fn every_fix_mends_its_mistake_and_makes_no_other() {
    for wrong in all() {
        let before = counts(&wrong.found);
        for one in &wrong.found {
            for fix in &one.fixes {
                let mended = fix.apply(wrong.source, &wrong.document.text);
                let after = counts(&read(&wrong.name, &mended).found);
                let (name, message) = (&wrong.name, &one.message);
                assert!(
                    after.get(&key(one)) < before.get(&key(one)),
                    "{name}: `{message}` stays in\n{mended}"
                );
                let new = after.keys().find(|key| !before.contains_key(*key));
                assert!(new.is_none(), "{name}: {new:?} is new in\n{mended}");
            }
        }
    }
}

#[test]
fn whoever_does_what_the_help_says_has_a_clean_profile() {
    for wrong in all() {
        let text = wrong.helped();
        let left = read(&wrong.name, &text).found;
        assert!(left.is_empty(), "{}: {left:?}\n{text}", wrong.name);
    }
}

#[test]
fn every_near_name_is_offered() {
    let near = all().iter().filter(|wrong| wrong.name.starts_with("near"));
    for wrong in near {
        for one in &wrong.found {
            let offers = one.fixes.len();
            assert_eq!(offers, 1, "{}: {}", wrong.name, one.message);
        }
    }
}

#[test]
fn every_code_of_a_profile_has_one() {
    let found = all().iter().flat_map(|wrong| &wrong.found);
    let codes: BTreeSet<&str> = found.map(|one| one.code.name()).collect();
    for code in Code::ALL.iter().filter(|code| !ELSEWHERE.contains(code)) {
        let name = code.name();
        assert!(
            !name.starts_with("profile-") || codes.contains(name),
            "{name}"
        );
    }
}

#[test]
fn messages_are_written_as_the_house_asks() {
    for wrong in all() {
        for one in &wrong.found {
            let bad = badly_written(one);
            assert!(bad.is_empty(), "{}: {bad:?}", wrong.name);
        }
    }
}

/// A wrong profile.
struct Wrong {
    name: String,
    document: Annotated,
    sources: Sources,
    source: SourceId,
    found: Vec<Diagnostic>,
}

/// What reading a profile found.
struct Read {
    sources: Sources,
    source: SourceId,
    found: Vec<Diagnostic>,
}

/// All of them, read once for all tests.
fn all() -> &'static [Wrong] {
    static ALL: OnceLock<Vec<Wrong>> = OnceLock::new();
    ALL.get_or_init(|| {
        let paths = fixtures("profiles", &["toml", "json"]);
        paths.iter().map(|path| Wrong::read(path)).collect()
    })
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Arc<Vocabulary>> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let text = bundled("microneedling").unwrap();
        let options = CheckOptions::default();
        let checked = check(
            &mut Sources::new(),
            &Bundled,
            "microneedling",
            text,
            &options,
        );
        checked.protocol.unwrap().vocabulary
    })
}

fn read(name: &str, text: &str) -> Read {
    let mut sources = Sources::new();
    let source = sources.add(name, text);
    let (_, found) = profile::read(source, name, text, vocabulary());
    Read {
        sources,
        source,
        found,
    }
}

fn key(one: &Diagnostic) -> (Code, String) {
    (one.code, one.message.clone())
}

fn counts(found: &[Diagnostic]) -> BTreeMap<(Code, String), usize> {
    let mut counts = BTreeMap::new();
    for one in found {
        *counts.entry(key(one)).or_insert(0) += 1;
    }
    counts
}

impl Wrong {
    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = Annotated::read(path);
        let Read {
            sources,
            source,
            found,
        } = read(&name, &document.text);
        Self {
            name,
            document,
            sources,
            source,
            found,
        }
    }

    /// Why the fixture fails, if it does.
    fn differs(&self) -> Option<String> {
        let notes = self.document.notes.iter();
        let mut expected: Vec<String> = notes
            .filter(|(_, note)| !note.starts_with('>'))
            .map(|(line, note)| shown_annotation(*line, note))
            .collect();
        let shown = |one| shown(&self.sources, one);
        let mut found: Vec<String> = self.found.iter().map(shown).collect();
        expected.sort();
        found.sort();
        (expected != found).then(|| {
            let (expected, found) = (expected.join("\n  "), found.join("\n  "));
            format!("{}\n expected\n  {expected}\n found\n  {found}", self.name)
        })
    }

    /// The lines that the author writes anew, by number.
    fn rewritten(&self) -> BTreeMap<usize, Vec<&str>> {
        let mut lines: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (line, note) in &self.document.notes {
            if let Some(text) = note.strip_prefix('>') {
                lines.entry(*line).or_default().push(text.trim_start());
            }
        }
        lines
    }

    /// The text once every help is followed: its author writes anew what `~>` says, and each other
    /// mistake is mended by its fix.
    fn helped(&self) -> String {
        let rewritten = self.rewritten();
        let edits = self.found.iter().filter(|one| {
            let line = self.sources.position(one.span().unwrap()).line;
            !rewritten.contains_key(&usize::try_from(line).unwrap())
        });
        let edits = edits.flat_map(|one| {
            assert_eq!(one.fixes.len(), 1, "{}: `{}`", self.name, one.message);
            one.fixes.iter().flat_map(|fix| fix.edits.clone())
        });
        let fix = Fix {
            edits: edits.collect(),
        };
        let mended = fix.apply(self.source, &self.document.text);
        let lines = mended.lines().enumerate();
        let lines = lines.flat_map(|(at, line)| match rewritten.get(&(at + 1)) {
            Some(texts) => texts.clone(),
            None => vec![line],
        });
        lines.map(|line| format!("{line}\n")).collect()
    }
}
