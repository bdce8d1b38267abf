//! Wrong protocols, annotated: every `tests/fixtures/wrong/*.rules` says under each line what is
//! wrong in it, and `tests/fixtures/wrong/README.md` how.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use aftercare_dsl::analysis::with_findings;
use aftercare_dsl::check::{Bundled, CheckOptions, Found, Library, LoadError, check, mend};
use aftercare_dsl::diagnostic::{Code, Diagnostic, Fix, Severity};
use aftercare_dsl::source::Sources;
use aftercare_dsl::span::SourceId;

use crate::annotated::{Annotated, badly_written, fixtures, shown, shown_annotation, text_of};

/// Warnings that a short fixture would always have: they count where they are annotated.
const USUAL: &[Code] = &[Code::MissingHeader, Code::MissingAftercare];

#[test]
fn every_mistake_is_found_where_it_stands() {
    let failures: Vec<String> = all_ran()
        .iter()
        .filter_map(|(fixture, ran)| fixture.differs(ran))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

#[test]
fn there_are_enough_of_them() {
    assert!(all_ran().len() >= 150, "{} files", all_ran().len());
}

#[test]
fn every_fix_mends_its_mistake_and_makes_no_other() {
    let failures: Vec<String> = all_ran()
        .iter()
        .flat_map(|(fixture, ran)| fixture.bad_fixes(ran))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// Fixes that have one right answer, made together: a file whose mistakes all have one is then clean,
/// and says so with `~= clean`.
#[test]
fn all_fixes_together_leave_what_the_fixture_says() {
    let failures: Vec<String> = all_ran()
        .iter()
        .filter_map(|(fixture, ran)| fixture.differs_mended(ran))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// The fixtures in which every error has one fix, and `check --fix` makes not all of them: it puts no
/// name for another, deletes no word, and fills in nothing that the author is to write.
const LEFT: &[&str] = &[
    "bare-verbs.rules",
    "block-alone.rules",
    "clause-unfit.rules",
    "clauses-of-action.rules",
    "clauses-of-allow.rules",
    "clauses-of-ask.rules",
    "clauses-of-avoid.rules",
    "clauses-of-caution.rules",
    "clauses-of-duty.rules",
    "clauses-of-limit.rules",
    "clauses-of-note.rules",
    "clauses-of-prepare.rules",
    "clauses-of-sessions.rules",
    "clauses-of-steps.rules",
    "clauses-of-tell.rules",
    "clauses-of-visit.rules",
    "dangling.rules",
    "extends-unknown.rules",
    "near-attributes.rules",
    "near-events.rules",
    "near-facts.rules",
    "near-situations.rules",
    "near-symptoms.rules",
    "one-mistake-one-message.rules",
    "reason-without-because.rules",
    "shared-noun.rules",
    "turning-characters.rules",
    "unknown-import.rules",
    "unknown-name-in-condition.rules",
    "unknown-source.rules",
    "unquoted-text.rules",
    "window-not-here.rules",
];

#[test]
fn what_has_one_right_answer_is_mended() {
    let mut left = Vec::new();
    let mut mended = 0;
    for (fixture, before) in all_ran() {
        let text = mend(&Beside, &fixture.name, &fixture.text, &options());
        let after = fixture.run(&text);
        let again = mend(&Beside, &fixture.name, &text, &options());
        assert_eq!(again, text, "{}: mended twice", fixture.name);
        for (key, count) in after.counts() {
            let then = before.counts().get(&key).copied().unwrap_or(0);
            let is_error = key.0.severity() == Severity::Error;
            assert!(!is_error || count <= then, "{}: {key:?}", fixture.name);
        }
        if before.errors().any(|error| error.fixes.len() == 1)
            && before.errors().all(|error| error.fixes.len() == 1)
        {
            mended += 1;
            if after.errors().next().is_some() {
                left.push(fixture.name.as_str());
            }
        }
    }
    assert_eq!(left, LEFT);
    assert!(mended - left.len() >= 20, "{mended}");
}

#[test]
fn messages_are_written_as_the_house_asks() {
    let mut failures = Vec::new();
    for (fixture, ran) in all_ran() {
        for diagnostic in &ran.diagnostics {
            let bad = badly_written(diagnostic);
            failures.extend(bad.iter().map(|text| format!("{}: {text:?}", fixture.name)));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The day of the check.
fn options() -> CheckOptions {
    CheckOptions {
        on: chrono::NaiveDate::from_ymd_opt(2026, 11, 22),
    }
}

/// One annotated document.
pub struct Fixture {
    /// The file's name.
    pub name: String,
    /// The document without its annotations.
    pub text: String,
    /// What is expected, as it is shown: `3: ^^^ code`.
    expected: Vec<String>,
    /// Whether nothing is left once all fixes with one right answer are made.
    clean: bool,
}

/// All of them with what their checks find, found once for all tests.
pub fn all_ran() -> &'static [(Fixture, Ran)] {
    static RAN: OnceLock<Vec<(Fixture, Ran)>> = OnceLock::new();
    RAN.get_or_init(|| {
        let both = all_fixtures().into_iter().map(|fixture| {
            let ran = fixture.run(&fixture.text);
            (fixture, ran)
        });
        both.collect()
    })
}

/// All of them, by name.
fn all_fixtures() -> Vec<Fixture> {
    let paths = fixtures("wrong", &["rules"]);
    paths.iter().map(|path| Fixture::read(path)).collect()
}

impl Fixture {
    fn read(path: &Path) -> Self {
        let Annotated { text, notes } = Annotated::read(path);
        let is_clean = |note: &(usize, String)| note.1 == "= clean";
        let clean = notes.iter().any(is_clean);
        let expected = notes.iter().filter(|note| !is_clean(note));
        Self {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            text,
            expected: expected
                .map(|(line, note)| shown_annotation(*line, note))
                .collect(),
            clean,
        }
    }

    /// Checks `text` in the fixture's place.
    pub fn run(&self, text: &str) -> Ran {
        let mut sources = Sources::new();
        let checked = check(&mut sources, &Beside, &self.name, text, &options());
        let diagnostics = with_findings(&checked);
        Ran {
            main: diagnostics
                .iter()
                .filter_map(Diagnostic::span)
                .map(|span| span.source)
                .min(),
            sources,
            diagnostics,
        }
    }

    /// Why the fixture fails, if it does.
    fn differs(&self, ran: &Ran) -> Option<String> {
        let mut expected = self.expected.clone();
        let mut found: Vec<String> = ran
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic, ran.shown(diagnostic, &self.name)))
            .filter(|(diagnostic, shown)| {
                !USUAL.contains(&diagnostic.code) || expected.contains(shown)
            })
            .map(|(_, shown)| shown)
            .collect();
        expected.sort();
        found.sort();
        (expected != found).then(|| {
            let messages: Vec<String> = ran
                .diagnostics
                .iter()
                .map(|diagnostic| {
                    let labels: Vec<&str> = diagnostic
                        .labels
                        .iter()
                        .map(|label| label.text.as_str())
                        .collect();
                    let help = diagnostic.help.as_deref().unwrap_or_default();
                    format!("    {} [{}] {help}", diagnostic.message, labels.join("; "))
                })
                .collect();
            format!(
                "{}\n  expected\n    {}\n  found\n    {}\n  that is\n{}",
                self.name,
                expected.join("\n    "),
                found.join("\n    "),
                messages.join("\n")
            )
        })
    }

    /// Why the fixture's word on what all fixes leave is wrong, if it is.
    fn differs_mended(&self, ran: &Ran) -> Option<String> {
        let main = ran.main?;
        let all = Fix {
            edits: ran
                .diagnostics
                .iter()
                .filter_map(|one| match one.fixes.as_slice() {
                    [only] => Some(only.edits.clone()),
                    _ => None,
                })
                .flatten()
                .collect(),
        };
        let mended = all.apply(main, &self.text);
        let left = self.run(&mended).diagnostics;
        // Several ways of writing one mistake come to one sentence that is said several times.
        let left: Vec<&str> = left
            .iter()
            .filter(|one| !USUAL.contains(&one.code))
            .filter(|one| !self.clean || one.code != Code::Implied)
            .map(|one| one.message.as_str())
            .collect();
        (left.is_empty() != self.clean)
            .then(|| format!("{}: all fixes leave {left:?}\n{mended}", self.name))
    }

    /// The fixes that do not do what they promise.
    fn bad_fixes(&self, ran: &Ran) -> Vec<String> {
        let Some(main) = ran.main else {
            return Vec::new();
        };
        let before = ran.counts();
        let mut bad = Vec::new();
        for diagnostic in &ran.diagnostics {
            for fix in &diagnostic.fixes {
                let mended = fix.apply(main, &self.text);
                let after = self.run(&mended).counts();
                let key = key(diagnostic);
                let stays = after.get(&key) >= before.get(&key);
                let new: Vec<&(Code, String)> = after
                    .iter()
                    .filter(|(key, count)| {
                        key.0.severity() == Severity::Error
                            && **count > before.get(key).copied().unwrap_or(0)
                    })
                    .map(|(key, _)| key)
                    .collect();
                if stays || !new.is_empty() {
                    bad.push(format!(
                        "{}: the fix for `{}` {}\n{mended}\n{new:?}",
                        self.name,
                        diagnostic.message,
                        if stays {
                            "leaves it"
                        } else {
                            "makes another mistake"
                        },
                    ));
                }
            }
        }
        bad
    }
}

/// What a check found.
pub struct Ran {
    main: Option<SourceId>,
    /// The texts that it read.
    pub sources: Sources,
    /// What it found.
    pub diagnostics: Vec<Diagnostic>,
}

fn key(diagnostic: &Diagnostic) -> (Code, String) {
    (diagnostic.code, diagnostic.message.clone())
}

impl Ran {
    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        let all = self.diagnostics.iter();
        all.filter(|one| one.severity() == Severity::Error)
    }

    fn counts(&self) -> BTreeMap<(Code, String), usize> {
        let mut counts = BTreeMap::new();
        for diagnostic in &self.diagnostics {
            *counts.entry(key(diagnostic)).or_insert(0) += 1;
        }
        counts
    }

    /// A diagnostic as an annotation shows it; one of a whole line may be annotated by its line.
    fn shown(&self, diagnostic: &Diagnostic, main: &str) -> String {
        let span = diagnostic.span().unwrap();
        let code = diagnostic.code.name();
        if self.sources.name(span) != main {
            return format!("{}: {code}", self.sources.name(span));
        }
        if USUAL.contains(&diagnostic.code) {
            return format!("{}: {code}", self.sources.position(span).line);
        }
        shown(&self.sources, diagnostic)
    }
}

/// The bundled files, those of `tests/fixtures/wrong/beside`, and names for each way to fail.
struct Beside;

impl Library for Beside {
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError> {
        match name {
            "both" => {
                return Err(LoadError::Both {
                    beside: "both.rules".to_owned(),
                });
            }
            "away" => return Err(LoadError::LeadsOut),
            "locked" => return Err(LoadError::Unreadable("permission denied".to_owned())),
            _ => {}
        }
        if let Some(level) = name.strip_prefix("deep") {
            let next: usize = level.parse::<usize>().unwrap() + 1;
            return Ok(Some(Found {
                name: name.to_owned(),
                text: format!("import deep{next}\n"),
            }));
        }
        let file = format!("{name}.rules");
        if file == importer {
            return Ok(Some(Found {
                name: file,
                text: String::new(),
            }));
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures/wrong/beside")
            .join(&file);
        match text_of(&path) {
            Some(text) => Ok(Some(Found { name: file, text })),
            None => Bundled.find(name, importer),
        }
    }

    fn names(&self, importer: &str) -> Vec<String> {
        Bundled.names(importer)
    }
}
