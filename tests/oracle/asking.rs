//! What holds of a plan that is asked: it answers as the plan does, supposes nothing that another
//! evaluation would not find, and an interview ends with nothing left to ask.

use std::collections::BTreeSet;

use aftercare_dsl::eval::Case;
use aftercare_dsl::interview::{Interview, Turn};
use aftercare_dsl::plan::{Answer, Directive, Moment, Plan};
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::reply::{Change, Difference};
use aftercare_dsl::source::Sources;
use proptest::prelude::*;

use super::generate::{patients, protocols};
use super::text::date;
use crate::support::{self, config};

fn fail(problem: impl std::fmt::Display, text: &str, toml: &str) -> TestCaseError {
    TestCaseError::fail(format!("{problem}\n\n{text}\n----\n{toml}"))
}

/// The answers that an interview is given to a question, one after the other.
fn given(fact: &str) -> &'static [&'static str] {
    match fact {
        "vegan" | "pierced" => &["yes", "no", "unsure"],
        "age" => &["17", "18", "30", "unsure"],
        "skin type" => &["I", "II", "III", "IV", "does not apply"],
        "concerns" => &["none", "scars", "scars, wrinkles", "unsure"],
        "medications" => &[
            "no",
            "warfarin",
            "aspirin, isotretinoin last taken 2026-01-02",
        ],
        "session number" => &["none"],
        _ if fact.starts_with("prescribed ") => &["y", "n", "unsure"],
        _ => &[
            "no",
            "2026-06-01, severe, not spreading, worsening, 38.5 C, lasting 2 days",
        ],
    }
}

/// The directives, by what tells them apart.
fn lines(plan: &Plan) -> BTreeSet<String> {
    let name = |line: &Directive| {
        let place = &line.rule.location;
        format!(
            "{}:{} {:?} {:?}",
            place.line, place.column, line.verb, line.items
        )
    };
    plan.directives.iter().map(name).collect()
}

fn read_back(toml: &str, protocol: &aftercare_dsl::check::Protocol) -> Profile {
    let mut sources = Sources::new();
    let source = sources.add("patient.toml", toml);
    let (profile, mistakes) = profile::read(source, "patient.toml", toml, &protocol.vocabulary);
    assert!(mistakes.is_empty(), "{mistakes:?}\n{toml}");
    profile
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn a_plan_answers_about_each_thing_as_it_says(
        protocol in protocols(), patient in patients(), day in -5..30_i64,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let (protocol, profile) =
            support::read(&text, &toml).map_err(|problem| fail(problem, &text, &toml))?;
        let case = Case::new(&protocol, &profile).on(Moment::day(date(day)));
        let plan = case.plan().map_err(|error| fail(error.message, &text, &toml))?;
        for thing in &plan.things {
            let mut sources = Sources::new();
            let source = sources.add("question", thing.thing.as_str());
            let asked = case.thing(source, &thing.thing);
            let asked = asked.map_err(|error| {
                fail(format!("`{}`: {}", thing.thing, error.message), &text, &toml)
            })?;
            let reply = plan.ask(&case, &asked);
            let reply = reply.map_err(|error| fail(error.message, &text, &toml))?;
            let answers: Vec<_> = reply.answers.iter().map(|one| &one.thing).collect();
            prop_assert_eq!(answers, [thing], "\n{}\n----\n{}", text, toml);
            let until = &reply.answers[0].until;
            let why = plan.why(&case, &asked);
            prop_assert_eq!(why.as_deref(), Ok(reply.answers[0].why.as_slice()));
            let ends = plan.until(&case, &asked);
            prop_assert_eq!(ends, Ok(vec![(thing.thing.clone(), until.clone())]));
            let why_not = plan.why_not(&case, &asked);
            let why_not = why_not.map_err(|error| fail(error.message, &text, &toml))?;
            prop_assert_eq!(why_not.allowed, thing.answer == Answer::Allowed);
            let places: Vec<_> = why_not.lines.iter().map(|line| &line.rule.location).collect();
            for rule in &thing.rules {
                prop_assert!(places.contains(&&rule.location), "{rule:?}\n{text}\n----\n{toml}");
            }
            // A run of restriction around an earlier session may end before the one around this one.
            if let (Some(free), Some(until)) = (thing.free_from, until.first_free_day)
                && day <= 0
                && reply.answers[0].until.again_from.is_none()
            {
                prop_assert!(Some(free) <= until.date, "{free} {until:?}\n{text}\n----\n{toml}");
            }
        }
    }

    #[test]
    fn what_if_finds_what_another_evaluation_finds(
        protocol in protocols(), patient in patients(), day in -5..30_i64, pick in 0..100_usize,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let (protocol, profile) =
            support::read(&text, &toml).map_err(|problem| fail(problem, &text, &toml))?;
        let case = Case::new(&protocol, &profile).on(Moment::day(date(day)));
        let plan = case.plan().map_err(|error| fail(error.message, &text, &toml))?;
        for fact in ["vegan", "age", "skin type", "concerns"] {
            let answers = given(fact);
            let setting = format!("{fact} = {}", answers[pick % answers.len()]);
            let mut supposed = profile.clone();
            let mut sources = Sources::new();
            let source = sources.add("what if", setting.as_str());
            let mistakes = profile::set(&mut supposed, source, &setting, &protocol.vocabulary);
            prop_assert!(mistakes.is_empty(), "{setting}: {mistakes:?}");
            let found = plan.what_if(&case, &supposed, None);
            let found = found.map_err(|error| fail(error.message, &text, &toml))?.plan;
            let other = support::plan(&protocol, &supposed, case.on)
                .map_err(|problem| fail(problem, &text, &toml))?;
            prop_assert_eq!(&found, &Difference::between(&plan, &other));
            prop_assert_eq!(found.status.is_some(), plan.status != other.status);
            let named = |change: Change| -> BTreeSet<String> {
                let changed = found.lines.iter().filter(|line| line.change == change);
                changed
                    .map(|line| format!("{}:{}", line.rule.location.line, line.kind))
                    .collect()
            };
            let (before, after) = (lines(&plan), lines(&other));
            prop_assert_eq!(named(Change::Added).is_empty(), after.is_subset(&before));
            prop_assert_eq!(named(Change::Gone).is_empty(), before.is_subset(&after));
        }
    }

    #[test]
    fn an_interview_ends_with_nothing_left_to_ask(
        protocol in protocols(), patient in patients(), day in -5..30_i64, pick in 0..100_usize,
    ) {
        let (text, toml) = (protocol.text(), patient.toml());
        let (protocol, profile) =
            support::read(&text, &toml).map_err(|problem| fail(problem, &text, &toml))?;
        let case = Case::new(&protocol, &profile).on(Moment::day(date(day)));
        let interview = Interview::new(&case);
        let mut interview = interview.map_err(|error| fail(error.message, &text, &toml))?;
        let mut turns = 0;
        while let Some(fact) = interview.next().map(|question| question.fact.clone()) {
            let answers = given(&fact);
            let turn = interview.take(answers[(pick + turns) % answers.len()]);
            prop_assert_eq!(turn, Ok(Turn::Answered), "{}\n{}\n----\n{}", fact, text, toml);
            turns += 1;
            prop_assert!(turns < 30, "it does not end\n{text}\n----\n{toml}");
        }
        prop_assert!(interview.plan().questions.is_empty(), "\n{text}\n----\n{toml}");

        let answered = interview.profile();
        let vocabulary = &protocol.vocabulary;
        let whole = profile::write("", &Profile::default(), answered, vocabulary);
        prop_assert_eq!(&read_back(&whole.expect("it can be written"), &protocol), answered);
        let changed = profile::write(&toml, &profile, answered, vocabulary);
        prop_assert_eq!(&read_back(&changed.expect("it can be changed"), &protocol), answered);

        for _ in 0..turns {
            prop_assert_eq!(interview.take("back"), Ok(Turn::Back));
        }
        prop_assert_eq!(interview.take("back"), Ok(Turn::AtTheStart));
        prop_assert_eq!(interview.profile(), &profile);
    }
}
