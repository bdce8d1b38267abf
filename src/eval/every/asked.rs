//! Two protocols asked again by the interpreter, about a patient on a day: what is told of an example stands only where
//! both plans say so.

use std::cell::Cell;

use super::Turn;
use crate::check::{Protocol, ThingRef};
use crate::diagnostic::Diagnostic;
use crate::eval::Prepared;
use crate::plan::{Answer, Line, Moment, Plan, State, Strength, ThingAnswer, lines};
use crate::profile::Profile;

/// How many sentences are gone through for all examples of a comparison: each takes a plan of both protocols. What
/// [`diff()`](crate::analysis::diff()) finds beyond is told without an example, and what a variant loosens beyond is not
/// decided.
pub const CONFIRMED: usize = 100_000;

/// What is asked of one protocol.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    /// What it answers about a thing; none where it has no name for it.
    Thing(Option<ThingRef>),
    /// What these of its sentences come to, by their places.
    Sentences(Vec<usize>),
}

/// Asks both protocols, as often as [`CONFIRMED`] lets.
pub(crate) struct Asking<'a> {
    pub sides: (Side<'a>, Side<'a>),
    /// How many sentences were gone through.
    made: Cell<usize>,
}

/// What becomes of an example.
pub(crate) enum Outcome<T> {
    /// Both plans confirm it.
    Confirmed(T),
    /// They do not.
    Denied,
    /// Nothing was asked any more.
    Skipped,
}

impl<'a> Asking<'a> {
    /// The old protocol and the new one, nothing asked yet.
    pub fn new(old: &'a Protocol, new: &'a Protocol) -> Self {
        Self {
            sides: (Side::new(old), Side::new(new)),
            made: Cell::new(0),
        }
    }

    /// Whether what both plans say of a patient, as either protocol knows her, turns this way, whatever is not known of
    /// her.
    pub fn turned(
        &self,
        (old, new): ((&Profile, Question), (&Profile, Question)),
        on: Moment,
        turn: Turn,
    ) -> Outcome<(Said, Said)> {
        let cost = self.sides.0.protocol.rules.len() + self.sides.1.protocol.rules.len();
        self.made.set(self.made.get() + cost);
        if self.made.get() > CONFIRMED {
            return Outcome::Skipped;
        }
        let of = |side: &Side<'_>, (patient, question): (&Profile, Question)| {
            side.said((patient, on), &[question])?.pop()
        };
        let said = of(&self.sides.0, old).zip(of(&self.sides.1, new));
        let turned = |(was, is): &(Said, Said)| was.surely(is, turn) && was.turns(is, turn);
        said.filter(turned)
            .map_or(Outcome::Denied, Outcome::Confirmed)
    }
}

/// The old protocol, or the new one.
pub(crate) struct Side<'a> {
    pub protocol: &'a Protocol,
    prepared: Prepared<'a>,
}

/// What a protocol comes to, for one patient on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// In words.
    pub words: String,
    /// Whether nothing of it hangs on what is not known.
    pub settled: bool,
    /// How strict an answer is that is one and holds everywhere.
    rank: Option<u8>,
    /// All of it, to tell whether two differ.
    all: Vec<String>,
    /// Of sentences about days how strongly they hold at most; none where they do not.
    strength: Option<Strength>,
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

    /// Whether what is not known changes nothing about the way in which it turns: what is told of the weaker side is the
    /// most that it can come to.
    fn surely(&self, new: &Self, turn: Turn) -> bool {
        let (firmer, weaker) = match turn {
            Turn::Looser => (self, new),
            Turn::Stricter => (new, self),
            Turn::Different => return self.settled && new.settled,
        };
        let ranked = || firmer.rank.is_some() && weaker.rank.is_some();
        let holding = || firmer.strength.is_some() && firmer.is_stronger_than(weaker);
        firmer.settled && (weaker.settled || ranked() || holding())
    }

    /// Whether sentences that hold on that day hold more strongly than those of the new protocol. What is about no days
    /// has no strength to be compared.
    pub fn is_stronger_than(&self, new: &Self) -> bool {
        let Some(own) = self.strength else {
            return !self.all.is_empty();
        };
        new.strength.is_none_or(|new| own < new)
    }
}

impl<'a> Side<'a> {
    fn new(protocol: &'a Protocol) -> Self {
        Self {
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

    /// What is said to each of several questions. None where a plan cannot be made.
    pub fn said(&self, (patient, on): (&Profile, Moment), all: &[Question]) -> Option<Vec<Said>> {
        let things = all.iter().filter_map(|question| match question {
            Question::Thing(thing) => thing.clone(),
            Question::Sentences(_) => None,
        });
        let things: Vec<ThingRef> = things.collect();
        let mut answers = self
            .prepared
            .answers(patient, on, &things)
            .ok()?
            .into_iter();
        let by_sentence = |question: &Question| matches!(question, Question::Sentences(_));
        let lines = if all.iter().any(by_sentence) {
            lines(&self.prepared.plan(patient, Some(on)).ok()?)
        } else {
            Vec::new()
        };
        let said = all.iter().map(|question| match question {
            Question::Sentences(rules) => self.by_sentences(&lines, rules, on),
            Question::Thing(None) => Some(not_known()),
            Question::Thing(Some(_)) => Some(of_thing(&answers.next()?)),
        });
        said.collect()
    }

    /// What the plan says of some sentences.
    fn by_sentences(&self, lines: &[Line], rules: &[usize], on: Moment) -> Option<Said> {
        let mut holding: Vec<(&Line, State)> = Vec::new();
        for at in rules {
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
            strength: (holding.iter())
                .flat_map(|(line, _)| strengths(line, on))
                .min(),
        })
    }
}

/// How strongly a line holds at a time; of what is about no days nothing.
fn strengths(line: &Line, on: Moment) -> Vec<Strength> {
    let stretches = line.stretches.iter().flatten();
    let holding = stretches.filter(|stretch| stretch.holds_at(on));
    holding.map(|stretch| stretch.strength).collect()
}

/// Of a thing that the vocabulary has no name for.
fn not_known() -> Said {
    Said {
        words: "not covered (it has no name for it)".to_owned(),
        settled: true,
        rank: Some(rank(Answer::NotCovered)),
        all: Vec::new(),
        strength: None,
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
        strength: None,
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
    let strength: Vec<String> = (strengths(line, on).iter())
        .map(|strength| format!("{strength:?}"))
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

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing test says where"
)]
mod tests {
    use super::*;
    use crate::check::{Bundled, CheckOptions, check};
    use crate::eval::every::universe;
    use crate::source::Sources;

    fn protocol(rules: &str) -> Protocol {
        let text = format!("import skin-care\naftercare for 10 days\n{rules}");
        let options = CheckOptions::default();
        let mut sources = Sources::new();
        let checked = check(&mut sources, &Bundled, "clinic.rules", &text, &options);
        checked.protocol.unwrap()
    }

    /// Whether both plans say on a day that something is looser: what is answered about the first thing of the first
    /// sentence, and what that sentence comes to.
    fn looser(old: &str, new: &str, day: i64) -> (bool, bool) {
        let (old, new) = (protocol(old), protocol(new));
        let asking = Asking::new(&old, &new);
        let nobody = universe::nothing_known();
        let on = nobody.treated.unwrap();
        let on = Moment {
            date: on.date + chrono::TimeDelta::days(day),
            ..on
        };
        let is = |question: &dyn Fn(&Protocol) -> Question| {
            let sides = ((&nobody, question(&old)), (&nobody, question(&new)));
            match asking.turned(sides, on, Turn::Looser) {
                Outcome::Confirmed((was, is)) => was.is_stronger_than(&is),
                Outcome::Denied | Outcome::Skipped => false,
            }
        };
        let thing = |protocol: &Protocol| protocol.rules[0].head.things().next().cloned();
        (
            is(&|protocol| Question::Thing(thing(protocol))),
            is(&|_| Question::Sentences(vec![0])),
        )
    }

    #[test]
    fn what_the_plans_do_not_say_is_denied() {
        let (seven, five) = ("avoid makeup for 7 days\n", "avoid makeup for 5 days\n");
        let of_day = |day| looser(seven, five, day);
        assert_eq!(
            [3, 5, 7].map(of_day),
            [(false, false), (true, true), (false, false)]
        );
        assert_eq!(looser(five, seven, 5), (false, false));
    }

    /// What is not known may leave less of the new one, and never more.
    #[test]
    fn what_is_not_known_is_taken_as_it_is_worst() {
        let firm = "avoid makeup for 7 days\n";
        let perhaps = "avoid makeup for 7 days if pregnant\n";
        let advised = "should avoid makeup for 7 days if pregnant\n";
        assert!(!looser(firm, perhaps, 3).0);
        assert!(looser(firm, advised, 3).0);
        assert!(!looser(perhaps, advised, 3).0);
    }
}
