//! The short way and the long one, on generated windows, conditions and patients.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::ground::Ground;
use super::verdict::Verdict;
use super::window::Awaited;
use crate::check::{Bundled, CheckOptions, Protocol, check};
use crate::eval::diagram::Node;
use crate::eval::line::fall;
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::time::{DayStarts, Instant};
use crate::eval::truth::Asking;
use crate::profile::{self, Profile};
use crate::source::Sources;

const DECLARED: &str = "\
substance acids
activity swimming
medicine thinners { warfarin, aspirin }
procedure peel
symptom fever
event healed
fact age: years
fact pregnant: yes or no
fact skin type: ordered I, II, III
fact concerns: any of scars, wrinkles
fact medications: any of medicine
";

const LENGTHS: &[&str] = &[
    "90 minutes",
    "12 hours",
    "24 hours",
    "36 hours",
    "1 day",
    "3 days",
    "1 week",
    "2 weeks",
    "1 month",
    "3 months",
    "1 year",
];

const HEADS: &[&str] = &[
    "avoid swimming",
    "should, avoid swimming",
    "do swimming",
    "allow swimming",
    "limit swimming to a minimum",
    "expect fever",
];

const CONDITIONS: &[&str] = &[
    "age under 18",
    "age at least 65",
    "age at least 0",
    "pregnant",
    "pregnant = no",
    "skin type in I..II",
    "skin type at least II",
    "skin type in I..III",
    "concerns includes scars",
    "taking thinners",
    "taking aspirin",
    "took warfarin within 2 weeks",
    "had peel within 1 month",
    "prescribed aspirin",
    "session is 2",
    "fever",
    "fever severe",
    "healed",
];

const FACTS: &[&[&str]] = &[
    &[
        "",
        "age = 17",
        "age = 70",
        "age = \"unsure\"",
        "age = \"does not apply\"",
    ],
    &[
        "",
        "pregnant = true",
        "pregnant = false",
        "pregnant = \"does not apply\"",
    ],
    &[
        "",
        "\"skin type\" = \"I\"",
        "\"skin type\" = \"III\"",
        "\"skin type\" = \"unsure\"",
    ],
    &["", "concerns = []", "concerns = [\"scars\"]"],
    &[
        "",
        "medications = []",
        "medications = [\"thinners\"]",
        "medications = [{ name = \"aspirin\", prescribed = true }]",
        "medications = [{ name = \"warfarin\", last_taken = 2026-03-20 }, \"aspirin\"]",
    ],
];

const REST: &[&[&str]] = &[
    &["", "sessions = []", "sessions = [2026-01-10]"],
    &["", "symptoms = \"none\""],
    &[
        "",
        "zone = \"Europe/London\"",
        "zone = \"America/Havana\"",
        "zone = \"Australia/Lord_Howe\"",
    ],
];

const TABLES: &[&[&str]] = &[
    &[
        "",
        "[history]\npeel = 2026-03-10",
        "[history]\npeel = \"never\"",
        "[history]\npeel = \"unsure\"",
    ],
    &[
        "",
        "[events]\nhealed = 2026-04-02",
        "[symptoms.fever]\nsince = 2026-04-01\nsevere = true",
    ],
];

fn window() -> impl Strategy<Value = String> {
    let length = || prop::sample::select(LENGTHS);
    prop_oneof![
        Just(String::new()),
        length().prop_map(|one| format!("for {one}")),
        (0..9_usize).prop_map(|low| format!("for {}..{} days", low + 1, low + 3)),
        length().prop_map(|one| format!("for at least {one}")),
        length().prop_map(|one| format!("for {one} before")),
        (length(), length()).prop_map(|(one, other)| format!("for {one} before and {other} after")),
        (-3..9, 0..5).prop_map(|(first, more)| format!("on days {first}..{}", first + more)),
        Just("today".to_owned()),
        Just("tonight".to_owned()),
        Just("before treatment".to_owned()),
        Just("always".to_owned()),
        Just("between sessions".to_owned()),
        (0..9).prop_map(|day| format!("from day {day}")),
        length().prop_map(|one| format!("from {one}")),
        Just("from 2..3 weeks".to_owned()),
        (0..9).prop_map(|day| format!("from day {day} until day {}", day + 4)),
        Just("from healed".to_owned()),
        Just("from 2 days after healed".to_owned()),
        (1..9).prop_map(|day| format!("until day {day}")),
        Just("until healed".to_owned()),
        length().prop_map(|one| format!("until healed, at least {one}")),
        length().prop_map(|one| format!("until healed, at most {one}")),
        Just("until 2 days after healed".to_owned()),
    ]
}

fn condition() -> impl Strategy<Value = String> {
    prop::sample::select(CONDITIONS)
        .prop_map(str::to_owned)
        .prop_recursive(2, 6, 2, |inner| {
            prop_oneof![
                inner.clone().prop_map(|one| format!("not ({one})")),
                (inner.clone(), inner.clone())
                    .prop_map(|(one, other)| format!("({one}) and ({other})")),
                (inner.clone(), inner).prop_map(|(one, other)| format!("({one}) or ({other})")),
            ]
        })
}

/// One of each, on lines of their own.
fn lines(choices: &'static [&'static [&'static str]]) -> impl Strategy<Value = String> {
    let each: Vec<_> = choices
        .iter()
        .map(|all| prop::sample::select(*all))
        .collect();
    each.prop_map(|lines| lines.join("\n"))
}

/// Patients around the clock changes of March 2026, and at the ends of the years that a plan may reach.
fn patient() -> impl Strategy<Value = String> {
    let treated = prop_oneof![
        (1..29, 0..24).prop_map(|(day, hour)| format!("treated = 2026-03-{day:02}T{hour:02}:30")),
        (1..31).prop_map(|day| format!("treated = 2026-03-{day:02}")),
        Just("treated = 1900-01-20".to_owned()),
        Just("treated = 2200-12-20T08:00".to_owned()),
        Just(String::new()),
    ];
    (treated, lines(REST), lines(FACTS), lines(TABLES)).prop_map(
        |(treated, rest, facts, tables)| format!("{treated}\n{rest}\n[facts]\n{facts}\n{tables}\n"),
    )
}

fn protocol(text: &str) -> Option<Protocol> {
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    check(&mut sources, &Bundled, "quick.rules", text, &options).protocol
}

fn profile(text: &str, protocol: &Protocol) -> Profile {
    let mut sources = Sources::new();
    let source = sources.add("patient.toml", text);
    profile::read(source, "patient.toml", text, &protocol.vocabulary).0
}

/// What the two ways say differently; and whether the short one said anything.
fn compare(protocol: &Protocol, profile: &Profile) -> (Vec<String>, usize) {
    let prepared = Prepared::new(protocol);
    let mut starts = DayStarts::default();
    starts.set_zone(profile.zone);
    let unknowns = Box::default();
    let Ok(mut scene) = Scene::new(&prepared, profile, None, unknowns, Some(&starts)) else {
        return (Vec::new(), 0);
    };
    let (mut wrong, windows) = windows(&prepared, &scene, profile);
    let (conditions_wrong, conditions) = conditions(&prepared, &mut scene, profile);
    wrong.extend(conditions_wrong);
    (wrong, windows + conditions)
}

/// What the short way says otherwise of windows, and of how many it says anything.
fn windows(prepared: &Prepared<'_>, scene: &Scene<'_>, profile: &Profile) -> (Vec<String>, usize) {
    let (mut wrong, mut said) = (Vec::new(), 0);
    let ground = Ground::new(scene.clock, scene.treatment, prepared.reach);
    for (placing, short) in prepared.windows.iter().zip(&prepared.short) {
        let short = short.window.as_ref().filter(|short| short.suits(profile));
        let (Some(ground), Some(short)) = (&ground, short) else {
            continue;
        };
        said += 1;
        let mut pieces = Vec::new();
        let vague = short.place(ground, &mut pieces);
        match fall(&scene.anchors, scene, placing) {
            Ok(fallen) => {
                let (to_start, to_end): (Vec<_>, Vec<_>) =
                    short.awaited.iter().partition(|awaited| awaited.to_start);
                let name = |awaited: &[&Awaited]| awaited.first().map(|one| one.name.clone());
                let same = fallen.pieces.as_slice() == pieces
                    && fallen.vague_start == vague
                    && fallen.releases == short.releases
                    && fallen.open_until == name(&to_end)
                    && fallen.starts_at == name(&to_start);
                if !same {
                    wrong.push(format!(
                        "{:?}: {fallen:?}, {pieces:?}, {short:?}",
                        placing.window
                    ));
                }
            }
            Err(_) => wrong.push(format!("{:?} is out of range", placing.window)),
        }
    }
    (wrong, said)
}

/// The same of conditions.
fn conditions(
    prepared: &Prepared<'_>,
    scene: &mut Scene<'_>,
    profile: &Profile,
) -> (Vec<String>, usize) {
    let (mut wrong, mut said) = (Vec::new(), 0);
    let reported = !profile.events.is_empty() || !profile.symptoms.is_empty();
    for (deciding, simple) in prepared.conditions.iter().zip(&prepared.simple) {
        let verdict = simple.decide(&scene.truth);
        if deciding.changes && reported || verdict == Verdict::Unclear {
            continue;
        }
        said += 1;
        let asking = Asking {
            session: 0,
            since: scene.truth.treated,
            at: Instant::NEVER_BEGAN,
            before_treatment: false,
        };
        let node = (scene.truth).node(&mut scene.unknowns, &deciding.condition, asking);
        let exact = match node {
            Node::FALSE => Verdict::False,
            Node::TRUE => Verdict::True,
            _ if scene.unknowns.waits_for_symptom(node) => Verdict::Symptoms,
            _ if scene.unknowns.only_symptoms(node) => Verdict::UnlessSymptoms,
            _ => Verdict::Open,
        };
        if verdict != exact {
            wrong.push(format!("{:?}: {exact:?}, {verdict:?}", deciding.condition));
        }
    }
    (wrong, said)
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_601), ..Config::with_cases(64) })]

    #[test]
    fn both_ways_say_the_same(
        sentences in prop::collection::vec(
            (prop::sample::select(HEADS), window(), prop::option::of(condition())), 1..6),
        patient in patient(),
    ) {
        let mut text = format!("{DECLARED}aftercare for 2 weeks\n");
        for (head, window, condition) in sentences {
            let condition = condition.map_or_else(String::new, |text| format!("if {text}"));
            let sentence = format!("{head} {window} {condition}\n");
            // What does not check, such as an `expect` with a window before, is left out.
            if protocol(&format!("{DECLARED}{sentence}")).is_some() {
                text.push_str(&sentence);
            }
        }
        let Some(protocol) = protocol(&text) else {
            return Err(TestCaseError::reject("the sentences do not go together"));
        };
        let profile = profile(&patient, &protocol);
        let (wrong, _) = compare(&protocol, &profile);
        prop_assert!(wrong.is_empty(), "{}\n{text}\n----\n{patient}", wrong.join("\n"));
    }
}

const SHEET: &str = "\
avoid swimming for 7 days if age under 18
avoid acids for 1..2 weeks before and 24 hours after if taking thinners
do swimming from healed if not pregnant
allow acids from 3 days if skin type in I..II or had peel within 1 month
expect fever until healed if fever
";

fn said(patient: &str) -> (Vec<String>, usize) {
    let protocol = protocol(&format!("{DECLARED}{SHEET}")).expect("it checks clean");
    compare(&protocol, &profile(patient, &protocol))
}

#[test]
fn the_short_way_knows_what_sheets_say_most() {
    let patient = "treated = 2026-03-28T10:30\nzone = \"Europe/London\"\nsymptoms = \"none\"\n\
                   [facts]\nage = 30\nmedications = []\npregnant = false\n\"skin type\" = \"II\"\n\
                   [history]\npeel = \"never\"\n";
    assert_eq!(said(patient), (Vec::new(), 10));
}

#[test]
fn the_short_way_knows_that_a_condition_is_open() {
    assert_eq!(said("treated = 2026-03-28\n"), (Vec::new(), 10));
}

/// What both ways say of one sentence with each condition, for one patient.
fn conditions_agree(conditions: &[&str], patient: &str) {
    for condition in conditions {
        let text = format!("{DECLARED}avoid swimming for 7 days if {condition}\n");
        let protocol = protocol(&text).expect("it checks clean");
        let (wrong, said) = compare(&protocol, &profile(patient, &protocol));
        assert!(wrong.is_empty(), "{condition}: {wrong:?}");
        assert!(said > 0, "{condition}");
    }
}

#[test]
fn parts_that_hang_on_the_same_are_not_taken_apart() {
    let conditions = [
        "pregnant or not pregnant",
        "pregnant and not pregnant",
        "age under 18 or age at least 65",
        "age under 18 or age at least 18",
        "skin type in I..II or skin type is III",
        "concerns includes scars or not concerns includes scars",
        "taking thinners or not taking thinners",
        "taking thinners or not taking warfarin",
        "fever or not fever",
        "had peel within 1 month or not had peel within 1 month",
        "session is 2 or not session is 2",
        "healed or not healed",
    ];
    conditions_agree(&conditions, "treated = 2026-03-28\n");
}

#[test]
fn a_procedure_counts_up_to_the_day_it_was_on() {
    let conditions = [
        "had peel within 1 month",
        "had peel within 17 days",
        "had peel within 18 days",
        "not had peel within 1 week",
    ];
    let history = "treated = 2026-03-28\nhistory_complete = true\n[history]\npeel = 2026-03-10\n";
    conditions_agree(&conditions, history);
}

#[test]
fn no_window_leaves_the_years_unnoticed() {
    let windows = [
        "for 36 hours",
        "for 240 hours",
        "for 10 days",
        "for 2 weeks",
        "for 1 month",
        "for 240 hours before",
        "for 10 days before and 240 hours after",
        "on days 4..9",
    ];
    for window in windows {
        let text = format!("{DECLARED}avoid swimming {window}\n");
        let protocol = protocol(&text).expect("it checks clean");
        for day in 1..=31 {
            for treated in [
                format!("2200-12-{day:02}T20:00"),
                format!("1900-01-{day:02}"),
            ] {
                let patient = profile(&format!("treated = {treated}\n"), &protocol);
                let (wrong, _) = compare(&protocol, &patient);
                assert!(wrong.is_empty(), "{window}, {treated}: {wrong:?}");
            }
        }
    }
}

#[test]
fn ranges_that_end_before_they_are_over_fall_alike() {
    let windows = [
        "from 2..3 days until day 2",
        "from 2..3 days until day 3",
        "from 2..3 days until day 9",
        "from 2..3 days",
        "from day 2 until day 2",
        "from day 4 until day 2",
    ];
    for head in ["do", "should, do", "allow", "avoid", "should, avoid"] {
        for window in windows {
            let text = format!("{DECLARED}aftercare for 2 weeks\n{head} swimming {window}\n");
            let Some(protocol) = protocol(&text) else {
                continue;
            };
            for treated in ["2026-03-28", "2026-03-28T23:30"] {
                let patient = profile(&format!("treated = {treated}\n"), &protocol);
                let (wrong, _) = compare(&protocol, &patient);
                assert!(wrong.is_empty(), "{head} {window}, {treated}: {wrong:?}");
            }
        }
    }
}
