//! Scenarios that notice what no scenario notices: of a change that survives, a patient and a day on which the changed
//! protocol comes to something else, as text that passes, and that fails under the change.
//!
//! A change is a new protocol, and what it comes to differently is found as two protocols are compared.

use std::collections::BTreeSet;

use super::alone::Alone;
use super::held::{Said, Stage, deferred_until};
use super::mutate::{self, Change, Fate, Mutant};
use super::read::read;
use super::suggest::{Maker, tree};
use super::{Suite, patient};
use crate::check::{Library, Protocol, Rule};
use crate::eval::Prepared;
use crate::eval::every::{Differing, Looks, Shown, differ};
use crate::plan::{Moment, lines};
use crate::profile::Profile;
use crate::side_by_side::on_all_cores;
use crate::vocabulary::fold;

/// As many patients as are tried of one change.
const TRIED: usize = 40;

/// What could be suggested against changes that no scenario notices.
#[derive(Debug, Clone, Default)]
pub struct Noticing {
    /// Scenarios, in the canonical layout, that pass, each of which fails under a change that survives without it; empty
    /// where there is none.
    pub text: String,
    /// The changes that survive all the same: those that change no plan, and those of which no scenario can tell.
    pub left: Vec<Change>,
    /// How many changes were not tried: see [`MUTATED`](super::MUTATED).
    pub untried: usize,
}

/// Scenarios that notice the changes of the protocol of these suites which neither theirs notice nor those of
/// `suggested`. What they say is what the plan says today, which an author reads before she keeps it. `library` is what
/// the protocol imports.
#[must_use]
pub fn noticing(suites: &[Suite], library: &(dyn Library + Sync), suggested: &str) -> Noticing {
    let Some((first, protocol)) = suites
        .first()
        .and_then(|suite| Some((suite, suite.protocol.as_ref()?)))
    else {
        return Noticing::default();
    };
    let mut suites = suites.to_vec();
    suites.push(with(first, protocol, suggested));
    let mutants = mutate::mutants(&suites, library, super::changes(first));
    let untried = mutants
        .iter()
        .filter(|one| one.fate == Fate::Untried)
        .count();
    let survivors = surviving(mutants);
    let cases = on_all_cores(&survivors, |change| {
        let changed = mutate::changed(&suites, library, change)?;
        case(protocol, &changed, change)
    });
    let text = written(protocol, &suites, cases.into_iter().flatten());
    suites.push(with(first, protocol, &text));
    let left = surviving(mutate::mutants(&suites, library, survivors));
    Noticing {
        text,
        left,
        untried,
    }
}

fn surviving(mutants: Vec<Mutant>) -> Vec<Change> {
    let survived = mutants.into_iter().filter(|one| one.fate == Fate::Survived);
    survived.map(|one| one.change).collect()
}

/// A suite of the same protocol, with the scenarios of a text.
fn with(first: &Suite, protocol: &Protocol, scenarios: &str) -> Suite {
    let file = tree(scenarios);
    let (scenarios, _) = read(protocol, &file);
    Suite {
        file,
        scenarios,
        diagnostics: Vec::new(),
        ..first.clone()
    }
}

/// What notices a change: of which sentence it is, what is given, and what is expected then.
struct Case {
    rule: usize,
    given: Vec<String>,
    day: i64,
    expected: String,
}

/// The first case in which what the changed protocol says is not what the protocol says.
fn case(protocol: &Protocol, changed: &Protocol, change: &Change) -> Option<Case> {
    let maker = Maker::new(protocol);
    let prepared = Prepared::new(changed);
    let differing = differ(protocol, changed, &mut Looks::default());
    let about = |rule: &Rule| rule.span.contains(change.span);
    let own = protocol.rules.iter().position(about);
    let shown = differing.found.iter().flat_map(|one| {
        let rules = own.into_iter().chain(one.old.iter().copied());
        let rules: BTreeSet<usize> = rules.collect();
        one.shown.iter().map(move |shown| (rules.clone(), shown))
    });
    let mut shown: Vec<(BTreeSet<usize>, &Shown)> = shown.collect();
    shown.sort_by_key(|(_, shown)| shown.size);
    shown.into_iter().take(TRIED).find_map(|(rules, shown)| {
        let patient = differing.patient(true, &shown.patient);
        let given = patient::given(&protocol.vocabulary, &patient)?;
        let rule = own.or(rules.first().copied()).unwrap_or(0);
        let tried = tried(&maker, (&differing, shown), &rules, (&given, rule))?;
        let expected = told_apart((&maker, &given), (changed, &prepared), tried)?;
        Some(Case {
            rule,
            given,
            day: shown.day,
            expected,
        })
    })
}

/// What could be expected of a patient on a day, the plainest first.
fn tried(
    maker: &Maker<'_>,
    (differing, shown): (&Differing, &Shown),
    rules: &BTreeSet<usize>,
    (given, rule): (&[String], usize),
) -> Option<Vec<String>> {
    let protocol = maker.protocol;
    let named = shown.thing.as_ref();
    let thing = named.and_then(|named| differing.thing(true, named));
    let rules: Vec<(usize, &Rule)> = rules
        .iter()
        .filter_map(|at| Some((*at, protocol.rules.get(*at)?)))
        .collect();
    let of_rules = rules.iter().flat_map(|(_, rule)| rule.head.things());
    let mut names: Vec<String> = Vec::new();
    for thing in of_rules.chain(&thing) {
        let name = maker.name(thing).filter(|name| !names.contains(name));
        names.extend(name);
    }
    let draft = maker.draft(protocol.rules.get(rule)?, given.to_vec())?;
    let profile = draft.profile();
    let day = Moment::day(profile.treated?.date + chrono::TimeDelta::days(shown.day));
    let mut outcomes: Vec<String> = Vec::new();
    for name in names {
        const ANSWERS: &[&str] = &[
            "avoid",
            "allowed",
            "better not",
            "not covered",
            "provisionally avoid",
            "provisionally better not",
        ];
        outcomes.extend(ANSWERS.iter().map(|answer| format!("{answer} {name}")));
    }
    outcomes.extend(["refused", "contact", "deferred"].map(str::to_owned));
    for (at, rule) in rules {
        outcomes.extend(of_label(maker, (at, rule), profile, day));
    }
    if let Ok(plan) = maker.prepared.plan(profile, Some(day)) {
        outcomes.extend(deferred_until(&plan).map(|date| format!("deferred until {date}")));
    }
    let mut whens = vec![format!("on day {}", shown.day)];
    let time = shown.on.time;
    whens.extend(time.map(|time| format!("on day {} at {}", shown.day, time.format("%H:%M"))));
    let all = whens.iter().flat_map(|when| {
        let outcomes = outcomes.iter();
        outcomes.map(move |outcome| format!("{when} then {outcome}"))
    });
    Some(all.collect())
}

/// What could be expected of a sentence that has a label: that it is said or not, and in which words.
fn of_label(
    maker: &Maker<'_>,
    (at, rule): (usize, &Rule),
    profile: &Profile,
    day: Moment,
) -> Vec<String> {
    let Some(label) = &rule.label else {
        return Vec::new();
    };
    let ways = ["says", "does not say", "provisionally says"];
    let mut outcomes: Vec<String> = ways.map(|way| format!("{way} {label}")).to_vec();
    let Ok(plan) = maker.prepared.plan(profile, Some(day)) else {
        return outcomes;
    };
    let said = Alone(maker.protocol).lines(at, &lines(&plan), profile, day);
    let words = said.into_iter().flat_map(|line| line.words);
    let plain = |words: &String| !words.contains(['"', '\n', '\\']) && !words.trim().is_empty();
    // A date says less to a reader than what the sentence says.
    let (dates, others): (Vec<String>, Vec<String>) = words.filter(plain).partition(|words| {
        words.starts_with(|letter: char| letter.is_ascii_digit()) && words.contains('-')
    });
    for words in others.iter().chain(&dates) {
        outcomes.push(format!("says {label} \"{words}\""));
        outcomes.push(format!("provisionally says {label} \"{words}\""));
    }
    outcomes
}

/// The first of several expectations that holds as the protocol stands, and does not under the change.
fn told_apart(
    (maker, given): (&Maker<'_>, &[String]),
    (changed, prepared): (&Protocol, &Prepared<'_>),
    tried: Vec<String>,
) -> Option<String> {
    let file = tree(&text("x", given, &tried));
    let read = |protocol: &Protocol| {
        let (mut all, mistakes) = read(protocol, &file);
        all.pop().filter(|_| mistakes.is_empty())
    };
    let (was, is) = (read(maker.protocol)?, read(changed)?);
    let protocol = maker.protocol;
    let mut old = Stage::new(protocol, &maker.prepared, Alone(protocol), &was.profile);
    let mut new = Stage::new(changed, prepared, Alone(changed), &is.profile);
    let mut both = was.expectations.iter().zip(&is.expectations);
    let at = both.position(|(was, is)| {
        let differs =
            |said: Option<Said>| matches!(said, Some(said) if !matches!(said, Said::NoPlan(_)));
        old.differs(was).is_none() && differs(new.differs(is))
    })?;
    tried.into_iter().nth(at)
}

/// The cases as scenarios: those of one patient about one sentence are one.
fn written(protocol: &Protocol, suites: &[Suite], cases: impl Iterator<Item = Case>) -> String {
    let mut scenarios: Vec<Case> = Vec::new();
    let mut expected: Vec<BTreeSet<(i64, String)>> = Vec::new();
    for case in cases {
        let same = |one: &Case| one.rule == case.rule && one.given == case.given;
        let one = (case.day, case.expected.clone());
        match scenarios.iter().position(same) {
            Some(at) => expected.iter_mut().skip(at).take(1).for_each(|all| {
                all.insert(one.clone());
            }),
            None => {
                expected.push([one].into());
                scenarios.push(case);
            }
        }
    }
    let known = suites.iter().flat_map(|suite| &suite.scenarios);
    let mut names: BTreeSet<String> = known.map(|one| fold(&one.name)).collect();
    // A table has its name with a number behind.
    let mut is_free = |name: &String| {
        let row = format!("{}, row", fold(name));
        !names.iter().any(|one| one.starts_with(&row)) && names.insert(fold(name))
    };
    let mut out = String::new();
    for (case, expected) in scenarios.iter().zip(expected) {
        let Some(rule) = protocol.rules.get(case.rule) else {
            continue;
        };
        let called = match &rule.label {
            Some(label) => format!("{label} as it stands"),
            None => format!("line {} as it stands", rule.location.line),
        };
        let numbered = (2..).map(|number| format!("{called}, {number}"));
        let mut free = std::iter::once(called.clone()).chain(numbered);
        let Some(name) = free.find(&mut is_free) else {
            continue;
        };
        let expected: Vec<String> = expected.into_iter().map(|(_, one)| one).collect();
        let text = text(&name, &case.given, &expected);
        if let Some(laid_out) = super::suggest::laid_out(&text) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&laid_out);
        }
    }
    out
}

fn text(name: &str, given: &[String], expected: &[String]) -> String {
    format!(
        "scenario \"{name}\" {{\n  given {}\n  {}\n}}\n",
        given.join(", "),
        expected.join("\n  ")
    )
}
