//! The oracle's verdict beside the plan's things, day by day.

use aftercare_dsl::plan::{Answer, AnswerBy, Moment, Plan, State, ThingAnswer};
use chrono::NaiveDate;

use super::answer::Answers;
use super::elsewhere::Elsewhere;
use super::evaluate::{Verdict, evaluate};
use super::model::*;
use super::still;
use super::text::date;
use crate::support;

/// The days that a plan is asked about.
pub const ASKED: std::ops::RangeInclusive<i64> = -10..=40;

/// Compares on every day. None where the oracle cannot go through all worlds.
pub fn compare(protocol: &Protocol, patient: &Patient) -> Option<Result<(), String>> {
    let (text, toml) = (protocol.text(), patient.toml());
    let fail = |problem: String| Some(Err(format!("{problem}\n\n{text}\n----\n{toml}")));
    let (checked, profile) = match support::read(&text, &toml) {
        Ok(read) => read,
        Err(problem) => return fail(problem),
    };
    let mut verdict = None;
    let mut known = None;
    for day in ASKED {
        // What an earlier session restricted before this treatment is over and need not be told.
        if day < 0 && !patient.sessions.is_empty() {
            continue;
        }
        let knows = (patient.as_of(day), protocol.is_overdue(day));
        if known.as_ref() != Some(&knows) {
            verdict = evaluate(protocol, patient, day);
            known = Some(knows);
        }
        let verdict = verdict.as_ref()?;
        let on = Moment::day(date(day));
        let plan = match support::plan(&checked, &profile, Some(on)) {
            Ok(plan) => plan,
            Err(problem) => return fail(problem),
        };
        let differences = verdict.differences(&plan, day);
        if !differences.is_empty() {
            let told = differences.join("\n");
            return fail(format!("asked on day {day}, {}:\n{told}", date(day)));
        }
    }
    Some(Ok(()))
}

impl Verdict {
    fn differences(&self, plan: &Plan, day: i64) -> Vec<String> {
        let mut differences = Vec::new();
        for ((leaf, answers), elsewhere) in self.leaves.iter().zip(&self.elsewhere) {
            let mut found = entries(plan, *leaf);
            // The patient's own class is one of its members: it says nothing of one that no line is about.
            found.retain(|entry| answers.mentioned || !entry.own || entry.thing == THINGS[*leaf].0);
            if found.is_empty() {
                let restricted = ["avoid", "better not"].contains(&answers.on(day).answer);
                if answers.mentioned && (!answers.reached || restricted) {
                    differences.push(format!("{}: not in the plan's things", THINGS[*leaf].0));
                }
                continue;
            }
            let told: Vec<Vec<String>> = found
                .iter()
                .map(|entry| {
                    let mut told = differs(answers, entry, day);
                    told.extend(narrowed(elsewhere, entry, day).filter(|_| !answers.reached));
                    // What is the patient's own may be another member, which is restricted once more.
                    let of_another = entry.own && entry.thing != THINGS[*leaf].0;
                    told.retain(|told| {
                        !(of_another
                            && told.ends_with("the oracle says none")
                            && told.starts_with("again_from"))
                    });
                    told
                })
                .collect();
            if told.iter().all(|told| !told.is_empty()) {
                differences.push(report(THINGS[*leaf].0, answers, &told[0]));
            }
        }
        for (name, answers) in &self.own {
            let own = plan
                .things
                .iter()
                .find(|entry| entry.own && entry.thing == *name);
            let told = match own {
                Some(entry) => {
                    let mut told = differs(answers, entry, day);
                    told.retain(|told| !careful(answers, entry, told));
                    told
                }
                None if answers.mentioned => vec!["not in the plan's things".to_owned()],
                None => Vec::new(),
            };
            if !told.is_empty() {
                differences.push(report(name, answers, &told));
            }
        }
        differences.extend(still::differences(self, plan));
        differences
    }
}

/// What a restrictive answer says wrongly of other places and situations.
fn narrowed(elsewhere: &Elsewhere, entry: &ThingAnswer, day: i64) -> Option<String> {
    if !matches!(entry.answer, Answer::Avoid | Answer::BetterNot) {
        return None;
    }
    let (only, otherwise) = elsewhere.on(day, answer_word(entry.answer));
    let told: std::collections::BTreeSet<String> = entry.only.iter().cloned().collect();
    let said = entry.otherwise.map(answer_word);
    (told != only || said != otherwise).then(|| {
        format!(
            "it is so only {told:?}, otherwise {said:?}; the oracle says {only:?}, {otherwise:?}"
        )
    })
}

/// Of what may be several things, any word that promises no more fits; whether its class
/// has members that the vocabulary does not list is not said.
fn careful(answers: &Answers, entry: &ThingAnswer, told: &str) -> bool {
    let open = entry.answer == Answer::NotCovered;
    // What only an earlier session restricted need not be told.
    let over = answers.reached && open;
    let open = answers.vague && open;
    let restricts = matches!(entry.answer, Answer::Avoid | Answer::BetterNot);
    let promises_less = told.starts_with("by is") || told.ends_with("the oracle says allowed");
    answers.vague && told.starts_with("free_from is none")
        || over && promises_less
        || (open || answers.vague && restricts) && told.starts_with("state is")
        || open && promises_less
}

fn report(name: &str, answers: &Answers, told: &[String]) -> String {
    format!(
        "{name}: {}\n  the oracle: {}",
        told.join("; "),
        answers.runs()
    )
}

/// The entries that speak of a thing: its own, or those of the nearest classes above it. What is said of the
/// patient's own class, which is one of its members, speaks of another member only where nothing else does.
pub fn entries(plan: &Plan, leaf: usize) -> Vec<&ThingAnswer> {
    let of_others = nearest(plan, leaf, |entry| {
        !entry.own || entry.thing == THINGS[leaf].0
    });
    if of_others.is_empty() {
        nearest(plan, leaf, |_| true)
    } else {
        of_others
    }
}

fn nearest(plan: &Plan, leaf: usize, wanted: impl Fn(&ThingAnswer) -> bool) -> Vec<&ThingAnswer> {
    let named = |name: &str| -> Vec<&ThingAnswer> {
        // The patient's own medicines stand under their names, own products under theirs.
        let entries = plan.things.iter();
        entries
            .filter(|entry| entry.thing == name && wanted(entry))
            .collect()
    };
    let own = named(THINGS[leaf].0);
    if !own.is_empty() {
        return own;
    }
    let above: Vec<usize> = (0..THINGS.len())
        .filter(|class| *class != leaf && under(leaf, *class))
        .filter(|class| !named(entry_name(*class)).is_empty())
        .collect();
    let nearest = above.iter().filter(|class| {
        let below = |other: &usize| *other != **class && under(*other, **class);
        !above.iter().any(below)
    });
    nearest
        .flat_map(|class| named(entry_name(*class)))
        .collect()
}

/// The name of a class; a kind's is its word.
pub fn entry_name(class: usize) -> &'static str {
    match class {
        0 => "substance",
        1 => "product",
        2 => "medicine",
        3 => "activity",
        _ => THINGS[class].0,
    }
}

fn differs(answers: &Answers, entry: &ThingAnswer, day: i64) -> Vec<String> {
    let expected = answers.on(day);
    let mut told = Vec::new();
    let mut compare = |what: &str, plan: String, oracle: String| {
        if plan != oracle {
            told.push(format!("{what} is {plan}, the oracle says {oracle}"));
        }
    };
    compare(
        "answer",
        answer_word(entry.answer).to_owned(),
        expected.answer.to_owned(),
    );
    let by = match entry.by {
        None => "none",
        Some(AnswerBy::Sentence) => "sentence",
        Some(AnswerBy::Release) => "release",
    };
    if !expected.by.contains(&by) && (by != "none" || !expected.by.is_empty()) {
        compare("by", by.to_owned(), expected.by.join(" or "));
    }
    let state = state_word(entry.state);
    if !expected.states.contains(&state) {
        compare("state", state.to_owned(), expected.states.join(" or "));
    }
    let (free, again) = answers.free();
    if !answers.reached {
        compare(
            "free_from",
            day_word(entry.free_from),
            day_word(free.map(date)),
        );
    }
    if let Some(again) = again.filter(|_| !answers.reached) {
        compare(
            "again_from",
            day_word(entry.again_from),
            day_word(again.map(date)),
        );
    }
    if let Some(ask) = answers.ask_prescriber() {
        compare(
            "ask_prescriber",
            entry.ask_prescriber.to_string(),
            ask.to_string(),
        );
    }
    told
}

fn day_word(day: Option<NaiveDate>) -> String {
    day.map_or("none".to_owned(), |day| day.to_string())
}

fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Avoid => "avoid",
        Answer::BetterNot => "better not",
        Answer::Allowed => "allowed",
        Answer::NotCovered => "not covered",
    }
}

pub fn state_word(state: State) -> &'static str {
    match state {
        State::Settled => "settled",
        State::Conditional => "conditional",
        State::Provisional => "provisional",
        State::Waiting => "waiting",
    }
}
