//! The top of a handout: what it is of, what must be known before all else, the main message, and whom to call.

use super::off::Held;
use super::page::{Alert, Call};
use super::said::call;
use super::text::Text;
use super::words::Say;
use super::writing::Writing;
use crate::plan::{Plan, State, Status, Treatment};

/// What it is called: the protocols' titles.
pub(super) fn title(writing: &Writing<'_>) -> Text {
    let sayer = &writing.sayer;
    let names = writing.plan.treatments.iter();
    let names: Vec<Text> = names
        .filter_map(|one| one.protocol.as_deref().or(one.name.as_deref()))
        .map(|name| sayer.theirs(name).sentence())
        .collect();
    match names.as_slice() {
        [] => sayer.say(Say::Plan),
        names => sayer.list(names, false),
    }
}

/// The treatments' days and sessions, and the day of the plan.
pub(super) fn about(writing: &Writing<'_>) -> Vec<Text> {
    let sayer = &writing.sayer;
    let mut about: Vec<Text> = Vec::new();
    for treatment in &writing.plan.treatments {
        about.extend(treated(writing, treatment));
    }
    let on = writing.days.on;
    if on != writing.days.treated.date {
        let day = sayer.day(on);
        about.push(sayer.with(Say::PlanFor, &[("day", &day)]));
    }
    about
}

fn treated(writing: &Writing<'_>, treatment: &Treatment) -> Vec<Text> {
    let sayer = &writing.sayer;
    let Some(moment) = treatment.treated else {
        return Vec::new();
    };
    let when = sayer.moment(moment);
    let name = treatment.name.as_deref().or(treatment.protocol.as_deref());
    let said = match name.filter(|_| writing.plan.treatments.len() > 1) {
        Some(name) => {
            let name = sayer.theirs(name).sentence();
            sayer.with(Say::TreatedOf, &[("name", &name), ("when", &when)])
        }
        None if moment.date > writing.days.on => sayer.with(Say::ToBeTreated, &[("when", &when)]),
        None => sayer.with(Say::Treated, &[("when", &when)]),
    };
    let mut about = vec![said];
    // Where there is a course, it stands there how many sessions there were.
    if treatment.sessions.is_none() && treatment.session > 1 {
        let message = if treatment.session_known {
            Say::Session
        } else {
            Say::SessionAtLeast
        };
        about.push(sayer.count(message, treatment.session));
    }
    about
}

/// What must be known before all else.
pub(super) fn alerts(writing: &Writing<'_>) -> Vec<Alert> {
    let sayer = &writing.sayer;
    let mut alerts = Vec::new();
    alerts.extend(contact(writing));
    alerts.extend(uncovered(writing));
    if writing.plan.is_withheld() {
        alerts.push(withheld(writing));
    }
    if is_draft(writing.plan) {
        alerts.push(Alert {
            heading: sayer.say(Say::Draft),
            lines: vec![sayer.say(Say::DraftMore)],
        });
    }
    if !writing.plan.is_withheld() && is_open(writing.plan) {
        alerts.push(Alert {
            heading: sayer.say(Say::NotFinal),
            lines: vec![sayer.say(Say::NotFinalMore)],
        });
    }
    if writing.for_clinic() {
        alerts.push(Alert {
            heading: sayer.say(Say::Clinic),
            lines: vec![sayer.say(Say::ClinicNote)],
        });
    }
    alerts
}

/// Whether no clinician has approved one of the protocols.
fn is_draft(plan: &Plan) -> bool {
    plan.treatments.iter().any(|one| one.status == "draft")
        || plan.warnings.iter().any(|warning| warning.code == "draft")
}

/// Whether something of the plan hangs on what is not known. A reported warning sign comes first in the status and says
/// nothing about the rest, so that the rest is looked at.
fn is_open(plan: &Plan) -> bool {
    let open = |state: State| matches!(state, State::Provisional | State::Waiting);
    plan.status == Status::Unsettled
        || !plan.questions.is_empty()
        || plan.directives.iter().any(|line| open(line.state))
        || plan.steps.iter().any(|line| open(line.state))
        || plan.red_flags.iter().any(|line| open(line.state))
        || plan.visits.iter().any(|line| open(line.state))
}

fn contact(writing: &Writing<'_>) -> Option<Alert> {
    let sayer = &writing.sayer;
    let flags = writing.plan.red_flags.iter().filter(|flag| flag.reported);
    let mut flags: Vec<_> = flags.collect();
    flags.sort_by_key(|flag| flag.urgency);
    let mut lines = Vec::new();
    let mut called: Vec<&str> = Vec::new();
    for flag in flags {
        if !called.contains(&flag.to.as_str()) {
            let who = sayer.who(&flag.to);
            lines.push(sayer.with(Say::ContactWho, &[("who", &who)]));
            called.push(&flag.to);
        }
        let reported = if flag.reported_items.is_empty() {
            &flag.written
        } else {
            &flag.reported_items
        };
        let symptoms = sayer.things(reported, false);
        let reported = sayer.with(Say::ContactReported, &[("symptoms", &symptoms)]);
        lines.push(Text::join(&[reported, call(writing, flag)], " "));
        if !flag.depends_on.is_empty() {
            let what = sayer.things(&flag.depends_on, false);
            lines.push(sayer.with(Say::ContactAnyway, &[("what", &what)]));
        }
    }
    (!lines.is_empty()).then(|| Alert {
        heading: sayer.say(Say::Contact),
        lines,
    })
}

/// A symptom that was reported, and that the protocol says nothing about.
fn uncovered(writing: &Writing<'_>) -> Option<Alert> {
    let sayer = &writing.sayer;
    let reported = writing.plan.not_covered.iter().filter(|line| line.reported);
    // What a patient reported is never listed as missing from the texts, which would tell it elsewhere.
    let reported: Vec<Text> = reported.map(|line| sayer.name(&line.thing)).collect();
    let symptoms = sayer.list(&reported, false);
    (!reported.is_empty()).then(|| Alert {
        heading: sayer.say(Say::CallUs),
        lines: vec![sayer.with(Say::Uncovered, &[("symptoms", &symptoms)])],
    })
}

/// That the treatment is not given. What is off and asked for after it would be about days that nobody has.
fn withheld(writing: &Writing<'_>) -> Alert {
    let sayer = &writing.sayer;
    let plan = writing.plan;
    let lines = plan.before_treatment.iter();
    let settled = lines.filter(|line| line.state == State::Settled && !line.advised);
    let refused = plan.status == Status::Refuse
        || settled
            .clone()
            .any(|line| line.verb == crate::plan::BeforeVerb::Refuse);
    let until = settled.filter_map(|line| line.deferred_until).max();
    let mut more = Vec::new();
    if let Some(day) = until.filter(|_| !refused) {
        let day = sayer.day_and_year(day);
        more.push(sayer.with(Say::DeferredUntil, &[("day", &day)]));
    }
    more.push(sayer.say(Say::WithheldMore));
    Alert {
        heading: sayer.say(if refused { Say::Refused } else { Say::Deferred }),
        lines: more,
    }
}

/// What to do, in one sentence, and whom to ask.
pub(super) fn message(writing: &Writing<'_>, held: &[Held<'_>]) -> Vec<Text> {
    let sayer = &writing.sayer;
    let plan = writing.plan;
    if plan.is_withheld() {
        return vec![sayer.say(Say::NotSure)];
    }
    let lines = plan.directives.iter();
    let lines = lines.filter(|line| !line.never_in_force && line.verb != crate::plan::Verb::Allow);
    let windows: Vec<_> = lines.flat_map(|line| &line.windows).collect();
    let last = windows.iter().filter_map(|window| window.last_day).max();
    let open = windows.iter().any(|window| window.last_day.is_none());
    let mut message = Vec::new();
    match last.filter(|last| *last >= writing.days.on) {
        Some(last) => {
            message.push(sayer.with(Say::Follow, &[("day", &sayer.day(last))]));
            if open || held.iter().any(Held::has_no_end) {
                message.push(sayer.say(Say::FollowOpen));
            }
        }
        None => message.push(sayer.say(Say::FollowPlain)),
    }
    message.push(sayer.say(Say::NotSure));
    message
}

pub(super) fn call_box(writing: &Writing<'_>) -> Call {
    let sayer = &writing.sayer;
    let options = writing.options;
    let phone = options.phone.as_deref().map(|phone| sayer.name(phone));
    let label = match &phone {
        Some(_) => Say::CallUs,
        None => Say::CallUsBlank,
    };
    Call {
        label: sayer.say(label),
        clinic: options.clinic.as_deref().map(|name| sayer.name(name)),
        phone,
    }
}
