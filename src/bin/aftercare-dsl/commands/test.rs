//! `test`: the scenarios of protocols, held against the plans.

use std::ffi::OsString;

use aftercare_dsl::check::{CheckOptions, Library, Protocol};
use aftercare_dsl::diagnostic::Severity;
use aftercare_dsl::render::{self, Tested, paint};
use aftercare_dsl::scenario::{self, Mutant, Noticing, Result as Ran, Scenario, Suite};
use aftercare_dsl::source::Sources;
use clap::{Args, ValueEnum};

use crate::failure::{Exit, Failure};
use crate::load::{self, count};
use crate::origin::Origin;
use crate::{clock, console};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl test clinic.rules
      every scenario of clinic.rules; of one that fails what the plan says, and why
  aftercare-dsl test clinic.rules clinic-scenarios.rules --coverage
      with those of a file beside it, which starts with `scenarios for clinic`:
      which sentences and which days no scenario has tried
  aftercare-dsl test clinic.rules --suggest
      the missing scenarios, to read and to keep where the plan is right: for what is not tried,
      and against changes that no scenario notices
  aftercare-dsl test clinic.rules --mutate
      which changed numbers and conditions no scenario would notice
  aftercare-dsl test microneedling-scenarios --format junit
      those of the bundled protocol, for a program that runs tests

Exit code 0: all hold. 1: one does not, there is none, or a file has errors.";

/// What a result is printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For machines; the JSON Schema is in the repository.
    Json,
    /// For programs that run tests.
    Junit,
}

/// `test PROTOCOL...`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Test {
    /// Files, bundled names, or - for standard input: protocols, or scenarios about one
    #[arg(required = true, value_name = "PROTOCOL")]
    protocols: Vec<OsString>,
    /// Say which sentences, and which days at their bounds, no scenario has tried
    #[arg(long)]
    coverage: bool,
    /// Write the missing scenarios instead, as text that passes: for what is not tried, and against changes that
    /// no scenario notices
    #[arg(long, conflicts_with_all = ["coverage", "mutate", "format"])]
    suggest: bool,
    /// Change each number and condition, and say which changes no scenario notices
    #[arg(long)]
    mutate: bool,
    /// For people, for a program, or for one that runs tests
    #[arg(
        long,
        value_name = "text|json|junit",
        default_value = "text",
        hide_possible_values = true
    )]
    format: Format,
}

/// The suites of one protocol.
struct Group {
    origin: Origin,
    suites: Vec<Suite>,
    scenarios: Vec<Scenario>,
    results: Vec<Ran>,
}

impl Test {
    /// Runs them all and says what became of them.
    pub fn run(&self) -> Result<Exit, Failure> {
        if self.protocols.iter().filter(|one| *one == "-").count() > 1 {
            return Err(Failure::usage("standard input can be tested once only"));
        }
        let mut sources = Sources::new();
        let mut groups: Vec<Group> = Vec::new();
        let mut wrong = false;
        for argument in &self.protocols {
            let origin = Origin::parse(argument)?;
            let suite = load(&origin, &mut sources)?;
            let errors: Vec<_> = suite
                .diagnostics
                .iter()
                .filter(|one| one.severity() == Severity::Error)
                .cloned()
                .collect();
            console::diagnostics(&errors, &sources);
            match suite.protocol {
                Some(_) => group(origin, suite, &mut groups),
                None => wrong = true,
            }
        }
        for group in &mut groups {
            group.run();
        }
        if self.suggest {
            suggest(&groups, &sources)?;
        } else {
            self.say(&groups, &sources)?;
        }
        let passed = |group: &Group| group.results.iter().all(Ran::passed);
        let some = |group: &Group| !group.results.is_empty();
        let good = groups
            .iter()
            .all(|group| passed(group) && (self.suggest || some(group)));
        Ok(if good && !wrong {
            Exit::Done
        } else {
            Exit::Errors
        })
    }

    fn say(&self, groups: &[Group], sources: &Sources) -> Result<(), Failure> {
        let tested: Vec<Tested<'_>> = groups.iter().filter_map(|one| self.tested(one)).collect();
        match self.format {
            Format::Json => console::print(&render::test_json(&tested, sources)),
            Format::Junit => console::print(&render::junit(&tested, sources)),
            Format::Text => console::print(&text(&tested, sources)),
        }
    }

    fn tested<'g>(&self, group: &'g Group) -> Option<Tested<'g>> {
        let protocol = group.suites.first()?.protocol.as_ref()?;
        let library = group.origin.library();
        Some(Tested {
            file: &protocol.file,
            title: protocol.title.as_deref(),
            fingerprint: &protocol.fingerprint,
            results: &group.results,
            coverage: self
                .coverage
                .then(|| scenario::coverage(protocol, &group.scenarios)),
            mutants: self.mutate.then(|| group.mutants(library.as_ref())),
        })
    }
}

fn load(origin: &Origin, sources: &mut Sources) -> Result<Suite, Failure> {
    Ok(match load::text(origin, sources)? {
        Ok(text) => {
            let on = clock::today(None);
            let options = CheckOptions { on: Some(on) };
            let library = origin.library();
            scenario::suite(sources, library.as_ref(), &origin.name(), &text, &options)
        }
        Err(diagnostic) => Suite {
            diagnostics: vec![*diagnostic],
            ..Suite::default()
        },
    })
}

/// Puts a suite with the others of its protocol.
fn group(origin: Origin, suite: Suite, groups: &mut Vec<Group>) {
    let file = |suite: &Suite| suite.protocol.as_ref().map(|one| one.file.clone());
    let same = |group: &&mut Group| group.suites.first().map(file) == Some(file(&suite));
    match groups.iter_mut().find(same) {
        Some(group) => group.suites.push(suite),
        None => groups.push(Group {
            origin,
            suites: vec![suite],
            scenarios: Vec::new(),
            results: Vec::new(),
        }),
    }
}

impl Group {
    /// What becomes of each change of the protocol.
    fn mutants(&self, library: &(dyn Library + Sync)) -> Vec<Mutant> {
        let changes = self.suites.first().map(scenario::changes);
        scenario::mutants(&self.suites, library, changes.unwrap_or_default())
    }

    fn run(&mut self) {
        let all = self.suites.iter().flat_map(|suite| suite.scenarios.clone());
        self.scenarios = all.collect();
        let protocol = self
            .suites
            .first()
            .and_then(|suite| suite.protocol.as_ref());
        if let Some(protocol) = protocol {
            self.results = scenario::run(protocol, &self.scenarios);
        }
    }
}

/// The failures, what was asked for beside, and a line for each protocol.
fn text(all: &[Tested<'_>], sources: &Sources) -> String {
    let (width, colour) = (console::out_width(), console::out_colour());
    let mut out = String::new();
    for tested in all {
        let failed = render::failure_lines(tested.results, sources, width);
        if !failed.is_empty() {
            out.push_str(&format!("{}\n", paint(&failed, colour)));
        }
        let coverage = tested.coverage.as_ref();
        let coverage = coverage.map(|one| render::coverage_lines(one, sources, width));
        let mutants = tested.mutants.as_ref();
        let mutants = mutants.map(|all| render::mutant_lines(all, sources, width));
        for lines in coverage.into_iter().chain(mutants) {
            out.push_str(&format!("{}\n", paint(&lines, colour)));
        }
        out.push_str(&format!(
            "{}: {}\n",
            render::escape(tested.file),
            summary(tested.results)
        ));
    }
    out
}

fn summary(results: &[Ran]) -> String {
    if results.is_empty() {
        return "no scenario; `--suggest` writes some".to_owned();
    }
    let expected = results.iter().map(|one| one.expected).sum();
    let ran = format!(
        "{} with {}",
        count(results.len(), "scenario"),
        count(expected, "expectation")
    );
    match results.iter().filter(|one| !one.passed()).count() {
        0 => format!("{ran}: all hold"),
        failed => format!("{ran}: {failed} failed"),
    }
}

/// The missing scenarios on standard output, alone; what else is to be said beside it.
fn suggest(groups: &[Group], sources: &Sources) -> Result<(), Failure> {
    let mut out = String::new();
    for group in groups {
        let Some(protocol) = group
            .suites
            .first()
            .and_then(|suite| suite.protocol.as_ref())
        else {
            continue;
        };
        let suggested = scenario::suggest(protocol, &group.scenarios);
        let library = group.origin.library();
        let noticing = scenario::noticing(&group.suites, library.as_ref(), &suggested.text);
        for (place, why) in &suggested.left {
            let place = format!("{}:{}", render::escape(&place.file), place.line);
            console::note("note", &format!("nothing is suggested for {place}: {why}"));
        }
        unnoticed(&noticing, protocol, sources);
        if suggested.text.is_empty() && noticing.text.is_empty() {
            let file = render::escape(&protocol.file);
            console::note(
                "note",
                &format!("no scenario can be added to those of {file}"),
            );
        }
        let failed = group.results.iter().filter(|one| !one.passed()).count();
        if failed > 0 {
            let failed = count(failed, "scenario");
            console::note(
                "note",
                &format!("{failed} failed; without `--suggest` it is said why"),
            );
        }
        for text in [suggested.text, noticing.text] {
            if !out.is_empty() && !text.is_empty() {
                out.push('\n');
            }
            out.push_str(&text);
        }
    }
    console::print(&out)
}

/// The changes that no scenario could be written against.
fn unnoticed(noticing: &Noticing, protocol: &Protocol, sources: &Sources) {
    for change in &noticing.left {
        let place = sources.position(change.span).line;
        let file = render::escape(sources.name(change.span));
        let was = render::escape(&change.was);
        let what = match change.now.as_str() {
            "" => format!("`{was}` left out"),
            now => format!("`{}` in place of `{was}`", render::escape(now)),
        };
        let mut rules = protocol.rules.iter();
        let rule = rules.find(|rule| rule.span.contains(change.span));
        let why = match rule {
            Some(rule) if rule.label.is_none() => {
                "; one may name its sentence once that has a label"
            }
            _ => "",
        };
        console::note(
            "note",
            &format!("no scenario was found that notices {what}, {file}:{place}{why}"),
        );
    }
    if noticing.untried > 0 {
        let untried = count(noticing.untried, "change");
        console::note(
            "note",
            &format!("{untried} past the limit: whether a scenario notices more is not known"),
        );
    }
}
