//! The scenarios that are missing, as text that passes: for the author to read, and to keep where the plan says
//! what she means.

use std::fmt::Write;

use chrono::NaiveDate;

use super::alone::Alone;
use super::coverage::{Covered, Goal, bounds, coverage, neighbour, tries};
use super::read::{EXAMPLE, read};
use super::{held, satisfy};
use crate::check::{Protocol, Rule, ThingRef};
use crate::eval::{Asked, Prepared};
use crate::format;
use crate::plan::{Answer, Line, Moment, Plan, State, lines};
use crate::reply::Reply;
use crate::source::Sources;
use crate::syntax::tree::File;
use crate::syntax::{holds_reserved_word, parse};

/// What could be suggested.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    /// Scenarios, in the canonical layout, that pass; empty where none is missing.
    pub text: String,
    /// The sentences that no scenario can be suggested for, as far as they are not tried: where they stand, and why.
    pub left: Vec<(crate::plan::Location, &'static str)>,
}

/// Scenarios for what those of these files leave untried: what the plan says today, which an author reads before she
/// keeps it.
#[must_use]
pub fn suggest(protocol: &Protocol, scenarios: &[super::Scenario]) -> Suggested {
    let mut out = Suggested::default();
    let maker = Maker::new(protocol);
    for (at, covered) in coverage(protocol, scenarios).sentences.iter().enumerate() {
        if covered.missing().next().is_none() {
            continue;
        }
        let parts = [maker.applied(at, covered), maker.blocked(at, covered)];
        let wanted = parts.iter().flatten();
        let found: Vec<&String> = wanted
            .filter(|text| maker.passes(at, covered, text))
            .collect();
        if found.is_empty() {
            let why = if covered.rule.label.is_none() {
                "it has no label by which a scenario could name it"
            } else {
                "no patient was found for whom it holds"
            };
            out.left.push((covered.rule.location.clone(), why));
        }
        for text in found {
            if !out.text.is_empty() {
                out.text.push('\n');
            }
            out.text.push_str(text);
        }
    }
    out
}

/// What makes scenarios for one protocol.
pub(super) struct Maker<'p> {
    pub protocol: &'p Protocol,
    pub prepared: Prepared<'p>,
    alone: Alone<'p>,
}

/// A scenario under way.
pub(super) struct Draft<'p> {
    rule: &'p Rule,
    given: Vec<String>,
    profile: crate::profile::Profile,
    pub expected: Vec<String>,
}

impl<'p> Maker<'p> {
    /// Nothing made yet.
    pub(super) fn new(protocol: &'p Protocol) -> Self {
        Self {
            protocol,
            prepared: Prepared::new(protocol),
            alone: Alone(protocol),
        }
    }

    /// The scenario in which a sentence holds, with the days at its bounds.
    fn applied(&self, at: usize, covered: &Covered<'p>) -> Option<String> {
        let wants = |goal| matches!(goal, Goal::Applied | Goal::Day { .. });
        if !covered.missing().any(wants) {
            return None;
        }
        let rule = covered.rule;
        let mut draft = self.draft(rule, self.treated_and(rule, true)?)?;
        let plan = self.prepared.plan(&draft.profile, None).ok()?;
        let all = lines(&plan);
        let of_rule = self
            .alone
            .lines(at, &all, &draft.profile, Moment::day(EXAMPLE));
        let mut days: Vec<NaiveDate> = Vec::new();
        for (bound, day) in bounds(&of_rule, EXAMPLE) {
            days.extend([Some(day), neighbour(day, bound.end)].into_iter().flatten());
        }
        if !of_rule.iter().any(|line| holds_at(line, EXAMPLE)) || days.is_empty() {
            let first = of_rule.iter().find_map(first_day);
            days.push(first.unwrap_or(EXAMPLE));
        }
        days.sort_unstable();
        days.dedup();
        for day in days {
            let expected = self.expected(at, &draft, day);
            draft.expected.extend(expected);
        }
        draft.text("holds")
    }

    /// The scenario in which a sentence's condition is not so.
    fn blocked(&self, at: usize, covered: &Covered<'p>) -> Option<String> {
        if !covered.missing().any(|goal| goal == Goal::Blocked) {
            return None;
        }
        let rule = covered.rule;
        let mut draft = self.draft(rule, self.treated_and(rule, false)?)?;
        let expected = self.expected(at, &draft, EXAMPLE);
        draft.expected.extend(expected);
        draft.text("does not hold")
    }

    /// What to give so that a sentence's condition is so, or is not.
    pub(super) fn treated_and(&self, rule: &Rule, so: bool) -> Option<Vec<String>> {
        let mut given = vec![format!("treated {EXAMPLE}")];
        given.extend(satisfy::given(
            &self.protocol.vocabulary,
            &rule.condition,
            so,
        )?);
        Some(given)
    }

    /// A scenario of a patient, about a sentence.
    pub(super) fn draft(&self, rule: &'p Rule, given: Vec<String>) -> Option<Draft<'p>> {
        let line = given.join(", ");
        let text = format!("scenario \"x\" {{\n  given {line}\n  then contact\n}}\n");
        let (scenarios, mistakes) = read(self.protocol, &tree(&text));
        let scenario = scenarios
            .into_iter()
            .next()
            .filter(|_| mistakes.is_empty())?;
        Some(Draft {
            rule,
            given,
            profile: scenario.profile,
            expected: Vec::new(),
        })
    }

    /// What the plan says about a sentence on a day, as what is expected of it.
    fn expected(&self, at: usize, draft: &Draft<'_>, day: NaiveDate) -> Option<String> {
        let on = Moment::day(day);
        let plan = self.prepared.plan(&draft.profile, Some(on)).ok()?;
        let outcome = self
            .answered(draft, &plan, on)
            .or_else(|| self.said(at, draft, &plan, on))?;
        Some(format!(
            "on day {} then {outcome}",
            (day - EXAMPLE).num_days()
        ))
    }

    /// The answer about a thing that a sentence names, where all of it has one.
    fn answered(&self, draft: &Draft<'_>, plan: &Plan, on: Moment) -> Option<String> {
        let thing = draft.rule.head.things().next()?;
        let name = self.name(thing)?;
        let case = crate::eval::Case::new(self.protocol, &draft.profile).on(on);
        let known = self.protocol.vocabulary.name(thing.thing);
        let reply = plan.ask(&case, &Asked::thing(known, thing.clone())).ok()?;
        Some(format!("{} {name}", one_answer(&reply)?))
    }

    /// What a scenario calls a thing that it can expect an answer about.
    pub(super) fn name(&self, thing: &ThingRef) -> Option<String> {
        let vocabulary = &self.protocol.vocabulary;
        if !thing.attributes.is_empty() || !vocabulary.thing(thing.thing).kind.is_thing() {
            return None;
        }
        let name = vocabulary.name(thing.thing);
        Some(if holds_reserved_word(name) {
            format!("\"{name}\"")
        } else {
            name.to_owned()
        })
    }

    /// Whether the plan says a sentence on a day, by its label.
    pub(super) fn said(
        &self,
        at: usize,
        draft: &Draft<'_>,
        plan: &Plan,
        on: Moment,
    ) -> Option<String> {
        let label = draft.rule.label.as_ref()?;
        let of_rule = self.alone.lines(at, &lines(plan), &draft.profile, on);
        let mut states = of_rule.iter().filter_map(|line| line.state_on(on));
        Some(match states.next() {
            None => format!("does not say {label}"),
            Some(State::Settled) => format!("says {label}"),
            Some(_) => format!("provisionally says {label}"),
        })
    }

    /// Whether a scenario reads, passes, and tries something that was not tried.
    fn passes(&self, at: usize, covered: &Covered<'_>, text: &str) -> bool {
        let (protocol, prepared) = (self.protocol, &self.prepared);
        self.reads(text).is_some_and(|scenario| {
            held::holds(protocol, prepared, &scenario)
                && tries(protocol, prepared, self.alone, at, covered, &scenario)
        })
    }

    /// The scenario of a text, if it reads.
    pub(super) fn reads(&self, text: &str) -> Option<super::Scenario> {
        let (mut scenarios, mistakes) = read(self.protocol, &tree(text));
        let only = scenarios.pop().filter(|_| scenarios.is_empty());
        only.filter(|_| mistakes.is_empty())
    }
}

impl Draft<'_> {
    pub(super) fn text(&self, how: &str) -> Option<String> {
        if self.expected.is_empty() {
            return None;
        }
        let called = match &self.rule.label {
            Some(label) => label.clone(),
            None => format!("line {}", self.rule.location.line),
        };
        let given = self.given.join(", ");
        let mut text = format!("scenario \"{called} {how}\" {{\n  given {given}");
        for one in &self.expected {
            let _ = write!(text, "\n  {one}");
        }
        text.push_str("\n}\n");
        laid_out(&text)
    }

    /// The patient.
    pub(super) fn profile(&self) -> &crate::profile::Profile {
        &self.profile
    }
}

/// A text in the canonical layout.
pub(super) fn laid_out(text: &str) -> Option<String> {
    let source = Sources::new().add("suggested", text);
    format::format(source, text, &std::collections::BTreeSet::new()).ok()
}

/// The tree of a text.
pub(super) fn tree(text: &str) -> File {
    let source = Sources::new().add("suggested", text);
    parse(source, text, &std::collections::BTreeSet::new()).file
}

fn holds_at(line: &Line, day: NaiveDate) -> bool {
    line.state_on(Moment::day(day)).is_some()
}

fn first_day(line: &Line) -> Option<NaiveDate> {
    let mut stretches = line.stretches.iter().flatten();
    stretches.find_map(|one| one.first)
}

/// The answer that all of a thing has, as it is expected.
fn one_answer(reply: &Reply) -> Option<&'static str> {
    let first = reply.answers.first()?;
    let same = |one: &crate::reply::Answered| {
        one.thing.answer == first.thing.answer
            && one.thing.state == first.thing.state
            && one.thing.otherwise.is_none()
    };
    if !reply.answers.iter().all(same) {
        return None;
    }
    match (first.thing.answer, first.thing.state) {
        (Answer::NotCovered, _) => Some("not covered"),
        (Answer::Avoid, State::Settled) => Some("avoid"),
        (Answer::BetterNot, State::Settled) => Some("better not"),
        (Answer::Allowed, State::Settled) => Some("allowed"),
        (Answer::Avoid, _) => Some("provisionally avoid"),
        (Answer::BetterNot, _) => Some("provisionally better not"),
        (Answer::Allowed, _) => None,
    }
}
