//! Sentences that are made here, and what each comes to for one patient in each half of a day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use aftercare_dsl::analysis::Turn;
use aftercare_dsl::vocabulary::{ThingId, Vocabulary};

use crate::support::{plan, read};

pub const FACTS: &str = "import skin-care\naftercare for 10 days\nfact smoker: yes or no\n\
    fact phase: ordered early, middle, late\n";

pub const THINGS: &[&str] = &[
    "makeup",
    "foundation",
    "sunscreen",
    "tinted sunscreen",
    "retinoids",
];

pub const CONDITIONS: &[&str] = &[
    "",
    "smoker",
    "not smoker",
    "phase in early..middle",
    "phase = late",
    "age under 7",
    "age at least 7",
    "age over 14",
    "smoker and age over 14",
    "smoker or phase = late",
];

/// As many halves of days as any window here needs, and some more.
pub const HALVES: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Avoid,
    ShouldAvoid,
    Use,
    ShouldUse,
    Allow,
    Limit,
    Expect,
    Refuse,
    Report,
}

const PERMITS: &[Verb] = &[Verb::Use, Verb::ShouldUse, Verb::Allow, Verb::Limit];
const BANS: &[Verb] = &[Verb::Avoid, Verb::ShouldAvoid];
const DUTIES: &[Verb] = &[Verb::Use, Verb::ShouldUse];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    Unsaid,
    For(usize),
    AtLeast(usize),
    Range(usize, usize),
    Days(usize, usize),
    From(usize),
    /// Not before so many days.
    UntilHealed(usize),
    FromHealed(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    pub verb: Verb,
    pub thing: usize,
    pub window: Window,
    pub condition: usize,
}

impl Sentence {
    pub fn text(&self) -> String {
        let thing = THINGS[self.thing];
        let window = match self.window {
            Window::Unsaid => String::new(),
            Window::For(days) => format!(" for {days} days"),
            Window::AtLeast(days) => format!(" for at least {days} days"),
            Window::Range(firm, advised) => format!(" for {firm}..{advised} days"),
            Window::Days(first, last) => format!(" on days {first}..{last}"),
            Window::From(day) => format!(" from day {day}"),
            Window::UntilHealed(0) => " until healed".to_owned(),
            Window::UntilHealed(least) => format!(" until healed, at least {least} days"),
            Window::FromHealed(days) => format!(" from healed for {days} days"),
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
            Verb::Limit => format!("limit {thing} to a minimum{window}{condition}"),
            Verb::Expect => format!("expect redness{window}{condition}"),
            Verb::Refuse => format!("refuse{condition}"),
            Verb::Report => format!("report fever to clinic{window}{condition}"),
        }
    }

    /// The halves of days in which it holds, and how strongly: the treatment is at the start of half 1.
    fn strength(&self, half: usize, healed: Option<usize>) -> usize {
        let within = |first: usize, end: usize| (first..end).contains(&half);
        let firm = match self.window {
            Window::Unsaid => within(1, 20),
            Window::For(days) | Window::AtLeast(days) => within(1, 2 * days),
            Window::Range(firm, _) => within(1, 2 * firm),
            Window::Days(first, last) => within(2 * first, 2 * last + 2),
            Window::From(day) => half >= 2 * day,
            Window::UntilHealed(least) => {
                within(1, healed.map_or(usize::MAX, |day| 2 * day.max(least)))
            }
            Window::FromHealed(days) => healed.is_some_and(|day| within(2 * day, 2 * (day + days))),
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

    /// The half before which it has ended, and whether that gives back what it took.
    fn end(&self, healed: Option<usize>) -> Option<(usize, bool)> {
        match self.window {
            Window::UntilHealed(least) => healed.map(|day| (2 * day.max(least), true)),
            Window::FromHealed(days) => healed.map(|day| (2 * (day + days), true)),
            Window::Unsaid => Some((20, false)),
            Window::For(days) => Some((2 * days, true)),
            Window::AtLeast(days) => Some((2 * days, false)),
            Window::Range(_, advised) => Some((2 * advised, true)),
            Window::Days(_, last) => Some((2 * last + 2, true)),
            Window::From(_) => None,
        }
    }
}

impl Sentence {
    /// Whether it never holds: the skin has healed before it starts, or never does.
    fn is_void(&self, healed: Option<usize>) -> bool {
        match self.window {
            Window::UntilHealed(least) => healed.is_some_and(|day| day.max(least) == 0),
            Window::FromHealed(_) => healed.is_none(),
            _ => false,
        }
    }

    pub fn moves(&self) -> bool {
        matches!(self.window, Window::UntilHealed(_) | Window::FromHealed(_))
    }
}

/// Each patient of whom all that the sentences ask about is known, facts that do not apply included.
fn patients() -> Vec<String> {
    let mut all = crate::analysis::patients();
    let ageless = all.iter().filter(|one| one.contains("age = 6\n"));
    let ageless: Vec<String> = ageless
        .map(|one| one.replace("age = 6\n", "age = \"does not apply\"\n"))
        .collect();
    all.extend(ageless);
    all
}

/// Whether each condition holds for each patient: whether a note under it is shown.
fn truths() -> &'static Vec<Vec<bool>> {
    static TRUTHS: OnceLock<Vec<Vec<bool>>> = OnceLock::new();
    TRUTHS.get_or_init(|| {
        let notes = CONDITIONS.iter().map(|condition| match *condition {
            "" => "note \"always\"\n".to_owned(),
            condition => format!("note \"{condition}\" if {condition}\n"),
        });
        let text = format!("{FACTS}{}", notes.collect::<String>());
        let shown: Vec<BTreeSet<String>> = patients()
            .into_iter()
            .map(|patient| {
                let (protocol, patient) = read(&text, &patient).unwrap();
                let notes = plan(&protocol, &patient, None).unwrap().notes.into_iter();
                notes.map(|note| note.text).collect()
            })
            .collect();
        let holds = |condition: &&str| {
            let shown = shown.iter();
            shown
                .map(|notes| condition.is_empty() || notes.contains(*condition))
                .collect()
        };
        CONDITIONS.iter().map(holds).collect()
    })
}

/// What lies under what.
struct Words {
    /// Of each thing the things at the bottom below it; of those that lie in the same things one.
    leaves: Vec<BTreeSet<ThingId>>,
    /// Of each of these all that lie where it does.
    alike: BTreeMap<ThingId, Vec<ThingId>>,
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
        let all: BTreeSet<ThingId> = ids.iter().flat_map(|id| vocabulary.leaves(*id)).collect();
        let mut groups: BTreeMap<Vec<bool>, Vec<ThingId>> = BTreeMap::new();
        for leaf in all {
            groups.entry(above(&leaf)).or_default().push(leaf);
        }
        let alike: BTreeMap<ThingId, Vec<ThingId>> = groups
            .into_values()
            .map(|group| (group[0], group))
            .collect();
        let first = |leaf: &ThingId| alike.contains_key(leaf);
        let leaves = ids
            .iter()
            .map(|id| vocabulary.leaves(*id).into_iter().filter(first).collect());
        Self {
            leaves: leaves.collect(),
            under: ids.iter().map(above).collect(),
            alike,
        }
    }
}

/// A protocol for one patient: its sentences, by their places.
struct World<'w> {
    words: &'w Words,
    sentences: Vec<(usize, Sentence)>,
    /// On which day the skin has healed, if it has.
    healed: Option<usize>,
}

/// What is said of one thing in one half of a day.
#[derive(Debug, Default)]
struct Said {
    restricted: usize,
    allowed: bool,
    back: bool,
    spoken: bool,
    ended: bool,
}

impl Said {
    /// Whether the other one is looser.
    fn is_loosened(&self, other: &Self) -> bool {
        let given = other.allowed || other.back && self.ended;
        other.restricted < self.restricted
            || other.restricted == 0 && given && self.restricted == 0 && !self.spoken
    }
}

impl World<'_> {
    fn of<'s>(
        &'s self,
        verbs: &'s [Verb],
        half: usize,
    ) -> impl Iterator<Item = (usize, &'s Sentence, usize)> {
        let said = self
            .sentences
            .iter()
            .filter(|(_, one)| verbs.contains(&one.verb));
        said.map(move |(at, one)| (*at, one, one.strength(half, self.healed_by(half))))
            .filter(|(.., strength)| *strength > 0)
    }

    /// The day on which the skin has healed, if it has by then: what is to come is not known yet.
    fn healed_by(&self, half: usize) -> Option<usize> {
        self.healed.filter(|day| 2 * day <= half)
    }

    fn leaves(&self, thing: usize) -> &BTreeSet<ThingId> {
        &self.words.leaves[thing]
    }

    fn said(&self, leaf: ThingId, half: usize) -> Said {
        let about = |one: &Sentence| self.leaves(one.thing).contains(&leaf);
        let bans = self.of(BANS, half).filter(|(_, one, _)| about(one));
        let restricted = bans.map(|(.., strength)| strength).max().unwrap_or(0);
        let permits = || self.of(PERMITS, half).filter(|(_, one, _)| about(one));
        let all = self.sentences.iter().map(|(_, one)| one);
        let bans = all.filter(|one| {
            BANS.contains(&one.verb) && about(one) && !one.is_void(self.healed_by(half))
        });
        let ends: Vec<Option<(usize, bool)>> =
            bans.map(|one| one.end(self.healed_by(half))).collect();
        // A restriction gives back at its end where no other ends later, or never.
        let last = ends
            .iter()
            .map(|end| end.map_or(usize::MAX, |end| end.0))
            .max();
        let back = last.is_some_and(|last| last <= half && ends.contains(&Some((last, true))));
        Said {
            restricted,
            allowed: permits().any(|(_, one, _)| one.verb == Verb::Allow),
            back,
            spoken: back || permits().next().is_some(),
            // One of two parts, firm and advised, may have ended before the other.
            ended: self.has_ended(leaf, half),
        }
    }

    fn has_ended(&self, leaf: ThingId, half: usize) -> bool {
        let all = self.sentences.iter().map(|(_, one)| one);
        let mut bans = all.filter(|one| {
            BANS.contains(&one.verb)
                && self.leaves(one.thing).contains(&leaf)
                && !one.is_void(self.healed_by(half))
        });
        bans.any(|one| match one.window {
            Window::Range(firm, _) => 2 * firm <= half,
            _ => one
                .end(self.healed_by(half))
                .is_some_and(|end| end.0 <= half),
        })
    }

    fn is_left(&self, thing: usize, half: usize) -> bool {
        let mut leaves = self.leaves(thing).iter();
        leaves.any(|leaf| {
            let mut bans = self.of(BANS, half);
            !bans.any(|(_, one, strength)| strength == 2 && self.leaves(one.thing).contains(leaf))
        })
    }

    /// How strongly something of a thing is asked for.
    fn required(&self, thing: usize, half: usize) -> usize {
        let duties = self.of(DUTIES, half);
        let under = |one: &Sentence| self.words.under[one.thing][thing];
        let of_it = duties.filter(|(_, one, _)| under(one) && self.is_left(one.thing, half));
        of_it.map(|(.., strength)| strength).max().unwrap_or(0)
    }

    /// How strongly a thing is limited, or forbidden.
    fn limited(&self, leaf: ThingId, half: usize) -> usize {
        let about = |one: &Sentence| self.leaves(one.thing).contains(&leaf);
        let all = [Verb::Limit, Verb::Avoid, Verb::ShouldAvoid];
        let limits = self.of(&all, half).filter(|(_, one, _)| about(one));
        limits.map(|(.., strength)| strength).max().unwrap_or(0)
    }

    /// The sentences that ask in a half of a day what the other does not, or as strongly.
    fn missed(&self, other: &Self, half: usize) -> Vec<usize> {
        let mut missed = Vec::new();
        for (at, one, strength) in self.of(DUTIES, half) {
            if self.is_left(one.thing, half) && other.required(one.thing, half) < strength {
                missed.push(at);
            }
        }
        for (at, one, strength) in self.of(&[Verb::Limit], half) {
            let mut leaves = self.leaves(one.thing).iter();
            let is_banned = |leaf: &ThingId| self.said(*leaf, half).restricted == 2;
            if leaves.any(|leaf| !is_banned(leaf) && other.limited(*leaf, half) < strength) {
                missed.push(at);
            }
        }
        let is = other.of(&[Verb::Expect], half).next().is_some();
        missed.extend(
            self.of(&[Verb::Expect], half)
                .filter(|_| !is)
                .map(|(at, ..)| at),
        );
        missed
    }
}

/// Which way, of what, and on which day.
pub type Told = BTreeMap<(Turn, What), BTreeSet<usize>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The answer about a thing.
    Thing(ThingId),
    /// What an old sentence says beside, or a new one.
    Sentence(bool, usize),
    /// What is normal.
    Expected,
}

pub fn one_by_one(vocabulary: &Vocabulary, old: &[Sentence], new: &[Sentence]) -> Told {
    let words = Words::of(vocabulary);
    let mut told = Told::new();
    let moves = old.iter().chain(new).any(Sentence::moves);
    let healed = (0..if moves { HALVES / 2 } else { 0 }).map(Some);
    for healed in healed.chain([None]) {
        for patient in 0..truths()[0].len() {
            let world = |sentences: &[Sentence]| World {
                words: &words,
                healed,
                sentences: (sentences.iter().copied().enumerate())
                    .filter(|(_, one)| truths()[one.condition][patient])
                    .collect(),
            };
            compare((&world(old), &world(new)), (old, new), &mut told);
        }
    }
    told
}

/// Compares both for one patient.
fn compare(
    (was, is): (&World<'_>, &World<'_>),
    (old, new): (&[Sentence], &[Sentence]),
    told: &mut Told,
) {
    let mut note = |turn, what, half: usize| {
        told.entry((turn, what)).or_default().insert(half / 2);
    };
    for half in 0..HALVES {
        for (leaf, alike) in &was.words.alike {
            let (before, after) = (was.said(*leaf, half), is.said(*leaf, half));
            for (turn, turns) in [
                (Turn::Looser, before.is_loosened(&after)),
                (Turn::Stricter, after.is_loosened(&before)),
            ] {
                let alike = alike.iter().filter(|_| turns);
                alike.for_each(|one| note(turn, What::Thing(*one), half));
            }
        }
        for (turn, one, other, is_old) in [
            (Turn::Looser, was, is, true),
            (Turn::Stricter, is, was, false),
        ] {
            for at in one.missed(other, half) {
                let sentences = if is_old { old } else { new };
                if sentences[at].verb == Verb::Expect {
                    note(Turn::Different, What::Expected, half);
                } else {
                    note(turn, What::Sentence(is_old, at), half);
                }
            }
        }
    }
    // They are about no days: a warning sign counts whenever it is noticed.
    for verb in [Verb::Refuse, Verb::Report] {
        let saying = |world: &World<'_>| -> Vec<usize> {
            let all = world.sentences.iter();
            all.filter(|(_, one)| one.verb == verb)
                .map(|(at, _)| *at)
                .collect()
        };
        let (said, says) = (saying(was), saying(is));
        if says.is_empty() {
            said.iter()
                .for_each(|at| note(Turn::Looser, What::Sentence(true, *at), 0));
        }
        if said.is_empty() {
            says.iter()
                .for_each(|at| note(Turn::Stricter, What::Sentence(false, *at), 0));
        }
    }
}
