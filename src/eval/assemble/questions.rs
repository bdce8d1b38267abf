//! What to ask, what can be added, and what the clinic has to find out.

use std::collections::{BTreeMap, BTreeSet};

use super::directive::Prescribed;
use super::provenance::{Ask, Hanging, ask, ask_name, rule_ref};
use crate::check::{FromEnd, Point, Window};
use crate::eval::line::Line;
use crate::eval::scene::Scene;
use crate::eval::subject::called_medicine;
use crate::eval::unknown::Unknown;
use crate::plan::{CanBeAdded, ClinicLine, Question, RuleRef, vague_length};
use crate::profile::Answered;
use crate::vocabulary::{FactId, FactKind};

/// The questions, in order of how many lines an answer can settle.
pub fn questions(scene: &Scene<'_>, hanging: &[Hanging]) -> Vec<Question> {
    let mut decides: BTreeMap<Ask, BTreeSet<RuleRef>> = BTreeMap::new();
    for line in hanging {
        for unknown in &line.unknowns {
            if let Some(mut ask) = ask(scene, unknown, line.before_treatment) {
                // The scene is about one treatment, and the line may be of another.
                if let Ask::Session(treatment) = &mut ask {
                    treatment.clone_from(&line.rule.treatment);
                }
                decides.entry(ask).or_default().insert(line.rule.clone());
            }
        }
    }
    let mut questions: Vec<Question> = decides
        .into_iter()
        .map(|(ask, rules)| question(scene, &ask, rules))
        .collect();
    questions.sort_by(|one, other| {
        (other.decides.len(), &one.fact).cmp(&(one.decides.len(), &other.fact))
    });
    questions
}

/// What to ask of a fact whose author has not said it: a fact of yes and no may be called like anything.
fn asked(fact: &str, kind: &FactKind) -> String {
    match kind {
        FactKind::YesNo => format!("Is this so of the patient: {fact}?"),
        FactKind::AnyOf(_) | FactKind::Things(_) => format!("What is known of: {fact}?"),
        _ => format!("What is the patient's {fact}?"),
    }
}

fn question(scene: &Scene<'_>, ask: &Ask, rules: BTreeSet<RuleRef>) -> Question {
    let vocabulary = &scene.protocol.vocabulary;
    let fact = ask_name(scene, ask);
    let (text, answers, value) = match ask {
        Ask::Fact(id) => {
            let declared = vocabulary.fact(*id);
            let text = declared
                .ask
                .clone()
                .unwrap_or_else(|| asked(&fact, &declared.kind));
            let (answers, value) = answers(scene, *id);
            (text, answers, value)
        }
        Ask::Session(treatment) => (
            match treatment {
                None => "When were the earlier sessions of this course?".to_owned(),
                Some(treatment) => format!("When were the earlier sessions of {treatment}?"),
            },
            "the dates of the earlier sessions, or none".to_owned(),
            "[]".to_owned(),
        ),
        Ask::Prescribed(thing) => (
            vocabulary.asks_prescribed(*thing, &called_medicine(scene, *thing)),
            "yes or no".to_owned(),
            "\"no\"".to_owned(),
        ),
        Ask::Symptom(symptom) => (
            format!("Does the patient have {} now?", vocabulary.name(*symptom)),
            "the day it began, or that there is none".to_owned(),
            String::new(),
        ),
    };
    let answer_with = match ask {
        Ask::Fact(_) => format!("{} = {value}", key(&fact)),
        Ask::Session(None) => "sessions = [\"...\"]".to_owned(),
        Ask::Session(Some(treatment)) => {
            format!("treatments.{}.sessions = [\"...\"]", key(treatment))
        }
        Ask::Prescribed(_) => format!("{} = \"yes / no\"", key(&fact)),
        Ask::Symptom(_) => format!("{} = \"... / no\"", key(&fact)),
    };
    Question {
        fact,
        text,
        answers,
        answer_with,
        decides: rules.into_iter().collect(),
    }
}

/// A key of a profile: quoted where it is more than one word.
fn key(name: &str) -> String {
    let bare = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
    if bare {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

/// What can be answered, in words, and a blank as a profile holds it: pasted as it is, it is refused,
/// so that nobody records an answer that nobody gave.
fn answers(scene: &Scene<'_>, fact: FactId) -> (String, String) {
    let vocabulary = &scene.protocol.vocabulary;
    let or = |values: &[String]| crate::eval::words::list(values, "or");
    match &vocabulary.fact(fact).kind {
        FactKind::YesNo => ("yes or no".to_owned(), "\"yes / no\"".to_owned()),
        FactKind::Number(measure) => (
            measure.answers(),
            format!("\"{}\"", measure.with_unit("...", true)),
        ),
        FactKind::Ordered(values) | FactKind::OneOf(values) => {
            (or(values), format!("\"{}\"", values.join(" / ")))
        }
        FactKind::AnyOf(values) => (
            format!("none, or any of {}", or(values)),
            "[\"...\"]".to_owned(),
        ),
        FactKind::Things(root) => {
            let medicines = vocabulary.thing(*root).kind == crate::syntax::tree::Kind::Medicine;
            let text = if medicines {
                "a list of names, with the day each was last taken where that is over; or none"
            } else {
                "a list of names, or none"
            };
            (text.to_owned(), "[\"...\"]".to_owned())
        }
    }
}

/// What the profile may add without being asked.
pub fn can_be_added(
    scene: &Scene<'_>,
    prescribed: &[(&Line<'_>, Prescribed)],
    hanging: &[Hanging],
    waits_for: &BTreeSet<String>,
) -> Vec<CanBeAdded> {
    let mut added: BTreeMap<String, String> = BTreeMap::new();
    // Nobody can add the end of a time that has no number.
    for name in waits_for.iter().filter(|name| vague_length(name).is_none()) {
        let to_come = ["the next session", "the final session"].contains(&name.as_str());
        let (what, how) = if to_come {
            let how = "a line lasts to the end of the course: say `true` once that is over";
            ("course_finished", how)
        } else {
            (name.as_str(), "a line waits for it: add its date")
        };
        added.insert(what.to_owned(), how.to_owned());
    }
    for unknown in hanging.iter().flat_map(|line| &line.unknowns) {
        if let Some((name, how)) = settled_by(scene, unknown) {
            added.entry(name).or_insert_with(|| how.to_owned());
        }
    }
    if scene.dated && scene.treatment.vague && by_the_hour(scene, prescribed) {
        added.insert(
            "clock time".to_owned(),
            "the time of the treatment makes windows in hours exact".to_owned(),
        );
    }
    if scene.profile.products.is_none() {
        added.insert(
            "products".to_owned(),
            "the patient's own products, to see which lines cover them".to_owned(),
        );
    }
    added
        .into_iter()
        .map(|(what, text)| CanBeAdded { what, text })
        .collect()
}

/// What of the profile would settle an unknown that is no question, and how.
fn settled_by(scene: &Scene<'_>, unknown: &Unknown) -> Option<(String, &'static str)> {
    let vocabulary = &scene.protocol.vocabulary;
    Some(match unknown {
        Unknown::Event(event) => {
            let name = vocabulary.name(*event).to_owned();
            (name, "add its date once it has happened")
        }
        Unknown::History(thing) => {
            let name = vocabulary.name(*thing).to_owned();
            (name, "add its date to the history, or \"never\"")
        }
        Unknown::Member(fact, _) => {
            let name = vocabulary.fact(*fact).name.clone();
            (name, "say which member of the class is meant")
        }
        Unknown::ProductIs(product, _)
        | Unknown::ProductMember(product)
        | Unknown::ProductHas(product, _, _) => {
            let products = scene.profile.products.as_deref().unwrap_or_default();
            let name = products.get(*product)?.name.clone();
            (name, "say what it is or what is in it")
        }
        _ => return None,
    })
}

/// Whether a line counts hours from the treatment. One that counts in whole days is no more exact for a
/// time, and one whose medicines are all prescribed restricts nothing (3.7).
fn by_the_hour(scene: &Scene<'_>, prescribed: &[(&Line<'_>, Prescribed)]) -> bool {
    let aftercare = scene.protocol.aftercare;
    prescribed.iter().any(|(line, prescribed)| {
        let window = &line.said.rule.window;
        let ever = !line.held.is_empty() && !prescribed.all;
        ever && window.is_by_the_hour(aftercare) && from_treatment(window)
    })
}

/// Whether the hours of a window that counts hours are counted from the treatment, for all that its
/// own points say.
fn from_treatment(window: &Window) -> bool {
    let hours = |point: &Point| point.is_by_the_hour() && point.is_from_treatment();
    match window {
        Window::From {
            from,
            end: FromEnd::Until(until),
        } => hours(from) || hours(until),
        Window::From { from, .. } => from.is_from_treatment(),
        Window::Until {
            until,
            at_least: None,
            at_most: None,
            ..
        } => hours(until),
        _ => true,
    }
}

/// What the clinic has to find out or do.
pub fn for_the_clinic(
    scene: &Scene<'_>,
    prescribed: &[(&Line<'_>, Prescribed)],
    hanging: &[Hanging],
) -> Vec<ClinicLine> {
    let vocabulary = &scene.protocol.vocabulary;
    let mut lines = Vec::new();
    for (fact, answer) in &scene.profile.facts {
        if *answer == Answered::Unsure {
            let name = &vocabulary.fact(*fact).name;
            lines.push(ClinicLine {
                text: format!("find out: {name} (answered \"unsure\")"),
                rule: None,
            });
        }
    }
    for (line, prescribed) in prescribed.iter().filter(|(line, _)| !line.hidden) {
        for name in &prescribed.names {
            lines.push(ClinicLine {
                text: format!(
                    "ask the prescriber about {name}: it is prescribed, and the protocol would \
                     have it avoided"
                ),
                rule: Some(rule_ref(line.said)),
            });
        }
    }
    let too_large = hanging
        .iter()
        .filter(|line| line.unknowns.contains(&Unknown::TooLarge));
    for line in too_large {
        lines.push(ClinicLine {
            text: "too much is unknown to decide this line exactly; it is held as provisional"
                .to_owned(),
            rule: Some(line.rule.clone()),
        });
    }
    lines
}
