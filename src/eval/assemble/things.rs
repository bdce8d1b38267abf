//! Each thing named or used, and its answer on the day asked.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::directive::dose_words;
use super::provenance::{Hanging, rule_ref};
use crate::check::{Atom, Head, ThingRef};
use crate::eval::answer::{Verdict, Verdicts};
use crate::eval::diagram::Node;
use crate::eval::interval::{Interval, Intervals};
use crate::eval::line::Line;
use crate::eval::scene::Scene;
use crate::eval::subject::{Subject, subjects_of};
use crate::plan::{Answer, Moment, ThingAnswer};
use crate::vocabulary::ThingId;

/// The answers of a plan: the named things by their members, a class by one answer where its
/// members agree, then the patient's own.
pub fn things(
    scene: &mut Scene<'_>,
    lines: &[Line<'_>],
    own: &[Subject],
) -> (Vec<ThingAnswer>, Vec<Hanging>) {
    let mut answers: Vec<ThingAnswer> = Vec::new();
    let mut narrowed: Vec<ThingAnswer> = Vec::new();
    let mut hanging = Vec::new();
    for item in named(lines) {
        let found = if item.attributes.is_empty() {
            &mut answers
        } else {
            &mut narrowed
        };
        for answer in by_members(scene, lines, &item, &mut hanging) {
            if found.iter().all(|known| known.thing != answer.thing) {
                found.push(answer);
            }
        }
    }
    narrowed.retain(|answer| !answers.iter().any(|known| is_plain_form(known, answer)));
    answers.extend(narrowed);
    for subject in own {
        let mut answer = thing(scene, lines, subject, &mut hanging);
        answer.own = true;
        answers.retain(|known| known.thing != answer.thing);
        answers.push(answer);
    }
    (answers, hanging)
}

/// Whether `known` is a thing without the attributes that `narrowed` has, and has the same answer:
/// then the narrower one says nothing new.
fn is_plain_form(known: &ThingAnswer, narrowed: &ThingAnswer) -> bool {
    let with = format!("{} with ", known.thing);
    let before = format!(" {}", known.thing);
    (narrowed.thing.starts_with(&with) || narrowed.thing.ends_with(&before))
        && known.answer == narrowed.answer
        && known.state == narrowed.state
        && known.free_from == narrowed.free_from
        && known.again_from == narrowed.again_from
        && known.open_until == narrowed.open_until
}

/// One answer for a thing or class whose members all have it; otherwise the answers of what is
/// right below it.
fn by_members(
    scene: &mut Scene<'_>,
    lines: &[Line<'_>],
    item: &ThingRef,
    hanging: &mut Vec<Hanging>,
) -> Vec<ThingAnswer> {
    let subjects = subjects_of(&scene.protocol.vocabulary, item);
    let members: Vec<ThingAnswer> = subjects
        .iter()
        .map(|subject| thing(scene, lines, subject, hanging))
        .collect();
    let itself = subjects
        .iter()
        .any(|subject| subject.thing == Some(item.thing));
    let Some(first) = members.first().filter(|_| !itself) else {
        return members;
    };
    let name = Subject::named(&scene.protocol.vocabulary, item).name;
    let as_class = |answer: &ThingAnswer| ThingAnswer {
        thing: name.clone(),
        classes: classes(scene, item.thing),
        narrowed: Vec::new(),
        ..answer.clone()
    };
    let class = as_class(first);
    if members.iter().all(|member| as_class(member) == class) {
        return vec![class];
    }
    let below = scene.protocol.vocabulary.thing(item.thing).children.clone();
    let mut answers: Vec<ThingAnswer> = Vec::new();
    for child in below {
        let item = ThingRef {
            thing: child,
            ..item.clone()
        };
        for answer in by_members(scene, lines, &item, hanging) {
            if answers.iter().all(|known| known.thing != answer.thing) {
                answers.push(answer);
            }
        }
    }
    answers
}

/// The things that lines name, exceptions included, each once.
fn named(lines: &[Line<'_>]) -> Vec<ThingRef> {
    let mut named: Vec<ThingRef> = Vec::new();
    for line in lines {
        for item in line.items.iter().chain(&line.except) {
            if !named.contains(item) {
                named.push(item.clone());
            }
        }
    }
    named
}

fn classes(scene: &Scene<'_>, thing: ThingId) -> Vec<String> {
    let vocabulary = &scene.protocol.vocabulary;
    vocabulary
        .above(thing)
        .into_iter()
        .filter(|class| !vocabulary.is_kind_class(*class))
        .map(|class| vocabulary.name(class).to_owned())
        .collect()
}

fn thing(
    scene: &mut Scene<'_>,
    lines: &[Line<'_>],
    subject: &Subject,
    hanging: &mut Vec<Hanging>,
) -> ThingAnswer {
    let verdicts = Verdicts::of(scene, lines, subject);
    let asked = scene.asked.unwrap_or_else(|| treatment_day(scene));
    let verdict = verdicts.at(scene, asked);
    let rules = verdict
        .lines
        .iter()
        .filter_map(|index| lines.get(*index))
        .map(|line| rule_ref(&line.said))
        .collect::<BTreeSet<_>>();
    let limits = verdicts
        .limits(lines, asked)
        .into_iter()
        .filter_map(|index| lines.get(index))
        .filter_map(|line| match &line.said.rule.head {
            Head::Limit { cap, .. } => {
                Some(cap.as_ref().map_or("to a minimum".to_owned(), dose_words))
            }
            _ => None,
        })
        .collect();
    let behind = scene.unknowns.behind(verdict.hangs_on);
    let asks = super::provenance::asks(scene, &behind, false);
    let if_ = open_words(scene, &verdict);
    if let Some(rule) = rules.iter().next() {
        hanging.push(Hanging {
            rule: rule.clone(),
            unknowns: behind,
            before_treatment: false,
        });
    }
    let run = run(scene, &verdicts);
    let vocabulary = &scene.protocol.vocabulary;
    ThingAnswer {
        thing: subject.name.clone(),
        kind: subject
            .thing
            .map_or("product", |thing| vocabulary.thing(thing).kind.word())
            .to_owned(),
        own: false,
        classes: subject
            .thing
            .map(|thing| classes(scene, thing))
            .unwrap_or_default(),
        answer: verdict.answer,
        by: verdict.by,
        state: verdict.state,
        if_,
        asks,
        limits,
        free_from: run.free_from,
        free_from_time: run.time,
        open_until: run
            .open_until
            .then(|| open_until(lines, &verdicts))
            .flatten(),
        again_from: run.again_from,
        ask_prescriber: verdicts.prescribed == Node::TRUE && verdicts.restricted_if_not_prescribed,
        narrowed: narrowed(scene, lines, subject),
        mentioned: !verdicts.lines().is_empty() || is_read(scene, subject),
        rules: rules.into_iter().collect(),
    }
}

/// Whether a condition of the protocol reads a thing: `taking warfarin`.
pub fn is_read(scene: &Scene<'_>, subject: &Subject) -> bool {
    let vocabulary = &scene.protocol.vocabulary;
    let Some(thing) = subject.thing else {
        return false;
    };
    let mut read = false;
    for rule in &scene.protocol.rules {
        let implied = crate::eval::deferral::implied(rule);
        for condition in implied.iter().chain([&rule.condition]) {
            condition.atoms(&mut |atom| match atom {
                Atom::Taking(class)
                | Atom::Prescribed(class)
                | Atom::IncludesThing { thing: class, .. }
                | Atom::Took { thing: class, .. } => {
                    read |= vocabulary.is_under(thing, *class);
                }
                _ => {}
            });
        }
    }
    read
}

fn treatment_day(scene: &Scene<'_>) -> Interval {
    let day = scene.treatment.days.0;
    Interval {
        start: scene.clock.start_of(day),
        end: scene.clock.end_of(day),
    }
}

/// The names of the unknowns that an answer hangs on.
fn open_words(scene: &Scene<'_>, verdict: &Verdict) -> Option<String> {
    let unknowns = scene.unknowns.behind(verdict.hangs_on);
    let names = super::provenance::asks(scene, &unknowns, true);
    (!names.is_empty()).then(|| crate::eval::words::list(&names, "and"))
}

fn open_until(lines: &[Line<'_>], verdicts: &Verdicts) -> Option<String> {
    let waits: BTreeSet<String> = verdicts
        .lines()
        .into_iter()
        .filter_map(|index| lines.get(index))
        .filter(|line| line.restricts())
        .filter_map(|line| line.fallen.open_until.clone())
        .collect();
    let waits: Vec<String> = waits.into_iter().collect();
    (!waits.is_empty()).then(|| crate::eval::words::list(&waits, "and"))
}

/// Narrower things that lines restrict or name apart from the subject: `mineral sunscreen`.
fn narrowed(scene: &Scene<'_>, lines: &[Line<'_>], subject: &Subject) -> Vec<String> {
    let Some(thing) = subject.thing.filter(|_| subject.attributes.is_empty()) else {
        return Vec::new();
    };
    let vocabulary = &scene.protocol.vocabulary;
    let mut names = Vec::new();
    for item in lines.iter().flat_map(|line| &line.items) {
        let name = crate::eval::words::thing(vocabulary, item);
        if !item.attributes.is_empty()
            && vocabulary.is_under(thing, item.thing)
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// The run of restriction around the treatment.
#[derive(Debug, Default)]
struct Run {
    free_from: Option<NaiveDate>,
    time: Option<Moment>,
    again_from: Option<NaiveDate>,
    open_until: bool,
}

/// The run of restricted days around the treatment, or the first after it, and what follows.
fn run(scene: &mut Scene<'_>, verdicts: &Verdicts) -> Run {
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
    }
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
