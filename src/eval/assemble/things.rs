//! Each thing named or used, and its answer on the day asked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::limit::dose_words;
use super::members::Members;
use super::provenance::{Hanging, rule_ref};
use crate::check::{Head, ThingRef};
use crate::eval::answer::{Verdict, Verdicts};
use crate::eval::diagram::Node;
use crate::eval::interval::{Interval, Intervals};
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::eval::subject::{Subject, called_medicine};
use crate::eval::unknown::Unknown;
use crate::eval::{words, written};
use crate::plan::{Answer, Moment, ThingAnswer};
use crate::vocabulary::{ThingId, Vocabulary};

/// The answers of a plan: the named things by their members, a class by one answer where its
/// members agree, then the patient's own.
pub fn things(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    own: &[Subject],
) -> (Vec<ThingAnswer>, Vec<Hanging>) {
    let mut plain = Listed::default();
    let mut narrowed = Listed::default();
    let mut members = Members::new(scene, lines);
    for item in named(lines) {
        let found = if item.attributes.is_empty() {
            &mut plain
        } else {
            &mut narrowed
        };
        let called = called(scene, &item);
        for (_, mut answer) in members.answer(scene, &item) {
            if let Some((name, called)) = &called
                && *name == answer.thing
            {
                answer.called = Some(called.clone());
            }
            found.add(answer);
        }
    }
    let narrowed = narrowed.answers.into_iter();
    let more: Vec<ThingAnswer> = narrowed.filter(|one| !plain.says(one)).collect();
    let mut answers = plain.answers;
    answers.extend(more);
    // What the patient calls by one name has one answer, the last, in the place of any other of that name.
    let places = own.iter().enumerate();
    let last: BTreeMap<&str, usize> = places
        .map(|(place, subject)| (subject.name.as_str(), place))
        .collect();
    answers.retain(|known| !last.contains_key(known.thing.as_str()));
    for (place, subject) in own.iter().enumerate() {
        let (mut answer, hanging) = thing(scene, lines, subject);
        members.hanging.extend(hanging);
        answer.own = true;
        if last.get(subject.name.as_str()) == Some(&place) {
            answers.push(answer);
        }
    }
    (answers, members.hanging)
}

/// What a thing is called, and what a sentence calls it, where that is another name.
fn called(scene: &Scene<'_>, item: &ThingRef) -> Option<(String, String)> {
    item.written.as_ref()?;
    let vocabulary = &scene.protocol.vocabulary;
    let (name, said) = (
        words::thing(vocabulary, item),
        written::one(vocabulary, item),
    );
    (name != said).then_some((name, said))
}

/// Answers in the order of the lines, each thing once.
#[derive(Default)]
struct Listed {
    answers: Vec<ThingAnswer>,
    places: BTreeMap<String, usize>,
}

impl Listed {
    /// Adds an answer, unless one about its thing is there.
    fn add(&mut self, answer: ThingAnswer) {
        if !self.places.contains_key(&answer.thing) {
            self.places.insert(answer.thing.clone(), self.answers.len());
            self.answers.push(answer);
        }
    }

    /// Whether the thing without the attributes that `narrowed` has, has the same answer: then the
    /// narrower one says nothing new.
    fn says(&self, narrowed: &ThingAnswer) -> bool {
        let name = &narrowed.thing;
        let with = name.match_indices(" with ").map(|(at, _)| name.get(..at));
        let before = name.match_indices(' ').map(|(at, _)| name.get(at + 1..));
        with.chain(before).flatten().any(|plain| {
            let known = self.places.get(plain);
            known
                .and_then(|place| self.answers.get(*place))
                .is_some_and(|known| is_alike(known, narrowed))
        })
    }
}

fn is_alike(known: &ThingAnswer, narrowed: &ThingAnswer) -> bool {
    known.answer == narrowed.answer
        && known.only == narrowed.only
        && known.off_only == narrowed.off_only
        && known.state == narrowed.state
        && known.free_from == narrowed.free_from
        && known.again_from == narrowed.again_from
        && known.open_until == narrowed.open_until
}

/// The things that lines name, exceptions included, each once.
fn named(lines: &Lines<'_>) -> Vec<ThingRef> {
    let mut seen = BTreeSet::new();
    lines
        .iter()
        .flat_map(|line| line.items.iter().chain(line.except))
        .filter(|item| seen.insert((item.thing, &item.attributes, &item.qualifiers)))
        .cloned()
        .collect()
}

/// The named classes above a thing.
pub fn classes(vocabulary: &Vocabulary, thing: ThingId) -> Vec<String> {
    let above = vocabulary.above(thing).into_iter();
    let named = above.filter(|class| !vocabulary.is_kind_class(*class));
    named
        .map(|class| vocabulary.name(class).to_owned())
        .collect()
}

/// The narrower things under a subject that lines name, where it is not narrowed itself.
pub fn narrowed(scene: &Scene<'_>, lines: &Lines<'_>, subject: &Subject) -> Vec<String> {
    let thing = subject.thing.filter(|_| subject.attributes.is_empty());
    thing.map_or_else(Vec::new, |thing| lines.narrowed(scene, thing))
}

/// The answer about one subject.
pub fn thing(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    subject: &Subject,
) -> (ThingAnswer, Option<Hanging>) {
    let verdicts = lines.about(scene, subject);
    let asked = scene.asked.unwrap_or_else(|| treatment_day(scene));
    let verdict = verdicts.at(scene, asked);
    let (only, otherwise) = verdicts.narrowed(scene, lines, asked, &verdict);
    let rules = verdict
        .lines
        .iter()
        .filter_map(|index| lines.get(*index))
        .map(|line| rule_ref(line.said))
        .collect::<BTreeSet<_>>();
    let behind = scene.unknowns.behind(verdict.hangs_on);
    let asks = super::provenance::asks(scene, &behind, false);
    let if_ = open_words(scene, &verdict);
    let hanging = rules.first().map(|rule| Hanging {
        rule: rule.clone(),
        unknowns: behind,
        before_treatment: false,
    });
    let run = run(scene, lines, &verdicts);
    let vocabulary = &scene.protocol.vocabulary;
    let answer = ThingAnswer {
        thing: subject.name.clone(),
        called: subject.called.clone(),
        kind: subject
            .thing
            .map_or("product", |thing| vocabulary.thing(thing).kind.word())
            .to_owned(),
        own: false,
        classes: subject
            .thing
            .map(|thing| classes(vocabulary, thing))
            .unwrap_or_default(),
        answer: verdict.answer,
        by: verdict.by,
        only,
        off_only: run.only,
        otherwise,
        state: verdict.state,
        if_,
        asks,
        limits: limits(lines, &verdicts, asked),
        free_from: run.free_from,
        free_from_time: run.time,
        open_until: run
            .open_until
            .then(|| open_until(lines, &verdicts))
            .flatten(),
        again_from: run.again_from,
        ask_prescriber: verdicts.prescribed == Node::TRUE && verdicts.restricted_if_not_prescribed,
        of_allergy: verdicts.of_allergy && verdicts.restricted_if_not_prescribed,
        narrowed: narrowed(scene, lines, subject),
        mentioned: !verdicts.lines().is_empty() || is_read(scene, subject),
        rules: rules.into_iter().collect(),
    };
    (answer, hanging)
}

/// The caps on a subject.
fn limits(lines: &Lines<'_>, verdicts: &Verdicts, asked: Interval) -> Vec<String> {
    let limits = verdicts.limits(lines, asked).into_iter();
    limits
        .filter_map(|index| lines.get(index))
        .filter_map(|line| match &line.said.rule.head {
            Head::Limit { cap, .. } => {
                Some(cap.as_ref().map_or("to a minimum".to_owned(), dose_words))
            }
            _ => None,
        })
        .collect()
}

/// Whether a condition of the protocol reads a thing: `taking warfarin`.
pub fn is_read(scene: &Scene<'_>, subject: &Subject) -> bool {
    let Some(thing) = subject.thing else {
        return false;
    };
    let read = &scene.prepared.landmarks.read;
    let above = scene.protocol.vocabulary.above(thing);
    read.contains(&thing) || above.iter().any(|class| read.contains(class))
}

/// The day of the treatment.
pub fn treatment_day(scene: &Scene<'_>) -> Interval {
    let day = scene.treatment.days.0;
    Interval {
        start: scene.clock.start_of(day),
        end: scene.clock.end_of(day),
    }
}

/// The names of the unknowns that an answer hangs on.
fn open_words(scene: &Scene<'_>, verdict: &Verdict) -> Option<String> {
    let unknowns = scene.unknowns.behind(verdict.hangs_on);
    let names: BTreeSet<String> = unknowns
        .iter()
        .flat_map(|unknown| open_name(scene, unknown))
        .collect();
    let names: Vec<String> = names.into_iter().collect();
    (!names.is_empty()).then(|| crate::eval::words::list(&names, "and"))
}

/// `skin type`, `whether Eliquis (apixaban) is prescribed`, `whether the skin has healed`
fn open_name(scene: &Scene<'_>, unknown: &Unknown) -> Vec<String> {
    let said = match unknown {
        Unknown::Prescribed(thing) => {
            let medicine = called_medicine(scene, *thing);
            Some(format!("whether {medicine} is prescribed"))
        }
        Unknown::Event(event) => {
            let event = scene.protocol.vocabulary.thing(*event);
            let happened = event.description.as_ref();
            happened.map(|happened| format!("whether {happened}"))
        }
        _ => None,
    };
    said.map_or_else(
        || super::provenance::asks(scene, &BTreeSet::from([unknown.clone()]), true),
        |said| vec![said],
    )
}

/// The events that the restrictions on a subject wait for to end.
pub fn open_until(lines: &Lines<'_>, verdicts: &Verdicts) -> Option<String> {
    let waits: BTreeSet<String> = verdicts
        .lines()
        .into_iter()
        .filter_map(|index| lines.get(index))
        .filter(|line| line.restricts())
        .filter_map(|line| line.fallen.open_until.map(str::to_owned))
        .collect();
    let waits: Vec<String> = waits.into_iter().collect();
    (!waits.is_empty()).then(|| crate::eval::words::list(&waits, "and"))
}

/// The run of restriction around the treatment.
#[derive(Debug, Default)]
struct Run {
    free_from: Option<NaiveDate>,
    time: Option<Moment>,
    again_from: Option<NaiveDate>,
    open_until: bool,
    only: Vec<String>,
}

/// The run of restricted days around the treatment, or the first after it, and what follows.
fn run(scene: &mut Scene<'_>, lines: &Lines<'_>, verdicts: &Verdicts) -> Run {
    if !scene.dated {
        return Run::default();
    }
    let clock = scene.clock;
    let (here, next) = verdicts.restricted_times();
    let days: Intervals = here
        .iter()
        .map(|interval| whole_days(scene, interval))
        .collect();
    let treatment = treatment_day(scene);
    let run = days
        .iter()
        .find(|interval| interval.meets(treatment))
        .or_else(|| days.iter().find(|interval| interval.start >= treatment.end));
    let Some(run) = run else {
        return Run::default();
    };
    let only = off_at_last(scene, lines, verdicts, run);
    let again = days
        .iter()
        .chain(next.iter())
        .map(|interval| interval.start)
        .filter(|start| *start >= run.end && start.is_date())
        .min()
        .map(|start| clock.first_day(start));
    if !run.end.is_date() {
        return Run {
            open_until: true,
            only,
            ..Run::default()
        };
    }
    let free = clock.first_day(run.end);
    let day = Interval {
        start: run.end,
        end: clock.end_of(free),
    };
    let freed = verdicts.at(scene, day).answer == Answer::Allowed;
    let last = here
        .iter()
        .map(|interval| interval.end)
        .filter(|end| *end <= run.end)
        .max();
    let time = last
        .filter(|end| freed && clock.time_in_day(*end).is_some())
        .map(|end| Moment::at(clock.local(end)));
    Run {
        free_from: freed.then_some(free),
        time,
        again_from: again,
        open_until: false,
        only,
    }
}

/// Where and while what alone it is off in a run of restriction: as it is on its last day, on which its end is said. What is
/// off at one place for a shorter time is free there sooner.
fn off_at_last(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    verdicts: &Verdicts,
    run: Interval,
) -> Vec<String> {
    let only = verdicts.off_only(scene, lines, run);
    if only.len() < 2 || !run.end.is_date() {
        return only;
    }
    let day = scene.clock.last_day(run.end);
    let last = Interval {
        start: scene.clock.start_of(day),
        end: run.end,
    };
    let at_last = verdicts.off_only(scene, lines, last);
    if at_last.is_empty() { only } else { at_last }
}

/// An interval, made up to whole days: any part of a day restricts it.
fn whole_days(scene: &Scene<'_>, interval: Interval) -> Interval {
    let clock = scene.clock;
    let start = if interval.start.is_date() {
        clock.start_of(clock.first_day(interval.start))
    } else {
        interval.start
    };
    let end = if interval.end.is_date() {
        clock.end_of(clock.last_day(interval.end))
    } else {
        interval.end
    };
    Interval { start, end }
}
