//! Conditions without a diagram: over known facts, and over unknown ones that are independent.

use super::open::Grounds;
use super::verdict::Verdict;
use crate::check::{Atom, Condition};
use crate::eval::groups::is_within;
use crate::eval::medicines::listing_fact;
use crate::eval::truth::{Truth, compare};
use crate::number::Number;
use crate::profile::{Answered, History, Medication, Value};
use crate::syntax::tree::{Comparison, Duration};
use crate::vocabulary::{FactId, ThingId};

/// A condition, its classes spelt out.
#[derive(Debug)]
pub struct Simple {
    plain: Plain,
    /// Whether no two parts of it hang on the same unknown.
    apart: bool,
}

/// The parts of one.
#[derive(Debug)]
enum Plain {
    /// A comparison with a fact's value.
    Fact {
        /// The fact.
        fact: FactId,
        /// What it is compared with.
        test: Test,
        /// What it comes to where the fact is not known.
        open: Verdict,
    },
    /// `session is 1`
    Session {
        /// Its number.
        number: usize,
        /// What it comes to where that is not known.
        open: Verdict,
    },
    /// `had dermal filler within 2 weeks`
    Had {
        /// What.
        thing: ThingId,
        /// All that it stands for, itself included.
        any: Vec<ThingId>,
        /// How long ago at most.
        within: Duration,
    },
    /// Any symptom; what it comes to where none was asked.
    Symptom(Verdict),
    /// An event: asked about only where none was reported.
    Event,
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
enum Test {
    /// It is this.
    Is(bool),
    /// It compares so.
    Number(Comparison, Number),
    /// It is one of these.
    OneOf(Vec<usize>),
    /// It holds this.
    Includes(usize),
    /// It lists one of these, ascending, taken now or within a length of time.
    Lists(Vec<ThingId>, Option<Duration>),
}

impl Simple {
    /// A condition, made ready for all patients.
    pub fn of(grounds: Grounds<'_>, condition: &Condition) -> Self {
        Self {
            plain: Plain::of(grounds, condition),
            apart: grounds.apart(condition),
        }
    }

    /// What it comes to around this session while no event and no symptom that it reads is reported.
    pub fn decide(&self, truth: &Truth<'_>) -> Verdict {
        match self.plain.decide(truth) {
            Verdict::UnlessSymptoms | Verdict::Symptoms | Verdict::Open if !self.apart => {
                Verdict::Unclear
            }
            verdict => verdict,
        }
    }
}

impl Plain {
    fn of(grounds: Grounds<'_>, condition: &Condition) -> Self {
        let each = |all: &[Condition]| all.iter().map(|one| Self::of(grounds, one)).collect();
        match condition {
            Condition::Atom(atom) => Self::atom(grounds, atom).unwrap_or(Self::Other),
            Condition::Not(inner) => Self::Not(Box::new(Self::of(grounds, inner))),
            Condition::All(all) => Self::All(each(all)),
            Condition::Any(any) => Self::Any(each(any)),
        }
    }

    fn atom(grounds: Grounds<'_>, atom: &Atom) -> Option<Self> {
        let vocabulary = grounds.vocabulary;
        let or_unclear = |verdict| match grounds.unknowns(atom) {
            Some(_) => verdict,
            None => Verdict::Unclear,
        };
        let open = or_unclear(Verdict::Open);
        let fact = |fact, test| Some(Self::Fact { fact, test, open });
        let lists = |thing, within| {
            let below = vocabulary.below(thing);
            Test::Lists(below.into_iter().collect(), within)
        };
        match atom {
            Atom::Yes(yes) => fact(*yes, Test::Is(true)),
            Atom::No(no) => fact(*no, Test::Is(false)),
            Atom::Number {
                fact: read,
                comparison,
                number,
            } => fact(*read, Test::Number(*comparison, *number)),
            Atom::OneOf { fact: read, values } => fact(*read, Test::OneOf(values.clone())),
            Atom::Includes { fact: read, value } => fact(*read, Test::Includes(*value)),
            Atom::IncludesThing { fact: read, thing } => fact(*read, lists(*thing, None)),
            Atom::Taking(thing) => fact(listing_fact(vocabulary, *thing)?, lists(*thing, None)),
            Atom::Took { thing, within } => {
                let within = Some(*within);
                fact(listing_fact(vocabulary, *thing)?, lists(*thing, within))
            }
            Atom::Had { thing, within } => {
                let leaves = vocabulary.leaves(*thing);
                Some(Self::Had {
                    thing: *thing,
                    any: std::iter::once(*thing).chain(leaves).collect(),
                    within: *within,
                })
            }
            Atom::Session(number) => {
                let number = *number as usize;
                Some(Self::Session { number, open })
            }
            Atom::Symptom { .. } => Some(Self::Symptom(or_unclear(Verdict::Symptoms))),
            Atom::Event(_) => Some(Self::Event),
            Atom::Prescribed(_) => None,
        }
    }

    fn decide(&self, truth: &Truth<'_>) -> Verdict {
        let profile = truth.profile;
        match self {
            Self::Fact { fact, test, open } => match profile.facts.get(fact) {
                Some(Answered::Known(value)) => test.holds(value, truth),
                Some(Answered::DoesNotApply) => Verdict::False,
                Some(Answered::Unsure) | None => *open,
            },
            Self::Session { number, open } => match &profile.sessions {
                Some(earlier) => Verdict::of(earlier.len() + 1 == *number),
                None => *open,
            },
            Self::Had { thing, any, within } => had(truth, *thing, any, *within),
            Self::Symptom(open) => symptom(truth, *open),
            Self::Event => Verdict::Open,
            Self::Other => Verdict::Unclear,
            Self::Not(inner) => inner.decide(truth).not(),
            Self::All(all) => Verdict::all(all.iter().map(|one| one.decide(truth))),
            Self::Any(any) => Verdict::any(any.iter().map(|one| one.decide(truth))),
        }
    }
}

impl Test {
    fn holds(&self, value: &Value, truth: &Truth<'_>) -> Verdict {
        Verdict::of(match (self, value) {
            (Self::Is(wanted), Value::Yes(yes)) => yes == wanted,
            (Self::Number(comparison, number), Value::Number(known)) => {
                compare(*comparison, known.cmp(number))
            }
            (Self::OneOf(values), Value::Index(index)) => values.contains(index),
            (Self::Includes(value), Value::Indexes(known)) => known.contains(value),
            (Self::Lists(below, within), Value::Things(listed)) => {
                return lists(truth, listed, below, *within);
            }
            _ => false,
        })
    }
}

/// Whether a list holds one of these, taken now or within a length of time.
fn lists(
    truth: &Truth<'_>,
    listed: &[Medication],
    below: &[ThingId],
    within: Option<Duration>,
) -> Verdict {
    let mut verdict = Verdict::False;
    for entry in listed {
        let counts = match (entry.last_taken, within) {
            (None, _) => true,
            (Some(date), Some(within)) => is_within(date, within, truth.reference),
            (Some(_), None) => false,
        };
        if !counts {
            continue;
        }
        if below.binary_search(&entry.thing).is_ok() {
            return Verdict::True;
        }
        // A listed class stands for one of its members, and which is not known.
        if !truth.vocabulary.thing(entry.thing).children.is_empty() {
            verdict = Verdict::Unclear;
        }
    }
    verdict
}

/// Whether a symptom is there that nobody reported.
fn symptom(truth: &Truth<'_>, open: Verdict) -> Verdict {
    let profile = truth.profile;
    if !profile.symptoms.is_empty() {
        Verdict::Unclear
    } else if profile.symptoms_complete {
        Verdict::False
    } else if profile.symptoms_absent.is_empty() {
        open
    } else {
        Verdict::Unclear
    }
}

/// Whether a procedure or event of the past was within a length of time.
fn had(truth: &Truth<'_>, thing: ThingId, any: &[ThingId], within: Duration) -> Verdict {
    let history = &truth.profile.history;
    if !truth.profile.events.is_empty() {
        return Verdict::Unclear;
    }
    let answered = matches!(history.get(&thing), Some(History::On(_) | History::Never));
    // What is not told may have been, unless nothing else has or the whole class was asked.
    let mut open = !answered && !truth.profile.history_complete;
    for (_, when) in history.iter().filter(|(known, _)| any.contains(known)) {
        match when {
            History::Never => {}
            History::Unsure => open = true,
            History::On(dates) => {
                let within = dates.iter().any(|date| {
                    *date <= truth.reference && is_within(*date, within, truth.reference)
                });
                if within {
                    return Verdict::True;
                }
            }
        }
    }
    if open { Verdict::Open } else { Verdict::False }
}
