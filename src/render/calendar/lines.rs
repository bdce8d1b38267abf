//! What stands in the descriptions.

use crate::plan::{Directive, Plan, RedFlag, RuleRef, State, Steps, Verb};
use crate::render::text::{call, said_at_all, sentence, spoken, stopped, stricter, with_verb};
use crate::render::{CalendarWord, Word, all_of, any_of};

/// What a line is about, whatever its numbers: its label, or else its verb, its things and where they hold.
pub(super) fn about(line: &Directive) -> String {
    let treatment = line.rule.treatment.iter();
    let treatment: String = treatment.map(|name| format!("{name}\n")).collect();
    if let Some(label) = &line.rule.label {
        // One sentence may come to several lines: `use only X` asks for X, and bans all else.
        let things = line.items.join("\n");
        return format!("{treatment}label\n{label}\n{:?}\n{things}", line.verb);
    }
    let beside = [&line.place, &line.while_, &line.using];
    let beside: Vec<&str> = beside.into_iter().flatten().map(String::as_str).collect();
    format!(
        "{treatment}line\n{:?}\n{}\n{}\n{}",
        line.verb,
        line.word,
        line.items.join("\n"),
        beside.join("\n")
    )
}

/// Words of time as a sentence of their own.
pub(super) fn call_it(when: &str) -> String {
    stopped(&sentence(&when.replace('\u{a0}', " ")))
}

/// Why, and what to do instead.
pub(super) fn because(line: &Directive) -> Vec<String> {
    let mut text = Vec::new();
    if let Some(instead) = &line.instead {
        text.push(Word::Instead.with(&[("what", instead)]));
    }
    if let Some(what) = &line.if_unavoidable {
        text.push(Word::IfUnavoidable.with(&[("what", what)]));
    }
    // The line's own reason stands before the rules that hold a part of it back: behind them it would read as theirs.
    if let Some(because) = &line.because {
        text.push(Word::Why.with(&[("because", because.trim_end_matches('.'))]));
    }
    for (word, things, rules) in [
        (
            Word::ChoiceHeldBack,
            &line.choices_held_back,
            said_at_all(line.all_held_back_by()),
        ),
        (
            Word::NextPartHeldBack,
            &line.next_session_except,
            said_at_all(&line.next_session_held_back_by),
        ),
    ] {
        if !things.is_empty() {
            text.push(word.with(&[("things", &all_of(things)), ("rules", &rules)]));
        }
    }
    text
}

/// How sure a line is, where it is not settled.
pub(super) fn state_line(state: State, hangs_on: Option<&str>) -> Option<String> {
    match (state, hangs_on) {
        (State::Provisional, Some(hangs_on)) => {
            Some(CalendarWord::MayNotApplyIf.with(&[("if", &spoken(hangs_on))]))
        }
        (State::Provisional, None) => Some(CalendarWord::MayNotApply.text().to_owned()),
        (State::Conditional, Some(hangs_on)) => {
            Some(Word::OnlyIf.with(&[("if", &spoken(hangs_on))]))
        }
        _ => None,
    }
}

/// What a rule restricts, as its line says it; the author's sentence where there is no such line.
fn restriction(plan: &Plan, rule: &RuleRef) -> String {
    let mut lines = plan.directives.iter();
    let line = lines.find(|line| line.verb == Verb::Avoid && line.rule.location == rule.location);
    line.map_or_else(|| spoken(&rule.sentence), with_verb)
}

/// The steps, in order.
pub(super) fn steps(plan: &Plan, steps: &Steps) -> Vec<String> {
    let mut text: Vec<String> = steps.frequency.iter().map(|often| call_it(often)).collect();
    for (index, step) in steps.items.iter().enumerate() {
        let what = match &step.join {
            Some(join) => format!("{join}, {}", step.text),
            None => step.text.clone(),
        };
        let mut words = stopped(&sentence(&spoken(&what)));
        if !step.held_back_by.is_empty() {
            let rules = step.held_back_by.iter();
            let rules: Vec<String> = rules.map(|rule| restriction(plan, rule)).collect();
            let held = CalendarWord::StepHeldBack.with(&[("rules", &rules.join("; "))]);
            words = format!("{words} {held}");
        }
        if let Some(line) = state_line(step.state, step.if_.as_deref()) {
            words = format!("{words} {line}");
        }
        text.push(format!("{}. {words}", index + 1));
    }
    text
}

/// A warning sign, and whom to call.
pub(super) fn flag(flag: &RedFlag) -> String {
    let mut symptoms = sentence(&any_of(&flag.written));
    if let Some(words) = &flag.window_text {
        symptoms = format!("{symptoms}, {}", spoken(words));
    }
    let calls = flag.stricter.iter().map(stricter);
    let calls: Vec<String> = std::iter::once(call(flag)).chain(calls).collect();
    let call = calls.join(" ");
    // A condition that stood last would be read too late.
    if let (State::Conditional, Some(hangs_on)) = (flag.state, &flag.if_) {
        let fillings = [
            ("symptoms", symptoms.as_str()),
            ("if", &spoken(hangs_on)),
            ("call", &call),
        ];
        return CalendarWord::CallIf.with(&fillings);
    }
    let line = CalendarWord::CallLine.with(&[("symptoms", &symptoms), ("call", &call)]);
    match state_line(flag.state, flag.if_.as_deref()) {
        Some(state) => format!("{line} {state}"),
        None => line,
    }
}
