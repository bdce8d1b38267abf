//! Scenarios held against the plans of their patients.

use chrono::NaiveDate;

use super::alone::Alone;
use super::answer;
use super::read::{Expectation, Scenario, What};
use crate::check::Protocol;
use crate::diagnostic::Diagnostic;
use crate::eval::{Asked, Case, Prepared};
use crate::plan::{BeforeVerb, Line, Moment, Plan, RuleRef, State, Status, lines};
use crate::profile::Profile;
use crate::reply::Reply;
use crate::span::Span;
use crate::syntax::tree::Saying;

/// What became of one scenario.
#[derive(Debug, Clone)]
pub struct Result {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// How many things it expects.
    pub expected: usize,
    /// Those that are not so, in their order.
    pub failures: Vec<Failure>,
}

/// Something that was expected, and is not so.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Where it is expected.
    pub span: Span,
    /// What was expected, as it is written.
    pub expected: String,
    /// The day, or the day and time, that was asked about.
    pub on: Moment,
    /// How many days after the treatment that is.
    pub day: i64,
    /// What the plan says.
    pub found: Said,
}

/// What a plan says about something that was expected.
#[derive(Debug, Clone)]
pub enum Said {
    /// The answer about a thing, with its reasons.
    Answer(Box<Reply>),
    /// The plan's status, with its reasons.
    Status {
        /// Which.
        status: Status,
        /// Why, in words.
        reasons: Vec<String>,
        /// Of a deferral: the day on which all of it has ended; none where one has no day.
        until: Option<NaiveDate>,
    },
    /// What the plan asks.
    Questions(Vec<String>),
    /// The lines of the plan for a sentence.
    Lines {
        /// The sentence, as a line of the plan names it; none where no line has it.
        rule: Option<RuleRef>,
        /// How sure they are on the day; none where they do not hold on it.
        state: Option<State>,
        /// What they say, where words were expected.
        words: Vec<String>,
    },
    /// No plan could be made.
    NoPlan(Box<Diagnostic>),
}

impl Result {
    /// Whether all is as it is expected.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.failures.is_empty()
    }
}

/// Runs scenarios against the protocol that they were read with, in their order.
#[must_use]
pub fn run(protocol: &Protocol, scenarios: &[Scenario]) -> Vec<Result> {
    let prepared = Prepared::new(protocol);
    let alone = Alone(protocol);
    let one = |scenario: &Scenario| Result {
        name: scenario.name.clone(),
        span: scenario.span,
        expected: scenario.expectations.len(),
        failures: Stage::new(protocol, &prepared, alone, &scenario.profile).failures(scenario),
    };
    scenarios.iter().map(one).collect()
}

/// The first scenario that does not hold.
pub(super) fn first_failing<'s>(
    protocol: &Protocol,
    scenarios: &'s [Scenario],
) -> Option<&'s Scenario> {
    let prepared = Prepared::new(protocol);
    let mut all = scenarios.iter();
    all.find(|scenario| !holds(protocol, &prepared, scenario))
}

/// Whether a scenario holds.
pub(super) fn holds(protocol: &Protocol, prepared: &Prepared<'_>, scenario: &Scenario) -> bool {
    let mut stage = Stage::new(protocol, prepared, Alone(protocol), &scenario.profile);
    let mut expected = scenario.expectations.iter();
    expected.all(|one| stage.differs(one).is_none())
}

/// A patient whose plans are held against what is expected; each plan is made once.
pub(super) struct Stage<'a> {
    protocol: &'a Protocol,
    prepared: &'a Prepared<'a>,
    alone: Alone<'a>,
    profile: &'a Profile,
    plans: Vec<(Moment, std::result::Result<Plan, Diagnostic>)>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(
        protocol: &'a Protocol,
        prepared: &'a Prepared<'a>,
        alone: Alone<'a>,
        profile: &'a Profile,
    ) -> Self {
        Self {
            protocol,
            prepared,
            alone,
            profile,
            plans: Vec::new(),
        }
    }

    fn failures(mut self, scenario: &Scenario) -> Vec<Failure> {
        let mut failures = Vec::new();
        for expectation in &scenario.expectations {
            if let Some(found) = self.differs(expectation) {
                let treated = self
                    .profile
                    .treated
                    .map_or(expectation.on.date, |on| on.date);
                failures.push(Failure {
                    span: expectation.span,
                    expected: expectation.written.clone(),
                    on: expectation.on,
                    day: (expectation.on.date - treated).num_days(),
                    found,
                });
            }
        }
        failures
    }

    /// The plan of a day.
    pub(super) fn plan(&mut self, on: Moment) -> std::result::Result<Plan, Diagnostic> {
        if let Some((_, plan)) = self.plans.iter().find(|(day, _)| *day == on) {
            return plan.clone();
        }
        let plan = self.prepared.plan(self.profile, Some(on));
        self.plans.push((on, plan.clone()));
        plan
    }

    /// What a plan answers about a thing.
    pub(super) fn ask(
        &self,
        plan: &Plan,
        asked: &Asked,
        on: Moment,
    ) -> std::result::Result<Reply, Diagnostic> {
        let case = Case::new(self.protocol, self.profile).on(on);
        plan.ask(&case, asked)
    }

    /// What the plan says in place of what is expected; none where it says that.
    pub(super) fn differs(&mut self, expectation: &Expectation) -> Option<Said> {
        let held = match self.plan(expectation.on) {
            Ok(plan) => self.held(&plan, expectation),
            Err(found) => Err(found),
        };
        held.unwrap_or_else(|found| Some(Said::NoPlan(Box::new(found))))
    }

    fn held(
        &self,
        plan: &Plan,
        expectation: &Expectation,
    ) -> std::result::Result<Option<Said>, Diagnostic> {
        let on = expectation.on;
        Ok(match &expectation.what {
            What::Answer(wanted, asked) => {
                let reply = self.ask(plan, asked, on)?;
                (!answer::is(&reply, *wanted)).then(|| Said::Answer(Box::new(reply)))
            }
            What::FirstFree(asked, day) => {
                let reply = self.ask(plan, asked, on)?;
                let is_so = |one: &crate::reply::Answered| one.thing.free_from == Some(*day);
                let all = !reply.answers.is_empty() && reply.answers.iter().all(is_so);
                (!all).then(|| Said::Answer(Box::new(reply)))
            }
            What::Refused => status(plan, plan.status == Status::Refuse),
            What::Contact => status(plan, plan.status == Status::Contact),
            What::Deferred(until) => {
                let so = plan.status == Status::Defer;
                status(
                    plan,
                    so && (until.is_none() || *until == deferred_until(plan)),
                )
            }
            What::Asks(fact) => {
                let asked = || plan.questions.iter().map(|question| question.fact.clone());
                (!asked().any(|one| one == *fact)).then(|| Said::Questions(asked().collect()))
            }
            What::Says(saying, label, words) => {
                self.says(plan, *saying, label, words.as_deref(), on)
            }
        })
    }

    /// Whether the plan says a sentence on a day.
    fn says(
        &self,
        plan: &Plan,
        saying: Saying,
        label: &str,
        words: Option<&str>,
        on: Moment,
    ) -> Option<Said> {
        let all = lines(plan);
        let rules = self.protocol.rules.iter().enumerate();
        let of_rule: Vec<Line> = rules
            .filter(|(_, rule)| rule.label.as_deref() == Some(label))
            .flat_map(|(at, _)| self.alone.lines(at, &all, self.profile, on))
            .collect();
        let states = || of_rule.iter().filter_map(|line| line.state_on(on));
        let is_so = match saying {
            Saying::Not => states().next().is_none(),
            Saying::Says => states().any(|state| state == State::Settled),
            Saying::Provisionally => states().any(|state| state != State::Settled),
        };
        let worded = words.is_none_or(|words| of_rule.iter().any(|line| line.has_words(words)));
        if is_so && worded {
            return None;
        }
        let shown = |line: &Line| line.words.clone();
        Some(Said::Lines {
            rule: of_rule.first().map(|line| line.rule.clone()),
            state: states().next(),
            words: if is_so {
                of_rule.iter().flat_map(shown).collect()
            } else {
                Vec::new()
            },
        })
    }
}

fn status(plan: &Plan, as_expected: bool) -> Option<Said> {
    (!as_expected).then(|| Said::Status {
        status: plan.status,
        reasons: plan.status_reasons.clone(),
        until: deferred_until(plan),
    })
}

/// The day on which all settled deferrals have ended.
pub(super) fn deferred_until(plan: &Plan) -> Option<NaiveDate> {
    let settled =
        |verb: BeforeVerb, state: State| verb == BeforeVerb::Defer && state == State::Settled;
    let deferrals = plan.before_treatment.iter();
    let mut ends = deferrals
        .filter(|line| settled(line.verb, line.state))
        .map(|line| line.deferred_until);
    let first = ends.next()?;
    ends.try_fold(first?, |latest, end| Some(latest.max(end?)))
}
