//! A schedule and a plan are one evaluation: whatever a schedule says of a sentence, the plan says.

use std::collections::BTreeSet;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::{Prepared, Scheduled, Stretch};
use aftercare_dsl::plan::{Directive, Moment, Plan, State, Strength, Verb, Window};
use aftercare_dsl::profile::Profile;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;
use proptest::prelude::*;

use super::generate::{patients, protocols};
use super::text::date;
use crate::support::{self, config};

const PEEL: &str = include_str!("../../examples/superficial-peel.rules");
const HAIR: &str = include_str!("../../examples/laser-hair-removal.rules");
const PATIENTS: &[&str] = &[
    "",
    include_str!("../../examples/patients/by-brand.toml"),
    include_str!("../../examples/patients/deferred.toml"),
    include_str!("../../examples/patients/mid-course.toml"),
    include_str!("../../examples/patients/missing-facts.toml"),
    include_str!("../../examples/patients/peel.toml"),
    include_str!("../../examples/patients/red-flag.toml"),
    include_str!("../../examples/patients/refused.toml"),
    include_str!("../../examples/patients/settled.toml"),
    include_str!("../../examples/patients/waxed.toml"),
];

/// The days of windows of a strength, as far as they lie within half a year of a day.
type InForce = BTreeSet<NaiveDate>;

fn days(from: Option<NaiveDate>, last: Option<NaiveDate>, around: NaiveDate) -> InForce {
    let first = around - Days::new(180);
    let from = from.unwrap_or(first).max(first);
    from.iter_days()
        .take_while(|day| *day <= around + Days::new(180))
        .take_while(|day| last.is_none_or(|last| *day <= last))
        .collect()
}

fn local(time: NaiveDateTime, zone: Option<Tz>) -> NaiveDateTime {
    zone.map_or(time, |zone| zone.from_utc_datetime(&time).naive_local())
}

fn of_schedule(
    windows: impl Iterator<Item = Stretch>,
    strength: Strength,
    profile: &Profile,
    around: NaiveDate,
) -> InForce {
    windows
        .filter(|stretch| stretch.strength == strength)
        .flat_map(|stretch| {
            let from = stretch.from.map(|time| local(time, profile.zone).date());
            let last = stretch.until.map(|time| {
                let end = local(time, profile.zone);
                let whole = u64::from(end.time() == NaiveTime::MIN);
                end.date() - Days::new(whole)
            });
            days(from, last, around)
        })
        .collect()
}

fn of_plan(windows: &[Window], strength: Strength, around: NaiveDate) -> InForce {
    windows
        .iter()
        .filter(|window| window.strength == strength && window.starts_at.is_none())
        .flat_map(|window| days(window.from, window.last_day, around))
        .collect()
}

/// What a plan and a schedule of one patient say differently.
fn differences(protocol: &Protocol, profile: &Profile, on: Option<Moment>) -> Vec<String> {
    let prepared = Prepared::new(protocol);
    let plan = prepared.plan(profile, on).expect("every date is in range");
    let mut schedule = prepared
        .schedule(&Profile::default(), None)
        .expect("relative days are in range");
    schedule
        .refill(profile, on)
        .expect("every date is in range");
    let mut wrong = Vec::new();
    let mut lines = 0;
    let restricted = schedule.iter().any(|line| line.verb == Some(Verb::Avoid));
    for scheduled in schedule.iter().filter(|scheduled| !scheduled.hidden) {
        lines += 1;
        let place = format!("{:?}, {}", scheduled.verb, scheduled.rule.sentence);
        match scheduled.verb {
            Some(verb) => {
                let same = |line: &&Directive| {
                    line.verb == verb && line.rule.location == scheduled.rule.location
                };
                let found: Vec<&Directive> = plan.directives.iter().filter(same).collect();
                if found.is_empty() && !is_prescribed(&plan, &scheduled) {
                    wrong.push(format!("not in the plan: {place}"));
                }
                for line in found {
                    if !agrees(&scheduled, line, profile, (restricted, on)) {
                        wrong.push(format!("{place}: {scheduled:?}, {line:?}"));
                    }
                }
            }
            None if !is_shown(&plan, &scheduled) => wrong.push(format!("not shown: {place}")),
            None => {}
        }
    }
    if plan.directives.len() + plan.expectations.len() + plan.notes.len() > 0 && lines == 0 {
        wrong.push("the schedule is empty".to_owned());
    }
    wrong
}

/// Whether the plan leaves a restriction out because all it restricts is prescribed.
fn is_prescribed(plan: &Plan, scheduled: &Scheduled<'_>) -> bool {
    plan.for_the_clinic.iter().any(|line| {
        line.rule
            .as_ref()
            .is_some_and(|rule| rule.location == scheduled.rule.location)
    })
}

fn agrees(
    scheduled: &Scheduled<'_>,
    line: &Directive,
    profile: &Profile,
    (restricted, on): (bool, Option<Moment>),
) -> bool {
    // What other lines leave of it, a schedule does not say.
    let cut = !line.held_back_by.is_empty() || !line.part_held_back_by.is_empty();
    let open = line.unless_prescribed || line.clock_time_decides || cut;
    if scheduled.state != line.state && !open {
        return false;
    }
    let Some(treated) = profile.treated.map(|treated| treated.date) else {
        return true;
    };
    let now = on.map_or(treated, |on| on.date);
    [Strength::Firm, Strength::Advised].iter().all(|strength| {
        let around = of_schedule(scheduled.windows(), *strength, profile, treated);
        let next = of_schedule(
            scheduled.next_session_windows(),
            *strength,
            profile,
            treated,
        );
        let told = of_plan(&line.windows, *strength, treated);
        // Restrictions take days from duties, permissions and limits, and from nothing else. Which ones
        // did is told while such a day is still to come.
        let from_now = |days: &InForce| days.range(now..).copied().collect::<InForce>();
        let told_by = line.held_back_by.len() + line.next_session_held_back_by.len();
        let told_why = told_by > 0 || from_now(&told) == from_now(&around);
        let held_back = scheduled.verb != Some(Verb::Avoid) && restricted && told_why;
        let told_next = of_plan(&line.next_session_windows, *strength, treated);
        let next_held_back = scheduled.verb != Some(Verb::Avoid) && restricted;
        (told_next == next || next_held_back && told_next.is_subset(&next))
            && (told == around || held_back && told.is_subset(&around))
    })
}

/// Whether the plan shows what is no directive, and in the same state.
fn is_shown(plan: &Plan, scheduled: &Scheduled<'_>) -> bool {
    let here = &scheduled.rule.location;
    let expected = plan
        .expectations
        .iter()
        .map(|line| (&line.rule, line.state));
    let noted = plan.notes.iter().map(|line| (&line.rule, line.state));
    let steps = plan.steps.iter().map(|line| (&line.rule, line.state));
    let mut same = expected.chain(noted).chain(steps);
    let reported = plan.red_flags.iter().any(|line| {
        // A red flag that waits for a symptom is told as conditional.
        let alike = line.state == scheduled.state || line.state == State::Conditional;
        line.rule.location == *here && alike
    });
    reported || same.any(|(rule, state)| rule.location == *here && state == scheduled.state)
}

#[test]
fn schedules_of_the_bundled_protocols_agree_with_their_plans() {
    let [microneedling, toxin] =
        ["microneedling", "botulinum-toxin"].map(|name| bundled(name).expect("it is bundled"));
    let mut compared = 0;
    for patient in PATIENTS {
        for protocol in [microneedling, toxin, PEEL, HAIR] {
            // A patient's facts may be of another protocol.
            let Ok((protocol, profile)) = support::read(protocol, patient) else {
                continue;
            };
            for day in [None, Some(-5), Some(0), Some(4), Some(40)] {
                let wrong = differences(&protocol, &profile, day.map(|day| Moment::day(date(day))));
                assert!(wrong.is_empty(), "{}\n{patient}", wrong.join("\n"));
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
}

/// Once a sentence holds, what waited until then for a symptom that never came is no time of it, in the plan and in
/// the schedule alike; what hangs on a fact still is.
#[test]
fn schedules_and_plans_forget_alike_what_waited_for_a_symptom() {
    let vocabulary =
        "activity running\nsymptom fever\nsymptom swelling\nevent healed\nfact age: years\n";
    let rows = [
        (
            "fever or swelling",
            "[symptoms]\nfever = 2026-06-03",
            Some(2),
        ),
        (
            "swelling or healed",
            "[events]\nhealed = 2026-06-02",
            Some(1),
        ),
        (
            "swelling or (healed and age under 17)",
            "[events]\nhealed = 2026-06-02",
            Some(0),
        ),
        (
            "swelling or (healed and age under 17)",
            "[facts]\nage = \"16 years\"\n[events]\nhealed = 2026-06-02",
            Some(1),
        ),
        (
            "swelling or (healed and age under 17)",
            "[facts]\nage = \"18 years\"\n[events]\nhealed = 2026-06-02",
            Some(0),
        ),
    ];
    for (condition, patient, from) in rows {
        let text = format!("{vocabulary}avoid running if {condition}\n");
        let patient = format!("treated = 2026-06-01\n{patient}\n");
        let (protocol, profile) = support::read(&text, &patient).expect("it is right");
        let on = Some(Moment::day(date(4)));
        let wrong = differences(&protocol, &profile, on);
        assert!(wrong.is_empty(), "{condition}: {}", wrong.join("\n"));
        let plan = Prepared::new(&protocol)
            .plan(&profile, on)
            .expect("every date is in range");
        let windows = &plan.directives[0].windows;
        assert_eq!(
            windows[0].from_day, from,
            "{condition}, {patient}: {windows:?}"
        );
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn schedules_agree_with_plans(
        protocol in protocols(),
        patient in patients(),
        day in -10..40_i64,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let (protocol, profile) = support::read(&text, &toml).map_err(TestCaseError::fail)?;
        let wrong = differences(&protocol, &profile, Some(Moment::day(date(day))));
        prop_assert!(wrong.is_empty(), "{}\n{text}\n----\n{toml}", wrong.join("\n"));
    }
}
