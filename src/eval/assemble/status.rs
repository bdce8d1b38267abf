//! The plan's status: the first that holds.

use crate::eval::scene::Scene;
use crate::plan::{BeforeVerb, InWords, Plan, State, Status};
use crate::profile::Answered;

/// The status and why.
pub fn status(scene: &Scene<'_>, plan: &Plan) -> (Status, Vec<String>) {
    let contact: Vec<String> = plan
        .red_flags
        .iter()
        .filter(|flag| flag.reported)
        .map(|flag| {
            let within = flag.within.as_deref().unwrap_or("now");
            format!(
                "reported: {}. Call {} {within}",
                flag.items.join(", "),
                flag.to
            )
        })
        .collect();
    if !contact.is_empty() {
        return (Status::Contact, contact);
    }
    for (verb, status) in [
        (BeforeVerb::Refuse, Status::Refuse),
        (BeforeVerb::Defer, Status::Defer),
    ] {
        let reasons = before(plan, verb);
        if !reasons.is_empty() {
            return (status, reasons);
        }
    }
    let open = open(scene, plan);
    if open.is_empty() {
        let reported: Vec<String> = plan
            .not_covered
            .iter()
            .filter(|line| line.reported)
            .map(|line| format!("{}: {}", line.thing, line.text))
            .collect();
        if !reported.is_empty() {
            return (Status::Proceed, reported);
        }
        (Status::Proceed, vec!["nothing is open".to_owned()])
    } else {
        (Status::Unsettled, open)
    }
}

/// The settled refusals or deferrals, in words.
fn before(plan: &Plan, verb: BeforeVerb) -> Vec<String> {
    plan.before_treatment
        .iter()
        .filter(|line| line.verb == verb && line.state == State::Settled && !line.advised)
        .map(|line| {
            let because = line.because.clone().unwrap_or_else(|| {
                if line.facts.is_empty() {
                    line.rule.sentence.clone()
                } else {
                    line.facts.join(", ")
                }
            });
            let because = match line.deferred_until {
                Some(day) => format!("not before {}: {because}", day.in_words()),
                None => because,
            };
            match &line.rule.treatment {
                Some(treatment) => format!("{treatment}: {because}"),
                None => because,
            }
        })
        .collect()
}

/// What is open: provisional and waiting lines, and unsure facts.
fn open(scene: &Scene<'_>, plan: &Plan) -> Vec<String> {
    let states = states(plan);
    let count = |state| states.iter().filter(|other| **other == state).count();
    let mut open = Vec::new();
    let lines = |count: usize| if count == 1 { "line" } else { "lines" };
    let provisional = count(State::Provisional);
    if provisional > 0 {
        open.push(format!("{provisional} provisional {}", lines(provisional)));
    }
    let waiting = count(State::Waiting);
    if waiting > 0 {
        open.push(format!("{waiting} waiting {}", lines(waiting)));
    }
    let unsure: Vec<String> = scene
        .profile
        .facts
        .iter()
        .filter(|(_, answer)| **answer == Answered::Unsure)
        .map(|(fact, _)| scene.protocol.vocabulary.fact(*fact).name.clone())
        .collect();
    if !unsure.is_empty() {
        open.push(format!("unsure: {}", unsure.join(", ")));
    }
    open
}

/// The states of all lines.
fn states(plan: &Plan) -> Vec<State> {
    let directives = plan.directives.iter().map(|line| line.state);
    let flags = plan.red_flags.iter().map(|line| line.state);
    let steps = plan.steps.iter().flat_map(|steps| {
        std::iter::once(steps.state).chain(steps.items.iter().map(|step| step.state))
    });
    let visits = plan.visits.iter().map(|line| line.state);
    let before = plan.before_treatment.iter().map(|line| line.state);
    let course = plan.treatments.iter().flat_map(|treatment| {
        let sessions = treatment.sessions.iter();
        let candidates = sessions.flat_map(|sessions| sessions.candidates.iter());
        let maintenance = treatment.maintenance.iter().map(|line| line.state);
        candidates.map(|line| line.state).chain(maintenance)
    });
    directives
        .chain(flags)
        .chain(steps)
        .chain(visits)
        .chain(before)
        .chain(course)
        .collect()
}
