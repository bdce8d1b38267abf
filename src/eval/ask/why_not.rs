//! `Plan::why_not`: why a thing is not allowed, or why a line that one would expect does not hold.

use std::collections::BTreeSet;

use super::answer::answers;
use super::{Asked, Case, kin};
use crate::check::{Condition, Head, ThingRef};
use crate::diagnostic::Diagnostic;
use crate::eval::assemble::things::treatment_day;
use crate::eval::assemble::{provenance, span};
use crate::eval::diagram::Node;
use crate::eval::fallen::Place;
use crate::eval::line::Line as Held;
use crate::eval::lines::Lines;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::subject::{Coverage, Subject, coverage, subjects_of};
use crate::eval::words;
use crate::plan::{Answer, Phase, Plan, RuleRef, State, Verb};
use crate::reply::{Apart, Line, WhyNot};

impl Plan {
    /// Why a thing is not allowed on the day of `case`: which restriction covers it, which condition is
    /// false through which fact, which `except` takes it out, whose window is over; and of a thing that
    /// no sentence names, which sentences are about its members and its kin.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::profile::Profile;
    /// use aftercare_dsl::reply::Apart;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "import skin-care\navoid retinoids except adapalene for 7 days\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    ///
    /// let question = sources.add("question", "adapalene");
    /// let thing = case.thing(question, "adapalene").expect("the vocabulary knows it");
    /// let plan = case.plan().expect("every date is in range");
    /// let why_not = plan.why_not(&case, &thing).expect("every date is in range");
    /// assert!(!why_not.allowed);
    /// let apart = why_not.lines[0].apart.as_ref();
    /// assert_eq!(apart, Some(&Apart::Except(vec!["adapalene".to_owned()])));
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Plan::ask`].
    pub fn why_not(&self, case: &Case<'_>, asked: &Asked) -> Result<WhyNot, Diagnostic> {
        case.on_stage(|scene, lines| {
            let given = answers(scene, lines, asked);
            let allowed =
                !given.is_empty() && given.iter().all(|one| one.thing.answer == Answer::Allowed);
            let subjects = subjects(scene, asked);
            let mut found = Vec::new();
            for said in &scene.prepared.said {
                found.extend(sentence(scene, said, lines, &subjects));
            }
            let kin = match asked.thing_ref() {
                Some(item) if found.is_empty() => kin::kin(scene, item),
                _ => Vec::new(),
            };
            WhyNot {
                allowed,
                lines: found,
                kin,
            }
        })
    }
}

/// The things that are asked about.
fn subjects(scene: &Scene<'_>, asked: &Asked) -> Vec<Subject> {
    match (asked.own_subject(scene), asked.thing_ref()) {
        (Some(own), _) => vec![own],
        (None, Some(item)) => subjects_of(&scene.protocol.vocabulary, item),
        (None, None) => Vec::new(),
    }
}

/// How a list of things reaches what is asked about.
struct Reach {
    /// What of the list does.
    names: Vec<String>,
    /// Whether it reaches a part only.
    part: bool,
}

fn reach(scene: &Scene<'_>, items: &[ThingRef], subjects: &[Subject]) -> Option<Reach> {
    let vocabulary = &scene.protocol.vocabulary;
    let mut names: Vec<String> = Vec::new();
    let mut whole: BTreeSet<usize> = BTreeSet::new();
    for item in items {
        let mut reached = false;
        for (index, subject) in subjects.iter().enumerate() {
            match coverage(scene, item, subject) {
                Coverage::None => continue,
                Coverage::Part => {}
                Coverage::May(_) | Coverage::Full => {
                    whole.insert(index);
                }
            }
            reached = true;
        }
        let name = words::thing(vocabulary, item);
        if reached && !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then_some(Reach {
        part: whole.len() < subjects.len(),
        names,
    })
}

/// What a sentence comes to for the things that are asked about; nothing of one that does not name
/// them.
fn sentence(
    scene: &mut Scene<'_>,
    said: &Said<'_>,
    lines: &Lines<'_>,
    subjects: &[Subject],
) -> Vec<Line> {
    let of_it = lines_of(said, lines);
    if of_it.is_empty() {
        let items = named(said);
        return reach(scene, &items, subjects)
            .map(|reach| nothing_holds(scene, said, reach))
            .into_iter()
            .collect();
    }
    let mut found = Vec::new();
    for line in of_it {
        if let Some(reach) = reach(scene, line.items, subjects) {
            found.push(held(scene, line, lines, subjects, reach));
        }
    }
    found
}

fn lines_of<'l, 's>(said: &Said<'_>, lines: &'l Lines<'s>) -> Vec<&'l Held<'s>> {
    let own = |line: &&Held<'_>| line.said.rule.location == said.rule.location;
    lines.iter().filter(own).collect()
}

/// The sentences about a thing that give this patient no line. Steps give none to anybody.
pub(super) fn not_applying(scene: &Scene<'_>, lines: &Lines<'_>, asked: &Asked) -> Vec<RuleRef> {
    let subjects = subjects(scene, asked);
    let said = scene.prepared.said.iter();
    said.filter(|said| !matches!(said.rule.head, Head::Steps { .. }))
        .filter(|said| lines_of(said, lines).is_empty())
        .filter(|said| reach(scene, &named(said), &subjects).is_some())
        .map(provenance::rule_ref)
        .collect()
}

/// What a sentence restricts, allows, asks for or limits.
fn named(said: &Said<'_>) -> Vec<ThingRef> {
    match &said.rule.head {
        Head::Expect { .. } | Head::Report { .. } => Vec::new(),
        Head::Steps { items, .. } => {
            let things = items.iter().flat_map(|step| &step.things);
            things.cloned().collect()
        }
        Head::Allow { but_not, .. } => said.rule.head.things().chain(but_not).cloned().collect(),
        head => head.things().cloned().collect(),
    }
}

/// A sentence that gives this patient no line: its condition is false, or its window empty.
fn nothing_holds(scene: &mut Scene<'_>, said: &Said<'_>, reach: Reach) -> Line {
    let asking = provenance::asking(scene, false);
    let mut false_parts = Vec::new();
    failing(scene, &said.condition, &mut false_parts);
    let vocabulary = &scene.protocol.vocabulary;
    let node = scene
        .truth
        .node(&mut scene.unknowns, &said.condition, asking);
    let apart = match &said.rule.head {
        _ if node == Node::FALSE => Apart::Condition,
        Head::Steps { title, .. } => Apart::Step(vec![title.clone()]),
        _ => Apart::Over,
    };
    let parts: Vec<String> = false_parts
        .iter()
        .map(|part| words::condition(vocabulary, part))
        .collect();
    let facts = provenance::facts(scene, &Condition::All(false_parts));
    Line {
        rule: provenance::rule_ref(said),
        verb: None,
        names: reach.names,
        phase: None,
        state: None,
        windows: Vec::new(),
        apart: Some(apart),
        leaves_out: Vec::new(),
        facts,
        if_: (!parts.is_empty()).then(|| words::list(&parts, "and")),
    }
}

/// The parts of a condition that make it false.
fn failing(scene: &mut Scene<'_>, condition: &Condition, parts: &mut Vec<Condition>) {
    let asking = provenance::asking(scene, false);
    let node = scene.truth.node(&mut scene.unknowns, condition, asking);
    if node != Node::FALSE {
        return;
    }
    match condition {
        Condition::All(all) | Condition::Any(all) => {
            for one in all {
                failing(scene, one, parts);
            }
        }
        Condition::Atom(_) | Condition::Not(_) => {
            if !parts.contains(condition) {
                parts.push(condition.clone());
            }
        }
    }
}

/// A line, and what keeps it from holding for what is asked about, if anything does.
fn held(
    scene: &mut Scene<'_>,
    line: &Held<'_>,
    lines: &Lines<'_>,
    subjects: &[Subject],
    reach: Reach,
) -> Line {
    let phase = span::phase(scene, line.held, line.next);
    let apart = apart(scene, line, lines, subjects, &reach, phase);
    let mut windows = span::windows(scene, line.verb, line.held, line.fallen);
    // What waits to start is told once, and not again of each session to come.
    let next = Place {
        starts_at: None,
        ..line.fallen
    };
    windows.extend(span::windows(scene, line.verb, line.next, next));
    Line {
        rule: provenance::rule_ref(line.said),
        verb: Some(line.verb),
        names: reach.names,
        phase,
        state: Some(line.state),
        windows,
        leaves_out: apart
            .as_ref()
            .map_or_else(|| members_left_out(scene, line, subjects), |_| Vec::new()),
        apart,
        facts: provenance::facts(scene, &line.said.condition),
        if_: provenance::left_open(scene, line.said, line.held),
    }
}

fn apart(
    scene: &mut Scene<'_>,
    line: &Held<'_>,
    lines: &Lines<'_>,
    subjects: &[Subject],
    reach: &Reach,
    phase: Option<Phase>,
) -> Option<Apart> {
    if let Some(out) = left_out(scene, line, subjects) {
        return Some(Apart::Except(out));
    }
    if line.restricts() && prescribed(scene, subjects) {
        return Some(Apart::Prescribed);
    }
    if reach.part {
        return Some(Apart::Part(reach.names.clone()));
    }
    match (phase, line.state) {
        (Some(Phase::Past), _) => return Some(Apart::Over),
        (Some(Phase::Upcoming), _) => return Some(Apart::NotYet),
        // What stands until a symptom is reported is not apart from the answer for that.
        (_, State::Conditional) if line.in_force(scene).next().is_none() => {
            return Some(Apart::Symptom);
        }
        _ => {}
    }
    if line.verb == Verb::Avoid {
        return None;
    }
    let cut = restricting(scene, lines, subjects);
    if !cut.is_empty() {
        return Some(Apart::HeldBack(cut));
    }
    (line.state == State::Waiting).then_some(Apart::Waiting)
}

/// The exceptions of a line that take out all that is asked about.
fn left_out(scene: &Scene<'_>, line: &Held<'_>, subjects: &[Subject]) -> Option<Vec<String>> {
    let out = |subject: &Subject| {
        let mut except = line.except.iter();
        except.find(|except| coverage(scene, except, subject) == Coverage::Full)
    };
    let by: Option<Vec<&ThingRef>> = subjects.iter().map(out).collect();
    let names: BTreeSet<String> = by?
        .into_iter()
        .map(|except| words::thing(&scene.protocol.vocabulary, except))
        .collect();
    (!names.is_empty()).then(|| names.into_iter().collect())
}

/// The members that a line leaves out.
fn members_left_out(scene: &Scene<'_>, line: &Held<'_>, subjects: &[Subject]) -> Vec<String> {
    let out = |subject: &&Subject| {
        let mut except = line.except.iter();
        except.any(|except| coverage(scene, except, subject) == Coverage::Full)
    };
    let out = subjects.iter().filter(out);
    out.map(|subject| subject.name.clone()).collect()
}

fn prescribed(scene: &mut Scene<'_>, subjects: &[Subject]) -> bool {
    !subjects.is_empty()
        && subjects.iter().all(|subject| {
            let medicine = subject.medicine(&scene.protocol.vocabulary);
            medicine.is_some_and(|thing| {
                scene.truth.prescribed(&mut scene.unknowns, thing) == Node::TRUE
            })
        })
}

/// The sentences that restrict what is asked about on the day asked.
fn restricting(scene: &mut Scene<'_>, lines: &Lines<'_>, subjects: &[Subject]) -> Vec<String> {
    let asked = scene.asked.unwrap_or_else(|| treatment_day(scene));
    let mut sentences: Vec<String> = Vec::new();
    for subject in subjects {
        let verdict = lines.about(scene, subject).at(scene, asked);
        if !matches!(verdict.answer, Answer::Avoid | Answer::BetterNot) {
            continue;
        }
        let behind = verdict.lines.iter().filter_map(|index| lines.get(*index));
        for line in behind {
            let sentence = &line.said.rule.sentence;
            if !sentences.contains(sentence) {
                sentences.push(sentence.clone());
            }
        }
    }
    sentences
}
