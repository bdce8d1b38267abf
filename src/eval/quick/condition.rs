//! Conditions over known facts: true or false without a diagram.

use smallvec::SmallVec;

use crate::check::{Atom, Condition};
use crate::eval::groups::is_within;
use crate::eval::medicines::listing_fact;
use crate::eval::truth::{Truth, compare};
use crate::number::Number;
use crate::profile::{Answered, History, Profile, Value};
use crate::syntax::tree::{Comparison, Duration};
use crate::vocabulary::{FactId, ThingId, Vocabulary};

/// The facts that a protocol reads, in order: conditions name them by their place.
#[derive(Debug, Default)]
pub struct Facts(Vec<FactId>);

/// One patient's answers to them.
pub struct Known<'p>(SmallVec<[Option<&'p Answered>; 24]>);

/// A condition whose facts are named by their place.
#[derive(Debug)]
pub enum Plain {
    /// A comparison with a fact's value.
    Fact(usize, Test),
    /// `session is 1`
    Session(usize),
    /// `had dermal filler within 2 weeks`
    Had {
        /// What.
        thing: ThingId,
        /// All that it stands for, itself included.
        any: Vec<ThingId>,
        /// How long ago at most.
        within: Duration,
    },
    /// Any symptom.
    Symptom,
    /// What is not decided here.
    Other,
    /// Not.
    Not(Box<Plain>),
    /// All of these.
    All(Vec<Plain>),
    /// Any of these.
    Any(Vec<Plain>),
}

/// A comparison with a fact's value.
#[derive(Debug)]
pub enum Test {
    /// It is this.
    Is(bool),
    /// It compares so.
    Number(Comparison, Number),
    /// It is one of these.
    OneOf(Vec<usize>),
    /// It holds this.
    Includes(usize),
    /// It lists something under this thing, taken now or within a length of time.
    Lists(ThingId, Option<Duration>),
}

impl Facts {
    /// The facts that conditions read, those that list medicines included.
    pub fn of<'c>(
        vocabulary: &Vocabulary,
        conditions: impl IntoIterator<Item = &'c Condition>,
    ) -> Self {
        let mut facts = Vec::new();
        for condition in conditions {
            condition.atoms(&mut |atom| facts.extend(read(vocabulary, atom)));
        }
        facts.sort_unstable();
        facts.dedup();
        Self(facts)
    }

    /// A patient's answers.
    pub fn answers<'p>(&self, profile: &'p Profile) -> Known<'p> {
        let mut answered = profile.facts.iter().peekable();
        let answers = self.0.iter().map(|fact| {
            while answered.next_if(|(known, _)| *known < fact).is_some() {}
            answered
                .next_if(|(known, _)| *known == fact)
                .map(|(_, answer)| answer)
        });
        Known(answers.collect())
    }

    /// A condition over them.
    pub fn plain(&self, vocabulary: &Vocabulary, condition: &Condition) -> Plain {
        let all = |all: &[Condition]| all.iter().map(|one| self.plain(vocabulary, one)).collect();
        match condition {
            Condition::Atom(atom) => self.atom(vocabulary, atom).unwrap_or(Plain::Other),
            Condition::Not(inner) => Plain::Not(Box::new(self.plain(vocabulary, inner))),
            Condition::All(conditions) => Plain::All(all(conditions)),
            Condition::Any(conditions) => Plain::Any(all(conditions)),
        }
    }

    fn atom(&self, vocabulary: &Vocabulary, atom: &Atom) -> Option<Plain> {
        let test = match atom {
            Atom::Yes(_) => Test::Is(true),
            Atom::No(_) => Test::Is(false),
            Atom::Number {
                comparison, number, ..
            } => Test::Number(*comparison, *number),
            Atom::OneOf { values, .. } => Test::OneOf(values.clone()),
            Atom::Includes { value, .. } => Test::Includes(*value),
            Atom::Taking(thing) | Atom::IncludesThing { thing, .. } => Test::Lists(*thing, None),
            Atom::Took { thing, within } => Test::Lists(*thing, Some(*within)),
            Atom::Had { thing, within } => {
                let mut any = vec![*thing];
                if !vocabulary.thing(*thing).children.is_empty() {
                    any.extend(vocabulary.leaves(*thing));
                }
                return Some(Plain::Had {
                    thing: *thing,
                    any,
                    within: *within,
                });
            }
            Atom::Session(number) => return Some(Plain::Session(*number as usize)),
            Atom::Symptom { .. } => return Some(Plain::Symptom),
            Atom::Prescribed(_) | Atom::Event(_) => return None,
        };
        let fact = read(vocabulary, atom)?;
        Some(Plain::Fact(self.0.binary_search(&fact).ok()?, test))
    }
}

/// The fact that a comparison reads.
fn read(vocabulary: &Vocabulary, atom: &Atom) -> Option<FactId> {
    match atom {
        Atom::Yes(fact)
        | Atom::No(fact)
        | Atom::Number { fact, .. }
        | Atom::OneOf { fact, .. }
        | Atom::Includes { fact, .. }
        | Atom::IncludesThing { fact, .. } => Some(*fact),
        Atom::Taking(thing) | Atom::Took { thing, .. } => listing_fact(vocabulary, *thing),
        _ => None,
    }
}

impl Plain {
    /// Whether it is so around this session, whatever is unknown; none where that is not decided here.
    pub fn decide(&self, known: &Known<'_>, truth: &Truth<'_>) -> Option<bool> {
        match self {
            Self::Fact(place, test) => match known.0.get(*place).copied().flatten()? {
                Answered::Known(value) => test.holds(value, truth),
                Answered::DoesNotApply => Some(false),
                Answered::Unsure => None,
            },
            Self::Session(number) => {
                let earlier = truth.profile.sessions.as_ref()?;
                Some(earlier.len() + 1 == *number)
            }
            Self::Had { thing, any, within } => had(truth, *thing, any, *within),
            Self::Symptom => {
                let none = truth.profile.symptoms_complete && truth.profile.symptoms.is_empty();
                none.then_some(false)
            }
            Self::Other => None,
            Self::Not(inner) => Some(!inner.decide(known, truth)?),
            Self::All(all) => decide_all(all, known, truth, false),
            Self::Any(any) => decide_all(any, known, truth, true),
        }
    }
}

/// Whether any (or, for `deciding` false, all) of these hold: one that is `deciding` is enough.
fn decide_all(all: &[Plain], known: &Known<'_>, truth: &Truth<'_>, deciding: bool) -> Option<bool> {
    let mut open = false;
    for one in all {
        match one.decide(known, truth) {
            Some(decided) if decided == deciding => return Some(deciding),
            Some(_) => {}
            None => open = true,
        }
    }
    (!open).then_some(!deciding)
}

impl Test {
    fn holds(&self, value: &Value, truth: &Truth<'_>) -> Option<bool> {
        Some(match (self, value) {
            (Self::Is(wanted), Value::Yes(yes)) => yes == wanted,
            (Self::Number(comparison, number), Value::Number(known)) => {
                compare(*comparison, known.cmp(number))
            }
            (Self::OneOf(values), Value::Index(index)) => values.contains(index),
            (Self::Includes(value), Value::Indexes(known)) => known.contains(value),
            (Self::Lists(thing, within), Value::Things(listed)) => {
                let mut open = false;
                for entry in listed {
                    let counts = match (entry.last_taken, within) {
                        (None, _) => true,
                        (Some(date), Some(within)) => is_within(date, *within, truth.reference),
                        (Some(_), None) => false,
                    };
                    if !counts {
                        continue;
                    }
                    if truth.vocabulary.is_under(entry.thing, *thing) {
                        return Some(true);
                    }
                    // A listed class stands for one of its members, and which is not known.
                    open |= !truth.vocabulary.thing(entry.thing).children.is_empty();
                }
                return (!open).then_some(false);
            }
            _ => false,
        })
    }
}

/// Whether a procedure or event of the past was within a length of time, where that is known.
fn had(truth: &Truth<'_>, thing: ThingId, any: &[ThingId], within: Duration) -> Option<bool> {
    let history = &truth.profile.history;
    let answered = matches!(history.get(&thing), Some(History::On(_) | History::Never));
    if !answered && !truth.profile.history_complete || !truth.profile.events.is_empty() {
        return None;
    }
    let mut open = false;
    for (_, when) in history.iter().filter(|(known, _)| any.contains(known)) {
        match when {
            History::Never => {}
            History::Unsure => open = true,
            History::On(dates) => {
                let within = dates.iter().any(|date| {
                    *date <= truth.reference && is_within(*date, within, truth.reference)
                });
                if within {
                    return Some(true);
                }
            }
        }
    }
    (!open).then_some(false)
}
