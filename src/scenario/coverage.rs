//! Which sentences scenarios have tried, and on which days.
//!
//! Of each sentence it is asked whether a plan of a scenario had it, settled; whether one did not, where it has
//! a condition that can be false; and whether a scenario asks about each day on which it starts or ends, and
//! about the day on the other side. What is counted and what is shown in the text are the same goals.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::alone::Alone;
use super::read::{EXAMPLE, Expectation, Scenario, What};
use crate::check::{Atom, Head, Protocol, Rule};
use crate::eval::{Asked, Prepared};
use crate::plan::{Line, Moment, Plan, State, Stretch, lines};
use crate::profile::Profile;
use crate::vocabulary::Vocabulary;

/// What scenarios have tried of a protocol.
#[derive(Debug, Clone)]
pub struct Coverage<'p> {
    /// Each sentence, in the order of the file.
    pub sentences: Vec<Covered<'p>>,
}

/// What they have tried of one sentence.
#[derive(Debug, Clone)]
pub struct Covered<'p> {
    /// The sentence.
    pub rule: &'p Rule,
    /// What is to be tried of it, and the first scenario that does.
    pub goals: BTreeMap<Goal, Option<String>>,
}

/// Something that is to be tried of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// It is in a plan, settled.
    Applied,
    /// Its condition is not so.
    Blocked,
    /// A day at one of its bounds.
    Day {
        /// Which bound, in the order of time.
        bound: Bound,
        /// Whether the day is the one on which it holds, or its neighbour.
        inside: bool,
    },
}

/// A bound of the time in which a sentence holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// Which of its stretches of time, from 0.
    pub stretch: usize,
    /// Whether it is the last day, or else the first.
    pub end: bool,
}

impl Coverage<'_> {
    /// How many goals are met, and how many there are.
    #[must_use]
    pub fn figures(&self) -> (usize, usize) {
        let all = || self.sentences.iter().flat_map(|one| one.goals.values());
        (all().filter(|met| met.is_some()).count(), all().count())
    }
}

impl Covered<'_> {
    /// The goals that no scenario meets.
    pub fn missing(&self) -> impl Iterator<Item = Goal> {
        let open = self.goals.iter().filter(|(_, met)| met.is_none());
        open.map(|(goal, _)| *goal)
    }
}

/// What scenarios have tried of the protocol that they were read with.
#[must_use]
pub fn coverage<'p>(protocol: &'p Protocol, scenarios: &[Scenario]) -> Coverage<'p> {
    let prepared = Prepared::new(protocol);
    let mut sentences: Vec<Covered<'p>> = protocol.rules.iter().map(untried).collect();
    // A patient of whom nothing is known has every line that hangs on no event.
    let nobody = Profile {
        treated: Some(Moment::day(EXAMPLE)),
        ..Profile::default()
    };
    let alone = Alone(protocol);
    if let Ok(plan) = prepared.plan(&nobody, None) {
        let all = lines(&plan);
        for (at, covered) in sentences.iter_mut().enumerate() {
            let of_rule = alone.lines(at, &all, &nobody, Moment::day(EXAMPLE));
            covered.add_bounds(&of_rule, EXAMPLE);
        }
    }
    for scenario in scenarios {
        let tried = Tried::new(&prepared, alone, scenario);
        for (at, covered) in sentences.iter_mut().enumerate() {
            tried.look(protocol, at, covered);
        }
    }
    Coverage { sentences }
}

/// Whether a plan has a sentence whatever is known: a warning sign stands in each with its "if", also where it is known
/// not to be there (LANGUAGE.md, 3.11).
fn always_printed(rule: &Rule) -> bool {
    let mut symptoms_alone = true;
    rule.condition
        .atoms(&mut |atom| symptoms_alone &= matches!(atom, Atom::Symptom { .. }));
    symptoms_alone && matches!(rule.head, Head::Report { .. })
}

/// What one scenario tries of one sentence that others have tried so far.
pub(super) fn tries(
    protocol: &Protocol,
    prepared: &Prepared<'_>,
    alone: Alone<'_>,
    at: usize,
    covered: &Covered<'_>,
    scenario: &Scenario,
) -> bool {
    let mut after = covered.clone();
    Tried::new(prepared, alone, scenario).look(protocol, at, &mut after);
    after.missing().count() < covered.missing().count()
}

fn untried(rule: &Rule) -> Covered<'_> {
    let mut goals = BTreeMap::from([(Goal::Applied, None)]);
    if !rule.condition.is_truth() && !always_printed(rule) {
        goals.insert(Goal::Blocked, None);
    }
    Covered { rule, goals }
}

/// A scenario with the plans of the days that it asks about.
struct Tried<'s> {
    alone: Alone<'s>,
    scenario: &'s Scenario,
    plans: Vec<(Moment, Vec<Line>)>,
}

impl<'s> Tried<'s> {
    fn new(prepared: &Prepared<'_>, alone: Alone<'s>, scenario: &'s Scenario) -> Self {
        let mut plans: Vec<(Moment, Vec<Line>)> = Vec::new();
        for expectation in &scenario.expectations {
            if plans.iter().all(|(on, _)| *on != expectation.on) {
                let plan = prepared.plan(&scenario.profile, Some(expectation.on));
                plans.extend(plan.iter().map(|plan: &Plan| (expectation.on, lines(plan))));
            }
        }
        Self {
            alone,
            scenario,
            plans,
        }
    }

    /// Notes what is tried of the sentence at a place.
    fn look(&self, protocol: &Protocol, at: usize, covered: &mut Covered<'_>) {
        let profile = &self.scenario.profile;
        let treated = profile.treated.map_or(EXAMPLE, |on| on.date);
        for (on, all) in &self.plans {
            let of_rule = self.alone.lines(at, all, profile, *on);
            let mut states = of_rule.iter().map(|line| line.state_on(*on));
            if states.any(|state| state == Some(State::Settled)) {
                covered.meet(Goal::Applied, &self.scenario.name);
            }
            if of_rule.is_empty() {
                covered.meet(Goal::Blocked, &self.scenario.name);
            }
            covered.add_bounds(&of_rule, treated);
            self.days(protocol, covered, &of_rule, treated);
        }
    }

    /// The days at the bounds of a sentence that this scenario asks about.
    fn days(
        &self,
        protocol: &Protocol,
        covered: &mut Covered<'_>,
        of_rule: &[Line],
        treated: NaiveDate,
    ) {
        let asked: Vec<NaiveDate> = self
            .scenario
            .expectations
            .iter()
            .filter(|one| is_about(&protocol.vocabulary, one, covered.rule))
            .flat_map(days_of)
            .collect();
        for (bound, first) in bounds(of_rule, treated) {
            for inside in [true, false] {
                let day = if inside {
                    Some(first)
                } else {
                    neighbour(first, bound.end)
                };
                if day.is_some_and(|day| asked.contains(&day)) {
                    covered.meet(Goal::Day { bound, inside }, &self.scenario.name);
                }
            }
        }
    }
}

impl Covered<'_> {
    fn meet(&mut self, goal: Goal, scenario: &str) {
        if let Some(met) = self.goals.get_mut(&goal)
            && met.is_none()
        {
            *met = Some(scenario.to_owned());
        }
    }

    fn add_bounds(&mut self, of_rule: &[Line], treated: NaiveDate) {
        for (bound, _) in bounds(of_rule, treated) {
            for inside in [true, false] {
                self.goals
                    .entry(Goal::Day { bound, inside })
                    .or_insert(None);
            }
        }
    }
}

/// The bounds of the lines of one sentence: the days on which it holds first and last. That it starts with the
/// treatment itself needs no scenario.
pub(super) fn bounds(of_rule: &[Line], treated: NaiveDate) -> Vec<(Bound, NaiveDate)> {
    let mut stretches: Vec<Stretch> = of_rule
        .iter()
        .flat_map(|line| line.stretches.iter().flatten().copied())
        .collect();
    stretches.sort_by_key(|one| (one.first, one.last));
    let mut found = Vec::new();
    for (stretch, one) in stretches.iter().enumerate() {
        let joins = |day: NaiveDate| {
            let mut others = stretches
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != stretch);
            let before = day.checked_sub_days(Days::new(1));
            others.any(|(_, other)| other.last >= before && other.first <= Some(day))
        };
        let start = one
            .first
            .filter(|first| *first != treated && !joins(*first));
        found.extend(start.map(|day| {
            (
                Bound {
                    stretch,
                    end: false,
                },
                day,
            )
        }));
        found.extend(one.last.map(|day| (Bound { stretch, end: true }, day)));
    }
    found
}

/// The day on the other side of a bound.
pub(super) fn neighbour(day: NaiveDate, end: bool) -> Option<NaiveDate> {
    let one = Days::new(1);
    if end {
        day.checked_add_days(one)
    } else {
        day.checked_sub_days(one)
    }
}

/// The days that an expectation is about: of a first free day the one before it, too.
fn days_of(expectation: &Expectation) -> Vec<NaiveDate> {
    match &expectation.what {
        What::FirstFree(_, day) => {
            let before = day.checked_sub_days(Days::new(1));
            before.into_iter().chain([*day]).collect()
        }
        _ => vec![expectation.on.date],
    }
}

/// Whether an expectation is about what a sentence says.
pub(super) fn is_about(vocabulary: &Vocabulary, expectation: &Expectation, rule: &Rule) -> bool {
    match &expectation.what {
        What::Says(_, label, _) => rule.label.as_ref() == Some(label),
        What::Answer(_, asked) | What::FirstFree(asked, _) => meets(vocabulary, asked, rule),
        What::Refused | What::Deferred(_) | What::Contact | What::Asks(_) => false,
    }
}

fn meets(vocabulary: &Vocabulary, asked: &Asked, rule: &Rule) -> bool {
    let Some(asked) = asked.thing_ref() else {
        return false;
    };
    rule.head.things().any(|thing| {
        vocabulary.is_under(asked.thing, thing.thing)
            || vocabulary.is_under(thing.thing, asked.thing)
    })
}
