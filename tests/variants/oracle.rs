//! What a variant loosens, against each patient asked one by one: sentences that are made here are decided here, for
//! every thing, every patient of whom all is known and every half of a day, and by the library for all of them at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use aftercare_dsl::check::Protocol;
use aftercare_dsl::vocabulary::{ThingId, Vocabulary};
use proptest::prelude::*;

use super::{Files, checked};
use crate::support::{config, plan, read};

const FACTS: &str = "import skin-care\naftercare for 10 days\nfact smoker: yes or no\n\
    fact phase: ordered early, middle, late\n";

const THINGS: &[&str] = &[
    "makeup",
    "foundation",
    "sunscreen",
    "tinted sunscreen",
    "retinoids",
];

const CONDITIONS: &[&str] = &[
    "",
    "smoker",
    "not smoker",
    "phase in early..middle",
    "phase = late",
    "not phase = middle",
    "age under 7",
    "age at least 7",
    "age over 14",
    "smoker and age over 14",
    "smoker or phase = late",
];

/// As many halves of days as any window here needs.
const HALVES: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Avoid,
    ShouldAvoid,
    Use,
    ShouldUse,
    Allow,
    Refuse,
    Report,
}

#[derive(Debug, Clone, Copy)]
enum Window {
    Unsaid,
    For(usize),
    Range(usize, usize),
    Days(usize, usize),
    From(usize),
}

#[derive(Debug, Clone, Copy)]
struct Sentence {
    verb: Verb,
    thing: usize,
    window: Window,
    condition: usize,
}

impl Sentence {
    fn text(&self) -> String {
        let thing = THINGS[self.thing];
        let window = match self.window {
            Window::Unsaid => String::new(),
            Window::For(days) => format!(" for {days} days"),
            Window::Range(firm, advised) => format!(" for {firm}..{advised} days"),
            Window::Days(first, last) => format!(" on days {first}..{last}"),
            Window::From(day) => format!(" from day {day}"),
        };
        let condition = match CONDITIONS[self.condition] {
            "" => String::new(),
            condition => format!(" if {condition}"),
        };
        match self.verb {
            Verb::Avoid => format!("avoid {thing}{window}{condition}"),
            Verb::ShouldAvoid => format!("should avoid {thing}{window}{condition}"),
            Verb::Use => format!("use {thing}{window}{condition}"),
            Verb::ShouldUse => format!("should use {thing}{window}{condition}"),
            Verb::Allow => format!("allow {thing}{window}{condition}"),
            Verb::Refuse => format!("refuse{condition}"),
            Verb::Report => format!("report fever to clinic{window}{condition}"),
        }
    }

    /// How strongly it holds in a half of a day: the treatment is at the start of half 1.
    fn strength(&self, half: usize) -> usize {
        let within = |first: usize, end: usize| (first..end).contains(&half);
        let firm = match self.window {
            Window::Unsaid => within(1, 20),
            Window::For(days) => within(1, 2 * days),
            Window::Range(firm, _) => within(1, 2 * firm),
            Window::Days(first, last) => within(2 * first, 2 * last + 2),
            Window::From(day) => half >= 2 * day,
        };
        let advised = match self.window {
            Window::Range(firm, advised) => within(2 * firm, 2 * advised),
            _ => false,
        };
        match (firm, advised, self.verb) {
            (true, _, Verb::ShouldAvoid | Verb::ShouldUse) => 1,
            (true, ..) => 2,
            (_, true, _) => 1,
            _ => 0,
        }
    }
}

/// Whether each condition holds for each patient.
fn truths() -> &'static Vec<Vec<bool>> {
    static TRUTHS: OnceLock<Vec<Vec<bool>>> = OnceLock::new();
    TRUTHS.get_or_init(|| {
        let each = CONDITIONS.iter().map(|condition| {
            let line = match *condition {
                "" => "note \"x\"\n".to_owned(),
                condition => format!("note \"x\" if {condition}\n"),
            };
            let text = format!("{FACTS}{line}");
            let holds = crate::analysis::patients().into_iter().map(|patient| {
                let (protocol, patient) = read(&text, &patient).unwrap();
                !plan(&protocol, &patient, None).unwrap().notes.is_empty()
            });
            holds.collect()
        });
        each.collect()
    })
}

/// A protocol for one patient.
struct World<'w> {
    words: &'w Words,
    sentences: Vec<Sentence>,
}

/// What lies under what.
struct Words {
    /// Of each thing the things at the bottom below it.
    leaves: Vec<BTreeSet<ThingId>>,
    /// Of each thing whether it lies in each.
    under: Vec<Vec<bool>>,
}

impl Words {
    fn of(vocabulary: &Vocabulary) -> Self {
        let ids: Vec<ThingId> = THINGS
            .iter()
            .map(|name| vocabulary.find_thing(name).unwrap())
            .collect();
        let above = |one: &ThingId| {
            ids.iter()
                .map(|class| vocabulary.is_under(*one, *class))
                .collect()
        };
        Self {
            leaves: ids.iter().map(|id| vocabulary.leaves(*id)).collect(),
            under: ids.iter().map(above).collect(),
        }
    }
}

impl World<'_> {
    fn leaves(&self, thing: usize) -> &BTreeSet<ThingId> {
        &self.words.leaves[thing]
    }

    fn of<'s>(
        &'s self,
        verbs: &'s [Verb],
        half: usize,
    ) -> impl Iterator<Item = (&'s Sentence, usize)> {
        let said = self
            .sentences
            .iter()
            .filter(|one| verbs.contains(&one.verb));
        said.map(move |one| (one, one.strength(half)))
            .filter(|(_, strength)| *strength > 0)
    }

    /// 2 is avoid, 1 better not.
    fn restricted(&self, leaf: ThingId, half: usize) -> usize {
        let about = |one: &Sentence| self.leaves(one.thing).contains(&leaf);
        let bans = self.of(&[Verb::Avoid, Verb::ShouldAvoid], half);
        let strongest = bans
            .filter(|(one, _)| about(one))
            .map(|(_, strength)| strength)
            .max();
        let permits = self.of(&[Verb::Use, Verb::ShouldUse, Verb::Allow], half);
        match strongest {
            Some(1) if permits.into_iter().any(|(one, _)| about(one)) => 0,
            other => other.unwrap_or(0),
        }
    }

    fn is_left(&self, thing: usize, half: usize) -> bool {
        let mut leaves = self.leaves(thing).iter();
        leaves.any(|leaf| {
            let bans = self.of(&[Verb::Avoid, Verb::ShouldAvoid], half);
            !bans
                .into_iter()
                .any(|(one, strength)| strength == 2 && self.leaves(one.thing).contains(leaf))
        })
    }

    /// How strongly something of a thing is asked for.
    fn required(&self, thing: usize, half: usize) -> usize {
        let duties = self.of(&[Verb::Use, Verb::ShouldUse], half);
        let under = |one: &Sentence| self.words.under[one.thing][thing];
        let of_it = duties.filter(|(one, _)| under(one) && self.is_left(one.thing, half));
        of_it.map(|(_, strength)| strength).max().unwrap_or(0)
    }

    /// The halves of days in which another asks less than this one.
    fn less(&self, other: &Self) -> BTreeSet<usize> {
        let refuses = |world: &Self| world.sentences.iter().any(|one| one.verb == Verb::Refuse);
        let mut found = BTreeSet::new();
        if refuses(self) && !refuses(other) {
            found.insert(1);
        }
        let leaves: BTreeSet<&ThingId> = self.words.leaves.iter().flatten().collect();
        for half in 0..HALVES {
            let bans = leaves
                .iter()
                .any(|leaf| other.restricted(**leaf, half) < self.restricted(**leaf, half));
            let duties = self
                .of(&[Verb::Use, Verb::ShouldUse], half)
                .any(|(one, strength)| {
                    self.is_left(one.thing, half) && other.required(one.thing, half) < strength
                });
            let reports = |world: &Self| world.of(&[Verb::Report], half).next().is_some();
            if bans || duties || reports(self) && !reports(other) {
                found.insert(half);
            }
        }
        found
    }
}

/// The days on which the new sentences ask some patient less than the old ones.
fn one_by_one(vocabulary: &Vocabulary, old: &[Sentence], new: &[Sentence]) -> BTreeSet<i64> {
    let count = crate::analysis::patients().len();
    let mut days = BTreeSet::new();
    let words = Words::of(vocabulary);
    for patient in 0..count {
        let world = |sentences: &[Sentence]| World {
            words: &words,
            sentences: (sentences.iter())
                .filter(|one| truths()[one.condition][patient])
                .copied()
                .collect(),
        };
        let less = world(old).less(&world(new));
        days.extend(
            less.into_iter()
                .map(|half| i64::try_from(half / 2).unwrap()),
        );
    }
    days
}

fn sentences() -> impl Strategy<Value = Sentence> {
    let verb = prop_oneof![
        6 => Just(Verb::Avoid),
        2 => Just(Verb::ShouldAvoid),
        3 => Just(Verb::Use),
        1 => Just(Verb::ShouldUse),
        2 => Just(Verb::Allow),
        1 => Just(Verb::Refuse),
        1 => Just(Verb::Report),
    ];
    let window = prop_oneof![
        2 => Just(Window::Unsaid),
        4 => (1..9_usize).prop_map(Window::For),
        2 => (1..5_usize, 1..4_usize).prop_map(|(firm, more)| Window::Range(firm, firm + more)),
        2 => (0..4_usize, 0..5_usize).prop_map(|(first, more)| Window::Days(first, first + more)),
        1 => (0..9_usize).prop_map(Window::From),
    ];
    (verb, 0..THINGS.len(), window, 0..CONDITIONS.len()).prop_map(
        |(verb, thing, window, condition)| {
            // What is only allowed, or refused for everybody, would be told as such.
            let condition = if verb == Verb::Refuse {
                condition.max(1)
            } else {
                condition
            };
            // A duty's range says when it may end, and not how strongly it holds.
            let window = match (verb, window) {
                (Verb::Avoid, window) => window,
                (_, Window::Range(firm, _)) => Window::For(firm),
                (_, window) => window,
            };
            Sentence {
                verb,
                thing,
                window,
                condition,
            }
        },
    )
}

/// What becomes of a sentence in the variant.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Kept,
    Dropped,
    Replaced(Sentence),
}

fn fates() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => Just(Fate::Kept),
        1 => Just(Fate::Dropped),
        3 => sentences().prop_map(Fate::Replaced),
    ]
}

/// The texts of a protocol and of its variant, the sentences of both.
fn written(
    all: &[(Sentence, Fate)],
    added: &[Sentence],
) -> (String, String, Vec<Sentence>, Vec<Sentence>) {
    let (mut base, mut own) = (FACTS.to_owned(), "extends base\n".to_owned());
    let (mut old, mut new) = (Vec::new(), added.to_vec());
    for (at, (sentence, fate)) in all.iter().enumerate() {
        base.push_str(&format!("line {at}: {}\n", sentence.text()));
        old.push(*sentence);
        match fate {
            Fate::Kept => new.push(*sentence),
            Fate::Dropped => own.push_str(&format!("drop line {at} because \"x\"\n")),
            Fate::Replaced(other) => {
                own.push_str(&format!(
                    "replace line {at}: {} because \"x\"\n",
                    other.text()
                ));
                new.push(*other);
            }
        }
    }
    for sentence in added {
        own.push_str(&format!("{} because \"x\"\n", sentence.text()));
    }
    (base, own, old, new)
}

fn days_told(protocol: &Protocol) -> BTreeMap<i64, String> {
    let all = protocol.lineage.loosened().into_iter();
    all.map(|one| (one.day, format!("{one:?}"))).collect()
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn what_is_loosened_for_some_patient_is_found_and_nothing_else(
        all in prop::collection::vec((sentences(), fates()), 1..5),
        added in prop::collection::vec(sentences(), 0..2),
    ) {
        let (base, own, old, new) = written(&all, &added);
        let files = Files::of(&[("base", &base)]);
        let protocol = checked(&files, &own).unwrap_or_else(|found| panic!("{base}{own}{found}"));
        let less = one_by_one(&protocol.vocabulary, &old, &new);
        let told = days_told(&protocol);
        prop_assert_eq!(told.is_empty(), less.is_empty(), "{}{}\n{:?} {:?}", base, own, less, told);
        for (day, one) in &told {
            // The interpreter was asked again, and says so, too.
            prop_assert!(one.contains("decided: true"), "{}{}\n{:?}: {}", base, own, less, one);
            prop_assert!(less.contains(day), "{}{}\n{:?}: {}", base, own, less, one);
        }
    }
}
