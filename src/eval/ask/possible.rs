//! The answers that a question may get, each as a profile takes it.

use std::collections::BTreeSet;

use crate::check::{Atom, Protocol};
use crate::eval::landmarks::Landmarks;
use crate::eval::scene::NOMINAL;
use crate::number::Number;
use crate::plan::Question;
use crate::profile::Profile;
use crate::syntax::tree::Kind;
use crate::vocabulary::{Fact, FactId, FactKind, ThingId};

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Possible {
    /// In words: `yes`, `under 18 years`, `blood thinners, such as aspirin`.
    pub words: String,
    /// As it is given: `age = 17`.
    pub setting: String,
}

/// What a question's answer is given as: `skin type = IV`, `sessions = none`.
#[must_use]
pub(crate) fn setting(question: &Question, answer: &str) -> String {
    let key = if question.answer_with.starts_with("sessions ") {
        "sessions"
    } else {
        &question.fact
    };
    format!("{key} = {answer}")
}

/// The answers that conditions can tell apart, as far as one answer alone goes.
pub(super) fn possible(
    protocol: &Protocol,
    profile: &Profile,
    question: &Question,
) -> Vec<Possible> {
    let given = |words: &str, answer: &str| Possible {
        words: words.to_owned(),
        setting: setting(question, answer),
    };
    let plain = |answer: &str| given(answer, answer);
    if let Some(id) = protocol.vocabulary.find_fact(&question.fact) {
        let answers = of_fact(protocol, id).into_iter();
        return answers
            .map(|(words, answer)| given(&words, &answer))
            .collect();
    }
    if question.answer_with.starts_with("sessions ") {
        let treated = profile.treated.map_or(NOMINAL, |treated| treated.date);
        let earlier = treated
            .checked_sub_days(chrono::Days::new(28))
            .unwrap_or(treated);
        return vec![
            plain("none"),
            given("one, 4 weeks before", &earlier.to_string()),
        ];
    }
    if question.fact.starts_with("prescribed ") {
        return vec![plain("yes"), plain("no")];
    }
    // A symptom: there since the treatment, or not.
    let day = profile.treated.map_or(NOMINAL, |treated| treated.date);
    vec![given("since the treatment", &day.to_string()), plain("no")]
}

/// The answers of a fact: in words, and as they are given.
fn of_fact(protocol: &Protocol, id: FactId) -> Vec<(String, String)> {
    let fact = protocol.vocabulary.fact(id);
    let plain = |answer: &String| (answer.clone(), answer.clone());
    match &fact.kind {
        FactKind::YesNo => ["yes", "no"]
            .map(|answer| (answer.to_owned(), answer.to_owned()))
            .to_vec(),
        FactKind::Ordered(values) | FactKind::OneOf(values) => values.iter().map(plain).collect(),
        FactKind::AnyOf(values) => std::iter::once(&"none".to_owned())
            .chain(values)
            .map(plain)
            .collect(),
        FactKind::Number(_) => numbers(protocol, id, fact),
        FactKind::Things(root) => things(protocol, *root),
    }
}

/// A number below, at, between and above all that conditions compare with.
fn numbers(protocol: &Protocol, id: FactId, fact: &Fact) -> Vec<(String, String)> {
    let FactKind::Number(measure) = fact.kind else {
        return Vec::new();
    };
    let landmarks = Landmarks::of(&protocol.vocabulary, &protocol.rules);
    let at: Vec<Number> = landmarks.thresholds_of(id).to_vec();
    let shown = |number: Number| measure.amount(number);
    let half = |one: Number, other: Number| {
        Number::thousandths((one.as_thousandths() + other.as_thousandths()) / 2)
    };
    let mut all = Vec::new();
    let least = measure.least();
    if let Some(first) = at.first().filter(|first| **first > least) {
        let below = half(least, *first);
        all.push((format!("under {}", shown(*first)), shown(below)));
    }
    for (index, number) in at.iter().enumerate() {
        all.push((shown(*number), shown(*number)));
        match at.get(index + 1) {
            Some(next) => {
                let words = format!("between {number} and {}", shown(*next));
                all.push((words, shown(half(*number, *next))));
            }
            None if measure.most().is_some_and(|most| most <= *number) => {}
            None => {
                let next = Number::thousandths(number.as_thousandths() + 1000);
                let above = measure.most().map_or(next, |most| most.min(next));
                all.push((format!("over {}", shown(*number)), shown(above)));
            }
        }
    }
    all
}

/// None, and one of each class that sentences ask about or restrict.
fn things(protocol: &Protocol, root: ThingId) -> Vec<(String, String)> {
    let vocabulary = &protocol.vocabulary;
    let mut named: BTreeSet<ThingId> = BTreeSet::new();
    for rule in &protocol.rules {
        rule.condition.atoms(&mut |atom| match atom {
            Atom::Taking(thing)
            | Atom::Took { thing, .. }
            | Atom::Prescribed(thing)
            | Atom::IncludesThing { thing, .. } => {
                named.insert(*thing);
            }
            _ => {}
        });
        let restricted = rule.head.restricted().iter().map(|item| item.thing);
        named.extend(restricted.filter(|thing| vocabulary.thing(*thing).kind == Kind::Medicine));
    }
    let mut all = vec![("none".to_owned(), "none".to_owned())];
    for thing in named
        .into_iter()
        .filter(|thing| vocabulary.is_under(*thing, root))
    {
        let leaf = vocabulary.leaves(thing).into_iter().next().unwrap_or(thing);
        let (class, name) = (vocabulary.name(thing), vocabulary.name(leaf));
        let words = if leaf == thing {
            name.to_owned()
        } else {
            format!("{class}, such as {name}")
        };
        all.push((words, name.to_owned()));
    }
    all
}
