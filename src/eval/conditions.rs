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
use crate::vocabulary::{FactId, FactKind, Vocabulary};

const ASKING: Asking = Asking {
    session: 0,
    since: None,
    at: Instant::NEVER_ENDS,
    before_treatment: false,
};

/// A patient of whom nothing is known.
fn anybody<'a>(
    vocabulary: &'a Vocabulary,
    landmarks: &'a Landmarks,
    profile: &'a Profile,
) -> Truth<'a> {
    Truth::new(
        profile,
        vocabulary,
        landmarks,
        Clock::new(None, None),
        NOMINAL,
        None,
    )
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
        let one = truth.node(&mut unknowns, one, ASKING);
        let other = truth.node(&mut unknowns, other, ASKING);
        let both = unknowns.diagram.and(one, other);
        let way = unknowns.example(both)?;
        let facts: Vec<String> = way
            .iter()
            .filter_map(|(unknown, value)| described(&truth, unknown, *value))
            .collect();
        Some(if facts.is_empty() {
            "any patient".to_owned()
        } else {
            format!("a patient ({})", facts.join(", "))
        })
    }

    /// Whether a condition is false for every patient of whom a profile tells all that is known.
    #[must_use]
    pub fn is_false(&self, condition: &Condition, profile: &Profile) -> bool {
        let truth = anybody(self.vocabulary, &self.landmarks, profile);
        let node = truth.node(&mut Unknowns::default(), condition, ASKING);
        node == Node::FALSE
    }

    /// Whether a condition is too large to be decided exactly.
    #[must_use]
    pub fn is_too_large(&self, condition: &Condition) -> bool {
        let profile = Profile::default();
        let truth = anybody(self.vocabulary, &self.landmarks, &profile);
        let mut unknowns = Unknowns::default();
        let node: Node = truth.node(&mut unknowns, condition, ASKING);
        unknowns.diagram.is_full() || unknowns.diagram.support(node).contains(&Diagram::TOO_LARGE)
    }
}

/// An unknown with a value, in words.
pub(super) fn described(truth: &Truth<'_>, unknown: &Unknown, value: usize) -> Option<String> {
    let vocabulary = truth.vocabulary;
    let yes = |words: String| {
        Some(if value == 1 {
            words
        } else {
            format!("not {words}")
        })
    };
    match unknown {
        Unknown::Fact(fact) => fact_with(truth, *fact, value),
        Unknown::Value(fact, index) => {
            let name = words::value_name(vocabulary, *fact, *index)?;
            yes(format!("{}: {name}", vocabulary.fact(*fact).name))
        }
        Unknown::Group(fact, group) => {
            let members = truth.landmarks.groups.get(fact)?.members.get(*group)?;
            let name = vocabulary.name(*members.first()?);
            Some(if value == 0 {
                format!("no {name}")
            } else {
                format!("{}: {name}", vocabulary.fact(*fact).name)
            })
        }
        Unknown::Prescribed(thing) => yes(format!("prescribed {}", vocabulary.name(*thing))),
        Unknown::Symptom(thing) | Unknown::Event(thing) | Unknown::History(thing) => {
            yes(vocabulary.name(*thing).to_owned())
        }
        Unknown::Session => Some(format!("session {}", value + 1)),
        _ => None,
    }
}

fn fact_with(truth: &Truth<'_>, fact: FactId, value: usize) -> Option<String> {
    let declared = truth.vocabulary.fact(fact);
    let name = &declared.name;
    Some(match &declared.kind {
        FactKind::YesNo if value == 1 => name.clone(),
        FactKind::YesNo => format!("not {name}"),
        FactKind::Number(unit) => {
            let number = in_region(truth.landmarks.thresholds_of(fact), value)?;
            format!("{name} {number} {}", unit.name(number != Number::whole(1)))
        }
        _ => format!(
            "{name} {}",
            words::value_name(truth.vocabulary, fact, value)?
        ),
    })
}

/// A number in a region between, or at, the thresholds: see [`Truth::node`].
pub(super) fn in_region(thresholds: &[Number], region: usize) -> Option<Number> {
    let least = usize::from(thresholds.first() == Some(&Number::whole(0)));
    let region = region + least;
    let at = |index: usize| thresholds.get(index).copied();
    if region % 2 == 1 {
        return at(region / 2);
    }
    let above = at(region / 2);
    let below = (region / 2).checked_sub(1).and_then(at);
    let whole = Number::whole(1).as_thousandths();
    match (below, above) {
        (None, None) => None,
        (Some(below), None) => Some(Number::thousandths(below.as_thousandths() + whole)),
        (below, Some(above)) => {
            let below = below.map_or(0, Number::as_thousandths);
            Some(Number::thousandths(i64::midpoint(
                below,
                above.as_thousandths(),
            )))
        }
    }
}
