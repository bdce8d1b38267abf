//! What to give so that a condition is so, or is not: in the words of a scenario.

use std::collections::BTreeSet;

use crate::check::{Atom, Condition, Qualifier};
use crate::number::Number;
use crate::syntax::tree::Comparison;
use crate::vocabulary::{FactId, FactKind, Vocabulary};

/// What to give, in the order of need; none where there is no such patient, or none that can be given.
pub(super) fn given(
    vocabulary: &Vocabulary,
    condition: &Condition,
    so: bool,
) -> Option<Vec<String>> {
    let mut wanted = Wanted {
        vocabulary,
        given: Vec::new(),
    };
    wanted.condition(condition, so)?;
    let mut seen = BTreeSet::new();
    let mut given = wanted.given;
    given.retain(|one| seen.insert(one.clone()));
    let takes = given
        .iter()
        .any(|one| one.starts_with("taking ") || one.contains(" last taken "));
    given.retain(|one| !(takes && one == "no medications"));
    Some(given)
}

struct Wanted<'a> {
    vocabulary: &'a Vocabulary,
    given: Vec<String>,
}

impl Wanted<'_> {
    fn condition(&mut self, condition: &Condition, so: bool) -> Option<()> {
        match (condition, so) {
            (Condition::Atom(atom), _) => self.atom(atom, so),
            (Condition::Not(inner), _) => self.condition(inner, !so),
            (Condition::All(all), true) | (Condition::Any(all), false) => {
                all.iter().try_for_each(|one| self.condition(one, so))
            }
            (Condition::All(all), false) | (Condition::Any(all), true) => {
                let before = self.given.len();
                all.iter().find_map(|one| {
                    let found = self.condition(one, so);
                    if found.is_none() {
                        self.given.truncate(before);
                    }
                    found
                })
            }
        }
    }

    fn push(&mut self, text: String) {
        self.given.push(text);
    }

    fn fact(&self, fact: FactId) -> &str {
        &self.vocabulary.fact(fact).name
    }

    fn atom(&mut self, atom: &Atom, so: bool) -> Option<()> {
        let text = match atom {
            Atom::Yes(fact) => self.yes(*fact, so),
            Atom::No(fact) => self.yes(*fact, !so),
            Atom::Number {
                fact,
                comparison,
                number,
            } => {
                let given = a_number(*comparison, *number, so)?;
                let can_be = match self.vocabulary.fact(*fact).kind {
                    FactKind::Number(measure) => measure.can_be(given),
                    _ => true,
                };
                can_be.then(|| format!("{} {given}", self.fact(*fact)))?
            }
            Atom::OneOf { fact, values } => self.one_of(*fact, values, so)?,
            Atom::Includes { fact, value } => self.includes(*fact, *value, so)?,
            Atom::Taking(thing) if so => format!("taking {}", self.vocabulary.name(*thing)),
            Atom::Took { thing, .. } if so => {
                format!("{} last taken day -1", self.vocabulary.name(*thing))
            }
            Atom::Taking(_) | Atom::Took { .. } => "no medications".to_owned(),
            Atom::Had { thing, .. } if so => {
                format!("had {} on day -1", self.vocabulary.name(*thing))
            }
            Atom::Had { thing, .. } => format!("never had {}", self.vocabulary.name(*thing)),
            Atom::Prescribed(thing) => {
                let not = if so { "" } else { "not " };
                format!("{not}prescribed {}", self.vocabulary.name(*thing))
            }
            Atom::IncludesThing { fact, thing } if so => {
                format!("{} {}", self.fact(*fact), self.vocabulary.name(*thing))
            }
            Atom::IncludesThing { fact, .. } => format!("no {}", self.fact(*fact)),
            Atom::Symptom { symptom, qualifier } if so => {
                let name = self.vocabulary.name(*symptom);
                format!("{} on day 0", bad(name, qualifier.as_ref()))
            }
            Atom::Symptom { symptom, .. } => format!("no {}", self.vocabulary.name(*symptom)),
            Atom::Event(event) if so => format!("{} on day 1", self.vocabulary.name(*event)),
            // What is not given has not happened yet.
            Atom::Event(_) => return Some(()),
            Atom::Session(number) => return self.session(*number, so),
        };
        self.push(text);
        Some(())
    }

    fn yes(&self, fact: FactId, so: bool) -> String {
        let not = if so { "" } else { "not " };
        format!("{not}{}", self.fact(fact))
    }

    fn one_of(&self, fact: FactId, values: &[usize], so: bool) -> Option<String> {
        let declared = self.vocabulary.fact(fact);
        let (FactKind::Ordered(options) | FactKind::OneOf(options)) = &declared.kind else {
            return None;
        };
        let mut fitting = options.iter().enumerate();
        let (_, option) = fitting.find(|(at, _)| values.contains(at) == so)?;
        Some(format!("{} {option}", declared.name))
    }

    fn includes(&self, fact: FactId, value: usize, so: bool) -> Option<String> {
        let declared = self.vocabulary.fact(fact);
        let FactKind::AnyOf(options) = &declared.kind else {
            return None;
        };
        Some(match so {
            true => format!("{} {}", declared.name, options.get(value)?),
            false => format!("no {}", declared.name),
        })
    }

    /// Earlier sessions, a month apart.
    fn session(&mut self, number: u32, so: bool) -> Option<()> {
        let earlier = match (so, number) {
            (true, number) => number.checked_sub(1)?,
            (false, 1) => 1,
            (false, _) => 0,
        };
        if earlier == 0 {
            self.push("no earlier session".to_owned());
        }
        for one in 1..=earlier.min(50) {
            self.push(format!("earlier session on day -{}", one * 30));
        }
        Some(())
    }
}

/// A number that a comparison holds for, or not, as near to its bound as it goes.
fn a_number(comparison: Comparison, number: Number, so: bool) -> Option<Number> {
    let one = Number::whole(1).as_thousandths();
    let at = number.as_thousandths();
    let beside = match (comparison, so) {
        (Comparison::Equal | Comparison::AtMost | Comparison::AtLeast, true)
        | (Comparison::NotEqual | Comparison::Less | Comparison::Greater, false) => at,
        (Comparison::Equal | Comparison::AtMost, false)
        | (Comparison::NotEqual | Comparison::Greater, true) => at + one,
        (Comparison::AtLeast, false) | (Comparison::Less, true) => at - one,
    };
    (beside >= 0).then(|| Number::thousandths(beside))
}

/// `severe pain`, `fever 39 C`
fn bad(name: &str, qualifier: Option<&Qualifier>) -> String {
    match qualifier {
        None => name.to_owned(),
        Some(Qualifier::Severe) => format!("severe {name}"),
        Some(Qualifier::Spreading) => format!("spreading {name}"),
        Some(Qualifier::Worsening) => format!("worsening {name}"),
        Some(Qualifier::Above { number, unit, .. }) => {
            let above = Number::thousandths(number.as_thousandths() + 1000);
            format!("{name} {above} {}", unit.name(true))
        }
        Some(Qualifier::Lasting(length)) => {
            format!("{name} lasting {}", crate::format::duration(*length))
        }
        Some(Qualifier::Despite(tried)) => format!("{name} despite {tried}"),
    }
}
