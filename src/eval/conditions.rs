//! What conditions come to for any patient: whether two can hold together, and for whom; whether one
//! is too large to be decided.

use super::diagram::{Diagram, Node};
use super::landmarks::Landmarks;
use super::scene::NOMINAL;
use super::time::Clock;
use super::time::Instant;
use super::truth::{Asking, Truth};
use super::unknown::{Unknown, Unknowns};
use super::words;
use crate::check::{Condition, Rule};
use crate::number::Number;
use crate::profile::Profile;
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::{FactId, FactKind, Measure, Unit, Vocabulary};

/// How a condition is asked of which nobody says when.
#[must_use]
pub fn asking(before_treatment: bool) -> Asking {
    Asking {
        session: 0,
        since: None,
        at: Instant::NEVER_ENDS,
        before_treatment,
    }
}

/// A patient of whom nothing is known.
fn anybody<'a>(
    vocabulary: &'a Vocabulary,
    landmarks: &'a Landmarks,
    profile: &'a Profile,
) -> Truth<'a> {
    let clock = Clock::new(None, None);
    Truth::new(profile, vocabulary, landmarks, clock, NOMINAL, None).of_everybody()
}

/// What conditions are decided by, made once for all those of a protocol.
pub struct Deciding<'a> {
    vocabulary: &'a Vocabulary,
    landmarks: Landmarks,
}

impl<'a> Deciding<'a> {
    /// For a protocol with these rules: they say which numbers matter.
    #[must_use]
    pub fn of(vocabulary: &'a Vocabulary, rules: &[Rule]) -> Self {
        Self {
            vocabulary,
            landmarks: Landmarks::of(vocabulary, rules),
        }
    }

    /// A patient for whom both conditions hold, in words; none where there is none.
    #[must_use]
    pub fn both(&self, one: &Condition, other: &Condition) -> Option<String> {
        let profile = Profile::default();
        let truth = anybody(self.vocabulary, &self.landmarks, &profile);
        let mut unknowns = Unknowns::default();
        let one = truth.node(&mut unknowns, one, asking(false));
        let other = truth.node(&mut unknowns, other, asking(false));
        let way = unknowns.example(one, other)?;
        let known = way.named.iter();
        let told: Vec<Told> = known
            .filter_map(|(unknown, value)| described(&truth, unknown, *value))
            .collect();
        Some(a_patient(&told))
    }

    /// Whether a condition is false for every patient.
    #[must_use]
    pub fn is_false(&self, condition: &Condition) -> bool {
        let profile = Profile::default();
        let truth = anybody(self.vocabulary, &self.landmarks, &profile);
        let node = truth.node(&mut Unknowns::default(), condition, asking(false));
        node == Node::FALSE
    }

    /// Whether a condition is too large to be decided exactly.
    #[must_use]
    pub fn is_too_large(&self, condition: &Condition) -> bool {
        let profile = Profile::default();
        let truth = anybody(self.vocabulary, &self.landmarks, &profile);
        let mut unknowns = Unknowns::default();
        let node: Node = truth.node(&mut unknowns, condition, asking(false));
        unknowns.diagram.is_full() || unknowns.diagram.support(node).contains(&Diagram::TOO_LARGE)
    }
}

/// Something that is known of a patient, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// `25`: how old, in years.
    Age(Number),
    /// `skin type V`
    With(String),
    /// `pregnant`, `not pregnant`
    Is(String),
}

/// `a patient of 25 with skin type V, pregnant`; nobody in particular where nothing is told.
pub(super) fn a_patient(told: &[Told]) -> String {
    let age = told.iter().find_map(|one| match one {
        Told::Age(years) => Some(format!(" of {years}")),
        _ => None,
    });
    let with: Vec<String> = (told.iter())
        .filter_map(|one| match one {
            Told::With(what) => Some(what.clone()),
            _ => None,
        })
        .collect();
    let is = told.iter().filter_map(|one| match one {
        Told::Is(what) => Some(format!(", {what}")),
        _ => None,
    });
    let is: String = is.collect();
    let with = match with.as_slice() {
        [] => String::new(),
        all => format!(" with {}", words::list(all, "and")),
    };
    match (age, with.is_empty() && is.is_empty()) {
        (None, true) => "any patient".to_owned(),
        (age, _) => format!("a patient{}{with}{is}", age.unwrap_or_default()),
    }
}

/// An unknown with a value, in words.
pub(super) fn described(truth: &Truth<'_>, unknown: &Unknown, value: usize) -> Option<Told> {
    let vocabulary = truth.vocabulary;
    let yes = |words: String| {
        if value == 1 {
            words
        } else {
            format!("not {words}")
        }
    };
    Some(match unknown {
        Unknown::Fact(fact) => return fact_with(truth, *fact, value),
        Unknown::Value(fact, index) => {
            let name = words::value_name(vocabulary, *fact, *index)?;
            let without = if value == 1 { "" } else { "no " };
            Told::With(format!(
                "{without}{name} among {}",
                vocabulary.fact(*fact).name
            ))
        }
        Unknown::Group(fact, group) => {
            let members = truth.landmarks.groups.get(fact)?.members.get(*group)?;
            let name = vocabulary.name(*members.first()?);
            let without = if value > 0 { "" } else { "no " };
            Told::With(format!(
                "{without}{name} among {}",
                vocabulary.fact(*fact).name
            ))
        }
        Unknown::Prescribed(thing) => {
            Told::Is(yes(format!("prescribed {}", vocabulary.name(*thing))))
        }
        Unknown::GroupPrescribed(fact, group) => {
            let members = truth.landmarks.groups.get(fact)?.members.get(*group)?;
            let name = vocabulary.name(*members.first()?);
            Told::Is(yes(format!("prescribed {name}")))
        }
        Unknown::Symptom(thing) | Unknown::History(thing) if value == 1 => {
            Told::With(vocabulary.name(*thing).to_owned())
        }
        Unknown::Symptom(thing) | Unknown::History(thing) => {
            Told::With(format!("no {}", vocabulary.name(*thing)))
        }
        Unknown::Event(thing) => Told::Is(yes(vocabulary.name(*thing).to_owned())),
        Unknown::Session => Told::Is(format!("at session {}", value + 1)),
        _ => return None,
    })
}

fn fact_with(truth: &Truth<'_>, fact: FactId, value: usize) -> Option<Told> {
    let declared = truth.vocabulary.fact(fact);
    let name = &declared.name;
    if value >= truth.values_of(fact) {
        return Some(Told::Is(format!("{name} does not apply")));
    }
    Some(match &declared.kind {
        FactKind::YesNo if value == 1 => Told::Is(name.clone()),
        FactKind::YesNo => Told::Is(format!("not {name}")),
        FactKind::Number(measure) => {
            let number = in_region(truth.landmarks.thresholds_of(fact), *measure, value)?;
            if name == "age" && measure.unit == Some(Unit::Time(TimeUnit::Year)) {
                return Some(Told::Age(number));
            }
            Told::With(format!("{name} {}", measure.amount(number)))
        }
        _ => {
            let value = words::value_name(truth.vocabulary, fact, value)?;
            Told::With(format!("{name} {value}"))
        }
    })
}

/// A number in a region between, or at, the thresholds: see [`Truth::node`].
pub(super) fn in_region(thresholds: &[Number], measure: Measure, region: usize) -> Option<Number> {
    let least = usize::from(thresholds.first() == Some(&measure.least()));
    let region = region + least;
    let at = |index: usize| thresholds.get(index).copied();
    if region % 2 == 1 {
        return at(region / 2);
    }
    let above = at(region / 2);
    let below = (region / 2).checked_sub(1).and_then(at);
    let whole = Number::whole(1).as_thousandths();
    let thousandths = |number: Number| number.as_thousandths();
    let (below, above) = (below.map(thousandths), above.map(thousandths));
    // A whole number where one lies there, next to the threshold: 17 is under 18, and 19 over it.
    let near = match (below, above) {
        (None, None) => return None,
        (None, Some(above)) => (above - 1).div_euclid(whole) * whole,
        (Some(below), _) => (below.div_euclid(whole) + 1) * whole,
    };
    // What lies below all thresholds may be the least that there is, and above them the most.
    let (least, most) = (measure.least(), measure.most());
    let near = match (below, above) {
        (None, _) => near.max(thousandths(least)),
        (_, None) => most.map_or(near, |most| near.min(thousandths(most))),
        _ => near,
    };
    let inside = below.is_none_or(|below| near > below) && above.is_none_or(|above| near < above);
    let middle = || i64::midpoint(below.unwrap_or(0), above.unwrap_or(0));
    Some(Number::thousandths(if inside { near } else { middle() }))
}
