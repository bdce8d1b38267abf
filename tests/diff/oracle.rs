//! Two protocols, asked patient by patient: sentences that are made here are decided here, for every thing, every
//! patient of whom all is known and every half of a day, and by the library for all of them at once.

mod naive;

use std::collections::BTreeSet;

use aftercare_dsl::analysis::{Change, Diff, Turn};
use aftercare_dsl::vocabulary::Vocabulary;
use proptest::prelude::*;

use self::naive::{
    CONDITIONS, FACTS, HALVES, Sentence, THINGS, Told, Verb, What, Window, one_by_one,
};
use super::{differing, protocol};
use crate::support::config;

/// The same as the library tells it.
fn at_once(vocabulary: &Vocabulary, diff: &Diff) -> Told {
    let mut told = Told::new();
    let first_line = FACTS.lines().count() as u32 + 1;
    let place = |line: u32| usize::try_from(line - first_line).unwrap();
    for change in &diff.changes {
        let about_things = change
            .example
            .as_ref()
            .is_some_and(|example| example.thing.is_some());
        let what: Vec<What> = if change.turn == Turn::Different {
            vec![What::Expected]
        } else if about_things {
            let things = change.things.iter();
            things
                .flat_map(|name| vocabulary.leaves(vocabulary.find_thing(name).unwrap()))
                .map(What::Thing)
                .collect()
        } else {
            sentences_of(change)
                .map(|(is_old, line)| What::Sentence(is_old, place(line)))
                .collect()
        };
        for what in what {
            told.entry((change.turn, what))
                .or_default()
                .extend(days_of(change));
        }
    }
    told
}

/// The sentence that asks for less, or the one that asks for more.
fn sentences_of(change: &Change) -> impl Iterator<Item = (bool, u32)> {
    let is_old = change.turn == Turn::Looser;
    let rules = if is_old { &change.old } else { &change.new };
    rules.iter().map(move |rule| (is_old, rule.location.line))
}

/// The days of a change as far as they are looked at here; of what is about no days the first.
fn days_of(change: &Change) -> BTreeSet<usize> {
    let last = HALVES / 2 - 1;
    let day = |day: i64| usize::try_from(day).unwrap_or(0);
    let mut days: BTreeSet<usize> = (change.days.iter())
        .flat_map(|days| days.first.map_or(0, day)..=days.last.map_or(last, day).min(last))
        .collect();
    if days.is_empty() {
        days.insert(0);
    }
    days
}

fn sentences(moving: bool) -> impl Strategy<Value = Sentence> {
    let verb = prop_oneof![
        6 => Just(Verb::Avoid),
        2 => Just(Verb::ShouldAvoid),
        3 => Just(Verb::Use),
        1 => Just(Verb::ShouldUse),
        3 => Just(Verb::Allow),
        1 => Just(Verb::Limit),
        1 => Just(Verb::Expect),
        1 => Just(Verb::Refuse),
        1 => Just(Verb::Report),
    ];
    let often = if moving { 6 } else { 0 };
    let window = prop_oneof![
        2 => Just(Window::Unsaid),
        4 => (1..9_usize).prop_map(Window::For),
        1 => (1..9_usize).prop_map(Window::AtLeast),
        2 => (1..5_usize, 1..4_usize).prop_map(|(firm, more)| Window::Range(firm, firm + more)),
        2 => (0..4_usize, 0..5_usize).prop_map(|(first, more)| Window::Days(first, first + more)),
        1 => (0..9_usize).prop_map(Window::From),
        often => (0..5_usize).prop_map(Window::UntilHealed),
        often => (1..5_usize).prop_map(Window::FromHealed),
    ];
    (verb, 0..THINGS.len(), window, 0..CONDITIONS.len()).prop_map(
        |(verb, thing, window, condition)| {
            let condition = if verb == Verb::Refuse {
                condition.max(1)
            } else {
                condition
            };
            // A duty's range says when it may end, and not how strongly it holds; nor does a minimum.
            let window = match (verb, window) {
                (Verb::Avoid | Verb::ShouldAvoid, window) => window,
                (Verb::Report | Verb::Refuse, _) => Window::Unsaid,
                (Verb::Expect, Window::UntilHealed(_) | Window::FromHealed(_)) => Window::Unsaid,
                (_, Window::Range(firm, _) | Window::AtLeast(firm)) => Window::For(firm),
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

/// What becomes of a sentence.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Kept,
    Dropped,
    Replaced(Sentence),
}

fn fates(moving: bool) -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => Just(Fate::Kept),
        1 => Just(Fate::Dropped),
        3 => sentences(moving).prop_map(Fate::Replaced),
    ]
}

fn written(sentences: &[Sentence]) -> String {
    let lines = sentences.iter().map(|one| format!("{}\n", one.text()));
    format!("{FACTS}{}", lines.collect::<String>())
}

/// Old sentences and new ones.
fn versions(moving: bool) -> impl Strategy<Value = (Vec<Sentence>, Vec<Sentence>)> {
    let all = prop::collection::vec((sentences(moving), fates(moving)), 1..5);
    let added = prop::collection::vec(sentences(moving), 0..2);
    (all, added, any::<bool>()).prop_map(|(all, added, turned)| {
        let old = all.iter().map(|(one, _)| *one).collect();
        let mut new = added;
        for (one, fate) in &all {
            match fate {
                Fate::Kept => new.push(*one),
                Fate::Dropped => {}
                Fate::Replaced(other) => new.push(*other),
            }
        }
        if turned {
            new.reverse();
        }
        (old, new)
    })
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn what_differs_for_some_patient_is_found_and_nothing_else((old, new) in versions(false)) {
        let (was, is) = (written(&old), written(&new));
        let found = differing(&was, &is);
        let vocabulary = protocol(&was).vocabulary;
        prop_assert!(found.undecided.is_empty(), "{}{}{:?}", was, is, found.undecided);
        let one_by_one = one_by_one(&vocabulary, &old, &new);
        let at_once = at_once(&vocabulary, &found);
        prop_assert_eq!(at_once, one_by_one, "{}{}{:#?}", was, is, found.changes);
    }
}

proptest! {
    #![proptest_config(config(80))]

    /// Where days move with an event, those that are told are some of them.
    #[test]
    fn what_differs_when_the_skin_heals_is_found_and_nothing_else((old, new) in versions(true)) {
        let (was, is) = (written(&old), written(&new));
        let found = differing(&was, &is);
        let vocabulary = protocol(&was).vocabulary;
        prop_assert!(found.undecided.is_empty(), "{}{}{:?}", was, is, found.undecided);
        let one_by_one = one_by_one(&vocabulary, &old, &new);
        let at_once = at_once(&vocabulary, &found);
        let keys = |told: &Told| told.keys().copied().collect::<Vec<(Turn, What)>>();
        prop_assert_eq!(keys(&at_once), keys(&one_by_one), "{}{}{:#?}", was, is, found.changes);
        for (what, days) in &at_once {
            let known = &one_by_one[what];
            let last = known.last().copied().unwrap_or_default();
            let told = days.iter().filter(|day| **day <= last);
            prop_assert!(told.copied().collect::<BTreeSet<usize>>().is_subset(known),
                "{}{}{:?} {:?} {:?}", was, is, what, days, known);
        }
    }
}
