//! The plan: what holds for one patient, from when, until when, why, and what is still unknown.
//!
//! A plan is plain data and serialises as the format `aftercare-plan/1`, whose JSON Schema is
//! `src/plan/aftercare-plan-1.schema.json`. Keys stay; later versions of the engine add some.
//!
//! Days are calendar days of the patient. A *last day* is the last day any part of which is
//! restricted; a *first free day* is the day after it.
//!
//! # Which head goes where
//!
//! | head | list in the JSON | heading on the page |
//! |---|---|---|
//! | `avoid`, `no`, `do not`, `never`, `stop` | `directives`, `verb: "avoid"` | ON THIS DAY, AVOID ON OTHER DAYS |
//! | `use`, `wear` and the other verbs, and actions (`keep dry`) | `directives`, `verb: "do"`, the verb itself in `word` | ON THIS DAY, DO ON OTHER DAYS |
//! | `use only X` | the duty, and a second directive that avoids all else of X's kind | both of the above |
//! | `allow X` | `directives`, `verb: "allow"` | ON THIS DAY, YOU MAY ON OTHER DAYS |
//! | `allow X but not Y` | the permission, and a second directive that avoids Y | both |
//! | `resume X from P` | a directive that avoids X until P, and one that allows it from P | both |
//! | `limit` | `directives`, `verb: "limit"` | ON THIS DAY, KEEP TO A LIMIT ON OTHER DAYS |
//! | `expect` | `expectations` | WHAT TO EXPECT |
//! | `report` | `red_flags` | WHEN TO CALL; once reported, above all else |
//! | `steps` | `steps` | STEP BY STEP |
//! | `sessions` | `treatments[].sessions.candidates` | YOUR COURSE OF TREATMENTS |
//! | `maintenance` | `treatments[].maintenance` | YOUR COURSE OF TREATMENTS |
//! | `visit` | `visits` | VISITS |
//! | `refuse`, `defer`, `caution`, `ask prescriber`, `tell clinic`, `prepare` | `before_treatment`, the head in `verb` | BEFORE THE TREATMENT |
//! | `note` | `notes` | GOOD TO KNOW |
//!
//! Things that several lines name are answered once, in `things`. What is asked, missing or left out
//! stands in `questions`, `can_be_added`, `for_the_clinic`, `not_covered` and `warnings`; the headers
//! `protocol`, `version`, `treatment` and `status` are in `treatments[]`. A medicine that is prescribed
//! gives no restriction: a `note` says not to stop it, and `for_the_clinic` names it.
//!
//! # Which clause has which key
//!
//! All keys of this table are keys of a directive; the last column says which other lines have them.
//!
//! | clause | key | also on |
//! |---|---|---|
//! | things | `items[]`, in the author's words `written[]` | `items[]` and `written[]` on `expectations`, `red_flags` |
//! | `including THINGS` | `including[]` | |
//! | `with ATTRIBUTE` | `attributes[]`, and in the words of `items[]` | |
//! | `A or B` after a duty | `choice` | `expectations` |
//! | `to CAP`, `to a minimum` | `limit {text, overridden}` | |
//! | `on`, `around`, `over`, `near PLACE` | `place` | `expectations` |
//! | a quantity; on a duty also `for 10 minutes` | `quantity` | |
//! | a frequency | `frequency` | `steps` |
//! | a window | `window_text` as written; `windows[]`, `next_session_windows[]`, `from`, `last_day`, `first_free_day`, `still_held[]`, `off_now[]`, `firm_until`, `advised_until`, `open_until`, `releases`, `nothing_after`, `phase` | `window_text` on `expectations`, `red_flags`, `steps`, `notes`; `windows[]` and `phase` on `expectations` and `steps`, `next_session_windows[]` on `steps` |
//! | `usually D1..D2` | `usually` | |
//! | `should` | `windows[].strength: "advised"` | `before_treatment`: `advised` |
//! | `while SITUATION` | `while` | |
//! | `using THINGS` | `using`, and `not_using[]` with `not_using_because_of[]` where another line restricts some of them | |
//! | `gently`, `in a thin layer`, `as directed` | `manner` | |
//! | `by "..."` | `by` | |
//! | `if`, `unless`, `when`, `otherwise` | `state`, `asks[]`, `facts[]`, and what is left of it in `if` | all, but `facts[]` on `before_treatment` alone |
//! | `if unavoidable, VERB THINGS` | `if_unavoidable` | |
//! | `except THINGS` | `except[]` | |
//! | `except while SITUATION` | `except[]`: `while SITUATION` | |
//! | `instead VERB THINGS` | `instead` | |
//! | `because "..."` | `because` | all, and `steps[].items[]` |
//! | `[source]` | `sources[]`, keys into the plan's `sources[]` | all, and `steps[].items[]` |
//! | `label:` | `rule.label`, beside `rule.sentence`, `file`, `line`, `column` | all |
//! | `section "..."` | `section` | |
//! | `to WHO`, `otherwise WHO`, `within D` | | `red_flags`: `to`, `otherwise`, `within`, `stricter[]` |
//! | `for CONCERNS` | | `candidates[]`, `maintenance[]`: `concerns[]` |
//! | `every D..D` | | `candidates[]`, `maintenance[]`: `every` |
//! | `until POINT` after `defer` | | `before_treatment`: `until`, `deferred_until` |
//! | a visit's POINT | | `visits`: `when`, `earliest`, `latest`, `after` |
//! | `then after D`, `if it persists` | | `steps[].items[]`: `join` |
//!
//! A clause on a line that has no key for it, such as a place on a `report`, stands in its
//! `details[]`, in words: nothing that an author wrote is lost.

mod answer;
mod course;
mod directive;
mod lines;
mod said;
mod words;

pub use answer::{Answer, AnswerBy, ThingAnswer};
pub use course::{Candidate, Maintenance, Next, NextState, Remaining, Sessions, Spread, Treatment};
pub use directive::{
    ClockTime, Directive, Limit, Location, Phase, Replaces, RuleRef, State, Step, StillHeld,
    Strength, Verb, Window,
};
pub(crate) use directive::{left_on, only_next_is_left_on};
pub use lines::{
    BeforeTreatment, BeforeVerb, CanBeAdded, Clash, ClinicLine, Expectation, Loosening,
    LooseningKind, NotCovered, Note, PlanChange, Question, RedFlag, SourceNote, Steps,
    StricterCall, TypicalDays, Visit, Warning,
};
pub use said::{Line, Stretch, lines};
pub use words::{InWords, vague_end, vague_length};
pub(crate) use words::{counted, counted_from};

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

/// The name of the format that [`Plan`] serialises as.
pub const FORMAT: &str = "aftercare-plan/1";

/// What holds for one patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// The engine that made it: name and version.
    pub engine: String,
    /// A digest over the protocol and all it imports; of several protocols, over theirs.
    pub fingerprint: String,
    /// The day, and the time where one was given, that the plan is asked about. None where there is
    /// neither a treatment date nor a day.
    pub on: Option<Moment>,
    /// The plan's status: the first that holds, in the order of the type.
    pub status: Status,
    /// Why, in words; never empty.
    pub status_reasons: Vec<String>,
    /// The treatments, in the order of the protocols.
    pub treatments: Vec<Treatment>,
    /// What to avoid, do, limit and resume.
    pub directives: Vec<Directive>,
    /// Each thing named or used, and its answer on the day asked.
    pub things: Vec<ThingAnswer>,
    /// The normal course.
    pub expectations: Vec<Expectation>,
    /// When to call.
    pub red_flags: Vec<RedFlag>,
    /// Ordered steps.
    pub steps: Vec<Steps>,
    /// What could not be formalised.
    pub notes: Vec<Note>,
    /// Visits to book.
    pub visits: Vec<Visit>,
    /// Whether and how to treat: refusals, deferrals, cautions, things to ask, tell and prepare.
    pub before_treatment: Vec<BeforeTreatment>,
    /// What to ask the patient, in order of how many lines an answer can settle.
    pub questions: Vec<Question>,
    /// What the profile may add, without being a question: events, the clock time, products.
    pub can_be_added: Vec<CanBeAdded>,
    /// What the clinic has to find out or do.
    pub for_the_clinic: Vec<ClinicLine>,
    /// What the protocol says nothing about.
    pub not_covered: Vec<NotCovered>,
    /// What was changed of the protocol for this plan alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<PlanChange>,
    /// Where the protocols of several treatments disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clashes: Vec<Clash>,
    /// Where a variant asks less than the protocol that it extends, whoever the patient is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub loosened: Vec<Loosening>,
    /// What the reader must know about the plan itself.
    pub warnings: Vec<Warning>,
    /// The sources, in the order of first use; lines cite them by key.
    pub sources: Vec<SourceNote>,
}

impl Plan {
    /// Whether the protocol refuses or defers the treatment, whatever else is known: a plan of a treatment that is not
    /// given is not to be handed out.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        let mut before = self.before_treatment.iter();
        let withholds = |line: &BeforeTreatment| {
            matches!(line.verb, BeforeVerb::Refuse | BeforeVerb::Defer)
                && line.state == State::Settled
                && !line.advised
        };
        matches!(self.status, Status::Refuse | Status::Defer) || before.any(withholds)
    }
}

impl Plan {
    /// The bans that hold back what a change of the protocol allows or asks for, in whole or in part.
    pub fn held_back_of(&self, change: &PlanChange) -> impl Iterator<Item = &RuleRef> {
        let by = change.by.location.clone();
        let lines = self.directives.iter();
        let lines = lines.filter(move |line| line.rule.location == by);
        lines.flat_map(Directive::all_held_back_by)
    }

    /// Whether nothing is left of what a change allows or asks for.
    #[must_use]
    pub fn is_held_back(&self, change: &PlanChange) -> bool {
        let lines = self.directives.iter();
        let mut lines = lines
            .filter(|line| line.rule.location == change.by.location && line.verb != Verb::Avoid)
            .peekable();
        lines.peek().is_some() && lines.all(|line| line.never_in_force)
    }

    /// The bans that cut the end of a duty or a permission: those that hold back what it would go on with.
    #[must_use]
    pub fn cut_short_by<'a>(&'a self, line: &'a Directive) -> Vec<&'a Directive> {
        let Some(last) = line.windows.last() else {
            return Vec::new();
        };
        let holds_it_back = |ban: &&Directive| {
            let mut by = line.held_back_by.iter();
            ban.verb == Verb::Avoid && by.any(|rule| rule.location == ban.rule.location)
        };
        let goes_on = |ban: &&Directive| ban.windows.iter().any(|own| own.goes_on_from(last));
        let bans = self.directives.iter();
        bans.filter(holds_it_back).filter(goes_on).collect()
    }

    /// Whether an answer to a question settles nothing but lines that are over on the day asked.
    #[must_use]
    pub fn decides_what_is_over(&self, question: &Question) -> bool {
        let mut rules = question.decides.iter().peekable();
        rules.peek().is_some() && rules.all(|rule| self.is_over(rule))
    }

    /// Whether all that a rule puts into the plan has a time, and that is over on the day asked.
    fn is_over(&self, rule: &RuleRef) -> bool {
        let directives = self.directives.iter().map(|line| (&line.rule, line.phase));
        let expected = self
            .expectations
            .iter()
            .map(|line| (&line.rule, line.phase));
        let steps = self.steps.iter().map(|line| (&line.rule, line.phase));
        let mut phases = (directives.chain(expected).chain(steps))
            .filter(|(by, _)| by.location == rule.location)
            .map(|(_, phase)| phase)
            .peekable();
        phases.peek().is_some() && phases.all(|phase| phase == Some(Phase::Past))
    }

    /// The facts that settled lines of it, with their values, each once.
    #[must_use]
    pub fn facts_used(&self) -> Vec<String> {
        let of_lines = self.directives.iter().flat_map(|line| &line.facts);
        let before = self.before_treatment.iter().flat_map(|line| &line.facts);
        let mut all: Vec<String> = of_lines.chain(before).cloned().collect();
        all.sort();
        all.dedup();
        all
    }
}

/// A day, and the time where one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The patient's local clock time.
    pub time: Option<chrono::NaiveTime>,
}

impl Moment {
    /// A day without a time.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self { date, time: None }
    }

    /// A day and a time.
    #[must_use]
    pub fn at(instant: NaiveDateTime) -> Self {
        Self {
            date: instant.date(),
            time: Some(instant.time()),
        }
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.time {
            None => write!(out, "{}", self.date),
            Some(time) => write!(out, "{}T{}", self.date, time.format("%H:%M")),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What is to be done with the plan as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A reported symptom is a red flag.
    Contact,
    /// The protocol refuses this patient.
    Refuse,
    /// The protocol defers the treatment.
    Defer,
    /// A line is provisional or waiting, or a fact is unsure.
    Unsettled,
    /// Nothing is open.
    Proceed,
}
