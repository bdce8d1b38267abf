//! Where a line comes from: its rule, its sources, the facts behind it and those still open.

use std::collections::BTreeSet;

use crate::check::{Atom, Condition, Rule};
use crate::eval::diagram::Node;
use crate::eval::line::Held;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::truth::Asking;
use crate::eval::unknown::Unknown;
use crate::eval::{residual, words, written};
use crate::plan::RuleRef;
use crate::profile::Answered;
use crate::vocabulary::{FactId, in_manner};

/// A rule and the places where the same is said.
pub fn rule_ref(said: &Said<'_>) -> RuleRef {
    RuleRef {
        also: said.also.iter().map(|rule| rule.location.clone()).collect(),
        ..said.rule.reference()
    }
}

/// What a line's conditions hang on: its part of the questions.
#[derive(Debug, Clone)]
pub struct Hanging {
    /// The line's rule.
    pub rule: RuleRef,
    /// The unknowns.
    pub unknowns: BTreeSet<Unknown>,
    /// Whether the line is about whether to treat: then symptoms are asked, too.
    pub before_treatment: bool,
}

/// What conditions hang on, all together.
pub fn unknowns(scene: &Scene<'_>, nodes: &[Node]) -> BTreeSet<Unknown> {
    nodes
        .iter()
        .flat_map(|node| scene.unknowns.behind(*node))
        .collect()
}

/// What is asked to know an unknown: a fact, a prescription, or something that can be added.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// A declared fact that was not asked.
    Fact(FactId),
    /// Which session this is; of several treatments, of which of them.
    Session(Option<String>),
    /// Whether a medicine is prescribed.
    Prescribed(crate::vocabulary::ThingId),
    /// Whether a symptom is there.
    Symptom(crate::vocabulary::ThingId),
}

/// What would have to be asked, if it is something that is asked at all.
pub fn ask(scene: &Scene<'_>, unknown: &Unknown, before_treatment: bool) -> Option<Ask> {
    let fact = |fact: &FactId| {
        let unsure = scene.profile.facts.get(fact) == Some(&Answered::Unsure);
        (!unsure).then_some(Ask::Fact(*fact))
    };
    match unknown {
        Unknown::Fact(id)
        | Unknown::Value(id, _)
        | Unknown::Group(id, _)
        | Unknown::GroupPrescribed(id, _) => fact(id),
        Unknown::Session => {
            let several = scene.treatments() > 1;
            Some(Ask::Session(
                several.then(|| scene.protocol.treatment_name().to_owned()),
            ))
        }
        Unknown::Prescribed(thing) => {
            let unsure = scene.profile.prescribed.get(thing) == Some(&Answered::Unsure);
            (!unsure).then_some(Ask::Prescribed(*thing))
        }
        Unknown::Symptom(symptom) | Unknown::Qualifier(symptom, _) => {
            before_treatment.then_some(Ask::Symptom(*symptom))
        }
        Unknown::Event(_)
        | Unknown::History(_)
        | Unknown::Member(..)
        | Unknown::ProductIs(..)
        | Unknown::ProductMember(_)
        | Unknown::ProductHas(..)
        | Unknown::TooLarge => None,
    }
}

/// The name of what is asked.
pub fn ask_name(scene: &Scene<'_>, ask: &Ask) -> String {
    let vocabulary = &scene.protocol.vocabulary;
    match ask {
        Ask::Fact(fact) => vocabulary.fact(*fact).name.clone(),
        Ask::Session(None) => "session number".to_owned(),
        Ask::Session(Some(treatment)) => format!("session number of {treatment}"),
        Ask::Prescribed(thing) => format!("prescribed {}", vocabulary.name(*thing)),
        Ask::Symptom(symptom) => vocabulary.name(*symptom).to_owned(),
    }
}

/// The names of all that would settle these unknowns, events and products included.
pub fn asks(
    scene: &Scene<'_>,
    unknowns: &BTreeSet<Unknown>,
    before_treatment: bool,
) -> Vec<String> {
    let names: BTreeSet<String> = unknowns
        .iter()
        .filter_map(|unknown| name(scene, unknown, before_treatment))
        .collect();
    names.into_iter().collect()
}

fn name(scene: &Scene<'_>, unknown: &Unknown, before_treatment: bool) -> Option<String> {
    let vocabulary = &scene.protocol.vocabulary;
    if let Some(ask) = ask(scene, unknown, before_treatment) {
        return Some(ask_name(scene, &ask));
    }
    match unknown {
        Unknown::Fact(fact)
        | Unknown::Value(fact, _)
        | Unknown::Group(fact, _)
        | Unknown::GroupPrescribed(fact, _)
        | Unknown::Member(fact, _) => Some(vocabulary.fact(*fact).name.clone()),
        Unknown::Event(thing) | Unknown::History(thing) => Some(vocabulary.name(*thing).to_owned()),
        Unknown::ProductIs(product, _)
        | Unknown::ProductMember(product)
        | Unknown::ProductHas(product, _, _) => scene
            .profile
            .products
            .as_ref()
            .and_then(|products| products.get(*product))
            .map(|product| product.name.clone()),
        Unknown::Prescribed(thing) => Some(ask_name(scene, &Ask::Prescribed(*thing))),
        Unknown::Symptom(_) | Unknown::Qualifier(..) | Unknown::Session | Unknown::TooLarge => None,
    }
}

/// The known facts that a condition reads, with their values.
pub fn facts(scene: &Scene<'_>, condition: &Condition) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    condition.atoms(&mut |atom| {
        let fact = known(scene, atom);
        facts.extend(fact.filter(|fact| !facts.contains(fact)));
    });
    facts
}

fn known(scene: &Scene<'_>, atom: &Atom) -> Option<String> {
    let vocabulary = &scene.protocol.vocabulary;
    let fact = |fact: FactId| {
        let answer = scene.profile.facts.get(&fact)?;
        (*answer != Answered::Unsure).then(|| words::answered(vocabulary, fact, answer))
    };
    match atom {
        Atom::Yes(id)
        | Atom::No(id)
        | Atom::Number { fact: id, .. }
        | Atom::OneOf { fact: id, .. }
        | Atom::Includes { fact: id, .. }
        | Atom::IncludesThing { fact: id, .. } => fact(*id),
        Atom::Taking(thing) | Atom::Took { thing, .. } | Atom::Prescribed(thing) => {
            fact(scene.truth.listing_fact(*thing)?)
        }
        Atom::Event(event) => {
            let date = scene.truth.event_since(*event, scene.truth.treated)?;
            Some(format!("{}: {date}", vocabulary.name(*event)))
        }
        Atom::Symptom { symptom, .. } => {
            let (id, report) = crate::eval::reported::under(&scene.truth, *symptom).next()?;
            Some(format!("{}: since {}", vocabulary.name(id), report.since))
        }
        Atom::Had { thing, .. } => match scene.profile.history.get(thing)? {
            crate::profile::History::On(dates) => {
                let last = dates.last()?;
                Some(format!("{}: {last}", vocabulary.name(*thing)))
            }
            crate::profile::History::Never => Some(format!("{}: never", vocabulary.name(*thing))),
            crate::profile::History::Unsure => None,
        },
        Atom::Session(_) => {
            let earlier = scene.profile.sessions.as_ref()?.len();
            Some(format!("session: {}", earlier + 1))
        }
    }
}

/// What a sentence says beside what its part of the plan has keys for: nothing that an author wrote
/// is lost.
pub fn details(scene: &Scene<'_>, rule: &Rule, shown: &[Shown]) -> Vec<String> {
    let details = &rule.details;
    let with = |word: &str, text: &Option<String>| {
        text.as_ref().map(|text| {
            if text.starts_with(word) {
                text.clone()
            } else {
                format!("{word} {text}")
            }
        })
    };
    let except = written::all(&scene.protocol.vocabulary, &details.except);
    let all = [
        (Shown::Window, rule.window_text.clone()),
        (Shown::Frequency, details.frequency.clone()),
        (Shown::Place, details.place()),
        (Shown::Never, details.quantity.clone()),
        (Shown::Never, details.typical.clone()),
        (Shown::Never, with("while", &details.while_)),
        (Shown::Never, with("except while", &details.except_while)),
        (
            Shown::Never,
            with(
                "using",
                &details.using.as_ref().map(|using| using.text.clone()),
            ),
        ),
        (Shown::Never, details.manner.clone()),
        (Shown::Never, details.by.as_deref().map(in_manner)),
        (
            Shown::Never,
            (!except.is_empty()).then(|| format!("except {}", words::list(&except, "and"))),
        ),
        (Shown::Never, with("instead", &details.instead)),
        (
            Shown::Never,
            with("if unavoidable,", &details.if_unavoidable),
        ),
        (Shown::Advice, rule.advised.then(|| "advised".to_owned())),
    ];
    all.into_iter()
        .filter(|(key, _)| !shown.contains(key))
        .filter_map(|(_, words)| words)
        .collect()
}

/// What a part of the plan has a key of its own for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The window.
    Window,
    /// How often.
    Frequency,
    /// Where on the body.
    Place,
    /// Whether it is advised.
    Advice,
    /// Nothing.
    Never,
}

/// What is left of a line's condition, in words, where and when it is left open: none of a line that
/// is settled.
pub fn left_open(scene: &mut Scene<'_>, said: &Said<'_>, held: &[Held]) -> Option<String> {
    let left = left(scene, said, held)?;
    Some(words::condition(&scene.protocol.vocabulary, &left))
}

/// What is left of a line's condition, where and when it is left open.
pub fn left(scene: &mut Scene<'_>, said: &Said<'_>, held: &[Held]) -> Option<Condition> {
    let open: Vec<Held> = held
        .iter()
        .filter(|held| held.node.truth().is_none())
        .copied()
        .collect();
    let asked = scene.asked;
    let piece = open
        .iter()
        .find(|held| asked.is_some_and(|asked| asked.meets(held.interval)))
        .or(open.first())?;
    let start = piece.interval.start;
    let at = asked.map_or(start, |asked| {
        asked.meet(piece.interval).map_or(start, |both| both.start)
    });
    let asking = Asking {
        at,
        ..asking(scene, false)
    };
    residual::left(&scene.truth, &mut scene.unknowns, &said.condition, asking)
}

/// When a condition is put into words: on the day asked, or at the treatment.
pub fn asking(scene: &Scene<'_>, before_treatment: bool) -> Asking {
    Asking {
        session: 0,
        since: scene.truth.treated,
        at: scene
            .asked
            .map_or(scene.treatment.instants.0, |asked| asked.start),
        before_treatment,
    }
}
