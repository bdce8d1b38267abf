//! One of two protocols, asked by the interpreter about a patient on a day.

use crate::check::{Protocol, ThingRef};
use crate::diagnostic::Diagnostic;
use crate::eval::Prepared;
use crate::eval::every::{Difference, Differing, Named, Turn};
use crate::plan::{Answer, Moment, Plan, State, ThingAnswer};
use crate::profile::Profile;
use crate::scenario::{Line, lines};

/// The old protocol, or the new one.
pub(super) struct Side<'a> {
    pub is_old: bool,
    pub protocol: &'a Protocol,
    prepared: Prepared<'a>,
}

/// What a protocol comes to, for one patient on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// In words.
    pub words: String,
    /// Whether nothing of it hangs on what is not known.
    pub settled: bool,
    /// How strict an answer is that is one and holds everywhere.
    rank: Option<u8>,
    /// All of it, to tell whether two differ.
    all: Vec<String>,
}

impl Said {
    /// Whether what the new protocol says turns this way.
    pub fn turns(&self, new: &Self, turn: Turn) -> bool {
        match (self.rank, new.rank) {
            (Some(was), Some(is)) => match turn {
                Turn::Looser => was > is,
                Turn::Stricter => was < is,
                Turn::Different => false,
            },
            _ => self.all != new.all,
        }
    }
}

impl<'a> Side<'a> {
    pub fn new(is_old: bool, protocol: &'a Protocol) -> Self {
        Self {
            is_old,
            protocol,
            prepared: Prepared::new(protocol),
        }
    }

    /// The plan of a patient.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn plan(&self, patient: &Profile, on: Option<Moment>) -> Result<Plan, Diagnostic> {
        self.prepared.plan(patient, on)
    }

    /// What is said of each of several differences: of a thing, or by the sentences behind it. None where a plan
    /// cannot be made.
    pub fn said(
        &self,
        differing: &Differing,
        (patient, on): (&Profile, Moment),
        all: &[(&Difference, Option<&Named>)],
    ) -> Option<Vec<Said>> {
        let things: Vec<Option<ThingRef>> = (all.iter())
            .map(|(_, named)| named.and_then(|named| differing.thing(self.is_old, named)))
            .collect();
        let asked: Vec<ThingRef> = things.iter().flatten().cloned().collect();
        let mut answers = self.prepared.answers(patient, on, &asked).ok()?.into_iter();
        let by_sentence = all.iter().any(|(_, named)| named.is_none());
        let lines = if by_sentence {
            lines(&self.prepared.plan(patient, Some(on)).ok()?)
        } else {
            Vec::new()
        };
        let mut said = Vec::with_capacity(all.len());
        for ((one, named), thing) in all.iter().zip(&things) {
            said.push(match (named, thing) {
                (None, _) => self.by_sentences(&lines, one, on)?,
                (Some(_), None) => not_known(),
                (Some(_), Some(_)) => of_thing(&answers.next()?),
            });
        }
        Some(said)
    }

    /// What the plan says of the sentences behind a difference.
    fn by_sentences(&self, lines: &[Line], one: &Difference, on: Moment) -> Option<Said> {
        let mut holding: Vec<(&Line, State)> = Vec::new();
        for at in one.asked(self.is_old) {
            let rule = self.protocol.rules.get(*at)?;
            let of_rule = lines.iter().filter(|line| {
                line.rule.location == rule.location || line.rule.also.contains(&rule.location)
            });
            for line in of_rule {
                holding.extend(line.state_on(on).map(|state| (line, state)));
            }
        }
        let mut all: Vec<String> = holding
            .iter()
            .map(|(line, state)| told(line, *state, on))
            .collect();
        all.sort();
        all.dedup();
        let words = if all.is_empty() { "not said" } else { "said" };
        Some(Said {
            words: words.to_owned(),
            settled: holding.iter().all(|(_, state)| *state == State::Settled),
            rank: None,
            all,
        })
    }
}

/// Of a thing that the vocabulary has no name for.
fn not_known() -> Said {
    Said {
        words: "not covered (it has no name for it)".to_owned(),
        settled: true,
        rank: Some(rank(Answer::NotCovered)),
        all: Vec::new(),
    }
}

fn of_thing(answers: &[ThingAnswer]) -> Said {
    let mut all: Vec<String> = answers.iter().map(in_words).collect();
    all.sort();
    all.dedup();
    let everywhere = answers.iter().all(|answer| answer.only.is_empty());
    let mut ranks: Vec<u8> = answers.iter().map(|answer| rank(answer.answer)).collect();
    ranks.dedup();
    Said {
        words: all.join("; "),
        settled: answers.iter().all(|answer| answer.state == State::Settled),
        rank: match ranks.as_slice() {
            [rank] if everywhere => Some(*rank),
            _ => None,
        },
        all,
    }
}

fn in_words(answer: &ThingAnswer) -> String {
    let mut words = word(answer.answer).to_owned();
    if answer.state != State::Settled {
        words.push_str(", not settled");
    }
    for only in &answer.only {
        words.push_str(&format!(" {only}"));
    }
    if let Some(otherwise) = answer.otherwise {
        words.push_str(&format!(", otherwise {}", word(otherwise)));
    }
    words
}

/// All that a line says on a day.
fn told(line: &Line, state: State, on: Moment) -> String {
    let stretches = line.stretches.iter().flatten();
    let strength: Vec<String> = stretches
        .filter(|stretch| stretch.holds_at(on))
        .map(|stretch| format!("{:?}", stretch.strength))
        .collect();
    format!("{state:?} {} {}", line.words.join("\n"), strength.join(" "))
}

/// From the loosest to the strictest.
fn rank(answer: Answer) -> u8 {
    match answer {
        Answer::Allowed => 0,
        Answer::NotCovered => 1,
        Answer::BetterNot => 2,
        Answer::Avoid => 3,
    }
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Avoid => "avoid",
        Answer::BetterNot => "better not",
        Answer::Allowed => "allowed",
        Answer::NotCovered => "not covered",
    }
}
