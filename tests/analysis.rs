//! What holds for every patient, against each patient asked one by one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod cause;
mod gap;
mod implied;
mod shown;
mod solver;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use aftercare_dsl::analysis::{HeldBack, held_back, never};
use aftercare_dsl::check::{Head, Protocol, Rule, Window};
use aftercare_dsl::eval::Prepared;
use aftercare_dsl::plan::{Directive, Plan};
use aftercare_dsl::profile::Profile;
use proptest::prelude::*;

use crate::support::{config, read};

const FACTS: &str = "import skin-care\naftercare for 10 days\nfact smoker: yes or no\n\
    fact phase: ordered early, middle, late\n";

/// The same with a vocabulary that is small enough for many protocols.
const SMALL: &str = "aftercare for 10 days\nfact smoker: yes or no\n\
    fact phase: ordered early, middle, late\nfact age: years\n\
    substance makeup {\nfoundation\nmascara\n}\nsubstance cleanser\n\
    substance sunscreen {\nmineral sunscreen\nspray sunscreen\n}\n\
    substance retinoids {\ntretinoin cream\nadapalene\n}\n";

/// Each patient of whom all that the sentences ask about is known, facts that do not apply included.
pub fn patients() -> Vec<String> {
    let smoker = ["yes", "no", "does not apply"];
    let phase = ["early", "middle", "late", "does not apply"];
    let ages = ["6", "7", "10", "14", "15", "\"does not apply\""];
    let mut all = Vec::new();
    for smoker in smoker {
        for phase in phase {
            for age in ages {
                all.push(format!(
                    "treated = 2026-06-01T10:00\n[facts]\nsmoker = \"{smoker}\"\nphase = \"{phase}\"\nage = {age}\n"
                ));
            }
        }
    }
    all
}

fn conditions() -> impl Strategy<Value = String> {
    let one = prop_oneof![
        Just("smoker"),
        Just("not smoker"),
        Just("phase in early..middle"),
        Just("phase = late"),
        Just("not phase = middle"),
        Just("age under 7"),
        Just("age over 14"),
        Just("age at least 7"),
    ];
    prop_oneof![
        2 => Just(String::new()),
        3 => one.clone().prop_map(|one| format!(" if {one}")),
        3 => (one.clone(), one.clone()).prop_map(|(one, two)| format!(" if ({one}) and ({two})")),
        2 => (one.clone(), one).prop_map(|(one, two)| format!(" if ({one}) or ({two})")),
    ]
}

fn sentences() -> impl Strategy<Value = String> {
    let things = prop_oneof![
        Just("makeup"),
        Just("foundation"),
        Just("cleanser"),
        Just("sunscreen"),
        Just("mineral sunscreen"),
        Just("retinoids"),
        Just("tretinoin cream"),
    ];
    let windows = prop_oneof![
        Just(String::new()),
        (1..9_u8).prop_map(|days| format!(" for {days} days")),
        (1..4_u8, 0..5_u8).prop_map(|(first, more)| format!(" on days {first}..{}", first + more)),
        (1..9_u8).prop_map(|day| format!(" from day {day}")),
        (1..40_u8).prop_map(|hours| format!(" for {hours} hours")),
    ];
    let verbs = prop_oneof![
        3 => Just("avoid"),
        1 => Just("use"),
        1 => Just("allow"),
    ];
    (verbs, things, windows, conditions())
        .prop_map(|(verb, thing, window, condition)| format!("{verb} {thing}{window}{condition}\n"))
}

/// Whether a plan holds the first of two sentences back, and, where its author left the window unsaid,
/// whether altogether.
fn is_held_back(plan: &Plan, unsaid: bool) -> bool {
    let held = |one: &&Directive| !one.held_back_by.is_empty();
    let mut held = plan.directives.iter().filter(held);
    held.any(|one| one.never_in_force || !unsaid)
}

/// Sentences of which no two say the same: those are joined, whatever their conditions.
fn different() -> impl Strategy<Value = Vec<String>> {
    let several = prop::collection::vec(sentences(), 2..7);
    several.prop_map(|mut sentences| {
        let mut said = BTreeSet::new();
        let says = |one: &String| one.split(" if ").next().map(|says| says.trim().to_owned());
        sentences.retain(|one| said.insert(says(one)));
        sentences
    })
}

/// A protocol of these sentences.
fn protocol(sentences: &[String]) -> Protocol {
    protocol_under(FACTS, sentences)
}

/// The same under a header of its own.
fn protocol_under(header: &str, sentences: &[String]) -> Protocol {
    let text = format!("{header}{}", sentences.concat());
    read(&text, "").unwrap().0
}

/// All patients as a protocol's profiles.
fn everybody(protocol: &Protocol) -> Vec<Profile> {
    let texts = patients().into_iter();
    texts.map(|text| patient(protocol, &text)).collect()
}

/// All patients under [`SMALL`], read once: its sentences declare nothing, so that all its protocols name alike.
fn everybody_under_small() -> &'static [Profile] {
    static EVERYBODY: OnceLock<Vec<Profile>> = OnceLock::new();
    EVERYBODY.get_or_init(|| everybody(&protocol_under(SMALL, &[])))
}

/// What is asked, in the order in which [`patients`] differ.
const ASKED: [&str; 3] = ["smoker", "phase", "age"];

/// The patients who can differ under these sentences: all who differ in what one of them asks.
fn who_differ<'a>(
    everybody: &'a [Profile],
    sentences: &'a [&'a String],
) -> impl Iterator<Item = &'a Profile> {
    let asks = |fact| sentences.iter().any(|one| one.contains(fact));
    let asked = ASKED.map(asks);
    // As they are nested: three of `smoker`, four of `phase`, six of `age`.
    let first_of_unasked = move |at: usize| {
        let values = [at / 24, at / 6 % 4, at % 6];
        values
            .into_iter()
            .zip(asked)
            .all(|(value, asked)| asked || value == 0)
    };
    let all = everybody.iter().enumerate();
    all.filter(move |(at, _)| first_of_unasked(*at))
        .map(|(_, patient)| patient)
}

/// A protocol with its sentences as they are written, and all patients.
struct Case<'a> {
    protocol: Protocol,
    sentences: &'a [String],
    everybody: &'a [Profile],
}

impl Case<'_> {
    /// The sentence of a rule.
    fn said(&self, rule: &Rule) -> &String {
        let behind = self
            .protocol
            .rules
            .iter()
            .filter(|one| one.location.line > rule.location.line);
        &self.sentences[self.sentences.len() - 1 - behind.count()]
    }

    /// The pairs of sentences, by line, of which the second holds back the first for some patient: each pair
    /// by itself, and each patient by itself.
    fn one_by_one(&self) -> BTreeSet<(u32, u32)> {
        let mut found = BTreeSet::new();
        let is_ban = |rule: &Rule| matches!(rule.head, Head::Avoid { .. });
        let rules = &self.protocol.rules;
        let mut pair = self.protocol.clone();
        for held in rules.iter().filter(|rule| !is_ban(rule)) {
            for by in rules.iter().filter(|rule| is_ban(rule)) {
                pair.rules = vec![held.clone(), by.clone()];
                let prepared = Prepared::new(&pair);
                let unsaid = held.window == Window::Unsaid;
                let said = [self.said(held), self.said(by)];
                let holds = who_differ(self.everybody, &said).any(|patient| {
                    let plan = prepared.plan(patient, None).unwrap();
                    is_held_back(&plan, unsaid)
                });
                if holds {
                    found.insert((held.location.line, by.location.line));
                }
            }
        }
        found
    }

    /// What is found to be held back is what is found patient by patient.
    fn the_same_is_held_back(&self) -> Result<(), String> {
        let lines = |one: &HeldBack<'_>| (one.held.location.line, one.by.location.line);
        let all_at_once = held_back(&self.protocol).found;
        let found: BTreeSet<(u32, u32)> = all_at_once.iter().map(lines).collect();
        let expected = self.one_by_one();
        let same = found == expected;
        same.then_some(())
            .ok_or_else(|| format!("{found:?} for {expected:?}"))
    }

    /// What applies to nobody is in no patient's plan, and all else is in somebody's.
    fn nobody_has_what_never_applies(&self) -> Result<(), String> {
        let prepared = Prepared::new(&self.protocol);
        let mut in_a_plan = BTreeSet::new();
        let said: Vec<&String> = self.sentences.iter().collect();
        let never = never(&self.protocol);
        let nobody: BTreeSet<_> = never.iter().map(|one| &one.rule.condition).collect();
        for patient in who_differ(self.everybody, &said) {
            let plan = prepared.plan(patient, None).unwrap();
            let directives = plan.directives.iter();
            in_a_plan.extend(directives.map(|one| one.rule.location.line));
            // Nothing is said to apply to nobody, and all is in a plan: no further patient tells more.
            if nobody.is_empty() && in_a_plan.len() == self.protocol.rules.len() {
                break;
            }
        }
        let wrong = self.protocol.rules.iter().find(|rule| {
            nobody.contains(&rule.condition) == in_a_plan.contains(&rule.location.line)
        });
        wrong.map_or(Ok(()), |rule| Err(format!("line {}", rule.location.line)))
    }

    fn holds(&self, property: fn(&Self) -> Result<(), String>) -> Result<(), TestCaseError> {
        let told = property(self);
        told.map_err(|why| TestCaseError::fail(format!("{why}\n{}", self.sentences.concat())))
    }
}

fn small(sentences: &[String]) -> Case<'_> {
    Case {
        protocol: protocol_under(SMALL, sentences),
        sentences,
        everybody: everybody_under_small(),
    }
}

proptest! {
    #![proptest_config(config(20_000))]

    #[test]
    fn what_is_held_back_for_some_patient_is_found_and_nothing_else(sentences in different()) {
        small(&sentences).holds(Case::the_same_is_held_back)?;
    }

    #[test]
    fn what_applies_to_nobody_is_in_no_plan(sentences in different()) {
        small(&sentences).holds(Case::nobody_has_what_never_applies)?;
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn both_are_so_with_all_names_of_the_stock(sentences in different()) {
        let protocol = protocol(&sentences);
        let everybody = everybody(&protocol);
        let case = Case { protocol, sentences: &sentences, everybody: &everybody };
        case.holds(Case::the_same_is_held_back)?;
        case.holds(Case::nobody_has_what_never_applies)?;
    }
}

fn patient(protocol: &Protocol, text: &str) -> Profile {
    let mut sources = aftercare_dsl::source::Sources::new();
    let source = sources.add("patient.toml", text);
    let (patient, mistakes) =
        aftercare_dsl::profile::read(source, "patient.toml", text, &protocol.vocabulary);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    patient
}

/// A permission on some days after an event, under a ban of some days: whether they meet hangs on the day
/// of the event, of which each is tried here.
#[test]
fn an_event_on_any_day_that_matters_is_found() {
    for (ban, from, meets) in [
        (
            "avoid makeup on days 9..10",
            "from 3 days after healed",
            true,
        ),
        ("avoid makeup on days 9..10", "from day 11", false),
        ("avoid makeup from day 20", "from healed", true),
        (
            "avoid makeup on days -5..-3",
            "from 2 days after healed",
            false,
        ),
    ] {
        let sentences = [format!("{ban}\n"), format!("allow makeup {from}\n")];
        let protocol = protocol(&sentences);
        let found = !held_back(&protocol).found.is_empty();
        assert_eq!(found, meets, "{ban}; {from}");
        let prepared = Prepared::new(&protocol);
        let on_each_day = (0..40_u64).any(|day| {
            let treated = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
            let healed = treated + chrono::Days::new(day);
            let text = format!("treated = 2026-06-01T10:00:00\n[events]\nhealed = {healed}\n");
            let patient = patient(&protocol, &text);
            let on = aftercare_dsl::plan::Moment::day(healed);
            let plan = prepared.plan(&patient, Some(on)).unwrap();
            is_held_back(&plan, false)
        });
        assert_eq!(found, on_each_day, "{ban}; {from}");
    }
}

/// Of thousands of sentences that all meet, `check` did not end within minutes.
#[test]
fn where_thousands_meet_it_is_said_that_not_all_was_decided() {
    let sentence = |at: u32| match at % 2 {
        0 => format!(
            "avoid makeup for {} hours if age over {}\n",
            at + 2,
            at % 100
        ),
        _ => format!(
            "allow makeup from {} hours if age under {}\n",
            at + 1,
            at % 100 + 2
        ),
    };
    let sentences: Vec<String> = (0..6_000).map(sentence).collect();
    let all = held_back(&protocol(&sentences[..200])).undecided;
    assert!(!all);
    let many = protocol(&sentences);
    let told = aftercare_dsl::analysis::findings(&many);
    let undecided =
        |one: &aftercare_dsl::diagnostic::Diagnostic| one.message.contains("not all pairs");
    assert!(
        told.len() > 500 && told.iter().any(undecided),
        "{}",
        told.len()
    );
}
