//! What is to be left and done, an activity for each window.

use chrono::NaiveDate;

use super::resource::{Concept, Detail, Period, Said, Scheduled};
use crate::plan::{Directive, Plan, State, Steps, Strength, Verb, Window};
use crate::render::text::{Parts, phrase_of, sentence, spoken, stopped, window_words, with_verb};
use crate::render::{CalendarWord, FhirWord, Word};

/// How sure something is, and what it hangs on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sure<'a> {
    pub(super) state: State,
    pub(super) hangs_on: Option<&'a str>,
    pub(super) unless: Option<&'a str>,
    /// What to do until it is known, where that is not to keep to it: nobody may read that a medicine is to be stopped.
    pub(super) until_known: Option<Word>,
}

impl<'a> Sure<'a> {
    /// How sure a line is.
    pub(super) fn of(state: State, hangs_on: Option<&'a str>) -> Self {
        Self {
            state,
            hangs_on,
            unless: None,
            until_known: None,
        }
    }

    fn of_directive(line: &'a Directive, state: State) -> Self {
        let until_known = match line.word.as_str() {
            "continue" => Some(Word::GoesOnUntilThen),
            _ if line.of_allergy => Some(Word::AskAtOnceUntilThen),
            _ if line.unless_prescribed => Some(Word::DoNotStopUntilThen),
            _ => None,
        };
        Self {
            unless: line.unless.as_deref(),
            until_known,
            ..Self::of(state, line.if_.as_deref())
        }
    }
}

impl Sure<'_> {
    /// In the name of an activity, so that nobody reads it without.
    pub(super) fn how(self) -> Option<String> {
        let on = |word: FhirWord, what: &str| word.with(&[("if", &spoken(what))]);
        match (self.state, self.hangs_on, self.unless) {
            (State::Settled, ..) => None,
            // "Not yet" of what is to be continued would read as though it were to be stopped.
            (State::Waiting, ..) if self.until_known == Some(Word::GoesOnUntilThen) => {
                Some(FhirWord::HowNotFinal.text().to_owned())
            }
            (State::Provisional, ..) => Some(FhirWord::HowNotFinal.text().to_owned()),
            (State::Conditional, _, Some(unless)) => Some(on(FhirWord::HowNotIf, unless)),
            (State::Conditional, Some(what), None) => Some(on(FhirWord::HowOnlyIf, what)),
            (State::Conditional, None, None) => Some(FhirWord::HowNotFinal.text().to_owned()),
            (State::Waiting, Some(what), _) => Some(on(FhirWord::HowNotYetIf, what)),
            (State::Waiting, None, _) => Some(FhirWord::HowNotYet.text().to_owned()),
        }
    }

    /// In a sentence: the reason of an activity's status.
    pub(super) fn reason(self) -> Option<Concept> {
        let on = |word: FhirWord, what: &str| word.with(&[("if", &spoken(what))]);
        let plain = |word: FhirWord| word.text().to_owned();
        let open = matches!(self.state, State::Provisional | State::Waiting);
        if let Some(word) = self.until_known.filter(|_| open) {
            let not_final = match self.hangs_on {
                Some(what) => on(FhirWord::NotFinalHangs, what),
                None => plain(FhirWord::NotFinalOpen),
            };
            return Some(Concept::new(&format!("{not_final} {}", word.text())));
        }
        let text = match (self.state, self.hangs_on, self.unless) {
            (State::Settled, ..) => return None,
            (State::Provisional, Some(what), _) => on(FhirWord::NotFinalIf, what),
            (State::Conditional, _, Some(unless)) => on(FhirWord::NotIf, unless),
            (State::Conditional, Some(what), None) => on(FhirWord::OnlyIf, what),
            (State::Provisional | State::Conditional, ..) => plain(FhirWord::NotFinal),
            (State::Waiting, Some(what), _) => on(FhirWord::NotYetIf, what),
            (State::Waiting, None, _) => plain(FhirWord::NotYet),
        };
        Some(Concept::new(&text))
    }
}

/// A name with what must be read together with it.
pub(super) fn noted(what: String, how: &[String]) -> String {
    if how.is_empty() {
        return what;
    }
    FhirWord::Noted.with(&[("what", &what), ("how", &how.join("; "))])
}

/// All of them.
pub(super) fn all(plan: &Plan, parts: &Parts<'_>) -> Vec<Detail> {
    let lines = plan.directives.iter().filter(|line| is_in(line));
    let mut all: Vec<Detail> = lines
        .flat_map(|line| of_directive(plan, parts, line))
        .collect();
    all.extend(
        plan.steps
            .iter()
            .flat_map(|steps| of_steps(plan, parts, steps)),
    );
    all
}

/// Whether a line is something to be done or left.
pub(super) fn is_in(line: &Directive) -> bool {
    line.verb != Verb::Allow && !line.never_in_force
}

fn of_directive(plan: &Plan, parts: &Parts<'_>, line: &Directive) -> Vec<Detail> {
    let said = parts.directive(line);
    let own = line.windows.iter().map(|window| (window, false));
    let next = line.next_session_windows.iter();
    let all = own.chain(next.map(|window| (window, true)));
    let mut all: Vec<Detail> = all
        .map(|(window, before_next)| entry(plan, line, window, before_next, &said))
        .collect();
    if all.is_empty() {
        all.push(without_window(line, &said));
    }
    all
}

/// Names a line: the thing to be left, because the activity is what must not be done; else what to do.
fn name(line: &Directive, strength: Strength, how: &mut Vec<String>) -> String {
    match (line.verb, strength) {
        (Verb::Avoid | Verb::Allow, strength) => {
            let word = match strength {
                Strength::Firm => FhirWord::HowAvoid,
                Strength::Advised => FhirWord::HowBetterNot,
            };
            how.insert(0, word.text().to_owned());
            phrase_of(line)
        }
        (Verb::Limit, _) => CalendarWord::Limit.with(&[("things", &with_verb(line))]),
        (Verb::Do, Strength::Firm) => sentence(&with_verb(line)),
        (Verb::Do, Strength::Advised) => {
            CalendarWord::DoAdvised.with(&[("things", &with_verb(line))])
        }
    }
}

fn kind(line: &Directive) -> &'static str {
    match line.verb {
        Verb::Avoid => "ServiceRequest",
        Verb::Do | Verb::Limit | Verb::Allow => "Task",
    }
}

fn entry(plan: &Plan, line: &Directive, window: &Window, before_next: bool, said: &str) -> Detail {
    let sure = Sure::of_directive(line, window.state);
    let mut how: Vec<String> = sure.how().into_iter().collect();
    if before_next {
        how.push(FhirWord::HowBeforeNext.text().to_owned());
    }
    let name = name(line, window.strength, &mut how);
    let code = noted(name, &how);
    let mut text = vec![in_entry(&code, window)];
    text.extend(open_end(window));
    text.push(said.to_owned());
    text.extend(rule(line.rule.label.as_deref()));
    Detail {
        kind: kind(line),
        code: Concept::new(&code),
        status: status(plan, window.last_day),
        status_reason: sure.reason(),
        do_not_perform: (line.verb == Verb::Avoid).then_some(true),
        scheduled: scheduled(window),
        description: Said::new(&text.join(" ")),
    }
}

/// A line that has no window at all: its description says when it holds.
fn without_window(line: &Directive, said: &str) -> Detail {
    let sure = Sure::of_directive(line, line.state);
    let mut how: Vec<String> = sure.how().into_iter().collect();
    let name = name(line, Strength::Firm, &mut how);
    let words = line.window_text.as_deref().map(spoken);
    let mut text = vec![said.to_owned()];
    text.extend(rule(line.rule.label.as_deref()));
    Detail {
        kind: kind(line),
        code: Concept::new(&noted(name, &how)),
        status: "not-started",
        status_reason: sure.reason(),
        do_not_perform: (line.verb == Verb::Avoid).then_some(true),
        scheduled: words.map(|words| Scheduled::Text(Said::new(&words))),
        description: Said::new(&text.join(" ")),
    }
}

fn of_steps(plan: &Plan, parts: &Parts<'_>, steps: &Steps) -> Vec<Detail> {
    let said = parts.steps(steps);
    let own = steps.windows.iter().map(|window| (Some(window), false));
    let next = steps.next_session_windows.iter();
    let mut windows: Vec<(Option<&Window>, bool)> =
        own.chain(next.map(|window| (Some(window), true))).collect();
    if windows.is_empty() {
        windows.push((None, false));
    }
    let of = |(window, before_next): (Option<&Window>, bool)| {
        let state = window.map_or(steps.state, |window| window.state);
        let sure = Sure::of(state, steps.if_.as_deref());
        let mut how: Vec<String> = sure.how().into_iter().collect();
        if before_next {
            how.push(FhirWord::HowBeforeNext.text().to_owned());
        }
        let code = noted(sentence(&steps.title), &how);
        let mut text: Vec<String> = Vec::new();
        if let Some(window) = window {
            text.push(in_entry(&code, window));
            text.extend(open_end(window));
        }
        text.push(said.clone());
        text.extend(rule(steps.rule.label.as_deref()));
        Detail {
            kind: "Task",
            code: Concept::new(&code),
            status: window.map_or("not-started", |window| status(plan, window.last_day)),
            status_reason: sure.reason(),
            do_not_perform: None,
            scheduled: window.and_then(scheduled),
            description: Said::new(&text.join(" ")),
        }
    };
    windows.into_iter().map(of).collect()
}

/// What the entry is about, and when.
fn in_entry(code: &str, window: &Window) -> String {
    let when = window_words(window);
    FhirWord::Entry.with(&[("what", code), ("when", &when)])
}

/// Why a window has no last or no first day.
fn open_end(window: &Window) -> Vec<String> {
    let mut text = Vec::new();
    if window.last_day.is_none() {
        text.push(match &window.ends_at {
            Some(event) => CalendarWord::EndsWith.with(&[("event", event)]),
            None => FhirWord::NoEnd.text().to_owned(),
        });
    }
    if window.from.is_none() && window.last_day.is_some() && window.starts_at.is_none() {
        text.push(CalendarWord::HoldsBefore.text().to_owned());
    }
    text
}

/// Both ends are days that any part of is in the window. Without a day, it is said in words.
fn scheduled(window: &Window) -> Option<Scheduled> {
    match Period::of(window.from, window.last_day) {
        Some(period) => Some(Scheduled::Period(period)),
        None => Some(Scheduled::Text(Said::new(&window_words(window)))),
    }
}

/// Nobody has said what was done. Of what is over it is not known; the rest is still to be done.
pub(super) fn status(plan: &Plan, last: Option<NaiveDate>) -> &'static str {
    let over = match (plan.on, last) {
        (Some(on), Some(last)) => last < on.date,
        _ => false,
    };
    if over { "unknown" } else { "not-started" }
}

fn rule(label: Option<&str>) -> Option<String> {
    label.map(|label| FhirWord::Rule.with(&[("label", label)]))
}

/// An item that stands under a heading.
pub(super) fn under(heading: &str, item: &str) -> String {
    format!("{}: {item}", stopped(heading).trim_end_matches(['.', ':']))
}

/// What is permitted: no activity, because an activity is something to be done.
pub(super) fn permitted(plan: &Plan, parts: &Parts<'_>) -> Vec<String> {
    let lines = plan.directives.iter();
    let lines = lines.filter(|line| line.verb == Verb::Allow && !line.never_in_force);
    lines
        .map(|line| {
            let mut text = vec![parts.directive(line)];
            text.extend(rule(line.rule.label.as_deref()));
            text.join(" ")
        })
        .collect()
}

/// The heading of what is permitted.
pub(super) fn permitted_heading() -> &'static str {
    Word::AllAllow.text()
}
