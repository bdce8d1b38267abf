//! The treatment and its course.

use super::Failure;
use super::provenance::{self, Hanging, rule_ref};
use crate::check::Head;
use crate::eval::course::{self, Candidate as Course};
use crate::eval::diagram::Node;
use crate::eval::line::state;
use crate::eval::said::Said;
use crate::eval::scene::Scene;
use crate::eval::time::Instant;
use crate::eval::truth::Asking;
use crate::eval::{residual, words};
use crate::plan::{
    Candidate, Maintenance, Next, NextState, Remaining, Sessions, Spread, State, Treatment, Verb,
};

/// The treatment and its course.
pub fn treatment<'a>(
    scene: &mut Scene<'a>,
    said: &[Said<'a>],
) -> Result<(Treatment, Vec<Hanging>), Failure<'a>> {
    let mut hanging = Vec::new();
    let sessions = sessions(scene, &mut hanging);
    let maintenance = maintenance(scene, said, &mut hanging)?;
    let protocol = scene.protocol;
    let status = match &protocol.approved {
        Some(approval) => format!("approved by {} on {}", approval.by, approval.on),
        None => "draft".to_owned(),
    };
    let treatment = Treatment {
        protocol: protocol.title.clone(),
        name: protocol.treatment.clone(),
        version: protocol.version.clone(),
        status,
        treated: scene.profile.treated,
        session: scene.course.done,
        session_known: scene.course.known,
        file: Some(crate::plan::Location {
            file: protocol.file.clone(),
            line: 1,
            column: 1,
        }),
        sessions,
        maintenance,
    };
    Ok((treatment, hanging))
}

fn sessions(scene: &mut Scene<'_>, hanging: &mut Vec<Hanging>) -> Option<Sessions> {
    let all = scene.course.candidates.clone();
    let candidates: Vec<Candidate> = all
        .iter()
        .map(|candidate| {
            hanging.push(Hanging {
                rule: candidate.rule.reference(),
                unknowns: provenance::unknowns(scene, &[candidate.node]),
                before_treatment: false,
            });
            self::candidate(scene, candidate)
        })
        .collect();
    let first = candidates.first()?;
    let alone = candidates.len() == 1;
    let finished = all.iter().all(|candidate| candidate.remaining.1 == Some(0));
    Some(Sessions {
        done: scene.course.done,
        done_known: scene.course.known,
        finished,
        remaining: alone.then_some(first.remaining),
        next: first.next.filter(|_| alone),
        ends: first.ends.filter(|_| alone),
        book_not_before: candidates
            .iter()
            .filter_map(|candidate| candidate.next.and_then(|next| next.earliest))
            .max(),
        candidates,
    })
}

fn candidate(scene: &mut Scene<'_>, course: &Course<'_>) -> Candidate {
    let details = &course.rule.details;
    let asking = provenance::asking(scene, false);
    let unknowns = provenance::unknowns(scene, &[course.node]);
    let (every, usually) = match &course.rule.head {
        Head::Sessions {
            every,
            usually,
            at_least,
            ..
        } => {
            let more = if *at_least { " or more" } else { "" };
            let every = every.map(|(low, high)| words::durations(low, high));
            (
                every.map(|every| format!("{every}{more}")),
                usually.map(words::counts),
            )
        }
        _ => (None, None),
    };
    Candidate {
        concerns: details.concerns.clone(),
        least: course.count.0,
        most: course.count.1,
        usually,
        every,
        remaining: Remaining {
            at_least: course.remaining.0,
            at_most: course.remaining.1,
        },
        next: course.next.map(|days| next(scene, course, days)),
        ends: course.ends.filter(|_| scene.dated).map(spread),
        state: match course.node {
            Node::TRUE => State::Settled,
            node => state(scene, Verb::Avoid, [node]),
        },
        asks: provenance::asks(scene, &unknowns, false),
        if_: residual::residual(&scene.truth, &mut scene.unknowns, course.condition, asking),
        details: provenance::details(scene, course.rule, &[]),
        because: details.because.clone(),
        sources: details.sources.clone(),
        rule: course.rule.reference(),
    }
}

fn spread((earliest, latest): (chrono::NaiveDate, Option<chrono::NaiveDate>)) -> Spread {
    Spread {
        earliest: Some(earliest),
        latest,
    }
}

fn next(scene: &Scene<'_>, course: &Course<'_>, (earliest, latest): course::Days) -> Next {
    let day = |date: chrono::NaiveDate| (date - scene.treatment.days.0).num_days();
    let open = matches!(course.rule.head, Head::Sessions { at_least: true, .. });
    let state = scene.asked.map(|asked| {
        let today = scene.clock.first_day(asked.start);
        if today < earliest {
            NextState::Early
        } else if open || today <= latest {
            NextState::Due
        } else {
            NextState::Overdue
        }
    });
    Next {
        earliest: Some(earliest).filter(|_| scene.dated),
        latest: Some(latest).filter(|_| scene.dated && !open),
        earliest_day: Some(day(earliest)),
        latest_day: Some(day(latest)).filter(|_| !open),
        state,
        optional: course.remaining.0 == 0,
    }
}

fn maintenance<'a>(
    scene: &mut Scene<'a>,
    all: &[Said<'a>],
    hanging: &mut Vec<Hanging>,
) -> Result<Vec<Maintenance>, Failure<'a>> {
    let mut lines = Vec::new();
    for said in all {
        let Head::Maintenance { every } = &said.rule.head else {
            continue;
        };
        let condition = course::for_concerns(scene.protocol, said.rule);
        let condition = if said.also.is_empty() {
            condition
        } else {
            said.condition.as_ref().clone()
        };
        let asking = Asking {
            at: Instant::NEVER_ENDS,
            ..provenance::asking(scene, false)
        };
        let node = scene.truth.node(&mut scene.unknowns, &condition, asking);
        if node == Node::FALSE {
            continue;
        }
        let first = scene
            .course
            .ending()
            .filter(|_| scene.dated)
            .map(|days| course::maintenance(days, *every))
            .transpose()
            .map_err(|out_of_range| (said.rule, out_of_range))?;
        let unknowns = provenance::unknowns(scene, &[node]);
        let details = &said.rule.details;
        lines.push(Maintenance {
            every: words::durations(every.0, every.1),
            first: first.map(spread),
            concerns: details.concerns.clone(),
            state: match node {
                Node::TRUE => State::Settled,
                node => state(scene, Verb::Do, [node]),
            },
            asks: provenance::asks(scene, &unknowns, false),
            if_: residual::residual(&scene.truth, &mut scene.unknowns, &condition, asking),
            details: provenance::details(scene, said.rule, &[]),
            because: details.because.clone(),
            sources: details.sources.clone(),
            rule: rule_ref(said),
        });
        hanging.push(Hanging {
            rule: rule_ref(said),
            unknowns,
            before_treatment: false,
        });
    }
    Ok(lines)
}
