//! Several protocols for one patient, against each of them alone and against one protocol that says it all.

use aftercare_dsl::eval::{evaluate, evaluate_together};
use aftercare_dsl::plan::{Answer, AnswerBy, Moment, Plan, State, ThingAnswer};
use aftercare_dsl::profile::{Course, Profile};
use chrono::Days;
use proptest::prelude::*;

use super::generate::{patients, protocols};
use super::model::{Patient, Protocol};
use super::text::date;
use crate::support::{config, read_together};

/// The days that are asked about.
const DAYS: std::ops::Range<i64> = -4..28;

/// The patient as treated under both protocols, under the other some days later, and never before.
fn treated_twice(patient: &Profile, days: u64) -> Profile {
    let treated = patient.treated.expect("a generated patient is treated");
    let later = Moment {
        date: treated.date + Days::new(days),
        ..treated
    };
    let course = |treated| Course {
        treated: Some(treated),
        sessions: Some(Vec::new()),
        finished: false,
    };
    let treatments = [("1", treated), ("2", later)];
    Profile {
        treated: None,
        sessions: None,
        treatments: treatments
            .map(|(name, treated)| (name.to_owned(), course(treated)))
            .into(),
        ..patient.clone()
    }
}

fn failed(problem: String, texts: [&str; 2], patient: &str) -> TestCaseError {
    let [one, other] = texts;
    TestCaseError::fail(format!(
        "{problem}\n\n{one}\n----\n{other}\n----\n{patient}"
    ))
}

/// What a plan answers about a thing, without the rules behind it.
fn without_rules(answer: &ThingAnswer) -> ThingAnswer {
    ThingAnswer {
        rules: Vec::new(),
        asks: Vec::new(),
        if_: None,
        ..answer.clone()
    }
}

fn about<'p>(plan: &'p Plan, thing: &str) -> Option<&'p ThingAnswer> {
    plan.things.iter().find(|answer| answer.thing == thing)
}

/// How strict an answer is.
fn strictness(answer: Option<&ThingAnswer>) -> u8 {
    match answer.map(|answer| answer.answer) {
        Some(Answer::Avoid) => 2,
        Some(Answer::BetterNot) => 1,
        Some(Answer::Allowed | Answer::NotCovered) | None => 0,
    }
}

fn is_settled(answer: Option<&ThingAnswer>, wanted: Answer) -> bool {
    answer.is_some_and(|answer| answer.answer == wanted && answer.state == State::Settled)
}

/// Whether it is permitted, or is once something is known or happens.
fn may_be_allowed(answer: Option<&ThingAnswer>) -> bool {
    answer.is_some_and(|answer| answer.answer == Answer::Allowed || answer.state != State::Settled)
}

/// Whether an answer is that of one protocol, or differs in what is given back alone: it is not free where that is.
fn is_kept(found: &ThingAnswer, in_one: &ThingAnswer) -> bool {
    let restricted = |answer| matches!(answer, Answer::Avoid | Answer::BetterNot);
    let mut found = without_rules(found);
    if found.free_from.is_none() {
        (found.free_from, found.free_from_time) = (in_one.free_from, in_one.free_from_time);
    }
    let by_sentence = in_one.by == Some(AnswerBy::Sentence);
    if found.answer == Answer::NotCovered && !restricted(in_one.answer) && !by_sentence {
        (found.answer, found.by, found.state) = (in_one.answer, in_one.by, in_one.state);
    }
    found == without_rules(in_one)
}

/// Whether a protocol alone restricts something and gives no day on which it is free.
fn gives_nothing_back(alone: &ThingAnswer) -> bool {
    alone.free_from.is_none() && alone.answer != Answer::Allowed || alone.state != State::Settled
}

fn text(protocol: &Protocol) -> String {
    Protocol {
        course: None,
        ..protocol.clone()
    }
    .text()
}

proptest! {
    #![proptest_config(config(2_000))]

    /// On one day, with one length of aftercare, two protocols answer as one with all their sentences does, but that the end
    /// of one treatment's rule gives nothing back that the other's protocol has not given back itself.
    #[test]
    fn treatments_of_one_day_answer_as_one_protocol(
        one in protocols(),
        other in protocols(),
        patient in patients(),
        day in DAYS,
    ) {
        let other = Protocol { aftercare: one.aftercare, ..other };
        let whole = Protocol {
            rules: one.rules.iter().chain(&other.rules).cloned().collect(),
            ..one.clone()
        };
        let patient = Patient { sessions: Vec::new(), ..patient };
        let texts = [text(&one), text(&other)];
        let texts = [&*texts[0], &*texts[1]];
        let toml = patient.toml();
        let fail = |problem| failed(problem, texts, &toml);
        let (protocols, profile) = read_together(&texts, &toml).map_err(fail)?;
        let on = Some(Moment::day(date(day)));
        let patient = profile;
        let plan = evaluate_together((&protocols[0], &protocols[1..]), &treated_twice(&patient, 0), on).expect("dates are in range");
        let whole = text(&whole);
        let (whole, profile) = crate::support::read(&whole, &toml).map_err(fail)?;
        let whole = evaluate(&whole, &profile, on).expect("dates are in range");
        // Where one of them alone gives something nothing back, members of a class may be told apart that are one answer
        // otherwise: what both plans name is compared.
        let profile = treated_twice(&patient, 0);
        let keeps = protocols.iter().any(|protocol| {
            let alone = evaluate(protocol, &profile, on).expect("dates are in range");
            alone.things.iter().any(gives_nothing_back)
        });
        let kept = |answer: &ThingAnswer| {
            let found = about(&plan, &answer.thing);
            keeps && found.is_none_or(|found| is_kept(found, answer))
        };
        for answer in &whole.things {
            let found = about(&plan, &answer.thing).map(without_rules);
            if found == Some(without_rules(answer)) {
                continue;
            }
            if !kept(answer) {
                return Err(fail(format!("day {day}: {found:#?}\n\nin one: {answer:#?}")));
            }
        }
        prop_assert!(keeps || plan.things.len() == whole.things.len());
    }

    /// Whatever the days of the treatments: a thing is restricted if and only if one of them alone restricts it, as
    /// strictly as the stricter of them, and permitted only if one of them may permit it.
    #[test]
    fn the_strictest_wins(
        one in protocols(),
        other in protocols(),
        patient in patients(),
        apart in 0..12_u64,
        day in DAYS,
    ) {
        let patient = Patient { sessions: Vec::new(), ..patient };
        let texts = [text(&one), text(&other)];
        let texts = [&*texts[0], &*texts[1]];
        let toml = patient.toml();
        let fail = |problem| failed(problem, texts, &toml);
        let (protocols, profile) = read_together(&texts, &toml).map_err(fail)?;
        let on = Some(Moment::day(date(day)));
        let profile = treated_twice(&profile, apart);
        let both = evaluate_together((&protocols[0], &protocols[1..]), &profile, on).expect("dates are in range");
        let alone: Vec<Plan> = protocols
            .iter()
            .map(|protocol| evaluate(protocol, &profile, on).expect("dates are in range"))
            .collect();
        for answer in &both.things {
            let [one, other] = [0, 1].map(|at| about(&alone[at], &answer.thing));
            let each = [one, other];
            // What only one of them names, the other may restrict by a class above it: its own plan does not say so.
            if one.is_none() || other.is_none() {
                continue;
            }
            let wanted = strictness(one).max(strictness(other));
            let said = format!("{} on day {day}: {answer:#?}\n\nalone: {each:#?}", answer.thing);
            if strictness(Some(answer)) != wanted {
                return Err(fail(said));
            }
            let settled = each.iter().any(|one| is_settled(*one, Answer::Avoid));
            if settled && !is_settled(Some(answer), Answer::Avoid) {
                return Err(fail(said));
            }
            if answer.answer == Answer::Allowed && !each.iter().any(|one| may_be_allowed(*one)) {
                return Err(fail(said));
            }
        }
    }
}
